"""The codebook as a tree for views, with the number of codings of each code."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.project_change import ProjectChange

CODE_MIME = "application/x-kodebenk-code"
Index = QModelIndex | QPersistentModelIndex


class CodeRole(IntEnum):
    """What the delegate asks for beside the name."""

    CODE_ID = Qt.ItemDataRole.UserRole + 1
    SLOT = Qt.ItemDataRole.UserRole + 2
    COUNT = Qt.ItemDataRole.UserRole + 3
    KEY = Qt.ItemDataRole.UserRole + 4
    IS_HEADING = Qt.ItemDataRole.UserRole + 5


_FIELDS: dict[int, str] = {
    Qt.ItemDataRole.DisplayRole: "name",
    Qt.ItemDataRole.EditRole: "name",
    CodeRole.CODE_ID: "id",
    CodeRole.SLOT: "slot",
    CodeRole.KEY: "key",
}


class CodebookModel(QAbstractItemModel):
    """Codes of a project; rows are read again after a change of the codebook, counts after a change of codings.

    Nothing is changed here: editing a name and dropping a code become wishes.

    Signals:
        rename_requested(int, str): code id and the name typed.
        move_requested(int, int, int): code id, id of the code above (0: make it a theme), place among the siblings
            as shown, −1 for last.
    """

    rename_requested = Signal(int, str)
    move_requested = Signal(int, int, int)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._book = Codebook()
        self._counts: dict[int, int] = {}
        self._read()

    @property
    def book(self) -> Codebook:
        return self._book

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project."""
        if change.touches("code"):
            self.beginResetModel()
            self._read()
            self.endResetModel()
        elif change.touches("coding", "coding_task"):
            self._refresh_counts()

    def retranslate(self) -> None:
        """Tell views that accessible texts are in another language."""
        self._tell_all_rows([Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole])

    def index_of(self, code_id: int) -> QModelIndex:
        """Return the index of a code; an invalid one if there is no such code."""
        code = self._book.by_id.get(code_id)
        if code is None:
            return QModelIndex()
        return self.createIndex(self._row_of(code), 0, code.id)

    def code_at(self, index: Index) -> Code | None:
        """Return the code of an index, None for an invalid one."""
        return self._book.by_id.get(index.internalId()) if index.isValid() else None

    def _read(self) -> None:
        self._book = queries.codebook(self._project)
        self._counts = self._count_with_below()

    def _count_with_below(self) -> dict[int, int]:
        own = queries.coding_counts(self._project)
        return {
            code.id: own.get(code.id, 0) + sum(own.get(below.id, 0) for below in self._book.below(code.id))
            for code in self._book.codes
        }

    def _refresh_counts(self) -> None:
        counts = self._count_with_below()
        changed = [code_id for code_id, count in counts.items() if count != self._counts.get(code_id)]
        self._counts = counts
        roles = [int(CodeRole.COUNT), Qt.ItemDataRole.AccessibleTextRole]
        for code_id in changed:
            index = self.index_of(code_id)
            self.dataChanged.emit(index, index, roles)

    def _tell_all_rows(self, roles: list[Qt.ItemDataRole]) -> None:
        for code in self._book.codes:
            index = self.index_of(code.id)
            self.dataChanged.emit(index, index, roles)

    def _row_of(self, code: Code) -> int:
        return self._book.children_of(code.parent_id).index(code)

    def _children(self, parent: Index) -> Sequence[Code]:
        if parent.isValid() and parent.column() > 0:
            return ()
        return self._book.children_of(parent.internalId() if parent.isValid() else None)

    # Qt's questions

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row].id)

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        code = self.code_at(index)
        return QModelIndex() if code is None or code.parent_id is None else self.index_of(code.parent_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._children(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        code = self.code_at(index)
        return None if code is None else self._value(code, role)

    def _value(self, code: Code, role: int) -> object:
        if role in _FIELDS:
            return getattr(code, _FIELDS[role])
        if role == CodeRole.COUNT:
            return self._counts.get(code.id, 0)
        if role == CodeRole.IS_HEADING:
            return self._book.is_heading(code)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._accessible_text(code)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(filter(None, (code.name, code.definition)))
        return None

    def _accessible_text(self, code: Code) -> str:
        count = self._counts.get(code.id, 0)
        codings = self.tr("1 coding") if count == 1 else self.tr("{count} codings").format(count=count)
        key = self.tr("key {key}").format(key=code.key) if code.key else ""
        return ", ".join(filter(None, (code.name, codings, key)))

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        code = self.code_at(index)
        if code is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value).strip() != code.name:
            self.rename_requested.emit(code.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.ItemIsDropEnabled
        return (
            flag.ItemIsEnabled
            | flag.ItemIsSelectable
            | flag.ItemIsEditable
            | flag.ItemIsDragEnabled
            | flag.ItemIsDropEnabled
        )

    # Drag and drop

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [CODE_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        content = QMimeData()
        ids = [str(code.id) for code in map(self.code_at, indexes) if code is not None]
        content.setData(CODE_MIME, " ".join(ids).encode("ascii"))
        return content

    def canDropMimeData(
        self, content: QMimeData, action: Qt.DropAction, _row: int, _column: int, parent: Index
    ) -> bool:
        code_id = _read_code_id(content)
        if action != Qt.DropAction.MoveAction or code_id not in self._book.by_id:
            return False
        above = self.code_at(parent)
        return above is None or code_id not in {code.id for code in self._book.lineage(above.id)}

    def dropMimeData(self, content: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        if not self.canDropMimeData(content, action, row, column, parent):
            return False
        above = self.code_at(parent)
        self.move_requested.emit(_read_code_id(content), above.id if above is not None else 0, row)
        # The view would remove the rows of a move; the rows are read again when the project has changed.
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        return super().event(event)


def _read_code_id(content: QMimeData) -> int:
    words = bytes(content.data(CODE_MIME).data()).decode("ascii").split()
    return int(words[0]) if words else 0
