"""Paints the mark of a code: a shape in the colour of its slot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kodebenk.ui.fonts import cell_font
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import CODE_COLOR_COUNT, Theme

_MARKS_WITHOUT_LETTER = 2 * CODE_COLOR_COUNT
_SHAPE_SHIFT = 6
_QUARTER_TURN = 90 * 16


class Shape(Enum):
    """Shapes of the marks, in the order of the code slots."""

    DISC = 0
    SQUARE = 1
    TRIANGLE = 2
    DIAMOND = 3
    RING = 4
    OPEN_SQUARE = 5
    TRIANGLE_DOWN = 6
    HALF_DISC = 7
    CROSS = 8
    OPEN_DIAMOND = 9
    OPEN_TRIANGLE = 10
    TWO_BARS = 11


@dataclass(frozen=True, slots=True)
class CodeMark:
    """What the mark of a slot looks like: its shape and, from slot 25, a letter beside it."""

    shape: Shape
    letter: str


def mark_of_slot(slot: int) -> CodeMark:
    """Return the mark of a code slot.

    Slots 13–24 take the colours again with the shape of slot n+6; from 25 the marks repeat with a, b, … beside them.

    Raises:
        ValueError: `slot` is below 1.
    """
    if slot < 1:
        raise ValueError(f"code slots count from 1, not {slot}")
    lettered, place = divmod(slot - 1, _MARKS_WITHOUT_LETTER)
    again, index = divmod(place, CODE_COLOR_COUNT)
    shape = Shape((index + again * _SHAPE_SHIFT) % CODE_COLOR_COUNT)
    return CodeMark(shape, _letters(lettered))


def draw_code_mark(
    painter: QPainter, slot: int, center: QPointF, radius: float, theme: Theme, color: QColor | None = None
) -> None:
    """Draw the mark of a code slot.

    Args:
        painter: Keeps its state.
        slot: Counted from 1.
        center: Middle of the shape in px.
        radius: Half its height in px: 5 in rows, 4.6 in margins. A letter stands to the lower right of it.
        theme: Gives the colour of the slot.
        color: Taken instead of the colour of the slot, for simulations.
    """
    mark = mark_of_slot(slot)
    color = color if color is not None else theme.code_color(slot)
    draw_shape(painter, mark.shape, center, radius, color)
    if mark.letter:
        font = cell_font(max(radius * 1.5, 7.0), 700)
        painter.save()
        draw_text(
            painter, center.x() + radius, center.y() + radius * 0.7, mark.letter, font, theme.ink, None, Align.LEFT
        )
        painter.restore()


def draw_shape(painter: QPainter, shape: Shape, center: QPointF, radius: float, color: QColor) -> None:
    """Draw one of the twelve shapes; solid shapes are filled, open ones drawn with a thick line."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    if shape in _OUTLINES:
        width = max(1.5, radius * 0.38)
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _OUTLINES[shape](painter, radius, width)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        _SOLIDS[shape](painter, radius)
    painter.restore()


def _letters(count: int) -> str:
    # 0 is no letter, 1 is a, 26 is z, 27 is aa, like columns of a spreadsheet.
    letters = ""
    while count > 0:
        count, place = divmod(count - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _polygon(radius: float, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(x * radius, y * radius) for x, y in corners])


def _disc(painter: QPainter, radius: float) -> None:
    painter.drawEllipse(QPointF(0, 0), radius * 0.95, radius * 0.95)


def _square(painter: QPainter, radius: float) -> None:
    half = radius * 0.85
    painter.drawRoundedRect(QRectF(-half, -half, 2 * half, 2 * half), 1, 1)


def _triangle(painter: QPainter, radius: float) -> None:
    painter.drawPolygon(_polygon(radius, (0, -1), (1.02, 0.8), (-1.02, 0.8)))


def _triangle_down(painter: QPainter, radius: float) -> None:
    painter.drawPolygon(_polygon(radius, (0, 1), (1.02, -0.8), (-1.02, -0.8)))


def _diamond(painter: QPainter, radius: float) -> None:
    painter.drawPolygon(_polygon(radius, (0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)))


def _cross(painter: QPainter, radius: float) -> None:
    arm = radius * 0.36
    painter.drawRect(QRectF(-arm, -radius, 2 * arm, 2 * radius))
    painter.drawRect(QRectF(-radius, -arm, 2 * radius, 2 * arm))


def _two_bars(painter: QPainter, radius: float) -> None:
    half = radius * 0.3
    painter.drawRect(QRectF(-radius, -radius * 0.8, 2 * radius, 2 * half))
    painter.drawRect(QRectF(-radius, radius * 0.8 - 2 * half, 2 * radius, 2 * half))


def _ring(painter: QPainter, radius: float, width: float) -> None:
    inner = radius - width / 2
    painter.drawEllipse(QPointF(0, 0), inner, inner)


def _open_square(painter: QPainter, radius: float, width: float) -> None:
    half = radius * 0.9 - width / 2
    painter.drawRect(QRectF(-half, -half, 2 * half, 2 * half))


def _open_diamond(painter: QPainter, radius: float, _width: float) -> None:
    painter.drawPolygon(_polygon(radius, (0, -0.9), (0.9, 0), (0, 0.9), (-0.9, 0)))


def _open_triangle(painter: QPainter, radius: float, _width: float) -> None:
    painter.drawPolygon(_polygon(radius, (0, -0.8), (0.85, 0.65), (-0.85, 0.65)))


def _half_disc(painter: QPainter, radius: float, _width: float) -> None:
    color = painter.pen().color()
    inner = radius - 0.6
    painter.setPen(QPen(color, 1.5))
    painter.drawEllipse(QPointF(0, 0), inner, inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPie(QRectF(-inner, -inner, 2 * inner, 2 * inner), _QUARTER_TURN, 2 * _QUARTER_TURN)


_SOLIDS: dict[Shape, Callable[[QPainter, float], None]] = {
    Shape.DISC: _disc,
    Shape.SQUARE: _square,
    Shape.TRIANGLE: _triangle,
    Shape.DIAMOND: _diamond,
    Shape.TRIANGLE_DOWN: _triangle_down,
    Shape.CROSS: _cross,
    Shape.TWO_BARS: _two_bars,
}
_OUTLINES: dict[Shape, Callable[[QPainter, float, float], None]] = {
    Shape.RING: _ring,
    Shape.OPEN_SQUARE: _open_square,
    Shape.HALF_DISC: _half_disc,
    Shape.OPEN_DIAMOND: _open_diamond,
    Shape.OPEN_TRIANGLE: _open_triangle,
}
