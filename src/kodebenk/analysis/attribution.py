"""Whose words a coding holds, and how its place is cited."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kodebenk.domain.coding import Attribution, Coding
from kodebenk.domain.document import SPOKEN_KINDS, Document, DocumentText, SourceKind
from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import SpeakerRole, Turn
from kodebenk.domain.voice import VoiceKind


@dataclass(frozen=True, slots=True)
class Source:
    """A document together with its text."""

    document: Document
    text: DocumentText

    def respondent_in(self, turn: Turn) -> int | None:
        """Return the respondent who speaks a turn, or None for the interviewer, nobody and the unresolved."""
        speaker = self.text.speakers_by_id[turn.speaker_id]
        return speaker.respondent_id if speaker.role is SpeakerRole.RESPONDENT else None


def respondents_of(coding: Coding, source: Source) -> tuple[int, ...]:
    """Return the respondents whose words a coding holds, in order of speech; none for the interviewer's.

    Named by hand: those. In turns: everybody who speaks within the passage. Elsewhere: those to whom the document
    belongs. Literature has no respondents.
    """
    if source.document.kind is SourceKind.LITERATURE:
        return ()
    if coding.attribution is Attribution.HAND:
        return coding.respondent_ids
    return speakers_within(source, coding.passage.start, coding.passage.end)


def speakers_within(source: Source, start: int, end: int) -> tuple[int, ...]:
    """Return the respondents who speak in `[start, end)`, in order; those of the document where nobody has a turn.

    A passage inside a collective or nested voice belongs to those who are heard in it; where it only reaches into one,
    to both. A second-hand voice stays with the one who tells it.
    """
    voices = [one for one in source.text.voices_in(start, end) if one.kind is not VoiceKind.SECOND_HAND]
    around = [one for one in voices if one.start <= start and end <= one.end]
    if around:
        return min(around, key=lambda one: one.end - one.start).respondent_ids
    heard = [one for voice in voices for one in voice.respondent_ids]
    turns = source.text.turns_in(start, end)
    if not turns:
        return tuple(dict.fromkeys((*source.document.respondent_ids, *heard)))
    speaking = [one for turn in turns if (one := source.respondent_in(turn)) is not None]
    return tuple(dict.fromkeys((*speaking, *heard)))


def second_hand_in(source: Source, start: int, end: int) -> str:
    """Return who is told about in `[start, end)` by somebody else, in the researcher's words; empty for nobody."""
    voices = source.text.voices_in(start, end)
    told = (one.speaker for one in voices if one.kind is VoiceKind.SECOND_HAND and one.speaker)
    return ", ".join(dict.fromkeys(told))


def cite(
    source: Source,
    start: int,
    end: int,
    respondents: Mapping[int, Respondent],
    *,
    respondent_id: int | None = None,
) -> str:
    """Return the citation of a passage, such as `R4:12`: who speaks, and turn or paragraph number.

    Args:
        source: the document.
        start: first code point.
        end: one past the last.
        respondents: by id.
        respondent_id: cite the part that this respondent says, where several speak.
    """
    turns = source.text.turns_in(start, end)
    own = [turn for turn in turns if source.respondent_in(turn) == respondent_id is not None]
    spoken = own or [turn for turn in turns if source.respondent_in(turn) is not None]
    if spoken:
        speaker_id = source.respondent_in(spoken[0])
        assert speaker_id is not None
        return f"{respondents[speaker_id].label}:{spoken[0].number}"
    number = turns[0].number if turns else source.text.place_of(start, end).paragraph
    return f"{_label(source.document, respondents, respondent_id)}:{number}"


def _label(document: Document, respondents: Mapping[int, Respondent], respondent_id: int | None) -> str:
    if respondent_id is not None:
        return respondents[respondent_id].label
    if len(document.respondent_ids) == 1:
        return respondents[document.respondent_ids[0]].label
    return document_label(document)


def document_label(document: Document) -> str:
    """Return the label of a document, or `I3` where it has none: names of interviews may give people away."""
    return document.label or f"I{document.id}"


def reported_documents(sources: Mapping[int, Source], respondents: Mapping[int, Respondent]) -> dict[int, str]:
    """Return how exports name each document: what somebody says by labels, `R1, R2`, the others by their own name.

    Several sources of one kind by the same people are numbered: `R3`, `R3 (2)`.
    """
    names: dict[int, str] = {}
    seen: dict[tuple[str, SourceKind], int] = {}
    for document_id, source in sources.items():
        document = source.document
        if document.kind not in SPOKEN_KINDS:
            names[document_id] = " ".join(part for part in (document.label, document.name) if part)
            continue
        name = ", ".join(respondents[one].label for one in _people_in(source)) or document_label(document)
        seen[name, document.kind] = number = seen.get((name, document.kind), 0) + 1
        names[document_id] = name if number == 1 else f"{name} ({number})"
    return names


def _people_in(source: Source) -> tuple[int, ...]:
    speaking = (speaker.respondent_id for speaker in source.text.speakers)
    return tuple(dict.fromkeys(one for one in (*source.document.respondent_ids, *speaking) if one is not None))
