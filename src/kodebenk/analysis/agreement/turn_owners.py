"""Whose the turns of a text are: what tells the words of one respondent from those of another and of interviewers."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kodebenk.analysis.agreement.comparison import Range
from kodebenk.analysis.attribution import Source
from kodebenk.domain.document import SourceKind
from kodebenk.domain.transcript import SpeakerRole


class TurnKind(StrEnum):
    """What a turn is, in the order of reports."""

    RESPONDENT = "respondent"
    INTERVIEWER = "interviewer"
    NOBODY = "nobody"
    """Of a speaker whose words are nobody's, such as a recording that is played."""
    UNSETTLED = "unsettled"
    """Of a speaker of whom nobody has said who it is."""
    OUTSIDE = "outside"
    """No turn at all: headings, notes between turns, and texts that have no turns."""


_KINDS = {
    SpeakerRole.RESPONDENT: TurnKind.RESPONDENT,
    SpeakerRole.INTERVIEWER: TurnKind.INTERVIEWER,
    SpeakerRole.NOBODY: TurnKind.NOBODY,
    SpeakerRole.UNRESOLVED: TurnKind.UNSETTLED,
}


@dataclass(frozen=True, slots=True)
class TurnOwner:
    """Whose some words are.

    Attributes:
        kind: of the turn that they are in.
        respondent_id: who said them; of a text without turns whose document is one respondent's, that one. None for
            the words of nobody in particular.
    """

    kind: TurnKind
    respondent_id: int | None = None


def owner_at(source: Source, position: int) -> TurnOwner:
    """Return whose the character at a position (code points) is."""
    turn = source.text.turn_at(position)
    if turn is None:
        return TurnOwner(TurnKind.OUTSIDE, _sole_respondent(source))
    speaker = source.text.speakers_by_id[turn.speaker_id]
    return TurnOwner(_KINDS[speaker.role], source.respondent_in(turn))


def owners_within(source: Source, start: int, end: int) -> frozenset[TurnOwner]:
    """Return whose words `[start, end)` holds; labels of speakers are nobody's words."""
    turns = source.text.turns_in(start, end)
    return frozenset(owner_at(source, turn.start) for turn in turns) or frozenset({owner_at(source, start)})


def first_counted(scope: Sequence[Range] | None, position: int) -> int:
    """Return the first position in scope that is not before another; that one itself where nothing in scope follows.

    Args:
        scope: ranges in order and without overlap; None for the whole text.
        position: in code points.
    """
    if scope is None:
        return position
    at = bisect_right(scope, position, key=lambda one: one[1])
    return max(position, scope[at][0]) if at < len(scope) else position


def _sole_respondent(source: Source) -> int | None:
    """Return the respondent to whom a document without turns belongs; None where there are turns, or several."""
    document = source.document
    if source.text.structure.turns or document.kind is SourceKind.LITERATURE or len(document.respondent_ids) != 1:
        return None
    return document.respondent_ids[0]
