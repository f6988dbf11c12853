"""A table of figures: arrows move, Enter and a click open what a figure rests on."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QTableView, QWidget

from kodebenk.ui.compare.cell_scale import cell_scale
from kodebenk.ui.compare.figures.column_fit import ColumnNeed, NameNeed, fit_columns
from kodebenk.ui.compare.figures.figure_cells import FigureGrid
from kodebenk.ui.compare.figures.figure_delegate import FigureDelegate
from kodebenk.ui.compare.figures.figure_heads import BAND, ColumnHeads, CornerHead, RowNames
from kodebenk.ui.compare.figures.figure_model import FigureModel, Index
from kodebenk.ui.components.labels import make_surface
from kodebenk.ui.fonts import scaled
from kodebenk.ui.painting.text_line import text_width
from kodebenk.ui.theme import Appearance

_ROW = 29
_BAREST_NAMES = 104
_LEAST_NAMES = 128
"""Room for a mark and some 90 px of the name."""
_ENOUGH_FOR_NAMES = 168
"""Room for a mark and 16 letters, wide ones too."""
_WIDEST_NAMES = 240
_LONGEST_HEAD = 96
_PADDING = 12
_SHOWN_ROWS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FigureTable(QTableView):
    """Shows a `FigureGrid`. Alt+Up and Alt+Down sort by the current column, Alt+Left brings the first order back.

    Signals:
        places_chosen(ChosenPlaces): the user wants to see what a figure rests on.
        cell_chosen(): another cell is current.
        fitted(): columns have other widths or places, or give way.
    """

    places_chosen = Signal(object)
    cell_chosen = Signal()
    fitted = Signal()

    def __init__(self, appearance: Appearance, *, heat: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._heat = heat
        self._too_wide = False
        self._dropped: frozenset[str] = frozenset()
        self._figure_widths: list[int] = []
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
        self._appearance.scale_changed.connect(self._on_scale_changed)
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
        self._figure_widths = self._measure_figures()
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

    @property
    def dropped(self) -> frozenset[str]:
        """The keys of columns that have given way, for there is no room for them."""
        return self._dropped

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
        scale = cell_scale(self._appearance)
        for at in range(self.figures.rowCount()):
            band = scale.px(BAND) if self.figures.row(at).group else 0
            self.setRowHeight(at, scale.px(_ROW) + band)

    def _height_of(self, rows: int) -> int:
        extra = self.horizontalScrollBar().sizeHint().height() if self._too_wide else 0
        return self.heads.sizeHint().height() + sum(map(self.rowHeight, range(rows))) + extra + 2

    def _fit(self) -> None:
        """Give names and columns their widths; see `fit_columns`."""
        bar = self.verticalScrollBar().sizeHint().width() if self._scrolls() else 0
        room = self.width() - bar
        heads = self.figures.grid.columns
        fit = fit_columns(room, self._name_need(), [self._column_need(at) for at in range(len(heads))])
        self._dropped = frozenset(head.key for head, width in zip(heads, fit.columns, strict=True) if width is None)
        for at, width in enumerate(fit.columns):
            self.setColumnHidden(at, width is None)
            if width is not None:
                self.setColumnWidth(at, width)
        names = fit.names
        if not any(head.grows for head in heads):
            widest = max(names, cell_scale(self._appearance).px(_WIDEST_NAMES))
            names = min(names + max(0, room - fit.total), widest)
        if self.names.width() != names:
            self.names.setFixedWidth(names)
        self._leave_dropped()
        self._too_wide = fit.total > room
        self.setMaximumHeight(self._height_of(self.figures.rowCount()))
        self.updateGeometries()
        self.updateGeometry()
        self.fitted.emit()

    def _name_need(self) -> NameNeed:
        scale = cell_scale(self._appearance)
        wanted = min(self.names.wanted_width(), scale.px(_WIDEST_NAMES))
        barest = scale.px(_BAREST_NAMES)
        least = barest if self._heat else scale.px(_LEAST_NAMES)
        return NameNeed(wanted, scale.px(_ENOUGH_FOR_NAMES), least, barest)

    def _column_need(self, at: int) -> ColumnNeed:
        head, scale = self.figures.head(at), cell_scale(self._appearance)
        needed = max(self._figure_widths[at], self._head_width(at))
        width = max(scale.px(head.width), needed)
        least = width if head.least is None else max(scale.px(head.least), needed)
        return ColumnNeed(max(width, least), least, head.grows, head.yields)

    def _head_width(self, at: int) -> int:
        """Return the width of a head whose text must be seen, also when the sign of its order stands beside it."""
        if not self.figures.head(at).fits and self.figures.sorted_by[0] != at:
            return 0
        return min(self.heads.needed_width(at), cell_scale(self._appearance).px(_LONGEST_HEAD))

    def _measure_figures(self) -> list[int]:
        """Return for each column the width of its figures; whiskers and texts that begin at the left have their own."""
        scale = cell_scale(self._appearance)
        font = scale.font(13, 600, tabular=True)
        grid = self.figures.grid
        texts = [() if head.at_left else {row[at].text for row in grid.cells} for at, head in enumerate(grid.columns)]
        return [
            max((ceil(text_width(text, font)) + scale.px(_PADDING) for text in column), default=0) for column in texts
        ]

    def _leave_dropped(self) -> None:
        """Move the keyboard out of a column that has given way."""
        current = self.currentIndex()
        if current.isValid() and self.isColumnHidden(current.column()):
            shown = [at for at in range(self.figures.columnCount()) if not self.isColumnHidden(at)]
            nearest = min(shown, key=lambda at: abs(at - current.column()), default=0)
            self.setCurrentIndex(self.figures.index(current.row(), nearest))

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
        self._fit()
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

    @Slot()
    def _on_scale_changed(self) -> None:
        self._figure_widths = self._measure_figures()
        self._size_rows()
        self._fit()
        self._on_theme_changed()
