"""Paints the lines that keep the rows of a table apart."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter, QPen

from kodebenk.ui.reading.reading_layout import TEXT_INSET
from kodebenk.ui.reading.reading_page import VisibleBlock, VisiblePage

_ABOVE_ROW = 6
_SIDE = 3.5


def paint_table_rules(painter: QPainter, page: VisiblePage, block: VisibleBlock, color: QColor) -> None:
    """Draw the lines around a paragraph that stands in a table, in the coordinates of the text column."""
    paragraph = block.paragraph
    if paragraph.cell is None:
        return
    painter.setPen(QPen(color, 1))
    gap = round(_ABOVE_ROW * page.measures.scale)
    top = block.first_line - gap + 0.5 if paragraph.opens_row else block.top
    bottom = block.bottom - gap + 0.5 if paragraph.closes_table else block.bottom
    right = page.width - TEXT_INSET
    painter.drawLine(QPointF(_SIDE, top), QPointF(_SIDE, bottom))
    if paragraph.opens_row:
        painter.drawLine(QPointF(_SIDE, top), QPointF(right, top))
    if paragraph.closes_table:
        painter.drawLine(QPointF(_SIDE, bottom), QPointF(right, bottom))
