"""The files of an import: each is read in the background, and compared when none is being read any more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.application import queries
from kodebenk.application.import_actions import SourceDraft
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import Cancelled, WorkbenchError
from kodebenk.ui.import_page.planned_source import PlannedSource, ReadingState
from kodebenk.ui.import_page.source_reading import SourceReading
from kodebenk.ui.import_page.twin_search import TwinSearch


class SourceList(QObject):
    """Reads files and holds what became of them, in the order in which they were added.

    Signals:
        changed(): a file was read, could not be read, or was compared.
        first_page_read(): there is something to look at of a file that is still being read.
        progressed(PlannedSource): some more of this file was read.
    """

    changed = Signal()
    first_page_read = Signal()
    progressed = Signal(object)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._sources: list[PlannedSource] = []
        self._ended: list[SourceReading] = []
        self._made = 0
        self.twins = TwinSearch(project.path, self)
        self.twins.found.connect(self.changed)

    @property
    def sources(self) -> Sequence[PlannedSource]:
        return self._sources

    @property
    def wanted(self) -> list[PlannedSource]:
        """Return the files that are to be added."""
        return [one for one in self._sources if one.is_wanted]

    @property
    def reading(self) -> list[PlannedSource]:
        """Return the files that are being read."""
        return [one for one in self._sources if one.state is ReadingState.READING]

    @property
    def is_busy(self) -> bool:
        """Whether files are still being read or compared."""
        return bool(self.reading) or self.twins.is_running

    def add(self, paths: Sequence[Path]) -> None:
        """Read more files; those in the list already are left alone."""
        known = {one.path for one in self._sources}
        for path in dict.fromkeys(paths):
            if path not in known:
                self._made += 1
                self._sources.append(PlannedSource(path, self._made))
                self.read(self._sources[-1])

    def read(self, source: PlannedSource) -> None:
        """Read a file, anew where it was read before."""
        self._let_go(source)
        reading = source.start_reading()
        reading.first_page_read.connect(self._on_first_page_read)
        reading.progressed.connect(self._on_progressed)
        reading.succeeded.connect(self._on_read)
        reading.failed.connect(self._on_failed)
        reading.cancelled.connect(self._on_cancelled)
        reading.start()

    def remove(self, source: PlannedSource) -> None:
        """Take a file out of the list."""
        self._let_go(source)
        self._sources.remove(source)
        self.compare()

    def cancel(self, sources: Sequence[PlannedSource]) -> None:
        """Read no more of these files."""
        for one in sources:
            if one.reading is not None:
                one.reading.cancel()

    def compare(self) -> None:
        """Look for twins, unless files are still being read."""
        if not self.reading:
            self.twins.compare([one for one in self._sources if one.state is ReadingState.READY])

    def stop(self) -> None:
        """End all work and wait for it."""
        self.twins.stop()
        readings = [one.reading for one in self._sources if one.reading is not None]
        for reading in (*readings, *self._ended):
            reading.stop_and_wait()

    def _let_go(self, source: PlannedSource) -> None:
        if source.reading is not None:
            source.reading.cancel()
            self._ended.append(source.reading)

    def _source_of_sender(self) -> PlannedSource | None:
        reading = self.sender()
        return next((one for one in self._sources if one.reading is reading), None)

    @Slot(object)
    def _on_read(self, draft: SourceDraft) -> None:
        source = self._source_of_sender()
        if source is not None:
            source.take(draft, queries.respondents(self._project))
            self.compare()
            self.changed.emit()

    @Slot(object)
    def _on_failed(self, error: WorkbenchError) -> None:
        source = self._source_of_sender()
        if source is not None:
            source.fail(error)
            self.compare()
            self.changed.emit()

    @Slot()
    def _on_cancelled(self) -> None:
        self._on_failed(Cancelled())

    @Slot(str)
    def _on_first_page_read(self, text: str) -> None:
        source = self._source_of_sender()
        if source is not None and source.state is ReadingState.READING:
            source.first_page = text
            self.first_page_read.emit()

    @Slot(int, int)
    def _on_progressed(self, done: int, of: int) -> None:
        source = self._source_of_sender()
        if source is not None and source.state is ReadingState.READING:
            source.progress = done, of
            self.progressed.emit(source)
