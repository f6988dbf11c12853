"""Puts what stands on a page into reading order: columns one after the other, what runs across them between."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple, Protocol, TypeVar

from kodebenk.importing.pdf_pages import PdfLine
from kodebenk.importing.printed_table import Item, PrintedTable, split_at, split_line

_FEWEST_LINES = 4
"""Lines that must begin at one place for a column to begin there."""

_FEWEST_ROWS = 3
"""On each side, before lines across both columns or the end, for columns to be columns there."""

_GUTTER = 0.5
"""Narrowest space between columns, in type sizes."""

_CLEAR = 0.95
"""Space between columns, in type sizes, that does not occur between the words of several justified lines by chance."""

_SAME_SPACE = 0.7
"""Share of the space between columns that a gap inside a line must have to be it."""

_MANY_ROWS = 8
_FEWEST_CHARACTERS = 18
"""On an average line of a column; what is narrower is a label, a list's mark or a cell."""

_TOLERANCE = 2.0
_MOST_RUNS = 6_000
"""Stretches of words on a page; one with more is a drawing."""

_MOST_PLACES = 12
"""Places that are tried, those where most lines begin."""

_MOST_COLUMNS = 4


class Boxed(Protocol):
    """Something with a place on the page, in points from its lower left corner."""

    @property
    def x0(self) -> float: ...
    @property
    def y0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def y1(self) -> float: ...


_Boxed = TypeVar("_Boxed", bound=Boxed)


class Column(NamedTuple):
    """Where a column begins that has another to its left, and the space between them, in points."""

    place: float
    space: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """What stands in one column between two things that run across it.

    Attributes:
        column: "" for the full width, "1" and "2" for two columns, "21" for the first column within the second.
        items: from top to bottom, those of one row from left to right.
    """

    column: str
    items: tuple[Item, ...]


def order_columns(items: Sequence[Item], size: float, known: Sequence[Column] = ()) -> list[Stretch]:
    """Return lines and other things of a page in reading order; `size` is that of the body's type.

    Lines that a reader of the file has joined across two columns are parted again. At the places in `known`, where
    columns begin on other pages of the file, few lines are enough for a column.
    """
    return list(_order(items, size, "", known))


def find_columns(items: Sequence[Item], size: float) -> list[Column]:
    """Return the columns of many lines on a page, but not the first."""
    column = _find_column(items, size, ())
    if column is None:
        return []
    gutter = column.place - _GUTTER * size / 2
    parts = _part(items, gutter, column.space)
    sides = [item for item in parts if item.x1 <= gutter], [item for item in parts if item.x0 >= gutter]
    deeper = [found for side in sides for found in find_columns(side, size)]
    return sorted([column, *deeper]) if min(map(len, sides)) >= _MANY_ROWS else deeper


def top_down(items: Iterable[_Boxed]) -> list[_Boxed]:
    """Return things from top to bottom, those that stand beside each other from left to right."""
    return [item for row in rows_of(items) for item in row]


def rows_of(items: Iterable[_Boxed]) -> Iterator[list[_Boxed]]:
    """Yield what stands beside each other, from top to bottom, each row from left to right."""
    row: list[_Boxed] = []
    for item in sorted(items, key=lambda item: (-(item.y0 + item.y1), item.x0)):
        if row and not _is_beside(row[0], item):
            yield sorted(row, key=lambda piece: piece.x0)
            row = []
        row.append(item)
    if row:
        yield sorted(row, key=lambda piece: piece.x0)


def _is_beside(first: Boxed, other: Boxed) -> bool:
    shared = min(first.y1, other.y1) - max(first.y0, other.y0)
    return shared > 0.5 * min(first.y1 - first.y0, other.y1 - other.y0)


def _order(items: Sequence[Item], size: float, path: str, known: Sequence[Column]) -> Iterator[Stretch]:
    column = _find_column(items, size, known) if len(path) < _MOST_COLUMNS - 1 else None
    if column is None:
        if items:
            yield Stretch(path, tuple(top_down(items)))
        return
    gutter = column.place - _GUTTER * size / 2
    fewest = 1 if any(abs(column.place - other.place) <= _TOLERANCE for other in known) else _FEWEST_ROWS
    waiting: list[Item] = []
    for group in _groups(top_down(_part(items, gutter, column.space)), gutter, size):
        if not _is_parted(group, gutter, fewest):
            waiting.extend(group)
            continue
        if waiting:
            yield Stretch(path, tuple(top_down(waiting)))
            waiting = []
        yield from _order([item for item in group if item.x1 <= gutter], size, path + "1", known)
        yield from _order([item for item in group if item.x1 > gutter], size, path + "2", known)
    if waiting:
        yield Stretch(path, tuple(top_down(waiting)))


