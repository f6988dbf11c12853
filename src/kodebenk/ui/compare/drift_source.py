"""Measures in the background how agreement moved over time."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kodebenk.analysis.agreement.drift import DriftBy
from kodebenk.application import coder_drift
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background


class DriftSource(QObject):
    """One measurement at a time; a newer one replaces the one that runs.

    Signals:
        started(BackgroundTask): a measurement has been made ready; whoever listens begins it.
        measured(tuple): its points.
        ended_without(): the user stopped it, or it could not be made.
        failed(WorkbenchError): why it could not be made.
    """

    started = Signal(object)
    measured = Signal(object)
    ended_without = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: BackgroundTask | None = None
        self._read: ReadComparison | None = None
        self._next: tuple[ReadComparison, str] | None = None

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    def measure(self, read: ReadComparison, by: str) -> None:
        """Measure the points of a `DriftBy` for a comparison that has a report."""
        if self._task is not None:
            self._next = (read, by)
            self._task.cancel()
            return
        self._read = read
        self._task = run_in_background(partial(_measure, read, by), self)
        self._task.succeeded.connect(self.measured)
        self._task.failed.connect(self._on_failed)
        self._task.cancelled.connect(self._on_cancelled)
        self._task.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self.started.emit(self._task)

    def keep_to(self, read: ReadComparison) -> None:
        """End the work on any other comparison: its points would stand beside the figures of this one."""
        if self._task is not None and self._read is not None and self._read.report is not read.report:
            self._next = None
            self._task.cancel()

    def stop(self) -> None:
        """End the work, as before the project closes."""
        self._next = None
        if self._task is not None:
            self._task.stop_and_wait()
            self._task = self._read = None

    @Slot(object)
    def _on_failed(self, error: object) -> None:
        self.ended_without.emit()
        self.failed.emit(error)

    @Slot()
    def _on_cancelled(self) -> None:
        if self._next is None:
            self.ended_without.emit()

    @Slot()
    def _on_ended(self) -> None:
        self._task = self._read = None
        wanted, self._next = self._next, None
        if wanted is not None:
            self.measure(*wanted)


def _measure(read: ReadComparison, by: str, token: CancelToken, progress: Progress) -> Any:
    return coder_drift.measure_drift(read, DriftBy(by), token.is_cancelled, progress)
