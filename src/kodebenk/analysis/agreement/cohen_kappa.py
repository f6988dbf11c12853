"""Cohen's kappa: two coders, each with their own habits."""

from __future__ import annotations

from collections.abc import Iterator

from kodebenk.analysis.agreement.chance_correction import ChanceCorrected, UnitShare, correct_for_chance
from kodebenk.analysis.agreement.ratings import Ratings, find_lack_for_two
from kodebenk.analysis.agreement.value_weights import IDENTITY, ValueWeights
from kodebenk.analysis.agreement.values import Coefficient, Undefined


def cohen_kappa(ratings: Ratings, weights: ValueWeights = IDENTITY) -> ChanceCorrected:
    """Return Cohen's kappa: chance is both coders giving a value independently, each as often as they do.

    Cohen 1960, Educational and Psychological Measurement 20(1), 37-46; weighted: Cohen 1968, Psychological Bulletin
    70(4), 213-220. Its source has two coders and no gaps: else TOO_MANY_CODERS or MISSING_VALUES.
    """
    if lack := find_lack_for_two(ratings):
        return ChanceCorrected(undefined=lack)
    first, second = _habits(ratings)
    near_first, near_second = weights.nearness(first), weights.nearness(second)
    expected = sum(share * near for share, near in zip(first, near_second, strict=True))
    shares = [
        UnitShare(number, weights.between(one, other), (near_second[one] + near_first[other]) / 2)
        for one, other, number in _pairs(ratings)
    ]
    return correct_for_chance(shares, expected)


def cohen_kappa_max(ratings: Ratings) -> Coefficient:
    """Return the highest kappa that the two coders' habits allow (Cohen 1960, p. 42, eq. 8)."""
    found = cohen_kappa(ratings)
    if found.undefined or found.expected is None:
        return Coefficient(undefined=found.undefined or Undefined.NO_VARIATION)
    most = sum(map(min, *_habits(ratings)))
    return Coefficient((most - found.expected) / (1 - found.expected))


def _habits(ratings: Ratings) -> tuple[list[float], list[float]]:
    """Return how often each of the two gives each value."""
    first, second = [0.0] * len(ratings.values), [0.0] * len(ratings.values)
    units = sum(number for *_, number in _pairs(ratings))
    for one, other, number in _pairs(ratings):
        first[one] += number / units
        second[other] += number / units
    return first, second


def _pairs(ratings: Ratings) -> Iterator[tuple[int, int, int]]:
    """Yield the values of the two coders and the number of such units."""
    for pattern, number in ratings.of_coders(ratings.active_coders).patterns.items():
        one, other = pattern
        if one is not None and other is not None:
            yield one, other, number
