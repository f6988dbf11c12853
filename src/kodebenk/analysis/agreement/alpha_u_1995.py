"""Krippendorff's first alpha of unitizing, for comparison with programs that still compute it.

It squares the distances between the ends of units. `unitizing_alpha` superseded it: with more than two coders it
misbehaves.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, combinations, pairwise

from kodebenk.analysis.agreement.continuum import Continuum, Unit, make_continuum, walk_overlaps
from kodebenk.analysis.agreement.unitizing_alpha import find_lack_of_units
from kodebenk.analysis.agreement.values import Coefficient, Undefined


@dataclass(frozen=True, slots=True)
class OldUnitizingAlpha(Coefficient):
    """α_U of one value or all: `1 - observed / expected` disagreement."""

    observed: float = 0.0
    expected: float = 0.0


@dataclass(frozen=True, slots=True)
class OldUnitizingAlphas:
    """α_U of all values together, and of each."""

    together: OldUnitizingAlpha
    by_value: Mapping[str, OldUnitizingAlpha]


def alpha_u_1995(length: int, units: Mapping[str, Sequence[Unit]]) -> OldUnitizingAlphas:
    """Return α_U of each coder's units in a text, superseded by uα.

    Krippendorff 1995, Sociological Methodology 25, 47-76; Content Analysis, 2nd ed. 2004, pp. 251-255. Each value is
    taken by itself, so units of different values may overlap. Positions are whole: α_U grows a little when the same
    units are measured in smaller ones.
    """
    values = sorted({unit.value for listed in units.values() for unit in listed if unit.length})
    continua = {value: make_continuum(length, _only(value, units)) for value in values}
    if lack := find_lack_of_units(next(iter(continua.values()), make_continuum(length, dict.fromkeys(units, ())))):
        return OldUnitizingAlphas(OldUnitizingAlpha(undefined=lack), {})
    parts = {value: (_observed(one), _expected(one)) for value, one in continua.items()}
    observed = sum(one for one, _ in parts.values())
    expected = sum(other for _, other in parts.values())
    return OldUnitizingAlphas(_alpha_of(observed, expected), {value: _alpha_of(*part) for value, part in parts.items()})


def _only(value: str, units: Mapping[str, Sequence[Unit]]) -> dict[str, list[Unit]]:
    return {coder: [unit for unit in listed if unit.value == value] for coder, listed in units.items()}


def _alpha_of(observed: float, expected: float) -> OldUnitizingAlpha:
    if not expected:
        return OldUnitizingAlpha(undefined=Undefined.NO_VARIATION, observed=observed)
    return OldUnitizingAlpha(1 - observed / expected, observed=observed, expected=expected)


def _observed(continuum: Continuum) -> float:
    coders = len(continuum.units)
    apart = sum(_apart(first, second) for first, second in combinations(continuum.units.values(), 2))
    return 2 * apart / (coders * (coders - 1) * continuum.length**2)


def _apart(first: Sequence[Unit], second: Sequence[Unit]) -> int:
    """Return the sum of δ² of two coders: of the ends of units that meet, of the whole length of those in a gap."""
    squares = 0
    met: tuple[set[int], set[int]] = set(), set()
    for overlap in walk_overlaps(first, second):
        one, other = first[overlap.first], second[overlap.second]
        squares += (one.start - other.start) ** 2 + (one.end - other.end) ** 2
        met[0].add(overlap.first)
        met[1].add(overlap.second)
    for units, known in zip((first, second), met, strict=True):
        squares += sum(unit.length**2 for at, unit in enumerate(units) if at not in known)
    return squares


def _expected(continuum: Continuum) -> float:
    """Return the disagreement of units dropped anywhere; gaps that are long enough hold them in several places."""
    lengths = [unit.length for units in continuum.units.values() for unit in units]
    gaps = sorted(gap for units in continuum.units.values() for gap in _gaps(units, continuum.length))
    from_right = [0, *accumulate(reversed(gaps))][::-1]
    squares = 0.0
    for unit in lengths:
        at = bisect_left(gaps, unit)
        places = from_right[at] - (len(gaps) - at) * (unit - 1)
        squares += (len(lengths) - 1) / 3 * (2 * unit**3 - 3 * unit**2 + unit) + unit**2 * places
    total = len(continuum.units) * continuum.length
    pairs = total * (total - 1) - sum(unit * (unit - 1) for unit in lengths)
    return 2 / continuum.length * squares / pairs if pairs else 0.0


def _gaps(units: Sequence[Unit], length: int) -> list[int]:
    ends = [0, *(position for unit in units for position in (unit.start, unit.end)), length]
    return [end - start for start, end in list(pairwise(ends))[::2] if end > start]
