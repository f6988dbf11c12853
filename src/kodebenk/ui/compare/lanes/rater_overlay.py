"""One coder's codings over the text, and where others coded something that this one did not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kodebenk.domain.passage import trim_blanks
from kodebenk.ui.compare.lanes.difference_overlay import DifferenceOverlay
from kodebenk.ui.compare.lanes.rater_lane import RaterLane
from kodebenk.ui.painting.grounds import draw_hatching
from kodebenk.ui.reading.coding_overlay import CodingOverlay, Emphasis
from kodebenk.ui.reading.reading_page import ShownDocument, VisibleBlock, VisiblePage
from kodebenk.ui.reading.text_positions import Side
from kodebenk.ui.theme import Appearance

_Range = tuple[int, int]

_OUTLINE_WIDTH = 1.75
_LINE = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


class RaterOverlay(DifferenceOverlay):
    """Paints codings as the reading view does; what the base class calls codings are places."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._own = CodingOverlay(appearance)
        self._rater_lane: RaterLane | None = None

    def show_lane(self, lane: RaterLane, document: ShownDocument) -> None:
        """Paint the codings of this coder from now on."""
        self._rater_lane = lane
        self._own.show(replace(document, codings=lane.index))

    def forget_colors(self) -> None:
        super().forget_colors()
        self._own.forget_colors()

    def paint_under(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, emphasis: Emphasis) -> None:
        """Paint what lies under the words of a paragraph: hatching, codings, selection, dotted lines."""
        self._follow(page)
        lane = self._rater_lane
        if lane is None:
            return
        lane.place_visible(page)
        self._paint_hatching(painter, page, block, emphasis)
        self._own.paint_under(painter, page, block, Emphasis(emphasis.selection))
        painter.save()
        painter.translate(0, block.first_line)
        self._paint_marks(painter, self._marks_of(page, block))
        painter.restore()

    def paint_over(self, painter: QPainter, page: VisiblePage, emphasis: Emphasis) -> None:
        """Paint what lies over the words: hits of a search, and the outline of the current place."""
        super().paint_over(painter, page, emphasis)
        if emphasis.selected is None:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._appearance.theme.focus, _OUTLINE_WIDTH, *_LINE))
        for block in page.blocks:
            if emphasis.selected.first <= block.number <= emphasis.selected.last:
                painter.drawPath(self._outline(page, block, emphasis.selected))

    def _paint_hatching(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, emphasis: Emphasis) -> None:
        """Hatch the words of the current place where this coder has not coded it."""
        place, compared, lane = emphasis.selected, self._compared, self._rater_lane
        if place is None or compared is None or lane is None or place.id not in compared.places:
            return
        if lane.rater in compared.lacking(compared.places[place.id].place):
            for rect in self._ground(page, block, place):
                # Rising hair lines are crisp halfway between whole px.
                box = QRectF(rect.translated(0, block.first_line).toRect()).translated(0.5, 0)
                draw_hatching(painter, box, self._appearance.theme)

    def _differences(self, block: VisibleBlock) -> tuple[list[_Range], dict[_Range, tuple[int, ...]]]:
        """Return what this coder lacks; own codings are bars without colours, since they have underlines already."""
        start, end = block.paragraph.start, block.paragraph.end
        dotted = [
            (max(low, start) - start, min(high, end) - start)
            for low, high in self._lacking_in(block.number)
            if low < end and high > start
        ]
        own = self._rater_lane.index.in_paragraph(block.number) if self._rater_lane is not None and dotted else ()
        return dotted, {(max(one.start, start) - start, min(one.end, end) - start): () for one in own}

    def _lacking_in(self, number: int) -> Iterator[_Range]:
        if self._document is None or self._compared is None or self._rater_lane is None:
            return
        text, positions = self._document.source.text, self._document.display.positions
        for placed in self._document.codings.in_paragraph(number):
            for low, high in self._compared.lacking_parts(placed.id, self._rater_lane.rater):
                start, end = trim_blanks(text, low, high)
                if start < end:
                    yield positions.to_display(start, Side.START), positions.to_display(end, Side.END)
