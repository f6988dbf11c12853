"""Sorts and filters the rows of the material tables."""

from __future__ import annotations

from PySide6.QtCore import QCollator, QLocale, QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from kodebenk.ui.material.grid_cell import GridRole

Index = QModelIndex | QPersistentModelIndex


class GridOrder(QSortFilterProxyModel):
    """Rows in the order of the project, or sorted by a column.

    Texts stand in Norwegian order in both languages, because names and places are Norwegian; numbers inside them count
    as numbers (R2 before R10). What is unknown stands last in both directions.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: list[str] = []
        self._collator = QCollator(QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway))
        self._collator.setNumericMode(True)
        self._collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    @property
    def is_own_order(self) -> bool:
        """Tell whether all rows stand in the order of the project, so that they can be moved."""
        return self.sortColumn() < 0 and not self._words

    def set_words(self, text: str) -> None:
        """Show only rows that hold all of these words or beginnings of words, without regard to case."""
        self._words = text.casefold().split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        held = str(self.sourceModel().index(source_row, 0, source_parent).data(GridRole.SEARCH)).casefold()
        return all(word in held for word in self._words)

    def lessThan(self, left: Index, right: Index) -> bool:
        one, other = left.data(GridRole.SORT), right.data(GridRole.SORT)
        falling = self.sortOrder() == Qt.SortOrder.DescendingOrder
        if one is None or other is None:
            return (one is None) == falling and one is not other
        if isinstance(one, str) or isinstance(other, str):
            return self._collator.compare(str(one), str(other)) < 0
        return bool(one < other)
