"""Gwet's AC1 and AC2: chance counts only as far as the values are hard to tell apart."""

from __future__ import annotations

from kodebenk.analysis.agreement.chance_correction import ChanceCorrected, UnitShare, correct_for_chance
from kodebenk.analysis.agreement.percent_agreement import unit_agreement
from kodebenk.analysis.agreement.ratings import Ratings, Tallies, find_lack, size_of, tallies_of
from kodebenk.analysis.agreement.value_weights import IDENTITY, ValueWeights
from kodebenk.analysis.agreement.values import Undefined


def gwet_ac(ratings: Ratings | Tallies, weights: ValueWeights = IDENTITY) -> ChanceCorrected:
    """Return AC1, or AC2 with weights: chance is `T_w Σ π(1-π) / (q(q-1))` of the q values that could be given.

    Gwet 2008, British Journal of Mathematical and Statistical Psychology 61(1), 29-48; gaps and weights as in Gwet
    2014, ch. 2 and 3. With one value alone it is not defined: NO_VARIATION.
    """
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return ChanceCorrected(undefined=lack)
    number = len(tallies.values)
    if number < 2:
        return ChanceCorrected(undefined=Undefined.NO_VARIATION)
    shares = tallies.shares()
    factor = weights.total(number) / (number * (number - 1))
    expected = factor * sum(share * (1 - share) for share in shares)
    units = [
        UnitShare(
            units,
            unit_agreement(tally, weights),
            factor * sum(count * (1 - shares[value]) for value, count in tally) / size_of(tally),
        )
        for tally, units in tallies.units.items()
    ]
    return correct_for_chance(units, expected)
