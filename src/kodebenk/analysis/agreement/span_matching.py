"""Finds which passages of one coder answer to which of another. Loads numpy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kodebenk.analysis.agreement.comparison import Comparison
from kodebenk.analysis.agreement.span_layout import Layout, Numbers, Passages, lay_out
from kodebenk.errors import Cancelled


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different coders, by their numbers, and the share of their characters that both have."""

    one: int
    other: int
    iou: float


@dataclass(frozen=True, slots=True, eq=False)
class SpanMatches:
    """The passages of all sources, and how they answer to each other.

    Attributes:
        layout: with the passages; they are numbered as in `layout.passages`.
        same: passages with the same code, matched one to one for each two coders.
        pieces: a passage left over, and the matched one of the other coder that it is a piece of; same code.
        others: passages with different codes, one to one, neither of which has a match or is a piece.
        accompanied: `(passage, coder)` where the coder has not this code there, but another one.
    """

    layout: Layout
    same: tuple[Link, ...]
    pieces: tuple[Link, ...]
    others: tuple[Link, ...]
    accompanied: frozenset[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class Overlaps:
    """Pairs of passages of different coders that overlap, most alike first.

    Attributes:
        one, other: their numbers.
        shared: characters that both have; iou: their share in what either has.
        mostly: they are at least half of the shorter passage.
    """

    one: Numbers
    other: Numbers
    shared: Numbers
    iou: NDArray[np.float64]
    mostly: NDArray[np.bool_]

    def chosen(self, which: NDArray[np.bool_] | Numbers) -> Overlaps:
        """Return some of the pairs."""
        return Overlaps(self.one[which], self.other[which], self.shared[which], self.iou[which], self.mostly[which])


def find_overlaps(passages: Passages) -> Overlaps:
    """Return the pairs of overlapping passages of different coders; ties are ordered by place, not by coder."""
    order = np.lexsort((passages.end, passages.start))
    start, end = passages.start[order], passages.end[order]
    rank = np.arange(len(order))
    counts = np.searchsorted(start, end, "left") - rank - 1
    first = np.repeat(rank, counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    apart = passages.coder[order[first]] != passages.coder[order[second]]
    first, second = first[apart], second[apart]
    shared = np.minimum(end[first], end[second]) - start[second]
    size = end - start
    iou = shared / (size[first] + size[second] - shared)
    mostly = 2 * shared >= np.minimum(size[first], size[second])
    ranked = np.lexsort((second, first, -iou))
    return Overlaps(order[first], order[second], shared, iou, mostly).chosen(ranked)


def match_spans(
    comparison: Comparison, is_cancelled: Callable[[], bool] = lambda: False, layout: Layout | None = None
) -> SpanMatches:
    """Return how the passages answer to each other; those that are most alike are matched first.

    All sources take part that a coder has finished, also those with one such coder, whose passages answer to none.

    Args:
        comparison: what is compared.
        is_cancelled: asked now and then.
        layout: what `lay_out` gives of it, where that is known already.

    Raises:
        Cancelled: the user stopped.
    """
    layout = layout or lay_out(comparison.sources, comparison.coders, comparison.codes)
    passages, coders = layout.passages, max(1, comparison.coders)
    overlaps = find_overlaps(passages)
    if is_cancelled():
        raise Cancelled
    one, other = overlaps.one, overlaps.other
    alike = passages.code[one] == passages.code[other]
    matching = _Matching(passages.coder.tolist(), coders)
    same = matching.match(overlaps.chosen(alike))
    pieces = matching.attach(overlaps.chosen(alike & overlaps.mostly))
    if is_cancelled():
        raise Cancelled
    unlike = overlaps.chosen(~alike & overlaps.mostly)
    others = matching.match(unlike.chosen(_both_count(layout, unlike)))
    return SpanMatches(layout, same, pieces, others, matching.find_open(unlike))


class _Matching:
    """Which passages have been answered by which coder."""

    def __init__(self, coder_of: list[int], coders: int) -> None:
        self._coder_of = coder_of
        self._coders = coders
        self._answered: set[int] = set()

    def match(self, pairs: Overlaps) -> tuple[Link, ...]:
        """Return pairs in their order, each passage at most once for each other coder, and hold them for answered."""
        found = []
        for one, other, iou in zip(pairs.one.tolist(), pairs.other.tolist(), pairs.iou.tolist(), strict=True):
            keys = self._keys(one, other)
            if self._answered.isdisjoint(keys):
                self._answered.update(keys)
                found.append(Link(one, other, iou))
        return tuple(found)

    def attach(self, pairs: Overlaps) -> tuple[Link, ...]:
        """Return the pairs in which one passage alone is unanswered; it is a piece of the other. The best are first."""
        found = []
        for one, other, iou in zip(pairs.one.tolist(), pairs.other.tolist(), pairs.iou.tolist(), strict=True):
            mine, its = self._keys(one, other)
            if (mine in self._answered) != (its in self._answered):
                found.append(Link(one, other, iou) if its in self._answered else Link(other, one, iou))
                self._answered.update((mine, its))
        return tuple(found)

    def find_open(self, pairs: Overlaps) -> frozenset[tuple[int, int]]:
        """Return the passages of pairs that the other's coder has not answered, with that coder."""
        found = set()
        for one, other in zip(pairs.one.tolist(), pairs.other.tolist(), strict=True):
            mine, its = self._keys(one, other)
            if mine not in self._answered:
                found.add((one, self._coder_of[other]))
            if its not in self._answered:
                found.add((other, self._coder_of[one]))
        return frozenset(found)

    def _keys(self, one: int, other: int) -> tuple[int, int]:
        return one * self._coders + self._coder_of[other], other * self._coders + self._coder_of[one]


def _both_count(layout: Layout, pairs: Overlaps) -> NDArray[np.bool_]:
    """Return the pairs in which either code is in the other coder's codebook."""
    passages, seen = layout.passages, layout.seen
    mine = seen[passages.source[pairs.one], passages.code[pairs.one]] >> passages.coder[pairs.other] & 1
    its = seen[passages.source[pairs.other], passages.code[pairs.other]] >> passages.coder[pairs.one] & 1
    both: NDArray[np.bool_] = (mine & its).astype(bool)
    return both
