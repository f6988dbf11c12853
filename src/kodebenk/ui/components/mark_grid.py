"""A painted table of marks: cells of one size, with the names of its rows frozen at the left."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from kodebenk.ui.fonts import scaled
from kodebenk.ui.painting.grounds import draw_focus_ring
from kodebenk.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
_HEAD = 34
_EDGE = 14


class MarkDelegate(QStyledItemDelegate):
    """Paints the ground of a cell, its lines and the ring of the one that has the keyboard."""

    def __init__(self, appearance: Appearance, size: QSize, parent: QWidget) -> None:
        """Prepare for cells of this size, in px at scale 1."""
        super().__init__(parent)
        self.appearance = appearance
        self._size = size

    def ground(self, index: Index) -> QColor:
        """Return the colour of a cell that is not chosen."""
        raise NotImplementedError

    def paint_mark(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        """Paint what stands in a cell."""
        raise NotImplementedError

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(self._size.width()), scaled(self._size.height()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self.appearance.theme
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.soft if selected else self.ground(index))
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), theme.line)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)
        self.paint_mark(painter, rect, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, rect.adjusted(2, 2, -3, -3), theme, 4, gap=-2)
        painter.restore()


class RowNames(QHeaderView):
    """Paints the ground of a name and its lines."""

    def __init__(self, appearance: Appearance, size: QSize, parent: QWidget) -> None:
        """Prepare for names of this size, in px at scale 1."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.appearance = appearance
        self._width = size.width()
        self.setHighlightSections(False)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(scaled(size.height()))

    def paint_name(self, painter: QPainter, left: float, right: float, middle: float, row: int) -> None:
        """Paint what stands beside a row, between `left` and `right` in px."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        return QSize(scaled(self._width), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        theme = self.appearance.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.panel)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), theme.line2)
        self.paint_name(
            painter, float(rect.left() + scaled(_EDGE)), rect.right() - scaled(8), rect.center().y(), logical
        )
        painter.restore()


class MarkGrid(QTableView):
    """Arrows move; letters are no keys here."""

    def __init__(
        self,
        model: QAbstractItemModel,
        appearance: Appearance,
        column_width: int,
        parent: QWidget | None = None,
    ) -> None:
        """Show a model in columns of one width, in px at scale 1; a delegate and names of the rows are given to it."""
        super().__init__(parent)
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setDefaultSectionSize(scaled(column_width))
        header.setHighlightSections(False)
        header.setFixedHeight(scaled(_HEAD))
        appearance.theme_changed.connect(self._on_theme_changed)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are no keys here."""

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
        self.verticalHeader().viewport().update()
