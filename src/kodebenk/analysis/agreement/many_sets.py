"""Alpha of sets where there are thousands of different ones, as when free passages overlap. Loads numpy."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from math import comb, fsum

import numpy as np
from numpy.typing import NDArray

from kodebenk.analysis.agreement.ratings import Ratings
from kodebenk.analysis.agreement.set_valued_alpha import SetDistance, jaccard_distance, masi_distance
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.errors import Cancelled

_Numbers = NDArray[np.int64]
_Pair = tuple[int, int, int]
"""How many codes two sets have, and how many of these both have; nothing else plays a part in their distance."""

_SMALL = 8
"""Codes of a set whose subsets are all counted. Sets with more are set against every other set."""

_ROWS = 64
"""Sets that are set against all others at a time."""

_BETWEEN = {SetDistance.JACCARD: jaccard_distance, SetDistance.MASI: masi_distance}


def set_alphas(ratings: Ratings, is_cancelled: Callable[[], bool] = lambda: False) -> Mapping[SetDistance, Coefficient]:
    """Return what `set_valued_alpha` returns for both distances, of units that every coder has rated.

    The expected disagreement needs the distance between every two sets, and fifteen thousand sets have a hundred
    million pairs. How many pairs share how many codes is therefore counted by the subsets of the sets, which are few,
    in whole numbers: nothing is rounded before the distances are added.

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
    within = _count_within_units(sets, ratings, is_cancelled)
    anywhere = _count_all_pairs([sets[value] for value in totals], list(totals.values()), is_cancelled)
    return {
        distance: Coefficient(1 - (every - 1) * _sum_within_units(within, distance) / _sum(anywhere, distance))
        for distance in SetDistance
    }


def _sum(pairs: Mapping[_Pair, int], distance: SetDistance) -> float:
    return fsum(number * _distance_of(pair, distance) for pair, number in pairs.items())


def _distance_of(pair: _Pair, distance: SetDistance) -> float:
    one, other, shared = pair
    return _BETWEEN[distance](frozenset(range(one)), frozenset(range(one - shared, one - shared + other)))


def _count_within_units(
    sets: Sequence[frozenset[int]], ratings: Ratings, is_cancelled: Callable[[], bool]
) -> dict[int, Counter[_Pair]]:
    """Return how many pairs of values of one unit are alike, by how many values their unit has."""
    found: defaultdict[int, Counter[_Pair]] = defaultdict(Counter)
    _stop_if(is_cancelled)
    for pattern, units in ratings.patterns.items():
        given = [sets[value] for value in pattern if value is not None]
        pairs = found[len(given)]
        for one, other in combinations(given, 2):
            pairs[len(one), len(other), len(one & other)] += units
    return found


def _sum_within_units(pairs_by_size: Mapping[int, Mapping[_Pair, int]], distance: SetDistance) -> float:
    return fsum(2 * _sum(pairs, distance) / (size - 1) for size, pairs in pairs_by_size.items() if size > 1)


def _count_all_pairs(
    sets: Sequence[frozenset[int]], weights: Sequence[int], is_cancelled: Callable[[], bool]
) -> Mapping[_Pair, int]:
    """Return how many ordered pairs of values are alike, each set standing for as many values as it weighs.

    In whole numbers up to 2⁵³ pairs of a kind, which are a hundred million characters.
    """
    number_of = {code: number for number, code in enumerate(sorted(frozenset().union(*sets)))}
    order = sorted(range(len(sets)), key=lambda one: -len(sets[one]))
    members = [sorted(number_of[code] for code in sets[one]) for one in order]
    weights = [weights[one] for one in order]
    large = sum(len(one) > _SMALL for one in members)
    found: Counter[_Pair] = Counter()
    if large:
        found.update(_count_large(members, weights, large, is_cancelled))
    if large < len(members):
        found.update(_count_small(members[large:], weights[large:], is_cancelled))
    return found


def _count_small(
    members: Sequence[Sequence[int]], weights: Sequence[int], is_cancelled: Callable[[], bool]
) -> Counter[_Pair]:
    """Return the pairs by the subsets that both have: two sets that share s codes share C(s, k) subsets of k codes."""
    moments = list(_count_shared_subsets(members, weights, is_cancelled))
    found: Counter[_Pair] = Counter()
    for one, other in np.argwhere(moments[0]).tolist():
        together = [int(moment[one, other]) for moment in moments]
        for shared in range(min(one, other) + 1):
            signed = ((-1) ** (k - shared) * comb(k, shared) * together[k] for k in range(shared, len(together)))
            if number := sum(signed):
                found[one, other, shared] = number
    return found


def _count_shared_subsets(
    members: Sequence[Sequence[int]], weights: Sequence[int], is_cancelled: Callable[[], bool]
) -> Iterator[NDArray[np.float64]]:
    """Yield for k = 0, 1, 2 … how many subsets of k codes the pairs of sets share, by the sizes of either set.

    A subset is told by the number of all its codes but the last, and the last.
    """
    sizes = np.array([len(one) for one in members], dtype=np.int64)
    weight, codes = np.array(weights, dtype=np.float64), np.array([code for one in members for code in one], np.int64)
    base, width = np.cumsum(sizes) - sizes, _SMALL + 1
    owner, past, subset = np.arange(len(sizes)), np.zeros_like(sizes), np.zeros_like(sizes)
    while len(owner):
        _stop_if(is_cancelled)
        number = int(subset.max()) + 1
        cells = np.bincount(subset * width + sizes[owner], weights=weight[owner], minlength=number * width)
        by_size = cells.reshape(number, width).astype(np.float64)
        yield by_size.T @ by_size
        left = sizes[owner] - past
        row = np.repeat(np.arange(len(owner)), left)
        added = past[row] + np.arange(len(row)) - np.repeat(np.cumsum(left) - left, left)
        owner, past = owner[row], added + 1
        key = subset[row] * (int(codes.max(initial=0)) + 1) + codes[base[owner] + added]
        subset = np.unique(key, return_inverse=True)[1]


def _count_large(
    members: Sequence[Sequence[int]], weights: Sequence[int], large: int, is_cancelled: Callable[[], bool]
) -> Counter[_Pair]:
    """Return the pairs of which at least one set is large; these sets come first."""
    sizes = np.array([len(one) for one in members], dtype=np.int64)
    table = np.zeros((len(members), max(one[-1] for one in members if one) + 1), dtype=np.float32)
    for row, one in enumerate(members):
        table[row, one] = 1
    weight, room = np.array(weights, dtype=np.float64), int(sizes.max()) + 1
    cells = np.zeros((room, room * room))
    for first in range(0, large, _ROWS):
        _stop_if(is_cancelled)
        shared = (table[first : min(first + _ROWS, large)] @ table[first:].T).astype(np.int64)
        kinds = shared + sizes[first:] * room
        for row in range(len(shared)):
            # Each pair of different sets stands for both orders.
            counted = np.bincount(kinds[row, row:], weights=weight[first + row :], minlength=room * room) * 2
            counted[kinds[row, row]] -= weight[first + row]
            cells[sizes[first + row]] += counted * weight[first + row]
    found = zip(*(part.tolist() for part in np.nonzero(cells.reshape(room, room, room))), strict=True)
    return Counter({(one, other, shared): int(cells[one, other * room + shared]) for one, other, shared in found})


def _stop_if(is_cancelled: Callable[[], bool]) -> None:
    if is_cancelled():
        raise Cancelled
