"""The table that sources and respondents share: keys, hovering, widths, and staying at its row."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from kodebenk.ui.fonts import scaled
from kodebenk.ui.material.grid_cell import ROW_HEIGHT, GridDelegate, GridRole
from kodebenk.ui.material.grid_order import GridOrder
from kodebenk.ui.theme import Appearance

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GridTable(QTableView):
    """A table with one chosen row; arrows move, F2 edits, headers sort.

    Signals:
        row_chosen(int): another row is current, by its id; 0 when there is none.
        row_clicked(int): a row was clicked.
        entered(int): Enter on a row.
        details_requested(int): Space on a row.
        delete_requested(int, int): Del on a row: its id and the column.
        move_requested(int, int): Alt and arrow: row id and −1 or 1. Only in the project's own order.
        menu_requested(int, QPoint): row id and global place of a context menu.
    """

    row_chosen = Signal(int)
    row_clicked = Signal(int)
    entered = Signal(int)
    details_requested = Signal(int)
    delete_requested = Signal(int, int)
    move_requested = Signal(int, int)
    menu_requested = Signal(int, QPoint)

    def __init__(
        self, model: QAbstractTableModel, appearance: Appearance, name_column: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.order = GridOrder(self)
        self.order.setSourceModel(model)
        self._delegate = GridDelegate(appearance, self)
        self._appearance = appearance
        self._name_column = name_column
        self._chosen = 0
        self._chosen_last = 0
        self._kept = (0, 0, 0)
        self._fitting = False
        self.setModel(self.order)
        self.setItemDelegate(self._delegate)
        self._set_up()
        self._connect_signals()

    def _set_up(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(ROW_HEIGHT))
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(scaled(52))
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)

    def _connect_signals(self) -> None:
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.order.modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self.order.modelReset.connect(self._on_reset)
        self.order.layoutChanged.connect(self._on_layout_changed)
        self.clicked.connect(self._on_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.horizontalHeader().sectionResized.connect(self._on_section_resized)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    @property
    def chosen_id(self) -> int:
        """The id of the current row; 0 when there is none."""
        return self._chosen

    def choose(self, row_id: int, column: int | None = None) -> None:
        """Make the row with this id current and bring it into view; unknown ids change nothing."""
        for row in range(self.order.rowCount()):
            if self.order.index(row, 0).data(GridRole.ROW_ID) == row_id:
                at = max(0, self.currentIndex().column()) if column is None else column
                self.setCurrentIndex(self.order.index(row, at))
                return

    def set_widths(self, widths: Mapping[int, int]) -> None:
        """Set widths of columns in px of the design; the column of names takes what is left."""
        self._fitting = True
        for column, width in widths.items():
            self.horizontalHeader().resizeSection(column, scaled(width))
        self._fitting = False
        self._fit()

    def edit_current(self) -> None:
        """Edit the current cell, or the name where the cell cannot be edited."""
        index = self.currentIndex()
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            index = index.siblingAtColumn(self._name_column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.edit(index)

    def edit_name(self, row_id: int) -> None:
        """Edit the name of a row."""
        self.choose(row_id, self._name_column)
        self.edit_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if self.state() == QAbstractItemView.State.EditingState or not self._chosen:
            super().keyPressEvent(event)
        elif event.key() in _ENTER:
            self.entered.emit(self._chosen)
        elif event.key() == Qt.Key.Key_F2:
            self.edit_current()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit(self._chosen, self.currentIndex().column())
        elif event.key() == Qt.Key.Key_Space:
            self.details_requested.emit(self._chosen)
        elif alt and event.key() in _STEPS:
            self._ask_to_move(_STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _ask_to_move(self, step: int) -> None:
        if self.order.is_own_order:
            self.move_requested.emit(self._chosen, step)

    def sort_by_current_column(self) -> None:
        """Sort by the column of the current cell; once more turns round, the third time ends sorting."""
        header = self.horizontalHeader()
        column = self.currentIndex().column()
        rising = Qt.SortOrder.AscendingOrder
        if self.order.sortColumn() != column:
            header.setSortIndicator(column, rising)
        elif self.order.sortOrder() == rising:
            header.setSortIndicator(column, Qt.SortOrder.DescendingOrder)
        else:
            header.setSortIndicator(-1, rising)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_requested.emit(self._chosen, self.viewport().mapToGlobal(place))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.indexAt(event.position().toPoint()).row())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered_row:
            self._delegate.hovered_row = row
            self.viewport().update()

    def _fit(self) -> None:
        header = self.horizontalHeader()
        if self._fitting or header.count() <= self._name_column:
            return
        self._fitting = True
        others = sum(header.sectionSize(column) for column in range(header.count()) if column != self._name_column)
        header.resizeSection(self._name_column, max(scaled(_LEAST_NAME), self.viewport().width() - others))
        self._fitting = False

    def _tell(self) -> None:
        row_id = self.currentIndex().data(GridRole.ROW_ID) or 0
        if row_id != self._chosen:
            self._chosen = row_id
            self._chosen_last = row_id or self._chosen_last
            self.row_chosen.emit(row_id)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _before: QModelIndex) -> None:
        self._tell()

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        index = self.currentIndex()
        self._kept = (self._chosen, max(0, index.row()), max(0, index.column()))

    @Slot()
    def _on_reset(self) -> None:
        row_id, row, column = self._kept
        column = min(column, self.order.columnCount() - 1)
        self.choose(row_id, column)
        if not self.currentIndex().isValid() and row_id and self.order.rowCount():
            self.setCurrentIndex(self.order.index(min(row, self.order.rowCount() - 1), column))
        self._fit()
        self._tell()

    @Slot()
    def _on_layout_changed(self) -> None:
        # Rows that a filter takes away leave silently.
        if not self.currentIndex().isValid():
            self.choose(self._chosen_last, 0)
        if not self.currentIndex().isValid() and self.order.rowCount():
            self.setCurrentIndex(self.order.index(0, 0))
        self._tell()

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        if self._chosen:
            self.row_clicked.emit(self._chosen)

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.entered.emit(self._chosen)

    @Slot(int, int, int)
    def _on_section_resized(self, _section: int, _old: int, _new: int) -> None:
        self._fit()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()


_LEAST_NAME = 170