def _part(items: Sequence[Item], gutter: float, space: float) -> list[Item]:
    """Return things with lines parted where they have a gap across a gutter as wide as the space between columns."""
    parts: list[Item] = []
    for item in items:
        gaps = item.gaps if isinstance(item, PdfLine) else ()
        wide = [gap for gap in gaps if gap[2] - gap[1] >= _SAME_SPACE * space]
        across = [gap for gap in wide if gap[1] <= gutter + _TOLERANCE and gap[2] >= gutter - _TOLERANCE]
        if isinstance(item, PdfLine) and across:
            parts.extend(split_at(item, max(across, key=lambda gap: gap[2] - gap[1])))
        else:
            parts.append(item)
    return parts


def _find_column(items: Sequence[Item], size: float, known: Sequence[Column]) -> Column | None:
    """Return the column of running text that has another to its left; None where there is none.

    Of several it is the one that parts most lines.
    """
    runs = [run for item in items if isinstance(item, PdfLine) for run in split_line(item, _GUTTER * size)]
    if len(runs) > _MOST_RUNS:
        return None
    unsorted: list[Item] = [*runs, *(item for item in items if not isinstance(item, PdfLine))]
    things = top_down(unsorted)
    best: tuple[int, Column] | None = None
    for place in _starts(runs):
        groups = _parted_groups(things, place, size)
        parted = _count_parted(groups, place, size)
        if parted and (not best or parted > best[0]):
            best = parted, Column(place, place - _right_edge(groups, place))
    if best:
        return best[1]
    return next((column for column in known if _has_lines(things, column.place, size)), None)


def _parted_groups(things: Sequence[Item], place: float, size: float) -> list[list[Item]]:
    """Return what stands on both sides of where a column may begin, with enough rows and space between."""
    gutter = place - _GUTTER * size / 2
    parted = (group for group in _groups(things, gutter, size) if _is_parted(group, gutter, _FEWEST_ROWS))
    return [group for group in parted if _is_clear(group, gutter, size)]


def _count_parted(groups: Sequence[Sequence[Item]], place: float, size: float) -> int:
    """Return how many lines stand beside others on either side of where a column may begin; 0 where it is none."""
    gutter = place - _GUTTER * size / 2
    lines = [[thing for thing in group if isinstance(thing, PdfLine)] for group in groups]
    left = [[run for run in group if run.x1 <= gutter] for group in lines]
    right = [[run for run in group if run.x1 > gutter] for group in lines]
    begins = sum(abs(run.x0 - place) <= _TOLERANCE for group in right for run in group)
    if begins < _FEWEST_LINES or not (_is_running_text(left) and _is_running_text(right)):
        return 0
    return 0 if _are_rows(left, right, size) else sum(min(map(len, sides)) for sides in zip(left, right, strict=True))


def _right_edge(groups: Sequence[Sequence[Item]], place: float) -> float:
    """Return where the lines before a column end, but for a few that are longer by mistake."""
    ends = sorted(item.x1 for group in groups for item in group if item.x1 < place)
    return ends[int(0.95 * (len(ends) - 1))]


def _has_lines(things: Sequence[Item], place: float, size: float) -> bool:
    """Tell whether a column that the file has elsewhere has lines here, beside others to its left."""
    gutter = place - _GUTTER * size / 2
    begins = any(abs(thing.x0 - place) <= _TOLERANCE for thing in things)
    return begins and any(
        _is_parted(group, gutter, 1) and _is_clear(group, gutter, size) for group in _groups(things, gutter, size)
    )


def _starts(runs: Sequence[PdfLine]) -> list[float]:
    """Return the places where at least four lines begin, but not the outermost."""
    ordered = sorted(run.x0 for run in runs)
    counted = [(bisect_right(ordered, place + _TOLERANCE) - index, place) for index, place in enumerate(ordered)]
    found: list[float] = []
    for count, place in sorted(counted, key=lambda one: (-one[0], one[1])):
        if count < _FEWEST_LINES or len(found) == _MOST_PLACES:
            break
        if place > ordered[0] + 4 * _TOLERANCE and all(abs(place - other) > _TOLERANCE for other in found):
            found.append(place)
    return sorted(found)


def _groups(items: Sequence[Item], gutter: float, size: float) -> Iterator[list[Item]]:
    """Yield what stands between things that run across a gutter, and each of those; all stand from top to bottom."""
    group: list[Item] = []
    for item in items:
        if item.x0 < gutter < item.x1:
            yield from _without_tail(group, gutter, size)
            yield [item]
            group = []
        else:
            group.append(item)
    if group:
        yield from _at_headings(group, gutter, size)


