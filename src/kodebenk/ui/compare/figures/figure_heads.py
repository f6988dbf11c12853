"""The heads of a table of figures: row names with code marks, and columns that sort."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QWidget

from kodebenk.ui.compare.cell_scale import CellScale, cell_scale
from kodebenk.ui.compare.figures.figure_cells import FigureRow
from kodebenk.ui.compare.figures.figure_model import FigureModel, SortedBy
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

BAND = 18
"""Height of the name of a theme above its first row, in px of the design."""

_HEAD = 28
_TALL_HEAD = 42
_EDGE = 14
_MARK = 5.0
_CHEVRON = 12
_SPACE = 6


class RowNames(QHeaderView):
    """Names of rows, frozen at the left.

    Signals:
        row_chosen(int): the user clicked a name.
    """

    row_chosen = Signal(int)

    def __init__(self, appearance: Appearance, model: FigureModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._appearance = appearance
        self._figures = model
        self._cross = -1
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)  # the style's own is higher than rows at the smallest scale
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionClicked.connect(self.row_chosen)

    def cross(self, row: int) -> None:
        """Make the name of one row stand out; -1 for none."""
        if row != self._cross:
            self._cross = row
            self.viewport().update()

    def wanted_width(self) -> int:
        """Return the width at which no name is cut."""
        scale = cell_scale(self._appearance)
        widths = [_row_width(self._figures.row(at), scale) for at in range(self._figures.rowCount())]
        return ceil(max(widths, default=0.0)) + 1

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme, row = self._appearance.theme, self._figures.row(logical)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.panel)
        scale = cell_scale(self._appearance)
        band = scale.px(BAND) if row.group else 0
        if row.group:
            where = QRectF(rect.left(), rect.top(), rect.width(), band)
            left = where.left() + scale.px(_EDGE)
            draw_text(painter, left, where.center().y() + 1, row.group, scale.font(11, 600), theme.ink3, where.width())
        own = QRectF(rect).adjusted(0, band, 0, 0)
        if logical == self._cross:
            painter.fillRect(own, theme.soft)
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.line)
        if row.ruled:
            painter.fillRect(QRectF(rect.left(), rect.top() - 1, rect.width(), 1), theme.line2)
        _paint_name(painter, own, row, theme, scale)
        painter.restore()


def _row_width(row: FigureRow, scale: CellScale) -> float:
    width = text_width(row.name, _name_font(row, scale)) + scale.px(_EDGE) + scale.px(_SPACE)
    if row.slot is not None:
        width += scale.px(_EDGE + 4)
    if row.meta:
        width += text_width(row.meta, scale.font(12, tabular=True)) + scale.px(_SPACE)
    return width + (scale.px(_CHEVRON) + scale.px(_SPACE) if row.remark and row.noted else 0)


def _name_font(row: FigureRow, scale: CellScale) -> QFont:
    return scale.font(13, 600 if row.pinned else 400)


def _paint_name(painter: QPainter, rect: QRectF, row: FigureRow, theme: Theme, scale: CellScale) -> None:
    left, right, middle = rect.left() + scale.px(_EDGE), rect.right() - scale.px(_SPACE), rect.center().y()
    if row.slot is not None:
        draw_code_mark(painter, row.slot, QPointF(left + scale.px(5), middle), _MARK * scale.factor, theme)
        left += scale.px(_EDGE + 4)
    if row.remark and row.noted:
        side = scale.px(_CHEVRON)
        right -= side
        draw_icon(painter, "info", QRectF(right, middle - side / 2, side, side), theme.ink3)
        right -= scale.px(_SPACE)
    if row.meta:
        font = scale.font(12, tabular=True)
        right -= text_width(row.meta, font)
        draw_text(painter, right, middle, row.meta, font, theme.ink2)
        right -= scale.px(_SPACE)
    ink = theme.ink3 if row.faint else theme.ink
    draw_text(painter, left, middle, row.name, _name_font(row, scale), ink, right - left)


class ColumnHeads(QHeaderView):
    """Heads of columns; a click sorts. Columns of codes have their marks above three letters."""

    def __init__(self, appearance: Appearance, model: FigureModel, parent: QWidget, *, tall: bool = False) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self._figures = model
        self._tall = tall
        self._cross = -1
        self.setSectionsClickable(not tall)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def sizeHint(self) -> QSize:
        height = cell_scale(self._appearance).px(_TALL_HEAD if self._tall else _HEAD)
        return QSize(super().sizeHint().width(), height)

    def needed_width(self, column: int) -> int:
        """Return the width of a head with the sign of its order."""
        scale = cell_scale(self._appearance)
        needed = text_width(self._figures.head(column).text, scale.font(12, 600)) + 2 * scale.px(_SPACE)
        return ceil(needed) + 1 + (scale.px(_CHEVRON) + 2 if _direction(self._figures, column) else 0)

    def cross(self, column: int) -> None:
        """Make the head of one column stand out; -1 for none."""
        if column != self._cross:
            self._cross = column
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme, head = self._appearance.theme, self._figures.head(logical)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.soft if logical == self._cross else theme.panel)
        painter.fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), theme.line2)
        if head.begins_group:
            painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), theme.line2)
        box = QRectF(rect)
        if self._tall:
            self._paint_code(painter, box, logical, theme)
        else:
            align = Align.LEFT if head.at_left else Align.RIGHT
            direction = _direction(self._figures, logical)
            paint_head(painter, box, head.text, theme, align, direction, cell_scale(self._appearance))
        painter.restore()

    def _paint_code(self, painter: QPainter, box: QRectF, logical: int, theme: Theme) -> None:
        head, scale = self._figures.head(logical), cell_scale(self._appearance)
        middle = box.center().y()
        if head.slot is not None:
            center = QPointF(box.center().x(), middle - scale.px(8))
            draw_code_mark(painter, head.slot, center, _MARK * scale.factor, theme)
            middle += scale.px(9)
        font, width = scale.font(11, 600), box.width() - 4
        draw_text(painter, box.left() + 2, middle, head.text, font, theme.ink2, width, Align.CENTER)


class CornerHead(QAbstractButton):
    """The head of the row names; a click sorts by name."""

    def __init__(self, appearance: Appearance, model: FigureModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._figures = model
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(self._on_clicked)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, box = self._appearance.theme, QRectF(self.rect())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, theme.panel)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), theme.line2)
        scale = cell_scale(self._appearance)
        shown = box.adjusted(scale.px(_EDGE - _SPACE), 0, 0, 0)
        paint_head(painter, shown, self.text(), theme, Align.LEFT, _direction(self._figures, SortedBy.NAME), scale)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self._figures.turn_order(SortedBy.NAME)


def paint_head(
    painter: QPainter, box: QRectF, text: str, theme: Theme, align: Align, direction: str, scale: CellScale
) -> None:
    """Paint a head; `direction` is the icon of its order, or empty."""
    room = box.adjusted(scale.px(_SPACE), 0, -scale.px(_SPACE), 0)
    font = scale.font(12, 600)
    middle = box.center().y()
    if direction:
        side = scale.px(_CHEVRON)
        needed = min(text_width(text, font), room.width() - side)
        # At the right of texts that begin at the left, else at their left, so that numbers keep their edge.
        left = room.left() + needed + 2 if align is Align.LEFT else room.right() - needed - side - 1
        draw_icon(painter, direction, QRectF(left, middle - side / 2, side, side), theme.ink2)
        room = room.adjusted(0, 0, -side, 0) if align is Align.LEFT else room.adjusted(side, 0, 0, 0)
    draw_text(painter, room.left(), middle, text, font, theme.ink2, room.width() + 1, align)


def _direction(model: FigureModel, section: int) -> str:
    by, descending = model.sorted_by
    if by != section:
        return ""
    return "chevron-down" if descending else "chevron-up"
