"""The table of who codes which source, painted: an icon and a word in each cell."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from kodebenk.ui.components.mark_grid import Index, MarkDelegate, MarkGrid, RowNames
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.material_list.kind_words import KIND_ICONS
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.tasks.task_model import TaskCell, TaskModel
from kodebenk.ui.tasks.task_words import STATE_ICONS, state_name, state_of
from kodebenk.ui.theme import Appearance

_CELL = 176
_ROW = 46
_NAMES = 250
_SIDE = 12
_ICON = 15
_GAP = 7
_LINES_APART = 8.5
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TaskDelegate(MarkDelegate):
    """Icon and state, and below it what of the source is to be coded."""

    def __init__(self, appearance: Appearance, model: TaskModel, parent: QWidget) -> None:
        super().__init__(appearance, QSize(_CELL, _ROW), parent)
        self._model = model

    def ground(self, index: Index) -> QColor:
        theme = self.appearance.theme
        return theme.paper if self._model.cell(index).task is not None else theme.sunken

    def paint_mark(self, painter: QPainter, rect: QRectF, index: Index) -> None:
        cell = self._model.cell(index)
        theme = self.appearance.theme
        left, middle = rect.left() + scaled(_SIDE), rect.center().y()
        icon = STATE_ICONS.get(state_of(cell.task))
        if icon is None:
            draw_text(painter, left, middle, "–", ui_font(13), theme.ink3)
            return
        below = cell.below_words
        first = middle - scaled(_LINES_APART) if below else middle
        side = scaled(_ICON)
        draw_icon(painter, icon[0], QRectF(left, first - side / 2, side, side), theme.color(icon[1]))
        left += side + scaled(_GAP)
        room = rect.right() - left - scaled(8)
        draw_text(painter, left, first, state_name(state_of(cell.task)), ui_font(12.5, 500), theme.ink, room)
        if below:
            draw_text(painter, left, middle + scaled(_LINES_APART), below, ui_font(11.5), theme.ink3, room)


class SourceNames(RowNames):
    """The sources, with the icon of their kind."""

    def __init__(self, appearance: Appearance, model: TaskModel, parent: QWidget) -> None:
        super().__init__(appearance, QSize(_NAMES, _ROW), parent)
        self._tasks = model
        self.setSectionsClickable(True)

    def paint_name(self, painter: QPainter, left: float, right: float, middle: float, row: int) -> None:
        theme = self.appearance.theme
        one, side = self._tasks.documents[row], scaled(_ICON)
        draw_icon(painter, KIND_ICONS[one.kind], QRectF(left, middle - side / 2, side, side), theme.ink3)
        left += side + scaled(_GAP)
        draw_text(painter, left, middle, one.name, ui_font(13, 500), theme.ink, right - left)


class TaskGrid(MarkGrid):
    """Arrows move, with Shift they choose more cells; Enter acts on them, Del takes tasks back.

    Signals:
        cells_chosen(): other cells are chosen.
        entered(): Enter or a double click on a cell.
        delete_requested(): Del.
        details_requested(): Space.
    """

    cells_chosen = Signal()
    entered = Signal()
    delete_requested = Signal()
    details_requested = Signal()

    def __init__(self, model: TaskModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(model, appearance, _CELL, parent)
        self._tasks = model
        self.setItemDelegate(TaskDelegate(appearance, model, self))
        self.setVerticalHeader(SourceNames(appearance, model, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.horizontalHeader().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.doubleClicked.connect(self.entered)

    def chosen(self) -> list[TaskCell]:
        """Return the chosen cells, by source and coder."""
        found = sorted(self.selectionModel().selectedIndexes(), key=lambda index: (index.row(), index.column()))
        return [self._tasks.cell(index) for index in found]

    def choose(self, index: Index) -> None:
        """Choose one cell and bring it into view, whatever keys are held down."""
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.cells_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.details_requested.emit()
        else:
            super().keyPressEvent(event)
