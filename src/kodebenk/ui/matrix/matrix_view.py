"""The grid of the matrix: frozen row heads, a head of two rows, cells, and synthesis rows that stay below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    SignalInstance,
    Slot,
)
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QGridLayout, QScrollBar, QTableView, QWidget

from kodebenk.analysis.theme_matrix import MatrixRow, ThemeMatrix
from kodebenk.domain.matrix import CellContent, CellKey
from kodebenk.ui.matrix.cell_delegate import CellDelegate
from kodebenk.ui.matrix.cell_place import CellPlace
from kodebenk.ui.matrix.grid_fit import GridFit
from kodebenk.ui.matrix.grid_view import GridView
from kodebenk.ui.matrix.grouped_header import GroupedHeader
from kodebenk.ui.matrix.layout_cache import LayoutCache
from kodebenk.ui.matrix.matrix_model import CellLine, MatrixModel
from kodebenk.ui.matrix.row_header_delegate import RowHeaderDelegate
from kodebenk.ui.matrix.synthesis_bar import SynthesisBar
from kodebenk.ui.matrix.synthesis_delegate import SynthesisDelegate
from kodebenk.ui.matrix.synthesis_grid import SynthesisGrid
from kodebenk.ui.matrix.synthesis_model import SynthesisModel
from kodebenk.ui.matrix.table_setup import set_up_table
from kodebenk.ui.theme import Appearance


class MatrixView(QWidget):
    """Shows a `MatrixModel`; it holds no project.

    Signals:
        cell_selected(CellPlace | None): the current cell is another one, or stands in a band.
        edit_requested(CellPlace): write its condensed text.
        preview_requested(CellPlace): show its first quotation beside it.
        open_requested(CellPlace): go to its first passage, or to the text where it has none.
        clear_requested(CellPlace): let its state follow the codings again.
        let_go(): Esc.
        chip_clicked(int): go to the passage of the coding of this id.
        text_wanted(CellPlace): go to the document of the row.
        synthesis_written(ColumnKey, SynthesisKind, str): the user wrote this about that column.
        column_move_requested(ColumnKey, int), column_hide_requested(ColumnKey): see `GroupedHeader`.
    """

    cell_selected = Signal(object)
    edit_requested = Signal(object)
    preview_requested = Signal(object)
    open_requested = Signal(object)
    clear_requested = Signal(object)
    let_go = Signal()
    chip_clicked = Signal(int)
    text_wanted = Signal(object)
    synthesis_written = Signal(object, object, str)
    column_move_requested = Signal(object, int)
    column_hide_requested = Signal(object)

    def __init__(
        self, appearance: Appearance, has_text: Callable[[MatrixRow], bool], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.model = MatrixModel(self)
        self.synthesis_model = SynthesisModel(self)
        self._layouts = LayoutCache(has_text)
        self._kept_key: CellKey | None = None
        self._cells = CellDelegate(appearance, self._layouts, self)
        self._syntheses = SynthesisDelegate(appearance, self)
        self.header = GroupedHeader(appearance)
        self.grid = GridView(self.model, self._layouts, self._cells)
        self.heads = _plain_table()
        self.bar = SynthesisBar(appearance)
        self.synthesis_heads = _plain_table()
        self.synthesis = SynthesisGrid(self.synthesis_model, self._syntheses)
        self._down = QScrollBar(Qt.Orientation.Vertical)
        self._across = QScrollBar(Qt.Orientation.Horizontal)
        self._set_up_tables()
        self._arrange()
        self._fit = self._make_fit()
        self._connect_signals()

    def _set_up_tables(self) -> None:
        self.grid.setHorizontalHeader(self.header)
        self.heads.setModel(self.model)
        self.heads.setHorizontalHeader(GroupedHeader(self._appearance))
        self.heads.horizontalHeader().setMinimumSectionSize(1)
        self.heads.setItemDelegate(RowHeaderDelegate(self._appearance, self))
        self.synthesis_heads.setModel(self.synthesis_model)
        # An editor's signals reach every view that shares the delegate, so this one has its own.
        self.synthesis_heads.setItemDelegate(SynthesisDelegate(self._appearance, self))
        self.synthesis_heads.horizontalHeader().hide()

    def _make_fit(self) -> GridFit:
        return GridFit(
            self,
            cells=(self.grid, self.heads, self.model),
            synthesis=(self.synthesis, self.synthesis_heads, self.synthesis_model),
            delegate=self._syntheses,
            layouts=self._layouts,
            bar=self.bar,
            appearance=self._appearance,
        )

    def _arrange(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.heads, 0, 0)
        layout.addWidget(self.grid, 0, 1)
        layout.addWidget(self._down, 0, 2)
        layout.addWidget(self.bar, 1, 0, 1, 3)
        layout.addWidget(self.synthesis_heads, 2, 0)
        layout.addWidget(self.synthesis, 2, 1)
        layout.addWidget(self._across, 3, 1)
        layout.setRowStretch(0, 1)
        layout.setColumnStretch(1, 1)

    def _connect_signals(self) -> None:
        _follow(self.grid.verticalScrollBar(), self._down)
        _follow(self.grid.horizontalScrollBar(), self._across)
        _tie(self.grid.verticalScrollBar(), self.heads.verticalScrollBar())
        _tie(self.grid.horizontalScrollBar(), self.synthesis.horizontalScrollBar())
        _tie(self.synthesis.verticalScrollBar(), self.synthesis_heads.verticalScrollBar())
        self.header.sectionResized.connect(self._fit.on_section_resized)
        self.header.move_requested.connect(self.column_move_requested)
        self.header.hide_requested.connect(self.column_hide_requested)
        self.heads.clicked.connect(self._on_head_clicked)
        self.grid.selectionModel().currentChanged.connect(self._on_current_changed)
        self.grid.edit_requested.connect(self._on_edit_requested)
        self.grid.preview_requested.connect(self._on_preview_requested)
        self.grid.open_requested.connect(self._on_open_requested)
        self.grid.clear_requested.connect(self._on_clear_requested)
        self.grid.let_go.connect(self.let_go)
        self.grid.chip_clicked.connect(self.chip_clicked)
        self.grid.text_wanted.connect(self.text_wanted)
        self.grid.band_toggled.connect(self._on_band_toggled)
        self.synthesis_model.text_written.connect(self.synthesis_written)
        self.bar.toggled.connect(self._on_synthesis_toggled)
        self._appearance.theme_changed.connect(self._on_theme_changed)
        self._appearance.scale_changed.connect(self._on_scale_changed)

    # What is shown

    def show_matrix(self, matrix: ThemeMatrix | None, content: CellContent) -> None:
        """Show another build; the current cell stays the current one if it is still there."""
        key = self.current_key() or self._kept_key
        self._fit.begin(matrix, content)
        self.model.show_matrix(matrix)
        self.synthesis_model.show_matrix(matrix)
        self._fit.fit()
        self._restore(key)

    def show_only(self, only: str) -> None:
        """Show all rows, or only those with a cell that is `not_coded` or `stale`."""
        if only != self.model.only:
            key = self.current_key() or self._kept_key
            self.model.show_only(only)
            self._fit.fit()
            self._restore(key)

    def current_place(self) -> CellPlace | None:
        """Return the current cell, if any."""
        return self.model.place(self.grid.currentIndex())

    def current_key(self) -> CellKey | None:
        place = self.current_place()
        return place.key if place else None

    def select(self, key: CellKey) -> bool:
        """Make a cell the current one and show it; False if it is not in the matrix."""
        index = self.model.index_of(key)
        if not index.isValid():
            return False
        self.grid.setCurrentIndex(index)
        self.grid.scrollTo(index)
        return True

    def _restore(self, key: CellKey | None) -> None:
        self._kept_key = key
        index = self.model.index_of(key) if key is not None else QModelIndex()
        if index.isValid() and index != self.grid.currentIndex():
            flag = QItemSelectionModel.SelectionFlag.NoUpdate
            self.grid.selectionModel().setCurrentIndex(index, flag)
        self._mark_current(self.grid.currentIndex())
        self.cell_selected.emit(self.current_place())

    def commit_pending(self) -> None:
        """Keep what stands in an open synthesis field."""
        self._syntheses.commit_pending()

    def focus_grid(self) -> None:
        """Give the keyboard to the cells, on the first of them if none is current."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.grid.currentIndex().isValid():
            self.select_first()

    def select_first(self) -> None:
        """Make the first cell the current one."""
        for number, line in enumerate(self.model.lines):
            if isinstance(line, CellLine) and self.model.columnCount() > 1:
                self.grid.setCurrentIndex(self.model.index(number, 1))
                return

    # Sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit.fit_soon()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit.fit_soon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._layouts.clear()
            self.model.retranslate()
            self.synthesis_model.retranslate()
            self._fit.fit_rows()
            self.header.viewport().update()
            self.heads.horizontalHeader().viewport().update()

    # Slots

    @Slot(QModelIndex)
    def _on_head_clicked(self, index: QModelIndex) -> None:
        if self.model.band(index) is not None:
            self._on_band_toggled(index.row())
            return
        current = self.grid.currentIndex()
        self.grid.setCurrentIndex(self.model.index(index.row(), max(current.column(), 1)))
        self.grid.setFocus(Qt.FocusReason.MouseFocusReason)

    @Slot(int)
    def _on_band_toggled(self, line: int) -> None:
        self.model.toggle_band(line)
        self._fit.fit_rows()

    @Slot(bool)
    def _on_synthesis_toggled(self, _open: bool) -> None:
        self._fit.fit_synthesis()

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if not current.isValid():
            return
        place = self.model.place(current)
        if place is not None:
            self._kept_key = place.key
        self._mark_current(current)
        self.cell_selected.emit(place)

    def _mark_current(self, current: QModelIndex) -> None:
        self._cells.current = QPersistentModelIndex(current)
        self.grid.viewport().update()

    @Slot()
    def _on_edit_requested(self) -> None:
        self._emit_place(self.edit_requested)

    @Slot()
    def _on_preview_requested(self) -> None:
        self._emit_place(self.preview_requested)

    @Slot()
    def _on_open_requested(self) -> None:
        self._emit_place(self.open_requested)

    @Slot()
    def _on_clear_requested(self) -> None:
        self._emit_place(self.clear_requested)

    def _emit_place(self, signal: SignalInstance) -> None:
        place = self.current_place()
        if place is not None:
            signal.emit(place)

    @Slot()
    def _on_theme_changed(self) -> None:
        for table in (self.grid, self.heads, self.synthesis, self.synthesis_heads):
            table.viewport().update()

    @Slot(float)
    def _on_scale_changed(self, _scale: float) -> None:
        self._fit.forget_widths()
        self._fit.fit()


def _plain_table() -> QTableView:
    table = QTableView()
    set_up_table(table)
    table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
    return table


def _follow(bar: QScrollBar, shown: QScrollBar) -> None:
    """Let a scroll bar that stands elsewhere show and move a view's own."""

    def take_over() -> None:
        shown.setRange(bar.minimum(), bar.maximum())
        shown.setPageStep(bar.pageStep())
        shown.setSingleStep(bar.singleStep())
        shown.setValue(bar.value())
        shown.setEnabled(bar.maximum() > bar.minimum())

    bar.rangeChanged.connect(take_over)
    _tie(bar, shown)
    take_over()


def _tie(one: QScrollBar, other: QScrollBar) -> None:
    one.valueChanged.connect(other.setValue)
    other.valueChanged.connect(one.setValue)
