"""A place that coders settle, with all that the panel says and asks about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.place_spans import spans_of_place
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.application import consensus_actions, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Coding
from kodebenk.domain.consensus import Decision, DecisionChoice
from kodebenk.ui.compare.differences.decision_words import ChoiceTeller
from kodebenk.ui.compare.differences.difference_words import PlaceTeller
from kodebenk.ui.compare.differences.place_choices import OfferedChoice, offer_choices
from kodebenk.ui.compare.differences.rater_lines import RaterCoding
from kodebenk.ui.compare.shown_places import ShownPlace


@dataclass(frozen=True, slots=True)
class PlaceInQuestion:
    """A place of a report as it is read when the panel shows it.

    Attributes:
        spans: the raters' codings in question.
        offered: the ways to settle it.
    """

    shown: ShownPlace
    report: AgreementReport
    teller: PlaceTeller
    spans: tuple[CodedSpan, ...]
    offered: tuple[OfferedChoice, ...]

    @property
    def place(self) -> ComparedPlace:
        return self.shown.place

    @property
    def decision(self) -> Decision | None:
        return self.shown.decision

    @property
    def choices(self) -> ChoiceTeller:
        """Return what names the choices."""
        return ChoiceTeller(self.place, self.teller, self.report)

    @property
    def code_ids(self) -> list[int]:
        """Return the ids of the codes in question, in the order of the text."""
        return list(dict.fromkeys(self.report.setup.codes[span.code] for span in self.spans))

    def is_asked_like(self, other: PlaceInQuestion) -> bool:
        """Tell whether what was chosen and written about the other place is as good for this one."""
        mine, its = self.place, other.place
        same_place = (mine.document_id, mine.start, mine.end) == (its.document_id, its.start, its.end)
        return same_place and self.offered == other.offered and self.decision == other.decision


def question_place(project: OpenProject, shown: ShownPlace, report: AgreementReport) -> PlaceInQuestion:
    """Return what the panel shows of a place."""
    names = [rater.name for rater in report.setup.raters]
    teller = PlaceTeller(queries.codebook(project), names, report)
    spans = spans_of_place(report, shown.place)
    return PlaceInQuestion(shown, report, teller, spans, offer_choices(spans, teller.counting(shown.place)))


def rater_codings(project: OpenProject, asked: PlaceInQuestion) -> list[RaterCoding]:
    """Return what each rater has there who counts."""
    own = {rater: one for one in asked.offered for rater in one.raters}
    comments = _comments_by_rater(project, asked)
    choices = asked.choices
    return [
        RaterCoding(
            asked.teller.rater_names[rater],
            asked.teller.initials[rater],
            tuple(_mark_of(asked.teller, path) for path in asked.place.codes[rater]),
            choices.extent(own[rater]) if rater in own else "",
            comments[rater],
        )
        for rater in asked.teller.counting(asked.place)
    ]


def _mark_of(teller: PlaceTeller, path: str) -> tuple[int, str]:
    code = teller.code(path)
    return (code.slot if code is not None else 0), teller.name(path)


def _comments_by_rater(project: OpenProject, asked: PlaceInQuestion) -> list[tuple[str, ...]]:
    report = asked.report
    wanted = {(span.coder, span.start, span.end, report.setup.codes[span.code]) for span in asked.spans}
    found: list[list[str]] = [[] for _ in report.setup.raters]
    for coding in queries.codings(project, document_id=asked.place.document_id, code_ids=asked.code_ids):
        for number, rater in enumerate(report.setup.raters):
            key = (number, coding.passage.start, coding.passage.end, coding.code_id)
            if coding.comment and key in wanted and rater.made(coding):
                found[number].append(coding.comment)
    return [tuple(comments) for comments in found]


def codings_of(project: OpenProject, decision: Decision) -> list[Coding]:
    """Return the codings of the consensus that a decision points at, by place."""
    layer = consensus_actions.consensus_coder(project)
    if layer is None or not decision.coding_ids:
        return []
    return queries.codings(project, coding_ids=decision.coding_ids, coder_ids=[layer.id])


def accepted_rater(asked: PlaceInQuestion, decision: Decision, codings: Sequence[Coding]) -> int | None:
    """Return the number of the rater whose codings were accepted; None where nobody's were.

    Of a coder who is compared with themselves it is the pass that the consensus has, else the last.
    """
    if decision.choice is not DecisionChoice.ACCEPT:
        return None
    report = asked.report
    theirs = [number for number, one in enumerate(report.setup.raters) if one.coder_id == decision.coder_id]
    settled = {(one.passage.start, one.passage.end, one.code_id) for one in codings}
    for number in theirs:
        own = {(span.start, span.end, report.setup.codes[span.code]) for span in asked.spans if span.coder == number}
        if own == settled:
            return number
    return theirs[-1] if theirs else None
