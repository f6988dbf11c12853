"""Rows with columns as a Qt model, as sources, respondents and interview guides share it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.material.grid_cell import CellLook, GridRole

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


class GridModel(QAbstractTableModel, Generic[Row]):
    """One row for each thing of a kind, in the order of the project; the first column says which.

    A subclass has the columns: it reads the rows and says of each cell what `GridRole` and Qt ask for. What is written
    in a cell is a wish: the old value stands until the project tells of the change.

    Attributes:
        TABLES: the tables of the project file that the rows are read from.
    """

    TABLES: ClassVar[tuple[str, ...]]

    def __init__(self, project: OpenProject, parent: QObject | None = None, *, at_once: bool = True) -> None:
        """Read the rows at once, or leave the table empty until `read_again`."""
        super().__init__(parent)
        self._project = project
        self._columns = self._read_columns()
        self._rows: Sequence[Row] = self._read_rows() if at_once else ()

    # What a subclass says

    def _read_columns(self) -> Sequence[str]:
        """Return names of the columns by which they stay the same columns; no window shows them."""
        raise NotImplementedError

    def _read_rows(self) -> Sequence[Row]:
        raise NotImplementedError

    def _row_id(self, row: Row) -> int:
        raise NotImplementedError

    def _title(self, column: int) -> str:
        raise NotImplementedError

    def _words(self, row: Row, column: int) -> str:
        """Return what a cell says; empty where nothing is known."""
        raise NotImplementedError

    def _edited(self, row: Row, column: int) -> str:
        """Return what an editor of the cell begins with."""
        return self._words(row, column)

    def _spoken_row(self, row: Row) -> str:
        """Return what a screen reader says at the first cell of a row: what it is, and what counts most."""
        raise NotImplementedError

    def _nothing(self) -> str:
        """Return what a screen reader says for an empty cell."""
        raise NotImplementedError

    def _sort_value(self, row: Row, column: int) -> object:
        """Return what the cell is sorted by; None stands last."""
        raise NotImplementedError

    def _search_words(self, row: Row) -> str:
        """Return all words by which the row is found."""
        raise NotImplementedError

    def _look(self, row: Row, column: int) -> CellLook:
        raise NotImplementedError

    def _suggestions(self, _row: Row, _column: int) -> list[str]:
        """Return values that an editor of the cell offers."""
        return []

    def _is_number(self, column: int) -> bool:
        raise NotImplementedError

    def _can_edit(self, column: int) -> bool:
        """Tell whether cells of a column can be written in; of most tables only the name."""
        return column == 0

    def _ask(self, row: Row, column: int, text: str) -> None:
        """Ask for what was written in a cell."""
        raise NotImplementedError

    # What they share

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    @property
    def ids(self) -> list[int]:
        """The ids of the rows, in order."""
        return [self._row_id(row) for row in self._rows]

    def touched_by(self, change: ProjectChange) -> bool:
        """Tell whether a change of the project concerns the table."""
        return change.touches(*self.TABLES)

    def read_again(self) -> None:
        """Read everything anew; rows and columns that are the same stay where they are."""
        rows, columns = self._read_rows(), self._read_columns()
        if [self._row_id(row) for row in rows] == self.ids and columns == self._columns:
            self._rows = rows
            self._tell_of_all()
            return
        self.beginResetModel()
        self._rows, self._columns = rows, columns
        self.endResetModel()

    def retranslate(self) -> None:
        """Show the words of another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self._tell_of_all()

    def _tell_of_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the invalid index, never altered
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - the invalid index, never altered
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if self._can_edit(index.column()) else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self._is_number(section) else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = _ANSWERS.get(role)
        if not index.isValid() or answer is None:
            return None
        return answer(self, self._rows[index.row()], index.column())

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.EditRole and index.isValid() and self._can_edit(index.column()):
            self._ask(self._rows[index.row()], index.column(), str(value))
        return False  # the project tells of the change; until then the old value stands

    def _spoken(self, row: Row, column: int) -> str:
        if column == 0:
            return self._spoken_row(row)
        return f"{self._title(column)}: {self._words(row, column) or self._nothing()}"


_Answer = Callable[[GridModel[Any], Any, int], object]
_ANSWERS: dict[int, _Answer] = {
    Qt.ItemDataRole.DisplayRole: lambda model, row, column: model._words(row, column),
    Qt.ItemDataRole.ToolTipRole: lambda model, row, column: model._words(row, column),
    Qt.ItemDataRole.EditRole: lambda model, row, column: model._edited(row, column),
    Qt.ItemDataRole.AccessibleTextRole: lambda model, row, column: model._spoken(row, column),
    Qt.ItemDataRole.AccessibleDescriptionRole: lambda model, _row, column: model._title(column),
    GridRole.ROW_ID: lambda model, row, _column: model._row_id(row),
    GridRole.SORT: lambda model, row, column: model._sort_value(row, column),
    GridRole.SEARCH: lambda model, row, _column: model._search_words(row),
    GridRole.LOOK: lambda model, row, column: model._look(row, column),
    GridRole.SUGGESTIONS: lambda model, row, column: model._suggestions(row, column),
}
