"""What became of the codings, voices, questions and other places of a document when its text was corrected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kodebenk.analysis.reanchoring import AnchoredRange, Fate, Reanchored, Reason, reanchor
from kodebenk.domain.coding import Coding
from kodebenk.domain.guide import QuestionPlace
from kodebenk.domain.passage import Anchor, anchor_of
from kodebenk.domain.text_change import TextChange
from kodebenk.domain.voice import Voice
from kodebenk.storage.position_store import StoredPlace


@dataclass(frozen=True, slots=True)
class FollowedCoding:
    """A coding in a corrected text.

    Attributes:
        fate: KEPT (the same words), ALTERED (its words were corrected), FOUND (its words were searched for and are
            elsewhere) or UNPLACED.
        old_start, old_end: where it was, in code points of the old text; old_words: its quote.
        start, end, new_words: where it is and what stands there; 0, 0 and empty when it is unplaced.
        score: likeness of old and new words, 0 to 100.
        reason: why it is unplaced, else None.
        was_unplaced: it had no place in the old text either.
    """

    coding_id: int
    code_id: int
    coder_id: int
    fate: Fate
    old_start: int
    old_end: int
    old_words: str
    start: int = 0
    end: int = 0
    new_words: str = ""
    score: float = 0.0
    reason: Reason | None = None
    was_unplaced: bool = False

    @property
    def is_placed(self) -> bool:
        return self.fate is not Fate.UNPLACED

    @property
    def is_same(self) -> bool:
        """Whether it has the same words in the same place, so that nobody sees a difference."""
        unmoved = (self.start, self.end) == (self.old_start, self.old_end) and not self.was_unplaced
        return self.fate is Fate.KEPT and unmoved and self.new_words == self.old_words

    @property
    def has_same_words(self) -> bool:
        """Whether its words are the same, but for blanks."""
        return self.is_placed and self.new_words.split() == self.old_words.split()


@dataclass(frozen=True, slots=True)
class FollowedMark:
    """A voice or a place of a question, by id, in a corrected text; `start` and `end` are 0 when it has no place."""

    mark_id: int
    fate: Fate
    start: int = 0
    end: int = 0
    words: str = ""
    reason: Reason | None = None


def follow_codings(codings: Sequence[Coding], change: TextChange, old: str, new: str) -> tuple[FollowedCoding, ...]:
    """Return what became of codings; those that had no place in the old text are searched for."""
    ranges = [
        AnchoredRange(one.passage.start, one.passage.end, one.anchor, is_placed=not one.unplaced) for one in codings
    ]
    found = reanchor(ranges, change, old, new)
    return tuple(_followed_coding(one, where, new) for one, where in zip(codings, found, strict=True))


def _followed_coding(coding: Coding, where: Reanchored, new: str) -> FollowedCoding:
    return FollowedCoding(
        coding_id=coding.id,
        code_id=coding.code_id,
        coder_id=coding.coder_id,
        fate=where.fate,
        old_start=coding.passage.start,
        old_end=coding.passage.end,
        old_words=coding.anchor.quote,
        start=where.start,
        end=where.end,
        new_words=new[where.start : where.end],
        score=where.score,
        reason=where.reason,
        was_unplaced=bool(coding.unplaced),
    )


def follow_voices(voices: Sequence[Voice], change: TextChange, old: str, new: str) -> tuple[FollowedMark, ...]:
    """Return what became of marked voices; those that had no place in the old text are searched for."""
    ranges = [_range_of(old, one.start, one.end, one.quote, is_placed=not one.unplaced) for one in voices]
    return _followed_marks([one.id for one in voices], reanchor(ranges, change, old, new), new)


def follow_questions(
    places: Sequence[QuestionPlace], change: TextChange, old: str, new: str
) -> tuple[FollowedMark, ...]:
    """Return what became of places of questions."""
    ranges = [_range_of(old, one.start, one.end, one.quote) for one in places]
    return _followed_marks([one.id for one in places], reanchor(ranges, change, old, new), new)


def follow_places(places: Sequence[StoredPlace], change: TextChange, old: str, new: str) -> tuple[FollowedMark, ...]:
    """Return what became of places of coders' work; those that had no place in the old text are searched for."""
    ranges = [_range_of(old, one.start, one.end, one.quote, is_placed=not one.unplaced) for one in places]
    return _followed_marks([one.id for one in places], reanchor(ranges, change, old, new), new)


def _range_of(old: str, start: int, end: int, quote: str, *, is_placed: bool = True) -> AnchoredRange:
    """Return a range with its surroundings; of one that is not where it should be only the quote is known."""
    if is_placed and old[start:end] == quote:
        return AnchoredRange(start, end, anchor_of(old, start, end))
    return AnchoredRange(start, end, Anchor(quote, "", ""), is_placed=False)


def _followed_marks(ids: Sequence[int], found: Sequence[Reanchored], new: str) -> tuple[FollowedMark, ...]:
    return tuple(
        FollowedMark(mark_id, where.fate, where.start, where.end, new[where.start : where.end], where.reason)
        for mark_id, where in zip(ids, found, strict=True)
    )
