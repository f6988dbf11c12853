"""Says to whom a whole document belongs: a box to check for every respondent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from kodebenk.domain.respondent import Respondent
from kodebenk.ui.components.elided_check_box import ElidedCheckBox
from kodebenk.ui.fonts import scaled
from kodebenk.ui.material.material_words import respondent_words

_MOST_SHOWN = 7
_ROW = 26


class OwnerList(QScrollArea):
    """Boxes for respondents; each is one change.

    Signals:
        owners_picked(object): ids of the respondents that are now checked, as a tuple in their order.
    """

    owners_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[int, ElidedCheckBox] = {}
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._column.setContentsMargins(4, 2, 4, 2)
        self._column.setSpacing(0)
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_owners(self, people: Sequence[Respondent], owner_ids: Sequence[int]) -> None:
        """Show all respondents, and those checked to whom the document belongs."""
        if list(self.boxes) != [one.id for one in people]:
            self._build([one.id for one in people])
        for one in people:
            box = self.boxes[one.id]
            box.set_text(respondent_words(one))
            box.setChecked(one.id in owner_ids)
        self.setFixedHeight(scaled(_ROW) * min(len(people), _MOST_SHOWN) + 6)

    def _build(self, ids: Sequence[int]) -> None:
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {}
        for respondent_id in ids:
            box = ElidedCheckBox()
            box.clicked.connect(self._on_clicked)
            self.boxes[respondent_id] = box
            self._column.addWidget(box)

    @Slot()
    def _on_clicked(self) -> None:
        self.owners_picked.emit(tuple(one for one, box in self.boxes.items() if box.isChecked()))
