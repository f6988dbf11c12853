"""Shares the width of a table among its row names and its columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameNeed:
    """Widths of the row names in px.

    Attributes:
        wanted: nothing is cut.
        enough: what they have before any column gets more than it needs.
        least: below that a column gives way.
        barest: what they have where no column can give way any more.
    """

    wanted: int
    enough: int
    least: int
    barest: int


@dataclass(frozen=True, slots=True)
class ColumnNeed:
    """Widths of a column in px.

    Attributes:
        width: with room to spare; least: what it cannot do without.
        grows: it takes what is left over.
        yields: which column gives way first, from 1; 0 for one that never does.
    """

    width: int
    least: int
    grows: bool = False
    yields: int = 0


@dataclass(frozen=True, slots=True)
class ColumnFit:
    """What came of it in px: the width of the names, and of each column, None where it gave way."""

    names: int
    columns: tuple[int | None, ...]

    @property
    def total(self) -> int:
        return self.names + sum(width or 0 for width in self.columns)


def fit_columns(room: int, names: NameNeed, columns: Sequence[ColumnNeed]) -> ColumnFit:
    """Return widths for a table of this width.

    Columns give way only where the rest fits then; otherwise all stay and the table is wider than the room.
    """
    shown = _remaining(room, names, columns)
    needed = _needed(shown, columns)
    least = min(names.wanted, max(names.barest, min(names.least, room - needed)))
    spare = room - least - needed
    widths = {at: columns[at].least for at in shown}
    given = _take(spare, min(names.wanted, names.enough) - least)
    spare -= given
    for at in shown:
        more = _take(spare, columns[at].width - columns[at].least)
        widths[at] += more
        spare -= more
    more = _take(spare, names.wanted - least - given)
    growing = [at for at in shown if columns[at].grows]
    for at in growing:
        widths[at] += max(0, spare - more) // len(growing)
    return ColumnFit(least + given + more, tuple(widths.get(at) for at in range(len(columns))))


def _remaining(room: int, names: NameNeed, columns: Sequence[ColumnNeed]) -> list[int]:
    every = list(range(len(columns)))
    shown = every
    for at in sorted((at for at in every if columns[at].yields), key=lambda one: columns[one].yields):
        if _needed(shown, columns) + min(names.wanted, names.least) <= room:
            return shown
        shown = [one for one in shown if one != at]
    return shown if _needed(shown, columns) + min(names.wanted, names.barest) <= room else every


def _needed(shown: Sequence[int], columns: Sequence[ColumnNeed]) -> int:
    return sum(columns[at].least for at in shown)


def _take(spare: int, wanted: int) -> int:
    return max(0, min(spare, wanted))
