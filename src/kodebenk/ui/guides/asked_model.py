"""What was asked of whom as a table model."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kodebenk.application import guide_tables
from kodebenk.application.guide_tables import AskedCell, AskedRow, AskedTable, TableRows
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import GuideQuestion
from kodebenk.ui.guides.guide_words import question_words, state_name

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_EMPTY = AskedTable(TableRows.RESPONDENTS, (), ())


class AskedRole(IntEnum):
    """What the table asks the model for beside Qt's own roles."""

    CELL = Qt.ItemDataRole.UserRole + 1


class AskedModel(QAbstractTableModel):
    """Respondents or documents against the questions of a guide."""

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._table = _EMPTY

    def show_guide(self, guide_id: int, rows_are: TableRows) -> None:
        """Show a guide, or what became of it."""
        table = guide_tables.asked_table(self._project, guide_id, rows_are)
        if _shape(table) == _shape(self._table):
            self._table = table
            self.retranslate()
            return
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def retranslate(self) -> None:
        """Show the words of another language, or other values in the same cells."""
        if self._table.rows and self._table.questions:
            last = self.index(len(self._table.rows) - 1, len(self._table.questions) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    @property
    def rows_are(self) -> TableRows:
        return self._table.rows_are

    def row(self, number: int) -> AskedRow:
        return self._table.rows[number]

    def question(self, column: int) -> GuideQuestion:
        return self._table.questions[column]

    def cell(self, index: Index) -> AskedCell:
        return self._table.rows[index.row()].cells[index.column()]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._table.questions)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Vertical:
            return self._row_header(section, role)
        if not 0 <= section < len(self._table.questions):
            return None
        question = self._table.questions[section]
        if role == Qt.ItemDataRole.DisplayRole:
            is_numbered = any(one.number for one in self._table.questions)
            return question.number or ("·" if is_numbered else str(section + 1))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return question_words(question)
        return None

    def _row_header(self, section: int, role: int) -> object:
        if not 0 <= section < len(self._table.rows):
            return None
        one = self._table.rows[section]
        words = one.name if one.name.startswith(one.label) else f"{one.label} {one.name}"
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        return words if role in wanted else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == AskedRole.CELL:
            return self.cell(index)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(index)
        return None

    def spoken(self, index: Index) -> str:
        """Return what a cell says in words, with its row and question."""
        cell = self.cell(index)
        said = self.tr("{row}: {state}").format(
            row=self._row_header(index.row(), Qt.ItemDataRole.DisplayRole), state=state_name(cell.state)
        )
        quotes = [self.tr("“{words}”").format(words=" ".join(place.quote.split())) for place in cell.places]
        return "\n".join([question_words(self.question(index.column())), said, *quotes])


def _shape(table: AskedTable) -> tuple[object, ...]:
    return table.rows_are, [one.id for one in table.questions], [one.id for one in table.rows]
