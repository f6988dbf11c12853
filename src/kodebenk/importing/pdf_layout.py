"""Lays a page of a PDF out for reading: lines and tables in their order, running lines apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kodebenk.importing.pdf_columns import Column, Stretch, find_columns, order_columns, top_down
from kodebenk.importing.pdf_grids import find_aligned_tables, find_row_ruled_tables, find_tables_across
from kodebenk.importing.pdf_pages import PdfLine, PdfPage
from kodebenk.importing.pdf_rows import rejoin_rows
from kodebenk.importing.pdf_tables import find_ruled_tables
from kodebenk.importing.printed_table import Item, PrintedTable

_BEFORE_COLUMN = 4.0
"""Points before a column where nothing stands but what runs across."""

_SAME_PLACE = 2.0
"""Points within which columns begin at the same place."""

_MOST_LINES = 5_000
"""Lines of a page in which columns and tables are looked for, in a time that grows with the square of their number."""


@dataclass(frozen=True, slots=True)
class LaidOutPage:
    """A page in reading order.

    Attributes:
        head: the running lines at its top, as they are printed.
        flow: lines and tables, each with its column ("" for the full width, see `Stretch`).
        foot: the running lines at its bottom.
    """

    head: tuple[PdfLine, ...]
    flow: tuple[tuple[str, Item], ...]
    foot: tuple[PdfLine, ...]


def lay_out(pages: Sequence[PdfPage], running: Sequence[frozenset[int]], size: float) -> list[LaidOutPage]:
    """Return pages in reading order.

    `running` are the indexes of each page's running lines, `size` is that of the body's type. Columns that the file
    has on some pages are looked for on all.
    """
    parts: list[_Parts] = []
    for page, indexes in zip(pages, running, strict=True):
        parts.append(_part(page, indexes, _lowest_table(parts[-1].items) if parts else None))
    columns = _distinct(column for part in parts if not part.is_map for column in find_columns(part.items, size))
    laid_out: list[LaidOutPage] = []
    for page, part in zip(pages, parts, strict=True):
        if part.is_map:
            laid_out.append(LaidOutPage(part.head, tuple(("", item) for item in top_down(part.items)), part.foot))
            continue
        last = laid_out[-1].flow[-1][1] if laid_out and laid_out[-1].flow else None
        before = last if isinstance(last, PrintedTable) else None
        items = _with_tables_across(page, part.items, columns) if columns else part.items
        laid_out.append(_arrange(page, part, order_columns(items, size, columns), before))
    return laid_out


@dataclass(frozen=True, slots=True)
class _Parts:
    """What stands on a page, the tables with drawn borders found."""

    head: tuple[PdfLine, ...]
    items: tuple[Item, ...]
    foot: tuple[PdfLine, ...]

    @property
    def is_map(self) -> bool:
        """Whether it is a map or another drawing, whose names stand in no columns."""
        return len(self.items) > _MOST_LINES


def _part(page: PdfPage, running: frozenset[int], before: PrintedTable | None) -> _Parts:
    edges = [page.lines[index] for index in sorted(running)]
    head = top_down(line for line in edges if line.y0 > page.height / 2)
    foot = top_down(line for line in edges if line.y0 <= page.height / 2)
    lines = [line for index, line in enumerate(page.lines) if index not in running]
    if len(lines) > _MOST_LINES:
        return _Parts(tuple(head), tuple(lines), tuple(foot))
    tables, rest = find_ruled_tables(lines, page.rules, before)
    ladders, rest = find_row_ruled_tables(rest, page.rules)
    return _Parts(tuple(head), (*rest, *tables, *ladders), tuple(foot))


def _with_tables_across(page: PdfPage, items: Sequence[Item], columns: Sequence[Column]) -> list[Item]:
    lines = [item for item in items if isinstance(item, PdfLine)]
    tables, rest = find_tables_across(lines, page.rules, [column.place - _BEFORE_COLUMN for column in columns])
    return [*rest, *tables, *(item for item in items if isinstance(item, PrintedTable))]


def _distinct(columns: Iterable[Column]) -> list[Column]:
    found: list[Column] = []
    for column in sorted(columns):
        if not found or column.place - found[-1].place > _SAME_PLACE:
            found.append(column)
    return found


def _lowest_table(items: Sequence[Item]) -> PrintedTable | None:
    tables = [item for item in items if isinstance(item, PrintedTable)]
    return min(tables, key=lambda table: table.y0, default=None)


def _arrange(page: PdfPage, parts: _Parts, stretches: Sequence[Stretch], before: PrintedTable | None) -> LaidOutPage:
    flow: list[tuple[str, Item]] = []
    for stretch in stretches:
        items = list(_read_stretch(stretch.items, page, None if flow else before))
        flow.extend((stretch.column, item) for item in items)
    return LaidOutPage(parts.head, tuple(flow), parts.foot)


def _read_stretch(items: Sequence[Item], page: PdfPage, before: PrintedTable | None) -> Iterator[Item]:
    lines: list[PdfLine] = []
    for item in items:
        if isinstance(item, PrintedTable):
            yield from _read_lines(lines, page, before)
            yield item
            lines, before = [], None
        else:
            lines.append(item)
    yield from _read_lines(lines, page, before)


def _read_lines(lines: Sequence[PdfLine], page: PdfPage, before: PrintedTable | None) -> Iterator[Item]:
    waiting: list[PdfLine] = []
    for item in find_aligned_tables(lines, page.rules, before):
        if isinstance(item, PrintedTable):
            yield from rejoin_rows(waiting)
            yield item
            waiting = []
        else:
            waiting.append(item)
    yield from rejoin_rows(waiting)
