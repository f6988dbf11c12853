"""Finds tables by the lines that are drawn around their cells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass

from kodebenk.importing.pdf_columns import top_down
from kodebenk.importing.pdf_pages import PdfLine
from kodebenk.importing.printed_table import PrintedCell, PrintedTable, have_like_columns, split_at

Rule = tuple[float, float, float, float]
_Segment = tuple[float, float, float]
"""A drawn line as its place on the other axis, its start and its end."""

_NEAR = 3.0
"""Points within which drawn lines meet or are the same."""

_SHORTEST = 5.0
_COVERED = 0.6
"""Share of a cell's side that must be drawn for it to be one."""

_NARROWEST = 6.0
"""Points between lines that have a row or column between them."""

_MOST_CELLS = 20_000
_MOST_MEETINGS = 200_000
"""Pairs of lines that are looked at; a page with more is a drawing."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """Drawn lines that hang together: columns from left to right, rows from top to bottom, and the lines themselves."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    across: tuple[_Segment, ...]
    upright: tuple[_Segment, ...]


def find_ruled_tables(
    lines: Sequence[PdfLine], rules: Sequence[Rule], before: PrintedTable | None = None
) -> tuple[list[PrintedTable], list[PdfLine]]:
    """Return the tables of a page whose cells have drawn borders, and the lines that stand in none of them.

    A table has at least two columns and two rows with words; one row is enough where another table has the same
    columns, on the page or as the last one of the page `before`. A cell that spans others has the place of its first.
    """
    rest = list(lines)
    found = []
    for grid in _grids(rules):
        inside = [line for line in rest if _is_inside(line, grid)]
        table = _read_grid(grid, inside) if inside else None
        if table:
            found.append((table, set(map(id, inside))))
            rest = [line for line in rest if id(line) not in found[-1][1]]
    sure = [table for table, _ in found if table.cells[-1].row]
    known = [*sure, before] if before else sure
    kept = [table for table, _ in found if table.cells[-1].row or _is_like(table, known)]
    taken = {line for table, inside in found if table in kept for line in inside}
    return kept, [line for line in lines if id(line) not in taken]


def _is_like(table: PrintedTable, known: Iterable[PrintedTable]) -> bool:
    return any(have_like_columns(table.columns, other.columns) for other in known)


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    """Yield every set of touching lines that can hold two columns, the widest first."""
    across = _merge(((y0 + y1) / 2, x0, x1) for x0, y0, x1, y1 in rules if x1 - x0 >= max(_SHORTEST, y1 - y0))
    upright = _merge(((x0 + x1) / 2, y0, y1) for x0, y0, x1, y1 in rules if y1 - y0 >= max(_SHORTEST, x1 - x0))
    grids = []
    if len(across) * len(upright) > _MOST_MEETINGS:
        return
    for flat, tall in _touching(across, upright):
        xs = _places([x for x, _, _ in tall] + [end for _, start, stop in flat for end in (start, stop)])
        ys = _places([y for y, _, _ in flat] + [end for _, start, stop in tall for end in (start, stop)])
        if len(xs) > 2 and len(ys) > 1 and len(xs) * len(ys) <= _MOST_CELLS:
            grids.append(_Grid(xs, ys[::-1], tuple(flat), tuple(tall)))
    yield from sorted(grids, key=lambda grid: grid.xs[0] - grid.xs[-1])


def _merge(segments: Iterable[_Segment]) -> list[_Segment]:
    """Return segments with those that continue each other as one."""
    merged: list[_Segment] = []
    for place, start, end in sorted(segments, key=lambda one: (round(one[0]), one[1])):
        before = merged[-1] if merged else None
        if before and abs(before[0] - place) <= 1.0 and start <= before[2] + _NEAR:
            merged[-1] = (before[0], before[1], max(before[2], end))
        else:
            merged.append((place, start, end))
    return merged


def _touching(
    across: Sequence[_Segment], upright: Sequence[_Segment]
) -> Iterator[tuple[list[_Segment], list[_Segment]]]:
    """Yield the lines in groups that hang together."""
    group = list(range(len(across)))
    meets: dict[int, list[int]] = defaultdict(list)
    for index, (x, low, high) in enumerate(upright):
        for number, (y, start, end) in enumerate(across):
            if start - _NEAR <= x <= end + _NEAR and low - _NEAR <= y <= high + _NEAR:
                meets[index].append(number)
    for numbers in meets.values():
        joined = {_root(group, number) for number in numbers}
        for root in joined:
            group[root] = min(joined)
    for root in sorted({_root(group, number) for number in range(len(across))}):
        flat = [segment for number, segment in enumerate(across) if _root(group, number) == root]
        tall = [upright[index] for index, numbers in meets.items() if _root(group, numbers[0]) == root]
        yield flat, tall


