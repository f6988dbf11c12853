"""Finds how the passages of one rater lie to those of another, as the sentence about a place tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.analysis.sentences import split_sentences

Range = tuple[int, int]
"""`[start, end)` in code points of the words of a place, which begin at 0."""


@dataclass(frozen=True, slots=True)
class ExtentDifference:
    """How a rater's passages lie to those they are compared with; all fields are empty where nothing readable differs.

    Attributes:
        sentences: whole sentences more, or less where negative; 0 where the ends lie within sentences.
        start: 1 begins later, −1 begins earlier; end: 1 ends later, −1 ends earlier.
        passages: how many the rater has, where the other has another number; else 0.
    """

    sentences: int = 0
    start: int = 0
    end: int = 0
    passages: int = 0


def ranges_by_rater(spans: Iterable[CodedSpan], offset: int) -> dict[int, tuple[Range, ...]]:
    """Return the passages of each rater in order, those joined that overlap or touch.

    Args:
        spans: of one place; those with different codes count as one passage where they overlap.
        offset: where the words of the place begin in the text.
    """
    found: dict[int, list[Range]] = {}
    for span in sorted(spans):
        ranges = found.setdefault(span.coder, [])
        start, end = span.start - offset, span.end - offset
        if ranges and start <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]))
        else:
            ranges.append((start, end))
    return {rater: tuple(ranges) for rater, ranges in found.items()}


def find_reference(ranges: Mapping[int, tuple[Range, ...]]) -> int:
    """Return the rater with whom the others are compared: the first of those who are most alike."""
    counts = Counter(ranges.values())
    return min(ranges, key=lambda rater: (-counts[ranges[rater]], rater))


def compare_extents(words: str, reference: Sequence[Range], other: Sequence[Range]) -> ExtentDifference:
    """Return how `other` lies to `reference`; ends count as the same with nothing but marks and blanks between them."""
    if len(reference) != len(other):
        return ExtentDifference(passages=len(other))
    low, high = (reference[0][0], reference[-1][1]), (other[0][0], other[-1][1])
    start = _side(words, low[0], high[0])
    end = _side(words, low[1], high[1])
    more = [part for side, part in ((start < 0, (high[0], low[0])), (end > 0, (low[1], high[1]))) if side]
    less = [part for side, part in ((start > 0, (low[0], high[0])), (end < 0, (high[1], low[1]))) if side]
    if more and less:
        return ExtentDifference(0, start, end)
    whole = _count_sentences(words, more or less)
    return ExtentDifference(whole if more else -whole, start, end)


def _side(words: str, reference: int, other: int) -> int:
    between = words[min(reference, other) : max(reference, other)]
    if not any(letter.isalnum() for letter in between):
        return 0
    return 1 if other > reference else -1


def _count_sentences(words: str, parts: Sequence[Range]) -> int:
    """Return how many sentences the parts consist of, 0 where one of them begins or ends within a sentence."""
    sentences = split_sentences(words)
    counted = 0
    for start, end in parts:
        inside = [one for one in sentences if start < one.end and one.start < end]
        cut = any(_has_words(words, one.start, start) or _has_words(words, end, one.end) for one in inside)
        # What the place ends with may go on behind it.
        unfinished = end >= len(words.rstrip()) and not _is_finished(words)
        if cut or unfinished or not inside:
            return 0
        counted += len(inside)
    return counted


def _has_words(words: str, start: int, end: int) -> bool:
    return start < end and any(letter.isalnum() for letter in words[start:end])


def _is_finished(words: str) -> bool:
    return words.rstrip("\"»”’')] \n").endswith((".", "!", "?", "…"))
