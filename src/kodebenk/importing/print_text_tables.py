"""Finds tables in a text made from print: rows set with wide gaps, and cells that stand one per line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kodebenk.importing.print_text_grids import (
    FIELD_GAP,
    LONGEST_FIELD,
    LinePart,
    PrintCell,
    is_value,
    lay_grid,
    lay_head,
)
from kodebenk.importing.print_text_lines import SENTENCE_END, TABLE_CAPTION, PrintLine, PrintShape

_HAS_GAP = re.compile(r"\S(?:\t|[^\S\n]{2,})[^\S\n]*\S")
_WIDE_GAP = re.compile(r"\t|[^\S\n]{3,}")
_MOST_HEAD_LINES = 16
_MOST_CAPTION_LINES = 5
_MOST_CELLS = 400
_SHORT = 0.7
_FEWEST_ROWS = 3
_FEWEST_COLUMNS = 3
"""In a table of words without a caption; two columns of words may be anything."""


@dataclass(frozen=True, slots=True)
class PrintTable:
    """A table: the indexes of its lines, without its caption, and its cells row by row."""

    lines: tuple[int, ...]
    cells: tuple[PrintCell, ...]


def find_tables(
    lines: Sequence[PrintLine], kept: Sequence[int], shape: PrintShape, fresh: frozenset[int]
) -> list[PrintTable]:
    """Return the tables that can be laid out in rows and columns for sure, in reading order.

    A row has fields apart by tabs or wide gaps; two such rows under a caption (`Tabell 4-1 …`), or three with nothing
    but values behind their labels, are a table. Under a caption cells may also stand one per line, row by row or
    column by column, where words and values alternate as in a grid.

    Args:
        lines: the printed lines.
        kept: those that are neither running lines nor notes.
        shape: how the text was printed.
        fresh: lines that begin a page.
    """
    finder = _TableFinder(lines, kept, shape, fresh)
    tables = list(finder.aligned())
    taken = {index for table in tables for index in table.lines}
    tables += [table for table in finder.displaced() if taken.isdisjoint(table.lines)]
    return sorted(tables, key=lambda table: table.lines)


class _TableFinder:
    def __init__(
        self, lines: Sequence[PrintLine], kept: Sequence[int], shape: PrintShape, fresh: frozenset[int]
    ) -> None:
        self._lines = lines
        self._kept = kept
        self._shape = shape
        self._fresh = fresh
        self._captions = {position: self._caption_end(position) for position in self._caption_starts()}
        self._below_captions = frozenset(self._captions.values())

    def aligned(self) -> Iterator[PrintTable]:
        rows = {position: self._fields(position) for position in range(len(self._kept))}
        count = {position: len(fields) for position, fields in rows.items() if self._is_row(position, fields)}
        for run in self._runs(count):
            head = self._head_start(run[0])
            values = all(is_value(field) for position in run for field in rows[position][1:])
            has_caption = head in self._below_captions
            is_sure = values or count[run[0]] >= _FEWEST_COLUMNS
            if len(run) > 1 if has_caption else len(run) >= _FEWEST_ROWS and is_sure:
                yield self._aligned_table(head if has_caption else run[0], run, rows)

    def displaced(self) -> Iterator[PrintTable]:
        for first in self._captions.values():
            cells = [LinePart(self._kept[position], self._text(position)) for position in self._short_lines(first)]
            grid = lay_grid(cells)
            if grid:
                last = max(part.index for cell in grid for part in cell.parts)
                yield PrintTable(tuple(self._kept[first : self._kept.index(last, first) + 1]), tuple(grid))

    def _caption_starts(self) -> Iterator[int]:
        for position, index in enumerate(self._kept):
            line = self._lines[index]
            before = self._lines[self._kept[position - 1]].text if position else "."
            is_fresh = index in self._fresh or line.gap > self._shape.spacing or SENTENCE_END.search(before)
            if line.text[0] in "TtFf" and TABLE_CAPTION.match(line.text) and is_fresh:
                yield position

    def _caption_end(self, position: int) -> int:
        end = position + 1
        last = min(len(self._kept), position + _MOST_CAPTION_LINES)
        while end < last and self._text(end)[0].islower() and not SENTENCE_END.search(self._text(end - 1)):
            end += 1
        return end

    def _text(self, position: int) -> str:
        return self._lines[self._kept[position]].text

    def _fields(self, position: int) -> tuple[str, ...]:
        text = self._text(position)
        return tuple(FIELD_GAP.split(text)) if _HAS_GAP.search(text) else (text,)

    def _is_row(self, position: int, fields: Sequence[str]) -> bool:
        if len(fields) < 2 or any(len(field) > LONGEST_FIELD for field in fields[1:]):
            return False
        return all(map(is_value, fields[1:])) or len(_WIDE_GAP.findall(self._text(position))) == len(fields) - 1

    def _runs(self, count: dict[int, int]) -> Iterator[list[int]]:
        """Yield rows directly below each other that have the same number of fields."""
        run: list[int] = []
        for position in sorted(count):
            line = self._lines[self._kept[position]]
            follows = run and position == run[-1] + 1 and count[position] == count[run[-1]]
            if not follows or line.gap > self._shape.spacing + 1:
                if run:
                    yield run
                run = []
            run.append(position)
        if run:
            yield run

    def _head_start(self, first_row: int) -> int:
        """Return the end of the caption above a row, with nothing but short lines between; else the row itself."""
        for position in range(first_row, max(-1, first_row - _MOST_HEAD_LINES), -1):
            if position in self._below_captions:
                return position
            if position and len(self._text(position - 1)) > _SHORT * self._shape.width:
                break
        return first_row

    def _aligned_table(self, first: int, run: Sequence[int], rows: dict[int, tuple[str, ...]]) -> PrintTable:
        columns = len(rows[run[0]])
        head = lay_head([LinePart(self._kept[place], self._text(place)) for place in range(first, run[0])], columns)
        below = 1 if head else 0
        body = (
            PrintCell(row + below, column, (LinePart(self._kept[position], field),))
            for row, position in enumerate(run)
            for column, field in enumerate(rows[position])
        )
        return PrintTable(tuple(self._kept[first : run[-1] + 1]), (*head, *body))

    def _short_lines(self, first: int) -> Iterator[int]:
        for position in range(first, min(first + _MOST_CELLS, len(self._kept))):
            text = self._text(position)
            if position in self._captions or (len(text) > _SHORT * self._shape.width and not is_value(text)):
                return
            yield position
