"""Draws coefficients with their intervals on an axis with guides at 0.667 and 0.80."""

from __future__ import annotations

from dataclasses import dataclass
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from kodebenk.ui.compare.figures.figure_cells import Whisker
from kodebenk.ui.theme import Theme

GUIDES = (0.667, 0.8)
"""The limits of Krippendorff (Content Analysis, 4th ed. 2019, section 12.4)."""

_HIGHEST_START = 0.4
_LOWEST_START = -0.2
_STEP = 0.2
_RADIUS = 4.3
_TICK = 3.5


@dataclass(frozen=True, slots=True)
class Axis:
    """Where coefficients lie between `start` and 1; what is lower stands at the start."""

    start: float

    def share(self, value: float) -> float:
        """Return the place of a value, 0 at the start to 1."""
        return min(1.0, max(0.0, (value - self.start) / (1 - self.start)))

    def shows(self, value: float) -> bool:
        """Tell whether the value itself has a place."""
        return value >= self.start


def axis_for(whiskers: list[Whisker]) -> Axis:
    """Return an axis that has room for all, as far down as -0.2."""
    values = [value for one in whiskers for value in (one.value, one.low) if value is not None]
    lowest = floor(min(values, default=1.0) / _STEP + 1e-9) * _STEP
    return Axis(max(_LOWEST_START, min(_HIGHEST_START, lowest)))


def is_open(value: float) -> bool:
    """Tell whether a value is drawn as an open ring."""
    return value < GUIDES[0]


def draw_dot(painter: QPainter, center: QPointF, theme: Theme, *, hollow: bool, scale: float = 1.0) -> None:
    """Draw a filled dot, or an open ring on the ground of a panel."""
    painter.setPen(QPen(theme.accent, 1.8 * scale))
    painter.setBrush(QBrush(theme.panel if hollow else theme.accent))
    painter.drawEllipse(center, _RADIUS * scale, _RADIUS * scale)


def draw_guides(painter: QPainter, rect: QRectF, axis: Axis, theme: Theme) -> None:
    """Draw both guides over the height of a rectangle whose width is the axis."""
    painter.setPen(guide_pen(theme))
    for guide in GUIDES:
        x = rect.left() + axis.share(guide) * rect.width()
        painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))


def guide_pen(theme: Theme) -> QPen:
    """Return the pen of guides: dashes in the quietest colour that is still seen on every ground."""
    pen = QPen(theme.ctl, 1)
    pen.setStyle(Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3.0, 3.0])
    return pen


def draw_whisker(
    painter: QPainter, rect: QRectF, whisker: Whisker, axis: Axis, theme: Theme, scale: float = 1.0
) -> None:
    """Draw interval and dot in a rectangle whose width is the axis; arrows tell of ends outside it."""
    if whisker.value is None:
        return
    middle = rect.center().y()

    def place(value: float) -> float:
        return rect.left() + axis.share(value) * rect.width()

    if whisker.low is not None and whisker.high is not None:
        painter.setPen(QPen(theme.ink2, 1.5 * scale))
        low, high = place(whisker.low), place(whisker.high)
        painter.drawLine(QLineF(low, middle, high, middle))
        for value, x in ((whisker.low, low), (whisker.high, high)):
            _draw_end(painter, QPointF(x, middle), theme, clipped=not axis.shows(value), scale=scale)
    if axis.shows(whisker.value):
        draw_dot(painter, QPointF(place(whisker.value), middle), theme, hollow=is_open(whisker.value), scale=scale)
    else:
        _draw_end(painter, QPointF(place(whisker.value), middle), theme, clipped=True, scale=scale)


def _draw_end(painter: QPainter, end: QPointF, theme: Theme, *, clipped: bool, scale: float) -> None:
    painter.setPen(QPen(theme.ink2, 1.5 * scale))
    tick = _TICK * scale
    if not clipped:
        painter.drawLine(QLineF(end.x(), end.y() - tick, end.x(), end.y() + tick))
        return
    for side in (-tick, tick):
        painter.drawLine(QLineF(end.x(), end.y(), end.x() + tick, end.y() + side))
