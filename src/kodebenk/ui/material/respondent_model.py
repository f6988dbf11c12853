"""The respondents of a project as a table, with a column for every attribute."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal

from kodebenk.application import queries
from kodebenk.domain.respondent import AttributeType, Respondent
from kodebenk.ui.material.grid_cell import CellLook
from kodebenk.ui.material.grid_model import GridModel
from kodebenk.ui.material.material_words import attribute_title, coding_count, document_count
from kodebenk.ui.material.written_values import ValueKind, read_date, read_value, show_value
from kodebenk.ui.number_words import number_words

LABEL_COLUMN = 0
NAME_COLUMN = 1
FIRST_ATTRIBUTE = 2


@dataclass(frozen=True, slots=True)
class RespondentRow:
    """A respondent with the number of documents and codings."""

    person: Respondent
    documents: int
    codings: int


class RespondentModel(GridModel[RespondentRow]):
    """One row for each respondent.

    Columns: label, name, one for each attribute, number of documents, number of codings. An attribute that was just
    added stands as an empty column until somebody has a value.

    Signals:
        label_written(int, str), name_written(int, str): respondent id and what was written.
        attribute_written(int, str, str): respondent id, attribute, and value; empty for unknown.
    """

    TABLES = (
        *("respondent", "attribute", "attribute_value", "document", "document_respondent"),
        *("speaker", "turn", "coding", "coding_respondent", "coding_task"),
    )

    label_written = Signal(int, str)
    name_written = Signal(int, str)
    attribute_written = Signal(int, str, str)

    _new_attributes: tuple[str, ...] = ()

    def _read_columns(self) -> list[str]:
        stored = queries.attributes(self._project)
        self._types = {one.name: one.type for one in stored}
        folded = {one.name.casefold() for one in stored}
        new = (name for name in self._new_attributes if name.casefold() not in folded)
        return ["", "", *(one.name for one in stored), *new, "", ""]

    def _read_rows(self) -> list[RespondentRow]:
        documents = queries.documents_of_respondents(self._project)
        codings = queries.codings_by_respondent(self._project)
        people = queries.respondents(self._project)
        return [RespondentRow(one, len(documents.get(one.id, ())), codings.get(one.id, 0)) for one in people]

    def add_attribute(self, name: str) -> int:
        """Show a column for a new attribute and return its number; that of the old one if there is one."""
        known = [one.casefold() for one in self.attributes]
        if name.casefold() not in known:
            self._new_attributes = (*self._new_attributes, name)
            self.read_again()
            known = [one.casefold() for one in self.attributes]
        return FIRST_ATTRIBUTE + known.index(name.casefold())

    @property
    def attributes(self) -> Sequence[str]:
        return self._columns[FIRST_ATTRIBUTE : self.documents_column]

    @property
    def documents_column(self) -> int:
        return len(self._columns) - 2

    def without_documents(self) -> int:
        """Return how many respondents have no document."""
        return sum(not row.documents for row in self._rows)

    def attribute_at(self, column: int) -> str:
        """Return the attribute of a column; empty where it has none."""
        return self._columns[column]

    def _row_id(self, row: RespondentRow) -> int:
        return row.person.id

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        # An attribute may have a longer name than its column has room for.
        asked = Qt.ItemDataRole.DisplayRole if role == Qt.ItemDataRole.ToolTipRole else role
        return super().headerData(section, orientation, asked)

    def _title(self, column: int) -> str:
        if column == LABEL_COLUMN:
            return self.tr("Label")
        if column == NAME_COLUMN:
            return self.tr("Name")
        if column < self.documents_column:
            return attribute_title(self.attribute_at(column))
        return self.tr("Documents") if column == self.documents_column else self.tr("Codings")

    def _can_edit(self, column: int) -> bool:
        return column < self.documents_column

    def _ask(self, row: RespondentRow, column: int, text: str) -> None:
        if column == LABEL_COLUMN:
            self.label_written.emit(row.person.id, text)
        elif column == NAME_COLUMN:
            self.name_written.emit(row.person.id, text)
        else:
            attribute = self.attribute_at(column)
            is_date = self._types.get(attribute) is AttributeType.DATE
            cleaned = " ".join(text.split())
            self.attribute_written.emit(row.person.id, attribute, (is_date and read_date(cleaned)) or cleaned)

    def _words(self, row: RespondentRow, column: int) -> str:
        if column == LABEL_COLUMN:
            return row.person.label
        if column == NAME_COLUMN:
            return row.person.name
        if column < self.documents_column:
            return self._attribute_words(row.person, self.attribute_at(column))
        count = self._count(row, column)
        return number_words(count) if count else ""

    def _attribute_words(self, one: Respondent, attribute: str) -> str:
        value = one.attributes.get(attribute, "")
        is_date = self._types.get(attribute) is AttributeType.DATE
        return show_value(ValueKind.DATE, value) if is_date else value

    def _count(self, row: RespondentRow, column: int) -> int:
        return row.documents if column == self.documents_column else row.codings

    def _spoken_row(self, row: RespondentRow) -> str:
        one = row.person
        return ", ".join((one.label, one.name, document_count(row.documents), coding_count(row.codings)))

    def _nothing(self) -> str:
        return self.tr("not known")

    def _sort_value(self, row: RespondentRow, column: int) -> object:
        if column >= self.documents_column:
            return self._count(row, column)
        attribute = self.attribute_at(column)
        value = row.person.attributes.get(attribute, "") if attribute else self._words(row, column)
        if self._types.get(attribute) is AttributeType.NUMBER:
            return _number_from(value)
        return value or None

    def _search_words(self, row: RespondentRow) -> str:
        one = row.person
        return " ".join((one.label, one.name, *one.aliases, *one.attributes.values()))

    def _suggestions(self, _row: RespondentRow, column: int) -> list[str]:
        attribute = self.attribute_at(column)
        known = dict.fromkeys(self._attribute_words(row.person, attribute) for row in self._rows) if attribute else {}
        return [value for value in known if value]

    def _look(self, row: RespondentRow, column: int) -> CellLook:
        if column == LABEL_COLUMN:
            return CellLook(badges=(row.person.label,))
        if column == NAME_COLUMN:
            return CellLook(row.person.name, tone="ink", weight=500)
        return CellLook(self._words(row, column), numeric=self._is_number(column))

    def _is_number(self, column: int) -> bool:
        return column >= self.documents_column


def _number_from(value: str) -> object:
    """Return a number, or the text where somebody wrote something else, or None for nothing."""
    understood, whole = read_value(ValueKind.NUMBER, value)
    if understood:
        return whole
    try:
        return float(value.replace(",", "."))
    except ValueError:
        return value
