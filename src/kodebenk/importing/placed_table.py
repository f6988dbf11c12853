"""Tables of a PDF in their places in the document; one that runs over a page's end is one."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from kodebenk.importing.pdf_typography import PlacedLine
from kodebenk.importing.printed_table import have_like_columns, have_same_columns


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell of a table with its lines from top to bottom; rows and columns count from 0.

    Attributes:
        removed: the heading row that was repeated before it at the top of a page, empty for none.
    """

    row: int
    column: int
    lines: tuple[PlacedLine, ...]
    removed: str = ""


@dataclass(frozen=True, slots=True)
class PlacedTable:
    """A table, its cells row by row; one that runs over a page's end is one.

    Attributes:
        page: the page of its last cell, from 0.
        column: the column of the page that it stands in, see `Stretch`.
        columns: where its own begin and end, in points.
    """

    page: int
    column: str
    cells: tuple[PlacedCell, ...]
    columns: tuple[tuple[float, float], ...]


Element = PlacedLine | PlacedTable


def join_tables(elements: Sequence[Element], notes: Set[int]) -> list[Element]:
    """Return lines and tables, tables that go on at the top of the next page as one, without a repeated first row.

    Notes at the foot of the page may stand between; they are told by their identity.
    """
    joined: list[Element] = []
    parts: list[PlacedTable] = []
    at = 0
    for element in elements:
        if isinstance(element, PlacedTable) and parts and _goes_on(parts[-1], element):
            parts.append(element)
            continue
        if id(element) not in notes:
            joined[at : at + 1] = [_join(parts)] if parts else joined[at : at + 1]
            parts, at = [element] if isinstance(element, PlacedTable) else [], len(joined)
        joined.append(element)
    joined[at : at + 1] = [_join(parts)] if parts else joined[at : at + 1]
    return joined


def _goes_on(before: PlacedTable, table: PlacedTable) -> bool:
    """Tell whether a table goes on with one that ends the page or column before, or stands close below it."""
    if (table.page, table.column) == (before.page, before.column):
        last = max(cell.row for cell in before.cells)
        bottom = min(placed.line.y0 for cell in before.cells if cell.row == last for placed in cell.lines)
        top = max(placed.line.y1 for cell in table.cells for placed in cell.lines)
        is_close = 0 <= bottom - top <= 1.5 * table.cells[0].lines[0].line.size
        return is_close and have_same_columns(table.columns, before.columns)
    is_next = table.page == before.page + 1 or (table.page == before.page and table.column > before.column != "")
    return is_next and have_like_columns(table.columns, before.columns)


def _join(parts: Sequence[PlacedTable]) -> PlacedTable:
    cells = {(cell.row, cell.column): cell for cell in parts[0].cells}
    heading = _row_texts(parts[0], 0)
    last = max(row for row, _ in cells)
    for part in parts[1:]:
        is_repeated = _row_texts(part, 0) == heading
        removed = "\n".join(text for _, text in heading) if is_repeated else ""
        added = [cell for cell in part.cells if cell.row or not is_repeated]
        first = min((cell.row for cell in added), default=0)
        shift = last - first + (0 if _continues_row([cell for cell in added if cell.row == first]) else 1)
        for cell in added:
            place = (cell.row + shift, cell.column)
            before = cells[place].lines if place in cells else ()
            cells[place] = PlacedCell(*place, (*before, *cell.lines), removed)
            removed = ""
        last = max([last, *(cell.row + shift for cell in added)])
    return replace(parts[-1], cells=tuple(cells[place] for place in sorted(cells)))


def _row_texts(table: PlacedTable, row: int) -> list[tuple[int, str]]:
    return [(cell.column, " ".join(line.text for line in cell.lines)) for cell in table.cells if cell.row == row]


def _continues_row(cells: Sequence[PlacedCell]) -> bool:
    """Tell whether a row that begins a page goes on with the last one of the page before."""
    return bool(cells) and all(cell.lines[0].text[:1].islower() for cell in cells)
