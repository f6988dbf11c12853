"""The rows of a section: headings, and items that a user may answer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from kodebenk.ui.merging.section_values import Choice, Heading, Item, Line

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ItemModel(QAbstractListModel):
    """Headings and items, replaced as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        if len(lines) == len(self._lines):
            self._lines = tuple(lines)
            if lines:
                self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
            return
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def line(self, index: AnyIndex) -> Line:
        return self._lines[index.row()]

    def item(self, index: AnyIndex) -> Item | None:
        """Return the item of a row, None for a heading and for no row."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, Item) else None

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.item(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Heading):
            said = ", ".join(part for part in (line.title, line.count, line.sentence) if part)
            return said if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def _spoken(self, item: Item) -> str:
        parts = [item.title, item.aside, item.detail]
        captions = word_captions(item)
        parts += [f"{said}: {words}" for said, words in zip(captions, (item.was, item.now), strict=True) if words]
        choice = item.choice
        if choice is not None:
            parts += [f"{choice.ours_caption}: {choice.ours}", f"{choice.theirs_caption}: {choice.theirs}"]
            parts.append(self.tr("{answer} is chosen").format(answer=_chosen_caption(choice)))
        return ", ".join(part for part in parts if part)


def word_captions(item: Item) -> tuple[str, str]:
    """Return what stands above the words of a coding, and above those in its place in the other text."""
    translate = QCoreApplication.translate
    if item.is_here:
        return translate("MergeItems", "Coded here"), translate("MergeItems", "Stands there")
    return translate("MergeItems", "Coded there"), translate("MergeItems", "Stands here")


def _chosen_caption(choice: Choice) -> str:
    return choice.theirs_caption if choice.is_theirs else choice.ours_caption
