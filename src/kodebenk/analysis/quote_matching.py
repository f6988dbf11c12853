"""Finds a quote in a text: exactly but for white space, then folded, then approximately with a score."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

FUZZY_LIMIT = 85.0
"""Least rapidfuzz ratio, 0 to 100, at which a passage counts as the quote."""


class MatchKind(StrEnum):
    """How a quote was found."""

    EXACT = "exact"
    FOLDED = "folded"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class QuoteMatch:
    """A place `[start, end)` where a quote stands; `score` is 0 to 100."""

    start: int
    end: int
    score: float
    kind: MatchKind


_WORD = re.compile(r"\S+")
_BLANK_BEHIND_DASH = re.compile(r"(?<=\S)- ")
_FOLDS = str.maketrans(
    {
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"',
        "‘": "'", "’": "'", "‚": "'", "´": "'", "`": "'",
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-",
    }
)  # fmt: skip


@dataclass(frozen=True)
class SearchableText:
    """A text with single blanks, and the way back to positions of the original."""

    text: str

    @cached_property
    def _words(self) -> list[tuple[int, int]]:
        return [match.span() for match in _WORD.finditer(self.text)]

    @cached_property
    def collapsed(self) -> str:
        return " ".join(self.text[start:end] for start, end in self._words)

    @cached_property
    def folded(self) -> str:
        """The collapsed text in lower case with plain quotation marks and dashes, without blanks behind dashes."""
        return _fold(self.collapsed)

    @cached_property
    def _left_out(self) -> list[int]:
        """Positions of `folded` before which a blank of `collapsed` is left out."""
        even = _fold_letters(self.collapsed)
        return [match.end() - 1 - count for count, match in enumerate(_BLANK_BEHIND_DASH.finditer(even))]

    def original_range_of_folded(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original text behind a range of the folded one."""
        left_out = self._left_out
        first, last = start + bisect_right(left_out, start), end - 1 + bisect_right(left_out, end - 1)
        return self.original_range(first, last + 1)

    @cached_property
    def _collapsed_starts(self) -> list[int]:
        starts = []
        position = 0
        for start, end in self._words:
            starts.append(position)
            position += end - start + 1
        return starts

    def original_range(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original text behind a range of the collapsed one."""
        return self._original(start), self._original(end - 1) + 1

    def _original(self, position: int) -> int:
        word = max(0, bisect_right(self._collapsed_starts, position) - 1)
        start, end = self._words[word]
        return min(start + position - self._collapsed_starts[word], end)


def _fold(text: str) -> str:
    return _BLANK_BEHIND_DASH.sub("-", _fold_letters(text))


def _fold_letters(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # U+0130 alone grows
        lowered = "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)
    return lowered.translate(_FOLDS)


def find_quote(quote: str, text: SearchableText, *, fuzzy_limit: float = FUZZY_LIMIT) -> list[QuoteMatch]:
    """Return the places where a quote stands, in order; several when it occurs more than once, none when nowhere.

    Args:
        quote: the words; white space counts as single blanks.
        text: where to look.
        fuzzy_limit: least score of an approximate match; over 100 switches it off.
    """
    # A ring too many on å is what PDF files make of it; texts are mended of that when they are read.
    mended = unicodedata.normalize("NFC", quote).replace("å\u030a", "å").replace("Å\u030a", "Å")
    wanted = SearchableText(mended.replace("\u00ad", "")).collapsed
    if not wanted:
        return []
    exact = [text.original_range(at, at + len(wanted)) for at in _occurrences(wanted, text.collapsed)]
    if exact:
        return [QuoteMatch(start, end, 100.0, MatchKind.EXACT) for start, end in exact]
    folded = _fold(wanted)
    found = [text.original_range_of_folded(at, at + len(folded)) for at in _occurrences(folded, text.folded)]
    if found:
        return [QuoteMatch(start, end, 100.0, MatchKind.FOLDED) for start, end in found]
    return _find_approximately(folded, text, fuzzy_limit)


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)


def _find_approximately(wanted: str, text: SearchableText, limit: float) -> list[QuoteMatch]:
    """The best place by rapidfuzz; its window is as long as the needle, so the ends are settled afterwards."""
    from rapidfuzz import fuzz

    if limit > 100 or len(text.folded) < len(wanted):
        return []
    found = fuzz.partial_ratio_alignment(wanted, text.folded, score_cutoff=limit)
    if found is None:
        return []
    start, end = _settle_ends(wanted, text.folded, found.dest_start, found.dest_end)
    score = fuzz.ratio(wanted, text.folded[start:end])
    if score < limit:
        return []
    low, high = text.original_range_of_folded(start, end)
    return [QuoteMatch(low, high, round(score, 1), MatchKind.FUZZY)]


def _settle_ends(wanted: str, text: str, start: int, end: int) -> tuple[int, int]:
    """Return the word-bounded window around `[start, end)` that is most like the quote."""
    from rapidfuzz import fuzz

    slack = max(8, len(wanted) // 5)
    starts = _word_edges(text, max(0, start - slack), min(len(text), start + slack), at_start=True) or [start]
    ends = _word_edges(text, max(0, end - slack), min(len(text), end + slack), at_start=False) or [end]
    best_start = max(starts, key=lambda low: (fuzz.ratio(wanted, text[low:end]), -abs(low - start)))
    best_end = max(ends, key=lambda high: (fuzz.ratio(wanted, text[best_start:high]), -abs(high - end)))
    return (best_start, best_end) if best_start < best_end else (start, end)


def _word_edges(text: str, low: int, high: int, *, at_start: bool) -> list[int]:
    spans = [match.span() for match in _WORD.finditer(text, low, high)]
    return [start if at_start else end for start, end in spans]
