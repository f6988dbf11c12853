"""How coders agree within each source by itself, all codes pooled: one pass over the joint table. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence

from kodebenk.analysis.agreement.coders_report import ComparedDocument, SourceAgreement
from kodebenk.analysis.agreement.grouped_figures import (
    figures_without_units,
    measure_groups,
    sum_clusters,
    usual_measures,
)
from kodebenk.analysis.agreement.joint_table import JointTable, merge_by_source


def measure_sources(table: JointTable, documents: Sequence[ComparedDocument]) -> tuple[SourceAgreement, ...]:
    """Return how the coders of a table agree within each of its sources.

    The figures are those that `measure_agreement` gives for `pick_sources` of one source. Where no code is on some of
    its units and not on all, there are none: NO_UNITS, NOTHING_CODED or NO_VARIATION.

    Args:
        table: of all sources.
        documents: the sources, in the order of their numbers.
    """
    measures = usual_measures(table.coders)
    merged = merge_by_source(table)
    figures = measure_groups(sum_clusters(merged, measures), measures)
    units = merged.cluster_size.tolist()
    spans = merged.spans[merged.cluster_source].sum(axis=1).tolist()
    rows = {source: row for row, source in enumerate(merged.cluster_source.tolist())}
    nothing = figures_without_units(table.codes, measures)
    found = []
    for number, document in enumerate(documents):
        row = rows.get(number)
        its = nothing if row is None else figures[row]
        size, passages = (0, (0,) * table.coders) if row is None else (units[row], tuple(spans[row]))
        found.append(SourceAgreement(document.id, document.name, size, passages, its.pooled, its.alphas))
    return tuple(found)
