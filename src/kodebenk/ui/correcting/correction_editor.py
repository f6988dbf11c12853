"""The field in which a text is corrected: it looks like the reading view, and the codings follow as one types."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
    QTextBlock,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from kodebenk.domain.text_change import TextChange
from kodebenk.ui.copied_words import replace_words
from kodebenk.ui.correcting.edited_text import EditedText
from kodebenk.ui.correcting.editing_layout import EditingLayout
from kodebenk.ui.correcting.live_change import hunks_in, in_units
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.reading.coding_index import CodingIndex
from kodebenk.ui.reading.reading_layout import measure_reading
from kodebenk.ui.reading.reading_page import line_rects
from kodebenk.ui.reading.spans import CodingSpan
from kodebenk.ui.reading.text_columns import measure_columns
from kodebenk.ui.reading.text_positions import Side
from kodebenk.ui.theme import Appearance

_PLAIN = "QPlainTextEdit, QPlainTextEdit:focus { border: none; padding: 0; background: transparent; }"
_BAR_LEFT = 1
_BAR_WIDTH = 3
_CHANGED_WIDTH = 1.5
_GONE_SIDE = 5.0
_UNDERLINE_BELOW_BASELINE = 2.7
_UNDERLINE_WIDTH = 1.7
_TINT_RADIUS = 3
_SCROLL_BAR = 12
_NOTHING = TextChange()


@dataclass(frozen=True, slots=True)
class _ShownBlock:
    """A paragraph on the screen: UTF-16 units of the document, and the y of its top and first line."""

    block: QTextBlock
    start: int
    end: int
    top: float
    first_line: float
    bottom: float


class CorrectionEditor(QPlainTextEdit):
    """Shows a whole text, speaker labels included, with its codings and what was changed.

    Signals:
        edited(): the text is another than a moment ago.
        done_requested(): Ctrl+Enter.
        left(): Esc.
    """

    edited = Signal()
    done_requested = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None, *, editable: bool = True) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._marked = _NOTHING
        self._chosen: tuple[int, int] | None = None
        self._tints: dict[int, QColor] = {}
        self._text_layout = self._make_document()
        self.edited_text = EditedText(self.document())
        self._index = CodingIndex(self.edited_text.display.positions, [0])
        self._starts: list[int] = [0]
        self._set_up(editable=editable)
        self._connect_signals()

    def _make_document(self) -> EditingLayout:
        document = QTextDocument(self)
        document.setDocumentMargin(0)
        layout = EditingLayout(document, measure_reading(self._appearance.scale))
        document.setDocumentLayout(layout)
        document.setDefaultFont(layout.measures.font)
        self.setDocument(document)
        return layout

    def _set_up(self, *, editable: bool) -> None:
        self.setReadOnly(not editable)
        if not editable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet(_PLAIN)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _connect_signals(self) -> None:
        self.edited_text.changed.connect(self._on_changed)
        self._appearance.theme_changed.connect(self._on_theme_changed)
        self._appearance.scale_changed.connect(self._on_scale_changed)

    # What is shown

    def show_text(self, text: str, spans: Sequence[CodingSpan], marked: TextChange = _NOTHING) -> None:
        """Show a text.

        Args:
            text: as it is stored, or would be.
            spans: its codings, by code points.
            marked: a change whose new side is this text: it is marked, as what is typed would be.
        """
        self._chosen = None
        self.edited_text.load(text, editable=not self.isReadOnly())
        display = self.edited_text.display
        self._marked = in_units(marked, display.positions)
        self._starts = self._block_starts()
        self._index = CodingIndex(display.positions, self._starts)
        self._index.add(spans)
        self._text_layout.use_measures(measure_reading(self._appearance.scale))
        self._text_layout.settle()
        self.viewport().update()

    def _block_starts(self) -> list[int]:
        starts = []
        block = self.document().firstBlock()
        while block.isValid():
            starts.append(block.position())
            block = block.next()
        return starts

    def forget_codings(self) -> None:
        """Show no codings any more: they are those of another text."""
        self._index.clear()
        self.viewport().update()

    def take_up(self, change: TextChange, text: str) -> None:
        """Go on with a draft: `change` makes `text` of the text that is shown (code points)."""
        self.edited_text.apply(change, text)

    @property
    def changes(self) -> int:
        """Return in how many places the text differs from the stored one."""
        return len(self.edited_text.live)

    def text(self) -> str:
        """Return the text as it is now."""
        return self.edited_text.current()

    def show_place(self, start: int, end: int, *, choose: bool = False) -> None:
        """Bring a range of the stored text to the screen; `choose` outlines it (code points)."""
        low = self.edited_text.new_position(start)
        positions = self.edited_text.display.positions
        high = self.edited_text.live.change.position(positions.to_display(end, Side.END))
        self._chosen = (low, max(low, high)) if choose else None
        cursor = self.textCursor()
        cursor.setPosition(low)
        self.setTextCursor(cursor)
        self.centerCursor()
        self.viewport().update()

    def caret_position(self) -> int:
        """Return the code point of the stored text at the caret."""
        return self.edited_text.old_position(self.textCursor().position())

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        change = self._marked if self.isReadOnly() else self.edited_text.live.change
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._appearance.theme.paper)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for shown in self._visible():
                if shown.bottom >= event.rect().top() and shown.top <= event.rect().bottom():
                    self._paint_codings(painter, shown)
                    self._paint_changed(painter, shown, change)
                    self._paint_chosen(painter, shown)
        super().paintEvent(event)

    def _visible(self) -> Iterator[_ShownBlock]:
        block = self.firstVisibleBlock()
        top = self.contentOffset().y()
        height = self.viewport().height()
        while block.isValid() and top < height:
            bottom = top + self._text_layout.blockBoundingRect(block).height()
            first_line = top + self._text_layout.space_above(block.blockNumber())
            start = block.position()
            yield _ShownBlock(block, start, start + block.length() - 1, top, first_line, bottom)
            block, top = block.next(), bottom

    def _rects(self, shown: _ShownBlock, start: int, end: int) -> list[QRectF]:
        low, high = max(start, shown.start) - shown.start, min(end, shown.end) - shown.start
        if low >= high:
            return []
        return line_rects(shown.block.layout(), low, high, shown.first_line, self._text_layout.measures.lead)

    def _paint_codings(self, painter: QPainter, shown: _ShownBlock) -> None:
        change = self.edited_text.live.change
        theme = self._appearance.theme
        baseline = self._text_layout.measures.baseline
        painter.setPen(Qt.PenStyle.NoPen)
        placed = self._index.in_paragraphs(self._old_paragraphs(shown)).values()
        for one in sorted(placed, key=lambda coding: coding.start - coding.end):
            now = change.range(one.start, one.end)
            for rect in self._rects(shown, *now) if now is not None else ():
                painter.setBrush(self._tint(one.span.slot))
                painter.drawRoundedRect(rect.adjusted(-1.5, 0, 1.5, 0), _TINT_RADIUS, _TINT_RADIUS)
                painter.setBrush(theme.code_color(one.span.slot))
                y = rect.top() + baseline + _UNDERLINE_BELOW_BASELINE
                painter.drawRect(QRectF(rect.left(), y, rect.width(), _UNDERLINE_WIDTH))

    def _old_paragraphs(self, shown: _ShownBlock) -> range:
        start, end = self.edited_text.live.old_range(shown.start, shown.end)
        return range(self._paragraph_at(start), self._paragraph_at(end) + 1)

    def _paragraph_at(self, units: int) -> int:
        return max(0, bisect_right(self._starts, units) - 1)

    def _tint(self, slot: int) -> QColor:
        tint = self._tints.get(slot)
        if tint is None:
            tint = self._tints[slot] = self._appearance.theme.tint(slot)
        return tint

    def _paint_changed(self, painter: QPainter, shown: _ShownBlock, change: TextChange) -> None:
        theme = self._appearance.theme
        lead = self._text_layout.measures.lead
        for hunk in hunks_in(change, shown.start, shown.end):
            first = self._line_of(shown, hunk.new_start)
            last = self._line_of(shown, max(hunk.new_start, hunk.new_end - 1))
            bar = QRectF(_BAR_LEFT, shown.first_line + first * lead + 3, _BAR_WIDTH, (last - first + 1) * lead - 6)
            draw_rounded_box(painter, bar, _BAR_WIDTH / 2, theme.accent)
            painter.setPen(QPen(theme.accent, _CHANGED_WIDTH, Qt.PenStyle.DotLine))
            for rect in self._rects(shown, hunk.new_start, hunk.new_end):
                y = rect.top() + self._text_layout.measures.baseline + 1
                painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
            if hunk.new_start == hunk.new_end and shown.start <= hunk.new_start <= shown.end:
                self._paint_gone(painter, shown, hunk.new_start, first)

    def _paint_gone(self, painter: QPainter, shown: _ShownBlock, units: int, number: int) -> None:
        """Paint a small wedge where words were taken out."""
        line = shown.block.layout().lineAt(number)
        if not line.isValid():
            return
        x = float(line.cursorToX(units - shown.start)[0])  # type: ignore[index]  # PySide6 returns a pair here
        y = shown.first_line + number * self._text_layout.measures.lead + 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._appearance.theme.accent)
        half = _GONE_SIDE / 2 + 0.5
        painter.drawPolygon(QPolygonF([QPointF(x - half, y), QPointF(x + half, y), QPointF(x, y + _GONE_SIDE)]))

    def _line_of(self, shown: _ShownBlock, units: int) -> int:
        place = min(max(units, shown.start), shown.end) - shown.start
        return max(0, shown.block.layout().lineForTextPosition(place).lineNumber())

    def _paint_chosen(self, painter: QPainter, shown: _ShownBlock) -> None:
        if self._chosen is None:
            return
        painter.setPen(QPen(self._appearance.theme.focus, 1.75))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for rect in self._rects(shown, *self._chosen):
            painter.drawRoundedRect(rect.adjusted(-3, -1, 3, 1), _TINT_RADIUS, _TINT_RADIUS)

    # Keys, clipboard, widths

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._text_layout.settle_if_needed()
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.done_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        words = super().createMimeDataFromSelection()
        cursor = self.textCursor()
        return replace_words(words, self.edited_text.words(cursor.selectionStart(), cursor.selectionEnd()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        columns = measure_columns(self.width(), self._appearance.scale)
        right = max(0, self.width() - columns.left - columns.text - _SCROLL_BAR)
        self.setViewportMargins(columns.left, 0, right, 0)
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() or self._text_layout.generation == 0:
            self._text_layout.set_width(self.viewport().width())
            self._text_layout.settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # The base class gives the widget's font to the document.
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_text_layout"):
            font = self._text_layout.measures.font
            if self.document().defaultFont() != font:
                self.document().setDefaultFont(font)
                self._text_layout.forget_lines()

    @Slot()
    def _on_changed(self) -> None:
        self.viewport().update()
        self.edited.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._tints.clear()
        self.viewport().update()

    @Slot()
    def _on_scale_changed(self) -> None:
        measures = measure_reading(self._appearance.scale)
        self.document().setDefaultFont(measures.font)
        self._text_layout.use_measures(measures)
        self._text_layout.settle()
        self.viewport().update()
