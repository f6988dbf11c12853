"""Finds the characters of a place on which raters differ."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kodebenk.analysis.agreement.comparison import Range
from kodebenk.analysis.agreement.values import CodedSpan


@dataclass(frozen=True, slots=True)
class DifferingPart:
    """Characters `[start, end)`, in code points, that not all raters coded alike.

    Attributes:
        codes: those that somebody gave here, by number, ascending.
    """

    start: int
    end: int
    codes: tuple[int, ...]


def find_differing_parts(
    spans: Iterable[CodedSpan], counting: Mapping[int, frozenset[int]], scope: Sequence[Range] | None
) -> tuple[DifferingPart, ...]:
    """Return the parts on which not everybody who counts for a code gave it, or nobody did.

    Args:
        spans: The passages in question at one place.
        counting: For each code, by number, the raters who count for it.
        scope: Ranges that count, sorted and apart; None is the whole text.
    """
    parts: list[DifferingPart] = []
    for start, end, given in _segments(spans):
        codes = tuple(sorted({code for _, code in given}))
        if any(not _agree(code, raters, given) for code, raters in counting.items()):
            parts += [DifferingPart(low, high, codes) for low, high in _cut(start, end, scope)]
    return tuple(_joined(parts))


def _segments(spans: Iterable[CodedSpan]) -> Iterator[tuple[int, int, frozenset[tuple[int, int]]]]:
    """Yield the ranges between ends of spans with who gave which code there, as (rater, code)."""
    events = sorted(
        (place, (span.coder, span.code), change)
        for span in spans
        for place, change in ((span.start, 1), (span.end, -1))
    )
    given: Counter[tuple[int, int]] = Counter()
    reached = events[0][0] if events else 0
    for place, who, change in events:
        if place > reached:
            yield reached, place, frozenset(one for one, count in given.items() if count)
            reached = place
        given[who] += change


def _agree(code: int, raters: frozenset[int], given: frozenset[tuple[int, int]]) -> bool:
    return sum((rater, code) in given for rater in raters) in (0, len(raters))


def _cut(start: int, end: int, scope: Sequence[Range] | None) -> Iterator[Range]:
    if scope is None:
        yield start, end
        return
    first = max(0, bisect_right(scope, start, key=lambda one: one[0]) - 1)
    for low, high in scope[first:]:
        if low >= end:
            break
        if max(low, start) < min(high, end):
            yield max(low, start), min(high, end)


def _joined(parts: Iterable[DifferingPart]) -> Iterator[DifferingPart]:
    last: DifferingPart | None = None
    for part in parts:
        if last is not None and (last.end, last.codes) == (part.start, part.codes):
            last = DifferingPart(last.start, part.end, last.codes)
            continue
        if last is not None:
            yield last
        last = part
    if last is not None:
        yield last
