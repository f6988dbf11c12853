"""Percent agreement: the share of pairs of coders that give a unit the same value."""

from __future__ import annotations

from kodebenk.analysis.agreement.chance_correction import ChanceCorrected, UnitShare, correct_for_chance
from kodebenk.analysis.agreement.ratings import Ratings, Tallies, Tally, find_lack, size_of, tallies_of
from kodebenk.analysis.agreement.value_weights import IDENTITY, ValueWeights


def percent_agreement(ratings: Ratings | Tallies, weights: ValueWeights = IDENTITY) -> ChanceCorrected:
    """Return the mean over units of the share of pairs that agree, 0 to 1; a weighted pair agrees in part.

    Units with one value have no pair and drop out. Any number of coders, gaps allowed (Gwet 2014, ch. 2, p_a; for
    complete tables Fleiss 1971, Psychological Bulletin 76(5), p. 379, eq. 3). Chance plays no part: `expected` is 0.
    """
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return ChanceCorrected(undefined=lack)
    shares = [UnitShare(number, unit_agreement(tally, weights), 0.0) for tally, number in tallies.units.items()]
    return correct_for_chance(shares, 0.0)


def unit_agreement(tally: Tally, weights: ValueWeights = IDENTITY) -> float | None:
    """Return the share of a unit's pairs of coders that agree; None when it has no pair."""
    size = size_of(tally)
    if size < 2:
        return None
    if not weights.points:
        return sum(count * (count - 1) for _, count in tally) / (size * (size - 1))
    near = (one * other * weights.between(value, second) for value, one in tally for second, other in tally)
    return (sum(near) - size) / (size * (size - 1))