def _without_tail(group: Sequence[Item], gutter: float, size: float) -> Iterator[list[Item]]:
    """Yield a group that full width follows, and apart from it the short lines of full width that end it."""
    right = [item.y0 for item in group if item.x1 > gutter]
    left = [item for item in group if item.x1 <= gutter]
    if not right or not left:
        if group:
            yield list(group)
        return
    lowest = min(right)
    cut = next(
        (
            index
            for index in range(1, len(left))
            if left[index].y1 < lowest and left[index - 1].y0 - left[index].y1 > 0.7 * size
        ),
        len(left),
    )
    tail = {id(item) for item in left[cut:]}
    yield from _at_headings([item for item in group if id(item) not in tail], gutter, size)
    if tail:
        yield list(left[cut:])


def _at_headings(group: Sequence[Item], gutter: float, size: float) -> Iterator[list[Item]]:
    """Yield a group in parts where a short heading stands over both columns."""
    right = [item for item in group if item.x1 > gutter]
    rest = list(group)
    for item in [item for item in group if item.x1 <= gutter]:
        if not (isinstance(item, PdfLine) and (item.is_bold or item.size > 1.15 * size)):
            continue
        above = [other for other in right if other.y0 >= item.y1 - 0.3 * size]
        below = [other for other in right if other.y1 <= item.y0 + 0.3 * size]
        if above and below and len(above) + len(below) == len(right):
            yield [other for other in rest if other.y0 >= item.y1 - 0.3 * size]
            yield [item]
            rest = [other for other in rest if other is not item and other.y0 < item.y1 - 0.3 * size]
    if rest:
        yield rest


def _is_parted(group: Sequence[Item], gutter: float, fewest: int) -> bool:
    """Tell whether several rows, or a table, stand on both sides of a gutter, beside each other."""
    left = [item for item in group if item.x1 <= gutter]
    right = [item for item in group if item.x1 > gutter]
    if not (_has_rows(left, fewest) and _has_rows(right, fewest)):
        return False
    lower_top = min(max(item.y1 for item in left), max(item.y1 for item in right))
    return lower_top > max(min(item.y0 for item in left), min(item.y0 for item in right))


def _is_clear(group: Sequence[Item], gutter: float, size: float) -> bool:
    """Tell whether the space between the columns is wide, or goes down so far that it is not there by chance."""
    space = _space(group, gutter)
    rows = sum(item.x1 <= gutter for item in group)
    return space >= _CLEAR * size or (space >= _GUTTER * size and rows >= _MANY_ROWS)


def _space(group: Sequence[Item], gutter: float) -> float:
    return min(item.x0 for item in group if item.x1 > gutter) - max(item.x1 for item in group if item.x1 <= gutter)


def _has_rows(items: Sequence[Item], fewest: int) -> bool:
    is_table = any(isinstance(item, PrintedTable) for item in items)
    return is_table or (len(items) >= fewest and sum(1 for _ in rows_of(items)) >= fewest)


def _is_running_text(groups: Sequence[Sequence[PdfLine]]) -> bool:
    """Tell whether the lines of a column are long, fill it, and run on from line to line."""
    rows = [row for group in groups for row in rows_of(group)]
    if len(rows) < _FEWEST_LINES:
        return False
    texts = [" ".join(piece.text.strip() for piece in row) for row in rows]
    characters = sum(map(len, texts)) / len(texts)
    widest = max(row[-1].x1 for row in rows) - min(row[0].x0 for row in rows)
    fill = median(row[-1].x1 - row[0].x0 for row in rows) / max(1.0, widest)
    runs_on = sum(text[:1].islower() for text in texts) / len(texts)
    if characters < _FEWEST_CHARACTERS:
        return False
    return (runs_on >= 0.35 and fill >= 0.3) or (fill >= 0.8 and characters >= 30)


def _are_rows(left: Sequence[Sequence[PdfLine]], right: Sequence[Sequence[PdfLine]], size: float) -> bool:
    """Tell whether what follows an empty band begins at the same height on both sides, as the rows of a table do."""
    one, other = _band_ends(left, size), _band_ends(right, size)
    if min(len(one), len(other)) < 2:
        return False
    shared = sum(any(abs(y - z) <= 0.3 * size for z in other) for y in one)
    return shared >= 0.8 * max(len(one), len(other))


def _band_ends(groups: Sequence[Sequence[PdfLine]], size: float) -> list[float]:
    ends: list[float] = []
    for group in groups:
        ordered = top_down(group)
        distances = [before.y1 - after.y1 for before, after in pairwise(ordered)]
        usual = min([distance for distance in distances if distance > 0.5 * size], default=0.0)
        ends.extend(
            after.y1 for distance, after in zip(distances, ordered[1:], strict=True) if distance > 1.25 * usual > 0
        )
    return ends
