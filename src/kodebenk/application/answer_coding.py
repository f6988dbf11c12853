"""Codes what respondents answer to the questions of a guide with the codes that its themes mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kodebenk.analysis.attribution import Source
from kodebenk.application import guide_queries, queries
from kodebenk.application.coding_actions import coder_id_of, usual_evidence, usual_kind
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import DocumentText
from kodebenk.domain.guide import Guide, PlaceStatus, QuestionPlace, answer_end
from kodebenk.domain.passage import Passage, anchor_of, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.storage import coding_store
from kodebenk.storage.moments import now
from kodebenk.storage.writer import Writer


@dataclass(frozen=True, slots=True)
class Answer:
    """A stretch of one respondent's words that answers a question, and the code that it would get.

    `known` tells that the coder has coded it so already, in this round.
    """

    question_id: int
    place_id: int
    passage: Passage
    code_id: int
    known: bool = False


def preview_answers(
    project: OpenProject,
    guide_id: int | None = None,
    *,
    document_ids: Sequence[int] | None = None,
    coder_name: str = "",
) -> list[Answer]:
    """Return what `code_answers` would code, of one guide or of all, by document and place.

    An answer reaches from the words of a confirmed question to the next question that is proposed or confirmed, and
    not over a heading. Turns of the interviewer, and of whoever puts the questions, are left out: each stretch between
    them is one answer, and so is each speaker's. Questions whose theme means no code have none.
    """
    guides = _chosen(project, guide_id)
    code_of_theme = {theme.id: theme.code_id for guide in guides for theme in guide.themes}
    questions = (one for guide in guides for one in guide.questions)
    code_of = {one.id: code_of_theme[one.theme_id] for one in questions if one.theme_id is not None}
    coder = queries.find_coder(project, coder_name or project.coder_name)
    own = coding_store.list_codings(project.connection, coder_ids=[coder.id]) if coder else []
    number = queries.current_round(project)
    known = {(one.passage, one.code_id) for one in own if one.round == number}
    answers = []
    for document in queries.documents(project):
        if document_ids is None or document.id in document_ids:
            source = queries.source_of(project, document.id)
            places = guide_queries.shown_places(project, document.id)
            for place in places:
                code_id = code_of.get(place.question_id)
                if place.status is PlaceStatus.CONFIRMED and code_id is not None:
                    passages = dict.fromkeys(_passages(source, place, places))
                    answers += [
                        Answer(place.question_id, place.id, one, code_id, (one, code_id) in known) for one in passages
                    ]
    return answers


def code_answers(
    project: OpenProject,
    guide_id: int | None = None,
    *,
    document_ids: Sequence[int] | None = None,
    coder_name: str = "",
) -> list[int]:
    """Code every answer with the code of its question's theme in one change, and return the ids of the codings.

    What the coder has coded so already is left, and no passage is coded twice.
    """
    name = coder_name or project.coder_name
    wanted = {
        (one.passage, one.code_id): one
        for one in preview_answers(project, guide_id, document_ids=document_ids, coder_name=name)
        if not one.known
    }
    sources = {one.passage.document_id: queries.source_of(project, one.passage.document_id) for one in wanted.values()}
    names = ", ".join(guide_queries.title_of(one) for one in _chosen(project, guide_id))
    with project.change(ChangeName.CODE_ANSWERS, guide=names, count=str(len(wanted))) as write:
        coder_id = coder_id_of(write, name) if wanted else 0
        number = queries.current_round(project)
        return [_code(write, sources[one.passage.document_id], one, coder_id, number) for one in wanted.values()]


def _chosen(project: OpenProject, guide_id: int | None) -> tuple[Guide, ...]:
    return guide_queries.guides(project) if guide_id is None else (guide_queries.guide(project, guide_id),)


def _code(write: Writer, source: Source, answer: Answer, coder_id: int, round_number: int) -> int:
    kind = source.document.kind
    return coding_store.add(
        write,
        passage=answer.passage,
        anchor=anchor_of(source.text.text, answer.passage.start, answer.passage.end),
        code_id=answer.code_id,
        coder_id=coder_id,
        created_at=now(),
        round=round_number,
        kind=usual_kind(kind),
        evidence=usual_evidence(kind),
    )


def _passages(source: Source, place: QuestionPlace, places: Sequence[QuestionPlace]) -> Iterator[Passage]:
    """Yield the stretches of the answer to the question at `place`, without blanks at their ends."""
    text = source.text
    end = _end_before(text, place, answer_end(place, places, len(text.text)))
    askers = _askers(source, places)
    for start, stop in _stretches(text, place.end, end, askers):
        low, high = trim_blanks(text.text, start, stop)
        if low < high and any(letter.isalnum() for letter in text.text[low:high]):
            yield Passage(source.document.id, low, high)


def _end_before(text: DocumentText, place: QuestionPlace, end: int) -> int:
    """Return where the answer ends: before the paragraph of the next question, with its mark, and before a heading."""
    following = text.paragraph_at(end) if end < len(text.text) else None
    if following is not None and following.start >= place.end:
        end = following.start
    return min((heading.start for heading in text.structure.headings if place.end <= heading.start < end), default=end)


def _askers(source: Source, places: Sequence[QuestionPlace]) -> frozenset[int]:
    """Return the speakers whose turns are no answers: interviewers, nobody, and the unresolved who put questions."""
    asking = {
        turn.speaker_id
        for one in places
        if one.status is PlaceStatus.CONFIRMED and (turn := source.text.turn_at(one.start)) is not None
    }
    roles = {one.id: one.role for one in source.text.speakers}
    silent = {who for who, role in roles.items() if role in (SpeakerRole.INTERVIEWER, SpeakerRole.NOBODY)}
    return frozenset(silent | {who for who in asking if roles[who] is SpeakerRole.UNRESOLVED})


def _stretches(text: DocumentText, start: int, end: int, askers: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield what stands between turns of askers, cut where another respondent begins; all of it without turns."""
    turns = text.turns_in(start, end)
    if not turns:
        yield start, end
        return
    current: tuple[int, int, int] | None = None
    for turn in turns:
        low, high = max(start, turn.body_start), min(end, turn.end)
        if current and (turn.speaker_id != current[0]):
            yield current[1:]
            current = None
        if turn.speaker_id not in askers:
            current = (turn.speaker_id, current[1] if current else low, high)
    if current:
        yield current[1:]
