"""The task of the one who works in the text on the screen: what is marked, where to go next, and its end."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.application import coding_tasks, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.task_progress import TaskProgress, task_progress
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import WorkbenchError
from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.reading.document_view import DocumentView, announce
from kodebenk.ui.reading.task_marks import MarkedPlace, TaskMarks
from kodebenk.ui.tasks.blind_banner import BlindBanner
from kodebenk.ui.tasks.task_badge import TaskBadge
from kodebenk.ui.workspace import StatusItem

_FOLLOWED = ("coding", "coding_task", "task_unit", "turn_sample", "sampled_turn", "coder", "document_text", "turn")


class ReadingTask(QObject):
    """Follows the document and the project, and shows what there is to do in view, badge and banner.

    Signals:
        done(str), failed(WorkbenchError): as in `Workspace`.
        told(str): something that is no change is to be said.
        unveiled(): the coder sees from now on what others coded here.
        leaving(): another place is about to be shown; nothing shall stay selected here.
    """

    done = Signal(str)
    failed = Signal(object)
    told = Signal(str)
    unveiled = Signal()
    leaving = Signal()

    def __init__(self, project: OpenProject, view: DocumentView, badge: TaskBadge, banner: BlindBanner) -> None:
        super().__init__(view)
        self._project = project
        self._view = view
        self._badge = badge
        self._banner = banner
        self._document_id = 0
        self._marks = TaskMarks()
        self.progress: TaskProgress | None = None
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._badge.finish_requested.connect(self.finish)
        self._banner.finish_requested.connect(self.finish)
        self._banner.unblind_requested.connect(self._on_unblind_requested)
        self._banner.left.connect(self._view.setFocus)

    def show_document(self, document_id: int) -> None:
        """Show the task in a document that the view shows now; 0 for none."""
        self._document_id = document_id
        self._show(always=True)

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project."""
        if change.touches(*_FOLLOWED):
            self._show()

    def _show(self, *, always: bool = False) -> None:
        documents = {one.id for one in queries.documents(self._project)}
        found = task_progress(self._project, self._document_id) if self._document_id in documents else None
        self.progress = found if found is not None and not found.task.is_finished else None
        marks = _marks(self.progress)
        if always or marks != self._marks:
            self._marks = marks
            self._view.mark_task(marks)
        self._badge.show_progress(self.progress)
        hides = self.progress is not None and self.progress.task.hides
        if self.progress is not None:
            self._banner.set_round(self.progress.task.round)
        if hides and (always or self._banner.isHidden()):
            announce(self._view, self._banner.accessibleName())
        self._banner.set_shown(hides)

    def status_item(self, position: int) -> StatusItem | None:
        """Return what the status bar says of a place in the text (code points)."""
        progress = self.progress
        if progress is None or progress.sample is None:
            return None
        for turn, is_coded in zip(progress.turns, progress.turn_coded, strict=True):
            if turn.start <= position <= turn.end:
                words = self.tr("In your sample, coded") if is_coded else self.tr("In your sample, not coded yet")
                return StatusItem(words, "circle-check" if is_coded else "circle-dashed")
        return StatusItem(self.tr("Not in your sample"), "minus")

    def step(self, step: int) -> None:
        """Go to the next turn of the sample, or unit without code (1), or the one before (−1)."""
        place = self._place_from(self._view.caret_position(), step)
        if place is None:
            self.told.emit(self._end_words(step))
            return
        self.leaving.emit()
        if self.progress is not None and self.progress.units:
            self._view.select_passage(place.start, place.end)
        else:
            self._view.select_passage(place.start, place.start)
        self._view.scroll_to(place.start, place.end, centre=False)
        self._view.setFocus()

    def _place_from(self, caret: int, step: int) -> Passage | None:
        progress = self.progress
        if progress is None:
            return None
        places = list(progress.places)
        if progress.units:
            places = [one for one, coded in zip(places, progress.place_coded, strict=True) if not coded]
        passage = self._view.selected_passage()
        start, end = passage or (caret, caret)
        if step < 0:
            return next((one for one in reversed(places) if one.start < start), None)
        if progress.units:
            return next((one for one in places if (one.start, one.end) > (start, end)), None)
        return next((one for one in places if one.start > start), None)

    def _end_words(self, step: int) -> str:
        if self.progress is None or not self.progress.places:
            return self.tr("No turns or units are marked for you in this text")
        if self.progress.units and step > 0:
            return self.tr("No unit without a code further on")
        if self.progress.units:
            return self.tr("No unit without a code before this")
        return self.tr("No turn of the sample further on") if step > 0 else self.tr("No turn of the sample before this")

    def entries(self) -> list[MenuEntry]:
        """Return what can be done with the task, for menus."""
        if self.progress is None:
            return []
        entries = []
        if self.progress.units:
            entries.append(MenuEntry(self.tr("Next unit without a code"), self.step_on, "T"))
            entries.append(MenuEntry(self.tr("Previous unit without a code"), self.step_back, "R"))
        elif self.progress.turns:
            entries.append(MenuEntry(self.tr("Next turn of the sample"), self.step_on, "T"))
            entries.append(MenuEntry(self.tr("Previous turn of the sample"), self.step_back, "R"))
        return [*entries, MenuEntry(self.tr("I have finished coding this source"), self.finish)]

    def step_on(self) -> None:
        self.step(1)

    def step_back(self) -> None:
        self.step(-1)

    @Slot()
    def finish(self) -> None:
        """Say that the coder has finished here."""
        if self.progress is None:
            return
        was_blind = self.progress.task.hides
        try:
            coding_tasks.finish(self._project, [self.progress.task.id])
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        said = self.tr("You have finished this source")
        if was_blind:
            self.unveiled.emit()
            said = self.tr("You have finished this source, and see what others coded")
        self.done.emit(said)
        self._view.setFocus()

    @Slot(str)
    def _on_unblind_requested(self, reason: str) -> None:
        if self.progress is None:
            return
        try:
            coding_tasks.unblind(self._project, [self.progress.task.id], reason)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self.unveiled.emit()
        self.done.emit(self.tr("Blind coding of this source has ended: {reason}").format(reason=reason))
        self._view.setFocus()


def _marks(progress: TaskProgress | None) -> TaskMarks:
    if progress is None:
        return TaskMarks()
    turns = _places(progress.turns, progress.turn_coded) if progress.sample is not None else None
    return TaskMarks(turns, _places(progress.units, progress.unit_coded))


def _places(passages: tuple[Passage, ...], coded: tuple[bool, ...]) -> tuple[MarkedPlace, ...]:
    return tuple(MarkedPlace(one.start, one.end, done) for one, done in zip(passages, coded, strict=True))
