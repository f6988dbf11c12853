"""How each coder's own codings agree with what the coders settled. Loads numpy.

The consensus came out of the same codings, so this is no agreement of independent coders: it says whose codings the
team ended up with, and on which codes a coder was talked round.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import ComparedSource, Comparison, Range
from kodebenk.analysis.agreement.consensus_codings import PlaceCodings, intersect
from kodebenk.analysis.agreement.decided_places import decided_place, decisions_by_place
from kodebenk.analysis.agreement.drift import DriftBy, DriftGap, DriftPoint, differing_first
from kodebenk.analysis.agreement.drift_figures import with_figures
from kodebenk.analysis.agreement.joint_table import build_joint_table, pick_coders
from kodebenk.analysis.agreement.place_spans import PlaceSpans
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.domain.coding import Coding
from kodebenk.domain.consensus import DecidedPlace, Decision
from kodebenk.domain.passage import Anchor, Passage
from kodebenk.errors import Cancelled

_Given = tuple[int, int, int]
"""Start, end and code, by number."""


def measure_against_consensus(
    material: AgreementMaterial,
    report: AgreementReport,
    decisions: Iterable[Decision],
    stop: Callable[[], bool],
    progress: Callable[[int, int], None],
) -> tuple[DriftPoint, ...]:
    """Return a point for each coder of a report; none where nothing of it was settled.

    Only documents count in which nothing is open: every difference was settled or left open on purpose. The consensus
    has there what was settled, and of places about which all agree the characters that all of them coded, as when such
    places are taken into it. Words about which the coders left the matter open do not count.

    Args:
        material: from which the report was made; the consensus is among its codings.
        report: with the places.
        decisions: of the project, also about places of other comparisons.
        stop: asked now and then.
        progress: gets the coders done and all.

    Raises:
        Cancelled: the user stopped.
    """
    known = decisions_by_place(decisions)
    settlement = _settle(material, report, known, stop)
    if not settlement.is_any:
        return ()
    names = tuple(rater.name for rater in report.setup.raters)
    blank = DriftPoint(DriftBy.CONSENSUS, "", raters=names, documents=settlement.documents)
    if not settlement.documents:
        return tuple(replace(blank, label=name, gap=DriftGap.OPEN_DIFFERENCES) for name in names)
    table = build_joint_table(_with_consensus(report, settlement), stop)
    points = []
    for number, name in enumerate(names):
        progress(number, len(names))
        if stop():
            raise Cancelled
        point = replace(blank, label=name, places=settlement.places_for(number))
        points.append(with_figures(point, report, pick_coders(table, (number, len(names))), stop))
    progress(len(names), len(names))
    return tuple(points)


@dataclass(frozen=True, slots=True)
class _Settlement:
    """What was settled of a report.

    Attributes:
        is_any: something of the report was settled, perhaps in documents where more is open.
        documents: in which nothing is open.
        agreed: what the consensus has in each of them.
        left: the ranges of each about which the matter was left open.
        places: those of the documents, each with the coders whose own codings there are not what was settled.
    """

    is_any: bool
    documents: tuple[int, ...]
    agreed: Mapping[int, set[_Given]]
    left: Mapping[int, list[Range]]
    places: tuple[tuple[ComparedPlace, frozenset[int]], ...]

    def places_for(self, rater: int) -> tuple[ComparedPlace, ...]:
        """Return the places, those first where a rater had something else than what was settled."""
        other = [place for place, raters in self.places if rater in raters]
        same = [place for place, raters in self.places if rater not in raters]
        return (*other, *differing_first(same))


def _settle(
    material: AgreementMaterial,
    report: AgreementReport,
    known: Mapping[DecidedPlace, Decision],
    stop: Callable[[], bool],
) -> _Settlement:
    decided = [(place, known.get(decided_place(report, place))) for place in report.disagreements]
    is_any = any(decision and decision.is_settled for _, decision in decided)
    open_in = {place.document_id for place, decision in decided if decision is None}
    documents = tuple(one for one in report.setup.documents if one not in open_in) if is_any else ()
    agreed: dict[int, set[_Given]] = defaultdict(set)
    left: dict[int, list[Range]] = defaultdict(list)
    places = []
    reading = _Reading(material, report)
    for place in report.places:
        if place.document_id not in documents:
            continue
        if stop():
            raise Cancelled
        decision = known.get(decided_place(report, place))
        raters: frozenset[int] = frozenset()
        if decision is None:
            agreed[place.document_id].update(reading.shared_at(place))
        elif decision.is_settled:
            settled = set(reading.settled_by(decision))
            agreed[place.document_id].update(settled)
            raters = reading.raters_unlike(place, settled)
        else:
            left[place.document_id].append((place.start, place.end))
        places.append((place, raters))
    return _Settlement(is_any, documents, agreed, left, tuple(places))


class _Reading:
    """The codings of a report and of the consensus, as start, end and code by number."""

    def __init__(self, material: AgreementMaterial, report: AgreementReport) -> None:
        self._material = material
        self._report = report
        self._number_of = {code_id: number for number, code_id in enumerate(report.setup.codes)}
        self._codings = {one.id: one for one in material.codings}
        self._spans = PlaceSpans(report)

    def settled_by(self, decision: Decision) -> Iterator[_Given]:
        """Yield what a decision put into the consensus, of the codes compared."""
        for coding_id in decision.coding_ids:
            coding = self._codings.get(coding_id)
            if coding is not None and coding.code_id in self._number_of:
                yield coding.passage.start, coding.passage.end, self._number_of[coding.code_id]

    def raters_unlike(self, place: ComparedPlace, settled: set[_Given]) -> frozenset[int]:
        """Return the raters who have something else at a place than what was settled."""
        own: dict[int, set[_Given]] = defaultdict(set)
        for span in self._spans.of(place):
            own[span.coder].add((span.start, span.end, span.code))
        return frozenset(rater for rater in range(len(place.codes)) if own[rater] != settled)

    def shared_at(self, place: ComparedPlace) -> Iterator[_Given]:
        """Yield what the consensus gets of a place about which all agree."""
        by_rater: list[list[Coding]] = [[] for _ in place.codes]
        for span in self._spans.of(place):
            by_rater[span.coder].append(_coding_of(span, place, self._report.setup.codes))
        codings = PlaceCodings(tuple(range(len(by_rater))), tuple(map(tuple, by_rater)))
        text = self._material.sources[place.document_id].text.text
        for one in intersect(codings, text):
            yield one.start, one.end, self._number_of[one.code_id]


def _coding_of(span: CodedSpan, place: ComparedPlace, codes: Sequence[int]) -> Coding:
    passage = Passage(place.document_id, span.start, span.end)
    return Coding(0, "", passage, Anchor("", "", ""), codes[span.code], span.coder, 1, "")


def _with_consensus(report: AgreementReport, settlement: _Settlement) -> Comparison:
    """Return the documents in which nothing is open, with the consensus as one more coder, the last."""
    whole = report.comparison
    numbers = {document_id: number for number, document_id in enumerate(report.setup.documents)}
    sources = [
        _with_one_more(whole.sources[numbers[one]], settlement.agreed.get(one, ()), settlement.left.get(one, ()))
        for one in settlement.documents
    ]
    sources = [replace(one, finished=frozenset(range(whole.coders + 1))) for one in sources]
    return replace(whole, sources=sources, coders=whole.coders + 1)


def _with_one_more(source: ComparedSource, agreed: Iterable[_Given], left: Iterable[Range]) -> ComparedSource:
    coder = len(source.finished)
    added = [CodedSpan(start, end, coder, code) for start, end, code in sorted(agreed)]
    scope = ((0, source.length),) if source.scope is None else source.scope
    return replace(source, spans=[*source.spans, *added], scope=tuple(_cut_out(scope, sorted(left))))


def _cut_out(scope: Iterable[Range], left: Sequence[Range]) -> Iterator[Range]:
    """Yield what is left of ranges without others, which are in order."""
    for start, end in scope:
        reached = start
        for low, high in left:
            if reached < high and low < end:
                if reached < low:
                    yield reached, low
                reached = high
        if reached < end:
            yield reached, end
