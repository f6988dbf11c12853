"""Converts between code points of the frozen text and UTF-16 units of the displayed text.

Nothing else in the program knows UTF-16. The displayed text lacks hidden ranges of the frozen text and has
inserted paragraph breaks that the frozen text lacks; what both have in common are the kept runs.
"""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import Enum, auto
from typing import TypeAlias

from PySide6.QtCore import QTextBoundaryFinder

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_NATIVE = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"
_FIRST_HALVES = range(0xD800, 0xDC00)
_SECOND_HALVES = range(0xDC00, 0xE000)

Units: TypeAlias = "array[int]"
"""A text as Qt counts it: one number for each UTF-16 unit."""


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


def units_of(text: str) -> Units:
    """Return the UTF-16 units of a text."""
    return array("H", text.encode(_NATIVE, "surrogatepass"))


def text_of_units(units: Units) -> str:
    """Return the text of UTF-16 units that begin and end between characters."""
    return units.tobytes().decode(_NATIVE, "surrogatepass")


def common_ends(one: Units, other: Units) -> tuple[int, int]:
    """Return how many units are the same at the beginning and, beyond those, at the end; no character is divided."""
    shortest = min(len(one), len(other))
    head = 0
    while head < shortest and one[head] == other[head]:
        head += 1
    if head and one[head - 1] in _FIRST_HALVES:
        head -= 1
    tail = 0
    while tail < shortest - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    if tail and one[-tail] in _SECOND_HALVES:
        tail -= 1
    return head, tail


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
