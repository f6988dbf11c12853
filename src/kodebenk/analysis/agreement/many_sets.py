"""Alpha of sets where there are thousands of different ones, as when free passages overlap. Loads numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from kodebenk.analysis.agreement.ratings import Ratings
from kodebenk.analysis.agreement.set_valued_alpha import SetDistance, jaccard_distance, masi_distance
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.errors import Cancelled

_ROWS = 512
"""Sets that are set against all others at a time."""

_BETWEEN = {SetDistance.JACCARD: jaccard_distance, SetDistance.MASI: masi_distance}


def set_alphas(ratings: Ratings, is_cancelled: Callable[[], bool] = lambda: False) -> Mapping[SetDistance, Coefficient]:
    """Return what `set_valued_alpha` returns for both distances, of units that every coder has rated.

    The expected disagreement needs the distance between every two sets: two thousand sets take two million distances,
    which are computed as whole tables here, in single precision: alpha is right to six decimals.

    Raises:
        Cancelled: the user stopped.
    """
    # The values of set-valued ratings are sets, which their type leaves open.
    sets: list[frozenset[int]] = [frozenset(one) for one in ratings.values]  # type: ignore[call-overload]
    totals: Counter[int] = Counter()
    for pattern, units in ratings.patterns.items():
        for value in pattern:
            if value is not None:
                totals[value] += units
    every = totals.total()
    if not every:
        return dict.fromkeys(SetDistance, Coefficient(undefined=Undefined.NO_UNITS))
    if len(totals) < 2:
        return dict.fromkeys(SetDistance, Coefficient(undefined=Undefined.NO_VARIATION))
    expected = _sum_all_pairs(sets, totals, is_cancelled)
    return {
        distance: _alpha(_sum_within_units(sets, ratings, distance), expected[distance], every)
        for distance in SetDistance
    }


def _alpha(observed: float, expected: float, every: int) -> Coefficient:
    """Return alpha of the sums of distances, within units per value and of all values."""
    return Coefficient(1 - (every - 1) * observed / expected)


def _sum_within_units(sets: list[frozenset[int]], ratings: Ratings, distance: SetDistance) -> float:
    between, total = _BETWEEN[distance], 0.0
    for pattern, units in ratings.patterns.items():
        given = [sets[value] for value in pattern if value is not None]
        total += 2 * units * sum(between(one, other) for one, other in combinations(given, 2)) / (len(given) - 1)
    return total


def _sum_all_pairs(
    sets: list[frozenset[int]], totals: Mapping[int, int], is_cancelled: Callable[[], bool]
) -> dict[SetDistance, float]:
    """Return for each distance the sum over all ordered pairs of values."""
    codes = sorted(frozenset().union(*sets))
    place = {code: number for number, code in enumerate(codes)}
    members = np.zeros((len(sets), max(1, len(codes))), dtype=np.float32)
    for number, one in enumerate(sets):
        members[number, [place[code] for code in one]] = 1
    weights = np.array([totals.get(number, 0) for number in range(len(sets))], dtype=np.float64)
    sums = dict.fromkeys(SetDistance, 0.0)
    for first in range(0, len(sets), _ROWS):
        if is_cancelled():
            raise Cancelled
        mine, rest = weights[first : first + _ROWS], weights[first + _ROWS :]
        for distance, table in _distances(members[first : first + _ROWS], members[first:]).items():
            among, beyond = table[:, : len(mine)], table[:, len(mine) :]
            sums[distance] += float(mine @ (among @ mine) + 2 * mine @ (beyond @ rest))
    return sums


def _distances(rows: NDArray[np.float32], columns: NDArray[np.float32]) -> dict[SetDistance, NDArray[np.float32]]:
    shared = rows @ columns.T
    mine, its = rows.sum(axis=1)[:, None], columns.sum(axis=1)[None, :]
    together = mine + its - shared
    jaccard = np.divide(shared, together, out=np.ones_like(shared), where=together > 0)
    # Thirds: one, two where one set holds the other, three where they are equal.
    thirds = (shared == np.minimum(mine, its)).astype(np.float32)
    thirds += together == shared
    thirds += 1
    thirds *= jaccard / 3
    return {SetDistance.JACCARD: 1 - jaccard, SetDistance.MASI: 1 - thirds}
