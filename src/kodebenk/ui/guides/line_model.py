"""Lines of different kinds as a Qt list model: themes with their questions, a question with its places."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kodebenk.application.open_project import OpenProject

Index = QModelIndex | QPersistentModelIndex
Line = TypeVar("Line")
_ROOT = QModelIndex()


class LineRole(IntEnum):
    """What a list asks its model for beside Qt's own roles."""

    LINE = Qt.ItemDataRole.UserRole + 1


class LineModel(QAbstractListModel, Generic[Line]):
    """Lines that keep their places while they stay the same lines."""

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._lines: Sequence[Line] = ()

    def _key(self, line: Line) -> Hashable:
        """Return what makes a line the same line when it says something new."""
        raise NotImplementedError

    def _say(self, line: Line, role: int) -> object:
        """Return what a line says in one of Qt's own roles."""
        raise NotImplementedError

    @property
    def lines(self) -> Sequence[Line]:
        return self._lines

    def row_of(self, line: Line) -> int:
        """Return where a line stands now; −1 when it is gone."""
        keys = [self._key(one) for one in self._lines]
        return keys.index(self._key(line)) if self._key(line) in keys else -1

    def retranslate(self) -> None:
        """Show the words of another language, or other values in the same lines."""
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        return line if role == LineRole.LINE else self._say(line, role)

    def _replace(self, lines: Sequence[Line]) -> None:
        if [self._key(line) for line in lines] == [self._key(line) for line in self._lines]:
            self._lines = lines
            self.retranslate()
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()
