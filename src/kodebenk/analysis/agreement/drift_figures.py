"""Puts figures with their intervals into the points of a drift. Loads numpy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kodebenk.analysis.agreement.bootstrap import bootstrap
from kodebenk.analysis.agreement.code_agreement import measure_agreement
from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.drift import DriftCode, DriftPoint
from kodebenk.analysis.agreement.joint_table import JointTable
from kodebenk.analysis.agreement.values import Coefficient, Undefined

_CONSTANT = Coefficient(undefined=Undefined.NO_VARIATION)


def with_figures(point: DriftPoint, report: AgreementReport, table: JointTable, stop: Callable[[], bool]) -> DriftPoint:
    """Return a point with alpha and units of a table that has the codes of a report.

    Raises:
        Cancelled: the user stopped.
    """
    setup = report.setup
    agreement = measure_agreement(table, stop, (Measure.ALPHA,))
    drawn = bootstrap(table, samples=setup.samples, seed=setup.seed, agreement=agreement, is_cancelled=stop)
    intervals = drawn.intervals[Measure.ALPHA]
    codes = (
        DriftCode(code.path, one.coefficients[Measure.ALPHA] if one.varies else _CONSTANT, interval)
        for code, one, interval in zip(report.codes, agreement.codes, intervals.codes, strict=True)
    )
    return replace(
        point,
        alpha=agreement.pooled[Measure.ALPHA].coefficient,
        interval=intervals.pooled,
        units=int(table.cluster_size.sum()),
        codes=tuple(codes),
    )
