"""A table of figures as a Qt model; it can be sorted by any column."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kodebenk.ui.compare.figures.figure_cells import FigureCell, FigureGrid, FigureHead, FigureRow

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_SAID = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class SortedBy(IntEnum):
    """Sections that are no column."""

    CODEBOOK = -2
    NAME = -1


class FigureModel(QAbstractTableModel):
    """Rows and cells as they were made for the report, in the order that the user wants.

    Signals:
        order_changed(): rows stand in another order.
    """

    order_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._grid = FigureGrid()
        self._order: list[int] = []
        self._sorted_by = int(SortedBy.CODEBOOK)
        self._descending = False

    def show_grid(self, grid: FigureGrid) -> None:
        """Show another table; the order stays where it has the same columns."""
        same_columns = _keys(grid.columns) == _keys(self._grid.columns)
        if same_columns and _keys(grid.rows) == _keys(self._grid.rows):
            self._grid = grid
            self._sort()
            self._tell_all()
            return
        self.beginResetModel()
        self._grid = grid
        if not same_columns:
            self._sorted_by, self._descending = int(SortedBy.CODEBOOK), False
        self._sort()
        self.endResetModel()

    @property
    def grid(self) -> FigureGrid:
        return self._grid

    @property
    def sorted_by(self) -> tuple[int, bool]:
        """The column, or one of `SortedBy`, and whether the largest comes first."""
        return self._sorted_by, self._descending

    def sort_by(self, section: int, *, descending: bool) -> None:
        """Put the rows in the order of a column or of `SortedBy`; pinned rows stay last, and cells without value."""
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        rows = [self._order[index.row()] for index in kept]
        self._sorted_by, self._descending = section, descending
        self._sort()
        places = {row: at for at, row in enumerate(self._order)}
        moved = [self.index(places[row], index.column()) for row, index in zip(rows, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()
        self.order_changed.emit()

    def turn_order(self, section: int) -> None:
        """Go on from ascending to descending to the order of the codebook."""
        if self._sorted_by != section:
            self.sort_by(section, descending=False)
        elif not self._descending:
            self.sort_by(section, descending=True)
        else:
            self.turn_back()

    def turn_back(self) -> None:
        """Bring the order of the codebook back."""
        self.sort_by(SortedBy.CODEBOOK, descending=False)

    def row(self, number: int) -> FigureRow:
        return self._grid.rows[self._order[number]]

    def head(self, column: int) -> FigureHead:
        return self._grid.columns[column]

    def cell(self, index: Index) -> FigureCell:
        return self._grid.cells[self._order[index.row()]][index.column()]

    def row_of(self, key: str) -> int:
        """Return where the row with a key stands; -1 for none."""
        return next((at for at in range(len(self._order)) if self.row(at).key == key), -1)

    def spoken(self, index: Index) -> str:
        """Return what a cell says in words, with its row and column."""
        cell = self.cell(index)
        return f"{self.row(index.row()).name}, {self.head(index.column()).spoken}: {cell.spoken}"

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._grid.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).text
        return self.spoken(index) if role in _SAID else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal:
            if not 0 <= section < len(self._grid.columns):
                return None
            head = self._grid.columns[section]
            return _answer(role, head.text, head.spoken)
        if not 0 <= section < len(self._order):
            return None
        row = self.row(section)
        return _answer(role, row.name, "\n".join(part for part in (row.spoken, row.remark) if part))

    def _sort(self) -> None:
        rows = range(len(self._grid.rows))
        free = [at for at in rows if not self._grid.rows[at].pinned]
        pinned = [at for at in rows if self._grid.rows[at].pinned]
        if self._sorted_by == SortedBy.NAME:
            free.sort(key=self._folded_name, reverse=self._descending)
        elif self._sorted_by >= 0:
            valued = [at for at in free if self._value(at) is not None]
            valued.sort(key=self._certain_value, reverse=self._descending)
            free = valued + [at for at in free if self._value(at) is None]
        self._order = free + pinned

    def _folded_name(self, at: int) -> str:
        return self._grid.rows[at].name.casefold()

    def _value(self, at: int) -> float | None:
        return self._grid.cells[at][self._sorted_by].order

    def _certain_value(self, at: int) -> float:
        value = self._value(at)
        assert value is not None
        return value

    def _tell_all(self) -> None:
        if self._order and self._grid.columns:
            last = self.index(len(self._order) - 1, len(self._grid.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._order) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._grid.columns) - 1)


def _answer(role: int, shown: str, said: str) -> str | None:
    if role == Qt.ItemDataRole.DisplayRole:
        return shown
    return said if role in _SAID else None


def _keys(heads: Sequence[FigureHead] | Sequence[FigureRow]) -> list[str]:
    return [head.key for head in heads]
