"""Paints over and beside the preview: what was changed, whose words are doubtful, tables, lines on page rules."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextDocument, QTextLayout
from PySide6.QtWidgets import QWidget

from kodebenk.domain.document import Span
from kodebenk.ui.fonts import ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.import_page.preview_content import Mark, MarkKind, PreviewContent, ShownDoubt
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.reading.coding_overlay import CodingOverlay, Emphasis
from kodebenk.ui.reading.display_text import Paragraph
from kodebenk.ui.reading.gutter import SPEAKER_LEFT, Gutter
from kodebenk.ui.reading.reading_layout import TEXT_INSET, ReadingLayout, ReadingMeasures, measure_reading
from kodebenk.ui.reading.reading_page import PageSource, ShownDocument, VisibleBlock, VisiblePage, line_rects
from kodebenk.ui.reading.text_positions import Side
from kodebenk.ui.theme import Appearance, Theme

DOUBT_ROOM = 38
"""Px at ordinary scale below doubtful words, for the question."""

_UNDERLINE_BELOW_BASELINE = 4.2
_UNDERLINE_WIDTH = 1.7
_TINT_BEYOND = 1.5
_TINT_RADIUS = 3
_BOX_BEYOND = 7.0
_BOX_RADIUS = 7
_PAGE_RULE_Y = 10
_RULE_PADDING = 8
_ICON = 13


class PreviewMarks:
    """The marks of a preview, to be asked for by paragraph; only those on the screen are ever measured."""

    def __init__(self, content: PreviewContent, shown: ShownDocument) -> None:
        self._content = content
        self._shown = shown
        self._starts = [mark.start for mark in content.marks]

    def marks_in(self, block: VisibleBlock) -> Iterator[tuple[int, int, Mark]]:
        """Yield what of the marks lies in a paragraph, in UTF-16 units from its start."""
        paragraph = block.paragraph
        positions = self._shown.display.positions
        low, high = self._shown.source_range(block.number)
        first = max(0, bisect_left(self._starts, low) - 1)
        for mark in self._content.marks[first : bisect_left(self._starts, high)]:
            start = max(positions.to_display(mark.start, Side.START), paragraph.start)
            end = min(positions.to_display(mark.end, Side.END), paragraph.end)
            if start < end:
                yield start - paragraph.start, end - paragraph.start, mark

    def is_doubtful(self, block: VisibleBlock) -> bool:
        return _holds(self._content.doubts, block)

    def opens_doubt(self, block: VisibleBlock) -> bool:
        """Tell whether doubtful words begin in a paragraph."""
        low, high = self._shown.source_range(block.number)
        return any(low <= doubt.start < high for doubt in self._content.doubts)

    def is_cell(self, block: VisibleBlock) -> bool:
        return _holds(self._content.cells, block)

    def mark_at(self, position: int) -> Mark | None:
        """Return the mark that covers a code point of the text shown."""
        at = bisect_right(self._starts, position) - 1
        return self._content.marks[at] if at >= 0 and position < self._content.marks[at].end else None


def _holds(spans: Sequence[ShownDoubt] | Sequence[Span], block: VisibleBlock) -> bool:
    """Tell whether a paragraph begins in one of the spans, which are sorted and apart."""
    start = block.paragraph.text_start
    at = bisect_right(spans, start, key=_start) - 1
    return at >= 0 and start < spans[at].end and not block.paragraph.is_blank


def _start(span: ShownDoubt | Span) -> int:
    return span.start


class PreviewOverlay(CodingOverlay):
    """Paints tints, underlines and strokes under and over the words, and the boxes of doubtful ones."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._look = appearance
        self.marks: PreviewMarks | None = None

    def paint_under(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, emphasis: Emphasis) -> None:
        if self.marks is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_grounds(painter, page, block, self.marks)
            self._paint_marks(painter, page, block, self.marks)
            painter.restore()
        super().paint_under(painter, page, block, emphasis)

    def paint_over(self, painter: QPainter, page: VisiblePage, emphasis: Emphasis) -> None:
        super().paint_over(painter, page, emphasis)
        if self.marks is None:
            return
        painter.setPen(QPen(self._look.theme.bad, 1.4))
        for block in page.blocks:
            for start, end, mark in self.marks.marks_in(block):
                if mark.kind is MarkKind.REMOVED:
                    self._strike(painter, page, block, start, end)

    def removed_formats(self, block: VisibleBlock) -> list[QTextLayout.FormatRange]:
        """Return how the removed words of a paragraph are lettered."""
        formats = []
        for start, end, mark in self.marks.marks_in(block) if self.marks is not None else ():
            if mark.kind is MarkKind.REMOVED:
                letters = QTextCharFormat()
                letters.setForeground(self._look.theme.bad)
                part = QTextLayout.FormatRange()
                part.start, part.length, part.format = start, end - start, letters
                formats.append(part)
        return formats

    def _paint_grounds(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, marks: PreviewMarks) -> None:
        theme = self._look.theme
        height = block.layout.lineCount() * page.measures.lead
        box = QRectF(TEXT_INSET, block.first_line, page.width - 2 * TEXT_INSET, height)
        if marks.is_doubtful(block):
            grown = box.adjusted(-_BOX_BEYOND, -2, _BOX_BEYOND, 2)
            draw_rounded_box(painter, grown, _BOX_RADIUS, theme.warn_soft, theme.warn_line)
        elif marks.is_cell(block):
            painter.fillRect(box.adjusted(-_BOX_BEYOND, 0, _BOX_BEYOND, 0), theme.panel)
            painter.fillRect(
                QRectF(box.left() - _BOX_BEYOND, box.bottom(), box.width() + 2 * _BOX_BEYOND, 1), theme.line
            )

    def _paint_marks(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, marks: PreviewMarks) -> None:
        lead = page.measures.lead
        for start, end, mark in marks.marks_in(block):
            for rect in line_rects(block.layout, start, end, block.first_line, lead):
                paint_mark(painter, rect, page.measures.baseline, mark.kind, self._look.theme)

    def _strike(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, start: int, end: int) -> None:
        for rect in line_rects(block.layout, start, end, block.first_line, page.measures.lead):
            painter.drawLine(QPointF(rect.left(), rect.center().y() + 1), QPointF(rect.right(), rect.center().y() + 1))


