"""How coders agree by whose turn it is: one pass over the joint table, of which a turn is a cluster. Loads numpy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kodebenk.analysis.agreement.bootstrap import Sums
from kodebenk.analysis.agreement.coders_report import TurnAgreement, TurnsBy
from kodebenk.analysis.agreement.comparison import Comparison, Measure
from kodebenk.analysis.agreement.grouped_figures import add_up, measure_groups, sum_clusters, usual_measures
from kodebenk.analysis.agreement.joint_table import JointTable
from kodebenk.analysis.agreement.span_layout import Layout, Numbers, join_ranges, split_range_ends
from kodebenk.analysis.agreement.turn_owners import TurnKind, TurnOwner, owner_at
from kodebenk.analysis.attribution import Source
from kodebenk.domain.respondent import GROUP, Respondent


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row stands for: turns of a kind that have no more name than that, or those of some respondents."""

    by: TurnsBy
    owners: tuple[TurnOwner, ...]
    kind: TurnKind | None = None
    name: str = ""
    respondent_id: int | None = None


def measure_turns(
    table: JointTable,
    comparison: Comparison,
    layout: Layout,
    sources: Sequence[Source],
    respondents: Mapping[int, Respondent],
) -> tuple[TurnAgreement, ...]:
    """Return how the coders of a table agree within the turns of each kind, respondent and group of respondents.

    Rows of one `by` have every unit and every passage once, so that they add up to the whole. What lies across several
    turns belongs to the one in which it begins. There are no rows by group where no respondent here has one.

    Args:
        table: of the comparison.
        comparison: with turns as clusters.
        layout: of what at least two have finished of it.
        sources: the documents compared, in the order of their numbers.
        respondents: by id, in their order.
    """
    owners = _find_owners(layout, comparison, sources)
    known = list(dict.fromkeys(owners))
    number_of = {one: number for number, one in enumerate(known)}
    numbers = np.array([number_of[one] for one in owners], dtype=np.int64)
    passages = _count_passages(layout, numbers, (len(known), table.coders))
    measures = usual_measures(table.coders)
    by_owner = _sum_by_owner(table, numbers[_counted_clusters(layout)], len(known), measures)
    rows = list(_find_rows(known, respondents))
    groups = [[number_of[one] for one in row.owners] for row in rows]
    figures = measure_groups(add_up(by_owner.sums, groups), measures)
    return tuple(
        TurnAgreement(
            row.by,
            row.kind,
            row.respondent_id,
            row.name,
            frozenset(row.owners),
            sum(by_owner.units[one] for one in group),
            tuple(passages[group].sum(axis=0).tolist()),
            its.pooled,
            its.alphas,
        )
        for row, group, its in zip(rows, groups, figures, strict=True)
    )


def _find_owners(layout: Layout, comparison: Comparison, sources: Sequence[Source]) -> list[TurnOwner]:
    """Return whose the first character of each cluster is."""
    raw = _raw_places(layout, comparison, layout.cluster_start)
    source = layout.source_at(layout.cluster_start)
    places = zip(source.tolist(), (raw - layout.text_start[source]).tolist(), strict=True)
    return [owner_at(sources[number], place) for number, place in places]


def _raw_places(layout: Layout, comparison: Comparison, places: Numbers) -> Numbers:
    """Return where places of the axis lie in all texts one after the other."""
    ranges = [
        (base + max(0, start), base + min(end, source.length))
        for source, base in zip(comparison.sources, layout.text_start.tolist(), strict=True)
        if len(source.finished) > 1
        for start, end in (((0, source.length),) if source.scope is None else source.scope)
    ]
    starts, ends = split_range_ends([one for one in ranges if one[0] < one[1]])
    _, starts, ends = join_ranges(np.zeros_like(starts), starts, ends, touching=True)
    before = np.cumsum(ends - starts) - (ends - starts)
    at = np.searchsorted(before, places, "right") - 1
    found: Numbers = starts[at] + places - before[at]
    return found


def _counted_clusters(layout: Layout) -> Numbers:
    """Return the clusters that the joint table has: those with a unit, which belongs to where it begins."""
    if layout.unit_start is None:
        return np.arange(len(layout.cluster_start))
    return np.unique(np.searchsorted(layout.cluster_start, layout.unit_start, "right") - 1)


def _count_passages(layout: Layout, owners: Numbers, shape: tuple[int, int]) -> Numbers:
    """Return how many passages of each coder begin in the turns of each owner, in the sources that have a unit."""
    counted = layout.cluster_start if layout.unit_start is None else layout.unit_start
    passages = layout.passages.chosen(np.isin(layout.passages.source, layout.source_at(counted)))
    cluster = np.searchsorted(layout.cluster_start, passages.start, "right") - 1
    cell = owners[cluster] * shape[1] + passages.coder
    return np.bincount(cell, minlength=shape[0] * shape[1]).reshape(shape).astype(np.int64)


@dataclass(frozen=True, slots=True)
class _ByOwner:
    """Sums and units of each owner, by number."""

    sums: Sums
    units: list[int]


def _sum_by_owner(table: JointTable, owners: Numbers, known: int, measures: Sequence[Measure]) -> _ByOwner:
    # Within sources first: who has seen what is kept by source.
    pairs, place = np.unique(table.cluster_source * known + owners, return_inverse=True)
    sizes = np.bincount(place, weights=table.cluster_size, minlength=len(pairs)).astype(np.int64)
    merged = replace(table, cluster_source=pairs // known, cluster_size=sizes, cluster=place[table.cluster])
    owner = pairs % known
    units = np.bincount(owner, weights=sizes, minlength=known).astype(np.int64).tolist()
    groups = [np.flatnonzero(owner == one).tolist() for one in range(known)]
    return _ByOwner(add_up(sum_clusters(merged, measures), groups), units)


def _find_rows(owners: Sequence[TurnOwner], respondents: Mapping[int, Respondent]) -> Iterator[_Row]:
    yield from _rows_by_kind(owners, TurnsBy.KIND)
    for one in respondents.values():
        own = tuple(owner for owner in owners if owner.respondent_id == one.id)
        if own:
            yield _Row(TurnsBy.RESPONDENT, own, name=one.label, respondent_id=one.id)
    yield from _rows_by_kind([one for one in owners if one.respondent_id not in respondents], TurnsBy.RESPONDENT)
    group_of = {one.id: one.attributes.get(GROUP, "").strip() for one in respondents.values()}
    yield from _rows_by_group(owners, group_of)


def _rows_by_kind(owners: Sequence[TurnOwner], by: TurnsBy) -> Iterator[_Row]:
    for kind in TurnKind:
        own = tuple(one for one in owners if one.kind is kind)
        if own:
            yield _Row(by, own, kind)


def _rows_by_group(owners: Sequence[TurnOwner], group_of: Mapping[int, str]) -> Iterator[_Row]:
    found: dict[str, list[TurnOwner]] = defaultdict(list)
    for one in owners:
        found["" if one.respondent_id is None else group_of.get(one.respondent_id, "")].append(one)
    named = [name for name in dict.fromkeys(group_of.values()) if name and name in found]
    for name in named:
        yield _Row(TurnsBy.GROUP, tuple(found[name]), name=name)
    if named:
        yield from _rows_by_kind(found[""], TurnsBy.GROUP)
