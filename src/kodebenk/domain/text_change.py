"""How one text became another, and where its positions went.

All positions are Unicode code points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property


class Side(Enum):
    """To which side of inserted text a position at the place of the insertion goes."""

    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True, order=True)
class Hunk:
    """`[old_start, old_end)` became `[new_start, new_end)`; one of the two may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int

    def __post_init__(self) -> None:
        if not (0 <= self.old_start <= self.old_end and 0 <= self.new_start <= self.new_end):
            raise ValueError(f"not a hunk: {self}")


@dataclass(frozen=True)
class TextChange:
    """What differs between an old text and a new one; everything outside the hunks is the same in both.

    Attributes:
        hunks: sorted, disjoint, with at least one common character between two of them.
        moves: parts of hunks that were cut out of the old text and stand whole elsewhere in the new one; both sides are
            equally long, and no two overlap on either side.
    """

    hunks: tuple[Hunk, ...] = ()
    moves: tuple[Hunk, ...] = ()

    def position(self, old: int, side: Side = Side.AFTER) -> int:
        """Return where an old position is in the new text.

        A position inside replaced text goes to the beginning (BEFORE) or the end (AFTER) of what replaced it, and so
        does one at which text was inserted. At either end of a hunk that took text away it stays at that end.
        """
        index = bisect_right(self._old_starts, old) - 1
        if index < 0:
            return old
        hunk = self.hunks[index]
        if hunk.old_end < old:
            return old + hunk.new_end - hunk.old_end
        if hunk.old_start < hunk.old_end and old in (hunk.old_start, hunk.old_end):
            return hunk.new_start if old == hunk.old_start else hunk.new_end
        return hunk.new_start if side is Side.BEFORE else hunk.new_end

    def range(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where `[start, end)` is in the new text, or None when nothing of it is left.

        Text inserted inside belongs to it, text inserted at one of its ends does not. Of a replacement that reaches
        over an end nothing belongs to it: only what surely was inside does. A range in a moved part goes along.
        """
        if start >= end:
            return None
        moved = self._move_holding(start, end)
        if moved is not None:
            shift = moved.new_start - moved.old_start
            return start + shift, end + shift
        low, high = self._start_of_range(start), self._end_of_range(end)
        return (low, high) if low < high else None

    def outer_range(self, start: int, end: int) -> tuple[int, int]:
        """Return where `[start, end)` is, together with what was inserted at its ends; it may be empty."""
        moved = self._move_holding(start, end) if start < end else None
        if moved is not None:
            shift = moved.new_start - moved.old_start
            return start + shift, end + shift
        return self.position(start, Side.BEFORE), self.position(end, Side.AFTER)

    def hunk_over(self, start: int, end: int) -> Hunk | None:
        """Return the hunk that replaced all of `[start, end)` and perhaps more, or None."""
        index = bisect_right(self._old_starts, start) - 1
        if index < 0 or self.hunks[index].old_end < end:
            return None
        return self.hunks[index]

    def kept_in(self, start: int, end: int) -> int:
        """Return how many characters of an old range are in the new text."""
        if self._move_holding(start, end) is not None:
            return end - start
        index = bisect_right(self._old_ends, start)
        gone = 0
        while index < len(self.hunks) and self.hunks[index].old_start < end:
            hunk = self.hunks[index]
            gone += min(end, hunk.old_end) - max(start, hunk.old_start)
            index += 1
        return end - start - gone

    def new_in(self, start: int, end: int) -> int:
        """Return how many characters of a range of the new text are none of the old text's, or came from elsewhere."""
        index = max(0, bisect_right(self._new_starts, start) - 1)
        found = 0
        while index < len(self.hunks) and self.hunks[index].new_start < end:
            hunk = self.hunks[index]
            found += max(0, min(end, hunk.new_end) - max(start, hunk.new_start))
            index += 1
        return found

    def old_position(self, new: int) -> int | None:
        """Return the old position of a character of the new text, or None where it is none of the old text's."""
        index = bisect_right(self._new_starts, new) - 1
        if index < 0:
            return new
        hunk = self.hunks[index]
        if new >= hunk.new_end:
            return new - hunk.new_end + hunk.old_end
        moved = next((move for move in self.moves if move.new_start <= new < move.new_end), None)
        return None if moved is None else new - moved.new_start + moved.old_start

    def _start_of_range(self, start: int) -> int:
        index = bisect_right(self._old_starts, start) - 1
        if index < 0:
            return start
        hunk = self.hunks[index]
        if hunk.old_start == start < hunk.old_end:
            return hunk.new_start
        return max(hunk.new_end, start + hunk.new_end - hunk.old_end)

    def _end_of_range(self, end: int) -> int:
        index = bisect_right(self._old_starts, end) - 1
        while index >= 0 and self.hunks[index].old_start == end:
            index -= 1  # it begins where the range ends
        if index < 0:
            return end
        hunk = self.hunks[index]
        return hunk.new_start if end < hunk.old_end else end + hunk.new_end - hunk.old_end

    def _move_holding(self, start: int, end: int) -> Hunk | None:
        index = bisect_right(self._move_starts, start) - 1
        if index < 0 or end > self.moves[index].old_end:
            return None
        return self.moves[index]

    @cached_property
    def _old_starts(self) -> list[int]:
        return [hunk.old_start for hunk in self.hunks]

    @cached_property
    def _old_ends(self) -> list[int]:
        return [hunk.old_end for hunk in self.hunks]

    @cached_property
    def _new_starts(self) -> list[int]:
        return [hunk.new_start for hunk in self.hunks]

    @cached_property
    def _move_starts(self) -> list[int]:
        return [move.old_start for move in self.moves]


def join_hunks(hunks: Iterable[Hunk]) -> tuple[Hunk, ...]:
    """Return sorted hunks with those that touch put together, and without those that hold nothing."""
    joined: list[Hunk] = []
    for hunk in hunks:
        if hunk.old_start == hunk.old_end and hunk.new_start == hunk.new_end:
            continue
        last = joined[-1] if joined else None
        if last is not None and (last.old_end, last.new_end) == (hunk.old_start, hunk.new_start):
            joined[-1] = Hunk(last.old_start, hunk.old_end, last.new_start, hunk.new_end)
        else:
            joined.append(hunk)
    return tuple(joined)
