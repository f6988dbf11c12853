"""What stands beside the table of tasks: the chosen cells, or the form that is filled in; does what a form asks for."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from kodebenk.application import coding_tasks, queries, turn_samples
from kodebenk.application.open_project import OpenProject
from kodebenk.application.turn_samples import SampleWish
from kodebenk.errors import RuleBroken, WorkbenchError
from kodebenk.ui.error_messages import explain
from kodebenk.ui.material.side_panel import SidePanel
from kodebenk.ui.tasks.assign_form import AssignForm, Assignment
from kodebenk.ui.tasks.round_form import RoundForm
from kodebenk.ui.tasks.sample_form import Draw, SampleForm
from kodebenk.ui.tasks.task_model import TaskModel
from kodebenk.ui.tasks.task_panel import TaskPanel
from kodebenk.ui.tasks.task_words import round_name, source_count
from kodebenk.ui.theme import Appearance


class TaskForms(QStackedWidget):
    """Assigns sources, draws samples of turns, begins rounds.

    Signals:
        opened(): a form is shown and wants to be seen.
        ended(): a form was filled in or left; the chosen cells are shown again.
        assigned(Assignment): that was done.
        done(str), done_to_many(str), failed(WorkbenchError): as in `Workspace`.
    """

    opened = Signal()
    ended = Signal()
    assigned = Signal(object)
    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)

    def __init__(
        self, project: OpenProject, model: TaskModel, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._model = model
        self.cells = TaskPanel(appearance)
        self.assign_form = AssignForm(appearance)
        self.sample_form = SampleForm(appearance)
        self.round_form = RoundForm(appearance)
        for page in (self.cells, self.assign_form, self.sample_form, self.round_form):
            self.addWidget(page)
        self._connect_signals()

    def _connect_signals(self) -> None:
        for form in (self.assign_form, self.sample_form, self.round_form):
            form.left.connect(self._end)
        self.assign_form.assignment_requested.connect(self._on_assignment_requested)
        self.sample_form.preview_requested.connect(self._on_preview_requested)
        self.sample_form.draw_requested.connect(self._on_draw_requested)
        self.round_form.start_requested.connect(self._on_start_requested)

    @property
    def next_round(self) -> int:
        return queries.current_round(self._project) + 1

    @Slot()
    def start_assigning(self) -> None:
        """Ask whom to give the chosen sources, or all where none without a task is chosen."""
        chosen = [one for one in self.cells.cells if one.task is None]
        documents = queries.documents(self._project)
        names = {one.coder.name for one in chosen}
        self.assign_form.begin(
            queries.people(self._project),
            documents,
            turn_samples.samples(self._project),
            coder=names.pop() if len(names) == 1 else "",
            checked={one.document.id for one in chosen} or {one.id for one in documents},
        )
        self._show(self.assign_form)

    @Slot()
    def start_sample(self) -> None:
        """Ask for a sample of turns."""
        with_turns = [
            one for one in queries.documents(self._project) if queries.text_of(self._project, one.id).structure.turns
        ]
        number = len(turn_samples.samples(self._project)) + 1
        name = self.tr("Sample {number}").format(number=number)
        self.sample_form.begin(name, with_turns, queries.attributes(self._project))
        self._show(self.sample_form)

    @Slot()
    def start_round(self) -> None:
        """Ask whether a new round shall begin."""
        self.round_form.begin(self.next_round)
        self._show(self.round_form)

    def show_cells(self) -> None:
        """Show the chosen cells, with the keyboard in their first field."""
        self._show(self.cells)

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        shown = self.currentWidget()
        assert isinstance(shown, SidePanel)
        shown.focus_first()

    def _show(self, page: SidePanel) -> None:
        self.setCurrentWidget(page)
        self.opened.emit()
        page.focus_first()

    @Slot()
    def _end(self) -> None:
        self.setCurrentWidget(self.cells)
        self.ended.emit()

    @contextmanager
    def _trying(self) -> Iterator[None]:
        try:
            yield
        except WorkbenchError as error:
            self.failed.emit(error)

    @Slot(object)
    def _on_assignment_requested(self, wanted: Assignment) -> None:
        with self._trying():
            coding_tasks.assign(
                self._project,
                wanted.document_ids,
                wanted.coder,
                blind=wanted.blind,
                units_of=wanted.units_of,
                sample_id=wanted.sample_id,
                round_number=self._model.round_number or None,
            )
            self._end()
            self.assigned.emit(wanted)
            words = self.tr("Assigned {sources} to {coder}")
            self.done_to_many.emit(words.format(sources=source_count(len(wanted.document_ids)), coder=wanted.coder))

    @Slot(object)
    def _on_preview_requested(self, wish: SampleWish) -> None:
        try:
            self.sample_form.show_preview(turn_samples.preview(self._project, wish))
        except RuleBroken as error:
            self.sample_form.show_preview((), explain(error).sentence)

    @Slot(object)
    def _on_draw_requested(self, draw: Draw) -> None:
        with self._trying():
            sample_id = turn_samples.draw_sample(self._project, draw.name, draw.wish, draw.seed)
            self._end()
            drawn = next(one for one in turn_samples.samples(self._project) if one.id == sample_id)
            words = self.tr("Drew {count} turns: “{name}”")
            self.done.emit(words.format(count=len(drawn.turns), name=drawn.name))

    @Slot()
    def _on_start_requested(self) -> None:
        with self._trying():
            number = coding_tasks.start_round(self._project)
            self._end()
            self.done.emit(self.tr("{round} has begun").format(round=round_name(number)))
