"""Fournier's boundary similarity: where several coders divide the same text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, combinations

from kodebenk.analysis.agreement.continuum import Continuum
from kodebenk.analysis.agreement.values import Coefficient, Undefined

NEAR = 2
"""Boundaries less than this far apart are near misses, as in Fournier 2013."""


def boundaries_of_masses(masses: Sequence[int]) -> list[int]:
    """Return where a segmentation has its boundaries, told by the lengths of its segments."""
    return list(accumulate(masses))[:-1]


def boundary_similarity(first: Sequence[int], second: Sequence[int], near: int = NEAR) -> Coefficient:
    """Return Fournier's B of two segmentations of one text: 1 where all boundaries are the same, 0 where none is near.

    Fournier 2013, Evaluating Text Segmentation using Boundary Edit Distance, Proceedings of ACL 51, 1702-1712, for one
    kind of boundary. It knows no categories and no chance. NO_VARIATION where neither has a boundary.

    Args:
        first: positions of the boundaries inside the text.
        second: those of the other coder.
        near: a boundary that is moved by less than this counts as moved (by its share of `near`), not as two errors.
    """
    same = len({*first} & {*second})
    left, right = sorted({*first} - {*second}), sorted({*second} - {*first})
    moved = [abs(left[one] - right[other]) for one, other in _pair_near(left, right, near)]
    alone = len(left) + len(right) - 2 * len(moved)
    edits = same + len(moved) + alone
    if not edits:
        return Coefficient(undefined=Undefined.NO_VARIATION)
    return Coefficient(1 - (alone + sum(moved) / near) / edits)


def mean_boundary_similarity(continuum: Continuum, near: int = NEAR) -> Coefficient:
    """Return the mean B of all pairs of coders.

    NOT_SEGMENTED unless everyone divided the whole continuum; pairs without any boundary are left out.
    """
    if len(continuum.units) < 2:
        return Coefficient(undefined=Undefined.TOO_FEW_CODERS)
    if not continuum.length or not continuum.is_segmented:
        return Coefficient(undefined=Undefined.NOT_SEGMENTED)
    borders = [[unit.start for unit in units[1:]] for units in continuum.units.values()]
    found = [boundary_similarity(first, second, near).value for first, second in combinations(borders, 2)]
    told = [value for value in found if value is not None]
    return Coefficient(sum(told) / len(told)) if told else Coefficient(undefined=Undefined.NO_VARIATION)


def _pair_near(left: Sequence[int], right: Sequence[int], near: int) -> list[tuple[int, int]]:
    """Return as many pairs of near boundaries as can be, of these the nearest, told by their places in the lists."""
    return [
        (one + first, other + second)
        for (one, left_end), (other, right_end) in _clusters(left, right, near)
        for first, second in _pair_cluster(left[one:left_end], right[other:right_end], near)
    ]


def _clusters(
    left: Sequence[int], right: Sequence[int], near: int
) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Yield ranges of both lists between which nothing is near."""
    one = other = 0
    while one < len(left) and other < len(right):
        first, second = one, other
        reached = min(left[one], right[other])
        while True:
            if one < len(left) and left[one] < reached + near and (other == len(right) or left[one] <= right[other]):
                reached, one = left[one], one + 1
            elif other < len(right) and right[other] < reached + near:
                reached, other = right[other], other + 1
            else:
                break
        yield (first, one), (second, other)


def _pair_cluster(left: Sequence[int], right: Sequence[int], near: int) -> list[tuple[int, int]]:
    """Return the best pairs of a cluster; best pairs never cross, so a table of all beginnings finds them."""
    best: list[list[tuple[int, int]]] = [[(0, 0)] * (len(right) + 1) for _ in range(len(left) + 1)]
    for one, start in enumerate(left, 1):
        for other, end in enumerate(right, 1):
            pairs, apart = best[one - 1][other - 1]
            distance = abs(start - end)
            paired = (pairs - 1, apart + distance) if distance < near else (0, 0)
            best[one][other] = min(best[one - 1][other], best[one][other - 1], paired)
    return list(_trace(best))


def _trace(best: Sequence[Sequence[tuple[int, int]]]) -> Iterator[tuple[int, int]]:
    one, other = len(best) - 1, len(best[0]) - 1
    while one and other:
        if best[one][other] == best[one - 1][other]:
            one -= 1
        elif best[one][other] == best[one][other - 1]:
            other -= 1
        else:
            one, other = one - 1, other - 1
            yield one, other
