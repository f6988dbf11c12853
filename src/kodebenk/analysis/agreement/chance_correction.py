"""What all kappas share: agreement beyond chance, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from kodebenk.analysis.agreement.values import Coefficient, Undefined

_NO_ROOM = 1e-12
"""Where chance alone agrees as often as this short of always, nothing is left to correct."""


@dataclass(frozen=True, slots=True)
class ChanceCorrected(Coefficient):
    """A coefficient `(observed - expected) / (1 - expected)`, with its parts.

    Attributes:
        observed: share of pairs of coders that agree.
        expected: what chance would make of it.
        standard_error: of units drawn at random from many (Gwet 2014, ch. 5, linearised, divided by n - 1); None with
            fewer than two units. It knows nothing of units that hang together, such as the words of one turn.
    """

    observed: float | None = None
    expected: float | None = None
    standard_error: float | None = None


@dataclass(frozen=True, slots=True)
class UnitShare:
    """What units of one pattern add to a coefficient.

    Attributes:
        number: of such units.
        agreement: share of the unit's pairs of coders that agree; None when it has no pair.
        chance: the unit's part in the agreement by chance; its mean over all units is that agreement.
    """

    number: int
    agreement: float | None
    chance: float


def correct_for_chance(shares: Sequence[UnitShare], expected: float) -> ChanceCorrected:
    """Return the agreement of units beyond what was expected; NO_VARIATION where chance leaves no room."""
    pairable = sum(one.number for one in shares if one.agreement is not None)
    observed = sum(one.number * one.agreement for one in shares if one.agreement is not None) / pairable
    if 1 - expected < _NO_ROOM:
        return ChanceCorrected(undefined=Undefined.NO_VARIATION, observed=observed, expected=expected)
    value = (observed - expected) / (1 - expected)
    units = sum(one.number for one in shares)
    deviations = sum(one.number * (_influence(one, units / pairable, value, expected) - value) ** 2 for one in shares)
    error = sqrt(deviations / (units * (units - 1))) if units > 1 else None
    return ChanceCorrected(value, observed=observed, expected=expected, standard_error=error)


def _influence(one: UnitShare, per_pairable: float, value: float, expected: float) -> float:
    """Return the unit's own coefficient; chance counts twice, for it is a product of two shares."""
    own = 0.0 if one.agreement is None else per_pairable * (one.agreement - expected) / (1 - expected)
    return own - 2 * (1 - value) * (one.chance - expected) / (1 - expected)
