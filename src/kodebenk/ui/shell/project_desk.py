"""The project on the desk: opened, made, copied, restored, closed; and what is remembered of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from kodebenk.application import backup_actions, coding_actions, project_check, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import ProjectFileError
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.settings import RecentProject, Settings


class ProjectDesk(QObject):
    """Holds the open project, at most one. What goes wrong is raised, and then the desk is as it was.

    Signals:
        opened(): a project lies on the desk.
        closing(): it is about to be taken away; let go of it.
        closed(): the desk is empty.
    """

    opened = Signal()
    closing = Signal()
    closed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._project: OpenProject | None = None
        self._signals: ProjectSignals | None = None

    @property
    def is_empty(self) -> bool:
        return self._project is None

    @property
    def project(self) -> OpenProject:
        """The open project; ask only while there is one."""
        assert self._project is not None, "no project is open"
        return self._project

    @property
    def signals(self) -> ProjectSignals:
        """The open project's signals; ask only while there is one."""
        assert self._signals is not None, "no project is open"
        return self._signals

    def create(self, path: Path, title: str, coder_name: str) -> None:
        """Make a project and open it instead of the one on the desk. Raises ProjectFileError."""
        made = OpenProject.create(path, title=title, coder_name=coder_name)
        self._settings.coder_name = coder_name
        self._lay_down(made)

    def open(self, path: Path, *, as_first_coder: bool = False) -> None:
        """Open a project instead of the one on the desk. Raises ProjectFileError.

        The user codes under the name in the settings, or as the project's first coder.
        """
        path = path.absolute()
        if self._project is not None and self._project.path == path:
            return
        project = OpenProject.open(path, coder_name="" if as_first_coder else self._settings.coder_name)
        try:
            if project.is_anonymous:
                project.work_as(project.coder_name)
            project_check.make_sure_readable(project)
        except ProjectFileError:
            project.close()
            raise
        self._lay_down(project)

    def close(self) -> None:
        """Close the project, if there is one."""
        if self._project is None or self._signals is None:
            return
        self.closing.emit()
        project, signals = self._project, self._signals
        self._settings.update_project(describe(project))
        self._project = self._signals = None
        signals.end()
        signals.deleteLater()
        project.close()
        self._settings.save()
        self.closed.emit()

    def restore(self, path: Path, backup: Path) -> Path:
        """Put a backup in a project's place, open it, and return where what stood there is kept.

        Raises:
            ProjectFileError: the project is as it was; it is open again if it was before.
        """
        was_open = self._project is not None and self._project.path == path.absolute()
        if was_open:
            self.close()
        try:
            kept = backup_actions.restore(path, backup)
        except ProjectFileError:
            if was_open:
                self.open(path)
            raise
        self.open(path)
        return kept

    def use_coder(self, name: str) -> None:
        """Code under another name, which is added to the project when new. Raises what a change raises."""
        known = queries.find_coder(self.project, name)
        if known is None or not known.is_person:
            coding_actions.add_coder(self.project, name)
        name = known.name if known else name
        self._settings.coder_name = name
        self.project.work_as(name)

    def undo(self) -> ProjectChange:
        """Take the last change back. Raises what `OpenProject.undo` raises."""
        return self.project.undo()

    def redo(self) -> ProjectChange:
        """Make the change again that was undone last. Raises what `OpenProject.redo` raises."""
        return self.project.redo()

    def _lay_down(self, project: OpenProject) -> None:
        self.close()
        self._project = project
        self._signals = ProjectSignals(project, self)
        self._settings.remember_project(describe(project))
        self._settings.save()
        self.opened.emit()


def describe(project: OpenProject) -> RecentProject:
    """Return what the list of recent projects shows of a project: nothing of what somebody is to code blind."""
    documents = queries.documents(project)
    return RecentProject(
        path=str(project.path.absolute()),
        title=project.title,
        opened_at=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        respondents=len(queries.respondents(project)),
        documents=len(documents),
        codes=len(queries.codebook(project).codes),
        codings=queries.common_codings(project),
        finished=len(queries.common_finished(project)),
    )
