"""What was asked of whom, by the places of guide questions that a user has confirmed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from kodebenk.analysis.attribution import Source
from kodebenk.domain.document import SourceKind
from kodebenk.domain.guide import Guide, PlaceStatus, QuestionPlace
from kodebenk.domain.transcript import Speaker, SpeakerRole


class Asked(StrEnum):
    """Whether somebody was asked about something."""

    ASKED = "asked"
    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"


def asked_by_theme(
    guides: Sequence[Guide], places: Iterable[QuestionPlace], sources: Mapping[int, Source]
) -> Mapping[tuple[int, int], Asked]:
    """Return what was asked of whom by `(respondent id, code id)`, for every code that a theme of a guide means.

    A respondent is asked where a confirmed place of a question lies in a document in which they speak, or which is
    theirs, before they left. They were not asked when some document of theirs has confirmed places and none of them,
    nor a proposed one, is about the code. In every other case it is unknown. A code below a theme's is not looked at.
    """
    code_of = {theme.id: theme.code_id for guide in guides for theme in guide.themes}
    asks_about = {
        question.id: code_id
        for guide in guides
        for question in guide.questions
        if question.theme_id is not None and (code_id := code_of[question.theme_id]) is not None
    }
    every = {code_id for code_id in code_of.values() if code_id is not None}
    return _asked(every, asks_about, places, sources)


def asked_by_question(
    guides: Sequence[Guide], places: Iterable[QuestionPlace], sources: Mapping[int, Source]
) -> Mapping[tuple[int, int], Asked]:
    """Return what was asked of whom by `(respondent id, question id)`, by the rules of `asked_by_theme`."""
    every = {question.id for guide in guides for question in guide.questions}
    return _asked(every, {one: one for one in every}, places, sources)


def _asked(
    every: Iterable[int],
    asks_about: Mapping[int, int],
    places: Iterable[QuestionPlace],
    sources: Mapping[int, Source],
) -> dict[tuple[int, int], Asked]:
    """Return the answer for each respondent and each of `every`; `asks_about` leads from a question to one of them."""
    people = {document_id: _last_positions(source) for document_id, source in sources.items()}
    asked: set[tuple[int, int]] = set()
    open_still: set[tuple[int, int]] = set()
    gone_through: set[int] = set()
    for place in places:
        if place.status is PlaceStatus.REJECTED or place.document_id not in people:
            continue
        last_positions = people[place.document_id]
        if place.status is PlaceStatus.CONFIRMED:
            gone_through.update(last_positions)
        about = asks_about.get(place.question_id)
        if about is not None:
            present = {
                (one, about) for one, left_at in last_positions.items() if left_at is None or place.start < left_at
            }
            (asked if place.status is PlaceStatus.CONFIRMED else open_still).update(present)
    respondents = dict.fromkeys(one for here in people.values() for one in here)
    return {
        (one, thing): _answer((one, thing), asked, open_still, knows=one in gone_through)
        for one in respondents
        for thing in every
    }


def _answer(
    key: tuple[int, int], asked: set[tuple[int, int]], open_still: set[tuple[int, int]], *, knows: bool
) -> Asked:
    if key in asked:
        return Asked.ASKED
    return Asked.NOT_ASKED if knows and key not in open_still else Asked.UNKNOWN


def _last_positions(source: Source) -> dict[int, int | None]:
    """Return the respondents of a document with the position at which they leave, None for those who stay."""
    if source.document.kind is SourceKind.LITERATURE:
        return {}
    spoken: dict[int, list[Speaker]] = defaultdict(list)
    for speaker in source.text.speakers:
        if speaker.role is SpeakerRole.RESPONDENT and speaker.respondent_id is not None:
            spoken[speaker.respondent_id].append(speaker)
    found: dict[int, int | None] = dict.fromkeys(source.document.respondent_ids)
    for respondent_id, speakers in spoken.items():
        left = [one.left_at for one in speakers if one.left_at is not None]
        found[respondent_id] = max(left) if len(left) == len(speakers) else None
    return found
