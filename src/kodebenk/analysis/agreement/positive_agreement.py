"""Agreement on what was coded, where what was not coded cannot be counted or would drown it."""

from __future__ import annotations

from kodebenk.analysis.agreement.ratings import Ratings, Tallies, find_lack, size_of, tallies_of
from kodebenk.analysis.agreement.values import Coefficient, Undefined


def positive_agreement_by_value(ratings: Ratings | Tallies) -> list[Coefficient]:
    """Return for each value: of those paired with a coder who gave it, the share who gave it too.

    `Σ r(r-1) / Σ r(m-1)` over units, r of whose m coders gave the value (Fleiss 1971, p. 381, eq. 13; Cicchetti and
    Feinstein 1990, Journal of Clinical Epidemiology 43(6), 551-558). With two coders it is Dice's index, F1 and
    Holsti's coefficient (Hripcsak and Rothschild 2005, JAMIA 12(3), 296-298). NOTHING_CODED where nobody gave it.
    """
    tallies = tallies_of(ratings)
    if lack := find_lack(tallies):
        return [Coefficient(undefined=lack)] * len(tallies.values)
    both, possible = [0] * len(tallies.values), [0] * len(tallies.values)
    for tally, number in tallies.units.items():
        others = size_of(tally) - 1
        for value, count in tally:
            both[value] += number * count * (count - 1)
            possible[value] += number * count * others
    return [_share(one, of) for one, of in zip(both, possible, strict=True)]


def holsti(first: int, second: int, agreed: int) -> Coefficient:
    """Return Holsti's coefficient of two coders' decisions, of which so many agree.

    `2M / (N1 + N2)`: Holsti 1969, Content Analysis for the Social Sciences and Humanities, p. 140.
    """
    return _share(2 * agreed, first + second)


def jaccard(first: int, second: int, agreed: int) -> Coefficient:
    """Return the share of what both coded in what either did (Jaccard 1912, New Phytologist 11(2), 37-50)."""
    return _share(agreed, first + second - agreed)


def _share(part: int, whole: int) -> Coefficient:
    return Coefficient(part / whole) if whole else Coefficient(undefined=Undefined.NOTHING_CODED)
