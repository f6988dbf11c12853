"""Brennan and Prediger's kappa: chance is a blind pick among the values."""

from __future__ import annotations

from kodebenk.analysis.agreement.chance_correction import ChanceCorrected, UnitShare, correct_for_chance
from kodebenk.analysis.agreement.percent_agreement import unit_agreement
from kodebenk.analysis.agreement.ratings import Ratings, Tallies, find_lack, tallies_of
from kodebenk.analysis.agreement.value_weights import IDENTITY, ValueWeights


def brennan_prediger(ratings: Ratings | Tallies, weights: ValueWeights = IDENTITY) -> ChanceCorrected:
    """Return Brennan and Prediger's kappa: chance is one of the q values that could be given, `1/q`.

    Brennan and Prediger 1981, Educational and Psychological Measurement 41(3), 687-699; for two coders the S of
    Bennett, Alpert and Goldstein 1954, for more Randolph 2005; weighted `T_w / q²` (Gwet 2014, ch. 3). It depends on
    how many values could be given: NO_VARIATION with one.
    """
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return ChanceCorrected(undefined=lack)
    number = len(tallies.values)
    expected = weights.total(number) / number**2
    shares = [UnitShare(units, unit_agreement(tally, weights), expected) for tally, units in tallies.units.items()]
    return correct_for_chance(shares, expected)
