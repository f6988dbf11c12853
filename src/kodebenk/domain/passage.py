"""Half-open ranges of a text, in Unicode code points."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kodebenk.errors import Rule, RuleBroken

CONTEXT_LENGTH = 32
"""Characters of context that a coding keeps on each side of its quote."""


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A range `[start, end)` of one document's text, in code points."""

    document_id: int
    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start:
            raise ValueError(f"not a range: {self.start}–{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Passage) -> bool:
        """Tell whether the two share at least one character."""
        return self.document_id == other.document_id and max(self.start, other.start) < min(self.end, other.end)

    def contains(self, other: Passage) -> bool:
        """Tell whether every character of `other` lies in this passage."""
        return self.document_id == other.document_id and self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """What proves and repairs a passage: its words and the words around it."""

    quote: str
    prefix: str
    suffix: str


def anchor_of(text: str, start: int, end: int) -> Anchor:
    """Return the quote and up to 32 characters of context on each side."""
    return Anchor(
        text[start:end],
        text[max(0, start - CONTEXT_LENGTH) : start],
        text[end : end + CONTEXT_LENGTH],
    )


def check_passage(passage: Passage, text_length: int) -> None:
    """Make sure that a passage can carry a coding.

    Raises:
        RuleBroken: it is empty or reaches beyond the text.
    """
    if len(passage) == 0:
        raise RuleBroken(Rule.EMPTY_PASSAGE)
    if passage.end > text_length:
        raise RuleBroken(Rule.PASSAGE_OUTSIDE_TEXT, start=passage.start, end=passage.end, length=text_length)


def trim_blanks(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range without white space at its ends; an all-blank range becomes empty at `start`."""
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def index_at(starts: Sequence[int], position: int) -> int:
    """Return the index of the last start at or before `position`, or −1 where there is none."""
    return bisect_right(starts, position) - 1
