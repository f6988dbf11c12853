"""Figures of groups of clusters, all codes pooled, from sums over their units. Loads numpy."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kodebenk.analysis.agreement.bootstrap import RESAMPLED, Sums, Values, sum_by_cluster
from kodebenk.analysis.agreement.comparison import Average, Measure
from kodebenk.analysis.agreement.joint_table import JointTable
from kodebenk.analysis.agreement.values import Coefficient, Undefined

_NO_UNITS, _NOTHING_CODED, _NO_VARIATION = (
    Coefficient(undefined=one) for one in (Undefined.NO_UNITS, Undefined.NOTHING_CODED, Undefined.NO_VARIATION)
)


@dataclass(frozen=True, slots=True)
class GroupFigures:
    """How coders agree within one group of clusters.

    Attributes:
        pooled: all codes together that some units of the group have and some have not. Where there is none:
            NO_UNITS, NOTHING_CODED or NO_VARIATION.
        alphas: of each code.
    """

    pooled: dict[Measure, Average]
    alphas: tuple[Coefficient, ...]


def usual_measures(coders: int) -> tuple[Measure, ...]:
    """Return the measures that tables of groups show of so many coders."""
    # For two without gaps both are the same; the report tells them by the name that it uses elsewhere.
    kappa = Measure.COHEN if coders == 2 else Measure.CONGER
    return (Measure.PERCENT, Measure.POSITIVE_AGREEMENT, kappa, Measure.AC1, Measure.ALPHA)


def sum_clusters(table: JointTable, measures: Sequence[Measure]) -> Sums:
    """Return the sums behind some measures of each cluster; ALPHA is to be among them."""
    names = sorted({name for one in measures for name in RESAMPLED[one][0]})
    return {name: sum_by_cluster(table, name) for name in names}


def add_up(sums: Sums, groups: Sequence[Sequence[int]]) -> Sums:
    """Return the sums of groups of clusters, by their numbers; groups may share clusters."""
    return {
        name: np.array([of[list(group)].sum(axis=0) for group in groups]).reshape(len(groups), *of.shape[1:])
        for name, of in sums.items()
    }


def measure_groups(sums: Sums, measures: Sequence[Measure]) -> list[GroupFigures]:
    """Return the figures of groups by their sums; ALPHA is to be among the measures.

    They are those that `measure_agreement` gives of a table with the clusters of the group alone.
    """
    coded, judged = sums["ones"][..., 0], sums["values"][..., 0]
    varies: NDArray[np.bool_] = (coded > 0) & (coded < judged)
    reasons = [_find_reason(*sizes) for sizes in zip(judged.sum(axis=1), coded.sum(axis=1), strict=True)]
    with np.errstate(divide="ignore", invalid="ignore"):
        parts = {measure: RESAMPLED[measure][1](sums) for measure in measures}
    pooled = {measure: _pool(*its, varies, reasons) for measure, its in parts.items()}
    alphas = _divide_by_code(*parts[Measure.ALPHA], varies, judged)
    found = []
    for row, (its, used) in enumerate(zip(alphas, varies.sum(axis=1).tolist(), strict=True)):
        averages = {measure: Average(rows[row], used, len(its) - used) for measure, rows in pooled.items()}
        found.append(GroupFigures(averages, its))
    return found


def figures_without_units(codes: int, measures: Sequence[Measure]) -> GroupFigures:
    """Return the figures of a group that has no unit."""
    return GroupFigures({measure: Average(_NO_UNITS, 0, codes) for measure in measures}, (_NO_UNITS,) * codes)


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
