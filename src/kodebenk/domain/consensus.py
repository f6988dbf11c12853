"""What coders settle after they compared: decisions about places, beside the codings that stay as they were made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DecisionChoice(StrEnum):
    """What was settled about a place."""

    ACCEPT = "accept"
    """One coder's passages and codes."""
    UNION = "union"
    """Every code in question, on all characters that somebody coded with it."""
    INTERSECTION = "intersection"
    """Every code that all gave, on the characters that all of them coded with it."""
    EDIT = "edit"
    """Passage and codes were chosen anew."""
    NEITHER = "neither"
    """The place is not coded with any of the codes in question."""
    DEFER = "defer"
    """It was talked about and left open."""


class DecisionTag(StrEnum):
    """Why coders differed."""

    UNCLEAR_DEFINITION = "unclear_definition"
    OVERSIGHT = "oversight"
    UNIT = "unit"
    """They coded the same matter, and began or ended elsewhere."""
    AMBIGUITY = "ambiguity"
    """The words can be read both ways."""


@dataclass(frozen=True, slots=True)
class DecidedPlace:
    """The place of a decision: the same place as long as nobody alters the codings that it was found in.

    Attributes:
        document_id: of the text; start, end: in code points.
        code_ids: of the codes in question, ascending.
    """

    document_id: int
    start: int
    end: int
    code_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Decision:
    """What was settled about one place.

    Attributes:
        place: where, of which codes.
        kind: class of the difference when it was settled, such as `boundary`.
        quote: the words of the place.
        choice: what was settled; coder_id: whose coding, where that is ACCEPT.
        reason: why, in the coders' words; tag: why they had differed, None if nobody said.
        decided_at: UTC, ISO 8601; decided_by: coder id.
        comparison_id: the saved comparison in which it was settled, None for one that was not saved.
        coding_ids: what it put into the consensus layer.
        book_note: what the codebook should say; mended_at: when it was made to say so, empty until then.
        unplaced: why its place in a corrected text is not known; empty when it has its place.
    """

    id: int
    guid: str
    place: DecidedPlace
    kind: str
    quote: str
    choice: DecisionChoice
    coder_id: int | None
    reason: str
    tag: DecisionTag | None
    decided_at: str
    decided_by: int
    comparison_id: int | None
    coding_ids: tuple[int, ...] = ()
    book_note: str = ""
    mended_at: str = ""
    unplaced: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is open any more."""
        return self.choice is not DecisionChoice.DEFER

    @property
    def asks_of_codebook(self) -> bool:
        """Whether it says what the codebook should say, or that a definition is unclear."""
        return bool(self.book_note) or self.tag is DecisionTag.UNCLEAR_DEFINITION
