"""A box to check for every source, with all and none above the list."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kodebenk.domain.document import Document
from kodebenk.ui.components.buttons import quiet_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_MOST_SHOWN = 6
_ROW = 26


class SourceChecks(QWidget):
    """Chooses sources.

    Signals:
        picked(): other sources are checked.
    """

    picked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[int, QCheckBox] = {}
        self._caption = make_label("", "label")
        self.all_button = quiet_button(appearance, "")
        self.none_button = quiet_button(appearance, "")
        self._scroll = QScrollArea()
        self._page = QWidget()
        self._column = QVBoxLayout(self._page)
        self._arrange()
        self.all_button.clicked.connect(self._on_all_clicked)
        self.none_button.clicked.connect(self._on_none_clicked)
        self._retranslate()

    def _arrange(self) -> None:
        self._column.setContentsMargins(6, 3, 6, 3)
        self._column.setSpacing(0)
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._caption, 1)
        head.addWidget(self.all_button)
        head.addWidget(self.none_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._scroll)

    @property
    def checked(self) -> tuple[int, ...]:
        """Return the ids of the checked sources, in their order."""
        return tuple(one for one, box in self.boxes.items() if box.isChecked())

    def show_sources(self, documents: Sequence[Document], checked: Collection[int]) -> None:
        """Offer these sources; those with the ids given are checked."""
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {one.id: self._make_box(one.name, checked=one.id in checked) for one in documents}
        self._scroll.setFixedHeight(scaled(_ROW) * min(max(1, len(documents)), _MOST_SHOWN) + 8)

    def offer_only(self, document_ids: Collection[int] | None, why_not: str = "") -> None:
        """Let only these sources be checked, None for all; the others tell on hover why not."""
        for one, box in self.boxes.items():
            is_offered = document_ids is None or one in document_ids
            box.setEnabled(is_offered)
            box.setToolTip(_name_of(box) if is_offered else why_not)
            if not is_offered:
                box.setChecked(False)

    def _make_box(self, name: str, *, checked: bool) -> QCheckBox:
        box = QCheckBox(name.replace("&", "&&"))
        box.setToolTip(name)
        box.setChecked(checked)
        box.setMinimumHeight(scaled(_ROW))
        box.clicked.connect(self.picked)
        self._column.addWidget(box)
        return box

    def _check(self, *, checked: bool) -> None:
        for box in self.boxes.values():
            box.setChecked(checked and box.isEnabled())
        self.picked.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._caption.setText(self.tr("Sources"))
        self._scroll.setAccessibleName(self.tr("Sources"))
        self.all_button.set_text(self.tr("All"))
        self.none_button.set_text(self.tr("None"))

    @Slot()
    def _on_all_clicked(self) -> None:
        self._check(checked=True)

    @Slot()
    def _on_none_clicked(self) -> None:
        self._check(checked=False)


def _name_of(box: QCheckBox) -> str:
    return box.text().replace("&&", "&")
