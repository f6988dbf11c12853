"""A table of figures: arrows move, Enter and a click open what a figure rests on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView, QWidget

from kodebenk.ui.compare.figures.figure_cells import FigureGrid
from kodebenk.ui.compare.figures.figure_delegate import FigureDelegate
from kodebenk.ui.compare.figures.figure_heads import BAND, ColumnHeads, CornerHead, RowNames
from kodebenk.ui.compare.figures.figure_model import FigureModel, Index
from kodebenk.ui.components.labels import make_surface
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_ROW = 29
_NARROWEST_NAMES = 104
_WIDEST_NAMES = 240
_SHOWN_ROWS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FigureTable(QTableView):
    """Shows a `FigureGrid`. Alt+Up and Alt+Down sort by the current column, Alt+Left brings the first order back.

    Signals:
        places_chosen(ChosenPlaces): the user wants to see what a figure rests on.
        cell_chosen(): another cell is current.
        fitted(): columns have other widths or places.
    """

    places_chosen = Signal(object)
    cell_chosen = Signal()
    fitted = Signal()

    def __init__(self, appearance: Appearance, *, heat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._heat = heat
        self._too_wide = False
        self.figures = FigureModel(self)
        self.delegate = FigureDelegate(appearance, self.figures, self, centred=heat)
        self.names = RowNames(appearance, self.figures, self)
        self.heads = ColumnHeads(appearance, self.figures, self, tall=heat)
        self._corner = CornerHead(appearance, self.figures, self)
        self.setModel(self.figures)
        self.setItemDelegate(self.delegate)
        self.setVerticalHeader(self.names)
        self.setHorizontalHeader(self.heads)
        self._set_up()
        self._connect_signals()

    def _set_up(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setCornerWidget(make_surface("panel"))  # else the style's own between two scroll bars
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setProperty("surface", "panel")
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _connect_signals(self) -> None:
        self._appearance.theme_changed.connect(self._on_theme_changed)
        self.clicked.connect(self._on_clicked)
        self.names.row_chosen.connect(self._on_row_chosen)
        self.heads.sectionClicked.connect(self._on_head_clicked)
        self.figures.order_changed.connect(self._on_order_changed)
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)

    def show_grid(self, grid: FigureGrid) -> None:
        """Show other figures; the current cell stays with its row and column where these are still there."""
        current = self.currentIndex()
        row = self.figures.row(current.row()).key if current.isValid() else ""
        column = self.figures.head(current.column()).key if current.isValid() else ""
        self.figures.show_grid(grid)
        self.delegate.measure_axis()
        self._corner.setText(grid.corner)
        self._corner.setAccessibleName(grid.corner)
        self._size_rows()
        self._fit()
        self._cross(None)
        keys = [head.key for head in grid.columns]
        at = self.figures.row_of(row)
        if at >= 0 and column in keys:
            self.setCurrentIndex(self.figures.index(at, keys.index(column)))

    def set_title(self, title: str) -> None:
        """Say to screen readers what the table shows."""
        self.setAccessibleName(title)

    def whisker_room(self, column: int) -> QRectF:
        """Return where the axis of a column of whiskers stands in the table, as far as its width."""
        left = self.columnViewportPosition(column) + self.viewport().x()
        return self.delegate.whisker_room(QRectF(left, 0, self.columnWidth(column), 1))

    def open_current(self) -> None:
        """Show what the current cell rests on, if it rests on anything."""
        index = self.currentIndex()
        opens = self.figures.cell(index).opens if index.isValid() else None
        if opens is not None:
            self.places_chosen.emit(opens())

    def sizeHint(self) -> QSize:
        return QSize(scaled(380), self._height_of(self.figures.rowCount()))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(200), self._height_of(min(_SHOWN_ROWS, self.figures.rowCount())))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._heat:
            self._cross((current.row(), current.column()) if current.isValid() else None)
        self.cell_chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alone = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if event.key() in _ENTER and alone:
            self.open_current()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and not self._heat:
            self._sort_by_key(event)
        else:
            super().keyPressEvent(event)

    def _sort_by_key(self, event: QKeyEvent) -> None:
        column = self.currentIndex().column()
        match event.key():
            case Qt.Key.Key_Up if column >= 0:
                self.figures.sort_by(column, descending=False)
            case Qt.Key.Key_Down if column >= 0:
                self.figures.sort_by(column, descending=True)
            case Qt.Key.Key_Left:
                self.figures.turn_back()
            case _:
                event.ignore()

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are no keys here."""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._heat:
            self._cross((index.row(), index.column()) if index.isValid() else None)
        opens = index.isValid() and self.figures.cell(index).opens is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._cross(None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._corner.setGeometry(QRect(0, 0, self.names.width(), self.heads.height()))
        self._corner.raise_()

    def _size_rows(self) -> None:
        for at in range(self.figures.rowCount()):
            band = scaled(BAND) if self.figures.row(at).group else 0
            self.setRowHeight(at, scaled(_ROW) + band)

    def _height_of(self, rows: int) -> int:
        extra = self.horizontalScrollBar().sizeHint().height() if self._too_wide else 0
        return self.heads.sizeHint().height() + sum(map(self.rowHeight, range(rows))) + extra + 2

    def _fit(self) -> None:
        """Give columns their width, names what they need, and the rest to the columns that grow."""
        heads = self.figures.grid.columns
        widths = [scaled(head.width) for head in heads]
        bar = self.verticalScrollBar().sizeHint().width() if self._scrolls() else 0
        room = self.width() - sum(widths) - bar
        least = scaled(_NARROWEST_NAMES)
        names = max(least, min(room, self.names.wanted_width(), scaled(_WIDEST_NAMES)))
        growing = [at for at, head in enumerate(heads) if head.grows]
        for at in growing:
            widths[at] += max(0, room - names) // len(growing)
        if not growing:
            names = max(names, min(room, scaled(_WIDEST_NAMES)))
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        if self.names.width() != names:
            self.names.setFixedWidth(names)
        self._too_wide = names + sum(widths) + bar > self.width()
        self.setMaximumHeight(self._height_of(self.figures.rowCount()))
        self.updateGeometries()
        self.updateGeometry()
        self.fitted.emit()

    def _scrolls(self) -> bool:
        return self._height_of(self.figures.rowCount()) > self.height() + 2

    def _cross(self, place: tuple[int, int] | None) -> None:
        if not self._heat:
            return
        if place is None and self.currentIndex().isValid():
            place = self.currentIndex().row(), self.currentIndex().column()
        self.delegate.cross(place)
        self.names.cross(place[0] if place else -1)
        self.heads.cross(place[1] if place else -1)
        self.viewport().update()

    @Slot(QModelIndex)
    def _on_clicked(self, _index: QModelIndex) -> None:
        self.open_current()

    @Slot(int)
    def _on_row_chosen(self, row: int) -> None:
        opens = self.figures.row(row).opens
        if opens is not None:
            self.places_chosen.emit(opens())

    @Slot(int)
    def _on_head_clicked(self, column: int) -> None:
        if not self._heat:
            self.figures.turn_order(column)

    @Slot()
    def _on_order_changed(self) -> None:
        self._size_rows()
        self.names.viewport().update()
        self.heads.viewport().update()
        self._corner.update()

    @Slot(int)
    def _on_scrolled(self, _value: int) -> None:
        self.fitted.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        for part in (self.viewport(), self.names.viewport(), self.heads.viewport(), self._corner):
            part.update()
