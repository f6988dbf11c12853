"""Looks in the background for the places that a coding or a voice without one may have."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.application import unplaced_actions
from kodebenk.application.unplaced_actions import Candidate, Unplaced
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background

_Found = tuple[Unplaced, tuple[Candidate, ...]]


class CandidateSearch(QObject):
    """One search at a time; a new one ends the one before.

    Signals:
        found(Unplaced, object): for what, and a tuple of `Candidate`, the likeliest first.
        failed(WorkbenchError): the project could not be read.
    """

    found = Signal(object, object)
    failed = Signal(object)

    def __init__(self, project: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._project = project
        self._tasks: list[BackgroundTask] = []

    def look_for(self, one: Unplaced) -> None:
        """Look for places of this one, and of no other any more."""
        for task in self._tasks:
            task.cancel()
        task = run_in_background(partial(_find_candidates, self._project, one), self)
        task.succeeded.connect(self._on_succeeded)
        task.failed.connect(self.failed)
        task.ended.connect(self._on_ended)
        self._tasks.append(task)
        task.start()

    @Slot(object)
    def _on_succeeded(self, found: _Found) -> None:
        self.found.emit(*found)

    @Slot()
    def _on_ended(self) -> None:
        for task in [one for one in self._tasks if not one.is_running]:
            self._tasks.remove(task)
            task.deleteLater()


def _find_candidates(path: Path, one: Unplaced, _token: CancelToken, _progress: Progress) -> _Found:
    return one, unplaced_actions.candidates_in_worker(path, one)
