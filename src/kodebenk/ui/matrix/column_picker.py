"""Chooses which codes are columns, and whether columns are codes or themes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.matrix import ColumnKind
from kodebenk.ui.components.buttons import quiet_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.matrix.popup import Popup, clear_layout
from kodebenk.ui.theme import Appearance


def possible_columns(book: Codebook, kind: ColumnKind, used: Sequence[int] = ()) -> tuple[Code, ...]:
    """Return the codes that may be columns, in the order of the codebook.

    Headings are among the codes only if they are columns already because passages were coded with them.
    """
    if kind is ColumnKind.THEMES:
        return book.themes
    return tuple(code for code, _ in book.in_order() if not book.is_heading(code) or code.id in used)


class ColumnPicker(Popup):
    """A list of check boxes, grouped by theme.

    Signals:
        kind_picked(ColumnKind): columns shall be codes, or themes with all below them.
        codes_picked(tuple): the ids of the codes to show, in the order of the codebook; empty: those with codings.
    """

    kind_picked = Signal(object)
    codes_picked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent, 300)
        self._appearance = appearance
        self._kind = ColumnKind.CODES
        self.boxes: dict[int, QCheckBox] = {}
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

    def show_codes(self, book: Codebook, kind: ColumnKind, shown: Sequence[int]) -> None:
        """List the codes that may be columns; those in `shown` are checked."""
        self._kind = kind
        self._kinds.set_value(kind.value)
        clear_layout(self.column)
        self.boxes = {}
        above = None
        for code in possible_columns(book, kind, shown):
            theme = book.theme_of(code.id)
            if kind is ColumnKind.CODES and theme.id not in (above, code.id):
                above = theme.id
                self.column.addSpacing(6)
                self.column.addWidget(make_label(theme.name, "label"))
            box = QCheckBox(code.name.replace("&", "&&"))
            box.setChecked(code.id in shown)
            box.setProperty("code", code.id)
            box.toggled.connect(self._on_toggled)
            self.column.addWidget(box)
            self.boxes[code.id] = box
        self.column.addStretch(1)
        self._show_hint()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(self.tr("Columns"))
        kinds = (
            Segment(ColumnKind.CODES.value, self.tr("Codes")),
            Segment(ColumnKind.THEMES.value, self.tr("Themes")),
        )
        self._kinds.set_segments(kinds, self._kind.value)
        self._kinds.setAccessibleName(self.tr("Columns are"))
        self._all.set_text(self.tr("All"))
        self._none.set_text(self.tr("None"))
        self._coded.set_text(self.tr("With codings"))
        self._hint.setText(self.tr("Choose at least one column."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def checked(self) -> tuple[int, ...]:
        """Return the ids of the checked codes."""
        return tuple(code_id for code_id, box in self.boxes.items() if box.isChecked())

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
            self.codes_picked.emit(self.checked())

    @Slot()
    def _on_all_clicked(self) -> None:
        self._check(checked=True)

    @Slot()
    def _on_none_clicked(self) -> None:
        self._check(checked=False)

    @Slot()
    def _on_coded_clicked(self) -> None:
        self.codes_picked.emit(())

    @Slot(str)
    def _on_kind_picked(self, value: str) -> None:
        self.kind_picked.emit(ColumnKind(value))
