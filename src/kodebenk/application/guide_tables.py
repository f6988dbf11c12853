"""What windows show of a guide: where each question is put, in which texts it is not, and what was asked of whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kodebenk.analysis.asked import Asked
from kodebenk.application import guide_queries, queries
from kodebenk.application.guide_search import SEARCHED_KINDS
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import Document
from kodebenk.domain.guide import Guide, GuideQuestion, PlaceStatus, QuestionPlace


@dataclass(frozen=True, slots=True)
class Finding:
    """How far a question, or all questions of a guide, were found.

    Attributes:
        texts: in how many texts something is proposed or confirmed.
        of: how many texts are searched.
        confirmed: confirmed places.
        proposed: places that nobody has settled yet.
    """

    texts: int
    of: int
    confirmed: int
    proposed: int


class TableRows(StrEnum):
    """What the rows of the table of what was asked stand for."""

    RESPONDENTS = "respondents"
    DOCUMENTS = "documents"


class AskedState(StrEnum):
    """What a cell of the table says. UNKNOWN: nobody has gone through the text yet."""

    ASKED = "asked"
    PROPOSED = "proposed"
    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class AskedCell:
    """The state of a question in a row, and the places that it rests on, confirmed ones first."""

    state: AskedState
    places: tuple[QuestionPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class AskedRow:
    """A respondent or a document; `label` is what its badge says, empty for documents without one."""

    id: int
    label: str
    name: str
    cells: tuple[AskedCell, ...]


@dataclass(frozen=True, slots=True)
class AskedTable:
    """Rows against the questions of a guide, in their order."""

    rows_are: TableRows
    questions: tuple[GuideQuestion, ...]
    rows: tuple[AskedRow, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage `[start, end)` that may be a question; `asks`, 0 to 1, says how much it looks like one."""

    start: int
    end: int
    words: str
    citation: str
    asks: float


def searched_documents(project: OpenProject) -> tuple[Document, ...]:
    """Return the documents in which questions are looked for, or have been placed by hand."""
    placed = {one.document_id for one in guide_queries.shown_places(project)}
    return tuple(one for one in queries.documents(project) if one.kind in SEARCHED_KINDS or one.id in placed)


def finding_of(project: OpenProject, one: Guide) -> Finding:
    """Return how far the questions of a guide were found."""
    own = {question.id for question in one.questions}
    return _finding(project, (place for place in guide_queries.shown_places(project) if place.question_id in own))


def finding_by_question(project: OpenProject, one: Guide) -> Mapping[int, Finding]:
    """Return how far each question of a guide was found, by its id."""
    places: dict[int, list[QuestionPlace]] = {question.id: [] for question in one.questions}
    for place in guide_queries.shown_places(project):
        if place.question_id in places:
            places[place.question_id].append(place)
    return {question_id: _finding(project, own) for question_id, own in places.items()}


def _finding(project: OpenProject, places: Iterable[QuestionPlace]) -> Finding:
    own = list(places)
    confirmed = sum(one.status is PlaceStatus.CONFIRMED for one in own)
    texts = len({one.document_id for one in own})
    return Finding(texts, len(searched_documents(project)), confirmed, len(own) - confirmed)


def places_of(project: OpenProject, question_id: int) -> tuple[QuestionPlace, ...]:
    """Return the places of a question, those rejected too, by document and place."""
    order = {one.id: number for number, one in enumerate(queries.documents(project))}
    own = (one for one in guide_queries.places(project) if one.question_id == question_id)
    return tuple(sorted(own, key=lambda one: (order[one.document_id], one.start)))


def missing_in(project: OpenProject, question_id: int) -> tuple[Document, ...]:
    """Return the searched documents in which a question has no proposed or confirmed place."""
    found = {one.document_id for one in guide_queries.shown_places(project) if one.question_id == question_id}
    return tuple(one for one in searched_documents(project) if one.id not in found)


def candidates_in(project: OpenProject, document_id: int) -> list[Candidate]:
    """Return what may be a question in a document, in its order; what settled respondents say is left out."""
    from kodebenk.analysis.question_candidates import find_units

    text = queries.text_of(project, document_id)
    return [
        Candidate(
            unit.start,
            unit.end,
            text.text[unit.start : unit.end],
            queries.cite_passage(project, document_id, unit.start, unit.end),
            unit.asks,
        )
        for unit in find_units(text)
    ]


def asked_table(project: OpenProject, guide_id: int, rows_are: TableRows) -> AskedTable:
    """Return what was asked of whom, or in which document, for every question of a guide.

    Respondents follow the rules of `analysis.asked`. A document in which nothing is confirmed says nothing of the
    questions that are not found there. Raises RuleBroken NOT_FOUND.
    """
    one = guide_queries.guide(project, guide_id)
    rows = _document_rows(project, one) if rows_are is TableRows.DOCUMENTS else _respondent_rows(project, one)
    return AskedTable(rows_are, one.questions, tuple(rows))


def _document_rows(project: OpenProject, one: Guide) -> list[AskedRow]:
    places = _by_document(guide_queries.shown_places(project))
    rows = []
    for document in searched_documents(project):
        here = places[document.id]
        gone_through = any(place.status is PlaceStatus.CONFIRMED for place in here)
        otherwise = AskedState.NOT_ASKED if gone_through else AskedState.UNKNOWN
        cells = (_cell(_of_question(here, question), otherwise) for question in one.questions)
        rows.append(AskedRow(document.id, document.label, document.name, tuple(cells)))
    return rows


def _respondent_rows(project: OpenProject, one: Guide) -> list[AskedRow]:
    places = _by_document(guide_queries.shown_places(project))
    searched = {document.id for document in searched_documents(project)}
    documents = queries.documents_of_respondents(project)
    asked = guide_queries.asked_of(project).by_question
    rows = []
    for person in queries.respondents(project):
        theirs = [document_id for document_id in documents.get(person.id, ()) if document_id in searched]
        if not theirs:
            continue
        here = [place for document_id in theirs for place in places[document_id]]
        cells = (
            _respondent_cell(_of_question(here, question), asked.get((person.id, question.id), Asked.UNKNOWN))
            for question in one.questions
        )
        rows.append(AskedRow(person.id, person.label, person.name, tuple(cells)))
    return rows


def _respondent_cell(places: Sequence[QuestionPlace], asked: Asked) -> AskedCell:
    if asked is Asked.ASKED:
        return AskedCell(AskedState.ASKED, tuple(places))
    if asked is Asked.NOT_ASKED:
        return AskedCell(AskedState.NOT_ASKED)
    proposed = tuple(one for one in places if one.status is PlaceStatus.PROPOSED)
    return AskedCell(AskedState.PROPOSED if proposed else AskedState.UNKNOWN, proposed)


def _cell(places: Sequence[QuestionPlace], otherwise: AskedState) -> AskedCell:
    if not places:
        return AskedCell(otherwise)
    confirmed = places[0].status is PlaceStatus.CONFIRMED
    return AskedCell(AskedState.ASKED if confirmed else AskedState.PROPOSED, tuple(places))


def _by_document(places: Iterable[QuestionPlace]) -> dict[int, list[QuestionPlace]]:
    found: dict[int, list[QuestionPlace]] = defaultdict(list)
    for one in places:
        found[one.document_id].append(one)
    return found


def _of_question(places: Iterable[QuestionPlace], question: GuideQuestion) -> list[QuestionPlace]:
    own = (one for one in places if one.question_id == question.id)
    return sorted(own, key=lambda one: (one.status is not PlaceStatus.CONFIRMED, one.document_id, one.start))
