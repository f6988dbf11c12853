"""Coding tasks: who codes which source, and the samples of turns that several code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application import coding_tasks, queries, turn_samples
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import WorkbenchError
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import IconLabel, make_label, make_line, make_surface
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.material.panel_split import PanelSplit
from kodebenk.ui.tasks.assign_form import Assignment
from kodebenk.ui.tasks.sample_list import SampleList
from kodebenk.ui.tasks.task_forms import TaskForms
from kodebenk.ui.tasks.task_grid import TaskGrid
from kodebenk.ui.tasks.task_model import TaskModel
from kodebenk.ui.tasks.task_words import STATE_ICONS, TaskState, round_name, state_name, state_of
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem


class TaskView(QWidget):
    """Table, samples and side panel; carries out what they ask for.

    Signals:
        done(str), done_to_many(str), failed(WorkbenchError), passage_requested(int, int, int), import_requested(): as
            in `Workspace`.
        summary_changed(): what the status bar says is another.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)
    passage_requested = Signal(int, int, int)
    import_requested = Signal()
    summary_changed = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._is_stale = True
        self._search = ""
        self._newest_shown = 0
        self.model = TaskModel(project, self)
        self.table = TaskGrid(self.model, appearance)
        self.rounds = PickButton(appearance)
        self.samples = SampleList(appearance)
        self.empty = EmptyState(appearance, "files", "", "")
        self._first_button = self.empty.set_action("")
        self._no_hits = make_label("", "body", wrap=True)
        self._legend = {state: make_label("", "meta") for state in STATE_ICONS}
        self.panel = TaskForms(project, self.model, appearance)
        self.cells = self.panel.cells
        self._main = self._make_main(appearance)
        self.split = PanelSplit(self._main, self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self._connect_signals()
        self._retranslate()

    def _make_main(self, appearance: Appearance) -> QWidget:
        main = make_surface("paper")
        self._legend_bar = QWidget()
        above = QHBoxLayout(self._legend_bar)
        above.setContentsMargins(14, 8, 14, 8)
        above.setSpacing(6)
        above.addWidget(self.rounds)
        above.addStretch(1)
        for state, (icon, role) in STATE_ICONS.items():
            above.addSpacing(8)
            above.addWidget(IconLabel(appearance, icon, role, 14))
            above.addWidget(self._legend[state])
        self._no_hits.setContentsMargins(16, 14, 16, 14)
        self._no_hits.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._empty_page = make_centred_page(self.empty)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._legend_bar)
        column.addWidget(make_line())
        for part in (self.table, self._no_hits, self._empty_page):
            column.addWidget(part, 1)
        column.addWidget(make_line())
        column.addWidget(self.samples)
        main.setFocusProxy(self.table)
        return main

    def _connect_signals(self) -> None:
        self._first_button.clicked.connect(self.import_requested)
        self.rounds.picked.connect(self._on_round_picked)
        self.table.cells_chosen.connect(self._on_cells_chosen)
        self.table.entered.connect(self._on_entered)
        self.table.delete_requested.connect(self.cells.withdraw)
        self.table.details_requested.connect(self.split.toggle_panel)
        self.table.clicked.connect(self.split.open_panel)
        self.split.open_changed.connect(self._on_open_changed)
        self.samples.delete_requested.connect(self._on_delete_sample_requested)
        self.cells.close_requested.connect(self.split.close_panel)
        self.cells.close_button.clicked.connect(self.split.close_panel)
        self.cells.assign_requested.connect(self.panel.start_assigning)
        self.cells.finish_requested.connect(self._on_finish_requested)
        self.cells.withdraw_requested.connect(self._on_withdraw_requested)
        self.cells.reopen_requested.connect(self._on_reopen_requested)
        self.cells.unblind_requested.connect(self._on_unblind_requested)
        self.cells.open_requested.connect(self._on_open_requested)
        self._connect_forms()

    def _connect_forms(self) -> None:
        self.panel.opened.connect(self.split.open_panel)
        self.panel.ended.connect(self._on_form_ended)
        self.panel.assigned.connect(self._on_assigned)
        self.panel.done.connect(self.done)
        self.panel.done_to_many.connect(self.done_to_many)
        self.panel.failed.connect(self.failed)

    # What is shown

    @property
    def main_focus(self) -> QWidget:
        """Return what gets the keyboard when the view is shown."""
        return self.table if not self.table.isHidden() else self._first_button

    def panels(self) -> Sequence[QWidget]:
        """Return the panels that F6 goes through."""
        shown = [one for one in (self.table, self.samples) if one.isVisible()]
        return [*shown, self.panel] if self.split.is_panel_shown else shown

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the table for F1."""
        return (
            (self.tr("Shift+arrows"), self.tr("choose several cells")),
            ("Enter", self.tr("assign, or what can be done with the task")),
            ("Del", self.tr("withdraw the tasks of the chosen cells")),
            (self.tr("Space"), self.tr("open or close the side panel in a narrow window")),
        )

    def status_left(self) -> list[StatusItem]:
        """Return how many tasks there are in the round shown, and of how many their coders are blind."""
        tasks = self.model.tasks
        if not tasks:
            return []
        finished = sum(one.is_finished for one in tasks)
        blind = sum(one.hides for one in tasks)
        words = self.tr("{finished} of {all} tasks finished").format(finished=finished, all=len(tasks))
        items = [StatusItem(words, "circle-check")]
        if blind:
            items.append(StatusItem(self.tr("{count} coded blind").format(count=blind), "eye-off"))
        return items

    def status_right(self) -> list[StatusItem]:
        """Return the round that new codings belong to."""
        return [StatusItem(self.tr("New codings: {round}").format(round=round_name(self._current_round)))]

    @property
    def _current_round(self) -> int:
        return queries.current_round(self._project)

    def set_words(self, text: str) -> None:
        """Show only sources with these words in their names."""
        self._search = text
        if not self._is_stale:
            self._read_again()

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project; while nobody looks, only remember that there was one."""
        if self.model.touched_by(change):
            self._is_stale = True
            if self.isVisible():
                self._read_again()

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._read_again()
        super().showEvent(event)

    def _read_again(self) -> None:
        self._is_stale = False
        self._fill_rounds()
        self.model.show_round(int(self.rounds.key), self._search)
        samples = turn_samples.samples(self._project)
        used = {one.sample_id for one in coding_tasks.tasks(self._project) if one.sample_id is not None}
        self.samples.show_samples(samples, used)
        self._show_what_there_is()
        if not self.table.currentIndex().isValid() and self.model.rowCount() and self.model.columnCount():
            self.table.choose(self.model.index(0, 0))
        self._on_cells_chosen()
        self.summary_changed.emit()

    def _fill_rounds(self) -> None:
        """Offer the rounds; stay at the one shown, and go with the project when it was the newest."""
        newest = self._current_round
        known = int(self.rounds.key) if self.rounds.key else 0
        was_newest = known in {0, self._newest_shown}
        self._newest_shown = newest
        choices = [(str(number), round_name(number)) for number in range(1, newest + 1)]
        self.rounds.set_choices(choices, str(newest if was_newest or known > newest else known))

    def _show_what_there_is(self) -> None:
        has_sources = bool(queries.documents(self._project))
        has_rows = self.model.rowCount() > 0
        self.table.setVisible(has_rows)
        self._no_hits.setVisible(has_sources and not has_rows)
        self._empty_page.setVisible(not has_sources)
        self._legend_bar.setVisible(has_sources)
        self.split.set_panel_wanted(wanted=has_sources)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Who codes which source"))
        self.rounds.setToolTip(self.tr("Which round is shown"))
        self.empty.set_texts(
            self.tr("No sources to code yet"), self.tr("Import sources, and say here who codes which of them.")
        )
        self.empty.set_action(self.tr("Import"))
        self._no_hits.setText(self.tr("No source has these words. Esc in the search field shows all."))
        for state, label in self._legend.items():
            label.setText(state_name(state))
        if not self._is_stale:
            self._read_again()

    # Forms

    @contextmanager
    def _trying(self) -> Iterator[None]:
        try:
            yield
        except WorkbenchError as error:
            self.failed.emit(error)

    @Slot()
    def _on_form_ended(self) -> None:
        self.split.close_panel()
        self.main_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_assigned(self, wanted: Assignment) -> None:
        coder = queries.find_coder(self._project, wanted.coder)
        index = self.model.index_of(wanted.document_ids[0], coder.id if coder is not None else 0)
        if index.isValid():
            self.table.choose(index)

    @Slot(int)
    def _on_delete_sample_requested(self, sample_id: int) -> None:
        with self._trying():
            name = next(one.name for one in turn_samples.samples(self._project) if one.id == sample_id)
            turn_samples.delete_sample(self._project, sample_id)
            self.done.emit(self.tr("Deleted the sample “{name}”").format(name=name))

    # Tasks

    @Slot(str)
    def _on_round_picked(self, _number: str) -> None:
        self._read_again()

    @Slot()
    def _on_cells_chosen(self) -> None:
        self.cells.show_cells(self.table.chosen())

    @Slot()
    def _on_entered(self) -> None:
        if all(state_of(one.task) is TaskState.NONE for one in self.table.chosen()):
            self.panel.start_assigning()
            return
        self.panel.show_cells()

    @Slot(bool)
    def _on_open_changed(self, _is_open: bool) -> None:
        self.cells.close_button.setVisible(self.split.is_narrow)

    @Slot(object)
    def _on_finish_requested(self, task_ids: list[int]) -> None:
        with self._trying():
            coding_tasks.finish(self._project, task_ids)
            self.done.emit(self._said(self.tr("The task is finished"), self.tr("{count} tasks are finished"), task_ids))

    @Slot(object)
    def _on_withdraw_requested(self, task_ids: list[int]) -> None:
        with self._trying():
            coding_tasks.withdraw(self._project, task_ids)
            said = self._said(self.tr("Withdrew the task"), self.tr("Withdrew {count} tasks"), task_ids)
            (self.done if len(task_ids) == 1 else self.done_to_many).emit(said)

    @Slot(int)
    def _on_reopen_requested(self, task_id: int) -> None:
        with self._trying():
            coding_tasks.reopen(self._project, task_id)
            self.done.emit(self.tr("The task is open again"))

    @Slot(object, str)
    def _on_unblind_requested(self, task_ids: list[int], reason: str) -> None:
        with self._trying():
            coding_tasks.unblind(self._project, task_ids, reason)
            self.done.emit(self.tr("Blind coding ended: {reason}").format(reason=reason))

    def _said(self, one: str, many: str, task_ids: Sequence[int]) -> str:
        return one if len(task_ids) == 1 else many.format(count=len(task_ids))

    @Slot(int)
    def _on_open_requested(self, document_id: int) -> None:
        self.passage_requested.emit(document_id, 0, 0)
