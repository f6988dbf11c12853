"""Computes in the background what alpha would be with the words that a comparison leaves out."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.coders_setup import Scope
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.application import scope_effect
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background

_KEPT = 3


class ScopeSource(QObject):
    """One computation at a time; that of a newer comparison replaces the one that runs.

    Signals:
        measured(AgreementReport, Coefficient): what came of it; never for a report that leaves out nothing.
    """

    measured = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: list[tuple[AgreementReport, Coefficient]] = []
        self._task: BackgroundTask | None = None
        self._asked: ReadComparison | None = None
        self._next: ReadComparison | None = None

    def measure(self, read: ReadComparison) -> None:
        """Compute the figure for a comparison; one that is known comes at once."""
        report = read.report
        if report is None or report.setup.scope is Scope.ALL or not report.left_out:
            return
        known = next((alpha for one, alpha in self._known if one is report), None)
        if known is not None:
            self.measured.emit(report, known)
        elif self._task is None:
            self._start(read)
        elif self._asked is not read:
            self._next = read
            self._task.cancel()

    def stop(self) -> None:
        """End the work, as before the project closes."""
        self._next = None
        if self._task is not None:
            self._task.stop_and_wait()
            self._task = None

    def _start(self, read: ReadComparison) -> None:
        self._asked = read
        self._task = run_in_background(partial(_measure, read), self)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._task.start()

    @Slot(object)
    def _on_succeeded(self, alpha: Coefficient | None) -> None:
        report = self._asked.report if self._asked is not None else None
        if report is not None and alpha is not None:
            self._known = [(report, alpha), *self._known][:_KEPT]
            self.measured.emit(report, alpha)

    @Slot()
    def _on_ended(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        wanted, self._next = self._next, None
        if wanted is not None:
            self.measure(wanted)


def _measure(read: ReadComparison, token: CancelToken, _progress: Progress) -> Coefficient | None:
    assert read.report is not None, "nothing was compared"
    return scope_effect.alpha_of_all(read.material, read.report, token.is_cancelled)
