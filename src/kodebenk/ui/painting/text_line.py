"""Draws and measures single lines of text around a vertical centre."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter


class Align(Enum):
    """Where a line of text stands in its width."""

    LEFT = 0.0
    CENTER = 0.5
    RIGHT = 1.0


def text_width(text: str, font: QFont) -> float:
    """Return the advance of a line of text in px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def draw_text(
    painter: QPainter,
    x: float,
    center_y: float,
    text: str,
    font: QFont,
    color: QColor,
    width: float | None = None,
    align: Align = Align.LEFT,
) -> float:
    """Draw one line of text whose capitals are centred on `center_y`.

    Args:
        painter: Its font and pen are changed.
        x: Left edge in px.
        center_y: Middle of the capitals in px.
        text: Without line breaks.
        font: As from `fonts`.
        color: Of the text.
        width: Room in px; longer text is elided at the end. Without it nothing is elided.
        align: Place of the text in `width`.

    Returns:
        The advance of the drawn text in px.
    """
    metrics = QFontMetricsF(font)
    if width is not None:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
    advance = metrics.horizontalAdvance(text)
    if width is not None:
        x += (width - advance) * align.value
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(x, center_y + metrics.capHeight() / 2), text)
    return advance
