"""Paints what a coding task marks: dashed outlines around passages without codes, and bars beside drawn turns.

Neither has a colour of its own: colours belong to codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from kodebenk.ui.reading.reading_page import VisibleBlock, VisiblePage, line_rects
from kodebenk.ui.reading.task_marks import MarkedPlace, PlacedMarks, PlacedUnit
from kodebenk.ui.theme import Appearance, Theme

_DASHES = (4.0, 3.0)
_BEYOND = 3.0
_ABOVE = 0.5
_BAR = 5.0
_BAR_INSET = 3.0


def paint_units(painter: QPainter, page: VisiblePage, marks: PlacedMarks, appearance: Appearance) -> None:
    """Draw the passages on the screen that wait for a code, and lighter those that have one."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for block in page.blocks:
        for unit in marks.units(block.number):
            _paint_unit(painter, page, block, unit, appearance.theme)


def _paint_unit(painter: QPainter, page: VisiblePage, block: VisibleBlock, unit: PlacedUnit, theme: Theme) -> None:
    paragraph = block.paragraph
    low, high = max(unit.start, paragraph.start) - paragraph.start, min(unit.end, paragraph.end) - paragraph.start
    rects = line_rects(block.layout, low, high, block.first_line, page.measures.lead)
    if not rects:
        return
    pen = QPen(theme.line2 if unit.is_coded else theme.ink3, 1.2)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    for shape in outlines(rects):
        painter.drawPolygon(QPolygonF(shape))


def outlines(rects: Sequence[QRectF]) -> list[list[QPointF]]:
    """Return the corners of the shapes around lines of text: one shape, or two where the lines share no width."""
    parts: list[list[QRectF]] = []
    for rect in rects:
        grown = rect.adjusted(-_BEYOND, -_ABOVE, _BEYOND, _ABOVE)
        if parts and parts[-1][-1].left() < grown.right() and grown.left() < parts[-1][-1].right():
            parts[-1].append(grown)
        else:
            parts.append([grown])
    return [_shape(part) for part in parts]


def _shape(rects: Sequence[QRectF]) -> list[QPointF]:
    bounds = [(above.bottom() + below.top()) / 2 for above, below in pairwise(rects)]
    edges = [rects[0].top(), *bounds, rects[-1].bottom()]
    right = [QPointF(rect.right(), y) for at, rect in enumerate(rects) for y in edges[at : at + 2]]
    left = [QPointF(rect.left(), y) for at, rect in enumerate(rects) for y in edges[at : at + 2]]
    return [*right, *reversed(left)]


def paint_turn_bar(
    painter: QPainter, page: VisiblePage, block: VisibleBlock, turn: MarkedPlace, center_x: float, theme: Theme
) -> None:
    """Draw the bar beside a turn of the sample: hollow until it is coded, then filled."""
    lines = max(1, block.layout.lineCount())
    top = block.first_line + _BAR_INSET
    bottom = block.first_line + lines * page.measures.lead - _BAR_INSET
    painter.setPen(QPen(theme.ink2, 1.2))
    painter.setBrush(theme.ink2 if turn.is_coded else theme.paper)
    painter.drawRoundedRect(QRectF(center_x - _BAR / 2, top, _BAR, bottom - top), 2, 2)
