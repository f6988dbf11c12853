"""Compares coders in the background, and knows whether the last comparison is still true."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kodebenk.application import agreement_report, comparison_reading
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background
from kodebenk.ui.project_signals import ProjectSignals

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.coders_setup import AgreementSetup

TOUCHING = (
    *agreement_report.TOUCHING,
    "decision",
    "decision_coding",
)
"""Tables whose changes make a comparison untrue."""

_KEPT = 3


class ComparisonSource(QObject):
    """Holds the setup that is wanted and what came of it.

    Signals:
        went_stale(): the project changed since the last comparison.
        started(BackgroundTask): a comparison has been made ready; whoever listens begins it.
        read(ReadComparison): one is ready.
        stopped(): the user stopped it, or it failed; the one before stays.
        failed(WorkbenchError): the project could not be read.
    """

    went_stale = Signal()
    started = Signal(object)
    read = Signal(object)
    stopped = Signal()
    failed = Signal(object)

    def __init__(self, project: OpenProject, project_signals: ProjectSignals, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._setup: AgreementSetup | None = None
        self._result: ReadComparison | None = None
        self._kept: list[tuple[AgreementSetup | None, ReadComparison]] = []
        self._is_stale = True
        self._task: BackgroundTask | None = None
        self._was_stopped = self._is_delivered = False
        # Whoever follows the task that ended must have let go of it before the next one begins.
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.went_stale)
        project_signals.changed.connect(self._on_project_changed)

    @property
    def result(self) -> ReadComparison | None:
        """Return the last comparison, stale or not."""
        return self._result

    @property
    def is_stale(self) -> bool:
        """Return whether project or setup changed since the last comparison."""
        return self._is_stale

    @property
    def was_stopped(self) -> bool:
        """Return whether the last comparison was not finished."""
        return self._was_stopped

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    def use(self, setup: AgreementSetup | None) -> None:
        """Want another comparison, None for the one that offers itself; `refresh` makes it."""
        if setup != self._setup:
            self._setup = setup
            self._is_stale = True
            if self._task is not None:
                self._task.cancel()

    def take_for(self, setup: AgreementSetup | None) -> None:
        """Say that the last comparison is that of this setup too, which needs none of its own."""
        self._setup = setup
        if self._result is not None and not self._is_stale:
            self._keep(self._result)

    @Slot()
    def refresh(self) -> None:
        """Compare again if the last comparison is not true any more; `read` follows, at once or later."""
        if not self._is_stale or self._task is not None:
            return
        self._is_stale = self._was_stopped = self._is_delivered = False
        known = next((result for setup, result in self._kept if setup == self._setup), None)
        if known is not None:
            self._deliver(known)
            return
        self._task = run_in_background(_Reading(self._project.path, self._project.reader_name, self._setup), self)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._on_ended)
        self.started.emit(self._task)

    def stop(self) -> None:
        """End the work, as before the project closes."""
        self._again.stop()
        if self._task is not None:
            self._task.stop_and_wait()
            self._task = None

    def _keep(self, result: ReadComparison) -> None:
        self._kept = [(self._setup, result), *(one for one in self._kept if one[0] != self._setup)][:_KEPT]

    def _deliver(self, result: ReadComparison) -> None:
        self._result = result
        self._is_delivered = True
        self.read.emit(result)

    @Slot(object)
    def _on_succeeded(self, result: ReadComparison) -> None:
        if not self._is_stale:
            self._keep(result)
        self._deliver(result)

    @Slot()
    def _on_ended(self) -> None:
        if not self._is_delivered and not self._is_stale:  # nothing else is wanted instead
            self._is_stale = self._was_stopped = True
            self.stopped.emit()
        wanted_anew = self._is_stale and not self._was_stopped
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        if wanted_anew:
            self._again.start()

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches(*TOUCHING):
            self._is_stale = True
            self._kept = []
            self.went_stale.emit()


class _Reading:
    """One comparison as a plain function with values only."""

    def __init__(self, path: Path, coder_name: str, setup: AgreementSetup | None) -> None:
        self._path = path
        self._coder_name = coder_name
        self._setup = setup

    def __call__(self, token: CancelToken, progress: Progress) -> ReadComparison:
        return comparison_reading.read_comparison(
            self._path, self._coder_name, self._setup, token.is_cancelled, progress
        )
