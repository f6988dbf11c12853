"""The list of differences with what became of each, and what the codebook should say, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import BoundaryType, DisagreementClass
from kodebenk.analysis.agreement.decided_places import decided_places, decisions_by_place
from kodebenk.analysis.agreement.negotiated_agreement import Resolution, count_resolved
from kodebenk.analysis.attribution import cite
from kodebenk.domain.coding import Coding
from kodebenk.domain.consensus import Decision


class PlaceStatus(StrEnum):
    """What became of a difference."""

    OPEN = "open"
    SETTLED = "settled"
    LEFT_OPEN = "left_open"
    """It was talked about."""
    ELSEWHERE = "elsewhere"
    """A decision about a place that is not in this comparison: codings changed since, or others were compared."""


@dataclass(frozen=True, slots=True)
class SettledCoding:
    """What stands in the consensus: the path of the code, and the citation of the passage."""

    code: str
    citation: str


@dataclass(frozen=True, slots=True)
class LoggedDecision:
    """What was settled, with names.

    Attributes:
        decision: as it is kept.
        accepted: whose coding, where that is the choice; else empty.
        decided_by: who settled it.
        codings: what it put into the consensus.
    """

    decision: Decision
    accepted: str
    decided_by: str
    codings: tuple[SettledCoding, ...]


@dataclass(frozen=True, slots=True)
class LoggedPlace:
    """A place about which coders differ, and what became of it.

    Attributes:
        number: from 1, by source and place; None for ELSEWHERE.
        page, line: None where the place is not known any more.
        codes: for each rater the paths of their codes in question; empty for ELSEWHERE.
        iou: share of characters in common, 0 to 1; None for ELSEWHERE.
    """

    number: int | None
    status: PlaceStatus
    document: str
    citation: str
    page: str | None
    line: int | None
    start: int
    end: int
    quote: str
    kind: DisagreementClass
    boundary: BoundaryType | None
    codes: tuple[tuple[str, ...], ...]
    iou: float | None
    settled: LoggedDecision | None


@dataclass(frozen=True, slots=True)
class BookNote:
    """What the codebook should say about codes, and why.

    Attributes:
        codes: paths of the codes in question; those that were deleted since are not among them.
        place: the difference that told it.
    """

    codes: tuple[str, ...]
    place: LoggedPlace
    settled: LoggedDecision


@dataclass(frozen=True, slots=True)
class DecisionLog:
    """All differences of a comparison in the order of the sources, and the codebook to mend.

    Attributes:
        title: of the project; raters: their names.
    """

    title: str
    raters: tuple[str, ...]
    places: tuple[LoggedPlace, ...]
    mending: tuple[BookNote, ...]
    resolution: Resolution


def make_decision_log(
    report: AgreementReport, material: AgreementMaterial, decisions: Iterable[Decision], coders: Mapping[int, str]
) -> DecisionLog:
    """Return the log of a comparison.

    Args:
        report: of the comparison.
        material: of the project; the consensus is among its codings.
        decisions: of the project; those about other documents are left out.
        coders: names by id.
    """
    decided = [one for one in decisions if one.place.document_id in report.setup.documents]
    return _LogMaker(report, material, decided, coders).make()


class _LogMaker:
    def __init__(
        self,
        report: AgreementReport,
        material: AgreementMaterial,
        decisions: list[Decision],
        coders: Mapping[int, str],
    ) -> None:
        self._report = report
        self._material = material
        self._decisions = decisions
        self._coders = coders
        self._codings = {one.id: one for one in material.codings}
        self._paths = {code.id: material.codebook.path_of(code.id) for code in material.codebook.codes}

    def make(self) -> DecisionLog:
        places = (*self._differences(), *self._elsewhere())
        return DecisionLog(
            title=self._report.title,
            raters=tuple(rater.name for rater in self._report.setup.raters),
            places=places,
            mending=tuple(self._mending(places)),
            resolution=count_resolved(self._report, self._decisions),
        )

    def _differences(self) -> Iterator[LoggedPlace]:
        order = {document_id: number for number, document_id in enumerate(self._report.setup.documents)}
        places = sorted(self._report.disagreements, key=lambda one: (order[one.document_id], one.start, one.end))
        known = decisions_by_place(self._decisions)
        keys = decided_places(self._report, places)
        for number, (place, key) in enumerate(zip(places, keys, strict=True), start=1):
            yield self._logged(number, place, known.get(key))

    def _logged(self, number: int, place: ComparedPlace, decision: Decision | None) -> LoggedPlace:
        return LoggedPlace(
            number=number,
            status=_status(decision),
            document=place.document,
            citation=place.citation,
            page=place.page,
            line=place.line,
            start=place.start,
            end=place.end,
            quote=place.quote,
            kind=place.kind,
            boundary=place.boundary,
            codes=place.codes,
            iou=place.iou,
            settled=None if decision is None else self._told(decision),
        )

    def _elsewhere(self) -> Iterator[LoggedPlace]:
        """Yield the decisions about places that the comparison does not have."""
        here = set(decided_places(self._report, self._report.disagreements))
        for decision in self._decisions:
            if decision.unplaced or decision.place not in here:
                yield self._logged_elsewhere(decision)

    def _logged_elsewhere(self, decision: Decision) -> LoggedPlace:
        place = decision.place
        source = self._material.sources[place.document_id]
        is_placed = not decision.unplaced
        where = source.text.place_of(place.start, place.end) if is_placed else None
        return LoggedPlace(
            number=None,
            status=PlaceStatus.ELSEWHERE,
            document=source.document.name,
            citation=cite(source, place.start, place.end, self._material.respondents) if is_placed else "",
            page=where.page if where else None,
            line=where.line if where else None,
            start=place.start,
            end=place.end,
            quote=decision.quote,
            kind=DisagreementClass(decision.kind),
            boundary=None,
            codes=(),
            iou=None,
            settled=self._told(decision),
        )

    def _told(self, decision: Decision) -> LoggedDecision:
        codings = sorted(
            (self._codings[one] for one in decision.coding_ids if one in self._codings),
            key=lambda one: (one.passage.start, one.passage.end, one.code_id),
        )
        return LoggedDecision(
            decision,
            self._coders.get(decision.coder_id, "") if decision.coder_id is not None else "",
            self._coders.get(decision.decided_by, ""),
            tuple(SettledCoding(self._paths[one.code_id], self._cite(one)) for one in codings),
        )

    def _cite(self, coding: Coding) -> str:
        source = self._material.sources[coding.passage.document_id]
        return cite(source, coding.passage.start, coding.passage.end, self._material.respondents)

    def _mending(self, places: Iterable[LoggedPlace]) -> list[BookNote]:
        """Return the decisions that ask something of the codebook, by the order of the codes."""
        order = {code.id: number for number, (code, _) in enumerate(self._material.codebook.in_order())}
        found = [one.settled for one in places if one.settled and one.settled.decision.asks_of_codebook]
        by_decision = {one.settled.decision.id: one for one in places if one.settled}
        found.sort(key=lambda one: min((order.get(code_id, 0) for code_id in one.decision.place.code_ids), default=0))
        return [
            BookNote(
                tuple(self._paths[code_id] for code_id in one.decision.place.code_ids if code_id in self._paths),
                by_decision[one.decision.id],
                one,
            )
            for one in found
        ]


def _status(decision: Decision | None) -> PlaceStatus:
    if decision is None:
        return PlaceStatus.OPEN
    return PlaceStatus.SETTLED if decision.is_settled else PlaceStatus.LEFT_OPEN
