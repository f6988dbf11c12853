"""A list of sources of which some are chosen."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QSizePolicy, QWidget

from kodebenk.domain.document import Document
from kodebenk.ui.fonts import scaled
from kodebenk.ui.material_list.kind_words import kind_name

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEIGHT, _ROW = 190, 28


class PackedSourceModel(QAbstractListModel):
    """Sources; the check of one says that it is chosen.

    Signals:
        chosen_changed(): another one is chosen, or one no longer.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._documents: tuple[Document, ...] = ()
        self._chosen: set[int] = set()

    def set_documents(self, documents: Sequence[Document], chosen: Collection[int]) -> None:
        """Show these sources, some of them chosen."""
        self.beginResetModel()
        self._documents = tuple(documents)
        self._chosen = {one.id for one in documents if one.id in chosen}
        self.endResetModel()
        self.chosen_changed.emit()

    @property
    def chosen(self) -> tuple[int, ...]:
        """Return the ids of the chosen sources, in their order."""
        return tuple(one.id for one in self._documents if one.id in self._chosen)

    @property
    def documents(self) -> tuple[Document, ...]:
        return self._documents

    def choose_all(self, *, wanted: bool) -> None:
        """Choose all, or none."""
        self._chosen = {one.id for one in self._documents} if wanted else set()
        if self._documents:
            self.dataChanged.emit(self.index(0), self.index(len(self._documents) - 1))
        self.chosen_changed.emit()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._documents)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        one = self._documents[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if one.id in self._chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{one.label} · {one.name}" if one.label else one.name
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(scaled(160), scaled(_ROW))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{one.name} · {kind_name(one.kind)}"
        return None

    def setData(self, index: AnyIndex, _value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        self._chosen ^= {self._documents[index.row()].id}
        self.dataChanged.emit(index, index)
        self.chosen_changed.emit()
        return True


class PackedSources(QListView):
    """The list. Space and a click on a row choose it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sources = PackedSourceModel(self)
        self.setModel(self.sources)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(scaled(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and index.isValid():
            self.sources.setData(index, None, Qt.ItemDataRole.CheckStateRole)
        else:
            super().keyPressEvent(event)
