"""What a user can do to voices: collective, nested and second-hand speech, marked by hand. Each is one change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.passage import Passage, check_passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.voice import Voice, VoiceKind
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import position_store, voice_store


@dataclass(frozen=True, slots=True)
class _Words:
    """Where a voice is heard, what stands there, and how it is cited."""

    passage: Passage
    quote: str
    place: str


def mark_voice(
    project: OpenProject, passage: Passage, kind: VoiceKind, *, speaker: str = "", respondent_ids: Sequence[int] = ()
) -> int:
    """Say who is heard in a passage and return the mark's id. Blanks at its ends are left out.

    Args:
        project: the open project.
        passage: where.
        kind: how.
        speaker: who, in the researcher's words, where it is nobody of the project.
        respondent_ids: which respondents.

    Raises:
        RuleBroken: EMPTY_PASSAGE, PASSAGE_OUTSIDE_TEXT; VOICE_OF_NOBODY for a collective voice of fewer than two
            respondents, or where neither a respondent nor a speaker is named.
    """
    words = _words_of(project, passage)
    cleaned, wanted = _heard(kind, speaker, respondent_ids)
    with project.change(ChangeName.MARK_VOICE, place=words.place) as write:
        return voice_store.add(
            write,
            passage.document_id,
            words.passage.start,
            words.passage.end,
            kind=kind,
            speaker=cleaned,
            respondent_ids=wanted,
            quote=words.quote,
        )


def edit_voice(
    project: OpenProject,
    voice_id: int,
    start: int,
    end: int,
    kind: VoiceKind,
    *,
    speaker: str = "",
    respondent_ids: Sequence[int] = (),
) -> bool:
    """Say anew where in its document a voice is heard, how, and who; return whether that made a difference.

    One that had no place has one then.

    Raises:
        RuleBroken: NOT_FOUND, and what `mark_voice` raises.
    """
    one = voice(project, voice_id)
    words = _words_of(project, Passage(one.document_id, start, end))
    cleaned, wanted = _heard(kind, speaker, respondent_ids)
    with project.change(ChangeName.EDIT_VOICE, place=words.place) as write:
        position_store.move_voices(write, {voice_id: (words.passage.start, words.passage.end, words.quote)}, {})
        voice_store.update(write, voice_id, kind=kind, speaker=cleaned, respondent_ids=wanted)
        return bool(write.row_changes)


def place_voice(project: OpenProject, voice_id: int, start: int, end: int) -> None:
    """Give a voice its place, from then on with the words that stand there; blanks at the ends are left out.

    Raises:
        RuleBroken: NOT_FOUND, EMPTY_PASSAGE, PASSAGE_OUTSIDE_TEXT.
    """
    one = voice(project, voice_id)
    words = _words_of(project, Passage(one.document_id, start, end))
    with project.change(ChangeName.PLACE_VOICE, place=words.place) as write:
        position_store.move_voices(write, {voice_id: (words.passage.start, words.passage.end, words.quote)}, {})


def remove_voice(project: OpenProject, voice_id: int) -> None:
    """Take a mark away, also one without a place; the text and its codings stay. Raises RuleBroken NOT_FOUND."""
    one = voice(project, voice_id)
    with project.change(ChangeName.REMOVE_VOICE, place=_place_of(project, one)) as write:
        voice_store.delete(write, voice_id)


def voice(project: OpenProject, voice_id: int) -> Voice:
    """Return one voice, also one without a place. Raises RuleBroken NOT_FOUND."""
    for one in voice_store.list_voices(project.connection):
        if one.id == voice_id:
            return one
    raise RuleBroken(Rule.NOT_FOUND, kind="voice", name=str(voice_id))


def _words_of(project: OpenProject, passage: Passage) -> _Words:
    text = queries.text_of(project, passage.document_id).text
    check_passage(passage, len(text))
    start, end = trim_blanks(text, passage.start, passage.end)
    trimmed = Passage(passage.document_id, start, end)
    check_passage(trimmed, len(text))
    return _Words(trimmed, text[start:end], queries.cite_passage(project, passage.document_id, start, end))


def _heard(kind: VoiceKind, speaker: str, respondent_ids: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    wanted = tuple(dict.fromkeys(respondent_ids))
    cleaned = " ".join(speaker.split())
    if (kind is VoiceKind.COLLECTIVE and len(wanted) < 2) or not (wanted or cleaned):
        raise RuleBroken(Rule.VOICE_OF_NOBODY, kind=kind.value)
    return cleaned, wanted


def _place_of(project: OpenProject, one: Voice) -> str:
    if one.unplaced:  # it was heard in a text that was corrected since
        return queries.document(project, one.document_id).name
    return queries.cite_passage(project, one.document_id, one.start, one.end)
