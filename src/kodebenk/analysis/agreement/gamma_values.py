"""γ_cat and γ_k: how far aligned units agree in their values, wherever exactly they lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import sqrt
from statistics import fmean, stdev

from kodebenk.analysis.agreement.continuum import Unit
from kodebenk.analysis.agreement.unit_alignment import Alignment, Dissimilarity, Group
from kodebenk.analysis.agreement.values import Coefficient, Undefined

SURE = 1.96
"""How many standard errors of a mean are half its 95 % interval."""
_LEAST_WEIGHT = 1e-9
"""Pairs that together weigh less are as far apart as units can be; what is left is rounding."""


@dataclass(frozen=True, slots=True)
class ValueDisorders:
    """How often values differ, as shares of the weight of all pairs.

    Attributes:
        together: of all pairs; None where there is none that weighs anything.
        by_value: of the pairs with this value at one end at least; values without such pairs are not in it.
    """

    together: float | None
    by_value: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ValueGamma(Coefficient):
    """`1 - disorder / expected`.

    Attributes:
        disorder: of the best alignment; expected: mean of that of random continua.
        margin: half the width of the 95 % interval that is due to the number of samples, not to the coders.
        samples: how many random continua chance is the mean of; those without pairs tell nothing.
    """

    disorder: float | None = None
    expected: float | None = None
    margin: float = 0.0
    samples: int = 0


@dataclass(frozen=True, slots=True)
class ValueGammas:
    """γ_cat is `together`; γ_k `by_value`, for every value that somebody gave."""

    together: ValueGamma
    by_value: Mapping[str, ValueGamma]


def lack_value_gammas(reason: Undefined) -> ValueGammas:
    """Return why there are none."""
    return ValueGammas(ValueGamma(undefined=reason), {})


def measure_values(
    units: Sequence[Sequence[Unit]], alignment: Alignment, weights: Dissimilarity, *, count_lone: bool = False
) -> ValueDisorders:
    """Return how often the values of aligned units differ.

    Mathet 2017, Computational Linguistics 43(3), 661-681, section 4.2. A pair in a group of n units weighs
    `max(0, 1 - dissimilarity of position) / (n - 1)`, so that a group weighs as much as Krippendorff's alpha lets a
    unit weigh that n coders judged. The dissimilarity has its weight in it (alpha in the source). Section 4.2.3 prints
    it without; the program of the same author has it, as the documentation of pygamma-agreement ("Issues") reports.

    Args:
        units: of each coder.
        alignment: of these units.
        weights: of position and value; a different value is always 1 here.
        count_lone: whether a unit and a coder who has none to go with it are also a pair, with different values and
            the weight 1. The source leaves such pairs out. pygamma-agreement counts them since version 0.5, so its
            values of the two coefficients are lower.
    """
    pairs = _Pairs()
    for group in alignment.groups:
        _add_group(pairs, [units[coder][at] for coder, at in group], weights)
        if count_lone:
            _add_lone(pairs, group, units)
    return ValueDisorders(pairs.together.share, pairs.shares)


def compare_with_chance(
    observed: ValueDisorders, chance: Sequence[ValueDisorders], values: Iterable[str]
) -> ValueGammas:
    """Return γ_cat and γ_k, from the disorder of the coders and that of random continua.

    NO_PAIRS where no pair weighs anything; NO_VARIATION where there is one value only; TOO_LITTLE where none of the
    random continua has pairs, or none of their pairs differ.

    Args:
        observed: of the coders.
        chance: of random continua.
        values: all that somebody gave.
    """
    given = sorted({*values})
    together = _compare(observed.together, [one.together for one in chance], len(given))
    by_value = {
        value: _compare(observed.by_value.get(value), [one.by_value.get(value) for one in chance], len(given))
        for value in given
    }
    return ValueGammas(together, by_value)


def mean_margin(disorder: float, chance: Sequence[float]) -> float:
    """Return how far `1 - disorder / mean of chance` may be off because of the number of samples; half a 95 % width."""
    if len(chance) < 2:
        return 0.0
    return SURE * stdev(chance) / sqrt(len(chance)) * disorder / fmean(chance) ** 2


@dataclass(slots=True)
class _Tally:
    weight: float = 0.0
    different: float = 0.0

    def add(self, weight: float, *, differs: bool) -> None:
        self.weight += weight
        if differs:
            self.different += weight

    @property
    def share(self) -> float | None:
        return self.different / self.weight if self.weight > _LEAST_WEIGHT else None


@dataclass(slots=True)
class _Pairs:
    together: _Tally = field(default_factory=_Tally)
    by_value: dict[str, _Tally] = field(default_factory=dict)

    def add(self, values: set[str], weight: float, *, differs: bool) -> None:
        self.together.add(weight, differs=differs)
        for value in values:
            self.by_value.setdefault(value, _Tally()).add(weight, differs=differs)

    @property
    def shares(self) -> dict[str, float]:
        shares = ((value, tally.share) for value, tally in self.by_value.items())
        return {value: share for value, share in shares if share is not None}


def _add_group(pairs: _Pairs, members: Sequence[Unit], weights: Dissimilarity) -> None:
    for one, other in combinations(members, 2):
        weight = max(0.0, 1 - weights.apart(one, other)) / (len(members) - 1)
        pairs.add({one.value, other.value}, weight, differs=one.value != other.value)


def _add_lone(pairs: _Pairs, group: Group, units: Sequence[Sequence[Unit]]) -> None:
    missing = len(units) - len(group)
    for coder, at in group:
        pairs.add({units[coder][at].value}, float(missing), differs=True)


def _compare(observed: float | None, chance: Sequence[float | None], number_of_values: int) -> ValueGamma:
    if observed is None:
        return ValueGamma(undefined=Undefined.NO_PAIRS)
    drawn = [one for one in chance if one is not None]
    expected = fmean(drawn) if drawn else None
    if not expected:
        lack = Undefined.NO_VARIATION if number_of_values == 1 and drawn else Undefined.TOO_LITTLE
        return ValueGamma(undefined=lack, disorder=observed, expected=expected, samples=len(drawn))
    return ValueGamma(
        1 - observed / expected,
        disorder=observed,
        expected=expected,
        margin=mean_margin(observed, drawn),
        samples=len(drawn),
    )
