"""Paints the stance of a coding, told by shape as well as colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kodebenk.ui.theme import Theme

_QUARTER_TURN = 90 * 16
_RING = 1.5


def draw_stance_mark(painter: QPainter, stance: str, center: QPointF, radius: float, theme: Theme) -> None:
    """Draw a stance mark.

    Args:
        painter: Keeps its state.
        stance: `"for"` is a disc with plus, `"mot"` an open ring with minus, `"blandet"` a half disc,
            `"nøytral"` an open ring with a dot.
        center: Middle in px.
        radius: 6 in panels, 5.6 in cells and margins.
        theme: Gives the colour.

    Raises:
        KeyError: there is no such stance.
    """
    draw = _MARKS[stance]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(center)
    painter.setPen(QPen(theme.stance_color(stance), _RING))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    draw(painter, radius, theme)
    painter.restore()


def _draw_for(painter: QPainter, radius: float, theme: Theme) -> None:
    painter.setBrush(theme.stance_for)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(QPointF(0, 0), radius, radius)
    arm = radius * 0.52
    painter.setPen(QPen(theme.paper, 1.6))
    painter.drawLine(QLineF(-arm, 0, arm, 0))
    painter.drawLine(QLineF(0, -arm, 0, arm))


def _draw_against(painter: QPainter, radius: float, theme: Theme) -> None:
    _draw_ring(painter, radius)
    arm = radius * 0.45
    painter.setPen(QPen(theme.stance_against, 1.7))
    painter.drawLine(QLineF(-arm, 0, arm, 0))


def _draw_mixed(painter: QPainter, radius: float, theme: Theme) -> None:
    inner = _draw_ring(painter, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.stance_mixed)
    painter.drawPie(QRectF(-inner, -inner, 2 * inner, 2 * inner), _QUARTER_TURN, -2 * _QUARTER_TURN)


def _draw_neutral(painter: QPainter, radius: float, theme: Theme) -> None:
    _draw_ring(painter, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.stance_color("nøytral"))
    painter.drawEllipse(QPointF(0, 0), radius * 0.28, radius * 0.28)


def _draw_ring(painter: QPainter, radius: float) -> float:
    inner = radius - _RING / 2
    painter.drawEllipse(QPointF(0, 0), inner, inner)
    return inner


_MARKS: dict[str, Callable[[QPainter, float, Theme], None]] = {
    "for": _draw_for,
    "mot": _draw_against,
    "blandet": _draw_mixed,
    "nøytral": _draw_neutral,
}
