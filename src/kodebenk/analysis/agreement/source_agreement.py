"""How coders agree within each source by itself, all codes pooled: one pass over the joint table. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kodebenk.analysis.agreement.bootstrap import RESAMPLED, Sums, Values, sum_by_cluster
from kodebenk.analysis.agreement.coders_report import ComparedDocument, SourceAgreement
from kodebenk.analysis.agreement.comparison import Average, Measure
from kodebenk.analysis.agreement.joint_table import JointTable, merge_by_source
from kodebenk.analysis.agreement.values import Coefficient, Undefined

_NO_UNITS, _NOTHING_CODED, _NO_VARIATION = (
    Coefficient(undefined=one) for one in (Undefined.NO_UNITS, Undefined.NOTHING_CODED, Undefined.NO_VARIATION)
)


def measure_sources(table: JointTable, documents: Sequence[ComparedDocument]) -> tuple[SourceAgreement, ...]:
    """Return how the coders of a table agree within each of its sources.

    The figures are those that `measure_agreement` gives for `pick_sources` of one source. Where no code is on some of
    its units and not on all, there are none: NO_UNITS, NOTHING_CODED or NO_VARIATION.

    Args:
        table: of all sources.
        documents: the sources, in the order of their numbers.
    """
    # For two without gaps both are the same; the report tells them by the name that it uses elsewhere.
    kappa = Measure.COHEN if table.coders == 2 else Measure.CONGER
    measures = (Measure.PERCENT, Measure.POSITIVE_AGREEMENT, kappa, Measure.AC1, Measure.ALPHA)
    figures = _measure(merge_by_source(table), measures)
    rows = {source: row for row, source in enumerate(table.sources.tolist())}
    return tuple(
        _describe(document, figures, rows[number]) if number in rows else _without_units(document, table, measures)
        for number, document in enumerate(documents)
    )


@dataclass(frozen=True, slots=True)
class _Figures:
    """The figures of the sources that have a unit, a row for each.

    Attributes:
        pooled: the coefficient of all codes together that vary, by measure.
        used: how many these are.
        alphas: of each code.
    """

    units: list[int]
    spans: list[list[int]]
    pooled: dict[Measure, list[Coefficient]]
    used: list[int]
    alphas: list[tuple[Coefficient, ...]]


def _measure(table: JointTable, measures: Sequence[Measure]) -> _Figures:
    names = sorted({name for one in measures for name in RESAMPLED[one][0]})
    sums: Sums = {name: sum_by_cluster(table, name) for name in names}
    coded, judged = sums["ones"][..., 0], sums["values"][..., 0]
    varies: NDArray[np.bool_] = (coded > 0) & (coded < judged)
    reasons = [_find_reason(*sizes) for sizes in zip(judged.sum(axis=1), coded.sum(axis=1), strict=True)]
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = {measure: RESAMPLED[measure][1](sums) for measure in measures}
    return _Figures(
        table.cluster_size.tolist(),
        table.spans[table.cluster_source].sum(axis=1).tolist(),
        {measure: _pool(*its, varies, reasons) for measure, its in parts.items()},
        varies.sum(axis=1).tolist(),
        _divide_by_code(*parts[Measure.ALPHA], varies, judged),
    )


def _find_reason(judged: float, coded: float) -> Coefficient:
    """Return what stands where no code varies."""
    if not judged:
        return _NO_UNITS
    return _NO_VARIATION if coded else _NOTHING_CODED


def _pool(top: Values, bottom: Values, varies: NDArray[np.bool_], reasons: Sequence[Coefficient]) -> list[Coefficient]:
    above, below = (np.where(varies, one, 0).sum(axis=1).tolist() for one in (top, bottom))
    sums = zip(above, below, np.any(varies, axis=1).tolist(), reasons, strict=True)
    return [Coefficient(one / other) if defined else reason for one, other, defined, reason in sums]


def _divide_by_code(
    top: Values, bottom: Values, varies: NDArray[np.bool_], judged: Values
) -> list[tuple[Coefficient, ...]]:
    values = np.divide(top, bottom, out=np.zeros_like(top), where=varies).tolist()
    rows = zip(values, varies.tolist(), (judged > 0).tolist(), strict=True)
    return [tuple(_find_alpha(*cell) for cell in zip(*row, strict=True)) for row in rows]


def _find_alpha(value: float, varies: bool, judged: bool) -> Coefficient:
    if varies:
        return Coefficient(value)
    return _NO_VARIATION if judged else _NO_UNITS


def _describe(document: ComparedDocument, figures: _Figures, row: int) -> SourceAgreement:
    alphas = figures.alphas[row]
    used, left_out = figures.used[row], len(alphas) - figures.used[row]
    return SourceAgreement(
        document.id,
        document.name,
        figures.units[row],
        tuple(figures.spans[row]),
        {measure: Average(found[row], used, left_out) for measure, found in figures.pooled.items()},
        alphas,
    )


def _without_units(document: ComparedDocument, table: JointTable, measures: Sequence[Measure]) -> SourceAgreement:
    pooled = {measure: Average(_NO_UNITS, 0, table.codes) for measure in measures}
    return SourceAgreement(document.id, document.name, 0, (0,) * table.coders, pooled, (_NO_UNITS,) * table.codes)
