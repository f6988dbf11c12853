"""The documents of a project as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QCoreApplication,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)

from kodebenk.application import coding_queries, queries, respondent_queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import Document
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.material.grid_cell import CellLook, GridRole
from kodebenk.ui.material.grid_model import GridModel, Index
from kodebenk.ui.material.material_words import coding_count, unresolved_count
from kodebenk.ui.material.written_values import show_date
from kodebenk.ui.material_list.document_model import percent
from kodebenk.ui.material_list.kind_words import KIND_ICONS, kind_name, page_count
from kodebenk.ui.number_words import number_words

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


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A document with what the table says about it."""

    document: Document
    labels: tuple[str, ...]
    unresolved: int
    codings: int
    progress: float


class SourceModel(GridModel[SourceRow]):
    """One row for each document.

    Signals:
        rename_requested(int, str): document id and name.
        place_requested(int, int): document id and its new place in the list, from 0.
    """

    TABLES = (
        *("document", "document_text", "document_respondent", "source_file", "speaker", "respondent"),
        *("coding", "coding_task"),
    )

    rename_requested = Signal(int, str)
    place_requested = Signal(int, int)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(project, parent)
        self.can_move = True

    def _read_columns(self) -> list[str]:
        return [one.name for one in SourceColumn]

    def _read_rows(self) -> list[SourceRow]:
        return _read_rows(self._project)

    def _row_id(self, row: SourceRow) -> int:
        return row.document.id

    def _title(self, column: int) -> str:
        titles: dict[int, str] = {
            SourceColumn.NAME: self.tr("Name"),
            SourceColumn.KIND: self.tr("Kind"),
            SourceColumn.DATE: self.tr("Date"),
            SourceColumn.RESPONDENTS: self.tr("Respondents"),
            SourceColumn.PAGES: self.tr("Pages"),
            SourceColumn.CHARACTERS: self.tr("Characters"),
            SourceColumn.CODINGS: self.tr("Codings"),
            SourceColumn.PROGRESS: self.tr("Progress"),
        }
        return titles[column]

    def _words(self, row: SourceRow, column: int) -> str:
        return _WORDS[column](row)

    def _edited(self, row: SourceRow, column: int) -> str:
        return row.document.name if column == SourceColumn.NAME else self._words(row, column)

    def _ask(self, row: SourceRow, _column: int, text: str) -> None:
        self.rename_requested.emit(self._row_id(row), text)

    def _spoken_row(self, row: SourceRow) -> str:
        one = row.document
        facts = (page_count(one.pages), coding_count(row.codings) if row.codings else "")
        unresolved = unresolved_count(row.unresolved) if row.unresolved else ""
        name = self._words(row, SourceColumn.NAME)
        return ", ".join(filter(None, (name, kind_name(one.kind), *facts, unresolved)))

    def _nothing(self) -> str:
        return self.tr("not known")

    def _sort_value(self, row: SourceRow, column: int) -> object:
        one = row.document
        special: dict[int, object] = {
            SourceColumn.NAME: one.name,
            SourceColumn.DATE: one.details.date or None,
            SourceColumn.PAGES: one.pages or None,
            SourceColumn.CHARACTERS: one.characters,
            SourceColumn.CODINGS: row.codings,
            SourceColumn.PROGRESS: row.progress,
        }
        return special[column] if column in special else self._words(row, column) or None

    def _search_words(self, row: SourceRow) -> str:
        one = row.document
        parts = (one.name, one.label, kind_name(one.kind), *row.labels, one.file_name, one.details.issuer)
        return " ".join((*parts, show_date(one.details.date), one.details.case_number))

    def _look(self, row: SourceRow, column: int) -> CellLook:
        one = row.document
        if column == SourceColumn.NAME:
            badges = (one.label,) if one.label else ()
            return CellLook(one.name, KIND_ICONS[one.kind], badges, tone="ink", weight=500)
        if column == SourceColumn.RESPONDENTS:
            words = "" if not row.unresolved else self.tr("{count} to resolve").format(count=row.unresolved)
            return CellLook(badges=row.labels, warning=words)
        if column == SourceColumn.PROGRESS:
            return CellLook(share=row.progress)
        return CellLook(self._words(row, column), numeric=self._is_number(column))

    def _is_number(self, column: int) -> bool:
        return column in (SourceColumn.PAGES, SourceColumn.CHARACTERS, SourceColumn.CODINGS)

    # Dragging: a dropped row is a wish; the project tells of the new order

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.can_move else flags

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
        old = self.ids.index(document_id)
        new = len(self._rows) if row < 0 else row
        new -= new > old
        if new != old:
            self.place_requested.emit(document_id, new)
        return False


def _respondent_words(row: SourceRow) -> str:
    unresolved = unresolved_count(row.unresolved) if row.unresolved else ""
    return ", ".join(filter(None, (*row.labels, unresolved)))


def _progress_words(row: SourceRow) -> str:
    if row.progress >= 1:
        return QCoreApplication.translate("SourceModel", "Finished")
    not_begun = QCoreApplication.translate("SourceModel", "Not begun")
    return percent(row.progress) if row.progress > 0 else not_begun


_WORDS: dict[int, Callable[[SourceRow], str]] = {
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
