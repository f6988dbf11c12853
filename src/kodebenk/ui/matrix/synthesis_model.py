"""What is said about whole columns, as three rows under the matrix: similarities, differences, patterns."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from kodebenk.analysis.theme_matrix import MatrixColumn, ThemeMatrix
from kodebenk.domain.matrix import SynthesisKind
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.matrix_model import Index

KINDS = tuple(SynthesisKind)


class SynthesisModel(QAbstractTableModel):
    """Three rows with a column of heads and one column for each code.

    Signals:
        text_written(ColumnKey, SynthesisKind, str): the user wrote this about the code of that id.
    """

    text_written = Signal(object, object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matrix: ThemeMatrix | None = None

    @property
    def matrix(self) -> ThemeMatrix | None:
        """Return the matrix whose columns these are."""
        return self._matrix

    def show_matrix(self, matrix: ThemeMatrix | None) -> None:
        """Show another build; indexes stay valid while the columns are the same, so that editors stay open."""
        same = (
            matrix is not None
            and self._matrix is not None
            and [one.key for one in matrix.columns] == [one.key for one in self._matrix.columns]
        )
        if same:
            self._matrix = matrix
            self.retranslate()
            return
        self.beginResetModel()
        self._matrix = matrix
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again, after a change of language or content."""
        if self.columnCount():
            self.dataChanged.emit(self.index(0, 0), self.index(len(KINDS) - 1, self.columnCount() - 1))

    def text(self, row: int, section: int) -> str:
        """Return what is written, without the invitation that stands in empty cells."""
        if self._matrix is None or section < 1:
            return ""
        texts = self._matrix.synthesis.get(KINDS[row], ())
        return texts[section - 1] if section <= len(texts) else ""

    def column(self, section: int) -> MatrixColumn | None:
        """Return the code of a section; None in the column of heads."""
        if self._matrix is None or not 0 < section <= len(self._matrix.columns):
            return None
        return self._matrix.columns[section - 1]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() or self._matrix is None else len(KINDS)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() or self._matrix is None else len(self._matrix.columns) + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        kind = KINDS[index.row()]
        column = self.column(index.column())
        if column is None:
            return words.synthesis_name(kind) if role == Qt.ItemDataRole.DisplayRole else None
        text = self.text(index.row(), index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            said = text or words.translate("MatrixWords", "nothing written")
            return ", ".join((words.synthesis_name(kind), column.name, said))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.column(index.column())
        if role != Qt.ItemDataRole.EditRole or column is None:
            return False
        text = str(value).strip()
        if text != self.text(index.row(), index.column()):
            self.text_written.emit(column.key, KINDS[index.row()], text)
        return True
