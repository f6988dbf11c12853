"""How the agreement of coders moved: by round, week, document and coder, or of one coder over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from kodebenk.analysis.agreement.coders_material import AgreementMaterial, settle_setup
from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.analysis.agreement.comparison import DisagreementClass, Interval, Measure, NoInterval
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.domain.coding import Coding
from kodebenk.domain.consensus import Decision
from kodebenk.errors import Cancelled

TREND_WINDOW = 3
"""Documents that are taken together for the line through those in the order of coding."""

_NOTHING = Coefficient(undefined=Undefined.NO_UNITS)
_NO_INTERVAL = Interval(missing=NoInterval.UNDEFINED)
_AGREED = (DisagreementClass.AGREE, DisagreementClass.SCOPE)


class DriftBy(StrEnum):
    """What the points are."""

    ROUND = "round"
    """Each round of coding, its codings alone."""
    WEEK = "week"
    """Each week, with the documents that the last of the coders finished in it."""
    ORDER = "order"
    """Each document, in the order in which they were coded."""
    CODER = "coder"
    """Each coder against every other, these pairs put together."""
    CONSENSUS = "consensus"
    """Each coder against what was settled: no agreement of independent coders."""
    STABILITY = "stability"
    """Each coder's rounds against the coder's next ones."""
    FIRST_ROUND = "first_round"
    """Each coder's later rounds against the coder's first one."""


class DriftGap(StrEnum):
    """Why a point has no value."""

    NOT_ALL_CODED = "not_all_coded"
    """Some coders, who are named, have coded nothing in it."""
    NO_SHARED_DOCUMENT = "no_shared_document"
    """Everybody coded, but there is no document that all are done with."""
    OPEN_DIFFERENCES = "open_differences"
    """In every document there is a difference about which nothing was decided."""


@dataclass(frozen=True, slots=True)
class DriftCode:
    """Alpha of one code at a point; `trend` as of the point."""

    path: str
    alpha: Coefficient
    interval: Interval
    trend: Coefficient | None = None


@dataclass(frozen=True, slots=True)
class DriftPoint:
    """Agreement at one point.

    Attributes:
        by: what kind of point.
        label: the round, the week in ISO 8601 (`2026-W19`), the coder, or the document.
        since: first day of a week, ISO 8601; empty otherwise.
        before: the day after its last.
        round: of the codings; for stability the earlier one.
        next_round: for stability the later one.
        raters: whose codings; absent: those of them who have coded nothing here.
        documents: ids.
        alpha: pooled over codes; interval: of it.
        units: compared; pairs of units where one coder is put against several.
        codes: in the order of the setup.
        places: what it rests on, those about which raters differ first. The raters are those of the setup, also for
            stability, where both rounds of a coder stand together.
        days: least and most days between two rounds of a coder.
        gap: why there is no value; None where only variation may be missing.
        order_of: of a document, the coder whose order it stands in; empty for that of all, in which the coder who
            finishes last counts.
        finished_at: when the document was finished in that order (UTC, ISO 8601); finished_by: by whom. Empty where
            nobody knows; such documents stand last.
        trend: alpha of the document and those before it, as many as `TREND_WINDOW` together; None for the first ones.
    """

    by: DriftBy
    label: str
    since: str = ""
    before: str = ""
    round: int | None = None
    next_round: int | None = None
    raters: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    documents: tuple[int, ...] = ()
    alpha: Coefficient = _NOTHING
    interval: Interval = _NO_INTERVAL
    units: int = 0
    codes: tuple[DriftCode, ...] = field(default=())
    places: tuple[ComparedPlace, ...] = field(default=())
    days: tuple[int, int] | None = None
    gap: DriftGap | None = None
    order_of: str = ""
    finished_at: str = ""
    finished_by: str = ""
    trend: Coefficient | None = None


_Check = Callable[[], bool]
_Plan = tuple[DriftPoint, AgreementSetup]


def measure_drift(
    material: AgreementMaterial,
    setup: AgreementSetup,
    by: DriftBy,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
    *,
    report: AgreementReport | None = None,
    decisions: Iterable[Decision] = (),
) -> tuple[DriftPoint, ...]:
    """Return the points in order; none where the coders of the setup cannot be told apart so.

    A document that somebody began in one week and finished in another would look as if passages were missing in both.
    Weeks therefore have whole documents, with all codings that the setup compares. Rounds have what was coded in them,
    in the documents that everybody coded in them who coded these at all. For ORDER there is every document once in the
    order of all and once in that of each coder, one order after the other.

    Args:
        material: of the project.
        setup: who is compared on what; it is settled first.
        by: what the points are.
        is_cancelled: asked now and then.
        progress: gets the steps done and all.
        report: of the same material and setup, if it is known already.
        decisions: what was settled, for CONSENSUS; without any there are no points.

    Raises:
        RuleBroken: see `settle_setup`.
        Cancelled: the user stopped.
    """
    setup = settle_setup(material, setup)
    if by in _PLANS:
        return _measure_plans(material, setup, list(_PLANS[by](_Codings(material, setup))), is_cancelled, progress)
    if report is None:
        report = _compare(material, setup, is_cancelled)
    if by is DriftBy.ORDER:
        from kodebenk.analysis.agreement.coding_order import measure_order

        return measure_order(material, report, is_cancelled, progress)
    if by is DriftBy.CONSENSUS:
        from kodebenk.analysis.agreement.coder_against_consensus import measure_against_consensus

        return measure_against_consensus(material, report, decisions, is_cancelled, progress)
    from kodebenk.analysis.agreement.coder_against_rest import measure_against_rest

    return measure_against_rest(report, is_cancelled, progress)


def differing_first(places: Iterable[ComparedPlace]) -> tuple[ComparedPlace, ...]:
    """Return places with those about which coders differ before the others."""
    return tuple(sorted(places, key=lambda place: place.kind in _AGREED))


class _Codings:
    """The codings that a settled setup compares, by document and rater."""

    def __init__(self, material: AgreementMaterial, setup: AgreementSetup) -> None:
        self.setup = setup
        documents, codes = frozenset(setup.documents), frozenset(setup.codes)
        self._codings = [
            one for one in material.codings if one.passage.document_id in documents and one.code_id in codes
        ]

    def by_document(self, raters: Sequence[Rater]) -> Mapping[int, Mapping[int, list[Coding]]]:
        """Return by document the codings of each rater, by number, who has any."""
        found: dict[int, dict[int, list[Coding]]] = {one: defaultdict(list) for one in self.setup.documents}
        for coding in self._codings:
            for number, rater in enumerate(raters):
                if rater.made(coding):
                    found[coding.passage.document_id][number].append(coding)
        return found

    def rounds_of(self, raters: Sequence[Rater]) -> list[int]:
        return sorted({one.round for one in self._codings if any(rater.made(one) for rater in raters)})


def _plan_rounds(codings: _Codings) -> Iterator[_Plan]:
    setup = codings.setup
    if len({rater.coder_id for rater in setup.raters}) < len(setup.raters):
        return
    free = [replace(rater, round=None) for rater in setup.raters]
    everything = codings.by_document(free)
    for number in codings.rounds_of(free):
        raters = tuple(replace(rater, round=number) for rater in setup.raters)
        found = codings.by_document(raters)
        documents = [one for one, its in found.items() if its and its.keys() == everything[one].keys()]
        point = _make_point(DriftBy.ROUND, str(number), raters, found, documents)
        yield replace(point, round=number), replace(setup, raters=raters, documents=tuple(documents))


def _plan_weeks(codings: _Codings) -> Iterator[_Plan]:
    setup = codings.setup
    everything = codings.by_document(setup.raters)
    finished: dict[date, list[int]] = defaultdict(list)
    worked: dict[date, dict[int, list[Coding]]] = defaultdict(lambda: defaultdict(list))
    for document_id, by_rater in everything.items():
        for number, its in by_rater.items():
            for coding in its:
                worked[_monday(coding.created_at)][number].append(coding)
        if by_rater:
            last = max(coding.created_at for its in by_rater.values() for coding in its)
            finished[_monday(last)].append(document_id)
    for monday in sorted(worked):
        documents = finished[monday]
        found = {one: everything[one] for one in documents} or {0: worked[monday]}
        year, week, _ = monday.isocalendar()
        point = _make_point(DriftBy.WEEK, f"{year}-W{week:02}", setup.raters, found, documents)
        point = replace(point, since=monday.isoformat(), before=(monday + timedelta(days=7)).isoformat())
        yield point, replace(setup, documents=tuple(documents))


def _plan_stability(codings: _Codings) -> Iterator[_Plan]:
    return _plan_passes(codings, DriftBy.STABILITY, pairwise)


def _plan_first_round(codings: _Codings) -> Iterator[_Plan]:
    return _plan_passes(codings, DriftBy.FIRST_ROUND, lambda rounds: ((rounds[0], later) for later in rounds[1:]))


def _plan_passes(
    codings: _Codings, by: DriftBy, pair: Callable[[Sequence[int]], Iterable[tuple[int, int]]]
) -> Iterator[_Plan]:
    setup = codings.setup
    coders = {rater.coder_id: _coder_name(rater) for rater in reversed(setup.raters)}
    for coder_id, name in reversed(coders.items()):
        for earlier, later in pair(codings.rounds_of([Rater(name, coder_id)])):
            raters = tuple(Rater(f"{name} {one}", coder_id, round=one) for one in (earlier, later))
            found = codings.by_document(raters)
            documents = [one for one, its in found.items() if len(its) == 2]
            point = _make_point(by, name, raters, found, documents)
            point = replace(point, round=earlier, next_round=later)
            yield point, replace(setup, raters=raters, documents=tuple(documents))


def _coder_name(rater: Rater) -> str:
    """Return the name of a rater without the round by which raters of one coder are told apart."""
    return rater.name if rater.round is None else rater.name.removesuffix(f" ({rater.round})")


_PLANS: Mapping[DriftBy, Callable[[_Codings], Iterator[_Plan]]] = {
    DriftBy.ROUND: _plan_rounds,
    DriftBy.WEEK: _plan_weeks,
    DriftBy.STABILITY: _plan_stability,
    DriftBy.FIRST_ROUND: _plan_first_round,
}


def _measure_plans(
    material: AgreementMaterial,
    setup: AgreementSetup,
    plans: Sequence[_Plan],
    stop: _Check,
    progress: Callable[[int, int], None],
) -> tuple[DriftPoint, ...]:
    points = []
    for done, (point, limited) in enumerate(plans):
        progress(done, len(plans))
        if stop():
            raise Cancelled
        points.append(point if point.gap else _measure(material, point, limited, setup, stop))
    progress(len(plans), len(plans))
    return tuple(points)


def _compare(material: AgreementMaterial, setup: AgreementSetup, stop: _Check) -> AgreementReport:
    from kodebenk.analysis.agreement.coders_comparison import compare_material

    return compare_material(material, setup, stop, lambda _done, _of: None)


def _make_point(
    by: DriftBy,
    label: str,
    raters: Sequence[Rater],
    found: Mapping[int, Mapping[int, list[Coding]]],
    documents: Sequence[int],
) -> DriftPoint:
    """Return a point without value, with the reason where it cannot get one."""
    coded = {number for by_rater in found.values() for number in by_rater}
    absent = tuple(rater.name for number, rater in enumerate(raters) if number not in coded)
    gap = None if documents else DriftGap.NO_SHARED_DOCUMENT
    return DriftPoint(
        by,
        label,
        raters=tuple(rater.name for rater in raters),
        absent=absent,
        documents=tuple(documents),
        gap=DriftGap.NOT_ALL_CODED if absent else gap,
    )


def _measure(
    material: AgreementMaterial, point: DriftPoint, limited: AgreementSetup, whole: AgreementSetup, stop: _Check
) -> DriftPoint:
    report = _compare(material, limited, stop)
    places = report.places
    if point.by in (DriftBy.STABILITY, DriftBy.FIRST_ROUND):
        places = _as_one_coder(report, whole)
    return replace(
        point,
        alpha=report.pooled.averages[Measure.ALPHA].coefficient,
        interval=report.pooled.interval,
        units=report.units,
        codes=tuple(
            DriftCode(one.path, one.agreement.coefficients[Measure.ALPHA], one.interval) for one in report.codes
        ),
        places=differing_first(places),
        days=report.days,
    )


def _as_one_coder(report: AgreementReport, whole: AgreementSetup) -> tuple[ComparedPlace, ...]:
    """Return the places of two rounds with the codes of both at the coder whose they are."""
    coder = report.setup.raters[0].coder_id
    own = next(number for number, rater in enumerate(whole.raters) if rater.coder_id == coder)
    return tuple(
        replace(
            place,
            codes=tuple(
                tuple(dict.fromkeys(path for its in place.codes for path in its)) if number == own else ()
                for number in range(len(whole.raters))
            ),
        )
        for place in report.places
    )


def _monday(moment: str) -> date:
    day = date.fromisoformat(moment[:10])
    return day - timedelta(days=day.weekday())
