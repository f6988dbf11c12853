"""The side panel of the chosen cells: what is to be done there, how far it has come, and what can be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kodebenk.domain.coder import CodingTask
from kodebenk.ui.components.buttons import Button, danger_button, plain_button
from kodebenk.ui.components.labels import IconLabel, make_label, make_surface
from kodebenk.ui.material.side_panel import SidePanel
from kodebenk.ui.reading.coding_words import day_words
from kodebenk.ui.tasks.reason_box import ReasonBox
from kodebenk.ui.tasks.task_model import TaskCell
from kodebenk.ui.tasks.task_words import STATE_ICONS, TaskState, sample_facts, state_name, state_of
from kodebenk.ui.theme import Appearance


class TaskPanel(SidePanel):
    """Shows the chosen cells; what is asked for concerns all of them that it makes sense for.

    Signals:
        assign_requested(): give the chosen sources to somebody.
        finish_requested(object), withdraw_requested(object): ids of tasks.
        reopen_requested(int): id of a task.
        unblind_requested(object, str): ids of tasks, and why.
        open_requested(int): show this document in the coding workspace.
    """

    assign_requested = Signal()
    finish_requested = Signal(object)
    withdraw_requested = Signal(object)
    reopen_requested = Signal(int)
    unblind_requested = Signal(object, str)
    open_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._cells: Sequence[TaskCell] = ()
        self._state_icon = IconLabel(appearance, "circle-dashed", "ink2", 16)
        self._state = make_label("", "strong", wrap=True)
        self._meaning = make_label("", "body", wrap=True)
        self._material = make_label("", "body", wrap=True)
        self._dates = make_label("", "meta", wrap=True)
        self.assign_button: Button = plain_button(appearance, "", "user-round")
        self.finish_button: Button = plain_button(appearance, "", "circle-check")
        self.reopen_button: Button = plain_button(appearance, "", "rotate-ccw")
        self.unblind_button: Button = plain_button(appearance, "", "eye")
        self.reason = ReasonBox(appearance)
        self.withdraw_button: Button = danger_button(appearance, "")
        self.open_button: Button = plain_button(appearance, "", "arrow-up-right")
        self._fill_body()
        self._connect_signals()
        self._retranslate()

    def _fill_body(self) -> None:
        state = make_surface("panel")
        row = QHBoxLayout(state)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._state_icon)
        row.addWidget(self._state, 1)
        for part in (state, self._meaning, self._material, self._dates):
            self.body.addWidget(part)
        self.body.addSpacing(4)
        for button in (self.assign_button, self.finish_button, self.reopen_button, self.unblind_button):
            self.body.addWidget(button)
        self.body.addWidget(self.reason)
        self.body.addStretch(1)
        self.foot.addWidget(self.withdraw_button)
        self.foot.addStretch(1)
        self.foot.addWidget(self.open_button)

    def _connect_signals(self) -> None:
        self.assign_button.clicked.connect(self.assign_requested)
        self.finish_button.clicked.connect(self._on_finish_clicked)
        self.reopen_button.clicked.connect(self._on_reopen_clicked)
        self.unblind_button.clicked.connect(self.reason.begin)
        self.reason.given.connect(self._on_reason_given)
        self.reason.left.connect(self._on_reason_left)
        self.withdraw_button.clicked.connect(self.withdraw)
        self.open_button.clicked.connect(self._on_open_clicked)

    def show_cells(self, cells: Sequence[TaskCell]) -> None:
        """Show other cells, or the same as they now are."""
        if [_key(one) for one in cells] != [_key(one) for one in self._cells]:
            self.reason.hide()
            self.page.verticalScrollBar().setValue(0)
        self._cells = cells
        self.show_fields(bool(cells))
        if len(cells) == 1:
            self._show_one(cells[0])
        elif cells:
            self._show_many()
        self._show_actions()

    @property
    def cells(self) -> Sequence[TaskCell]:
        """Return the chosen cells."""
        return self._cells

    def withdraw(self) -> None:
        """Ask to take the tasks of the chosen cells back."""
        if self._tasks:
            self.withdraw_requested.emit([one.id for one in self._tasks])

    @property
    def _tasks(self) -> list[CodingTask]:
        return [one.task for one in self._cells if one.task is not None]

    def _show_one(self, cell: TaskCell) -> None:
        task = cell.task
        self.title.set_text(cell.document.name)
        self.facts.setText(cell.coder.name)
        icon, role = STATE_ICONS.get(state_of(task), ("circle-dashed", "ink3"))
        self._state_icon.show_icon(icon, role)
        self._state_icon.show()
        self._state.setText(cell.state_words)
        self._meaning.setText(self._meaning_of(state_of(task), cell.coder.name))
        self._meaning.setVisible(bool(self._meaning.text()))
        facts = f"{cell.sample.name}: {sample_facts(cell.sample)}" if cell.sample is not None else ""
        units = cell.material_words if task is not None and task.units and not facts else ""
        self._material.setText(facts or units)
        self._material.setVisible(bool(facts or units))
        self._dates.setText("\n".join(self._dates_of(task)) if task is not None else "")
        self._dates.setVisible(task is not None)

    def _show_many(self) -> None:
        self.title.set_text(self.tr("{count} cells chosen").format(count=len(self._cells)))
        self.facts.setText("")
        counts = Counter(state_of(one.task) for one in self._cells)
        self._state_icon.hide()
        self._state.setText("\n".join(f"{state_name(state)}: {counts[state]}" for state in TaskState if counts[state]))
        for label in (self._meaning, self._material, self._dates):
            label.hide()

    def _meaning_of(self, state: TaskState, coder: str) -> str:
        words = {
            TaskState.NONE: self.tr("{coder} has not been asked to code this source."),
            TaskState.ASSIGNED: self.tr("{coder} codes this source and sees what others have coded in it."),
            TaskState.BLIND: self.tr(
                "{coder} sees nothing of others' codings, counts and comments in this source until they have finished."
            ),
            TaskState.UNBLINDED: self.tr("{coder} began blind and sees now what others have coded."),
        }
        return words.get(state, "").format(coder=coder)

    def _dates_of(self, task: CodingTask) -> list[str]:
        lines = [self.tr("Assigned {day}").format(day=day_words(task.assigned_at))]
        if task.unblinded_at:
            words = self.tr("Blindness ended {day}: {reason}")
            lines.append(words.format(day=day_words(task.unblinded_at), reason=task.unblinded_because))
        elif task.blind and task.is_finished:
            lines.append(self.tr("Coded blind until finished"))
        if task.finished_at:
            lines.append(self.tr("Finished {day}").format(day=day_words(task.finished_at)))
        return lines

    def _show_actions(self) -> None:
        tasks = self._tasks
        self.assign_button.setVisible(len(tasks) < len(self._cells))
        self.finish_button.setVisible(any(not one.is_finished for one in tasks))
        self.reopen_button.setVisible(len(self._cells) == 1 and bool(tasks) and tasks[0].is_finished)
        self.unblind_button.setVisible(any(one.hides for one in tasks))
        if not any(one.hides for one in tasks):
            self.reason.hide()
        self.withdraw_button.setEnabled(bool(tasks))
        self.open_button.setEnabled(len({one.document.id for one in self._cells}) == 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Chosen task"))
        self.nothing.setText(self.tr("Choose a cell to see what somebody is to code there. Shift chooses several."))
        self.assign_button.set_text(self.tr("Assign …"))
        self.finish_button.set_text(self.tr("Finish"))
        self.reopen_button.set_text(self.tr("Reopen"))
        self.reopen_button.setToolTip(self.tr("Whoever has seen others' codings stays without blindness."))
        self.unblind_button.set_text(self.tr("End blindness …"))
        self.withdraw_button.set_text(self.tr("Withdraw"))
        self.open_button.set_text(self.tr("Open in coding"))
        self.show_cells(self._cells)

    @Slot()
    def _on_finish_clicked(self) -> None:
        self.finish_requested.emit([one.id for one in self._tasks if not one.is_finished])

    @Slot()
    def _on_reopen_clicked(self) -> None:
        self.reopen_requested.emit(self._tasks[0].id)

    @Slot(str)
    def _on_reason_given(self, reason: str) -> None:
        self.unblind_requested.emit([one.id for one in self._tasks if one.hides], reason)

    @Slot()
    def _on_reason_left(self) -> None:
        self.reason.hide()
        self.unblind_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_open_clicked(self) -> None:
        self.open_requested.emit(self._cells[0].document.id)


def _key(cell: TaskCell) -> tuple[int, int]:
    return cell.document.id, cell.coder.id
