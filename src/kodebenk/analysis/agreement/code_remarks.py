"""What must be said about the figures of a code, so that nobody reads more out of them than they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kodebenk.analysis.agreement.coders_report import FEW_PASSAGES, Remark, RemarkKind
from kodebenk.analysis.agreement.comparison import BoundaryOffset, CodeAgreement, Interval, Measure, NoInterval
from kodebenk.analysis.agreement.ratings_report import LARGE_DIFFERENCE
from kodebenk.analysis.agreement.values import Coefficient


def find_remarks(
    agreement: CodeAgreement,
    interval: Interval,
    unitizing: Coefficient,
    offset: BoundaryOffset,
    raters: Sequence[str],
) -> Iterator[Remark]:
    """Yield the remarks on a code, those that weigh most first.

    Args:
        agreement: on units.
        interval: of alpha.
        unitizing: |uα.
        offset: of boundaries.
        raters: their names.
    """
    users = [number for number, spans in enumerate(agreement.spans) if spans]
    if not users:
        yield Remark(RemarkKind.NOT_USED)
        return
    if not agreement.varies:
        yield Remark(RemarkKind.EVERYWHERE if any(agreement.coded) else RemarkKind.NOT_ON_UNITS)
    if len(users) == 1:
        yield Remark(RemarkKind.ONE_RATER, agreement.spans[users[0]], raters[users[0]])
    elif len(users) < len(raters):
        yield Remark(RemarkKind.SOME_RATERS, len(users))
    if len(users) > 1 and min(agreement.spans) < FEW_PASSAGES:
        yield Remark(RemarkKind.FEW_PASSAGES, min(spans for spans in agreement.spans if spans))
    if len(users) > 1 and not offset.pairs:
        yield Remark(RemarkKind.NO_SHARED_PASSAGE)
    ac1, alpha = (agreement.coefficients[measure].value for measure in (Measure.AC1, Measure.ALPHA))
    if ac1 is not None and alpha is not None and abs(ac1 - alpha) > LARGE_DIFFERENCE:
        yield Remark(RemarkKind.UNEVEN)
    if interval.missing is NoInterval.TOO_FEW_CLUSTERS and agreement.varies:
        yield Remark(RemarkKind.NO_INTERVAL)
    if unitizing.undefined is not None and agreement.varies:
        yield Remark(RemarkKind.UNDEFINED, undefined=unitizing.undefined)
