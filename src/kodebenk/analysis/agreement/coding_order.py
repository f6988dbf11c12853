"""How agreement moved from document to document, in the order in which they were coded. Loads numpy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from kodebenk.analysis.agreement.bootstrap import Sums
from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.coders_setup import AgreementSetup
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.drift import TREND_WINDOW, DriftBy, DriftGap, DriftPoint, differing_first
from kodebenk.analysis.agreement.drift_figures import with_figures
from kodebenk.analysis.agreement.grouped_figures import GroupFigures, add_up, measure_groups, sum_clusters
from kodebenk.analysis.agreement.joint_table import build_joint_table, merge_by_source, pick_sources
from kodebenk.errors import Cancelled

_MEASURES = (Measure.ALPHA,)


@dataclass(frozen=True, slots=True)
class _Finish:
    """When a document was finished (UTC, ISO 8601), and by whom."""

    moment: str
    by: str


def measure_order(
    material: AgreementMaterial,
    report: AgreementReport,
    stop: Callable[[], bool],
    progress: Callable[[int, int], None],
) -> tuple[DriftPoint, ...]:
    """Return a point for each document of a report in the order of all coders, then again in that of each.

    A coder is done with a document when they said so, else with the last of their codings in it. In the order of all
    the one counts who is done last. Documents without a moment stand last, and have no value.

    Raises:
        Cancelled: the user stopped.
    """
    table = build_joint_table(report.comparison, stop)
    ends = _find_finishes(material, report.setup)
    places = _places_by_document(report)
    names = tuple(rater.name for rater in report.setup.raters)
    points = []
    for number, document in enumerate(report.documents):
        progress(number, len(report.documents))
        if stop():
            raise Cancelled
        point = DriftPoint(DriftBy.ORDER, document.name, raters=names, documents=(document.id,))
        point = replace(point, places=differing_first(places[document.id]))
        points.append(with_figures(point, report, pick_sources(table, [number]), stop))
    progress(len(points), len(points))
    merged = merge_by_source(table)
    trends = _Trends(sum_clusters(merged, _MEASURES), merged.cluster_source.tolist())
    return tuple(chain.from_iterable(_put_in_order(points, ends, whose, trends) for whose in ("", *names)))


def _find_finishes(material: AgreementMaterial, setup: AgreementSetup) -> Mapping[int, Mapping[str, str]]:
    """Return by document when each rater, by name, was done with it; absent where that is not known."""
    found: dict[int, dict[str, str]] = defaultdict(dict)
    codes = frozenset(setup.codes)
    for coding in material.codings:
        if coding.code_id in codes:
            its = found[coding.passage.document_id]
            for rater in setup.raters:
                if rater.made(coding):
                    its[rater.name] = max(its.get(rater.name, ""), coding.created_at)
    for rater in setup.raters:
        said: dict[int, str] = {}
        for task in material.tasks:
            if task.coder_id == rater.coder_id and task.is_finished and rater.round in (None, task.round):
                said[task.document_id] = max(said.get(task.document_id, ""), task.finished_at)
        for document_id, moment in said.items():
            found[document_id][rater.name] = moment
    return found


def _places_by_document(report: AgreementReport) -> Mapping[int, list[ComparedPlace]]:
    found: dict[int, list[ComparedPlace]] = defaultdict(list)
    for place in report.places:
        found[place.document_id].append(place)
    return found


def _put_in_order(
    points: Sequence[DriftPoint], ends: Mapping[int, Mapping[str, str]], whose: str, trends: _Trends
) -> Iterator[DriftPoint]:
    finishes = [_finish_of(ends.get(point.documents[0], {}), whose) for point in points]
    known = [(one.moment, row) for row, one in enumerate(finishes) if one]
    order = [row for _, row in sorted(known)]
    for row, trend in zip(order, trends.along(order), strict=True):
        end = finishes[row]
        assert end is not None
        point = replace(points[row], order_of=whose, finished_at=end.moment, finished_by=end.by)
        yield _with_trend(point, trend) if trend else point
    for row, end in enumerate(finishes):
        if end is None:
            yield _without_place(points[row], whose)


def _finish_of(its: Mapping[str, str], whose: str) -> _Finish | None:
    if whose:
        return _Finish(its[whose], whose) if whose in its else None
    return max((_Finish(moment, name) for name, moment in its.items()), key=lambda one: one.moment, default=None)


def _without_place(point: DriftPoint, whose: str) -> DriftPoint:
    bare = DriftPoint(point.by, point.label, raters=point.raters, documents=point.documents, order_of=whose)
    return replace(bare, absent=(whose,) if whose else point.raters, gap=DriftGap.NOT_ALL_CODED)


def _with_trend(point: DriftPoint, trend: GroupFigures) -> DriftPoint:
    codes = (replace(code, trend=alpha) for code, alpha in zip(point.codes, trend.alphas, strict=True))
    return replace(point, trend=trend.pooled[Measure.ALPHA].coefficient, codes=tuple(codes))


class _Trends:
    """Alpha of documents that follow each other, taken together as one text."""

    def __init__(self, sums: Sums, sources: Sequence[int]) -> None:
        self._sums = sums
        self._row_of = {source: row for row, source in enumerate(sources)}

    def along(self, order: Sequence[int]) -> list[GroupFigures | None]:
        """Return for each document, by number, the figures of it and those before it; None for the first ones."""
        starts = range(len(order) - TREND_WINDOW + 1)
        windows = [
            [self._row_of[one] for one in order[start : start + TREND_WINDOW] if one in self._row_of]
            for start in starts
        ]
        figures = measure_groups(add_up(self._sums, windows), _MEASURES) if windows else []
        return [*([None] * (len(order) - len(figures))), *figures]