def mark_colors(kind: MarkKind, theme: Theme) -> tuple[QColor, QColor]:
    """Return the ground and the line of a mark."""
    return {
        MarkKind.ALTERED: (theme.ok_soft, theme.ok),
        MarkKind.KEPT: (theme.info_soft, theme.info),
        MarkKind.REMOVED: (theme.bad_soft, theme.bad),
    }[kind]


def paint_mark(painter: QPainter, rect: QRectF, baseline: float, kind: MarkKind, theme: Theme) -> None:
    """Paint the ground of a mark on one line, and its underline: solid where altered, dotted where kept.

    Args:
        painter: Its pen and brush are changed.
        rect: The words in the line.
        baseline: Px from the top of `rect`.
        kind: What happened to the words; removed ones get their stroke over the letters.
        theme: Gives the colours.
    """
    ground, line = mark_colors(kind, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground if theme.tinted else theme.paper)
    painter.drawRoundedRect(rect.adjusted(-_TINT_BEYOND, 0, _TINT_BEYOND, 0), _TINT_RADIUS, _TINT_RADIUS)
    if kind is MarkKind.REMOVED:
        return
    y = min(rect.top() + baseline + _UNDERLINE_BELOW_BASELINE - _TINT_BEYOND, rect.bottom() - 1)
    style = Qt.PenStyle.DotLine if kind is MarkKind.KEPT else Qt.PenStyle.SolidLine
    painter.setPen(QPen(line, _UNDERLINE_WIDTH, style, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def paint_page_mark(painter: QPainter, page: VisiblePage, block: VisibleBlock, words: str, theme: Theme) -> None:
    """Write the running lines that were removed, struck out, in the middle of a page rule."""
    y = block.first_line - page.measures.page_rule + _PAGE_RULE_Y * page.measures.scale
    font = ui_font(11.5)
    room = page.width - 2 * TEXT_INSET - 4 * _RULE_PADDING
    width = min(room, text_width(words, font) + 1)
    left = (page.width - width) / 2
    box = QRectF(left - _RULE_PADDING, y - 10, width + 2 * _RULE_PADDING, 20)
    draw_rounded_box(painter, box, _TINT_RADIUS, theme.bad_soft if theme.tinted else theme.paper)
    draw_text(painter, left, y, words, font, theme.bad, width)
    painter.setPen(QPen(theme.bad, 1.4))
    painter.drawLine(QPointF(box.left() + 2, y + 1), QPointF(box.right() - 2, y + 1))


class PreviewLayout(ReadingLayout):
    """Leaves room for the questions below doubtful words."""

    def __init__(self, document: QTextDocument, appearance: Appearance) -> None:
        super().__init__(document, measure_reading(appearance.scale))
        self.doubt_ends: Sequence[int] = ()
        """Code points of the text shown at which doubtful words end."""

    def set_paragraphs(self, paragraphs: Sequence[Paragraph], measures: ReadingMeasures) -> None:
        super().set_paragraphs(paragraphs, measures)
        for number in ending_paragraphs(paragraphs, self.doubt_ends):
            self._below[number] += round(DOUBT_ROOM * measures.scale)


def ending_paragraphs(paragraphs: Sequence[Paragraph], ends: Sequence[int]) -> list[int]:
    """Return for every end, in code points, the number of the paragraph that holds the words before it."""
    starts = [paragraph.text_start for paragraph in paragraphs]
    return [max(0, bisect_left(starts, end) - 1) for end in ends] if paragraphs else []


class PreviewGutter(Gutter):
    """The gutter of a preview: doubtful words have a question mark instead of a speaker."""

    def __init__(
        self,
        parent: QWidget,
        appearance: Appearance,
        page_source: PageSource,
        marks_source: Callable[[], PreviewMarks | None],
    ) -> None:
        super().__init__(parent, appearance, page_source)
        self._look = appearance
        self._marks_source = marks_source

    def _paint_block(self, painter: QPainter, page: VisiblePage, block: VisibleBlock) -> None:
        marks = self._marks_source()
        if marks is None or not marks.is_doubtful(block):
            super()._paint_block(painter, page, block)
            return
        self._paint_numbers(painter, page, block)
        if marks.opens_doubt(block):
            self._paint_question(painter, block.first_line + page.measures.lead / 2)

    def _paint_question(self, painter: QPainter, y: float) -> None:
        theme = self._look.theme
        left = SPEAKER_LEFT + 5
        draw_icon(painter, "triangle-alert", QRectF(left, y - _ICON / 2, _ICON, _ICON), theme.warn)
        draw_text(painter, left + _ICON + 6, y, "?", ui_font(11, 600), theme.warn)
