"""Who codes which source, as a table model: sources against coders, in one round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kodebenk.application import coding_tasks, queries, turn_samples
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coder import Coder, CodingTask, TurnSample
from kodebenk.domain.document import Document
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.tasks.task_words import material_words, since_words, task_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class TaskRole(IntEnum):
    """What the table asks the model for beside Qt's own roles."""

    CELL = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class TaskCell:
    """A source and a coder, and the task between them in the round shown, if there is one."""

    document: Document
    coder: Coder
    task: CodingTask | None
    sample: TurnSample | None

    @property
    def state_words(self) -> str:
        return task_words(self.task)

    @property
    def below_words(self) -> str:
        """What stands in small letters under the state: since when, and what of the source."""
        return " · ".join(filter(None, (since_words(self.task), self.material_words)))

    @property
    def material_words(self) -> str:
        return material_words(self.task, self.sample) if self.task is not None else ""


class TaskModel(QAbstractTableModel):
    """One row for each source, one column for each coder who is a person."""

    TABLES = ("document", "document_text", "coder", "coding_task", "turn_sample", "project_property")

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._round = 0
        self._words: tuple[str, ...] = ()
        self._documents: tuple[Document, ...] = ()
        self._coders: tuple[Coder, ...] = ()
        self._tasks: dict[tuple[int, int], CodingTask] = {}
        self._samples: dict[int, TurnSample] = {}

    @property
    def round_number(self) -> int:
        """The round that is shown."""
        return self._round

    @property
    def documents(self) -> tuple[Document, ...]:
        return self._documents

    @property
    def coders(self) -> tuple[Coder, ...]:
        return self._coders

    @property
    def tasks(self) -> list[CodingTask]:
        """The tasks of the round shown."""
        return list(self._tasks.values())

    def touched_by(self, change: ProjectChange) -> bool:
        """Tell whether a change of the project concerns the table."""
        return change.touches(*self.TABLES)

    def show_round(self, number: int, words: str = "") -> None:
        """Show a round as it is now, only sources with all of these words in their names."""
        self._words = tuple(words.casefold().split())
        found = tuple(one for one in queries.documents(self._project) if self._has_words(one))
        coders = queries.people(self._project)
        tasks = [one for one in coding_tasks.tasks(self._project) if one.round == number]
        same = (
            number == self._round
            and [one.id for one in found] == [one.id for one in self._documents]
            and [one.id for one in coders] == [one.id for one in self._coders]
        )
        if not same:
            self.beginResetModel()
        self._round, self._documents, self._coders = number, found, coders
        self._tasks = {(one.document_id, one.coder_id): one for one in tasks}
        self._samples = {one.id: one for one in turn_samples.samples(self._project)}
        if same:
            self.retranslate()
        else:
            self.endResetModel()

    def _has_words(self, one: Document) -> bool:
        searched = f"{one.name} {one.label} {one.file_name}".casefold()
        return all(word in searched for word in self._words)

    def retranslate(self) -> None:
        """Show the words of another language, or other values in the same cells."""
        if self._documents and self._coders:
            last = self.index(len(self._documents) - 1, len(self._coders) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._coders) - 1)

    def cell(self, index: Index) -> TaskCell:
        document, coder = self._documents[index.row()], self._coders[index.column()]
        task = self._tasks.get((document.id, coder.id))
        sample = self._samples.get(task.sample_id) if task is not None and task.sample_id is not None else None
        return TaskCell(document, coder, task, sample)

    def index_of(self, document_id: int, coder_id: int) -> QModelIndex:
        """Return the cell of a source and a coder; invalid where it is not shown."""
        rows = [one.id for one in self._documents]
        columns = [one.id for one in self._coders]
        if document_id not in rows or coder_id not in columns:
            return QModelIndex()
        return self.index(rows.index(document_id), columns.index(coder_id))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._documents)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._coders)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wanted = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
        if role not in wanted:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._coder_words(section) if 0 <= section < len(self._coders) else None
        return self._documents[section].name if 0 <= section < len(self._documents) else None

    def _coder_words(self, section: int) -> str:
        name = self._coders[section].name
        return self.tr("{name} (you)").format(name=name) if name == self._project.coder_name else name

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == TaskRole.CELL:
            return self.cell(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index).state_words
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.spoken(index)
        return None

    def spoken(self, index: Index) -> str:
        """Return what a cell says in words, with its source and coder."""
        cell = self.cell(index)
        said = self.tr("{source}, {coder}: {state}").format(
            source=cell.document.name, coder=cell.coder.name, state=cell.state_words
        )
        return f"{said}, {cell.material_words}" if cell.material_words else said
