"""Tables as they are printed: which lines stand in which cell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kodebenk.importing.pdf_pages import PdfLine

Span = tuple[float, float]
"""Where something begins and ends on a line, in points."""


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell with words; rows and columns count from 0. Lines stand from top to bottom."""

    row: int
    column: int
    lines: tuple[PdfLine, ...]


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """A table and its place on the page, in points; cells stand row by row.

    Attributes:
        columns: left and right end of each column.
    """

    x0: float
    y0: float
    x1: float
    y1: float
    cells: tuple[PrintedCell, ...]
    columns: tuple[Span, ...]


Item = PdfLine | PrintedTable
"""What stands on a page."""


def have_same_columns(columns: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether the columns of two tables stand below each other."""
    return len(columns) == len(others) and all(
        start < other_end and other_start < end
        for (start, end), (other_start, other_end) in zip(columns, others, strict=True)
    )


def have_like_columns(columns: Sequence[Span], others: Sequence[Span]) -> bool:
    """Tell whether the columns of two tables are the same wherever the tables stand, in two columns of text say."""
    return have_same_columns(_from_left(columns), _from_left(others))


def _from_left(columns: Sequence[Span]) -> list[Span]:
    return [(start - columns[0][0], end - columns[0][0]) for start, end in columns]


def split_at(line: PdfLine, gap: tuple[int, float, float]) -> tuple[PdfLine, PdfLine]:
    """Return the two parts of a line on either side of one of its gaps."""
    index, end, start = gap
    left = replace(line, text=line.text[:index].rstrip(), x1=end, gaps=tuple(g for g in line.gaps if g[0] < index))
    behind = tuple((i - index, x0, x1) for i, x0, x1 in line.gaps if i > index)
    return left, replace(line, text=line.text[index:], x0=start, gaps=behind)


def split_line(line: PdfLine, narrowest: float) -> list[PdfLine]:
    """Return the parts of a line between all its gaps of at least this width, from left to right."""
    parts = [line]
    for index, end, start in line.gaps:
        if start - end >= narrowest:
            taken = len(line.text) - len(parts[-1].text)
            parts[-1:] = split_at(parts[-1], (index - taken, end, start))
    return parts
