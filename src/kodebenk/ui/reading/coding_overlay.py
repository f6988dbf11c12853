"""Paints codings over the text: tints, underlines, the selected coding with its handles, hits of a search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.reading.coding_index import PlacedCoding
from kodebenk.ui.reading.reading_page import ShownDocument, VisibleBlock, VisiblePage, line_rects
from kodebenk.ui.reading.task_marks import PlacedMarks
from kodebenk.ui.reading.task_painting import paint_units
from kodebenk.ui.theme import Appearance

DRAWN_UNDERLINES = 3
"""Underline lanes that are drawn; the margin counts the rest."""

_UNDERLINE_BELOW_BASELINE = 4.2
_UNDERLINE_STEP = 3.2
_UNDERLINE_WIDTH = 1.7
_TINT_BEYOND = 1.5
_TINT_RADIUS = 3
_OUTLINE_BEYOND = 3.0
_OUTLINE_ABOVE = 1.6
_OUTLINE_WIDTH = 1.75
_HIT_WIDTH = 1.25
_HANDLE_WIDTH = 6
_HANDLE_HEIGHT = 16
_GRAB_WIDTH = 14
_GRAB_HEIGHT = 27


class Edge(Enum):
    """An end of a coding that can be dragged."""

    START = auto()
    END = auto()


@dataclass(frozen=True, slots=True)
class _Stripes:
    """Where a coding lies in one paragraph; y counts from the top of its first line."""

    placed: PlacedCoding
    rects: tuple[QRectF, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """What is marked besides the codings, in UTF-16 units of the displayed text.

    Attributes:
        selection: selected text, empty where start equals end.
        selected: the coding that is selected or whose handle is dragged.
        hits: what a search found, sorted.
        task: what is to be coded, where that is marked.
    """

    selection: tuple[int, int] = (0, 0)
    selected: PlacedCoding | None = None
    hits: Sequence[tuple[int, int]] = ()
    task: PlacedMarks | None = None


class CodingOverlay:
    """Paints the codings of the visible paragraphs and finds those under the mouse."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._document: ShownDocument | None = None
        self._stripes: dict[int, tuple[_Stripes, ...]] = {}
        self._generation = -1
        self._tints: dict[tuple[int, bool], QColor] = {}

    def show(self, document: ShownDocument) -> None:
        """Paint the codings of this document from now on."""
        self._document = document
        self._stripes.clear()

    def forget_colors(self) -> None:
        """Ask the theme again."""
        self._tints.clear()

    def forget(self, changed: Sequence[PlacedCoding]) -> None:
        """Measure the paragraphs of these codings again."""
        for placed in changed:
            for number in range(placed.first, placed.last + 1):
                self._stripes.pop(number, None)

    def paint_under(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, emphasis: Emphasis) -> None:
        """Paint what lies under the words of a paragraph: tints, selection, underlines."""
        self._follow(page)
        stripes = [stripe for stripe in self._stripes_of(block, page) if not _is(stripe.placed, emphasis.selected)]
        if emphasis.selected is not None:
            stripes += self._measure(emphasis.selected, block, page)
            stripes.sort(key=lambda stripe: stripe.placed.start - stripe.placed.end)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.translate(0, block.first_line)
        visible = painter.clipBoundingRect()
        self._paint_tints(painter, stripes, visible, emphasis.selected)
        self._paint_selection(painter, page, block, emphasis.selection)
        self._paint_underlines(painter, page, stripes, visible)
        painter.restore()

    def paint_over(self, painter: QPainter, page: VisiblePage, emphasis: Emphasis) -> None:
        """Paint what lies over the words: units of a task, hits of a search, and the outline of the selected coding."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if emphasis.task is not None:
            paint_units(painter, page, emphasis.task, self._appearance)
        self._paint_hits(painter, page, emphasis.hits)
        if emphasis.selected is not None:
            self._paint_outline(painter, page, emphasis.selected)

    def codings_at(self, page: VisiblePage, point: QPointF) -> list[PlacedCoding]:
        """Return the codings under a point of the viewport, shortest first."""
        self._follow(page)
        for block in page.blocks:
            if block.top <= point.y() < block.bottom:
                place = QPointF(point.x(), point.y() - block.first_line)
                found = [
                    stripe.placed
                    for stripe in self._stripes_of(block, page)
                    if any(rect.adjusted(-2, -2, 2, 2).contains(place) for rect in stripe.rects)
                ]
                return found[::-1]
        return []

    def edge_at(self, page: VisiblePage, selected: PlacedCoding | None, point: QPointF) -> Edge | None:
        """Return the handle of the selected coding under a point of the viewport."""
        if selected is None:
            return None
        for edge, center in self._handles(page, selected).items():
            grab = QRectF(0, 0, _GRAB_WIDTH, _GRAB_HEIGHT)
            grab.moveCenter(center)
            if grab.contains(point):
                return edge
        return None

    def _follow(self, page: VisiblePage) -> None:
        if page.generation != self._generation:
            self._generation = page.generation
            self._stripes.clear()

    def _stripes_of(self, block: VisibleBlock, page: VisiblePage) -> tuple[_Stripes, ...]:
        known = self._stripes.get(block.number)
        if known is None:
            document = self._document
            found: list[_Stripes] = []
            for placed in document.codings.in_paragraph(block.number) if document else ():
                found += self._measure(placed, block, page)
            known = self._stripes[block.number] = tuple(found)
        return known

    def _measure(self, placed: PlacedCoding, block: VisibleBlock, page: VisiblePage) -> list[_Stripes]:
        """Return the stripes of one coding in a paragraph, none where it only passes an interviewer's turn."""
        document = self._document
        paragraph = block.paragraph
        if document is None or placed.end <= paragraph.start or placed.start >= paragraph.end:
            return []
        if paragraph.is_quiet and paragraph.turn not in (
            document.paragraphs[placed.first].turn,
            document.paragraphs[placed.last].turn,
        ):
            return []
        start = max(placed.start, paragraph.start) - paragraph.start
        end = min(placed.end, paragraph.end) - paragraph.start
        rects = tuple(line_rects(block.layout, start, end, 0, page.measures.lead))
        return [_Stripes(placed, rects)]

    def _paint_tints(
        self, painter: QPainter, stripes: Sequence[_Stripes], visible: QRectF, selected: PlacedCoding | None
    ) -> None:
        for stripe in stripes:
            painter.setBrush(self._tint(stripe.placed.span.slot, _is(stripe.placed, selected)))
            for rect in stripe.rects:
                if rect.intersects(visible):
                    painter.drawRoundedRect(
                        rect.adjusted(-_TINT_BEYOND, 0, _TINT_BEYOND, 0), _TINT_RADIUS, _TINT_RADIUS
                    )

    def _paint_selection(
        self, painter: QPainter, page: VisiblePage, block: VisibleBlock, selection: tuple[int, int]
    ) -> None:
        start = max(selection[0], block.paragraph.start) - block.paragraph.start
        end = min(selection[1], block.paragraph.end) - block.paragraph.start
        if start < end:
            for rect in line_rects(block.layout, start, end, 0, page.measures.lead):
                painter.fillRect(rect.adjusted(-1, -1.5, 1, 1.5), self._appearance.theme.sel)

    def _paint_underlines(
        self, painter: QPainter, page: VisiblePage, stripes: Sequence[_Stripes], visible: QRectF
    ) -> None:
        theme = self._appearance.theme
        measures = page.measures
        for stripe in stripes:
            lane = self._lane(stripe.placed)
            if lane >= DRAWN_UNDERLINES:
                continue
            painter.setBrush(theme.code_color(stripe.placed.span.slot))
            below = measures.baseline - _TINT_BEYOND + _UNDERLINE_BELOW_BASELINE + lane * _UNDERLINE_STEP
            for rect in stripe.rects:
                if rect.intersects(visible):
                    painter.drawRect(QRectF(rect.left(), rect.top() + below, rect.width(), _UNDERLINE_WIDTH))

    def _paint_hits(self, painter: QPainter, page: VisiblePage, hits: Sequence[tuple[int, int]]) -> None:
        painter.setPen(QPen(self._appearance.theme.accent, _HIT_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for block in page.blocks if hits else ():
            paragraph = block.paragraph
            for start, end in _between(hits, paragraph.start, paragraph.end):
                if paragraph.start < end:
                    low, high = max(start, paragraph.start) - paragraph.start, min(end, paragraph.end) - paragraph.start
                    for rect in line_rects(block.layout, low, high, block.first_line, page.measures.lead):
                        painter.drawRoundedRect(rect.adjusted(-2, 0, 2, 0), _TINT_RADIUS, _TINT_RADIUS)

    def _paint_outline(self, painter: QPainter, page: VisiblePage, selected: PlacedCoding) -> None:
        theme = self._appearance.theme
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(
                theme.focus,
                _OUTLINE_WIDTH,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        for block in page.blocks:
            painter.drawPath(self._outline(page, block, selected))
        for center in self._handles(page, selected).values():
            handle = QRectF(0, 0, _HANDLE_WIDTH, _HANDLE_HEIGHT)
            handle.moveCenter(center)
            draw_rounded_box(painter, handle, _HANDLE_WIDTH / 2, theme.focus, theme.paper)

    def _outline(self, page: VisiblePage, block: VisibleBlock, selected: PlacedCoding) -> QPainterPath:
        path = QPainterPath()
        for stripe in self._measure(selected, block, page):
            for rect in stripe.rects:
                box = QPainterPath()
                grown = rect.adjusted(-_OUTLINE_BEYOND, -_OUTLINE_ABOVE, _OUTLINE_BEYOND, _OUTLINE_ABOVE)
                box.addRect(grown.translated(0, block.first_line))
                path = path.united(box)
        return path.simplified()

    def _handles(self, page: VisiblePage, selected: PlacedCoding) -> dict[Edge, QPointF]:
        """Return the middles of the handles that are on the screen."""
        handles = {}
        for block in page.blocks:
            for stripe in (
                self._measure(selected, block, page) if block.number in (selected.first, selected.last) else ()
            ):
                if block.number == selected.first and stripe.rects:
                    rect = stripe.rects[0]
                    handles[Edge.START] = QPointF(rect.left() - _OUTLINE_BEYOND, block.first_line + rect.center().y())
                if block.number == selected.last and stripe.rects:
                    rect = stripe.rects[-1]
                    handles[Edge.END] = QPointF(rect.right() + _OUTLINE_BEYOND, block.first_line + rect.center().y())
        return handles

    def _lane(self, placed: PlacedCoding) -> int:
        # A coding whose handle is dragged keeps the lane it has where it was.
        known = self._document.codings.get(placed.id) if self._document is not None else None
        return self._document.codings.lane(known) if self._document is not None and known is not None else 0

    def _tint(self, slot: int, selected: bool) -> QColor:
        tint = self._tints.get((slot, selected))
        if tint is None:
            tint = self._tints[slot, selected] = self._appearance.theme.tint(slot, selected)
        return tint


def _between(hits: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """Return the hits that may touch a range; hits are sorted and do not overlap."""
    first = max(0, bisect_left(hits, (start, start)) - 1)
    return hits[first : bisect_left(hits, (end, end))]


def _is(placed: PlacedCoding, selected: PlacedCoding | None) -> bool:
    return selected is not None and placed.id == selected.id
