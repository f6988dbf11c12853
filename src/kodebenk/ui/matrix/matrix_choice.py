"""Which matrix is open: a saved one or none, and what of it was changed since it was saved."""

from __future__ import annotations

from dataclasses import replace

from kodebenk.application import matrix_actions, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.matrix import MatrixSpec, RowKind, SavedMatrix
from kodebenk.domain.respondent import GROUP


class MatrixChoice:
    """The specification on the screen beside the saved one that it comes from."""

    def __init__(self, project: OpenProject) -> None:
        self._project = project
        self.saved_id: int | None = None
        self.spec = usual_spec(project)
        saved = queries.saved_matrices(project)
        if saved:
            self.open(saved[0].id)

    @property
    def saved(self) -> SavedMatrix | None:
        """Return the saved matrix that is open; None if it is not saved or was deleted."""
        found = queries.saved_matrices(self._project)
        return next((one for one in found if one.id == self.saved_id), None)

    @property
    def is_changed(self) -> bool:
        """Return whether the screen shows something else than what is saved."""
        saved = self.saved
        return saved is not None and replace(saved.spec, name="") != replace(self.spec, name="")

    def begin_new(self) -> None:
        """Have the usual rows and columns without a name."""
        self.saved_id = None
        self.spec = usual_spec(self._project)

    def open(self, saved_id: int) -> None:
        """Take over a saved matrix."""
        self.saved_id = saved_id
        if self.saved is not None:
            self.spec = self.saved.spec

    def update(self, spec: MatrixSpec) -> None:
        """Show something else, without saving it. Groups as rows need an attribute."""
        names = [one.name for one in queries.attributes(self._project)]
        if spec.rows is RowKind.GROUPS and spec.band not in names and names:
            spec = replace(spec, band=names[0])
        self.spec = spec

    def save(self) -> None:
        """Keep the specification in place of the saved one. Raises RuleBroken."""
        saved = self.saved
        if saved is not None:
            matrix_actions.save_matrix(self._project, replace(self.spec, name=saved.spec.name), saved.id)

    def save_as(self, name: str) -> None:
        """Keep the specification as another saved matrix. Raises RuleBroken."""
        self.spec = replace(self.spec, name=name)
        self.saved_id = matrix_actions.save_matrix(self._project, self.spec)

    def rename(self, name: str) -> None:
        """Give the saved matrix another name, and leave what it shows. Raises RuleBroken."""
        saved = self.saved
        if saved is not None:
            matrix_actions.save_matrix(self._project, replace(saved.spec, name=name), saved.id)
            self.spec = replace(self.spec, name=name)

    def delete(self) -> None:
        """Forget the saved matrix; the screen goes on showing it."""
        if self.saved_id is not None:
            matrix_actions.delete_matrix(self._project, self.saved_id)
            self.saved_id = None
            self.spec = replace(self.spec, name="")

    def follow_project(self) -> None:
        """Notice that the saved matrix was deleted, renamed or brought back by undo."""
        saved = self.saved
        name = saved.spec.name if saved is not None else ""
        if name != self.spec.name:
            self.spec = replace(self.spec, name=name)


def usual_spec(project: OpenProject) -> MatrixSpec:
    """Return respondents against coded codes, banded by group if respondents have groups."""
    names = [one.name for one in queries.attributes(project)]
    return MatrixSpec(band=GROUP if GROUP in names else "")
