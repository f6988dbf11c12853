"""What tables of figures are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kodebenk.analysis.agreement.comparison import Interval
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.ui.compare.shown_places import ChosenPlaces

Opener = Callable[[], ChosenPlaces]
"""Finds what a figure rests on; called when the user asks for it."""


@dataclass(frozen=True, slots=True)
class Whisker:
    """A coefficient to be drawn with its interval; nothing is drawn without a value."""

    value: float | None
    low: float | None = None
    high: float | None = None


def whisker_of(one: Coefficient, interval: Interval) -> Whisker:
    return Whisker(one.value, interval.low, interval.high)


@dataclass(frozen=True, slots=True)
class FigureCell:
    """One cell.

    Attributes:
        text: as shown.
        spoken: in words, without the names of row and column.
        opens: what the figure rests on; None where there is nothing.
        order: what the column is sorted by; None stands last.
        whisker: drawn behind the text.
        shade: strength of the ground, 0 to 1.
        framed: the cell gets an outline.
        strong: bolder letters.
        noted: a small mark behind the text tells that there is a remark on the row.
    """

    text: str
    spoken: str
    opens: Opener | None = None
    order: float | None = None
    whisker: Whisker | None = None
    shade: float = 0.0
    framed: bool = False
    strong: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class FigureRow:
    """The head of a row.

    Attributes:
        key: tells the row from others when the table is filled anew.
        name: as shown.
        spoken: name and what else is to be said.
        slot: of the code whose mark stands before the name.
        meta: quieter text at the right of the name.
        remark: stands in the tool tip.
        noted: an icon behind the name tells that there is a remark; where not, a cell does.
        group: name of the theme that begins with this row.
        faint: quieter letters in the whole row.
        ruled: a line stands above it.
        pinned: stays last, in bolder letters.
        opens: what the row as a whole rests on.
    """

    key: str
    name: str
    spoken: str
    slot: int | None = None
    meta: str = ""
    remark: str = ""
    noted: bool = True
    group: str = ""
    faint: bool = False
    ruled: bool = False
    pinned: bool = False
    opens: Opener | None = None


@dataclass(frozen=True, slots=True)
class FigureHead:
    """The head of a column.

    Attributes:
        key: as in `FigureRow`.
        text: short, as shown.
        spoken: in words, as in tool tips.
        width: in px of the design; figures that need more get it.
        slot: of a code whose mark stands above the text.
        begins_group: a line stands before it.
        at_left: texts begin at the left.
        grows: takes room that is left over.
        least: width with which it can do where there is little room; None for `width`.
        yields: which column gives way first where there is too little room, from 1; 0 for one that never does.
        fits: the text of the head is not cut either.
    """

    key: str
    text: str
    spoken: str
    width: int = 52
    slot: int | None = None
    begins_group: bool = False
    at_left: bool = False
    grows: bool = False
    least: int | None = None
    yields: int = 0
    fits: bool = False


@dataclass(frozen=True, slots=True)
class FigureGrid:
    """A table: heads, and for each row a cell for each column. `corner` is the head of the row names."""

    corner: str = ""
    columns: tuple[FigureHead, ...] = ()
    rows: tuple[FigureRow, ...] = ()
    cells: tuple[tuple[FigureCell, ...], ...] = field(default=())
