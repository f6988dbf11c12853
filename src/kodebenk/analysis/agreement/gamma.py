"""Gamma: agreement on units that may overlap, by aligning them, beyond what chance would align."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import fmean

from kodebenk.analysis.agreement.continuum import Unit
from kodebenk.analysis.agreement.gamma_values import (
    ValueDisorders,
    ValueGammas,
    compare_with_chance,
    lack_value_gammas,
    mean_margin,
    measure_values,
)
from kodebenk.analysis.agreement.unit_alignment import (
    MOST_STEPS,
    USUAL,
    Dissimilarity,
    align_units,
)
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.errors import Cancelled

SAMPLES = 100
_DRAWS = 100
"""How often a place is drawn anew before one too near another is taken."""


@dataclass(frozen=True, slots=True)
class Gamma(Coefficient):
    """Gamma = `1 - disorder / expected`, and how it came about.

    Attributes:
        disorder: of the best alignment; expected: mean of that of random continua.
        groups: how many groups the best alignment has.
        margin: half the width of the 95 % interval that is due to the number of samples, not to the coders.
        samples: how many random continua; seed: with which they can be drawn again.
        weights: of position and value; they are part of the result and to be reported with it.
        cat: γ_cat and γ_k, on the same alignments, where a unit of which a coder has no counterpart counts as a
            different value: as pygamma-agreement has them since version 0.5.
        cat_aligned: the same from the units that have a counterpart only, as Mathet 2017 published them.
    """

    cat: ValueGammas = field(kw_only=True)
    cat_aligned: ValueGammas = field(kw_only=True)

    disorder: float = 0.0
    expected: float = 0.0
    groups: int = 0
    margin: float = 0.0
    samples: int = 0
    seed: int = 0
    weights: Dissimilarity = USUAL


def gamma(
    length: int,
    units: Sequence[Iterable[Unit]],
    weights: Dissimilarity = USUAL,
    *,
    samples: int = SAMPLES,
    seed: int = 0,
    most_steps: int = MOST_STEPS,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Gamma:
    """Return γ, and on the same alignments γ_cat and γ_k.

    Mathet, Widlöcher and Métivier 2015, Computational Linguistics 41(3), 437-479; chance by shifting the units of
    random coders round the continuum (section 5.2). TOO_MANY_UNITS where an exact alignment of more than two coders
    takes too long.

    Args:
        length: of the continuum.
        units: of each coder; they may overlap. Empty ones do not count.
        weights: of position and value.
        samples: how many random continua.
        seed: of the random numbers.
        most_steps: when an alignment is given up.
        is_cancelled: asked before every sample.

    Raises:
        Cancelled: the user stopped it.
    """
    solid = [[unit for unit in listed if unit.length] for listed in units]
    if lack := _find_lack(solid):
        return _lack_gamma(lack)
    observed = _measure(solid, weights, most_steps)
    if observed is None:
        return _lack_gamma(Undefined.TOO_MANY_UNITS)
    random = Random(seed)  # noqa: S311  chance that can be drawn again, not secrets
    chance = []
    for _ in range(samples):
        if is_cancelled():
            raise Cancelled
        measured = _measure(_shuffle(length, solid, random), weights, most_steps)
        if measured is None:
            return _lack_gamma(Undefined.TOO_MANY_UNITS)
        chance.append(measured)
    values = {unit.value for listed in solid for unit in listed}
    return _compare(observed, chance, values, seed, weights)


@dataclass(frozen=True, slots=True)
class _Measured:
    """What is kept of an alignment."""

    disorder: float
    groups: int
    values: ValueDisorders
    aligned_values: ValueDisorders


def _measure(units: Sequence[Sequence[Unit]], weights: Dissimilarity, most_steps: int) -> _Measured | None:
    alignment = align_units(units, weights, most_steps)
    if alignment is None:
        return None
    return _Measured(
        alignment.disorder,
        len(alignment.groups),
        measure_values(units, alignment, weights, count_lone=True),
        measure_values(units, alignment, weights),
    )


def _find_lack(units: Sequence[Sequence[Unit]]) -> Undefined | None:
    if len(units) < 2:
        return Undefined.TOO_FEW_CODERS
    return None if any(units) else Undefined.NOTHING_CODED


def _lack_gamma(reason: Undefined, disorder: float = 0.0) -> Gamma:
    none = lack_value_gammas(reason)
    return Gamma(undefined=reason, disorder=disorder, cat=none, cat_aligned=none)


def _compare(
    observed: _Measured, chance: Sequence[_Measured], values: Iterable[str], seed: int, weights: Dissimilarity
) -> Gamma:
    disorders = [one.disorder for one in chance]
    expected = fmean(disorders)
    if not expected:
        return _lack_gamma(Undefined.NO_VARIATION, observed.disorder)
    given = [*values]
    return Gamma(
        1 - observed.disorder / expected,
        disorder=observed.disorder,
        expected=expected,
        groups=observed.groups,
        margin=mean_margin(observed.disorder, disorders),
        samples=len(chance),
        seed=seed,
        weights=weights,
        cat=compare_with_chance(observed.values, [one.values for one in chance], given),
        cat_aligned=compare_with_chance(observed.aligned_values, [one.aligned_values for one in chance], given),
    )


def _shuffle(length: int, units: Sequence[Sequence[Unit]], random: Random) -> list[list[Unit]]:
    """Return as many random coders: each has the units of one who is drawn, shifted round the continuum.

    Shifts lie at least half a mean unit apart, else two random coders who are the same real one would agree.
    """
    number = sum(map(len, units))
    apart = sum(unit.length for listed in units for unit in listed) / number / 2
    while True:
        shifts = list(_draw_shifts(length, len(units), apart, random))
        shuffled = [[_shift(unit, shift, length) for unit in random.choice(units)] for shift in shifts]
        if any(shuffled):
            return shuffled


def _draw_shifts(length: int, number: int, apart: float, random: Random) -> Iterator[int]:
    drawn: list[int] = []
    for _ in range(number):
        for _ in range(_DRAWS):
            shift = random.randrange(length)
            if all(min(abs(shift - other), length - abs(shift - other)) >= apart for other in drawn):
                break
        drawn.append(shift)
        yield shift


def _shift(unit: Unit, shift: int, length: int) -> Unit:
    start = (unit.start + shift) % length
    return Unit(start, start + unit.length, unit.value)
