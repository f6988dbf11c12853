"""Paints what stands right of the compared text: numbered discs, and a lane for each coder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kodebenk.ui.compare.lanes.compared_text import ComparedText
from kodebenk.ui.compare.lanes.lane_columns import LaneColumns
from kodebenk.ui.compare.lanes.lane_words import coding_words, missing_words, place_words
from kodebenk.ui.compare.lanes.place_disc import DISC_SIDE, disc_width, draw_place_disc
from kodebenk.ui.compare.lanes.rater_lane import (
    LaneRoom,
    RaterLane,
    draw_bracket,
    draw_code,
    draw_count,
    measure_lane,
    most_brackets,
    visible_rows,
)
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.painting.grounds import draw_dashed_box, draw_hatching
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.reading.coding_index import PlacedCoding
from kodebenk.ui.reading.coding_margin import CodingMargin, MarginTarget
from kodebenk.ui.reading.margin_layout import Bracket, MarginRoom, MarginRows, MoreRow, NameRow
from kodebenk.ui.reading.reading_page import PageSource, ShownDocument, VisiblePage
from kodebenk.ui.theme import Appearance

_ALL_LANES = 1_000
_BESIDE_DISC = 8
_HATCH_INSET = 4


@dataclass(frozen=True, slots=True)
class LaneTarget(MarginTarget):
    """Something beside the text; `passage` is what a double click opens, in code points, None for nothing."""

    passage: tuple[int, int] | None = None


class LaneMargin(CodingMargin):
    """Discs and lanes of what is on the screen; what the base class calls codings are places.

    Signals:
        passage_requested(int, int): A bracket, code or disc was double clicked: start and end of what it stands for.
    """

    passage_requested = Signal(int, int)

    def __init__(self, parent: QWidget, appearance: Appearance, page_source: PageSource) -> None:
        super().__init__(parent, appearance, page_source)
        self._room = MarginRoom(_ALL_LANES, scaled(DISC_SIDE) + 2)
        self._columns: LaneColumns | None = None
        self._compared: ComparedText | None = None
        self._rater_lanes: Sequence[RaterLane] = ()
        self._lanes_generation = -1
        self._belongs: dict[tuple[int, int], int | None] = {}

    def set_columns(self, columns: LaneColumns) -> None:
        """Paint in columns of these widths."""
        if columns != self._columns:
            self._columns = columns
            self.update()

    def show_compared(self, compared: ComparedText, document: ShownDocument) -> None:
        """Show the codings of every rater from now on."""
        self.show_lanes(compared, [RaterLane(compared, document, rater) for rater in range(len(compared.raters))])

    def show_lanes(self, compared: ComparedText, lanes: Sequence[RaterLane]) -> None:
        """Show these lanes from now on."""
        self._compared = compared
        self._belongs.clear()
        self._rater_lanes = lanes
        self._lanes_generation = -1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        self._targets = []
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._appearance.theme.paper)
            page = self._page_source()
            if self._columns is None or self._compared is None or page is None:
                return
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            discs = self._arrange() if self._columns.discs or self._selected is not None else MarginRows()
            rooms = self._paint_lane_grounds(painter, page, self._columns)
            hatched = self._paint_lacking(painter, discs, rooms, self._compared)
            for lane, (rows, room) in zip(self._rater_lanes, rooms, strict=True):
                self._paint_lane(painter, lane, rows, room, hatched.get(lane.rater))
            if self._columns.discs:
                self._paint_discs(painter, discs, self._columns, self._compared)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        target = self._target_at(event.position())
        if isinstance(target, LaneTarget) and target.passage is not None:
            self.passage_requested.emit(*target.passage)

    # Discs

    def _paint_discs(self, painter: QPainter, discs: MarginRows, columns: LaneColumns, compared: ComparedText) -> None:
        side = scaled(DISC_SIDE)
        for row in discs.names:
            if -side <= row.y <= self.height() + side and row.bracket.placed.id in compared.places:
                self._paint_disc(painter, row, columns, compared)
        for more in discs.more:
            self._paint_hidden_places(painter, more, columns, compared)

    def _paint_disc(self, painter: QPainter, row: NameRow, columns: LaneColumns, compared: ComparedText) -> None:
        placed = row.bracket.placed
        shown = compared.places[placed.id]
        side, width = scaled(DISC_SIDE), disc_width(shown)
        x = min(columns.discs - scaled(_BESIDE_DISC) - side / 2, columns.discs - 2 - width / 2)
        center = QPointF(x, row.y)
        draw_place_disc(painter, center, shown, self._appearance.theme, is_current=self._is_selected(placed))
        rect = QRectF(0, 0, max(width, scaled(24)), self._room.step)
        rect.moveCenter(center)
        tip = place_words(shown, compared.raters)
        self._targets.append(LaneTarget(rect, (placed,), tip, (placed.span.start, placed.span.end)))

    def _paint_hidden_places(
        self, painter: QPainter, more: MoreRow, columns: LaneColumns, compared: ComparedText
    ) -> None:
        words, font = f"+{len(more.hidden)}", ui_font(11, 600, tabular=True)
        draw_text(painter, 0, more.y, words, font, self._appearance.theme.ink2, columns.discs, Align.CENTER)
        rect = QRectF(0, more.y - self._room.step / 2, columns.discs, self._room.step)
        tips = [place_words(compared.places[one.id], compared.raters) for one in more.hidden]
        self._targets.append(LaneTarget(rect, more.hidden, "\n\n".join(tips)))

    # Lanes

    def _paint_lane_grounds(
        self, painter: QPainter, page: VisiblePage, columns: LaneColumns
    ) -> Sequence[tuple[MarginRows, LaneRoom]]:
        """Paint the lines between the lanes, and return for each what it shows and where."""
        lanes = self._rater_lanes
        if page.generation != self._lanes_generation:
            self._lanes_generation = page.generation
            for lane in lanes:
                lane.brackets.clear()
        rows = [lane.arrange(page) for lane in lanes]
        rooms = [measure_lane(columns, place, most_brackets(lanes)) for place in range(len(lanes))]
        for left in self._lines(columns):
            painter.fillRect(QRectF(left, 0, 1, self.height()), self._appearance.theme.line)
        return list(zip(rows, rooms, strict=True))

    def _lines(self, columns: LaneColumns) -> Iterable[float]:
        """Return where lines stand: left of every lane, and right of the last."""
        return [columns.discs + place * columns.lane for place in range(len(self._rater_lanes) + 1)]

    def _paint_lacking(
        self,
        painter: QPainter,
        discs: MarginRows,
        rooms: Sequence[tuple[MarginRows, LaneRoom]],
        compared: ComparedText,
    ) -> dict[int, QRectF]:
        """Hatch the current place in the lanes of those who have not coded it; return where, by rater."""
        bracket = next((one for one in discs.brackets if self._is_selected(one.placed)), None)
        if bracket is None or bracket.placed.id not in compared.places:
            return {}
        shown, theme = compared.places[bracket.placed.id], self._appearance.theme
        lacking = compared.lacking(shown.place)
        shown_rooms = [(lane.rater, room) for lane, (_, room) in zip(self._rater_lanes, rooms, strict=True)]
        boxes = {rater: _hatched_box(bracket, room) for rater, room in shown_rooms if rater in lacking}
        for rater, box in boxes.items():
            draw_hatching(painter, box, theme)
            draw_dashed_box(painter, box, theme, 4)
            tip = missing_words(shown, compared.raters[rater].name)
            self._targets.append(LaneTarget(box, (bracket.placed,), tip, (shown.place.start, shown.place.end)))
        return boxes

    def _paint_lane(
        self, painter: QPainter, lane: RaterLane, rows: MarginRows, room: LaneRoom, hatched: QRectF | None
    ) -> None:
        theme = self._appearance.theme
        for bracket in rows.brackets:
            place = self._place_of(lane, bracket.placed)
            is_current = place is not None and self._is_selected(place)
            reach = draw_bracket(painter, bracket, room, theme, self.height(), is_current=is_current)
            self._add_target(lane, reach, bracket.placed)
        for row in visible_rows(rows, self.height()):
            is_hatched = hatched is not None and hatched.top() <= row.y <= hatched.bottom()
            rect = draw_code(painter, lane, row, room, theme, is_hatched=is_hatched)
            if rect is not None:
                self._add_target(lane, rect, row.bracket.placed)
        for more in rows.more:
            rect = draw_count(painter, more, room, theme)
            if rect is not None:
                names = [coding_words(lane.name, placed.span.name) for placed in more.hidden]
                self._targets.append(LaneTarget(rect, (), "\n".join(names)))

    def _add_target(self, lane: RaterLane, rect: QRectF, placed: PlacedCoding) -> None:
        place = self._place_of(lane, placed)
        tip = coding_words(lane.name, placed.span.name)
        passage = (placed.span.start, placed.span.end)
        self._targets.append(LaneTarget(rect, (place,) if place is not None else (), tip, passage))

    def _place_of(self, lane: RaterLane, placed: PlacedCoding) -> PlacedCoding | None:
        """Return the place that a coding belongs to, None where the raters agree about it."""
        if self._codings is None or self._compared is None:
            return None
        key = (lane.rater, placed.id)
        if key not in self._belongs:
            near = self._codings.in_paragraphs(range(placed.first, placed.last + 1))
            self._belongs[key] = self._compared.place_of(lane.span(placed), list(near))
        return self._codings.get(self._belongs[key])


def _hatched_box(bracket: Bracket, room: LaneRoom) -> QRectF:
    box = QRectF(room.left + 1, bracket.top, room.width - 1, bracket.bottom - bracket.top)
    return box.adjusted(_HATCH_INSET, 0, -_HATCH_INSET, 0)
