"""Marks in the text where coders differ: dotted lines, bars in the colours of two codes, the ground of a place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kodebenk.domain.passage import trim_blanks
from kodebenk.ui.compare.lanes.compared_text import ComparedText
from kodebenk.ui.reading.coding_index import PlacedCoding
from kodebenk.ui.reading.coding_overlay import CodingOverlay, Edge, Emphasis
from kodebenk.ui.reading.display_text import Paragraph
from kodebenk.ui.reading.reading_page import ShownDocument, VisibleBlock, VisiblePage, line_rects
from kodebenk.ui.reading.text_positions import Side
from kodebenk.ui.theme import Appearance, blend

_Range = tuple[int, int]

_RECT_INSET = 1.5
_BELOW_BASELINE = 4.6
_DOT = 2.0
_DOTS = (1.0, 1.0)
_STRIPE = 2.0
_MOST_STRIPES = 3
_BELOW_BAR = 6.5
_GROUND_BEYOND = 2.5
_GROUND_RADIUS = 3
_SELECTED_SHARE = 0.3


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is marked in one paragraph, y from the top of its first line: dotted lines, and bars with code slots."""

    dotted: tuple[QLineF, ...]
    bars: tuple[tuple[QRectF, tuple[int, ...]], ...]


class DifferenceOverlay(CodingOverlay):
    """Paints the differences in the visible paragraphs; what it calls codings are places."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._compared: ComparedText | None = None
        self._marks: dict[int, _Marks] = {}

    def show_compared(self, compared: ComparedText) -> None:
        """Mark the differences of this text from the next `show` on."""
        self._compared = compared

    def show(self, document: ShownDocument) -> None:
        super().show(document)
        self._marks.clear()

    def paint_under(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, emphasis: Emphasis) -> None:
        """Paint what lies under the words of a paragraph: ground of the current place, selection, marks."""
        self._follow(page)
        ground = self._ground(page, block, emphasis.selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(0, block.first_line)
        painter.setBrush(self._appearance.theme.sel)
        for rect in ground:
            painter.drawRoundedRect(rect, _GROUND_RADIUS, _GROUND_RADIUS)
        self._paint_selection(painter, page, block, emphasis.selection)
        self._paint_selected_ground(painter, page, block, emphasis.selection, ground)
        self._paint_marks(painter, self._marks_of(page, block))
        painter.restore()

    def paint_over(self, painter: QPainter, page: VisiblePage, emphasis: Emphasis) -> None:
        """Paint what lies over the words: hits of a search."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_hits(painter, page, emphasis.hits)

    def edge_at(self, _page: VisiblePage, _selected: PlacedCoding | None, _point: QPointF) -> Edge | None:
        """Return None: nothing can be dragged."""
        return None

    def _follow(self, page: VisiblePage) -> None:
        if page.generation != self._generation:
            self._marks.clear()
        super()._follow(page)

    def _ground(self, page: VisiblePage, block: VisibleBlock, place: PlacedCoding | None) -> list[QRectF]:
        stripes = self._measure(place, block, page) if place is not None else []
        beyond = _GROUND_BEYOND
        return [rect.adjusted(-beyond, -1, beyond, 1) for stripe in stripes for rect in stripe.rects]

    def _paint_selected_ground(
        self,
        painter: QPainter,
        page: VisiblePage,
        block: VisibleBlock,
        selection: _Range,
        ground: Sequence[QRectF],
    ) -> None:
        """Paint the selection darker where it lies on the ground of the current place, which has its colour."""
        theme = self._appearance.theme
        for start, end in _within(block.paragraph, [selection]) if ground else ():
            for rect in line_rects(block.layout, start, end, 0, page.measures.lead):
                for box in ground:
                    painter.fillRect(rect.intersected(box), blend(theme.sel, theme.accent, _SELECTED_SHARE))

    def _paint_marks(self, painter: QPainter, marks: _Marks) -> None:
        theme = self._appearance.theme
        visible = painter.clipBoundingRect()
        for rect, slots in marks.bars:
            if rect.intersects(visible):
                for number, slot in enumerate(slots):
                    stripe = QRectF(rect.left(), rect.top() + number * _STRIPE, rect.width(), _STRIPE)
                    painter.fillRect(stripe, theme.code_color(slot))
        pen = QPen(theme.warn, _DOT, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_DOTS)
        painter.setPen(pen)
        top, bottom = visible.top() - _DOT, visible.bottom() + _DOT
        # Dots of whole px stay crisp.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for line in marks.dotted:
            if top <= line.y1() <= bottom:
                painter.drawLine(line)

    def _marks_of(self, page: VisiblePage, block: VisibleBlock) -> _Marks:
        known = self._marks.get(block.number)
        if known is None:
            known = self._marks[block.number] = self._measure_marks(page, block)
        return known

    def _measure_marks(self, page: VisiblePage, block: VisibleBlock) -> _Marks:
        dotted, barred = self._differences(block)
        lead = page.measures.lead
        below = page.measures.baseline - _RECT_INSET + _BELOW_BASELINE
        bars = []
        for (start, end), slots in barred.items():
            for rect in line_rects(block.layout, start, end, 0, lead) if slots else ():
                place = QRectF(rect.left(), rect.top() + below - _DOT / 2, rect.width(), len(slots) * _STRIPE)
                bars.append((place, slots))
        lines = []
        for (start, end), is_under_bar in _cut_at(_merged(dotted), barred):
            for rect in line_rects(block.layout, start, end, 0, lead):
                y = round(rect.top() + below + (_BELOW_BAR if is_under_bar else 0))
                lines.append(QLineF(round(rect.left()), y, round(rect.right()), y))
        return _Marks(tuple(lines), tuple(bars))

    def _differences(self, block: VisibleBlock) -> tuple[list[_Range], dict[_Range, tuple[int, ...]]]:
        """Return dotted ranges and those with a bar, in units from the start of the paragraph.

        A bar without colours is not drawn, and pushes dotted lines down as others do.
        """
        dotted: list[_Range] = []
        barred: dict[_Range, tuple[int, ...]] = {}
        for start, end, slots in self._parts_in(block.number):
            for place in _within(block.paragraph, [(start, end)]):
                if len(slots) > 1:
                    barred[place] = slots[:_MOST_STRIPES]
                else:
                    dotted.append(place)
        return dotted, barred

    def _parts_in(self, number: int) -> Iterator[tuple[int, int, tuple[int, ...]]]:
        if self._document is None or self._compared is None:
            return
        text, positions = self._document.source.text, self._document.display.positions
        for placed in self._document.codings.in_paragraph(number):
            for part in self._compared.differing_parts(placed.id):
                start, end = trim_blanks(text, part.start, part.end)
                slots = tuple(self._compared.codes[code].slot for code in part.codes)
                yield positions.to_display(start, Side.START), positions.to_display(end, Side.END), slots


