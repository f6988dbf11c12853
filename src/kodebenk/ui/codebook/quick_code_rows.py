"""The rows of the quick-code palette: headings, codes that fit, codes used last, and the new code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, IntEnum, auto

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from kodebenk.analysis.code_search import CodeMatch, search_codes
from kodebenk.domain.codebook import Code, Codebook

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole + 1
_MOST_HITS = 5
_MOST_RECENT = 3


class RowKind(Enum):
    """What a row is."""

    HEADING = auto()
    TOP_HIT = auto()
    HIT = auto()
    RECENT = auto()
    NEW_CODE = auto()


@dataclass(frozen=True, slots=True)
class PaletteRow:
    """One row.

    Attributes:
        kind: what it is.
        text: the name of the code, or the heading.
        code: the code, None for headings and the new code.
        match: how it fits what was typed.
        count: number of codings.
        theme: name of the theme that it stands under.
        first: it begins a part, with a line above.
    """

    kind: RowKind
    text: str
    code: Code | None = None
    match: CodeMatch | None = None
    count: int = 0
    theme: str = ""
    first: bool = False


class PaletteHeading(IntEnum):
    """The headings, translated by the palette."""

    HITS = 0
    RECENT = 1
    ALL = 2


def make_rows(
    query: str, book: Codebook, counts: Mapping[int, int], recent: Sequence[int], headings: Sequence[str]
) -> list[PaletteRow]:
    """Return the rows for what was typed: hits, codes used last, and the new code, always last.

    Without a query all codes are offered in the order of the codebook.
    """
    matches = search_codes(query, book)[:_MOST_HITS]
    shown = {match.code.id for match in matches}
    used = [book.by_id[code_id] for code_id in recent if code_id in book.by_id and code_id not in shown][:_MOST_RECENT]
    rows: list[PaletteRow] = []
    if matches:
        rows.append(PaletteRow(RowKind.HEADING, headings[PaletteHeading.HITS]))
        for place, match in enumerate(matches):
            kind = RowKind.HIT if place else RowKind.TOP_HIT
            rows.append(_code_row(kind, match.code, book, counts, match))
    rows += _part(headings[PaletteHeading.RECENT], used, book, counts, first=bool(rows))
    if not query.strip():
        others = [code for code, _ in book.in_order() if not book.is_heading(code) and code not in used]
        rows += _part(headings[PaletteHeading.ALL], others, book, counts, first=bool(rows))
    if query.strip():
        rows.append(PaletteRow(RowKind.NEW_CODE, " ".join(query.split()), first=bool(rows)))
    return rows


def _part(
    heading: str, codes: Sequence[Code], book: Codebook, counts: Mapping[int, int], *, first: bool
) -> list[PaletteRow]:
    if not codes:
        return []
    rows = [PaletteRow(RowKind.HEADING, heading, first=first)]
    return rows + [_code_row(RowKind.RECENT, code, book, counts, None) for code in codes]


def _code_row(
    kind: RowKind, code: Code, book: Codebook, counts: Mapping[int, int], match: CodeMatch | None
) -> PaletteRow:
    theme = book.theme_of(code.id).name if code.parent_id is not None else ""
    return PaletteRow(kind, code.name, code, match, counts.get(code.id, 0), theme)


class PaletteModel(QAbstractListModel):
    """Rows for a list view; headings cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[PaletteRow] = []

    @property
    def rows(self) -> Sequence[PaletteRow]:
        return self._rows

    def show_rows(self, rows: list[PaletteRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].kind is RowKind.HEADING:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            definition = row.code.definition if row.code is not None else ""
            return ", ".join(filter(None, (row.text, row.theme, definition)))
        return None
