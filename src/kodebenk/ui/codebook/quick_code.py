"""The quick-code palette: find a code by typing, or make it, without leaving the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.domain.codebook import Code, Codebook
from kodebenk.ui.codebook.quick_code_delegate import ENTER_SIGN, PaletteDelegate
from kodebenk.ui.codebook.quick_code_rows import PaletteModel, RowKind, make_rows
from kodebenk.ui.components.key_cap import KeyCap
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.stance_mark import draw_stance_mark
from kodebenk.ui.theme import Appearance, Theme

WIDTH = 452
_SHADOW = 18
_RADIUS = 10
_HEAD = 48
_FOOT = 38
_LOWEST_LIST = 90
_USUAL_HEIGHT = 400
_MOST_ROWS = 14
_GAP = 8
_STANCE_KEYS = {Qt.Key.Key_F: "for", Qt.Key.Key_M: "mot", Qt.Key.Key_B: "blandet", Qt.Key.Key_N: ""}


@dataclass(frozen=True, slots=True)
class PaletteContent:
    """What the palette offers.

    Attributes:
        book: the codes.
        counts: codings by code id.
        recent: ids of codes used last, the last one first.
        place: what is coded, such as "70 characters · R2:14".
        parent: the theme below which a new code goes, None for the top.
    """

    book: Codebook
    counts: Mapping[int, int]
    recent: Sequence[int]
    place: str
    parent: Code | None


class QuickCode(QWidget):
    """A child widget near the selection.

    Signals:
        code_picked(int, str, bool): code id, stance or empty, and whether the palette stays open.
        new_code_requested(str, str, bool): name, stance or empty, and whether the palette stays open.
        closed(): The palette was put away.
    """

    code_picked = Signal(int, str, bool)
    new_code_requested = Signal(str, str, bool)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._content = PaletteContent(Codebook(), {}, (), "", None)
        self._model = PaletteModel()
        self._goes_below = True
        self._room = 0
        self._width = 0
        self._anchor = QPoint()
        self.field = QLineEdit()
        self._place = make_label("", "small")
        self.list = QListView()
        self._delegate = PaletteDelegate(appearance, self.list)
        self._hints: list[QLabel] = []
        self._stance_label = make_label("", "small")
        self.stance = SegmentedControl(appearance, "", _stance_segments(("", "", "", "")))
        self._foot = QStackedWidget()
        self._set_up_list()
        self._arrange()
        self._connect_signals()
        self._retranslate()
        self.hide()

    def _set_up_list(self) -> None:
        self.field.setProperty("frameless", True)
        self.field.setFont(ui_font(16, 500))
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setStyleSheet("QListView { background: transparent; }")
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMouseTracking(True)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 0)
        head.setSpacing(10)
        head.addWidget(IconLabel(self._appearance, "search", "ink2"))
        head.addWidget(self.field, 1)
        head.addWidget(self._place)
        head_row = QWidget()
        head_row.setLayout(head)
        head_row.setFixedHeight(scaled(_HEAD))
        self._foot.setFixedHeight(scaled(_FOOT))
        self._foot.addWidget(self._make_hints())
        self._foot.addWidget(self._make_stance_row())
        column = QVBoxLayout(self)
        column.setContentsMargins(_SHADOW + 1, _SHADOW + 1, _SHADOW + 1, _SHADOW + 1)
        column.setSpacing(0)
        column.addWidget(head_row)
        column.addSpacing(4)
        column.addWidget(self.list, 1)
        column.addSpacing(4)
        column.addWidget(self._foot)

    def _make_hints(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(15, 0, 10, 0)
        line.setSpacing(6)
        for key in (ENTER_SIGN, f"Ctrl+{ENTER_SIGN}", "Tab", "Esc"):
            cap, label = KeyCap(self._appearance, key), make_label("", "small", tone="ink2")
            self._hints.append(label)
            line.addWidget(cap)
            line.addWidget(label)
            line.addSpacing(7)
        line.addStretch(1)
        return row

    def _make_stance_row(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(15, 2, 12, 2)
        line.addWidget(self._stance_label)
        line.addWidget(self.stance, 1)
        return row

    def _connect_signals(self) -> None:
        self.field.textChanged.connect(self._on_text_changed)
        self.list.clicked.connect(self._on_row_clicked)
        self.stance.picked.connect(self._on_stance_picked)
        self._appearance.theme_changed.connect(self._on_theme_changed)
        self.field.installEventFilter(self)
        for segment in ("for", "mot", "blandet", "none"):
            self.stance.button(segment).installEventFilter(self)

    # Opening and placing

    def open(self, content: PaletteContent, passage: QRect, bounds: QRect) -> None:
        """Show the palette beside a passage.

        Args:
            content: What it offers.
            passage: Rectangle of the selected words in the parent; it is covered only where it leaves no room, and
                then at its end.
            bounds: Where in the parent the palette may lie.
        """
        self._content = content
        self._foot.setCurrentIndex(0)
        self.field.clear()
        self._show_rows()
        self._place_beside(passage, bounds)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def offer(self, content: PaletteContent) -> None:
        """Offer other codes or counts where the palette stands; what was typed is cleared."""
        self._content = content
        self._foot.setCurrentIndex(0)
        self.field.clear()
        self._show_rows()
        self.field.setFocus()

    def close_palette(self) -> None:
        """Put the palette away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _place_beside(self, passage: QRect, bounds: QRect) -> None:
        below = bounds.bottom() - passage.bottom() - _GAP
        above = passage.top() - bounds.top() - _GAP
        self._goes_below = below >= min(scaled(_USUAL_HEIGHT), above)
        least = scaled(_HEAD + _FOOT + _LOWEST_LIST)
        self._room = max(below if self._goes_below else above, least)
        width = min(scaled(WIDTH), bounds.width())
        left = max(bounds.left(), min(passage.left() - 14, bounds.right() - width))
        edge = passage.bottom() + _GAP if self._goes_below else passage.top() - _GAP
        if max(below, above) < least:
            self._goes_below, edge, self._room = False, bounds.bottom(), min(scaled(_USUAL_HEIGHT), bounds.height())
        self._anchor = QPoint(left, edge)
        self._width = width
        self._fit_rows()

    def _fit_rows(self) -> None:
        rows = sum(self.list.sizeHintForRow(row) for row in range(min(self._model.rowCount(), _MOST_ROWS)))
        height = min(scaled(_HEAD + _FOOT) + 12 + max(rows, scaled(_LOWEST_LIST)), self._room)
        top = self._anchor.y() if self._goes_below else self._anchor.y() - height
        self.setGeometry(self._anchor.x() - _SHADOW, top - _SHADOW, self._width + 2 * _SHADOW, height + 2 * _SHADOW)

    def card(self) -> QRect:
        """Return the palette without its shadow, in the parent."""
        return self.geometry().adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        self._paint_shadow(painter, card, theme)
        draw_rounded_box(painter, card, _RADIUS, theme.raised, theme.ctl)
        painter.fillRect(QRectF(card.left() + 1, card.top() + scaled(_HEAD), card.width() - 2, 1), theme.line)
        foot = QRectF(card.left() + 1, card.bottom() - scaled(_FOOT) - 1, card.width() - 2, scaled(_FOOT))
        painter.save()
        painter.setClipRect(foot)
        inner = card.adjusted(1, 1, -1, -1)
        draw_rounded_box(painter, inner, _RADIUS - 1, theme.sunken)
        painter.fillRect(QRectF(foot.left(), foot.top(), foot.width(), 1), theme.line)
        painter.restore()
        painter.end()

    def _paint_shadow(self, painter: QPainter, card: QRectF, theme: Theme) -> None:
        shade = QColor(theme.shadow)
        shade.setAlpha(9 if theme.is_dark else 4)
        for step in range(_SHADOW - 4):
            grown = card.adjusted(-step, -step + 4, step, step + 4)
            draw_rounded_box(painter, grown, _RADIUS + step, shade)

    # Typing and choosing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_own(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._typed(event) if watched is self.field else self._stance_typed(event)
        return super().eventFilter(watched, event)

    def _typed(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            stay = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._want_new(stay=stay)
            else:
                self._choose(stay=stay)
        elif key == Qt.Key.Key_Escape:
            self.close_palette()
        elif key == Qt.Key.Key_Tab:
            self._ask_for_stance()
        else:
            return False
        return True

    def _stance_typed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STANCE_KEYS:
            self._choose(stance=_STANCE_KEYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            stay = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(stance=_stance_of(self.stance.value), stay=stay)
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Backtab, Qt.Key.Key_Tab):
            self._foot.setCurrentIndex(0)
            self.field.setFocus()
        else:
            return False
        return True

    def _ask_for_stance(self) -> None:
        if self.list.currentIndex().isValid():
            self._foot.setCurrentIndex(1)
            self.stance.set_value("none")
            self.stance.button("none").setFocus(Qt.FocusReason.TabFocusReason)

    def _step(self, by: int) -> None:
        row = self.list.currentIndex().row() + by
        while 0 <= row < self._model.rowCount():
            if self._model.rows[row].kind is not RowKind.HEADING:
                self._mark(row)
                return
            row += by

    def _mark(self, row: int) -> None:
        index = self._model.index(row, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self.field.setAccessibleDescription(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))

    def _choose(self, *, stance: str = "", stay: bool = False) -> None:
        row = self.list.currentIndex().row()
        if not 0 <= row < self._model.rowCount():
            return
        chosen = self._model.rows[row]
        if chosen.kind is RowKind.NEW_CODE:
            self.new_code_requested.emit(chosen.text, stance, stay)
        elif chosen.code is not None:
            self.code_picked.emit(chosen.code.id, stance, stay)

    def _want_new(self, *, stay: bool) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.new_code_requested.emit(name, "", stay)

    def _show_rows(self) -> None:
        content = self._content
        headings = (self.tr("Hits"), self.tr("Used last"), self.tr("All codes"))
        parent = content.parent
        self._delegate.new_code_place = self.tr("under {theme}").format(theme=parent.name) if parent else ""
        self._model.show_rows(make_rows(self.field.text(), content.book, content.counts, content.recent, headings))
        self._place.setText(content.place)
        first = self._first_choice()
        if first >= 0:
            self._mark(first)
            if self._model.rows[first].kind is not RowKind.NEW_CODE:
                self.list.scrollToTop()
        if not self.isHidden():
            self._fit_rows()

    def _first_choice(self) -> int:
        """Return the row that Enter takes: the best hit, or the new code where nothing is like what was typed."""
        kinds = [row.kind for row in self._model.rows]
        if RowKind.NEW_CODE in kinds and RowKind.TOP_HIT not in kinds:
            return kinds.index(RowKind.NEW_CODE)
        return next((n for n, kind in enumerate(kinds) if kind is not RowKind.HEADING), -1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        hints = (self.tr("code"), self.tr("code and stay"), self.tr("set stance"), self.tr("close"))
        for label, words in zip(self._hints, hints, strict=True):
            label.setText(words)
        self.setAccessibleName(self.tr("Find or make a code"))
        self.field.setAccessibleName(self.tr("Find or make a code"))
        self.field.setPlaceholderText(self.tr("Find or make a code"))
        self.list.setAccessibleName(self.tr("Codes"))
        self._stance_label.setText(self.tr("Stance"))
        self.stance.setAccessibleName(self.tr("Stance"))
        texts = (self.tr("For"), self.tr("Against"), self.tr("Mixed"), self.tr("None"))
        self.stance.set_segments(_stance_segments(texts), "none")
        for segment in ("for", "mot", "blandet", "none"):
            self.stance.button(segment).installEventFilter(self)
        self._show_rows()

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._show_rows()

    @Slot(QModelIndex)
    def _on_row_clicked(self, _index: QModelIndex) -> None:
        self._choose()

    @Slot(str)
    def _on_stance_picked(self, value: str) -> None:
        self._choose(stance=_stance_of(value))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


def _is_own(event: QKeyEvent) -> bool:
    return Qt.Key(event.key()) in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


def _stance_of(value: str) -> str:
    return "" if value == "none" else value


def _stance_segments(texts: Sequence[str]) -> list[Segment]:
    marks = [
        Segment(stance, text, mark=partial(_draw_mark, stance))
        for stance, text in zip(("for", "mot", "blandet"), texts, strict=False)
    ]
    return [*marks, Segment("none", texts[3])]


def _draw_mark(stance: str, painter: QPainter, center: QPointF, theme: Theme) -> None:
    draw_stance_mark(painter, stance, center, 6, theme)
