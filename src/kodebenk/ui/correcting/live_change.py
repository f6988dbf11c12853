"""Keeps account of what is typed into a text, so that marks can follow at every key."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import replace

from kodebenk.domain.text_change import Hunk, TextChange
from kodebenk.ui.reading.text_positions import Side, TextPositions, Units, common_ends

Words = Callable[[int, int], Units]
"""Gives the UTF-16 units of a range of a text."""

_LONGEST_COMPARED = 20_000
"""Units up to which the two sides of a hunk are compared after every key."""


class LiveChange:
    """What differs between a text and what somebody makes of it; positions are UTF-16 units.

    Args:
        old: words of the text as it was.
        new: words of the text as it is at the moment of asking.
    """

    def __init__(self, old: Words, new: Words) -> None:
        self._old = old
        self._new = new
        self._hunks: list[Hunk] = []
        self._change: TextChange | None = None

    @property
    def change(self) -> TextChange:
        """Return the difference as it is now."""
        if self._change is None:
            self._change = TextChange(tuple(self._hunks))
        return self._change

    def __len__(self) -> int:
        return len(self._hunks)

    def replace(self, start: int, removed: int, added: int) -> None:
        """Take note that `removed` units at `start` of the new text became `added` others."""
        if removed == added == 0:
            return
        first = bisect_left(self._hunks, start, key=lambda hunk: hunk.new_end)
        last = bisect_right(self._hunks, start + removed, key=lambda hunk: hunk.new_start)
        merged = self._merge(first, last, start, start + removed, added - removed)
        later = [_shifted(hunk, added - removed) for hunk in self._hunks[last:]]
        self._hunks[first:] = [*self._trimmed(merged), *later]
        self._change = None

    def old_range(self, start: int, end: int) -> tuple[int, int]:
        """Return what of the old text may stand in a range of the new one, rather too much than too little."""
        return self._old_edge(start, is_start=True), self._old_edge(end, is_start=False)

    def _old_edge(self, position: int, *, is_start: bool) -> int:
        index = bisect_right(self._hunks, position, key=lambda hunk: hunk.new_start) - 1
        if index < 0:
            return position
        hunk = self._hunks[index]
        if position > hunk.new_end:
            return position - hunk.new_end + hunk.old_end
        return hunk.old_start if is_start else hunk.old_end

    def _merge(self, first: int, last: int, start: int, end: int, grown: int) -> Hunk:
        """Return the hunks from `first` to before `last` and a replaced range of the new text as one."""
        touched = self._hunks[first:last]
        new_start = min(start, touched[0].new_start) if touched else start
        new_end = max(end, touched[-1].new_end) if touched else end
        before = self._hunks[first - 1] if first else Hunk(0, 0, 0, 0)
        behind = touched[-1] if touched else before
        old_start = new_start - before.new_end + before.old_end
        old_end = new_end - behind.new_end + behind.old_end
        return Hunk(old_start, old_end, new_start, new_end + grown)

    def _trimmed(self, hunk: Hunk) -> list[Hunk]:
        """Return the hunk without what is the same at its ends; none where both sides are the same."""
        if max(hunk.old_end - hunk.old_start, hunk.new_end - hunk.new_start) > _LONGEST_COMPARED:
            return [hunk]
        old, new = self._old(hunk.old_start, hunk.old_end), self._new(hunk.new_start, hunk.new_end)
        if old == new:
            return []
        head, tail = common_ends(old, new)
        return [Hunk(hunk.old_start + head, hunk.old_end - tail, hunk.new_start + head, hunk.new_end - tail)]


def hunks_in(change: TextChange, start: int, end: int) -> Sequence[Hunk]:
    """Return the hunks that touch a range of the new text."""
    first = bisect_left(change.hunks, start, key=lambda hunk: hunk.new_end)
    return change.hunks[first : bisect_right(change.hunks, end, key=lambda hunk: hunk.new_start)]


def in_units(change: TextChange, shown: TextPositions) -> TextChange:
    """Return a change with its new side in UTF-16 units of the displayed new text, for what only paints that side."""
    return TextChange(
        tuple(
            replace(
                hunk,
                new_start=shown.to_display(hunk.new_start, Side.START),
                new_end=max(shown.to_display(hunk.new_start, Side.START), shown.to_display(hunk.new_end, Side.END)),
            )
            for hunk in change.hunks
        )
    )


def _shifted(hunk: Hunk, by: int) -> Hunk:
    return Hunk(hunk.old_start, hunk.old_end, hunk.new_start + by, hunk.new_end + by)
