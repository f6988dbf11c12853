"""Counts for every cluster and code the units that each set of coders coded, in one sweep over sorted ends.

All measures of one code, their averages and their intervals follow from this table; how long the texts are does not
matter. Loads numpy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from kodebenk.analysis.agreement.comparison import Comparison, TableCell
from kodebenk.analysis.agreement.projection import project_on_units
from kodebenk.analysis.agreement.ratings import Pattern, Ratings
from kodebenk.analysis.agreement.span_layout import Layout, Numbers, lay_out_shared
from kodebenk.errors import Cancelled


@dataclass(frozen=True, slots=True, eq=False)
class JointTable:
    """How many units each set of coders coded, by cluster and code.

    Units that nobody coded are not kept: they are what is left of a cluster's size. Sets of coders are bits.

    Attributes:
        coders: how many there are, numbered from 0; so are codes.
        cluster_source: number of the source of each cluster.
        cluster_size: units of each cluster; none is empty.
        seen: for each source and code the coders who count.
        cluster, code, coded, units: the cells, one with another; the same cell may come twice.
        spans: for each source, code and coder the passages in scope; those that overlap are one.
    """

    coders: int
    codes: int
    cluster_source: Numbers
    cluster_size: Numbers
    seen: Numbers
    cluster: Numbers
    code: Numbers
    coded: Numbers
    units: Numbers
    spans: Numbers

    @property
    def seen_by_cell(self) -> Numbers:
        """The coders who count in each cell."""
        found: Numbers = self.seen[self.cluster_source[self.cluster], self.code]
        return found

    @property
    def sources(self) -> Numbers:
        """The sources that have a unit, ascending."""
        return np.unique(self.cluster_source)

    def spans_of(self, code: int) -> tuple[int, ...]:
        """Return how many passages each coder gave a code, in the sources that have a unit."""
        return tuple(self.spans[self.sources, code].sum(axis=0).tolist())

    def cells_of(self, code: int) -> list[TableCell]:
        """Return a code's units by who has seen and who has coded them, those that nobody coded too."""
        return [
            TableCell(_members(seen), _members(coded), units)
            for (seen, coded), units in sorted(self._count(code).items())
        ]

    def ratings_of(self, code: int) -> Ratings:
        """Return a code's units as ratings with the values 0, not coded, and 1, coded."""
        patterns = {_pattern(seen, coded, self.coders): units for (seen, coded), units in self._count(code).items()}
        return Ratings((0, 1), patterns, ordered=True)

    def _count(self, code: int) -> dict[tuple[int, int], int]:
        counts: Counter[tuple[int, int]] = Counter()
        sizes = np.bincount(self.cluster_source, weights=self.cluster_size)
        for source in np.flatnonzero(sizes).tolist():
            counts[int(self.seen[source, code]), 0] += int(sizes[source])
        mine = np.flatnonzero(self.code == code)
        seen_by = self.seen[self.cluster_source[self.cluster[mine]], code]
        cells = zip(seen_by.tolist(), self.coded[mine].tolist(), self.units[mine].tolist(), strict=True)
        for seen, coded, units in cells:
            counts[seen, coded] += units
            counts[seen, 0] -= units
        return {key: units for key, units in counts.items() if units}


