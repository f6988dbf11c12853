"""Measures how the agreement of coders moved over rounds, weeks, documents and coders."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.drift import DriftBy, DriftPoint
    from kodebenk.application.comparison_reading import ReadComparison


def measure_drift(
    read: ReadComparison,
    by: DriftBy,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> tuple[DriftPoint, ...]:
    """Return the points of a drift, from what a comparison was made of; nothing else is read. For worker threads.

    Args:
        read: a comparison with its report, as its reader may see it.
        by: what the points are.
        is_cancelled: asked now and then.
        progress: gets the steps done and all.

    Raises:
        RuleBroken: as `agreement_report.compare_coders`.
        Cancelled: the user stopped.
    """
    from kodebenk.analysis.agreement import drift

    assert read.report is not None, "nothing was compared"
    return drift.measure_drift(
        read.material,
        read.report.setup,
        by,
        is_cancelled,
        progress,
        report=read.report,
        decisions=read.decisions,
    )
