"""Which codes each coder gave each unit. Loads numpy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import xor

from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, Range
from kodebenk.analysis.agreement.projection import project_on_units
from kodebenk.analysis.agreement.ratings import Pattern, Ratings
from kodebenk.analysis.agreement.span_layout import Layout, lay_out_shared

_Codes = tuple[frozenset[int], ...]
_Bits = tuple[int, ...]
"""The codes of each coder, as the bits of a number."""


@dataclass(frozen=True, slots=True)
class RatedStretch:
    """A unit of a source, or a run of characters that each coder has coded alike.

    Attributes:
        source: its number.
        unit: number of the unit in the source, from 1; of the run, where characters are the units.
        start, end: in code points of the source.
        size: units that it stands for: 1, or the characters of the run.
        codes: those of each coder.
    """

    source: int
    unit: int
    start: int
    end: int
    size: int
    codes: _Codes


def rate_sets(comparison: Comparison, layout: Layout | None = None) -> Ratings:
    """Return the units of the sources that at least two coders have finished, with the set of each coder's codes.

    `layout` is what `lay_out_shared` gives, where that is known already.
    """
    patterns: Counter[_Bits] = Counter()
    ranges, size = _find_coded(comparison, layout or lay_out_shared(comparison))
    for start, end, codes in _walk(ranges, comparison.coders, size):
        patterns[codes] += end - start
    values = list(dict.fromkeys(one for codes in patterns for one in codes))
    place = {one: number for number, one in enumerate(values)}
    counted: dict[Pattern, int] = {tuple(place[one] for one in codes): units for codes, units in patterns.items()}
    return Ratings(tuple(map(_codes_of, values)), counted)


def list_stretches(comparison: Comparison) -> Iterator[RatedStretch]:
    """Yield the units of all sources in order; all coders must have finished all of them.

    Characters come as runs, for a text has too many of them.
    """
    ranges, size = _find_coded(comparison, lay_out_shared(comparison))
    walked = list(_walk(ranges, comparison.coders, size))
    places = _list_characters(comparison) if _has_characters(comparison) else _list_units(comparison)
    at = 0
    numbers: Counter[int] = Counter()
    for source, low, high, first, past in places:
        while walked[at][1] <= first:
            at += 1
        here = at
        while here < len(walked) and walked[here][0] < past:
            start, end, codes = walked[here]
            cut = (low + max(start - first, 0), min(low + end - first, high)) if past - first > 1 else (low, high)
            numbers[source] += 1
            shared = min(end, past) - max(start, first)
            yield RatedStretch(source, numbers[source], *cut, shared, tuple(map(_codes_of, codes)))
            here += 1


def _has_characters(comparison: Comparison) -> bool:
    return all(source.units is None for source in comparison.sources)


def _list_units(comparison: Comparison) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield source, range in the source, and range on the axis of units."""
    number = 0
    for source, one in enumerate(comparison.sources):
        for start, end in one.units or ():
            yield source, start, end, number, number + 1
            number += 1


def _list_characters(comparison: Comparison) -> Iterator[tuple[int, int, int, int, int]]:
    reached = 0
    for source, one in enumerate(comparison.sources):
        for start, end in _ranges_of(one):
            yield source, start, end, reached, reached + end - start
            reached += end - start


def _ranges_of(source: ComparedSource) -> Sequence[Range]:
    return ((0, source.length),) if source.scope is None else source.scope


def _find_coded(comparison: Comparison, layout: Layout) -> tuple[list[tuple[int, int, int, int]], int]:
    """Return what is coded as `(start, end, coder, code)` on the axis of units, and its length."""
    stretches, coders = layout.stretches, max(1, comparison.coders)
    group, start, end = stretches.code * coders + stretches.coder, stretches.start, stretches.end
    size = layout.size
    if layout.unit_start is not None and layout.unit_end is not None:
        group, start, end = project_on_units(comparison.rule, (group, start, end), (layout.unit_start, layout.unit_end))
        size = len(layout.unit_start)
    columns = (start, end, group % coders, group // coders)
    return list(zip(*(column.tolist() for column in columns), strict=True)), size


def _walk(ranges: Sequence[tuple[int, int, int, int]], coders: int, size: int) -> Iterator[tuple[int, int, _Bits]]:
    """Yield the whole axis in pieces in which each coder has the same codes; no two ranges of one code overlap."""
    changes: dict[int, list[int]] = {0: [0] * coders, size: [0] * coders}
    for start, end, coder, code in ranges:
        for place in (start, end):
            if place not in changes:
                changes[place] = [0] * coders
            changes[place][coder] ^= 1 << code
    active: _Bits = (0,) * coders
    for start, end in pairwise(sorted(changes)):
        active = tuple(map(xor, active, changes[start]))
        yield start, end, active


def _codes_of(bits: int) -> frozenset[int]:
    codes = []
    while bits:
        codes.append(bits.bit_length() - 1)
        bits ^= 1 << codes[-1]
    return frozenset(codes)
