"""Paints the cells of a table of figures."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kodebenk.ui.compare.cell_scale import cell_scale
from kodebenk.ui.compare.figures.figure_cells import FigureCell
from kodebenk.ui.compare.figures.figure_heads import BAND
from kodebenk.ui.compare.figures.figure_model import FigureModel
from kodebenk.ui.compare.figures.whisker import Axis, axis_for, draw_guides, draw_whisker
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.grounds import draw_focus_ring
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import Appearance, Theme, blend, contrast

WHISKER_LEFT = 57
"""Room of the number before its whisker, also of a negative one with its note, in px of the design."""

WHISKER_RIGHT = 12
"""Room behind the axis."""

_READABLE = 4.5
"""Contrast of small letters (WCAG 2.2, success criterion 1.4.3)."""

_STEPS = 40
_NUMBER_LEFT = 6
_NOTE = 10

Index = QModelIndex | QPersistentModelIndex


def shaded_ground(theme: Theme, shade: float) -> QColor:
    """Return the ground of a cell: accent in paper, at most as much as leaves `ink` readable.

    Args:
        theme: in use.
        shade: 0 to 1.
    """
    return blend(theme.paper, theme.accent, _strongest(theme) * min(1.0, max(0.0, shade)))


def _strongest(theme: Theme) -> float:
    shares = (step / _STEPS for step in range(_STEPS, 0, -1))
    return next((one for one in shares if contrast(blend(theme.paper, theme.accent, one), theme.ink) >= _READABLE), 0.0)


class FigureDelegate(QStyledItemDelegate):
    """Numbers at the right or, where wanted, in the middle; a whisker behind its number."""

    def __init__(self, appearance: Appearance, model: FigureModel, parent: QWidget, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._model = model
        self._centred = centred
        self._axis = Axis(0.0)
        self._hovered: tuple[int, int] | None = None
        model.modelReset.connect(self.measure_axis)
        model.dataChanged.connect(self.measure_axis)

    @property
    def axis(self) -> Axis:
        """The axis that all whiskers share."""
        return self._axis

    def measure_axis(self) -> None:
        """Take the axis that has room for all whiskers of the table."""
        cells = [cell for row in self._model.grid.cells for cell in row]
        self._axis = axis_for([cell.whisker for cell in cells if cell.whisker is not None])

    def cross(self, place: tuple[int, int] | None) -> None:
        """Draw lines along the row and column of a cell."""
        self._hovered = place

    def whisker_room(self, rect: QRectF) -> QRectF:
        """Return the part of a cell that is the axis."""
        scale = cell_scale(self._appearance)
        return rect.adjusted(scale.px(WHISKER_LEFT), 0, -scale.px(WHISKER_RIGHT), 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._appearance.theme
        row, cell = self._model.row(index.row()), self._model.cell(index)
        band = cell_scale(self._appearance).px(BAND) if row.group else 0
        rect = QRectF(option.rect)
        own = rect.adjusted(0, band, 0, 0)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.panel)
        self._paint_ground(painter, own, cell, theme, selected=selected)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)
        if row.ruled:
            painter.fillRect(QRectF(rect.left(), rect.top() - 1, rect.width(), 1), theme.line2)
        self._paint_lines(painter, own, index, theme)
        ink = theme.ink3 if row.faint else theme.ink
        self._paint_figure(painter, own, index, ink)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, own.adjusted(2, 2, -2, -3), theme, 4, gap=-2)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, cell: FigureCell, theme: Theme, *, selected: bool) -> None:
        if cell.shade > 0:
            painter.fillRect(rect, shaded_ground(theme, cell.shade))
        elif selected:
            painter.fillRect(rect, theme.soft)
        if cell.framed:
            painter.setPen(theme.ink2)
            painter.drawRect(rect.adjusted(0.5, 0.5, -1.5, -1.5))

    def _paint_lines(self, painter: QPainter, rect: QRectF, index: Index, theme: Theme) -> None:
        if self._model.head(index.column()).begins_group:
            painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), theme.line2)
        if self._hovered is None:
            return
        if index.row() == self._hovered[0]:
            for y in (rect.top(), rect.bottom() - 1):
                painter.fillRect(QRectF(rect.left(), y, rect.width(), 1), theme.accent)
        if index.column() == self._hovered[1]:
            for x in (rect.left(), rect.right() - 1):
                painter.fillRect(QRectF(x, rect.top(), 1, rect.height()), theme.accent)

    def _paint_figure(self, painter: QPainter, rect: QRectF, index: Index, ink: QColor) -> None:
        cell, head = self._model.cell(index), self._model.head(index.column())
        scale = cell_scale(self._appearance)
        strong = cell.strong or self._model.row(index.row()).pinned
        font = scale.font(13, 600 if strong else 400, tabular=True)
        middle = rect.center().y()
        left, width = rect.left() + scale.px(_NUMBER_LEFT), rect.width() - 2 * scale.px(_NUMBER_LEFT)
        if cell.whisker is not None:
            draw_text(painter, left, middle, cell.text, font, ink, scale.px(WHISKER_LEFT - 2 - _NUMBER_LEFT))
            room, theme = self.whisker_room(rect), self._appearance.theme
            draw_guides(painter, room, self._axis, theme)
            draw_whisker(painter, room, cell.whisker, self._axis, theme, scale.factor)
            if cell.noted:
                side = scale.px(_NOTE)
                draw_icon(painter, "info", QRectF(room.left() - side - 2, middle - side, side, side), theme.ink3)
            return
        align = Align.LEFT if head.at_left else Align.RIGHT
        draw_text(painter, left, middle, cell.text, font, ink, width, Align.CENTER if self._centred else align)
