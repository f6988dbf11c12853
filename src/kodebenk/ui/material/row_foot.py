"""What a side panel can do with the row it shows, whatever the row is: move it, delete it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kodebenk.ui.components.buttons import IconButton, danger_button
from kodebenk.ui.theme import Appearance


class RowFoot(QWidget):
    """Buttons for one row of a table.

    Signals:
        delete_requested(int): id of the row.
        move_requested(int, int): id of the row and −1 or 1.
    """

    delete_requested = Signal(int)
    move_requested = Signal(int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_id = 0
        self._order: Sequence[int] = ()
        self._can_move = True
        self.delete_button = danger_button(appearance, "")
        self.up_button = IconButton(appearance, "arrow-up", "")
        self.down_button = IconButton(appearance, "arrow-down", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.delete_button, self.up_button, self.down_button):
            row.addWidget(button)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self.up_button.clicked.connect(self._on_up_clicked)
        self.down_button.clicked.connect(self._on_down_clicked)
        self._retranslate()

    def show_row(self, row_id: int, order: Sequence[int]) -> None:
        """Be about this row, whose place is the one it has in `order`."""
        self._row_id, self._order = row_id, order
        self._show_places()

    def set_can_move(self, can_move: bool) -> None:
        """Say whether rows can change places: only in the project's own order."""
        self._can_move = can_move
        self._show_places()

    def _show_places(self) -> None:
        if self._row_id in self._order:
            place = self._order.index(self._row_id)
            self.up_button.setEnabled(self._can_move and place > 0)
            self.down_button.setEnabled(self._can_move and place < len(self._order) - 1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.delete_button.set_text(self.tr("Delete"))
        self.up_button.set_name(self.tr("Move up"), self.tr("Alt+Up"))
        self.down_button.set_name(self.tr("Move down"), self.tr("Alt+Down"))

    @Slot()
    def _on_delete_clicked(self) -> None:
        self.delete_requested.emit(self._row_id)

    @Slot()
    def _on_up_clicked(self) -> None:
        self.move_requested.emit(self._row_id, -1)

    @Slot()
    def _on_down_clicked(self) -> None:
        self.move_requested.emit(self._row_id, 1)
