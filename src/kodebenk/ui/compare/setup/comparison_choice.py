"""The comparison that is chosen, saved or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater, SavedComparison
from kodebenk.application import comparison_actions
from kodebenk.application.open_project import OpenProject


class ComparisonChoice:
    """What the user wants to compare; begins with the first comparison that was saved.

    Attributes:
        setup: None until there is one to propose.
    """

    def __init__(self, project: OpenProject) -> None:
        self._project = project
        first = next(iter(comparison_actions.saved_comparisons(project)), None)
        self._saved_id = first.id if first is not None else None
        self.setup: AgreementSetup | None = first.setup if first is not None else None

    @property
    def saved(self) -> SavedComparison | None:
        """Return the saved comparison that was opened last, also where something was chosen differently since."""
        known = comparison_actions.saved_comparisons(self._project)
        return next((one for one in known if one.id == self._saved_id), None)

    @property
    def is_changed(self) -> bool:
        """Return whether something was chosen differently since the saved comparison was opened."""
        return self.saved is not None and self.saved.setup != self.setup

    def open(self, comparison_id: int) -> None:
        """Compare as one that was saved. Raises RuleBroken NOT_FOUND."""
        self.setup = comparison_actions.saved_comparison(self._project, comparison_id).setup
        self._saved_id = comparison_id

    def save(self, name: str, setup: AgreementSetup) -> None:
        """Keep a setup that is settled, and go on with it. Raises as `save_comparison`."""
        self._saved_id = comparison_actions.save_comparison(self._project, name, setup)
        self.setup = setup

    def begin_anew(self) -> None:
        """Compare as the project proposes."""
        self.setup, self._saved_id = None, None


def with_raters(setup: AgreementSetup | None, raters: Sequence[Rater]) -> AgreementSetup:
    """Return the setup with other raters, on the documents and codes that these share."""
    if setup is None:
        return AgreementSetup(tuple(raters))
    return replace(setup, raters=tuple(raters), documents=(), codes=(), text_hashes={})


def with_round(setup: AgreementSetup, number: int | None) -> AgreementSetup:
    """Return the setup with the codings of one round alone, None for all rounds."""
    return with_raters(setup, [replace(one, round=number) for one in setup.raters])


def with_documents(setup: AgreementSetup, documents: Sequence[int]) -> AgreementSetup:
    """Return the setup on these documents, empty for all that the raters share."""
    return replace(setup, documents=tuple(documents), text_hashes={})


def with_texts_of_now(setup: AgreementSetup) -> AgreementSetup:
    """Return the setup for the texts as they are, whatever they were when it was saved."""
    return replace(setup, text_hashes={})
