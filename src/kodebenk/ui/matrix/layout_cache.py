"""Keeps the layouts of the cells, and the heights of the rows that follow from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kodebenk.analysis.theme_matrix import MatrixCell, MatrixRow, ThemeMatrix
from kodebenk.domain.matrix import CellContent
from kodebenk.ui.matrix.cell_layout import CellFaces, CellLayout, lay_out_cell

_SMALLEST_HEAD_HEIGHT = 86


class LayoutCache:
    """Layouts by row and column of one matrix.

    A layout is made again only if its cell, the width of its column, the content, the scale or the language changed.
    """

    def __init__(self, has_text: Callable[[MatrixRow], bool]) -> None:
        self._has_text = has_text
        self._matrix: ThemeMatrix | None = None
        self._widths: Mapping[int, float] = {}
        self._content = CellContent.SUMMARY
        self._kept: dict[tuple[int, int], tuple[MatrixCell, float, CellLayout]] = {}
        self.faces = CellFaces(1.0)

    def use(self, matrix: ThemeMatrix | None, content: CellContent, widths: Mapping[int, float], scale: float) -> None:
        """Lay out this matrix from now on; `widths` by column from 0, in px."""
        if scale != self.faces.scale:
            self.faces = CellFaces(scale)
            self._kept.clear()
        if content is not self._content:
            self._kept.clear()
        self._matrix = matrix
        self._content = content
        self._widths = dict(widths)

    def clear(self) -> None:
        """Lay out everything again, as after a change of language."""
        self._kept.clear()

    def layout(self, row: int, column: int) -> CellLayout:
        """Return the layout of a cell.

        Raises:
            IndexError: there is no such cell.
        """
        if self._matrix is None:
            raise IndexError((row, column))
        cell = self._matrix.cell(row, column)
        width = self._widths.get(column, 0.0)
        kept = self._kept.get((row, column))
        if kept is not None and kept[0] == cell and kept[1] == width:
            return kept[2]
        made = lay_out_cell(cell, self._content, width, self.faces, has_text=self._has_text(self._matrix.rows[row]))
        self._kept[row, column] = (cell, width, made)
        return made

    def row_height(self, row: int) -> int:
        """Return the height of a row in px: that of its highest cell."""
        if self._matrix is None:
            return 0
        heights = [self.layout(row, column).height for column in range(len(self._matrix.columns))]
        return round(max([*heights, _SMALLEST_HEAD_HEIGHT * self.faces.scale])) + 1
