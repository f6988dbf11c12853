"""A box for all of something, and one for each, where at least one must be chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.fonts import scaled


class TickSection(QWidget):
    """A column of boxes, filled anew whenever something else is compared.

    Signals:
        picked(tuple): ids that were chosen; empty for all.
    """

    picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)
        self.all_box = QCheckBox()
        self.boxes: dict[int, QCheckBox] = {}

    def begin(self, all_words: str, *, checked: bool) -> None:
        """Empty the column and put the box for all into it."""
        clear_layout(self.column)
        self.boxes = {}
        self.all_box = QCheckBox(all_words)
        self.all_box.setChecked(checked)
        self.all_box.clicked.connect(self._on_all_clicked)
        self.column.addWidget(self.all_box)

    def make_box(self, one_id: int, name: str, taken: int, *, checked: bool) -> QCheckBox:
        """Return a box for one; `taken` of the section's width (px at scale 1) is not for its name."""
        room = max(scaled(120), self.width() - scaled(taken))
        box = QCheckBox(self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room).replace("&", "&&"))
        box.setToolTip(name)
        box.setAccessibleName(name)
        box.setChecked(checked)
        box.clicked.connect(self._on_box_clicked)
        self.boxes[one_id] = box
        return box

    @Slot()
    def _on_all_clicked(self) -> None:
        self.picked.emit(() if self.all_box.isChecked() else self._ticked())

    @Slot()
    def _on_box_clicked(self) -> None:
        chosen = self._ticked()
        clicked = self.sender()
        if not chosen and isinstance(clicked, QCheckBox):
            clicked.setChecked(True)  # nothing at all cannot be compared
            return
        self.picked.emit(chosen)

    def _ticked(self) -> tuple[int, ...]:
        return tuple(one for one, box in self.boxes.items() if box.isChecked())
