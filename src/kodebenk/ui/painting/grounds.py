"""Paints boxes and grounds: rounded boxes, focus rings, hatching, dashed boxes, progress bars."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from kodebenk.ui.theme import Theme

_HATCH_STEP = 7.0
_DASHES = (4.0, 3.0)
_RING_WIDTH = 2.0


def draw_rounded_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: QColor | None = None,
    edge: QColor | None = None,
    edge_width: float = 1.0,
) -> None:
    """Draw a box with round corners; its edge lies inside `rect`."""
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    if edge is None:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(edge, edge_width))
        half = edge_width / 2
        rect = rect.adjusted(half, half, -half, -half)
    painter.drawRoundedRect(rect, radius, radius)


def draw_focus_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 6.0, gap: float = 2.0) -> None:
    """Draw the focus ring, 2 px wide.

    Args:
        painter: Its pen and brush are changed.
        rect: Of the focused thing.
        theme: Gives the colour.
        radius: Of the focused thing.
        gap: Between the thing and the ring in px; −2 draws the ring inside, as in cells and rows.
    """
    grown = gap + _RING_WIDTH
    ring = rect.adjusted(-grown, -grown, grown, grown)
    draw_rounded_box(painter, ring, max(radius + gap, 1.0), edge=theme.focus, edge_width=_RING_WIDTH)


def draw_hatching(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw rising hair lines: the ground of a cell to which the code does not apply."""
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.hatch, 1))
    x = rect.left() - rect.height()
    lines = []
    while x < rect.right():
        lines.append(QLineF(x, rect.bottom(), x + rect.height(), rect.top()))
        x += _HATCH_STEP
    painter.drawLines(lines)
    painter.restore()


def draw_dashed_box(painter: QPainter, rect: QRectF, theme: Theme, radius: float = 6.0) -> None:
    """Draw a dashed outline: the ground of a cell that is not coded yet, or a place for something missing."""
    pen = QPen(theme.ctl, 1, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


def draw_progress_bar(painter: QPainter, rect: QRectF, share: float, theme: Theme) -> None:
    """Draw a flat bar filled from the left; `share` is 0 to 1, and anything above 0 shows."""
    radius = rect.height() / 2
    draw_rounded_box(painter, rect, radius, theme.line2)
    if share > 0:
        width = max(rect.height(), rect.width() * min(share, 1.0))
        draw_rounded_box(painter, QRectF(rect.left(), rect.top(), width, rect.height()), radius, theme.accent)
