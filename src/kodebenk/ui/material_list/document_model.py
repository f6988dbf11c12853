"""The documents of a project as a tree for views: groups by kind, documents below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from kodebenk.application import coding_queries, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import Document, SourceKind
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.material_list.kind_words import KIND_ICONS, group_name, page_count

Index = QModelIndex | QPersistentModelIndex
_GROUP = 0


class DocumentRole(IntEnum):
    """What the delegate asks for beside the name."""

    DOCUMENT_ID = Qt.ItemDataRole.UserRole + 1
    ROW_KEY = Qt.ItemDataRole.UserRole + 2
    KIND_ICON = Qt.ItemDataRole.UserRole + 3
    FACTS = Qt.ItemDataRole.UserRole + 4
    PROGRESS = Qt.ItemDataRole.UserRole + 5
    COUNT = Qt.ItemDataRole.UserRole + 6


_FIELDS: dict[int, str] = {
    Qt.ItemDataRole.DisplayRole: "name",
    Qt.ItemDataRole.ToolTipRole: "name",
    DocumentRole.DOCUMENT_ID: "id",
    DocumentRole.ROW_KEY: "id",
}


@dataclass(frozen=True, slots=True)
class DocumentFilter:
    """Which documents are listed: of one kind or all, only those not finished, with these words in the name."""

    kind: SourceKind | None = None
    only_unfinished: bool = False
    words: str = ""

    def lets(self, document: Document, progress: float) -> bool:
        """Tell whether a document is listed."""
        folded = document.name.casefold()
        return (
            (self.kind is None or document.kind is self.kind)
            and not (self.only_unfinished and progress >= 1)
            and all(word in folded for word in self.words.casefold().split())
        )


class DocumentModel(QAbstractItemModel):
    """Documents in the order of the project, under a heading for each kind; kinds stand in their usual order."""

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._filter = DocumentFilter()
        self._groups: list[tuple[SourceKind, list[Document]]] = []
        self._progress: Mapping[int, float] = {}
        self._codings: Mapping[int, int] = {}
        self._read()

    @property
    def filter(self) -> DocumentFilter:
        return self._filter

    def set_filter(self, wanted: DocumentFilter) -> None:
        """List other documents."""
        self._filter = wanted
        self._read_again()

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project."""
        if change.touches("document", "document_text", "document_respondent", "coding_task"):
            self._read_again()
        elif change.touches("coding"):
            self._refresh(change.documents)

    def index_of(self, document_id: int) -> QModelIndex:
        """Return the index of a document; an invalid one if it is not listed."""
        for number, (_, members) in enumerate(self._groups):
            for row, one in enumerate(members):
                if one.id == document_id:
                    return self.createIndex(row, 0, number + 1)
        return QModelIndex()

    def listed(self) -> list[int]:
        """Return the ids of the listed documents, from top to bottom."""
        return [one.id for _, members in self._groups for one in members]

    def kinds(self) -> list[SourceKind]:
        """Return the kinds that documents of the project have, listed or not."""
        present = {one.kind for one in queries.documents(self._project)}
        return [kind for kind in SourceKind if kind in present]

    def finished(self) -> tuple[int, int]:
        """Return how many documents are finished, and how many there are."""
        documents = queries.documents(self._project)
        return sum(one.progress >= 1 for one in documents), len(documents)

    def _read_again(self) -> None:
        self.beginResetModel()
        self._read()
        self.endResetModel()

    def _read(self) -> None:
        self._progress = coding_queries.reading_progress(self._project)
        self._codings = queries.codings_by_document(self._project)
        members: dict[SourceKind, list[Document]] = {kind: [] for kind in _GROUP_ORDER}
        for one in queries.documents(self._project):
            if self._filter.lets(one, self._progress[one.id]):
                members[one.kind].append(one)
        self._groups = [(kind, found) for kind, found in members.items() if found]

    def _refresh(self, document_ids: Sequence[int] | frozenset[int]) -> None:
        self._progress = coding_queries.reading_progress(self._project)
        self._codings = queries.codings_by_document(self._project)
        for document_id in document_ids:
            index = self.index_of(document_id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _document_at(self, index: Index) -> Document | None:
        number = index.internalId()
        if not index.isValid() or number == _GROUP:
            return None
        return self._groups[number - 1][1][index.row()]

    # Qt's questions; the internal id is 0 for a group, else the number of the group from 1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        number = index.internalId() if index.isValid() else _GROUP
        return QModelIndex() if number == _GROUP else self.createIndex(number - 1, 0, _GROUP)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() != _GROUP or parent.column() > 0:
            return 0
        return len(self._groups[parent.row()][1])

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._document_at(index)
        return self._group_value(*self._groups[index.row()], role) if one is None else self._value(one, role)

    def _group_value(self, kind: SourceKind, members: Sequence[Document], role: int) -> object:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return group_name(kind)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{group_name(kind)}, {len(members)}"
            case DocumentRole.ROW_KEY:
                return kind.value
            case DocumentRole.COUNT:
                return len(members)
        return None

    def _value(self, one: Document, role: int) -> object:
        if role in _FIELDS:
            return getattr(one, _FIELDS[role])
        if role == DocumentRole.KIND_ICON:
            return KIND_ICONS[one.kind]
        if role == DocumentRole.FACTS:
            return self._facts(one)
        if role == DocumentRole.PROGRESS:
            return self._progress.get(one.id, 0.0)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (one.name, self._facts(one), self._progress_words(one))))
        return None

    def _facts(self, one: Document) -> str:
        count = self._codings.get(one.id, 0)
        codings = ""
        if count:
            codings = self.tr("1 coding") if count == 1 else self.tr("{count} codings").format(count=count)
        return " · ".join(filter(None, (page_count(one.pages), codings)))

    def _progress_words(self, one: Document) -> str:
        share = self._progress.get(one.id, 0.0)
        if share >= 1:
            return self.tr("finished")
        return percent(share) if share > 0 else self.tr("not begun")


def percent(share: float) -> str:
    """Return a share as the language writes it: "62 %" or "62%"; above 0 never "0 %"."""
    number = max(1, int(share * 100)) if share > 0 else 0
    norwegian = QLocale().language() == QLocale.Language.NorwegianBokmal
    return f"{number}\N{NO-BREAK SPACE}%" if norwegian else f"{number}%"


_GROUP_ORDER = (
    SourceKind.TRANSCRIPT,
    SourceKind.NOTES,
    SourceKind.FIELDNOTES,
    SourceKind.SURVEY,
    SourceKind.PLAN,
    SourceKind.LITERATURE,
    SourceKind.EMAIL,
)
