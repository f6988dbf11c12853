"""What coders settle about places where they differ. The codings they made themselves are never altered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import DisagreementClass, Range
from kodebenk.analysis.agreement.consensus_codings import (
    ConsensusCoding,
    PlaceCodings,
    ReportedCodings,
    accept,
    choose_anew,
    intersect,
    unite,
)
from kodebenk.analysis.agreement.decided_places import decided_place
from kodebenk.analysis.attribution import Source
from kodebenk.application import queries
from kodebenk.application.coding_actions import coder_id_of
from kodebenk.application.comparison_actions import reason_needed
from kodebenk.application.consensus_layer import ConsensusLayer, delete_unless_pointed_at
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import SIGHT_TABLES, sight_of
from kodebenk.domain.coder import Coder, CoderKind
from kodebenk.domain.consensus import Decision, DecisionChoice, DecisionTag
from kodebenk.domain.document import hash_of
from kodebenk.domain.passage import Passage, check_passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store, comparison_store
from kodebenk.storage.moments import now
from kodebenk.storage.writer import Writer

_NEEDS_PASSAGE = (DecisionChoice.UNION, DecisionChoice.INTERSECTION, DecisionChoice.EDIT)


def decisions(project: OpenProject) -> tuple[Decision, ...]:
    """Return all that was settled or left open, by document and place.

    Nothing is told of documents that the one who works codes blind.
    """
    return project.kept("decisions", {"decision", "decision_coding"} | SIGHT_TABLES, lambda: _read_decisions(project))


def _read_decisions(project: OpenProject) -> tuple[Decision, ...]:
    hidden = sight_of(project).hidden
    found = comparison_store.list_decisions(project.connection)
    return tuple(one for one in found if one.place.document_id not in hidden)


def consensus_coder(project: OpenProject) -> Coder | None:
    """Return the coder that stands for the consensus; None as long as nothing was put into it."""
    return next((one for one in queries.coders(project) if one.kind is CoderKind.CONSENSUS), None)


def decide(
    project: OpenProject,
    report: AgreementReport,
    place: ComparedPlace,
    *,
    choice: DecisionChoice,
    coder_id: int | None = None,
    rater: int | None = None,
    codings: Sequence[tuple[int, int, int]] = (),
    reason: str = "",
    tag: DecisionTag | None = None,
    book_note: str = "",
    comparison_id: int | None = None,
) -> int:
    """Settle a place, or leave it open, and return the id of the decision.

    An earlier decision about the same place is replaced, with what it had put into the consensus.

    Args:
        project: the open project.
        report: of the comparison.
        place: one of the report's.
        choice: what was settled.
        coder_id: whose codings are accepted, where that is the choice.
        rater: number of the rater; needed only where a coder is compared with themselves, whose last pass it is else.
        codings: start, end and code id of all that shall stand there, where passage and codes are chosen anew.
        reason: why, in the coders' words.
        tag: why they had differed.
        book_note: what the codebook should say.
        comparison_id: the saved comparison in which it is settled.

    Raises:
        RuleBroken: PLACE_CHANGED, codings or text are not as they were compared; EMPTY_PASSAGE, there is nothing that
            all coded, or no passage was chosen; PASSAGE_OUTSIDE_TEXT; NOT_FOUND, a code, coder or document is gone;
            DECISION_REASON_MISSING, where the project asks for one. What is left open needs none.
    """
    if choice is not DecisionChoice.DEFER and not reason.strip() and reason_needed(project):
        raise RuleBroken(Rule.DECISION_REASON_MISSING, place=place.citation)
    wanted = preview(project, report, place, choice, coder_id, codings, rater=rater)
    if choice in _NEEDS_PASSAGE and not wanted:
        raise RuleBroken(Rule.EMPTY_PASSAGE)
    values: dict[str, Any] = {
        "kind": place.kind.value,
        "quote": place.quote,
        "choice": choice,
        "coder_id": coder_id if choice is DecisionChoice.ACCEPT else None,
        "reason": reason.strip(),
        "tag": tag,
        "decided_at": now(),
        "comparison_id": comparison_id,
        "book_note": book_note.strip(),
    }
    key = decided_place(report, place)
    book = queries.codebook(project)
    codes = ", ".join(book.by_id[one].name for one in key.code_ids)
    earlier = [one for one in decisions(project) if one.place == key and not one.unplaced]
    with project.change(ChangeName.DECIDE, place=place.citation, code=codes) as write:
        coding_ids = _put_all(write, queries.source_of(project, place.document_id), wanted)
        values["decided_by"] = coder_id_of(write, project.coder_name)
        if not earlier:
            return comparison_store.add_decision(write, key, coding_ids=coding_ids, **values)
        for other in earlier[1:]:  # settled twice, in copies that were merged
            comparison_store.delete_decision(write, other.id)
        _replace_decision(write, earlier[0], coding_ids, values)
        delete_unless_pointed_at(write, (coding_id for one in earlier for coding_id in one.coding_ids))
        return earlier[0].id


def _put_all(write: Writer, source: Source, wanted: Sequence[ConsensusCoding]) -> list[int]:
    if not wanted:
        return []
    layer = ConsensusLayer(write, source)
    return [layer.put(one) for one in wanted]


def _replace_decision(write: Writer, earlier: Decision, coding_ids: Sequence[int], values: Mapping[str, Any]) -> None:
    is_asked_anew = earlier.book_note != values["book_note"]
    mended_at = "" if is_asked_anew else earlier.mended_at
    comparison_store.update_decision(write, earlier.id, **values, mended_at=mended_at)
    comparison_store.set_codings(write, earlier.id, coding_ids)


def preview(
    project: OpenProject,
    report: AgreementReport,
    place: ComparedPlace,
    choice: DecisionChoice,
    coder_id: int | None = None,
    codings: Sequence[tuple[int, int, int]] = (),
    *,
    rater: int | None = None,
) -> tuple[ConsensusCoding, ...]:
    """Return what `decide` would put into the consensus; nothing where the choice leads to no passage.

    Raises:
        RuleBroken: PLACE_CHANGED, PASSAGE_OUTSIDE_TEXT, NOT_FOUND; EMPTY_PASSAGE where a passage named is empty.
    """
    compared = _ComparedDocument(project, report, place.document_id)
    here = compared.codings_at(place)
    if choice is DecisionChoice.ACCEPT:
        return tuple(accept(here, _accepted_rater(report, coder_id, rater)))
    if choice is DecisionChoice.UNION:
        return tuple(unite(here))
    if choice is DecisionChoice.INTERSECTION:
        return tuple(intersect(here, compared.text))
    if choice is DecisionChoice.EDIT:
        return tuple(choose_anew(here, [compared.check(project, one) for one in codings]))
    return ()


def _accepted_rater(report: AgreementReport, coder_id: int | None, rater: int | None) -> int:
    theirs = [number for number, one in enumerate(report.setup.raters) if one.coder_id == coder_id]
    if not theirs:
        raise RuleBroken(Rule.NOT_FOUND, kind="coder", name="" if coder_id is None else str(coder_id))
    return rater if rater is not None and rater in theirs else theirs[-1]


class _ComparedDocument:
    """A document as it is, held against what a report says of it."""

    def __init__(self, project: OpenProject, report: AgreementReport, document_id: int) -> None:
        source = queries.source_of(project, document_id)
        self.text = source.text.text
        self._document_id = document_id
        self._same_text = report.setup.text_hashes.get(document_id) == hash_of(self.text)
        self._codings = ReportedCodings(report, coding_store.list_codings(project.connection, document_id=document_id))

    def codings_at(self, place: ComparedPlace) -> PlaceCodings:
        """Return what the coders have at a place. Raises RuleBroken PLACE_CHANGED."""
        if not self._same_text or not self._codings.is_unchanged(place):
            raise RuleBroken(Rule.PLACE_CHANGED, place=place.citation, document=place.document)
        return self._codings.at(place)

    def check(self, project: OpenProject, wanted: tuple[int, int, int]) -> tuple[int, int, int]:
        """Return start, end and code id of what was chosen anew, without white space at the ends."""
        start, end, code_id = wanted
        if code_id not in queries.codebook(project).by_id:
            raise RuleBroken(Rule.NOT_FOUND, kind="code", name=str(code_id))
        check_passage(Passage(self._document_id, start, end), len(self.text))
        start, end = trim_blanks(self.text, start, end)
        check_passage(Passage(self._document_id, start, end), len(self.text))
        return start, end, code_id


def withdraw_decision(project: OpenProject, decision_id: int) -> None:
    """Take a decision back with what it alone has put into the consensus. Raises RuleBroken NOT_FOUND."""
    one = _find_decision(project, decision_id)
    with project.change(ChangeName.WITHDRAW_DECISION, place=_cite(project, one)) as write:
        comparison_store.delete_decision(write, decision_id)
        delete_unless_pointed_at(write, one.coding_ids)


def _cite(project: OpenProject, one: Decision) -> str:
    place = one.place
    if one.unplaced:  # where it was says nothing in a text that was corrected since
        return queries.document(project, place.document_id).name
    return queries.cite_passage(project, place.document_id, place.start, place.end)


def _find_decision(project: OpenProject, decision_id: int) -> Decision:
    for one in decisions(project):
        if one.id == decision_id:
            return one
    raise RuleBroken(Rule.NOT_FOUND, kind="decision", name=str(decision_id))


def accept_agreed(project: OpenProject, report: AgreementReport) -> int:
    """Take the places about which all agree into the consensus in one change; return how many were taken.

    The consensus gets the characters that all of them coded, where their ends differ a little. Places are left that
    have it already: a consensus coding with the code, on at least half of the shorter of both.

    Raises:
        RuleBroken: PLACE_CHANGED.
    """
    wanted = _agreed_codings(project, report)
    if not wanted:
        return 0
    with project.change(ChangeName.ACCEPT_AGREED, count=str(sum(map(len, wanted.values())))) as write:
        for document_id, places in wanted.items():
            _put_all(write, queries.source_of(project, document_id), [one for place in places for one in place])
    return sum(map(len, wanted.values()))


def _agreed_codings(project: OpenProject, report: AgreementReport) -> Mapping[int, list[list[ConsensusCoding]]]:
    """Return by document what agreed places lead to, each by itself, without those that the consensus has."""
    documents: dict[int, _ComparedDocument] = {}
    there = _consensus_ranges(project)
    found: dict[int, list[list[ConsensusCoding]]] = defaultdict(list)
    for place in report.places:
        if place.kind is DisagreementClass.AGREE:
            document_id = place.document_id
            if document_id not in documents:
                documents[document_id] = _ComparedDocument(project, report, document_id)
            compared = documents[document_id]
            wanted = intersect(compared.codings_at(place), compared.text)
            if wanted and not any(_is_there(one, there[document_id, one.code_id]) for one in wanted):
                found[document_id].append(wanted)
    return found


def _consensus_ranges(project: OpenProject) -> Mapping[tuple[int, int], list[Range]]:
    """Return where the consensus has which code, by ids of document and code."""
    found: dict[tuple[int, int], list[Range]] = defaultdict(list)
    layer = consensus_coder(project)
    if layer is not None:
        for one in coding_store.list_codings(project.connection, coder_ids=[layer.id]):
            found[one.passage.document_id, one.code_id].append((one.passage.start, one.passage.end))
    return found


def _is_there(one: ConsensusCoding, ranges: Iterable[Range]) -> bool:
    for start, end in ranges:
        shared = min(one.end, end) - max(one.start, start)
        if shared > 0 and 2 * shared >= min(one.end - one.start, end - start):
            return True
    return False


def mark_mended(project: OpenProject, decision_ids: Iterable[int], mended: bool = True) -> None:
    """Say that the codebook now says what decisions ask for, or does not yet. Raises RuleBroken NOT_FOUND."""
    found = [_find_decision(project, one) for one in decision_ids]
    moment = now() if mended else ""
    with project.change(ChangeName.MEND_CODEBOOK, count=str(len(found))) as write:
        for one in found:
            if bool(one.mended_at) is not mended:
                comparison_store.update_decision(write, one.id, mended_at=moment)
