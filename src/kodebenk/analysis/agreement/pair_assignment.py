"""Pairs the units of two coders at the least cost, where every unit may also stay alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from heapq import heappop, heappush
from math import inf


def assign_pairs(gains: Sequence[Mapping[int, float]]) -> dict[int, int]:
    """Return which right unit each left unit gets, so that the sum of gains is largest; the others stay alone.

    Shortest augmenting paths on the pairs that gain anything (Jonker and Volgenant 1987, Computing 38, 325-340). A
    path ends at the first unit that had better stay alone, so the work stays within units that are near each other.

    Args:
        gains: for each left unit what a pair with a right unit gains, greater than 0.
    """
    assignment = _Assignment(gains)
    for left in range(len(gains)):
        assignment.add(left)
    return {left: right for left, right in enumerate(assignment.right_of) if right is not None}


class _Paths:
    """The shortest ways so far from a left unit to right units, in the sense of Dijkstra 1959."""

    def __init__(self) -> None:
        self.reached: dict[int, int] = {}
        """From which left unit the shortest way comes."""
        self.settled: dict[int, float] = {}
        self._shortest: dict[int, float] = {}
        self._heap: list[tuple[float, int]] = []

    def offer(self, right: int, length: float, left: int) -> None:
        if right not in self.settled and length < self._shortest.get(right, inf):
            self._shortest[right], self.reached[right] = length, left
            heappush(self._heap, (length, right))

    def nearest(self) -> tuple[int | None, float]:
        """Return the nearest right unit that is not settled, and how far it is; None where there is no more."""
        while self._heap:
            length, right = heappop(self._heap)
            if right not in self.settled:
                return right, length
        return None, inf


class _Assignment:
    """A best assignment of the left units added so far, and the prices that prove it."""

    def __init__(self, gains: Sequence[Mapping[int, float]]) -> None:
        self.gains = gains
        self.right_of: list[int | None] = [None] * len(gains)
        self.left_of: dict[int, int] = {}
        self.worth = [max(one.values(), default=0.0) for one in gains]
        """What a left unit gains at most over the prices."""
        self.price: dict[int, float] = {}
        """What a right unit costs, for others want it too."""

    def add(self, left: int) -> None:
        """Pair one more left unit, or leave alone whom it costs least."""
        paths = _Paths()
        at, so_far = left, 0.0
        alone, end = left, inf
        while True:
            if so_far + self.worth[at] < end:
                alone, end = at, so_far + self.worth[at]
            for right, gain in self.gains[at].items():
                paths.offer(right, so_far + self.worth[at] - gain + self.price.get(right, 0.0), at)
            found, so_far = paths.nearest()
            if found is None or so_far >= end:
                self._settle(left, paths.settled, end)
                self._hand_on(alone, paths.reached)
                return
            if found not in self.left_of:
                self._settle(left, paths.settled, so_far)
                self._take(found, paths.reached)
                return
            paths.settled[found] = so_far
            at = self.left_of[found]

    def _settle(self, left: int, settled: Mapping[int, float], end: float) -> None:
        """Move the prices so that the new path costs nothing and no other gains."""
        self.worth[left] -= end
        for right, path in settled.items():
            self.worth[self.left_of[right]] -= end - path
            self.price[right] = self.price.get(right, 0.0) + end - path

    def _hand_on(self, alone: int, reached: Mapping[int, int]) -> None:
        """Leave a left unit alone, and let those before it on the path take what it had."""
        freed, self.right_of[alone] = self.right_of[alone], None
        if freed is not None:
            self._take(freed, reached)

    def _take(self, right: int, reached: Mapping[int, int]) -> None:
        free: int | None = right
        while free is not None:
            taker = reached[free]
            before = self.right_of[taker]
            self.right_of[taker], self.left_of[free] = free, taker
            free = before
