"""Krippendorff's alpha: any number of coders, gaps, and values at any level of measurement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from math import sqrt

from kodebenk.analysis.agreement.ratings import (
    Ratings,
    Tallies,
    Tally,
    Value,
    find_lack,
    numbers_of,
    size_of,
    tallies_of,
)
from kodebenk.analysis.agreement.value_weights import squared_distances
from kodebenk.analysis.agreement.values import Coefficient, Undefined


class Level(StrEnum):
    """What the values are, and so how far apart two of them lie."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    RATIO = "ratio"


@dataclass(frozen=True, slots=True)
class Alpha(Coefficient):
    """Alpha = `1 - observed / expected`, with its parts.

    Attributes:
        observed: disagreement within units, in squared distance; at the nominal level the share of pairs.
        expected: the same of all values, whatever their units.
        standard_error: as that of `ChanceCorrected`; None where distances depend on the ratings (ordinal level), and
            with fewer than two units.
    """

    observed: float | None = None
    expected: float | None = None
    standard_error: float | None = None


def krippendorff_alpha(ratings: Ratings | Tallies, level: Level = Level.NOMINAL) -> Alpha:
    """Return Krippendorff's alpha at a level of measurement.

    Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, sections C and D (the squared distances); Content
    Analysis, 4th ed. 2018, ch. 12. Units with one value drop out. NOT_NUMERIC where the level needs numbers, or an
    order, that the values do not have; ratios need numbers that are not negative.
    """
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return Alpha(undefined=lack)
    distances = _find_distances(level, tallies)
    if isinstance(distances, Undefined):
        return Alpha(undefined=distances)
    return _compute(tallies, distances, fixed=level is not Level.ORDINAL)


def alpha_by_distance(ratings: Ratings | Tallies, distance: Callable[[Value, Value], float]) -> Alpha:
    """Return alpha with a distance of one's own between values; it counts as it is, without being squared."""
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return Alpha(undefined=lack)
    values = tallies.values
    return _compute(tallies, _PairDistances(lambda one, other: distance(values[one], values[other])), fixed=True)


def alpha_by_value(ratings: Ratings | Tallies) -> list[Coefficient]:
    """Return the alpha of each value against all others together.

    `1 - (n-1)(n_c - o_cc) / (n_c (n - n_c))` of the coincidence matrix o. A value that nobody or everybody gives is
    NO_VARIATION.
    """
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return [Coefficient(undefined=lack)] * len(tallies.values)
    totals, same = _totals(tallies), [0.0] * len(tallies.values)
    for tally, number in tallies.pairable.items():
        for value, count in tally:
            same[value] += number * count * (count - 1) / (size_of(tally) - 1)
    every = sum(totals.values())
    return [_alpha_of(totals[value], one, every) for value, one in enumerate(same)]


def _alpha_of(given: int, same: float, every: int) -> Coefficient:
    if given in (0, every):
        return Coefficient(undefined=Undefined.NO_VARIATION)
    return Coefficient(1 - (every - 1) * (given - same) / (given * (every - given)))


class _PairDistances:
    """Distances that are told pair by pair; values are told by position."""

    def __init__(self, between: Callable[[int, int], float]) -> None:
        self.between = between

    def spread(self, totals: Mapping[int, int]) -> dict[int, float]:
        """Return for each value the sum of its distances to all that were given."""
        sums = dict.fromkeys(totals, 0.0)
        for one, other in combinations(totals, 2):
            apart = self.between(one, other)
            sums[one] += totals[other] * apart
            sums[other] += totals[one] * apart
        return sums


class _Nominal(_PairDistances):
    def __init__(self) -> None:
        super().__init__(lambda one, other: float(one != other))

    def spread(self, totals: Mapping[int, int]) -> dict[int, float]:
        every = sum(totals.values())
        return {value: float(every - count) for value, count in totals.items()}


