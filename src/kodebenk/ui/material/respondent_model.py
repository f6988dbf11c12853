"""The respondents of a project as a table, with a column for every attribute."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.domain.respondent import AttributeType, Respondent
from kodebenk.ui.material.grid_cell import CellLook, GridRole
from kodebenk.ui.material.material_words import attribute_title, coding_count, document_count, number_words
from kodebenk.ui.material.written_values import ValueKind, read_date, read_value, show_value

Index = QModelIndex | QPersistentModelIndex

LABEL_COLUMN = 0
NAME_COLUMN = 1
FIRST_ATTRIBUTE = 2
_TABLES = (
    *("respondent", "attribute", "attribute_value", "document", "document_respondent"),
    *("speaker", "turn", "coding", "coding_respondent"),
)


class RespondentModel(QAbstractTableModel):
    """One row for each respondent, in the order of the project.

    Columns: label, name, one for each attribute, number of documents, number of codings. An attribute that was just
    added stands as an empty column until somebody has a value.

    Signals:
        label_written(int, str), name_written(int, str): respondent id and what was written.
        attribute_written(int, str, str): respondent id, attribute, and value; empty for unknown.
    """

    label_written = Signal(int, str)
    name_written = Signal(int, str)
    attribute_written = Signal(int, str, str)

    def __init__(self, project: OpenProject, parent: QObject | None = None, *, at_once: bool = True) -> None:
        """Read the respondents at once, or leave the table empty until `read_again`."""
        super().__init__(parent)
        self._project = project
        self._new_attributes: list[str] = []
        self._people: tuple[Respondent, ...] = ()
        self._attributes: list[str] = []
        self._types: dict[str, AttributeType] = {}
        self._documents: Mapping[int, list[int]] = {}
        self._codings: Mapping[int, int] = {}
        if at_once:
            self._read()

    def touched_by(self, change: ProjectChange) -> bool:
        """Tell whether a change of the project concerns the table."""
        return change.touches(*_TABLES)

    def read_again(self) -> None:
        """Read everything anew; rows and columns that are the same stay where they are."""
        before = ([one.id for one in self._people], self._attributes)
        ids = [one.id for one in queries.respondents(self._project)]
        if (ids, self._attribute_names()) == before:
            self._read()
            self._tell_of_all()
            return
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def add_attribute(self, name: str) -> int:
        """Show a column for a new attribute and return its number; that of the old one if there is one."""
        known = [one.casefold() for one in self._attributes]
        if name.casefold() not in known:
            self._new_attributes.append(name)
            self.read_again()
            known = [one.casefold() for one in self._attributes]
        return FIRST_ATTRIBUTE + known.index(name.casefold())

    def retranslate(self) -> None:
        """Show the words of another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        self._tell_of_all()

    def _tell_of_all(self) -> None:
        if self._people:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._people) - 1, self.columnCount() - 1))

    @property
    def people(self) -> tuple[Respondent, ...]:
        return self._people

    @property
    def attributes(self) -> list[str]:
        return self._attributes

    @property
    def documents_column(self) -> int:
        return FIRST_ATTRIBUTE + len(self._attributes)

    def without_documents(self) -> int:
        """Return how many respondents have no document."""
        return sum(not self._documents.get(one.id) for one in self._people)

    def attribute_at(self, column: int) -> str:
        """Return the attribute of a column; empty where it has none."""
        is_attribute = FIRST_ATTRIBUTE <= column < self.documents_column
        return self._attributes[column - FIRST_ATTRIBUTE] if is_attribute else ""

    def _attribute_names(self) -> list[str]:
        stored = [one.name for one in queries.attributes(self._project)]
        folded = {name.casefold() for name in stored}
        return [*stored, *(name for name in self._new_attributes if name.casefold() not in folded)]

    def _read(self) -> None:
        self._people = queries.respondents(self._project)
        self._attributes = self._attribute_names()
        self._types = {one.name: one.type for one in queries.attributes(self._project)}
        self._documents = queries.documents_of_respondents(self._project)
        self._codings = queries.codings_by_respondent(self._project)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.documents_column + 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() < self.documents_column else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._title(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= self.documents_column else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _title(self, column: int) -> str:
        if column == LABEL_COLUMN:
            return self.tr("Label")
        if column == NAME_COLUMN:
            return self.tr("Name")
        if column < self.documents_column:
            return attribute_title(self.attribute_at(column))
        return self.tr("Documents") if column == self.documents_column else self.tr("Codings")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = _ANSWERS.get(role)
        if not index.isValid() or answer is None:
            return None
        return answer(self, self._people[index.row()], index.column())

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.EditRole and index.isValid() and index.column() < self.documents_column:
            self._ask(self._people[index.row()].id, index.column(), str(value))
        return False  # the project tells of the change; until then the old value stands

    def _ask(self, respondent_id: int, column: int, text: str) -> None:
        if column == LABEL_COLUMN:
            self.label_written.emit(respondent_id, text)
        elif column == NAME_COLUMN:
            self.name_written.emit(respondent_id, text)
        else:
            attribute = self.attribute_at(column)
            is_date = self._types.get(attribute) is AttributeType.DATE
            cleaned = " ".join(text.split())
            self.attribute_written.emit(respondent_id, attribute, (is_date and read_date(cleaned)) or cleaned)

    def _words(self, one: Respondent, column: int) -> str:
        if column == LABEL_COLUMN:
            return one.label
        if column == NAME_COLUMN:
            return one.name
        if column < self.documents_column:
            return self._attribute_words(one, self.attribute_at(column))
        count = self._count(one, column)
        return number_words(count) if count else ""

    def _column_name(self, _one: Respondent, column: int) -> str:
        return self._title(column)

    def _row_id(self, one: Respondent, _column: int) -> int:
        return one.id

    def _search_words(self, one: Respondent, _column: int) -> str:
        return " ".join((one.label, one.name, *one.aliases, *one.attributes.values()))

    def _attribute_words(self, one: Respondent, attribute: str) -> str:
        value = one.attributes.get(attribute, "")
        is_date = self._types.get(attribute) is AttributeType.DATE
        return show_value(ValueKind.DATE, value) if is_date else value

    def _count(self, one: Respondent, column: int) -> int:
        is_documents = column == self.documents_column
        return len(self._documents.get(one.id, ())) if is_documents else self._codings.get(one.id, 0)

    def _accessible(self, one: Respondent, column: int) -> str:
        if column == LABEL_COLUMN:
            counts = (document_count(len(self._documents.get(one.id, ()))), coding_count(self._codings.get(one.id, 0)))
            return ", ".join((one.label, one.name, *counts))
        words = self._words(one, column) or self.tr("not known")
        return f"{self._title(column)}: {words}"

    def _sort_value(self, one: Respondent, column: int) -> object:
        if column >= self.documents_column:
            return self._count(one, column)
        attribute = self.attribute_at(column)
        value = one.attributes.get(attribute, "") if attribute else self._words(one, column)
        if self._types.get(attribute) is AttributeType.NUMBER:
            return _number_from(value)
        return value or None

    def _suggestions(self, _one: Respondent, column: int) -> list[str]:
        attribute = self.attribute_at(column)
        known = dict.fromkeys(self._attribute_words(other, attribute) for other in self._people) if attribute else {}
        return [value for value in known if value]

    def _look(self, one: Respondent, column: int) -> CellLook:
        if column == LABEL_COLUMN:
            return CellLook(badges=(one.label,))
        if column == NAME_COLUMN:
            return CellLook(one.name, tone="ink", weight=500)
        return CellLook(self._words(one, column), numeric=column >= self.documents_column)


_Answer = Callable[[RespondentModel, Respondent, int], object]
_ANSWERS: dict[int, _Answer] = {
    Qt.ItemDataRole.DisplayRole: RespondentModel._words,
    Qt.ItemDataRole.ToolTipRole: RespondentModel._words,
    Qt.ItemDataRole.EditRole: RespondentModel._words,
    Qt.ItemDataRole.AccessibleTextRole: RespondentModel._accessible,
    Qt.ItemDataRole.AccessibleDescriptionRole: RespondentModel._column_name,
    GridRole.ROW_ID: RespondentModel._row_id,
    GridRole.SORT: RespondentModel._sort_value,
    GridRole.SEARCH: RespondentModel._search_words,
    GridRole.LOOK: RespondentModel._look,
    GridRole.SUGGESTIONS: RespondentModel._suggestions,
}


def _number_from(value: str) -> object:
    """Return a number, or the text where somebody wrote something else, or None for nothing."""
    understood, whole = read_value(ValueKind.NUMBER, value)
    if understood:
        return whole
    try:
        return float(value.replace(",", "."))
    except ValueError:
        return value
