"""Replaces parts of a text and says where everything else went."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

Edit = tuple[int, int, str]
"""A range `[start, end)` of a text and what takes its place."""


class Edits:
    """Replacements in one text; they must be sorted and disjoint."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [start for start, _, _ in edits]
        self._shifts = [0]
        for start, end, new in edits:
            self._shifts.append(self._shifts[-1] + len(new) - (end - start))

    def apply(self, text: str) -> str:
        """Return the text with the replacements in it."""
        pieces = []
        position = 0
        for start, end, new in self._edits:
            pieces += [text[position:start], new]
            position = end
        return "".join([*pieces, text[position:]])

    def move(self, position: int) -> int:
        """Return where a position is after the replacements; one inside a replaced part stays within the new one."""
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position
        start, end, new = self._edits[index]
        if position >= end:
            return position + self._shifts[index + 1]
        return start + self._shifts[index] + min(position - start, max(0, len(new) - 1))
