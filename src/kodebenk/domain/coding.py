"""Codings: passage + code + coder + round."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from kodebenk.domain.passage import Anchor, Passage
from kodebenk.errors import Rule, RuleBroken

_Choice = TypeVar("_Choice", bound=StrEnum)


class Stance(StrEnum):
    """What the speaker thinks of the theme. The values are the words of the field."""

    FOR = "for"
    AGAINST = "mot"
    MIXED = "blandet"
    NEUTRAL = "nøytral"


_STANCE_WORDS = {
    "against": Stance.AGAINST,
    "imot": Stance.AGAINST,
    "mixed": Stance.MIXED,
    "neutral": Stance.NEUTRAL,
    "noytral": Stance.NEUTRAL,
}


def read_stance(word: str) -> Stance | None:
    """Return the stance of a word in either language, None for an empty one.

    Raises:
        RuleBroken: VALUE_NOT_ALLOWED.
    """
    folded = word.strip().casefold()
    if folded in {"", "ingen", "none"}:
        return None
    if folded in _STANCE_WORDS:
        return _STANCE_WORDS[folded]
    return _read_choice(Stance, "stance", folded)


class CodingKind(StrEnum):
    """How the words were said: directly, in the researcher's words, or in a document."""

    DIRECT = "direct"
    PARAPHRASE = "paraphrase"
    DOCUMENT = "document"


class EvidenceGrade(StrEnum):
    """What the passage rests on."""

    TAPED = "taped"
    NOTES = "notes"
    EMAIL = "email"
    OBSERVED = "observed"
    DOCUMENT = "document"


def read_kind(word: str) -> CodingKind | None:
    """Return the kind of a word, None for an empty one; RuleBroken for another."""
    folded = word.strip().casefold()
    return _read_choice(CodingKind, "kind", folded) if folded else None


def read_evidence(word: str) -> EvidenceGrade | None:
    """Return the evidence grade of a word, None for an empty one; RuleBroken for another."""
    folded = word.strip().casefold()
    return _read_choice(EvidenceGrade, "evidence", folded) if folded else None


def _read_choice(choices: type[_Choice], kind: str, word: str) -> _Choice:
    try:
        return choices(word)
    except ValueError:
        allowed = [choice.value for choice in choices]
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind=kind, value=word, allowed=allowed) from None


class Attribution(StrEnum):
    """How a coding finds its respondents: from who speaks, or from the user's hand."""

    SPEAKER = "speaker"
    HAND = "hand"


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder's coding of one passage with one code.

    `respondent_ids` holds the respondents named by hand when `attribution` is HAND (none: attributed to nobody), and is
    empty otherwise; `analysis.attribution` gives those that follow from the speakers.

    Attributes:
        unplaced: why its place in a corrected text is not known, the passage then being where it was before; empty when
            it has its place.
    """

    id: int
    guid: str
    passage: Passage
    anchor: Anchor
    code_id: int
    coder_id: int
    round: int
    created_at: str
    stance: Stance | None = None
    kind: CodingKind | None = None
    evidence: EvidenceGrade | None = None
    comment: str = ""
    condensation: str = ""
    attribution: Attribution = Attribution.SPEAKER
    respondent_ids: tuple[int, ...] = ()
    unplaced: str = ""


class CodingMark(NamedTuple):
    """What a reading view paints of a coding: ten thousand of them are read in one go when a document opens."""

    id: int
    start: int
    end: int
    code_id: int
    coder_id: int
    stance: str | None
    has_comment: bool
    created_at: str