class _SquaredDifferences(_PairDistances):
    def __init__(self, points: Sequence[float]) -> None:
        super().__init__(lambda one, other: (points[one] - points[other]) ** 2)
        self._points = points

    def spread(self, totals: Mapping[int, int]) -> dict[int, float]:
        points = [self._points[value] for value in totals]
        return dict(zip(totals, squared_distances(points, [*totals.values()]), strict=True))


def _find_distances(level: Level, tallies: Tallies) -> _PairDistances | Undefined:
    numbers = numbers_of(tallies.values)
    match level:
        case Level.NOMINAL:
            return _Nominal()
        case Level.ORDINAL if tallies.ordered:
            return _SquaredDifferences(_middle_ranks(tallies, numbers))
        case Level.INTERVAL if numbers is not None:
            return _SquaredDifferences(numbers)
        case Level.RATIO if numbers is not None and min(numbers, default=0) >= 0:
            points = numbers
            return _PairDistances(
                lambda one, other: ((points[one] - points[other]) / (points[one] + points[other])) ** 2
            )
        case _:
            return Undefined.NOT_NUMERIC


def _middle_ranks(tallies: Tallies, numbers: Sequence[float] | None) -> list[float]:
    """Return where each value's ranks have their middle: two values are as far apart as these (Krippendorff 2011, D).

    `(n_c + n_k)/2` and all between them is what the sum of the n_g from c to k less half of both ends is.
    """
    totals, reached = _totals(tallies), 0
    order = range(len(tallies.values)) if numbers is None else sorted(range(len(numbers)), key=lambda at: numbers[at])
    middles = [0.0] * len(tallies.values)
    for value in order:
        middles[value] = reached + totals[value] / 2
        reached += totals[value]
    return middles


def _totals(tallies: Tallies) -> Counter[int]:
    """Return how often each value was given to units that can be compared."""
    totals: Counter[int] = Counter()
    for tally, number in tallies.pairable.items():
        for value, count in tally:
            totals[value] += number * count
    return totals


def _compute(tallies: Tallies, distances: _PairDistances, *, fixed: bool) -> Alpha:
    totals = _totals(tallies)
    every = sum(totals.values())
    spread = distances.spread(totals)
    apart = {tally: _disagreement(tally, distances) for tally in tallies.pairable}
    observed = sum(number * apart[tally] for tally, number in tallies.pairable.items()) / every
    pairs = sum(count * spread[value] for value, count in totals.items())
    if len(totals) < 2 or pairs <= 0:
        return Alpha(undefined=Undefined.NO_VARIATION, observed=observed, expected=0.0)
    expected = pairs / (every * (every - 1))
    error = _standard_error(tallies, apart, spread, (observed, pairs / every**2)) if fixed else None
    return Alpha(1 - observed / expected, observed=observed, expected=expected, standard_error=error)


def _disagreement(tally: Tally, distances: _PairDistances) -> float:
    """Return the sum of distances of a unit's ordered pairs, divided by the number of the other coders."""
    sums = sum(
        first * second * distances.between(one, other) for (one, first), (other, second) in combinations(tally, 2)
    )
    return 2 * sums / (size_of(tally) - 1)


def _standard_error(
    tallies: Tallies, apart: Mapping[Tally, float], spread: Mapping[int, float], parts: tuple[float, float]
) -> float | None:
    """Return the error by the ratio's linear terms, as in Gwet 2014, ch. 5, without the correction for small samples.

    Args:
        tallies: the ratings.
        apart: disagreement of each unit, times its coders.
        spread: sum of distances of each value to all.
        parts: mean disagreement within units, and of all values with replacement.
    """
    observed, expected = parts
    units = sum(tallies.pairable.values())
    if units < 2:
        return None
    every = sum(number * size_of(tally) for tally, number in tallies.pairable.items())
    deviations = 0.0
    for tally, number in tallies.pairable.items():
        size = size_of(tally)
        within = apart[tally] - observed * size
        among = sum(count * spread[value] for value, count in tally) / every - expected * size
        moved = (within - 2 * among * observed / expected) / expected * units / every
        deviations += number * moved**2
    return sqrt(deviations / (units * (units - 1)))
