"""The rows of the list of differences as a Qt model."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from kodebenk.domain.codebook import Codebook
from kodebenk.ui.compare.differences.difference_rows import DifferenceRow
from kodebenk.ui.compare.differences.difference_words import PlaceTeller, class_name, settled_words

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class DifferenceRole(IntEnum):
    """What the delegate asks for beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    SENTENCE = Qt.ItemDataRole.UserRole + 2


class DifferenceModel(QAbstractListModel):
    """Rows, replaced as a whole; what they say is worked out when it is painted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[DifferenceRow] = ()
        self._with_document = False
        self.teller = PlaceTeller(Codebook(), (), None)

    @property
    def rows(self) -> Sequence[DifferenceRow]:
        return self._rows

    def show_rows(self, rows: Sequence[DifferenceRow], teller: PlaceTeller, *, with_document: bool) -> None:
        """Show other rows; `with_document` puts the document's name before what they say."""
        self.beginResetModel()
        self._rows, self.teller, self._with_document = rows, teller, with_document
        self.endResetModel()

    def row_of(self, index: int | None) -> int:
        """Return where the place with this index in the report is listed; −1 where it is not."""
        rows = (at for at, row in enumerate(self._rows) if row.shown is not None and row.shown.index == index)
        return next(rows, -1)

    def row_at(self, index: Index) -> DifferenceRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row_at(index)
        if row is None:
            return None
        return row if role == DifferenceRole.ROW else self._say(row, role)

    def _say(self, row: DifferenceRow, role: int) -> str | None:
        if role == DifferenceRole.SENTENCE:
            return self._sentence(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.teller.name(self.teller.tell(row.place).path)
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{' '.join(row.place.quote.split())}\n{self._sentence(row)}"
        return self._spoken(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _sentence(self, row: DifferenceRow) -> str:
        parts = [row.place.document] if self._with_document else []
        if row.shown is not None and row.shown.decision is not None:
            parts.append(settled_words(row.shown.decision))
        return " · ".join((*parts, self.teller.tell(row.place).sentence))

    def _spoken(self, row: DifferenceRow) -> str:
        code = self.teller.name(self.teller.tell(row.place).path)
        parts = [str(row.number)] if row.number else []
        parts += [row.place.citation, code, class_name(row.place.kind), self._sentence(row)]
        if row.number and (row.shown is None or row.shown.decision is None):
            parts.append(self.tr("open"))
        return ", ".join(parts)
