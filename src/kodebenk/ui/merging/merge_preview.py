"""The other copy as it is being read and looked at: the plan, the choices, and what they would do."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.application.merge_plan import MergeChoices, MergePlan, MergeReport
from kodebenk.errors import Cancelled, WorkbenchError
from kodebenk.ui.background import BackgroundTask, Work, run_in_background
from kodebenk.ui.merging import merge_work
from kodebenk.ui.merging.section_values import Choice, change_choices


class MergePreview(QObject):
    """Reads the other copy in the background, and has every choice told in the background.

    Signals:
        progressed(done, of): how many texts were compared; `of` is 0 while the end is unknown.
        planned(): the other copy was read; `plan` and `report` are there.
        foreseen(): `report` tells what the choices would do.
        failed(WorkbenchError): the other copy could not be read, or reading was stopped.
    """

    progressed = Signal(int, int)
    planned = Signal()
    foreseen = Signal()
    failed = Signal(object)

    def __init__(self, project: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._task: BackgroundTask | None = None
        self._ended: list[BackgroundTask] = []
        self.plan: MergePlan | None = None
        self.report: MergeReport | None = None
        self.choices = MergeChoices()

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    def read(self, other: Path, reader_name: str) -> None:
        """Read another copy, from the beginning; choices that were made stay.

        Args:
            other: its file.
            reader_name: who works; somebody who codes blind sees no other copy.
        """
        self.plan = self.report = None
        task = self._run(partial(merge_work.plan, self._project, other, reader_name, self.choices))
        task.progressed.connect(self._on_progressed)
        task.succeeded.connect(self._on_planned)
        task.failed.connect(self._on_failed)
        task.start()

    def choose(self, choices: Sequence[Choice], *, theirs: bool) -> None:
        """Take theirs, or ours, in some choices, and tell what that does."""
        self.choices = change_choices(self.choices, choices, theirs=theirs)
        if self.plan is None:
            return
        task = self._run(partial(merge_work.preview, self.plan, self.choices))
        task.succeeded.connect(self._on_foreseen)
        task.failed.connect(self._on_failed)
        task.start()

    def forget_choices(self) -> None:
        """Let all stay as it is here, for another copy."""
        self.choices = MergeChoices()

    def stop_reading(self) -> None:
        """Let go of the copy that is being read; the worker ends at its next step."""
        if self._task is not None:
            self._let_go()
            self.failed.emit(Cancelled())

    def stop(self) -> None:
        """End all work and wait for it."""
        self._let_go()
        for task in self._ended:
            task.stop_and_wait()
        self._ended.clear()

    def _run(self, work: Work) -> BackgroundTask:
        self._let_go()
        task = run_in_background(work, self)
        task.ended.connect(self._on_ended)
        self._task = task
        return task

    def _let_go(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._ended.append(self._task)
            self._task = None

    def _is_current(self) -> bool:
        if self.sender() is not self._task:
            return False
        self._task = None
        return True

    @Slot(int, int)
    def _on_progressed(self, done: int, of: int) -> None:
        if self.sender() is self._task:
            self.progressed.emit(done, of)

    @Slot(object)
    def _on_planned(self, found: tuple[MergePlan, MergeReport]) -> None:
        if self._is_current():
            self.plan, self.report = found
            self.planned.emit()

    @Slot(object)
    def _on_foreseen(self, report: MergeReport) -> None:
        if self._is_current():
            self.report = report
            self.foreseen.emit()

    @Slot(object)
    def _on_failed(self, error: WorkbenchError) -> None:
        if self._is_current():
            self.failed.emit(error)

    @Slot()
    def _on_ended(self) -> None:
        task = self.sender()
        if isinstance(task, BackgroundTask):
            self._ended = [one for one in self._ended if one is not task]
            task.deleteLater()
