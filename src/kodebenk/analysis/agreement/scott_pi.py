"""Scott's pi: two coders who are taken to share one habit."""

from __future__ import annotations

from kodebenk.analysis.agreement.chance_correction import ChanceCorrected
from kodebenk.analysis.agreement.fleiss_kappa import fleiss_kappa
from kodebenk.analysis.agreement.ratings import Ratings, find_lack_for_two
from kodebenk.analysis.agreement.value_weights import IDENTITY, ValueWeights


def scott_pi(ratings: Ratings, weights: ValueWeights = IDENTITY) -> ChanceCorrected:
    """Return Scott's pi: chance is both coders giving a value as often as the two together do.

    Scott 1955, Public Opinion Quarterly 19(3), 321-325. It is what Fleiss' kappa is for two coders. Its source has no
    gaps: else TOO_MANY_CODERS or MISSING_VALUES.
    """
    if lack := find_lack_for_two(ratings):
        return ChanceCorrected(undefined=lack)
    return fleiss_kappa(ratings, weights)
