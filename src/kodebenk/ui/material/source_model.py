"""The documents of a project as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kodebenk.application import coding_queries, queries, respondent_queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import Document
from kodebenk.domain.project_change import ProjectChange
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.material.grid_cell import CellLook, GridRole
from kodebenk.ui.material.material_words import coding_count, number_words, unresolved_count
from kodebenk.ui.material.written_values import show_date
from kodebenk.ui.material_list.document_model import percent
from kodebenk.ui.material_list.kind_words import KIND_ICONS, kind_name, page_count

Index = QModelIndex | QPersistentModelIndex
_TABLES = ("document", "document_text", "document_respondent", "source_file", "speaker", "respondent", "coding")
_MIME = "application/x-kodebenk-document"


class SourceColumn(IntEnum):
    """The columns, from left to right."""

    NAME = 0
    KIND = 1
    DATE = 2
    RESPONDENTS = 3
    PAGES = 4
    CHARACTERS = 5
    CODINGS = 6
    PROGRESS = 7


_NUMBERS = frozenset({SourceColumn.PAGES, SourceColumn.CHARACTERS, SourceColumn.CODINGS})


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document with what the table says about it."""

    document: Document
    labels: tuple[str, ...]
    unresolved: int
    codings: int
    progress: float


class SourceModel(QAbstractTableModel):
    """One row for each document, in the order of the project.

    Signals:
        rename_requested(int, str): document id and name.
        place_requested(int, int): document id and its new place in the list, from 0.
    """

    rename_requested = Signal(int, str)
    place_requested = Signal(int, int)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._rows: list[SourceRow] = _read_rows(project)
        self.can_move = True

    def touched_by(self, change: ProjectChange) -> bool:
        """Tell whether a change of the project concerns the table."""
        return change.touches(*_TABLES)

    def read_again(self) -> None:
        """Read everything anew; rows that stay the same rows stay where they are."""
        rows = _read_rows(self._project)
        if [row.document.id for row in rows] == [row.document.id for row in self._rows]:
            self._rows = rows
            self._tell_of_all()
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def retranslate(self) -> None:
        """Show the words of another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(SourceColumn) - 1)
        self._tell_of_all()

    def _tell_of_all(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(SourceColumn) - 1))

    @property
    def rows(self) -> list[SourceRow]:
        return self._rows

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(SourceColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == SourceColumn.NAME:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.can_move else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(SourceColumn):
            return None
        column = SourceColumn(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column in _NUMBERS else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _title(self, column: SourceColumn) -> str:
        return {
            SourceColumn.NAME: self.tr("Name"),
            SourceColumn.KIND: self.tr("Kind"),
            SourceColumn.DATE: self.tr("Date"),
            SourceColumn.RESPONDENTS: self.tr("Respondents"),
            SourceColumn.PAGES: self.tr("Pages"),
            SourceColumn.CHARACTERS: self.tr("Characters"),
            SourceColumn.CODINGS: self.tr("Codings"),
            SourceColumn.PROGRESS: self.tr("Progress"),
        }[column]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        answer = _ANSWERS.get(role)
        if not index.isValid() or answer is None:
            return None
        return answer(self, self._rows[index.row()], SourceColumn(index.column()))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role == Qt.ItemDataRole.EditRole and index.isValid() and index.column() == SourceColumn.NAME:
            self.rename_requested.emit(self._rows[index.row()].document.id, str(value))
        return False  # the project tells of the change; until then the old value stands

    def _words(self, row: SourceRow, column: SourceColumn) -> str:
        return _WORDS[column](row)

    def _edited(self, row: SourceRow, column: SourceColumn) -> str:
        return row.document.name if column is SourceColumn.NAME else self._words(row, column)

    def _column_name(self, _row: SourceRow, column: SourceColumn) -> str:
        return self._title(column)

    def _row_id(self, row: SourceRow, _column: SourceColumn) -> int:
        return row.document.id

    def _accessible(self, row: SourceRow, column: SourceColumn) -> str:
        if column is SourceColumn.NAME:
            one = row.document
            facts = (page_count(one.pages), coding_count(row.codings) if row.codings else "")
            unresolved = unresolved_count(row.unresolved) if row.unresolved else ""
            return ", ".join(filter(None, (self._words(row, column), kind_name(one.kind), *facts, unresolved)))
        words = self._words(row, column) or self.tr("not known")
        return f"{self._title(column)}: {words}"

    def _sort_value(self, row: SourceRow, column: SourceColumn) -> object:
        one = row.document
        special: dict[SourceColumn, object] = {
            SourceColumn.NAME: one.name,
            SourceColumn.DATE: one.details.date or None,
            SourceColumn.PAGES: one.pages or None,
            SourceColumn.CHARACTERS: one.characters,
            SourceColumn.CODINGS: row.codings,
            SourceColumn.PROGRESS: row.progress,
        }
        return special[column] if column in special else self._words(row, column) or None

    def _search_words(self, row: SourceRow, _column: SourceColumn) -> str:
        one = row.document
        parts = (one.name, one.label, kind_name(one.kind), *row.labels, one.file_name, one.details.issuer)
        return " ".join((*parts, show_date(one.details.date), one.details.case_number))

    def _look(self, row: SourceRow, column: SourceColumn) -> CellLook:
        one = row.document
        if column is SourceColumn.NAME:
            badges = (one.label,) if one.label else ()
            return CellLook(one.name, KIND_ICONS[one.kind], badges, tone="ink", weight=500)
        if column is SourceColumn.RESPONDENTS:
            words = "" if not row.unresolved else self.tr("{count} to resolve").format(count=row.unresolved)
            return CellLook(badges=row.labels, warning=words)
        if column is SourceColumn.PROGRESS:
            return CellLook(share=row.progress)
        return CellLook(self._words(row, column), numeric=column in _NUMBERS)

    # Dragging: a dropped row is a wish; the project tells of the new order

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        dragged = QMimeData()
        dragged.setData(_MIME, str(indexes[0].data(GridRole.ROW_ID)).encode("ascii"))
        return dragged

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def dropMimeData(self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, _parent: Index) -> bool:
        if not data.hasFormat(_MIME):
            return False
        document_id = int(bytes(data.data(_MIME).data()).decode("ascii"))
        old = [one.document.id for one in self._rows].index(document_id)
        new = len(self._rows) if row < 0 else row
        new -= new > old
        if new != old:
            self.place_requested.emit(document_id, new)
        return False


_Answer = Callable[[SourceModel, SourceRow, SourceColumn], object]
_ANSWERS: dict[int, _Answer] = {
    Qt.ItemDataRole.DisplayRole: SourceModel._words,
    Qt.ItemDataRole.ToolTipRole: SourceModel._words,
    Qt.ItemDataRole.EditRole: SourceModel._edited,
    Qt.ItemDataRole.AccessibleTextRole: SourceModel._accessible,
    Qt.ItemDataRole.AccessibleDescriptionRole: SourceModel._column_name,
    GridRole.ROW_ID: SourceModel._row_id,
    GridRole.SORT: SourceModel._sort_value,
    GridRole.SEARCH: SourceModel._search_words,
    GridRole.LOOK: SourceModel._look,
}


def _respondent_words(row: SourceRow) -> str:
    unresolved = unresolved_count(row.unresolved) if row.unresolved else ""
    return ", ".join(filter(None, (*row.labels, unresolved)))


def _progress_words(row: SourceRow) -> str:
    if row.progress >= 1:
        return QCoreApplication.translate("SourceModel", "Finished")
    not_begun = QCoreApplication.translate("SourceModel", "Not begun")
    return percent(row.progress) if row.progress > 0 else not_begun


_WORDS: dict[SourceColumn, Callable[[SourceRow], str]] = {
    SourceColumn.NAME: lambda row: f"{row.document.label} {row.document.name}".strip(),
    SourceColumn.KIND: lambda row: kind_name(row.document.kind),
    SourceColumn.DATE: lambda row: show_date(row.document.details.date),
    SourceColumn.RESPONDENTS: _respondent_words,
    SourceColumn.PAGES: lambda row: number_words(row.document.pages) if row.document.pages else "",
    SourceColumn.CHARACTERS: lambda row: number_words(row.document.characters),
    SourceColumn.CODINGS: lambda row: number_words(row.codings) if row.codings else "",
    SourceColumn.PROGRESS: _progress_words,
}


def _read_rows(project: OpenProject) -> list[SourceRow]:
    people = queries.respondents_by_id(project)
    unresolved = respondent_queries.unresolved_speakers(project)
    codings = queries.codings_by_document(project)
    progress = coding_queries.reading_progress(project)
    speaking: dict[int, list[int]] = {}
    for speaker in queries.speakers(project):
        if speaker.role is SpeakerRole.RESPONDENT and speaker.respondent_id is not None:
            speaking.setdefault(speaker.document_id, []).append(speaker.respondent_id)
    rows = []
    for one in queries.documents(project):
        theirs = {*one.respondent_ids, *speaking.get(one.id, ())}
        labels = tuple(person.label for person in people.values() if person.id in theirs)
        rows.append(
            SourceRow(one, labels, unresolved.get(one.id, 0), codings.get(one.id, 0), progress.get(one.id, 0.0))
        )
    return rows
