"""Gathers the cells of RTF tables, which a file tells only when each cell and row is over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kodebenk.importing.composed_text import CellRange

DEEPEST = 16
"""Tables within tables that are told apart."""

_SAME_EDGE = 30
"""Twips that the edges of one column may differ between rows."""


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    edge: int
    first: int
    last: int


@dataclass(slots=True)
class _OpenTable:
    number: int
    row: int = 0
    cells: list[_Cell] = field(default_factory=list)
    in_row: list[tuple[int, int]] = field(default_factory=list)


class RtfTables:
    """The tables that are open, one inside the other, and the cells of those that are over.

    Paragraphs are told by how many have ended; level 1 is a table in the text, level 2 one in a cell of it.
    """

    def __init__(self) -> None:
        self.cells: list[CellRange] = []
        self._open: list[_OpenTable] = []
        self._count = 0
        self._first = [0] * (DEEPEST + 2)
        self._edges: list[list[int]] = [[0] for _ in range(DEEPEST + 2)]

    def begin_row(self, level: int) -> None:
        """Forget the edges of the row before; they are told anew."""
        self._edges[level] = [0]

    def set_left(self, level: int, twips: int) -> None:
        """Take the left edge of the row's first cell."""
        self._edges[level][0] = twips

    def add_edge(self, level: int, twips: int) -> None:
        """Take the right edge of the row's next cell."""
        self._edges[level].append(twips)

    def end_paragraph(self, ended: int, level: int) -> None:
        """Let a paragraph of that level be over; deeper tables are, too, and at level 0 all."""
        self._close(level)
        for deeper in range(level + 1, DEEPEST + 2):
            self._first[deeper] = ended

    def end_cell(self, ended: int, level: int) -> None:
        """Let a cell end behind the paragraphs that have ended."""
        self._close(level)
        while len(self._open) < level:
            self._open.append(_OpenTable(self._count))
            self._count += 1
        self._open[level - 1].in_row.append((self._first[level], ended))
        for deeper in range(level, DEEPEST + 2):
            self._first[deeper] = ended

    def end_row(self, ended: int, level: int) -> None:
        """Let a row end; its cells take the columns that the edges say, or count where they say too little."""
        self._close(level)
        if len(self._open) < level:
            return
        table = self._open[level - 1]
        lefts = self._edges[level]
        is_told = len(lefts) > len(table.in_row)
        for number, (first, last) in enumerate(table.in_row):
            table.cells.append(_Cell(table.row, lefts[number] if is_told else number * 2 * _SAME_EDGE, first, last))
        table.row += 1
        table.in_row = []
        self._first[level] = ended

    def close(self) -> None:
        """Let all tables be over."""
        self._close(0)

    def _close(self, level: int) -> None:
        while len(self._open) > level:
            table = self._open.pop()
            columns = _columns(sorted(cell.edge for cell in table.cells))
            for cell in table.cells:
                column = bisect_right(columns, cell.edge) - 1
                self.cells.append(CellRange(table.number, cell.row, column, cell.first, cell.last))


def _columns(edges: Sequence[int]) -> list[int]:
    """Return the left edges of columns: edges that are nearly the same are one."""
    return list(_distinct(edges))


def _distinct(edges: Sequence[int]) -> Iterator[int]:
    before: int | None = None
    for edge in edges:
        if before is None or edge - before > _SAME_EDGE:
            before = edge
            yield edge