def _root(group: list[int], number: int) -> int:
    while group[number] != number:
        group[number] = group[group[number]]
        number = group[number]
    return number


def _places(values: Iterable[float]) -> tuple[float, ...]:
    """Return places from low to high, those that are near each other once."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return tuple(found)


def _is_inside(line: PdfLine, grid: _Grid) -> bool:
    x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
    return grid.xs[0] - _NEAR < x < grid.xs[-1] + _NEAR and grid.ys[-1] - _NEAR < y < grid.ys[0] + _NEAR


def _read_grid(grid: _Grid, lines: Sequence[PdfLine]) -> PrintedTable | None:
    corner = _corners(grid)
    found: dict[tuple[int, int], list[PdfLine]] = defaultdict(list)
    for line in lines:
        for part in _parts(line, grid):
            found[corner[_row_of(grid, part), _column_of(grid, part)]].append(part)
    if len({column for _, column in found}) < 2 or _is_frame(list(found.values())):
        return None
    rows = _numbered(grid.ys, {row for row, _ in found})
    columns = _numbered(grid.xs, {column for _, column in found})
    spans = tuple((grid.xs[column], grid.xs[column + 1]) for column in columns)
    cells = tuple(
        PrintedCell(rows[row], columns[column], tuple(top_down(found[row, column]))) for row, column in sorted(found)
    )
    return PrintedTable(grid.xs[0], grid.ys[-1], grid.xs[-1], grid.ys[0], cells, spans)


def _numbered(places: Sequence[float], filled: Set[int]) -> dict[int, int]:
    """Return the number of each row or column by its index in the grid, without those between double lines."""
    wide = (i for i in range(len(places) - 1) if i in filled or abs(places[i] - places[i + 1]) > _NARROWEST)
    return {index: number for number, index in enumerate(wide)}


def _is_frame(cells: Sequence[Sequence[PdfLine]]) -> bool:
    """Tell whether lines are drawn around a page's text rather than around the cells of a table."""
    total = sum(map(len, cells))
    return total > 25 and max(map(len, cells)) > 0.7 * total


def _corners(grid: _Grid) -> dict[tuple[int, int], tuple[int, int]]:
    """Return for every field of the grid the first field of its cell: fields without a line between are one."""
    corner: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(len(grid.ys) - 1):
        for column in range(len(grid.xs) - 1):
            found = (row, column)
            if column and not _has_left_side(grid, row, column):
                found = corner[row, column - 1]
            elif row and not _has_top_side(grid, row, column):
                found = corner[row - 1, column]
            corner[row, column] = found
    return corner


def _has_left_side(grid: _Grid, row: int, column: int) -> bool:
    return _is_drawn(grid.upright, grid.xs[column], grid.ys[row + 1], grid.ys[row])


def _has_top_side(grid: _Grid, row: int, column: int) -> bool:
    return _is_drawn(grid.across, grid.ys[row], grid.xs[column], grid.xs[column + 1])


def _is_drawn(segments: Sequence[_Segment], place: float, start: float, end: float) -> bool:
    covered = sum(max(0.0, min(end, to) - max(start, since)) for at, since, to in segments if abs(at - place) <= _NEAR)
    return covered >= _COVERED * (end - start)


def _parts(line: PdfLine, grid: _Grid) -> list[PdfLine]:
    """Return a line in parts where drawn lines pass through its gaps."""
    parts = [line]
    for x, low, high in sorted(grid.upright):
        last = parts[-1]
        crossing = [gap for gap in last.gaps if gap[1] - _NEAR < x < gap[2] + _NEAR]
        if crossing and low < (line.y0 + line.y1) / 2 < high:
            parts[-1:] = split_at(last, crossing[0])
    return parts


def _row_of(grid: _Grid, line: PdfLine) -> int:
    middle = (line.y0 + line.y1) / 2
    row = sum(y > middle for y in grid.ys) - 1
    return min(max(row, 0), len(grid.ys) - 2)


def _column_of(grid: _Grid, line: PdfLine) -> int:
    column = bisect_right(grid.xs, (line.x0 + line.x1) / 2) - 1
    return min(max(column, 0), len(grid.xs) - 2)
