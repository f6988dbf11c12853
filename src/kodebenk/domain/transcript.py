"""Speakers and their turns."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SpeakerRole(StrEnum):
    """To whom a speaker's words are attributed."""

    UNRESOLVED = "unresolved"
    RESPONDENT = "respondent"
    INTERVIEWER = "interviewer"
    NOBODY = "none"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks in one document under one label.

    `respondent_id` is set exactly when the role is RESPONDENT.

    Attributes:
        aliases: other labels in the text that mean the same speaker.
        left_at: where the speaker leaves and is asked nothing more, or None.
    """

    id: int
    guid: str
    document_id: int
    label: str
    role: SpeakerRole
    respondent_id: int | None = None
    aliases: tuple[str, ...] = ()
    left_at: int | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """A stretch of speech by one speaker.

    Attributes:
        start: first character, the speaker's label included.
        body_start: first character after the label.
        end: one past the last character, without the line break.
        speaker_id: the speaker in this document.
        number: place among all turns of the document, from 1; interviewer turns count.
    """

    start: int
    body_start: int
    end: int
    speaker_id: int
    number: int
