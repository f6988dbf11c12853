"""Voices: who is heard in a passage where it is not, or not only, the one whose turn it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class VoiceKind(StrEnum):
    """How others are heard."""

    COLLECTIVE = "collective"
    """Several respondents say it together: it belongs to each of them."""
    NESTED = "nested"
    """Somebody else's own words inside a turn: they belong to whom they come from, not to the one who has the turn."""
    SECOND_HAND = "second_hand"
    """Somebody tells what another said: it stays with the one who tells it, and is shown as second-hand."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A passage `[start, end)` marked by hand.

    Attributes:
        speaker: who is heard, in the researcher's words ("et barn"), empty where respondents say it all.
        respondent_ids: the respondents who are heard; none for a NESTED voice of somebody outside the project.
        quote: the words of the passage.
        unplaced: why its place in a corrected text is not known; empty when it is.
    """

    id: int
    guid: str
    document_id: int
    start: int
    end: int
    kind: VoiceKind
    speaker: str
    respondent_ids: tuple[int, ...]
    quote: str
    unplaced: str = ""