def build_joint_table(
    comparison: Comparison, is_cancelled: Callable[[], bool] = lambda: False, layout: Layout | None = None
) -> JointTable:
    """Return the table of the sources that at least two coders have finished.

    Args:
        comparison: what is compared.
        is_cancelled: asked now and then.
        layout: what `lay_out_shared` gives of it, where that is known already; the codes are those of the layout.

    Raises:
        Cancelled: the user stopped.
    """
    layout = layout or lay_out_shared(comparison)
    _stop_if(is_cancelled)
    stretches, coders = layout.stretches, max(1, comparison.coders)
    ranges = (stretches.code * coders + stretches.coder, stretches.start, stretches.end)
    starts, sources, size = layout.cluster_start, layout.source_at(layout.cluster_start), layout.size
    if layout.unit_start is not None and layout.unit_end is not None:
        ranges = project_on_units(comparison.rule, ranges, (layout.unit_start, layout.unit_end))
        starts, sources, size = _group_units(layout, layout.unit_start)
    _stop_if(is_cancelled)
    group, start, end = ranges
    sets = _sweep((group // coders, group % coders, start, end), size)
    return JointTable(
        comparison.coders,
        layout.seen.shape[1],
        sources,
        np.diff(starts, append=size),
        layout.seen,
        *_split_at_clusters(sets, starts, size),
        _count_passages(layout, comparison.coders),
    )


def merge_by_source(table: JointTable) -> JointTable:
    """Return the table with one cluster for each source."""
    sources, place = np.unique(table.cluster_source, return_inverse=True)
    sizes = np.bincount(place, weights=table.cluster_size, minlength=len(sources)).astype(np.int64)
    return replace(table, cluster_source=sources, cluster_size=sizes, cluster=place[table.cluster])


def pick_sources(table: JointTable, sources: Sequence[int]) -> JointTable:
    """Return what a table holds of some sources, by their numbers in the comparison."""
    kept = np.isin(table.cluster_source, np.array(sources, dtype=np.int64))
    return _keep_clusters(table, kept)


def pick_coders(table: JointTable, coders: Sequence[int]) -> JointTable:
    """Return the table of some coders, numbered from 0 in the order given; sources that but one has seen are gone."""
    seen, coded = (_pick_bits(bits, coders) for bits in (table.seen, table.coded))
    shared: NDArray[np.bool_] = np.any(np.bitwise_count(seen) > 1, axis=1)
    spans = table.spans[:, :, np.array(coders, dtype=np.int64)]
    picked = replace(table, coders=len(coders), seen=seen, coded=coded, spans=spans)
    return _keep_clusters(picked, shared[table.cluster_source])


def _keep_clusters(table: JointTable, kept: NDArray[np.bool_]) -> JointTable:
    cells = kept[table.cluster]
    number = np.cumsum(kept) - 1
    return replace(
        table,
        cluster_source=table.cluster_source[kept],
        cluster_size=table.cluster_size[kept],
        cluster=number[table.cluster[cells]],
        code=table.code[cells],
        coded=table.coded[cells],
        units=table.units[cells],
    )


def _pick_bits(bits: Numbers, coders: Sequence[int]) -> Numbers:
    picked = np.zeros_like(bits)
    for number, coder in enumerate(coders):
        picked |= (bits >> coder & 1) << number
    return picked


def _sweep(ranges: tuple[Numbers, Numbers, Numbers, Numbers], size: int) -> tuple[Numbers, ...]:
    """Return where on the axis which coders coded, as `(code, set, start, end)`; what nobody coded is left out.

    One sort serves all codes: each has a stretch of the axis of its own.
    """
    code, coder, start, end = ranges
    bit = np.left_shift(1, coder)
    place = np.concatenate((start, end)) + np.tile(code * (size + 1), 2)
    order = np.argsort(place, kind="stable")
    place = place[order]
    coded = np.cumsum(np.concatenate((bit, -bit))[order])[:-1]
    low, high = place[:-1], place[1:]
    kept = (low < high) & (coded > 0)
    low, high, coded = low[kept], high[kept], coded[kept]
    code = low // (size + 1)
    return code, coded, low - code * (size + 1), high - code * (size + 1)


def _split_at_clusters(
    sets: tuple[Numbers, ...], starts: Numbers, size: int
) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return the cells `(cluster, code, set, units)` of stretches, cut where clusters begin."""
    code, coded, low, high = sets
    first = np.searchsorted(starts, low, "right") - 1
    pieces = np.searchsorted(starts, high, "left") - first
    row = np.repeat(np.arange(len(low)), pieces)
    cluster = first[row] + np.arange(len(row)) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    ends = np.append(starts[1:], size)
    units = np.minimum(high[row], ends[cluster]) - np.maximum(low[row], starts[cluster])
    return cluster, code[row], coded[row], units


def _group_units(layout: Layout, unit_start: Numbers) -> tuple[Numbers, Numbers, int]:
    """Return for the clusters with a unit the first one and the source, and how many units there are.

    A unit belongs to the cluster in which it begins.
    """
    cluster = np.searchsorted(layout.cluster_start, unit_start, "right") - 1
    found, starts = np.unique(cluster, return_index=True)
    return starts.astype(np.int64), layout.source_at(layout.cluster_start[found]), len(unit_start)


def _count_passages(layout: Layout, coders: int) -> Numbers:
    passages, shape = layout.passages, (*layout.seen.shape, coders)
    group = (passages.source * shape[1] + passages.code) * shape[2] + passages.coder
    return np.bincount(group, minlength=shape[0] * shape[1] * shape[2]).reshape(shape).astype(np.int64)


def _members(bits: int) -> frozenset[int]:
    return frozenset(number for number in range(bits.bit_length()) if bits >> number & 1)


def _pattern(seen: int, coded: int, coders: int) -> Pattern:
    return tuple((coded >> coder & 1) if seen >> coder & 1 else None for coder in range(coders))


def _stop_if(is_cancelled: Callable[[], bool]) -> None:
    if is_cancelled():
        raise Cancelled
