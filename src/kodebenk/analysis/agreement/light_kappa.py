"""Light's kappa: the mean of Cohen's kappas of all pairs of coders."""

from __future__ import annotations

from itertools import combinations
from statistics import fmean

from kodebenk.analysis.agreement.cohen_kappa import cohen_kappa
from kodebenk.analysis.agreement.ratings import Ratings, find_lack_for_all
from kodebenk.analysis.agreement.value_weights import IDENTITY, ValueWeights
from kodebenk.analysis.agreement.values import Coefficient


def light_kappa(ratings: Ratings, weights: ValueWeights = IDENTITY) -> Coefficient:
    """Return the mean of Cohen's kappas of all pairs (Light 1971, Psychological Bulletin 76(5), 365-377).

    Its source has no gaps: else MISSING_VALUES. NO_VARIATION where the kappa of one pair is not defined.
    """
    if lack := find_lack_for_all(ratings):
        return Coefficient(undefined=lack)
    kappas = []
    for pair in combinations(ratings.active_coders, 2):
        kappa = cohen_kappa(ratings.of_coders(pair), weights)
        if kappa.value is None:
            return Coefficient(undefined=kappa.undefined)
        kappas.append(kappa.value)
    return Coefficient(fmean(kappas))
