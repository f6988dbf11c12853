"""Compares the files of an import with the project and with each other, in the background."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.application.import_twins import KnownText, Twin, find_twins, read_known_texts
from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background
from kodebenk.ui.import_page.planned_source import PlannedSource

_Found = tuple[tuple[KnownText, ...], tuple[Twin | None, ...]]


class TwinSearch(QObject):
    """Sets `twin` of the files. The texts of the project are read once.

    Signals:
        found(): all files were compared, or could not be.
    """

    found = Signal()

    def __init__(self, project: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._known: tuple[KnownText, ...] | None = None
        self._task: BackgroundTask | None = None
        self._ended: list[BackgroundTask] = []
        self._sources: tuple[PlannedSource, ...] = ()

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def forget_project(self) -> None:
        """Read the texts of the project anew the next time; other documents are in it."""
        self._known = None

    def compare(self, sources: Sequence[PlannedSource]) -> None:
        """Compare these files, and no others that were to be compared."""
        self._let_go()
        self._sources = tuple(sources)
        if not sources:
            return
        drafts = [one.draft for one in sources if one.draft is not None]
        known, project = self._known, self._project

        def work(token: CancelToken, _progress: Progress) -> _Found:
            texts = known if known is not None else read_known_texts(project, token.is_cancelled)
            return texts, find_twins(drafts, texts, token.is_cancelled)

        self._task = run_in_background(work, self)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self._on_failed)
        self._task.start()

    def stop(self) -> None:
        """End the work and wait for it."""
        self._let_go()
        for task in self._ended:
            task.stop_and_wait()

    def _let_go(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._ended.append(self._task)
            self._task = None

    @Slot(object)
    def _on_succeeded(self, result: _Found) -> None:
        if self.sender() is not self._task:
            return
        self._known, twins = result
        for source, twin in zip(self._sources, twins, strict=True):
            source.twin = twin
        self._task = None
        self.found.emit()

    @Slot(object)
    def _on_failed(self, _error: WorkbenchError) -> None:
        # Not being able to compare must not stop an import; the very same name is told by the project anyway.
        if self.sender() is self._task:
            self._task = None
            self.found.emit()
