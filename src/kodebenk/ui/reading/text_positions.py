"""Converts between code points of the frozen text and UTF-16 units of the displayed text.

Nothing else in the program knows UTF-16. The displayed text lacks hidden ranges of the frozen text and has
inserted paragraph breaks that the frozen text lacks; what both have in common are the kept runs.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QTextBoundaryFinder

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Side(Enum):
    """Which end of a passage a position is: it decides where hidden text and inserted breaks belong."""

    START = auto()
    END = auto()


class TextPositions:
    """Position tables of one displayed text; every question costs a bisection.

    Args:
        runs: Kept ranges `(start, end)` of the frozen text in code points, sorted, at least one.
        inserted: For every run, how many characters of the displayed text stand before it that the frozen text lacks.
        shown: The displayed text.
    """

    def __init__(self, runs: Sequence[tuple[int, int]], inserted: Sequence[int], shown: str) -> None:
        self._text_starts = [start for start, _ in runs]
        self._text_ends = [end for _, end in runs]
        self._shown_starts: list[int] = []
        reached = 0
        for (start, end), extra in zip(runs, inserted, strict=True):
            self._shown_starts.append(reached + extra)
            reached += extra + end - start
        self._astral = find_astral(shown)
        self._astral_units = [place + index for index, place in enumerate(self._astral)]
        self.length = len(shown) + len(self._astral)
        """UTF-16 units of the displayed text."""

    def to_display(self, position: int, side: Side = Side.START) -> int:
        """Return the UTF-16 position of a code point of the frozen text.

        A start inside a hidden range moves to the first shown character after it, an end to the last one before.
        """
        return self._to_units(self._to_shown(position, side))

    def to_text(self, units: int, side: Side = Side.START) -> int:
        """Return the code point of the frozen text at a UTF-16 position of the displayed text.

        Inside a surrogate pair a start moves before the character, an end behind it.
        """
        return self._to_frozen(self._to_code_point(units, side), side)

    def _to_shown(self, position: int, side: Side) -> int:
        if side is Side.START:
            run = bisect_right(self._text_starts, position) - 1
            if run < 0:
                return self._shown_starts[0]
            if position > self._text_ends[run] and run + 1 < len(self._text_starts):
                return self._shown_starts[run + 1]
        else:
            run = bisect_left(self._text_starts, position) - 1
            if run < 0:
                return 0
        return self._shown_starts[run] + min(position, self._text_ends[run]) - self._text_starts[run]

    def _to_frozen(self, shown: int, side: Side) -> int:
        if side is Side.START:
            run = bisect_right(self._shown_starts, shown) - 1
            if run < 0:
                return self._text_starts[0]
        else:
            run = bisect_left(self._shown_starts, shown) - 1
            if run < 0:
                return 0
        return min(self._text_starts[run] + shown - self._shown_starts[run], self._text_ends[run])

    def _to_units(self, code_point: int) -> int:
        return code_point + bisect_left(self._astral, code_point)

    def _to_code_point(self, units: int, side: Side) -> int:
        before = bisect_left(self._astral_units, units)
        if before and self._astral_units[before - 1] == units - 1:
            return self._astral[before - 1] + (side is Side.END)
        return units - before


def count_units(text: str) -> int:
    """Return the length of a text as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def find_astral(text: str) -> list[int]:
    """Return the code point positions of the characters that take two UTF-16 units."""
    if count_units(text) == len(text):
        return []
    return [match.start() for match in _ASTRAL.finditer(text)]


def snap_to_grapheme(paragraph: str, units: int, side: Side) -> int:
    """Return the nearest place outward at which a cursor can stand.

    Args:
        paragraph: Text in which the position lies.
        units: UTF-16 position in it.
        side: A start moves back, an end moves on.
    """
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, paragraph)
    finder.setPosition(units)
    if finder.isAtBoundary():
        return units
    moved = finder.toPreviousBoundary() if side is Side.START else finder.toNextBoundary()
    return units if moved < 0 else moved
