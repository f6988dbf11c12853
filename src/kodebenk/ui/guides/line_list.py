"""A list of lines that are painted: it stays at its line, and keys become wishes."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kodebenk.ui.guides.line_model import LineModel, LineRole
from kodebenk.ui.painting.grounds import draw_focus_ring
from kodebenk.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
Model = TypeVar("Model", bound=LineModel[Any])
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineDelegate(QStyledItemDelegate, Generic[Model, Line]):
    """Paints a line, and the ring of the focus over it.

    Attributes:
        RING: how far the ring stands inside the line at each side, and how round its corners are, in px.
    """

    RING: ClassVar[tuple[tuple[int, int, int, int], int]]

    def __init__(self, appearance: Appearance, model: Model, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._model = model
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._paint_line(painter, rect, index.data(LineRole.LINE), selected=selected, hovered=hovered)
        if selected and option.state & QStyle.StateFlag.State_HasFocus:
            inside, radius = self.RING
            draw_focus_ring(painter, rect.adjusted(*inside), self._appearance.theme, radius, gap=-2)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, line: Line, *, selected: bool, hovered: bool) -> None:
        raise NotImplementedError


class LineList(QListView, Generic[Model, Line]):
    """One line is current; it stays current while it is there.

    Signals:
        line_chosen(object): another line is current, or the same says something new; None when there is none.
    """

    line_chosen = Signal(object)

    def __init__(self, model: Model, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self._appearance = appearance
        self._kept: object = None
        self._kept_row = -1
        self.setModel(model)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._appearance.theme_changed.connect(self._on_theme_changed)
        self._lines.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self._lines.modelReset.connect(self._on_reset)
        self._lines.dataChanged.connect(self._on_data_changed)

    @property
    def current_line(self) -> Line | None:
        """Return the line with the focus, or None."""
        return self._line_at(self.currentIndex())

    def choose_row(self, row: int) -> None:
        """Make a row current; −1 changes nothing."""
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.line_chosen.emit(self.current_line)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are no keys here."""

    def _line_at(self, index: Index) -> Line | None:
        line: Line | None = index.data(LineRole.LINE) if index.isValid() else None
        return line

    def _choose_instead(self) -> None:
        """Make another line current where the one before is gone."""
        if self._kept is not None:
            self._choose_kept_row()

    def _choose_kept_row(self) -> None:
        self.choose_row(min(self._kept_row, self._lines.rowCount() - 1))

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._kept, self._kept_row = self.current_line, self.currentIndex().row()

    @Slot()
    def _on_reset(self) -> None:
        row = self._lines.row_of(self._kept) if self._kept is not None else -1
        if row >= 0:
            self.choose_row(row)
        else:
            self._choose_instead()
        self.line_chosen.emit(self.current_line)

    @Slot()
    def _on_data_changed(self) -> None:
        self.line_chosen.emit(self.current_line)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
