"""Krippendorff's alphas of unitizing: where units start and end, and which value they have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

from kodebenk.analysis.agreement.continuum import Continuum, walk_overlaps
from kodebenk.analysis.agreement.values import Coefficient, Undefined


@dataclass(frozen=True, slots=True)
class ValueAlpha(Coefficient):
    """(k)uα of one value; `coverage` is the share of the value's length that another coder gave any value."""

    coverage: float = 0.0


@dataclass(frozen=True, slots=True)
class UnitizingAlphas:
    """The four coefficients; all of one continuum.

    Attributes:
        u_alpha: uα, agreement on units, their values and the gaps between them.
        u_alpha_binary: |uα, on what is unit and what is gap, whatever the values.
        cu_alpha: cuα, on the values where two coders have units.
        coverage: share of the continuum, over all pairs of coders, that cuα rests on.
        k_u_alpha: (k)uα of each value, on that value against all others where two coders have units.
    """

    u_alpha: Coefficient
    u_alpha_binary: Coefficient
    cu_alpha: Coefficient
    coverage: float
    k_u_alpha: Mapping[str, ValueAlpha]


def unitizing_alphas(continuum: Continuum) -> UnitizingAlphas:
    """Return uα, |uα, cuα and (k)uα.

    Krippendorff, Mathet, Bouvry and Widlöcher 2016, Quality & Quantity 50(6), 2347-2364; Krippendorff, Content
    Analysis, 4th ed. 2019, section 12.6. With one value only uα is |uα, and cuα is NO_VARIATION. Where hardly two of
    several coders meet anywhere, what the source expects of cuα or (k)uα is no positive length: TOO_LITTLE.
    """
    lack = find_lack_of_units(continuum)
    if lack:
        nothing = Coefficient(undefined=lack)
        alone = dict.fromkeys(continuum.values, ValueAlpha(undefined=lack))
        return UnitizingAlphas(nothing, nothing, nothing, 0.0, alone)
    lengths, shared = _measure_lengths(continuum), _Shared(continuum)
    return UnitizingAlphas(
        _u_alpha(lengths, shared),
        _u_alpha_binary(lengths, shared),
        _cu_alpha(shared),
        shared.total / ((len(continuum.units) - 1) * lengths.total),
        {value: _k_u_alpha(value, lengths, shared) for value in continuum.values},
    )


def find_lack_of_units(continuum: Continuum) -> Undefined | None:
    """Return why no measure of unitizing has a value, if so."""
    if len(continuum.units) < 2:
        return Undefined.TOO_FEW_CODERS
    if not continuum.length:
        return Undefined.NO_UNITS
    return None if any(continuum.units.values()) else Undefined.NOTHING_CODED


@dataclass(frozen=True, slots=True)
class _Lengths:
    """The lengths ℓ of the values and of gaps, all coders together.

    Attributes:
        coders: their number m; total: ℓ.., which is m times the length of the continuum.
        of_value: ℓ_c of the values; gap: ℓ_φ.
        squares: ΣQ: what two positions of one unit, or one position of a gap twice, contribute to all pairs.
    """

    coders: int
    total: int
    of_value: Mapping[str, int]
    gap: int
    squares: int


def _measure_lengths(continuum: Continuum) -> _Lengths:
    of_value: Counter[str] = Counter()
    squares = 0
    for units in continuum.units.values():
        for unit in units:
            of_value[unit.value] += unit.length
            squares += unit.length**2
    total = len(continuum.units) * continuum.length
    gap = total - of_value.total()
    return _Lengths(len(continuum.units), total, of_value, gap, squares + gap)


class _Shared:
    """What pairs of coders share where both have units: (m-1) times ℓ*_c, ℓ*_cc and Q*_c, which makes them whole.

    Q* takes each other coder by themselves, not what all others cover together.
    """

    def __init__(self, continuum: Continuum) -> None:
        self.others = len(continuum.units) - 1
        self.same: Counter[str] = Counter()
        self.of_value: Counter[str] = Counter()
        self.squares: Counter[str] = Counter()
        self.gap_in_one = 0
        for first, second in combinations(continuum.units.values(), 2):
            met: tuple[Counter[int], Counter[int]] = Counter(), Counter()
            for overlap in walk_overlaps(first, second):
                met[0][overlap.first] += overlap.length
                met[1][overlap.second] += overlap.length
                if first[overlap.first].value == second[overlap.second].value:
                    self.same[first[overlap.first].value] += 2 * overlap.length
            for units, lengths in zip((first, second), met, strict=True):
                for at, unit in enumerate(units):
                    length = lengths[at]
                    self.of_value[unit.value] += length
                    self.squares[unit.value] += length**2
                    self.gap_in_one += unit.length - length
        self.total = self.of_value.total()


def _u_alpha(lengths: _Lengths, shared: _Shared) -> Coefficient:
    differ = 2 * shared.gap_in_one + shared.total - shared.same.total()
    rest = lengths.total**2 - lengths.gap**2 - sum(length**2 for length in lengths.of_value.values())
    return _one_minus(differ * (lengths.total**2 - lengths.squares), (lengths.coders - 1) * lengths.total * rest)


def _u_alpha_binary(lengths: _Lengths, shared: _Shared) -> Coefficient:
    rest = lengths.gap * (lengths.total - lengths.gap)
    pairs = lengths.total**2 - lengths.squares
    return _one_minus(shared.gap_in_one * pairs, (lengths.coders - 1) * lengths.total * rest)


def _cu_alpha(shared: _Shared) -> Coefficient:
    if not shared.total:
        return Coefficient(undefined=Undefined.NO_UNITS)
    rest = shared.total**2 - sum(length**2 for length in shared.of_value.values())
    pairs = shared.total**2 - shared.others * shared.squares.total()
    if rest and pairs <= 0:
        return Coefficient(undefined=Undefined.TOO_LITTLE)
    return _one_minus((shared.total - shared.same.total()) * pairs, shared.total * rest)


def _k_u_alpha(value: str, lengths: _Lengths, shared: _Shared) -> ValueAlpha:
    length = shared.of_value[value]
    if not length:
        return ValueAlpha(undefined=Undefined.NO_UNITS)
    covered = length / ((lengths.coders - 1) * lengths.of_value[value])
    pairs = length * shared.total - shared.others * shared.squares[value]
    rest = shared.total - length
    if rest and pairs <= 0:
        return ValueAlpha(undefined=Undefined.TOO_LITTLE, coverage=covered)
    found = _one_minus(pairs * (length - shared.same[value]), length**2 * rest)
    return ValueAlpha(found.value, found.undefined, coverage=covered)


def _one_minus(observed: int, expected: int) -> Coefficient:
    """Return alpha of two products of whole numbers; nothing is rounded before this."""
    if not expected:
        return Coefficient(undefined=Undefined.NO_VARIATION)
    return Coefficient(1 - observed / expected)
