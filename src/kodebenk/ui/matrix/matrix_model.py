"""The matrix as a Qt model: a column of row heads, then one column for each code; bands are lines of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kodebenk.analysis.theme_matrix import Band, MatrixColumn, ThemeMatrix
from kodebenk.domain.matrix import UNCODED, CellKey, CellState, ColumnKey
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.cell_place import CellPlace

Index = QModelIndex | QPersistentModelIndex

LINE_ROLE = Qt.ItemDataRole.UserRole
"""The `BandLine` or `CellLine` of an index."""
PLACE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The `CellPlace` of an index; None in bands and row heads."""
COLUMN_ROLE = Qt.ItemDataRole.UserRole + 2
"""The `MatrixColumn` of a header section; None over the row heads."""

_HEADS = 0

_ANY = ColumnKey()


@dataclass(frozen=True, slots=True)
class BandLine:
    """A line with the counts of a band."""

    index: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class CellLine:
    """A line with the cells of one row."""

    row: int


MatrixLine = BandLine | CellLine


class MatrixModel(QAbstractTableModel):
    """Shows one `ThemeMatrix`; it builds none itself."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: ThemeMatrix | None = None
        self._lines: tuple[MatrixLine, ...] = ()
        self._closed: set[tuple[bool, str]] = set()
        self._only: CellState | str = ""

    @property
    def matrix(self) -> ThemeMatrix | None:
        """Return the matrix shown, if any was built."""
        return self._matrix

    @property
    def lines(self) -> tuple[MatrixLine, ...]:
        """Return the lines in order: bands and the rows of those that are open."""
        return self._lines

    @property
    def only(self) -> str:
        """Return which rows are shown: all (empty), those with a cell `not_coded`, or those with one `stale`."""
        return str(self._only)

    def show_matrix(self, matrix: ThemeMatrix | None) -> None:
        """Show another build; an index stays valid as long as rows and columns are the same."""
        lines = self._lines_of(matrix)
        if self._has_same_frame(matrix, lines):
            self._matrix = matrix
            self._lines = lines
            self._tell_all_changed()
            return
        self.beginResetModel()
        self._matrix = matrix
        self._lines = lines
        self.endResetModel()

    def show_only(self, only: str) -> None:
        """Show all rows (empty), or only those with a cell that is `not_coded` or `stale`."""
        self._only = only
        self.beginResetModel()
        self._lines = self._lines_of(self._matrix)
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again, after a change of language."""
        self._tell_all_changed()

    def toggle_band(self, line: int) -> None:
        """Close an open band, or open it; anything else is left alone."""
        band_line = self._lines[line]
        if self._matrix is None or not isinstance(band_line, BandLine):
            return
        band = self._matrix.bands[band_line.index]
        self._closed ^= {_band_key(band, self._matrix)}
        members = len([row for row in band.row_indexes if self._is_wanted(self._matrix, row)])
        first, last = line + 1, line + members
        if band_line.is_open:
            self.beginRemoveRows(QModelIndex(), first, last)
            self._lines = self._lines_of(self._matrix)
            self.endRemoveRows()
        else:
            self.beginInsertRows(QModelIndex(), first, last)
            self._lines = self._lines_of(self._matrix)
            self.endInsertRows()
        self.dataChanged.emit(self.index(line, 0), self.index(line, self.columnCount() - 1))

    def _has_same_frame(self, matrix: ThemeMatrix | None, lines: tuple[MatrixLine, ...]) -> bool:
        if matrix is None or self._matrix is None:
            return False
        return (
            lines == self._lines
            and [one.key for one in matrix.columns] == [one.key for one in self._matrix.columns]
            and [row.key_for(_ANY) for row in matrix.rows] == [row.key_for(_ANY) for row in self._matrix.rows]
        )

    def _tell_all_changed(self) -> None:
        if self._lines and self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._lines) - 1, self.columnCount() - 1))
        if self.columnCount():
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self._lines:
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self._lines) - 1)

    # Lines

    def _lines_of(self, matrix: ThemeMatrix | None) -> tuple[MatrixLine, ...]:
        return tuple(self._iterate_lines(matrix)) if matrix is not None else ()

    def _iterate_lines(self, matrix: ThemeMatrix) -> Iterator[MatrixLine]:
        banded = len(matrix.bands) > 1 or any(band.name for band in matrix.bands)
        for number, band in enumerate(matrix.bands):
            rows = [row for row in band.row_indexes if self._is_wanted(matrix, row)]
            if not rows:
                continue
            is_open = not banded or _band_key(band, matrix) not in self._closed
            if banded:
                yield BandLine(number, is_open)
            if is_open:
                yield from (CellLine(row) for row in rows)

    def _is_wanted(self, matrix: ThemeMatrix, row: int) -> bool:
        if self._only == "stale":
            return any(cell.stale for cell in matrix.cells[row])
        if self._only == CellState.NOT_CODED:
            return any(cell.state in UNCODED for cell in matrix.cells[row])
        return True

    # Questions

    def place(self, index: Index) -> CellPlace | None:
        """Return the cell at an index; None in bands and row heads."""
        if self._matrix is None or not index.isValid() or index.column() == _HEADS:
            return None
        line = self._lines[index.row()]
        if not isinstance(line, CellLine):
            return None
        matrix = self._matrix
        column = index.column() - 1
        return CellPlace(matrix.rows[line.row], matrix.columns[column], matrix.cell(line.row, column))

    def band(self, index: Index) -> Band | None:
        """Return the band that an index stands in the line of."""
        if self._matrix is None or not index.isValid():
            return None
        line = self._lines[index.row()]
        return self._matrix.bands[line.index] if isinstance(line, BandLine) else None

    def index_of(self, key: CellKey) -> QModelIndex:
        """Return the index of a cell; an invalid one if it is not shown."""
        if self._matrix is None:
            return QModelIndex()
        matrix = self._matrix
        columns = [number for number, one in enumerate(matrix.columns) if one.key == key.column]
        for number, line in enumerate(self._lines):
            if columns and isinstance(line, CellLine) and matrix.rows[line.row].key_for(key.column) == key:
                return self.index(number, columns[0] + 1)
        return QModelIndex()

    def column(self, section: int) -> MatrixColumn | None:
        """Return the code of a section; None over the row heads."""
        if self._matrix is None or not 0 < section <= len(self._matrix.columns):
            return None
        return self._matrix.columns[section - 1]

    # Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        if parent.isValid() or self._matrix is None:
            return 0
        return len(self._matrix.columns) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._matrix is None:
            return None
        if role == LINE_ROLE:
            return self._lines[index.row()]
        if role == PLACE_ROLE:
            return self.place(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown_text(self._matrix, index)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken_text(self._matrix, index)
        return None

    def _shown_text(self, matrix: ThemeMatrix, index: Index) -> str:
        line = self._lines[index.row()]
        if isinstance(line, BandLine):
            band = matrix.bands[line.index]
            if index.column() == _HEADS:
                return words.band_title(band, matrix)
            return words.band_count(band.counts[index.column() - 1])
        if index.column() == _HEADS:
            return words.row_label(matrix.rows[line.row])
        cell = matrix.cell(line.row, index.column() - 1)
        return " ".join(one.text for one in cell.sentences) or words.state_name(cell.state)

    def _spoken_text(self, matrix: ThemeMatrix, index: Index) -> str:
        line = self._lines[index.row()]
        if isinstance(line, BandLine):
            return self._spoken_band(matrix, line, index.column())
        row = matrix.rows[line.row]
        if index.column() == _HEADS:
            return ", ".join(part for part in (words.row_label(row), row.title, row.subtitle) if part)
        column = index.column() - 1
        return words.cell_name(row, matrix.columns[column], matrix.cell(line.row, column))

    def _spoken_band(self, matrix: ThemeMatrix, line: BandLine, section: int) -> str:
        band = matrix.bands[line.index]
        title = words.band_title(band, matrix)
        if section == _HEADS:
            state = words.translate("MatrixWords", "open") if line.is_open else words.translate("MatrixWords", "closed")
            return ", ".join((title, words.count_rows(matrix.spec.rows, len(band.row_indexes)), state))
        return words.band_cell_name(title, matrix.columns[section - 1], band.counts[section - 1])

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._matrix is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return self._row_header(self._matrix, section, role)
        if role == COLUMN_ROLE:
            return self.column(section)
        column = self.column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return column.name if column else words.row_heading(self._matrix.spec.rows)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            kind = self._matrix.spec.rows
            return words.column_name(kind, column) if column else words.row_heading(kind)
        return None

    def _row_header(self, matrix: ThemeMatrix, section: int, role: int) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and section < len(self._lines):
            return self._shown_text(matrix, self.index(section, _HEADS))
        return None


def _band_key(band: Band, matrix: ThemeMatrix) -> tuple[bool, str]:
    return matrix.rows[band.row_indexes[0]].document_id is not None, band.name
