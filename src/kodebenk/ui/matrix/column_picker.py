"""Chooses what the columns are, codes, themes or questions, and which of them are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from kodebenk.domain.codebook import Codebook
from kodebenk.domain.guide import Guide
from kodebenk.domain.matrix import ColumnKey, ColumnKind
from kodebenk.ui.components.buttons import quiet_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.components.popup import Popup
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.theme import Appearance

_LONGEST_NAME = 44


@dataclass(frozen=True, slots=True)
class PossibleColumn:
    """A column that may be chosen, and the heading that it stands under in the list, empty for none."""

    key: ColumnKey
    name: str
    group: str = ""


def possible_codes(book: Codebook, kind: ColumnKind, used: Sequence[int] = ()) -> list[PossibleColumn]:
    """Return the codes that may be columns, in the order of the codebook.

    Headings are among the codes only if they are columns already because passages were coded with them.
    """
    if kind is ColumnKind.THEMES:
        return [PossibleColumn(ColumnKey(code.id), code.name) for code in book.themes]
    found = []
    for code, _ in book.in_order():
        if not book.is_heading(code) or code.id in used:
            theme = book.theme_of(code.id)
            found.append(PossibleColumn(ColumnKey(code.id), code.name, "" if theme.id == code.id else theme.name))
    return found


def possible_questions(guides: Sequence[Guide]) -> list[PossibleColumn]:
    """Return the questions that may be columns, in the order of the guides."""
    found = []
    for guide in guides:
        for question in guide.questions:
            theme = guide.theme_of(question)
            group = " · ".join(part for part in (guide.name, theme.name if theme else "") if part)
            found.append(PossibleColumn(ColumnKey(question_id=question.id), question.text, group))
    return found


class ColumnPicker(Popup):
    """A list of check boxes, grouped by theme or guide.

    Signals:
        kind_picked(ColumnKind): columns shall be codes, themes with all below them, or questions.
        columns_picked(tuple): the ColumnKeys to show, in the order of the list; empty: those with codings.
    """

    kind_picked = Signal(object)
    columns_picked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, 300)
        self._appearance = appearance
        self._kind = ColumnKind.CODES
        self._has_questions = False
        self.boxes: dict[ColumnKey, QCheckBox] = {}
        self._kinds = SegmentedControl(appearance, "", ())
        self._all = quiet_button(appearance, "")
        self._none = quiet_button(appearance, "")
        self._coded = quiet_button(appearance, "")
        self._hint = make_label("", "meta", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(12)
        for button in (self._all, self._none, self._coded):
            row.addWidget(button)
        row.addStretch(1)
        self.head.addWidget(self._kinds)
        self.head.addLayout(row)
        self.head.addWidget(self._hint)
        self._kinds.picked.connect(self._on_kind_picked)
        self._all.clicked.connect(self._on_all_clicked)
        self._none.clicked.connect(self._on_none_clicked)
        self._coded.clicked.connect(self._on_coded_clicked)
        self.retranslate()

    def show_columns(
        self,
        possible: Sequence[PossibleColumn],
        kind: ColumnKind,
        shown: Sequence[ColumnKey],
        *,
        has_questions: bool = False,
    ) -> None:
        """List what may be columns; those in `shown` are checked. `has_questions`: there are guides to choose from."""
        self._kind = kind
        self._has_questions = has_questions or kind is ColumnKind.QUESTIONS
        self.retranslate()
        clear_layout(self.column)
        self.boxes = {}
        group = ""
        for one in possible:
            if one.group and one.group != group:
                self.column.addSpacing(6)
                self.column.addWidget(make_label(one.group, "label"))
            group = one.group
            box = QCheckBox(_shortened(one.name).replace("&", "&&"))
            box.setToolTip(one.name)
            box.setChecked(one.key in shown)
            box.toggled.connect(self._on_toggled)
            self.column.addWidget(box)
            self.boxes[one.key] = box
        self.column.addStretch(1)
        self._show_hint()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.tr("Columns"))
        kinds: tuple[Segment, ...] = (
            Segment(ColumnKind.CODES.value, self.tr("Codes")),
            Segment(ColumnKind.THEMES.value, self.tr("Themes")),
        )
        if self._has_questions:
            kinds = (*kinds, Segment(ColumnKind.QUESTIONS.value, self.tr("Questions")))
        self._kinds.set_segments(kinds, self._kind.value)
        self._kinds.setAccessibleName(self.tr("Columns are"))
        self._all.set_text(self.tr("All"))
        self._none.set_text(self.tr("None"))
        asked = self._kind is ColumnKind.QUESTIONS
        self._coded.set_text(self.tr("Asked") if asked else self.tr("With codings"))
        self._hint.setText(self.tr("Choose at least one column."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def checked(self) -> tuple[ColumnKey, ...]:
        """Return the checked columns."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked())

    def _show_hint(self) -> None:
        self._hint.setVisible(bool(self.boxes) and not self.checked())

    def _check(self, checked: bool) -> None:
        for box in self.boxes.values():
            box.blockSignals(True)
            box.setChecked(checked)
            box.blockSignals(False)
        self._on_toggled(checked)

    @Slot(bool)
    def _on_toggled(self, _checked: bool) -> None:
        self._show_hint()
        if self.checked():
            self.columns_picked.emit(self.checked())

    @Slot()
    def _on_all_clicked(self) -> None:
        self._check(checked=True)

    @Slot()
    def _on_none_clicked(self) -> None:
        self._check(checked=False)

    @Slot()
    def _on_coded_clicked(self) -> None:
        self.columns_picked.emit(())

    @Slot(str)
    def _on_kind_picked(self, value: str) -> None:
        self.kind_picked.emit(ColumnKind(value))


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1].rstrip() + "…"
