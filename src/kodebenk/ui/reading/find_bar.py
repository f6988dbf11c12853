"""Finds words in the document, and codes what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.analysis.hit_widening import HitUnit
from kodebenk.domain.codebook import Codebook
from kodebenk.ui.components.buttons import IconButton, plain_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.components.search_field import SearchField
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_SETTLE_MS = 120
_ONE_ROW_FROM = 780


class FindBar(QFrame):
    """A row under the reading header.

    Signals:
        query_changed(str): Other words are looked for.
        step_requested(int): Show the next hit (1) or the one before (−1).
        unit_changed(): Another extent is to be coded.
        code_hits_requested(int): Code all hits with this code.
        closed(): The user is done.
    """

    query_changed = Signal(str)
    step_requested = Signal(int)
    unit_changed = Signal()
    code_hits_requested = Signal(int)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._hits = 0
        self._current = 0
        self._codable = 0
        self.field = SearchField(appearance)
        self.field.setMinimumWidth(150)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._count = ElidedLabel("", "meta")
        self._count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.previous = IconButton(appearance, "chevron-up", "")
        self.next = IconButton(appearance, "chevron-down", "")
        self.unit = PickButton(appearance)
        self.code = PickButton(appearance)
        self.code_button = plain_button(appearance, "")
        self._close = IconButton(appearance, "x", "")
        self._beside, self._below = QHBoxLayout(), QHBoxLayout()
        self._arrange()
        self._connect_signals()
        self._retranslate()
        self.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 10, 6)
        column.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(4)
        for widget in (self.field, self._count, self.previous, self.next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addLayout(self._beside)
        row.addWidget(self._close)
        column.addLayout(row)
        column.addLayout(self._below)
        for line in (self._beside, self._below):
            line.setSpacing(4)
        self._place_choices(self._beside)

    def _place_choices(self, line: QHBoxLayout) -> None:
        for choice in (self.unit, self.code, self.code_button):
            line.addWidget(choice)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        line = self._below if event.size().width() < scaled(_ONE_ROW_FROM) else self._beside
        if line.indexOf(self.unit) < 0:
            self._place_choices(line)

    def _connect_signals(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self._timer.timeout.connect(self._on_typed)
        self.previous.clicked.connect(self._on_previous)
        self.next.clicked.connect(self._on_next)
        self.unit.picked.connect(self._on_unit_picked)
        self.code_button.clicked.connect(self._on_code_clicked)
        self._close.clicked.connect(self._on_close_clicked)
        self.field.installEventFilter(self)

    @property
    def query(self) -> str:
        """Return the words looked for."""
        return self.field.text() if not self.isHidden() else ""

    @property
    def hit_unit(self) -> HitUnit:
        """Return how much around a hit is coded."""
        return HitUnit(self.unit.key)

    def open(self, words: str = "") -> None:
        """Show the bar with words to look for; empty keeps those of last time."""
        self.show()
        if words:
            self.field.setText(words)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._on_typed()

    def set_codes(self, book: Codebook, code_id: int | None) -> None:
        """Offer codes for the hits, with one of them chosen."""
        codes = [code for code, _ in book.in_order() if not book.is_heading(code)]
        ids = [code.id for code in codes]
        kept = int(self.code.key) if self.code.key else 0
        chosen = code_id if code_id in ids else kept if kept in ids else ids[0] if ids else None
        if chosen is not None:
            self.code.set_choices([(str(code.id), code.name) for code in codes], str(chosen))
        self.code.setEnabled(chosen is not None)
        self._show_count()

    def show_hits(self, hits: int, current: int, codable: int) -> None:
        """Say how many hits there are, which one is shown (from 1), and how many passages would be coded."""
        self._hits = hits
        self._current = current
        self._codable = codable
        self._show_count()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The field would only be emptied.
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._on_close_clicked()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self.step_requested.emit(-1 if shift else 1)
        elif key == Qt.Key.Key_Escape:
            self._on_close_clicked()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Find in the text"))
        self.field.set_placeholder(self.tr("Find in the text"))
        self.previous.set_name(self.tr("Previous hit"), "Shift+F3")
        self.next.set_name(self.tr("Next hit"), "F3")
        self._close.set_name(self.tr("Close"), "Esc")
        self.unit.set_caption(self.tr("Code the"))
        units = [
            (HitUnit.WORDS.value, self.tr("words")),
            (HitUnit.SENTENCE.value, self.tr("sentence")),
            (HitUnit.TURN.value, self.tr("turn")),
        ]
        self.unit.set_choices(units, self.unit.key or HitUnit.SENTENCE.value)
        self.code.set_caption(self.tr("with"))
        self._show_count()

    def _show_count(self) -> None:
        if not self.field.text().strip():
            words = ""
        elif self._hits == 0:
            words = self.tr("no hits")
        else:
            words = self.tr("{current} of {count}").format(current=self._current, count=self._hits)
        self._count.set_text(words)
        self._count.setVisible(bool(words))
        for button in (self.previous, self.next):
            button.setEnabled(self._hits > 0)
        one = self._codable == 1
        text = self.tr("Code 1 passage") if one else self.tr("Code {count} passages").format(count=self._codable)
        self.code_button.set_text(text)
        self.code_button.setEnabled(self._codable > 0 and self.code.isEnabled())

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._timer.start()

    @Slot()
    def _on_typed(self) -> None:
        self._timer.stop()
        self.query_changed.emit(self.field.text())

    @Slot()
    def _on_previous(self) -> None:
        self.step_requested.emit(-1)

    @Slot()
    def _on_next(self) -> None:
        self.step_requested.emit(1)

    @Slot(str)
    def _on_unit_picked(self, _value: str) -> None:
        self.unit_changed.emit()

    @Slot()
    def _on_code_clicked(self) -> None:
        self.code_hits_requested.emit(int(self.code.key))

    @Slot()
    def _on_close_clicked(self) -> None:
        self.hide()
        self.closed.emit()
