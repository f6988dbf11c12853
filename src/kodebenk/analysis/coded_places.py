"""Says which places of a text that were to be coded have been coded."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


def coded_places(places: Iterable[tuple[int, int]], spans: Iterable[tuple[int, int]]) -> tuple[bool, ...]:
    """Return of each place whether it shares words with a passage.

    Ranges are half-open, in code points, and not empty; they may come in any order and overlap.
    """
    ordered = sorted(spans)
    starts = [start for start, _ in ordered]
    reached = [0, *accumulate((end for _, end in ordered), max)]
    return tuple(reached[bisect_left(starts, end)] > start for start, end in places)
