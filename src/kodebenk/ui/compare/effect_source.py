"""Weighs in the background what a decision that is being thought of would do to the agreement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kodebenk.analysis.agreement.coders_report import ComparedPlace
from kodebenk.analysis.agreement.consensus_codings import ConsensusCoding
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.application import consensus_report
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background

_PAUSE_MS = 120
"""Choices are gone through with the arrow keys: only the one that stays is weighed."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """What is asked: alpha of a code, if a place of a comparison were settled with these codings."""

    read: ReadComparison
    place: ComparedPlace
    wanted: tuple[ConsensusCoding, ...]
    code_id: int


class EffectSource(QObject):
    """One weighing at a time; a newer one replaces the one that waits or runs.

    Signals:
        weighed(Weighing, Coefficient): what came of it.
    """

    weighed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: BackgroundTask | None = None
        self._asked: Weighing | None = None
        self._next: Weighing | None = None
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._start)

    def weigh(self, weighing: Weighing | None) -> None:
        """Weigh a decision soon; None forgets the one that waits or runs."""
        self._next = weighing
        if self._task is not None:
            self._task.cancel()
        elif weighing is not None:
            self._pause.start()

    def stop(self) -> None:
        """End the work, as before the project closes."""
        self._next = None
        self._pause.stop()
        if self._task is not None:
            self._task.stop_and_wait()
            self._task = None

    @Slot()
    def _start(self) -> None:
        self._asked, self._next = self._next, None
        if self._asked is None:
            return
        self._task = run_in_background(partial(_weigh, self._asked), self)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._task.start()

    @Slot(object)
    def _on_succeeded(self, found: Coefficient) -> None:
        if self._next is None:
            self.weighed.emit(self._asked, found)

    @Slot()
    def _on_ended(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()  # it holds the whole comparison
        if self._next is not None:
            self._pause.start()


def _weigh(weighing: Weighing, _token: CancelToken, _progress: Progress) -> Coefficient:
    read = weighing.read
    assert read.report is not None, "nothing to weigh"
    return consensus_report.alpha_if_settled(
        read.material, read.report, read.decisions, weighing.place, weighing.wanted, weighing.code_id
    )
