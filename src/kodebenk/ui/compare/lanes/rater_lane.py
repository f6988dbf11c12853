"""One coder's lane beside the text: where its brackets, marks and letters stand, and how they are painted."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.ui.compare.lanes.compared_text import ComparedText, LaneCode
from kodebenk.ui.compare.lanes.lane_columns import LaneColumns, LaneDetail
from kodebenk.ui.fonts import ui_font
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.reading.coding_index import CodingIndex, PlacedCoding
from kodebenk.ui.reading.margin_layout import (
    Bracket,
    BracketLanes,
    MarginRoom,
    MarginRows,
    MoreRow,
    NameRow,
    arrange_margin,
)
from kodebenk.ui.reading.reading_page import ShownDocument, VisiblePage
from kodebenk.ui.reading.spans import CodingSpan
from kodebenk.ui.theme import Theme

LANE_ROOM = MarginRoom(lanes=4, step=17)
"""Brackets side by side, and px between codes that stand close together."""

_TICK = 4
_BRACKET_WIDTH = 2
_CURRENT_WIDTH = 3
_MARK_RADIUS = 4.6
_BESIDE_MARK = 8
# Looking up a member of an enumeration takes as long as drawing with it, and there are hundreds of brackets.
_LINE = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
_NO_BRUSH = Qt.BrushStyle.NoBrush


class RaterLane:
    """One coder's codings over a document. They are placed when their paragraphs come to the screen.

    Args:
        compared: What raters coded.
        document: As it is shown.
        rater: Whose lane, by number.
    """

    def __init__(self, compared: ComparedText, document: ShownDocument, rater: int) -> None:
        self.rater = rater
        self.name = compared.raters[rater].name
        self.index = CodingIndex(document.display.positions, document.starts)
        self.brackets = BracketLanes(self.index, LANE_ROOM)
        self._codes = compared.codes
        self._document = document
        self._spans = sorted((span for span in compared.spans if span.coder == rater), key=attrgetter("start"))
        # How far the passages up to each one reach: those that end before a paragraph are left out by bisection.
        self._reached = list(accumulate((span.end for span in self._spans), max))
        self._placed: set[int] = set()
        self._last_placed: tuple[int, int] | None = None

    def span(self, placed: PlacedCoding) -> CodedSpan:
        """Return the passage that a coding of the index stands for."""
        return self._spans[placed.id]

    def code(self, placed: PlacedCoding) -> LaneCode:
        return self._codes[self._spans[placed.id].code]

    def arrange(self, page: VisiblePage) -> MarginRows:
        """Return brackets and codes for what is visible."""
        self.place_visible(page)
        return arrange_margin(page, self.index, self.brackets, None, LANE_ROOM)

    def place_visible(self, page: VisiblePage) -> None:
        """Make sure that the codings of the paragraphs on the screen are in the index."""
        blocks = page.above or page.blocks
        if page.blocks and self._last_placed != (reached := (blocks[0].number, page.blocks[-1].number)):
            self._last_placed = reached
            self._place(*reached)

    def _place(self, first: int, last: int) -> None:
        start, end = self._document.source_range(first)[0], self._document.source_range(last)[1]
        low = bisect_right(self._reached, start)
        high = bisect_left(self._spans, end, key=attrgetter("start"))
        waiting = [number for number in range(low, high) if number not in self._placed]
        self._placed.update(waiting)
        self.index.add(self._painted(number) for number in waiting)

    def _painted(self, number: int) -> CodingSpan:
        span = self._spans[number]
        code = self._codes[span.code]
        return CodingSpan(number, span.start, span.end, code.slot, code.name)


@dataclass(frozen=True, slots=True)
class LaneRoom:
    """Where things stand in a lane.

    Attributes:
        left: of the lane, px from the left of the margin; all others count from there.
        width: of the lane.
        first: the first bracket; step: to the next one.
        mark: middle of the marks.
        letters: where letters or names begin; None where there is no room for them.
        has_names: there is room for names.
    """

    left: float
    width: float
    first: float
    step: float
    mark: float | None
    letters: float | None
    has_names: bool


def measure_lane(columns: LaneColumns, place: int, brackets: int) -> LaneRoom:
    """Return where things stand in a lane, by its place from the left, with so many brackets side by side."""
    left, width, gaps = columns.discs + place * columns.lane, columns.lane, max(1, brackets - 1)
    if columns.detail is LaneDetail.BRACKETS:
        return LaneRoom(left, width, 6, min(6.0, (width - 10) / gaps), None, None, has_names=False)
    if columns.detail is LaneDetail.MARKS:
        return LaneRoom(left, width, 9, min(7.0, (width - 24) / gaps), width - 9, None, has_names=False)
    if columns.detail is LaneDetail.CLOSE:
        step = min(6.0, 9 / gaps)
        mark = 18 + step * (brackets - 1)
        return LaneRoom(left, width, 8, step, mark, mark + 8, has_names=False)
    step = min(9.0, (18 if columns.has_names else 12) / gaps)
    mark = max(34.0, 13 + step * (brackets - 1) + 11)
    return LaneRoom(left, width, 13, step, mark, mark + 9, columns.has_names)


def draw_bracket(
    painter: QPainter, bracket: Bracket, room: LaneRoom, theme: Theme, height: int, *, is_current: bool
) -> QRectF:
    """Draw a bracket in its lane, thicker where it belongs to the current place, and return what a click may hit."""
    width = _CURRENT_WIDTH if is_current else _BRACKET_WIDTH
    # Lines of an odd width are crisp between two px.
    x = round(room.left + room.first + bracket.lane * room.step) + width % 2 / 2
    tick = min(_TICK, room.step - 1.5)
    painter.setPen(QPen(theme.code_color(bracket.placed.span.slot), width, *_LINE))
    painter.setBrush(_NO_BRUSH)
    top, bottom = max(bracket.top, -_TICK), min(bracket.bottom, height + _TICK)
    corners = [QPointF(x - tick, top), QPointF(x, top), QPointF(x, bottom), QPointF(x - tick, bottom)]
    painter.drawPolyline(QPolygonF(corners))
    return QRectF(x - room.step / 2 - 2, top, room.step, bottom - top)


def draw_code(
    painter: QPainter, lane: RaterLane, row: NameRow, room: LaneRoom, theme: Theme, *, is_hatched: bool
) -> QRectF | None:
    """Draw the mark of a code with its letters, on paper where the lane is hatched.

    Returns:
        What a click may hit; None where there is no room.
    """
    if room.mark is None:
        return None
    placed = row.bracket.placed
    rect = _row_rect(room, room.mark, row.y)
    if is_hatched:
        painter.fillRect(rect.adjusted(0, 1, -1, -1), theme.paper)
    draw_code_mark(painter, placed.span.slot, QPointF(room.left + room.mark, row.y), _MARK_RADIUS, theme)
    if room.letters is not None:
        code = lane.code(placed)
        words, weight = (code.name, 500) if room.has_names else (code.letters, 600)
        left = room.left + room.letters
        draw_text(painter, left, row.y, words, ui_font(11.5, weight), theme.ink, room.width - room.letters - 2)
    return rect


def draw_count(painter: QPainter, more: MoreRow, room: LaneRoom, theme: Theme) -> QRectF | None:
    """Draw how many codes found no room, and return what a mouse may point at; None where marks are left out."""
    if room.mark is None:
        return None
    words, left = f"+{len(more.hidden)}", room.left + room.mark - _MARK_RADIUS
    draw_text(painter, left, more.y, words, ui_font(11, 600, tabular=True), theme.ink2)
    return _row_rect(room, room.mark, more.y)


def most_brackets(lanes: Sequence[RaterLane]) -> int:
    """Return how many brackets stand side by side where they are most; all lanes leave that much room."""
    return max((lane.brackets.count for lane in lanes), default=2)


def visible_rows(rows: MarginRows, height: int) -> list[NameRow]:
    """Return the codes that show on a margin so high."""
    return [row for row in rows.names if -LANE_ROOM.step <= row.y <= height + LANE_ROOM.step]


def _row_rect(room: LaneRoom, mark: float, y: float) -> QRectF:
    left = mark - _BESIDE_MARK
    return QRectF(room.left + left, y - LANE_ROOM.step / 2, room.width - left, LANE_ROOM.step)
