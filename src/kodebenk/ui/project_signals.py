"""The open project's changes as one Qt signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from kodebenk.application.open_project import OpenProject


class ProjectSignals(QObject):
    """Carries committed changes into Qt.

    Signals:
        changed(ProjectChange): after a change, an undo or a redo was committed.
    """

    changed = Signal(object)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unsubscribe = project.subscribe(self.changed.emit)

    def end(self) -> None:
        """Stop listening; the project is about to be closed."""
        self._unsubscribe()
