"""What a user can do to voices: collective, nested and second-hand speech, marked by hand. Each is one change."""

from __future__ import annotations

from collections.abc import Sequence

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.passage import Passage, check_passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.voice import Voice, VoiceKind
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import voice_store


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
    text = queries.text_of(project, passage.document_id).text
    check_passage(passage, len(text))
    checked = Passage(passage.document_id, *trim_blanks(text, passage.start, passage.end))
    check_passage(checked, len(text))
    wanted = tuple(dict.fromkeys(respondent_ids))
    cleaned = " ".join(speaker.split())
    if (kind is VoiceKind.COLLECTIVE and len(wanted) < 2) or not (wanted or cleaned):
        raise RuleBroken(Rule.VOICE_OF_NOBODY, kind=kind.value)
    place = queries.cite_passage(project, passage.document_id, checked.start, checked.end)
    with project.change(ChangeName.MARK_VOICE, place=place) as write:
        return voice_store.add(
            write,
            passage.document_id,
            checked.start,
            checked.end,
            kind=kind,
            speaker=cleaned,
            respondent_ids=wanted,
            quote=text[checked.start : checked.end],
        )


def remove_voice(project: OpenProject, voice_id: int) -> None:
    """Take a mark away; the text and its codings stay. Raises RuleBroken NOT_FOUND."""
    one = voice(project, voice_id)
    place = queries.cite_passage(project, one.document_id, one.start, one.end)
    with project.change(ChangeName.REMOVE_VOICE, place=place) as write:
        voice_store.delete(write, voice_id)


def voice(project: OpenProject, voice_id: int) -> Voice:
    """Return one voice. Raises RuleBroken NOT_FOUND."""
    for one in voice_store.list_voices(project.connection):
        if one.id == voice_id:
            return one
    raise RuleBroken(Rule.NOT_FOUND, kind="voice", name=str(voice_id))
