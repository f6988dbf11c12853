"""Conger's kappa: Cohen's for any number of coders, each with their own habits."""

from __future__ import annotations

from collections.abc import Sequence

from kodebenk.analysis.agreement.chance_correction import ChanceCorrected, UnitShare, correct_for_chance
from kodebenk.analysis.agreement.percent_agreement import unit_agreement
from kodebenk.analysis.agreement.ratings import Pattern, Ratings, find_lack
from kodebenk.analysis.agreement.value_weights import IDENTITY, ValueWeights


def conger_kappa(ratings: Ratings, weights: ValueWeights = IDENTITY) -> ChanceCorrected:
    """Return Conger's kappa: chance is the mean over pairs of coders of Cohen's.

    Conger 1980, Psychological Bulletin 88(2), 322-328; weights, gaps and standard error as in Gwet 2014, ch. 2, 3 and
    5: a coder's habits are those of the units they coded. For two coders without gaps it is Cohen's kappa.
    """
    if lack := find_lack(ratings.tallies()):
        return ChanceCorrected(undefined=lack)
    chosen = ratings.of_coders(ratings.active_coders)
    patterns = {pattern: number for pattern, number in chosen.patterns.items() if _values_of(pattern)}
    habits = _Habits(chosen, patterns, weights)
    shares = [
        UnitShare(number, unit_agreement(_tally_of(pattern), weights), habits.part_of(pattern))
        for pattern, number in patterns.items()
    ]
    return correct_for_chance(shares, habits.expected)


class _Habits:
    """How often each coder gives each value, and what chance makes of it."""

    def __init__(self, ratings: Ratings, patterns: dict[Pattern, int], weights: ValueWeights) -> None:
        self._pairs = ratings.coders * (ratings.coders - 1)
        shares, self._coded = _shares(ratings, patterns)
        near = [weights.nearness(one) for one in shares]
        together = [sum(column) for column in zip(*near, strict=True)]
        # The weights of a value for one coder: how near it is to what the others give.
        self._near_others = [[total - own for total, own in zip(together, mine, strict=True)] for mine in near]
        self._own = [_product(mine, others) for mine, others in zip(shares, self._near_others, strict=True)]
        self.expected: float = sum(self._own) / self._pairs

    def part_of(self, pattern: Pattern) -> float:
        """Return a unit's part in the agreement by chance; a coder who coded few units weighs the more in these."""
        moved: float = sum(
            (self._near_others[coder][value] - self._own[coder]) / self._coded[coder]
            for coder, value in enumerate(pattern)
            if value is not None
        )
        return self.expected + moved / self._pairs


def _shares(ratings: Ratings, patterns: dict[Pattern, int]) -> tuple[list[list[float]], list[float]]:
    """Return the coders' shares of values, and of the units that they coded."""
    counts = [[0] * len(ratings.values) for _ in range(ratings.coders)]
    for pattern, number in patterns.items():
        for coder, value in enumerate(pattern):
            if value is not None:
                counts[coder][value] += number
    units = sum(patterns.values())
    return [[count / sum(row) for count in row] for row in counts], [sum(row) / units for row in counts]


def _values_of(pattern: Pattern) -> list[int]:
    return [value for value in pattern if value is not None]


def _tally_of(pattern: Pattern) -> tuple[tuple[int, int], ...]:
    given = _values_of(pattern)
    return tuple((value, given.count(value)) for value in sorted(set(given)))


def _product(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(first * second for first, second in zip(one, other, strict=True))
