"""Fleiss' kappa: any number of coders who are taken to share one habit."""

from __future__ import annotations

from collections.abc import Sequence

from kodebenk.analysis.agreement.chance_correction import ChanceCorrected, UnitShare, correct_for_chance
from kodebenk.analysis.agreement.percent_agreement import unit_agreement
from kodebenk.analysis.agreement.positive_agreement import positive_agreement_by_value
from kodebenk.analysis.agreement.ratings import Ratings, Tallies, find_lack, size_of, tallies_of
from kodebenk.analysis.agreement.value_weights import IDENTITY, ValueWeights
from kodebenk.analysis.agreement.values import Coefficient, Undefined


def fleiss_kappa(ratings: Ratings | Tallies, weights: ValueWeights = IDENTITY) -> ChanceCorrected:
    """Return Fleiss' kappa: chance is two coders giving a value as often as all coders together do.

    Fleiss 1971, Psychological Bulletin 76(5), 378-382; with weights and gaps Gwet 2014, ch. 2 and 3. It generalises
    Scott's pi, not Cohen's kappa.
    """
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return ChanceCorrected(undefined=lack)
    shares = tallies.shares()
    near = weights.nearness(shares)
    expected = sum(share * one for share, one in zip(shares, near, strict=True))
    units = [
        UnitShare(
            number,
            unit_agreement(tally, weights),
            sum(count * near[value] for value, count in tally) / size_of(tally),
        )
        for tally, number in tallies.units.items()
    ]
    return correct_for_chance(units, expected)


def fleiss_kappa_by_value(ratings: Ratings | Tallies) -> list[Coefficient]:
    """Return the kappa of each value against all others together (Fleiss 1971, p. 381, eq. 16).

    A value that nobody or everybody gives always is NO_VARIATION.
    """
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return [Coefficient(undefined=lack)] * len(tallies.values)
    return _corrected(positive_agreement_by_value(tallies), tallies.shares())


def _corrected(agreements: Sequence[Coefficient], shares: Sequence[float]) -> list[Coefficient]:
    return [
        Coefficient(undefined=Undefined.NO_VARIATION)
        if one.value is None or 1 - share < 1e-12
        else Coefficient((one.value - share) / (1 - share))
        for one, share in zip(agreements, shares, strict=True)
    ]
