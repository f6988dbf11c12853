"""Lets the user say of a cell what only a person can know: asked without a clear answer, not asked, not applicable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kodebenk.analysis.theme_matrix import MatrixCell
from kodebenk.domain.matrix import SETTABLE_STATES, CellState
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.theme import Appearance

_FOLLOWS = "follows"


class StateChoice(QWidget):
    """A choice and, unless the state follows the codings, a field for the reason.

    Signals:
        chosen(CellState | None, str): state, or None to let it follow the codings, and the reason.
    """

    chosen = Signal(object, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: CellState | None = None
        self._shown_reason = ""
        self._choice = PickButton(appearance)
        self._reason = QLineEdit()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._choice)
        column.addWidget(self._reason)
        self.retranslate()
        self._choice.picked.connect(self._on_picked)
        self._reason.editingFinished.connect(self.commit)

    def show_cell(self, cell: MatrixCell) -> None:
        """Show the state of another cell."""
        self._state = cell.state if cell.state_by_hand else None
        self._shown_reason = cell.reason
        self._reason.setText(cell.reason)
        self._reason.setVisible(self._state is not None)
        self._choice.set_key(self._state.value if self._state else _FOLLOWS)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        choices = [(_FOLLOWS, self.tr("Follows the codings"))]
        choices += [(state.value, words.state_name(state)) for state in SETTABLE_STATES]
        self._choice.set_caption(self.tr("State"))
        self._choice.set_choices(choices, self._state.value if self._state else _FOLLOWS)
        self._reason.setPlaceholderText(self.tr("Reason, in your own words"))
        self._reason.setAccessibleName(self.tr("Reason for the state"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def commit(self) -> None:
        """Keep the reason; nothing happens if nothing changed."""
        if self._state is not None and self._reason.text().strip() != self._shown_reason:
            self._shown_reason = self._reason.text().strip()
            self.chosen.emit(self._state, self._shown_reason)

    @Slot(str)
    def _on_picked(self, key: str) -> None:
        state = None if key == _FOLLOWS else CellState(key)
        if state is not self._state:
            self._state = state
            self._reason.setVisible(state is not None)
            self.chosen.emit(state, self._shown_reason if state else "")
