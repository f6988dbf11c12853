"""What a coding task marks in a text: turns that were drawn, and passages that wait for a code."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kodebenk.ui.reading.text_positions import Side

if TYPE_CHECKING:
    from kodebenk.ui.reading.reading_page import ShownDocument


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A turn or a passage in code points, and whether it has been coded."""

    start: int
    end: int
    is_coded: bool


@dataclass(frozen=True, slots=True)
class TaskMarks:
    """What a coder is to code.

    Attributes:
        turns: of the sample, in order; the rest of the text is dimmed. None for the whole text.
        units: passages without their codes, in order.
    """

    turns: tuple[MarkedPlace, ...] | None = None
    units: tuple[MarkedPlace, ...] = ()

    @property
    def is_empty(self) -> bool:
        return self.turns is None and not self.units


@dataclass(frozen=True, slots=True)
class PlacedUnit:
    """A passage in UTF-16 units of the displayed text."""

    start: int
    end: int
    is_coded: bool


class PlacedMarks:
    """The marks of a task by paragraph of one displayed text."""

    def __init__(self, marks: TaskMarks, document: ShownDocument) -> None:
        self._is_sample = marks.turns is not None
        self._turns = _turns_by_paragraph(marks.turns or (), document.source_starts)
        self._units = _units_by_paragraph(marks.units, document)

    def dims(self, number: int) -> bool:
        """Tell whether a paragraph stands outside of the sample."""
        return self._is_sample and number not in self._turns

    def turn(self, number: int) -> MarkedPlace | None:
        """Return the turn of the sample that a paragraph belongs to."""
        return self._turns.get(number)

    def units(self, number: int) -> Sequence[PlacedUnit]:
        """Return the passages that touch a paragraph."""
        return self._units.get(number, ())


def _turns_by_paragraph(turns: Sequence[MarkedPlace], starts: Sequence[int]) -> dict[int, MarkedPlace]:
    found: dict[int, MarkedPlace] = {}
    for turn in turns:
        first = max(0, bisect_right(starts, turn.start) - 1)
        found.update(dict.fromkeys(range(first, bisect_left(starts, turn.end)), turn))
    return found


def _units_by_paragraph(units: Sequence[MarkedPlace], document: ShownDocument) -> dict[int, list[PlacedUnit]]:
    positions = document.display.positions
    found: dict[int, list[PlacedUnit]] = {}
    for unit in units:
        start = positions.to_display(unit.start, Side.START)
        end = positions.to_display(unit.end, Side.END)
        placed = PlacedUnit(start, end, unit.is_coded)
        first = max(0, bisect_right(document.starts, start) - 1)
        for number in range(first, bisect_left(document.starts, end)):
            found.setdefault(number, []).append(placed)
    return found