def _within(paragraph: Paragraph, ranges: Iterable[_Range]) -> Iterator[_Range]:
    """Yield what of the ranges lies in a paragraph, from its start."""
    for start, end in ranges:
        low, high = max(start, paragraph.start), min(end, paragraph.end)
        if low < high:
            yield low - paragraph.start, high - paragraph.start


def _merged(ranges: Iterable[_Range]) -> Iterator[_Range]:
    """Yield the ranges in order, those that overlap or touch as one."""
    reached: _Range | None = None
    for start, end in sorted(ranges):
        if reached is not None and start <= reached[1]:
            reached = reached[0], max(reached[1], end)
            continue
        if reached is not None:
            yield reached
        reached = start, end
    if reached is not None:
        yield reached


def _cut_at(ranges: Iterable[_Range], bars: Iterable[_Range]) -> Iterator[tuple[_Range, bool]]:
    """Yield the ranges in pieces that lie under one of the bars or beside all of them, and which."""
    covered = list(_merged(bars))
    for start, end in ranges:
        reached = start
        for low, high in covered:
            if high <= reached or low >= end:
                continue
            if reached < low:
                yield (reached, low), False
            yield (max(reached, low), min(high, end)), True
            reached = min(high, end)
        if reached < end:
            yield (reached, end), False
