"""Lays out the fields of a table in rows and columns where their order says so surely."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

FIELD_GAP = re.compile(r"\t[^\S\n]*|[^\S\n]{2,}\t?[^\S\n]*")
LONGEST_FIELD = 40
_NUMBER = re.compile(r"[(<>≤≥~±+−–-]?\s?\d[\d\s.,]*(?:\s?(?:%|\)|kr|pst\.?|prosent))?|\d+\s?[/–-]\s?\d+", re.IGNORECASE)
_ANSWER = re.compile(r"ja|nei|nøytral|vet ikke|yes|no|[x–—-]", re.IGNORECASE)
_HEAD_END = re.compile(r"(?<=[.?!:])\s+(?=[A-ZÆØÅ])")


@dataclass(frozen=True, slots=True)
class LinePart:
    """Words of one printed line; `index` is that of the line."""

    index: int
    text: str


@dataclass(frozen=True, slots=True)
class PrintCell:
    """A cell and the lines that it is made of."""

    row: int
    column: int
    parts: tuple[LinePart, ...]


Token = tuple[LinePart, ...]


def is_number(text: str) -> bool:
    """Tell whether a field holds a number or a share."""
    return len(text) <= LONGEST_FIELD and _NUMBER.fullmatch(text) is not None


def is_value(text: str) -> bool:
    """Tell whether a field holds a number, a share, or an answer such as Ja and Nei."""
    return is_number(text) or _ANSWER.fullmatch(text) is not None


def lay_grid(lines: Iterable[LinePart]) -> list[PrintCell]:
    """Return the cells of a table that stand one per line, row by row; empty where their order is not sure.

    Answers are labels of rows in a table of numbers, and values in a table without.
    """
    tokens = list(_joined_words(lines))
    for is_cell in (is_number, is_value):
        found = _lay_rows(tokens, is_cell) or _lay_columns(tokens, is_cell)
        if found:
            return found
    return []


def lay_head(lines: Sequence[LinePart], columns: int) -> list[PrintCell]:
    """Return the cells of the row of headings: one per column, or per column behind the labels.

    A heading begins with a capital at a line's start, behind a wide gap or behind a finished sentence. What cannot be
    divided so is one cell.
    """
    heads: list[list[LinePart]] = []
    for line in lines:
        for field in FIELD_GAP.split(line.text):
            for number, text in enumerate(_HEAD_END.split(field)):
                if not heads or number or not text[:1].islower():
                    heads.append([])
                heads[-1].append(LinePart(line.index, text))
    if not heads:
        return []
    if len(heads) not in (columns, columns - 1):
        heads = [[LinePart(line.index, line.text) for line in lines]]
        return [PrintCell(0, 0, tuple(heads[0]))]
    shift = columns - len(heads)
    return [PrintCell(0, column + shift, tuple(parts)) for column, parts in enumerate(heads)]


def _joined_words(lines: Iterable[LinePart]) -> Iterator[tuple[LinePart, ...]]:
    """Yield what stands one per line, a line that goes on in small letters together with the one before."""
    open_cell: list[LinePart] = []
    for line in lines:
        goes_on = open_cell and line.text[0].islower() and not is_value(line.text) and not is_value(open_cell[-1].text)
        if open_cell and not goes_on:
            yield tuple(open_cell)
            open_cell = []
        open_cell.append(line)
    if open_cell:
        yield tuple(open_cell)


def _lay_rows(tokens: Sequence[Token], is_cell: Callable[[str], bool]) -> list[PrintCell]:
    """Return the cells where they stand row by row: headings, then a label and as many values in every row.

    Empty where the tokens do not say so surely.
    """
    runs = _runs_of_values(tokens, is_cell)
    if len(runs) < 2 or len({length for _, length in runs}) != 1:
        return []
    first, length = runs[0]
    starts = [start for start, _ in runs]
    if any(start - before != length + 1 for before, start in pairwise(starts)):
        return []
    heads = first - 1
    if heads not in (0, length, length + 1):
        return []
    shift = length + 1 - heads
    cells = [PrintCell(0, column + shift, token) for column, token in enumerate(tokens[:heads])]
    below = 1 if heads else 0
    for row, start in enumerate(starts):
        row_tokens = tokens[start - 1 : start + length]
        cells += [PrintCell(row + below, column, token) for column, token in enumerate(row_tokens)]
    return cells


def _lay_columns(tokens: Sequence[Token], is_cell: Callable[[str], bool]) -> list[PrintCell]:
    """Return the cells of two columns that stand one after the other, labels and as many values, each with a heading.

    More columns read as rows, with the same value where a label and a heading cross.
    """
    runs = _runs_of_values(tokens, is_cell)
    if len(runs) != 1 or runs[0][1] < 2:
        return []
    first, rows = runs[0]
    heads = first - rows
    if heads not in (0, 1, 2):
        return []
    corner = tokens[: heads - 1] if heads else ()
    cells = [PrintCell(0, 0, token) for token in corner]
    cells += [PrintCell(0, 1, token) for token in tokens[first - 1 : first] if heads]
    below = 1 if heads else 0
    labels = tokens[len(corner) : len(corner) + rows]
    for row, pair in enumerate(zip(labels, tokens[first : first + rows], strict=True)):
        cells += [PrintCell(row + below, column, token) for column, token in enumerate(pair)]
    return cells


def _runs_of_values(tokens: Sequence[Token], is_cell: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Return start and length of every row of values among the tokens."""
    runs = []
    position = 0
    for values, group in groupby(tokens, key=lambda token: len(token) == 1 and is_cell(token[0].text)):
        length = sum(1 for _ in group)
        if values:
            runs.append((position, length))
        position += length
    return runs
