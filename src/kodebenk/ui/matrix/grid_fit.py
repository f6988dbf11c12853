"""Widths of columns and heights of rows: as many as fit, each as wide as is good to read, each as high as it needs."""

from __future__ import annotations

from collections import deque
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QTableView, QWidget

from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.domain.matrix import CellContent, ColumnKey
from kodebenk.ui.fonts import scaled
from kodebenk.ui.matrix.cell_delegate import BAND_HEIGHT
from kodebenk.ui.matrix.layout_cache import LayoutCache
from kodebenk.ui.matrix.matrix_model import BandLine, MatrixModel
from kodebenk.ui.matrix.synthesis_bar import SynthesisBar
from kodebenk.ui.matrix.synthesis_delegate import SynthesisDelegate
from kodebenk.ui.matrix.synthesis_model import SynthesisModel
from kodebenk.ui.theme import Appearance

_HEAD_WIDTH = 150
_COLUMN_WIDTH = 200
_WIDEST_COLUMN = 420
_PEEK = 34
_MOST_OF_HEIGHT = 0.45
_LONGEST_FIT = 0.05


class GridFit(QObject):
    """Fits cells and synthesis of a matrix view, with their frozen heads, into its room."""

    def __init__(
        self,
        view: QWidget,
        *,
        cells: tuple[QTableView, QTableView, MatrixModel],
        synthesis: tuple[QTableView, QTableView, SynthesisModel],
        delegate: SynthesisDelegate,
        layouts: LayoutCache,
        bar: SynthesisBar,
        appearance: Appearance,
    ) -> None:
        """Make it.

        Args:
            view: Holds all of the tables; gives the height.
            cells: The grid, its row heads, and what both show.
            synthesis: The synthesis rows, their heads, and what both show.
            delegate: Knows how high a synthesis row must be.
            layouts: Know how high a row of cells must be.
            bar: Opens and closes the synthesis.
            appearance: Gives the scale.
        """
        super().__init__(view)
        self._view = view
        self._grid, self._heads, self._model = cells
        self._synthesis, self._synthesis_heads, self._synthesis_model = synthesis
        self._delegate = delegate
        self._layouts = layouts
        self._bar = bar
        self._appearance = appearance
        self._content = CellContent.SUMMARY
        self._own_widths: dict[ColumnKey, int] = {}
        self._is_fitting = False
        self._unfitted: deque[int] = deque()
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._go_on = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.fit)
        self._go_on.timeout.connect(self._fit_some_rows)

    def begin(self, matrix: ThemeMatrix | None, content: CellContent) -> None:
        """Lay out the cells of another build; the sizes follow with `fit`."""
        self._content = content
        self._layouts.use(matrix, content, {}, self._appearance.scale)

    def forget_widths(self) -> None:
        """Let all columns be as wide as is usual, also those that a user made wider."""
        self._own_widths.clear()

    def fit_soon(self) -> None:
        """Fit the columns now and the rows when there is time, as while a window is being resized."""
        self._fit_columns()
        self._settle.start()

    @Slot()
    def fit(self) -> None:
        """Fit columns and rows."""
        self._fit_columns()
        self.fit_rows()

    def _fit_columns(self) -> None:
        self._is_fitting = True
        for table in (self._grid, self._synthesis):
            if table.model().columnCount():
                table.setColumnHidden(0, True)
        head = round(scaled(_HEAD_WIDTH) * max(self._appearance.scale, 1.0))
        self._bar.set_head_width(head)
        for heads in (self._heads, self._synthesis_heads):
            for section in range(heads.model().columnCount()):
                heads.setColumnHidden(section, section > 0)
            if heads.model().columnCount():
                heads.setColumnWidth(0, head)
            heads.setFixedWidth(head)
        for section, width in enumerate(self._wanted_widths(), start=1):
            self._grid.setColumnWidth(section, width)
            self._synthesis.setColumnWidth(section, width)
        self._is_fitting = False

    def _wanted_widths(self) -> list[int]:
        matrix = self._model.matrix
        if matrix is None or not matrix.columns:
            return []
        room = self._grid.viewport().width()
        narrowest = scaled(_COLUMN_WIDTH) * max(self._appearance.scale, 1.0)
        if narrowest * len(matrix.columns) <= room:
            usual = min(room / len(matrix.columns), scaled(_WIDEST_COLUMN))
        else:
            whole = max(1, int((room - _PEEK) // narrowest))
            usual = max(narrowest, (room - _PEEK) / whole)
        return [self._own_widths.get(column.key, int(usual)) for column in matrix.columns]

    def fit_rows(self) -> None:
        """Give rows the heights that their cells need in the widths that the columns have."""
        matrix = self._model.matrix
        count = len(matrix.columns) if matrix is not None else 0
        widths = {column: float(self._grid.columnWidth(column + 1)) for column in range(count)}
        self._layouts.use(matrix, self._content, widths, self._appearance.scale)
        top = max(self._grid.rowAt(0), 0)
        count = len(self._model.lines)
        self._unfitted = deque([*range(top, count), *range(top)])
        self._fit_some_rows()
        self.fit_synthesis()
        for table in (self._grid, self._heads, self._synthesis, self._synthesis_heads):
            table.viewport().update()

    @Slot()
    def _fit_some_rows(self) -> None:
        """Give rows their heights, from the one on top downwards, and go on later where that takes long."""
        end = perf_counter() + _LONGEST_FIT
        while self._unfitted and perf_counter() < end:
            self._fit_row(self._unfitted.popleft())
        if self._unfitted:
            self._go_on.start()

    def _fit_row(self, number: int) -> None:
        if number >= len(self._model.lines):
            return
        line = self._model.lines[number]
        if isinstance(line, BandLine):
            height = round(BAND_HEIGHT * self._appearance.scale)
        else:
            height = self._layouts.row_height(line.row)
        for table in (self._grid, self._heads):
            if table.rowHeight(number) != height:
                table.setRowHeight(number, height)

    def fit_synthesis(self) -> None:
        """Give the synthesis rows their heights, and all of them no more than their part of the view."""
        widths = [self._synthesis.columnWidth(section) for section in range(1, self._synthesis_model.columnCount())]
        total = 0
        for row in range(self._synthesis_model.rowCount()):
            height = self._delegate.height_of(self._synthesis_model, row, widths)
            total += height
            self._synthesis.setRowHeight(row, height)
            self._synthesis_heads.setRowHeight(row, height)
        shown = self._bar.is_open and total > 0
        height = min(total, round(self._view.height() * _MOST_OF_HEIGHT))
        for table in (self._synthesis, self._synthesis_heads):
            table.setVisible(shown)
            table.setFixedHeight(max(height, 1))
        self._bar.setVisible(total > 0)

    @Slot(int, int, int)
    def on_section_resized(self, section: int, _old: int, new: int) -> None:
        """Keep the width that a user gave a column."""
        column = self._model.column(section)
        if self._is_fitting or column is None or not new:
            return
        self._own_widths[column.key] = new
        self._synthesis.setColumnWidth(section, new)
        self._settle.start()
