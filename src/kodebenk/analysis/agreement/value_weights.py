"""How nearly two values agree, for weighted coefficients.

Cohen 1968, Psychological Bulletin 70(4), 213-220; the family as in Gwet, Handbook of Inter-Rater Reliability, 4th ed.
2014, ch. 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from kodebenk.analysis.agreement.ratings import Ratings, Tallies, numbers_of
from kodebenk.analysis.agreement.values import Undefined


class WeightKind(StrEnum):
    """How agreement falls with the distance of two values."""

    IDENTITY = "identity"
    """Only the same value agrees."""
    ORDINAL = "ordinal"
    """By the number of pairs of ranks between the two."""
    LINEAR = "linear"
    QUADRATIC = "quadratic"
    RADICAL = "radical"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class ValueWeights:
    """How nearly two values agree, from 1 for the same to 0 for the farthest apart; values are told by position.

    Attributes:
        kind: how agreement falls.
        points: where the values stand: ranks or their own numbers; empty for identity.
    """

    kind: WeightKind = WeightKind.IDENTITY
    points: tuple[float, ...] = ()
    largest: float = 0.0
    """Penalty of the two values that are farthest apart."""

    def between(self, one: int, other: int) -> float:
        """Return how nearly two values agree."""
        if one == other:
            return 1.0
        if not self.points:
            return 0.0
        return 1.0 - _penalty(self.kind, self.points[one], self.points[other]) / self.largest

    def nearness(self, shares: Sequence[float]) -> list[float]:
        """Return for each value the sum over all values of share times weight."""
        if not self.points:
            return list(shares)
        if self.largest and (penalties := _summed_penalties(self.kind, self.points, shares)):
            total = sum(shares)
            return [total - one / self.largest for one in penalties]
        places = range(len(shares))
        return [sum(shares[other] * self.between(one, other) for other in places) for one in places]

    def total(self, values: int) -> float:
        """Return the sum of the weights of all pairs of values, each with itself included."""
        return sum(self.nearness([1.0] * values))


IDENTITY = ValueWeights()


def make_weights(kind: WeightKind, ratings: Ratings | Tallies) -> ValueWeights | Undefined:
    """Return the weights of the values, or why there are none.

    Values without order have identity weights alone, ratio weights need numbers that are not negative: NOT_NUMERIC.
    """
    if kind is WeightKind.IDENTITY:
        return IDENTITY
    numbers = numbers_of(ratings.values)
    if kind is WeightKind.RATIO:
        if numbers is None or min(numbers, default=0) < 0:
            return Undefined.NOT_NUMERIC
        return _weigh(kind, numbers)
    if not ratings.ordered:
        return Undefined.NOT_NUMERIC
    if numbers is None or kind is WeightKind.ORDINAL:
        numbers = _ranks(ratings.values, numbers)
    return _weigh(kind, numbers)


def squared_distances(points: Sequence[float], shares: Sequence[float]) -> list[float]:
    """Return for each point the sum over all points of share times squared distance, without looking at pairs."""
    total = sum(shares)
    if not total:
        return [0.0] * len(points)
    middle = sum(share * point for share, point in zip(shares, points, strict=True)) / total
    spread = sum(share * (point - middle) ** 2 for share, point in zip(shares, points, strict=True))
    return [total * (point - middle) ** 2 + spread for point in points]


def _summed_penalties(kind: WeightKind, points: Sequence[float], shares: Sequence[float]) -> list[float]:
    """Return for each point the sum of share times penalty where that needs no look at pairs, else nothing."""
    match kind:
        case WeightKind.QUADRATIC:
            return squared_distances(points, shares)
        case WeightKind.LINEAR:
            return _distances(points, shares)
        case WeightKind.ORDINAL:
            both = zip(squared_distances(points, shares), _distances(points, shares), strict=True)
            return [(squared + apart) / 2 for squared, apart in both]
        case _:
            return []


def _distances(points: Sequence[float], shares: Sequence[float]) -> list[float]:
    """Return for each point the sum over all points of share times distance."""
    order = sorted(range(len(points)), key=lambda at: points[at])
    total, moment = sum(shares), sum(share * point for share, point in zip(shares, points, strict=True))
    sums, below, moment_below = [0.0] * len(points), 0.0, 0.0
    for at in order:
        below += shares[at]
        moment_below += shares[at] * points[at]
        sums[at] = points[at] * (2 * below - total) + moment - 2 * moment_below
    return sums


def _weigh(kind: WeightKind, points: tuple[float, ...]) -> ValueWeights:
    """Return the weights of points; each penalty is largest at the outermost two."""
    largest = _penalty(kind, min(points), max(points)) if len(points) > 1 else 0.0
    return ValueWeights(kind, points, largest)


def _penalty(kind: WeightKind, one: float, other: float) -> float:
    apart = abs(one - other)
    match kind:
        case WeightKind.ORDINAL:
            return apart * (apart + 1) / 2
        case WeightKind.QUADRATIC:
            return apart**2
        case WeightKind.RADICAL:
            return sqrt(apart)
        case WeightKind.RATIO:
            return (apart / (one + other)) ** 2
        case _:
            return apart


def _ranks(values: Sequence[object], numbers: Sequence[float] | None) -> tuple[float, ...]:
    """Return ranks from 0, by size where there are numbers, else in the order of the values."""
    order = range(len(values)) if numbers is None else sorted(range(len(numbers)), key=lambda at: numbers[at])
    ranks = [0.0] * len(values)
    for rank, at in enumerate(order):
        ranks[at] = float(rank)
    return tuple(ranks)
