"""Alpha of sets: units that may have several codes at once, where sets that overlap agree in part."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import StrEnum
from typing import cast

from kodebenk.analysis.agreement.krippendorff_alpha import Alpha, alpha_by_distance
from kodebenk.analysis.agreement.ratings import Ratings, Tallies, Value


class SetDistance(StrEnum):
    """How far apart two sets are; a coefficient must be told with the name of its distance."""

    JACCARD = "jaccard"
    MASI = "masi"


def set_valued_alpha(ratings: Ratings | Tallies, distance: SetDistance = SetDistance.MASI) -> Alpha:
    """Return Krippendorff's alpha of ratings whose values are frozen sets of codes.

    The empty set is a value (the coder found none of the codes), None is a gap. With MASI it is the measure of
    Passonneau 2006, Measuring Agreement on Set-valued Items (MASI), LREC 2006. Other programs print other figures
    under the same name: DKPro takes `(1-J)(1-M)` for the distance, NLTK rounds M to .67 and .33.
    """
    return alpha_by_distance(ratings, _masi_of if distance is SetDistance.MASI else _jaccard_of)


def jaccard_distance(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Return 1 less the share of common elements in all; 0 for two empty sets."""
    together = len(one | other)
    return 1 - len(one & other) / together if together else 0.0


def masi_distance(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    """Return `1 - J·M`, with J the share of common elements.

    M is 1 for equal sets, 2/3 where one holds the other, 1/3 where they overlap, else 0.
    """
    return 1 - (1 - jaccard_distance(one, other)) * _monotonicity(one, other)


def _monotonicity(one: AbstractSet[object], other: AbstractSet[object]) -> float:
    if one == other:
        return 1.0
    if one <= other or other <= one:
        return 2 / 3
    return 1 / 3 if one & other else 0.0


def _masi_of(one: Value, other: Value) -> float:
    return masi_distance(cast(AbstractSet[object], one), cast(AbstractSet[object], other))


def _jaccard_of(one: Value, other: Value) -> float:
    return jaccard_distance(cast(AbstractSet[object], one), cast(AbstractSet[object], other))
