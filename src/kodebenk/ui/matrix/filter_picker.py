"""Chooses whose codings count, which respondents are rows, and which rows are shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QRadioButton, QWidget

from kodebenk.domain.coder import Coder
from kodebenk.domain.matrix import MatrixSpec
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.components.popup import Popup
from kodebenk.ui.theme import Appearance

ONLY = ("", "not_coded", "stale")
"""All rows, those with a cell that is not coded, those with a stale cell."""


class FilterPicker(Popup):
    """Three groups: rows with something to do, coders, respondents.

    Signals:
        only_picked(str): one of `ONLY`.
        coders_picked(tuple): ids of the coders whose codings count; empty means those of every person.
        hidden_picked(tuple): ids of the respondents that are no rows.
    """

    only_picked = Signal(str)
    coders_picked = Signal(object)
    hidden_picked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, 280)
        self._appearance = appearance
        self._shown: tuple[Sequence[Coder], Sequence[Respondent], MatrixSpec, str] | None = None
        self.only_buttons: dict[str, QRadioButton] = {}
        self.coder_boxes: dict[int, QCheckBox] = {}
        self._people: set[int] = set()
        self.respondent_boxes: dict[int, QCheckBox] = {}
        self._group = QButtonGroup(self)
        self.setAccessibleName(self.tr("Filter"))

    def show_choices(
        self, coders: Sequence[Coder], respondents: Sequence[Respondent], spec: MatrixSpec, only: str
    ) -> None:
        """List coders and respondents as the specification has them."""
        self._shown = (coders, respondents, spec, only)
        clear_layout(self.column)
        self._group.deleteLater()
        self._group = QButtonGroup(self)
        self._add_rows(only)
        self._add_coders(coders, spec)
        self._add_respondents(respondents, spec)
        self.column.addStretch(1)

    def _add_rows(self, only: str) -> None:
        self.column.addWidget(make_label(self.tr("Rows"), "label"))
        texts = (self.tr("All"), self.tr("Only with cells not coded"), self.tr("Only with summaries to read again"))
        self.only_buttons = {}
        for value, text in zip(ONLY, texts, strict=True):
            button = QRadioButton(text)
            button.setChecked(value == only)
            button.setProperty("value", value)
            button.clicked.connect(self._on_only_clicked)
            self._group.addButton(button)
            self.column.addWidget(button)
            self.only_buttons[value] = button

    def _add_coders(self, coders: Sequence[Coder], spec: MatrixSpec) -> None:
        self.coder_boxes = {}
        self._people = {one.id for one in coders if one.is_person}
        if len(coders) < 2:
            return
        self.column.addSpacing(8)
        self.column.addWidget(make_label(self.tr("Codings by"), "label"))
        for one in coders:
            box = QCheckBox(one.name.replace("&", "&&"))
            box.setChecked(one.id in spec.coder_ids if spec.coder_ids else one.is_person)
            box.toggled.connect(self._on_coder_toggled)
            self.column.addWidget(box)
            self.coder_boxes[one.id] = box

    def _add_respondents(self, respondents: Sequence[Respondent], spec: MatrixSpec) -> None:
        self.respondent_boxes = {}
        self.column.addSpacing(8)
        self.column.addWidget(make_label(self.tr("Respondents"), "label"))
        for one in respondents:
            text = f"{one.label} · {one.name}" if one.label != one.name else one.name
            box = QCheckBox(text.replace("&", "&&"))
            box.setChecked(one.id not in spec.hidden_respondent_ids)
            box.toggled.connect(self._on_respondent_toggled)
            self.column.addWidget(box)
            self.respondent_boxes[one.id] = box

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Filter"))
            if self._shown is not None:
                self.show_choices(*self._shown)

    @Slot()
    def _on_only_clicked(self) -> None:
        button = self._group.checkedButton()
        if button is not None:
            self.only_picked.emit(str(button.property("value")))

    @Slot(bool)
    def _on_coder_toggled(self, _checked: bool) -> None:
        chosen = tuple(coder_id for coder_id, box in self.coder_boxes.items() if box.isChecked())
        if chosen:
            self.coders_picked.emit(() if set(chosen) == self._people else chosen)

    @Slot(bool)
    def _on_respondent_toggled(self, _checked: bool) -> None:
        self.hidden_picked.emit(tuple(one for one, box in self.respondent_boxes.items() if not box.isChecked()))
