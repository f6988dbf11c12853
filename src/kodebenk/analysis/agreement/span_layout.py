"""Lays the spans of all sources on one axis of the characters that count. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray

from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison

Numbers = NDArray[np.int64]

_FIELDS = attrgetter("start", "end", "coder", "code")


@dataclass(frozen=True, slots=True, eq=False)
class Passages:
    """Passages in columns; those of one coder and code do not overlap.

    Attributes:
        start, end: on the axis.
        raw_start, raw_end: in all texts one after the other, with a character between them.
        source, coder, code: their numbers.
    """

    start: Numbers
    end: Numbers
    raw_start: Numbers
    raw_end: Numbers
    source: Numbers
    coder: Numbers
    code: Numbers

    def __len__(self) -> int:
        return len(self.start)

    def chosen(self, which: NDArray[np.bool_] | Numbers) -> Passages:
        """Return some of the passages."""
        return Passages(
            self.start[which],
            self.end[which],
            self.raw_start[which],
            self.raw_end[which],
            self.source[which],
            self.coder[which],
            self.code[which],
        )


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """All sources of a comparison on one axis, on which only characters in scope have room.

    Attributes:
        size: of the axis.
        text_start: where each source begins in the texts one after the other.
        source_start: where it begins on the axis; empty sources begin where the next does.
        cluster_start: where clusters begin on the axis, ascending, none empty.
        unit_start, unit_end: the grid, or None for characters; units without a character in scope are left out.
        passages: one for spans that overlap.
        stretches: one for spans that overlap or touch in the text.
        seen: for each source and code the coders who count, as bits.
        axis: on which it all lies.
        spans: rows of start and end in the texts one after the other, source, coder and code.
    """

    size: int
    text_start: Numbers
    source_start: Numbers
    cluster_start: Numbers
    unit_start: Numbers | None
    unit_end: Numbers | None
    passages: Passages
    stretches: Passages
    seen: Numbers
    axis: _Axis
    spans: Numbers

    def source_at(self, places: Numbers) -> Numbers:
        """Return the sources that hold places of the axis."""
        return np.searchsorted(self.source_start, places, "right") - 1


def lay_out(sources: Sequence[ComparedSource], coders: int, codes: int) -> Layout:
    """Return the sources on one axis.

    Raises:
        ValueError: a span has a coder or code beyond the numbers given, or lies outside its text.
    """
    lengths = np.array([source.length for source in sources], dtype=np.int64)
    text_start = np.concatenate(([0], np.cumsum(lengths + 1)))[:-1].astype(np.int64)
    axis = _Axis(sources, text_start)
    seen = _find_seen(sources, codes)
    columns = _read_spans(sources, text_start, coders, codes)
    source, coder, code = columns[2:]
    columns = columns[:, (seen[source, code] >> coder & 1).astype(bool)]
    source_start = axis.place(text_start)
    cluster_start = np.unique(np.concatenate((axis.of_all(sources, "cluster_starts"), source_start)))
    return Layout(
        axis.size,
        text_start,
        source_start,
        cluster_start[cluster_start < axis.size],
        *_lay_grid(sources, axis, text_start),
        _place(_join(columns, coders, codes, touching=False), axis),
        _place(_join(columns, coders, codes, touching=True), axis),
        seen,
        axis,
        columns,
    )


def lay_out_shared(comparison: Comparison, coders: frozenset[int] | None = None) -> Layout:
    """Return on one axis what some coders, or without them any two, have all finished; other sources are empty."""
    shared = [
        source
        if (coders <= source.finished if coders else len(source.finished) > 1)
        else replace(source, spans=(), scope=(), units=None if source.units is None else ())
        for source in comparison.sources
    ]
    return lay_out(shared, comparison.coders, comparison.codes)


def merge_codes(layout: Layout, coders: int, groups: Sequence[Sequence[int]]) -> Layout:
    """Return the layout with each group of codes as one, numbered from 0, and without all others.

    No code is in two groups. Whoever counts for one code of a group counts for the group.
    """
    into = np.full(layout.seen.shape[1], -1, dtype=np.int64)
    for number, codes in enumerate(groups):
        into[list(codes)] = number
    kept = layout.spans[:, into[layout.spans[4]] >= 0]
    columns = np.stack((*kept[:4], into[kept[4]]))
    seen = [np.bitwise_or.reduce(layout.seen[:, list(codes)], axis=1) for codes in groups]
    return replace(
        layout,
        passages=_place(_join(columns, coders, len(groups), touching=False), layout.axis),
        stretches=_place(_join(columns, coders, len(groups), touching=True), layout.axis),
        seen=np.stack(seen, axis=1) if seen else layout.seen[:, :0],
        spans=columns,
    )


def join_ranges(group: Numbers, start: Numbers, end: Numbers, *, touching: bool) -> tuple[Numbers, Numbers, Numbers]:
    """Return the unions of the ranges of each group, as `(group, start, end)` in the order of group and start.

    Args:
        group: numbers from 0.
        start: of the ranges, from 0.
        end: beyond the start.
        touching: ranges that touch are joined as well as those that overlap.
    """
    if not len(start):
        return group, start, end
    room = int(end.max()) + 2
    low = group * room + start
    order = np.argsort(low, kind="stable")
    low = low[order]
    reached = np.maximum.accumulate((group * room + end)[order])
    begins = low[1:] > reached[:-1] if touching else low[1:] >= reached[:-1]
    first = np.concatenate(([True], begins))
    last = np.concatenate((begins, [True]))
    joined = group[order][first]
    return joined, low[first] - joined * room, reached[last] - joined * room


def split_range_ends(values: Sequence[tuple[int, int]]) -> tuple[Numbers, Numbers]:
    """Return the starts and the ends of ranges."""
    both = np.fromiter(chain.from_iterable(values), np.int64, count=2 * len(values)).reshape(-1, 2)
    return both[:, 0], both[:, 1]


class _Axis:
    """Where characters of the texts one after the other lie when only those in scope have room."""

    def __init__(self, sources: Sequence[ComparedSource], text_start: Numbers) -> None:
        self._text_start = text_start
        starts, ends = _find_scope(sources, text_start)
        self._starts, self._lengths = starts, ends - starts
        self._before = np.concatenate(([0], np.cumsum(self._lengths)))
        self.size = int(self._before[-1])

    def place(self, raw: Numbers) -> Numbers:
        """Return how many characters in scope lie before places of the texts one after the other."""
        if not self.size:
            return np.zeros_like(raw)
        at = np.maximum(np.searchsorted(self._starts, raw, "right") - 1, 0)
        found: Numbers = self._before[at] + np.clip(raw - self._starts[at], 0, self._lengths[at])
        return found

    def of_all(self, sources: Sequence[ComparedSource], places: str) -> Numbers:
        """Return the places on the axis that all sources have under a name."""
        raw = [
            np.clip(np.array(getattr(source, places), dtype=np.int64), 0, source.length) + start
            for source, start in zip(sources, self._text_start, strict=True)
        ]
        return self.place(np.concatenate(raw)) if raw else np.zeros(0, dtype=np.int64)


def _find_scope(sources: Sequence[ComparedSource], text_start: Numbers) -> tuple[Numbers, Numbers]:
    ranges = [
        (int(base) + max(0, start), int(base) + min(end, source.length))
        for source, base in zip(sources, text_start, strict=True)
        for start, end in (((0, source.length),) if source.scope is None else source.scope)
    ]
    starts, ends = split_range_ends([one for one in ranges if one[0] < one[1]])
    _, starts, ends = join_ranges(np.zeros_like(starts), starts, ends, touching=True)
    return starts, ends


def _find_seen(sources: Sequence[ComparedSource], codes: int) -> Numbers:
    seen = np.zeros((len(sources), codes), dtype=np.int64)
    for number, source in enumerate(sources):
        seen[number, :] = sum(1 << coder for coder in source.finished)
        for coder, code in source.absent:
            seen[number, code] &= ~(1 << coder)
    return seen


def _read_spans(sources: Sequence[ComparedSource], text_start: Numbers, coders: int, codes: int) -> Numbers:
    """Return the rows raw start, raw end, source, coder and code of all spans with a character."""
    counts = np.array([len(source.spans) for source in sources], dtype=np.int64)
    spans = chain.from_iterable(source.spans for source in sources)
    fields = np.fromiter(chain.from_iterable(map(_FIELDS, spans)), np.int64, count=4 * int(counts.sum())).reshape(-1, 4)
    start, end, coder, code = fields.T
    source = np.repeat(np.arange(len(sources)), counts)
    lengths = np.array([one.length for one in sources], dtype=np.int64)
    if len(fields) and (
        fields.min() < 0 or coder.max() >= coders or code.max() >= codes or (end > lengths[source]).any()
    ):
        raise ValueError("a span outside the text, or of an unknown coder or code")
    base = text_start[source]
    return np.stack((start + base, end + base, source, coder, code))[:, start < end]


def _join(columns: Numbers, coders: int, codes: int, *, touching: bool) -> Numbers:
    start, end, source, coder, code = columns
    group, start, end = join_ranges((source * codes + code) * coders + coder, start, end, touching=touching)
    return np.stack((start, end, group // coders // codes, group % coders, group // coders % codes))


def _place(columns: Numbers, axis: _Axis) -> Passages:
    raw_start, raw_end, source, coder, code = columns
    placed = Passages(axis.place(raw_start), axis.place(raw_end), raw_start, raw_end, source, coder, code)
    return placed.chosen(placed.start < placed.end)


def _lay_grid(
    sources: Sequence[ComparedSource], axis: _Axis, text_start: Numbers
) -> tuple[Numbers | None, Numbers | None]:
    if not sources or sources[0].units is None:
        return None, None
    ranges = [split_range_ends(source.units or ()) for source in sources]
    for (starts, ends), source in zip(ranges, sources, strict=True):
        if (starts[1:] < ends[:-1]).any() or (ends < starts).any() or (ends > source.length).any():
            raise ValueError("units must be in order, without overlap and within the text")
    first = axis.place(np.concatenate([starts + base for (starts, _), base in zip(ranges, text_start, strict=True)]))
    last = axis.place(np.concatenate([ends + base for (_, ends), base in zip(ranges, text_start, strict=True)]))
    return first[first < last], last[first < last]
