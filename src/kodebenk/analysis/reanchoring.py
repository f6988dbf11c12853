"""Finds where passages are in a corrected text: along the change, verified against their words, else by search.

A passage is rather left unplaced than put where it may not belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from kodebenk.analysis.quote_matching import QuoteMatch, SearchableText, find_quote
from kodebenk.analysis.word_pairing import LIKE_WORD, pair_words
from kodebenk.domain.passage import CONTEXT_LENGTH, Anchor, trim_blanks
from kodebenk.domain.text_change import Hunk, TextChange

ALTERED_LIMIT = 80.0
"""Least rapidfuzz ratio of old and new words at which a passage counts as the same, corrected."""

_LEAST_KEPT = 0.5
"""Share of its characters that must be left for a passage to follow the change without more."""

_MOST_ADDED = 3
"""How many times as long as what is left of it a passage may become."""

_LITTLE_MORE = 12
"""Characters by which words at an end may have grown; what is more was put beside the passage, not into it."""

_SMALL_DOUBT = 30
"""Characters of new text in which an end may be that lay inside what was replaced."""

_LEAST_CONTEXT = 8
"""Characters of context below which it proves nothing."""

_LIKE_CONTEXT = 80.0
_CONTEXT_LEAD = 10.0
_TELLING_QUOTE = 24
"""Characters from which on a quote that occurs once needs no context."""

_LEAST_KNOWN = 0.5
"""Share of the words of a quote that a text must have for something like it to be there."""

_MOST_SEARCHED = 1e8
"""Characters that approximate searches of one run may look through, about two seconds."""

_MOST_PARTS = 6

_MOST_PAIRS = 2500
"""Most pairs of words among which those that were corrected are looked for."""

_WORD = re.compile(r"\w+")

_Span = tuple[int, int]


class Fate(StrEnum):
    """What became of a passage."""

    KEPT = "kept"
    """The same words, where the change says that they are."""
    ALTERED = "altered"
    """The words themselves were corrected; the passage follows them."""
    FOUND = "found"
    """The words are elsewhere, found by search."""
    UNPLACED = "unplaced"


class Reason(StrEnum):
    """Why a passage has no place."""

    NOT_FOUND = "not_found"
    AMBIGUOUS = "ambiguous"
    SET_ASIDE = "set_aside"
    """A user did not take the place that was found."""


@dataclass(frozen=True, slots=True)
class AnchoredRange:
    """A passage of the old text. `is_placed` is False where its range is known to be wrong: it is only searched for."""

    start: int
    end: int
    anchor: Anchor
    is_placed: bool = True


@dataclass(frozen=True, slots=True)
class Reanchored:
    """Where a passage is in the new text.

    Attributes:
        start, end: its range; 0 and 0 when it is unplaced.
        score: likeness of the words, 0 to 100.
        reason: why it is unplaced, else None.
    """

    fate: Fate
    start: int = 0
    end: int = 0
    score: float = 0.0
    reason: Reason | None = None


def reanchor(ranges: Iterable[AnchoredRange], change: TextChange, old: str, new: str) -> list[Reanchored]:
    """Return for each passage where it is now, in the same order.

    A passage follows the change where its words are the same there. Where they differ it follows if half of its
    characters are left, or if old and new words are alike (ratio 80) and there is little doubt about its ends.
    Otherwise its quote is searched for in what is new: exactly but for case, blanks and marks, then approximately (85,
    with nearly the same words at its ends). Quotes that stand in several places, or are too short to prove anything,
    need the words around them.

    The work of approximate searches is bounded; passages beyond the bound are NOT_FOUND.
    """
    return _Reanchoring(change, old, new).run(ranges)


def find_candidates(anchor: Anchor, text: SearchableText, *, least: float = 55.0, most: int = 3) -> list[QuoteMatch]:
    """Return the places that are most like a quote, the likeliest first: exact ones, else the best of each part.

    Args:
        anchor: quote and context; the context decides between places that are equally like the quote.
        text: where to look.
        least: least score of a place, 0 to 100.
        most: how many.
    """
    found = find_quote(anchor.quote, text, fuzzy_limit=101.0) or _best_per_part(anchor.quote, text, least)
    ranked = sorted(found, key=lambda one: (-one.score, -_context_score(anchor, text.text, one), one.start))
    return ranked[:most]


def _best_per_part(quote: str, text: SearchableText, least: float) -> list[QuoteMatch]:
    """Search the text, then what lies before and behind the best place, and so on a few times."""
    parts = [(0, len(text.text))]
    found: list[QuoteMatch] = []
    while parts and len(found) < _MOST_PARTS:
        start, end = parts.pop(0)
        part = text if (start, end) == (0, len(text.text)) else SearchableText(text.text[start:end])
        matches = find_quote(quote, part, fuzzy_limit=least)
        for one in matches[:1]:
            low, high = start + one.start, start + one.end
            found.append(QuoteMatch(low, high, one.score, one.kind))
            parts += [(start, low), (high, end)]
    return found


@dataclass(slots=True)
class _Reanchoring:
    change: TextChange
    old: str
    new: str
    _inserted: int = 0
    _searched: float = 0.0
    _text: SearchableText | None = None
    _words: frozenset[str] | None = None
    _pairs: dict[Hunk, list[tuple[_Span, _Span]]] = field(default_factory=dict)
    _known: dict[AnchoredRange, Reanchored] = field(default_factory=dict)

    def run(self, ranges: Iterable[AnchoredRange]) -> list[Reanchored]:
        self._inserted = sum(hunk.new_end - hunk.new_start for hunk in self.change.hunks)
        return [self._known[one] if one in self._known else self._remember(one) for one in ranges]

    def _remember(self, one: AnchoredRange) -> Reanchored:
        self._known[one] = found = self._follow(one) or self._search(one)
        return found

    def _follow(self, one: AnchoredRange) -> Reanchored | None:
        if not one.is_placed or self.old[one.start : one.end] != one.anchor.quote:
            return None
        mapped = self.change.range(one.start, one.end)
        if mapped is None:
            return None
        if _same_words(self.new[mapped[0] : mapped[1]], one.anchor.quote):
            return Reanchored(Fate.KEPT, *trim_like(self.new, mapped, one.anchor.quote), 100.0)
        return self._same_quote_near(one, mapped) or self._follow_altered(one, mapped)

    def _same_quote_near(self, one: AnchoredRange, mapped: tuple[int, int]) -> Reanchored | None:
        """The quote whole, where the change took a neighbour's letters for its own: "det det" → "det"."""
        quote = one.anchor.quote
        low, high = max(0, mapped[0] - len(quote)), mapped[1] + len(quote)
        found = [
            low + at
            for at in _occurrences(quote, self.new[low:high])
            if 2 * (min(mapped[1], low + at + len(quote)) - max(mapped[0], low + at)) >= len(quote)
        ]
        if len(found) != 1:
            return None
        return Reanchored(Fate.KEPT, found[0], found[0] + len(quote), 100.0)

    def _follow_altered(self, one: AnchoredRange, mapped: tuple[int, int]) -> Reanchored | None:
        from rapidfuzz import fuzz

        quote = one.anchor.quote
        low, doubt_before = self._settled_start(one, mapped[0])
        high, doubt_behind = self._settled_end(one, mapped[1])
        start, end = trim_blanks(self.new, low, max(low, high))
        if start == end:
            return None
        score = fuzz.ratio(quote, self.new[start:end])
        kept = self.change.kept_in(one.start, one.end)
        is_left = kept >= _LEAST_KEPT * len(quote) and end - start <= _MOST_ADDED * kept
        is_alike = score >= ALTERED_LIMIT and max(doubt_before, doubt_behind) <= _SMALL_DOUBT
        return Reanchored(Fate.ALTERED, start, end, round(score, 1)) if is_left or is_alike else None

    def _settled_start(self, one: AnchoredRange, mapped: int) -> tuple[int, int]:
        """Return where the passage begins if its first word was replaced, and how much text that is uncertain by."""
        first = _WORD.search(one.anchor.quote)
        core = one.start + (first.start() if first else 0)
        hunk = self.change.hunk_over(core, core + 1)
        if hunk is None:
            return mapped, 0
        replaced = self.old[core : min(one.end, hunk.old_end)]
        is_cut = hunk.old_start < one.start
        if not is_cut and hunk.new_end - hunk.new_start <= len(replaced) + _LITTLE_MORE:
            return mapped, 0
        own = [new for old, new in self._pairs_in(hunk) if core <= old[0] < one.end]
        if not own and is_cut:
            return mapped, hunk.new_end - hunk.new_start
        line = 0 if "\n" in replaced else self.new.rfind("\n", hunk.new_start, hunk.new_end) + 1
        starts = [match.start() for match in _WORD.finditer(self.new, max(line, hunk.new_start), hunk.new_end)]
        wanted = hunk.new_end - len(replaced)
        found = own[0][0] if own else min(starts, key=lambda at: abs(at - wanted), default=hunk.new_end)
        head = self.old[one.start : core]
        return found - len(head) * self.new.endswith(head, 0, found), 0

    def _settled_end(self, one: AnchoredRange, mapped: int) -> tuple[int, int]:
        """Return where the passage ends if its last word was replaced, and how much text that is uncertain by."""
        last = next(reversed(list(_WORD.finditer(one.anchor.quote))), None)
        core = one.start + (last.end() if last else len(one.anchor.quote))
        hunk = self.change.hunk_over(core - 1, core)
        if hunk is None:
            return mapped, 0
        replaced = self.old[max(one.start, hunk.old_start) : core]
        is_cut = one.end < hunk.old_end
        if not is_cut and hunk.new_end - hunk.new_start <= len(replaced) + _LITTLE_MORE:
            return mapped, 0
        own = [new for old, new in self._pairs_in(hunk) if one.start < old[1] <= core]
        if not own and is_cut:
            return mapped, hunk.new_end - hunk.new_start
        line = -1 if "\n" in replaced else self.new.find("\n", hunk.new_start, hunk.new_end)
        limit = hunk.new_end if line < 0 else line
        ends = [match.end() for match in _WORD.finditer(self.new, hunk.new_start, limit)]
        wanted = hunk.new_start + len(replaced)
        found = own[-1][1] if own else min(ends, key=lambda at: abs(at - wanted), default=hunk.new_start)
        tail = self.old[core : one.end]
        return found + len(tail) * self.new.startswith(tail, found), 0

    def _pairs_in(self, hunk: Hunk) -> list[tuple[_Span, _Span]]:
        """Return the words inside a hunk that are most likely the same, corrected: where they were and are."""
        if hunk not in self._pairs:
            old = [match.span() for match in _WORD.finditer(self.old, hunk.old_start, hunk.old_end)]
            new = [match.span() for match in _WORD.finditer(self.new, hunk.new_start, hunk.new_end)]
            is_small = len(old) * len(new) <= _MOST_PAIRS
            words = [self.old[start:end] for start, end in old], [self.new[start:end] for start, end in new]
            self._pairs[hunk] = [(old[row], new[column]) for row, column in pair_words(*words)] if is_small else []
        return self._pairs[hunk]

    def _search(self, one: AnchoredRange) -> Reanchored:
        if one.is_placed and self._inserted < len(one.anchor.quote) // 2:
            return Reanchored(Fate.UNPLACED, reason=Reason.NOT_FOUND)
        text = self._searchable()
        known = self._share_of_known_words(one.anchor.quote)
        if known == 1.0:
            found = find_quote(one.anchor.quote, text, fuzzy_limit=101.0)
            possible = [match for match in found if self._may_be(one, match)]
            if possible:
                return self._choose(one, possible)
        if known < _LEAST_KNOWN:
            return Reanchored(Fate.UNPLACED, reason=Reason.NOT_FOUND)
        return self._search_approximately(one, text)

    def _share_of_known_words(self, quote: str) -> float:
        """Return how many words of a quote the new text has anywhere, 0 to 1; its ends may be parts of words."""
        words = _WORD.findall(SearchableText(quote).folded)[1:-1]
        if self._words is None:
            self._words = frozenset(_WORD.findall(self._searchable().folded))
        return sum(word in self._words for word in words) / len(words) if words else 1.0

    def _search_approximately(self, one: AnchoredRange, text: SearchableText) -> Reanchored:
        self._searched += len(self.new)
        if self._searched <= _MOST_SEARCHED:
            for match in find_quote(one.anchor.quote, text):
                has_context = _context_score(one.anchor, self.new, match) >= _LIKE_CONTEXT
                if self._may_be(one, match) and has_context and self._has_its_ends(one, match):
                    return Reanchored(Fate.FOUND, match.start, match.end, match.score)
        return Reanchored(Fate.UNPLACED, reason=Reason.NOT_FOUND)

    def _may_be(self, one: AnchoredRange, match: QuoteMatch) -> bool:
        """What was in the old text already, elsewhere, is not what was moved."""
        return not one.is_placed or 2 * self.change.new_in(match.start, match.end) >= match.end - match.start

    def _has_its_ends(self, one: AnchoredRange, match: QuoteMatch) -> bool:
        quote, words = one.anchor.quote, self.new[match.start : match.end]
        return _like_words(_first_word(quote), _first_word(words)) and _like_words(_last_word(quote), _last_word(words))

    def _choose(self, one: AnchoredRange, found: Sequence[QuoteMatch]) -> Reanchored:
        scores = sorted(((_context_score(one.anchor, self.new, match), match) for match in found), key=_by_score)
        best, match = scores[0]
        if len(scores) > 1 and (best < _LIKE_CONTEXT or best - scores[1][0] < _CONTEXT_LEAD):
            return Reanchored(Fate.UNPLACED, reason=Reason.AMBIGUOUS)
        if len(one.anchor.quote) < _TELLING_QUOTE and best < _LIKE_CONTEXT:
            return Reanchored(Fate.UNPLACED, reason=Reason.NOT_FOUND)
        return Reanchored(Fate.FOUND, match.start, match.end, match.score)

    def _searchable(self) -> SearchableText:
        if self._text is None:
            self._text = SearchableText(self.new)
        return self._text


def trim_like(text: str, found: tuple[int, int], quote: str) -> tuple[int, int]:
    """Return the range without blanks at ends where the quote has none."""
    start, end = found
    return found if text[start:end] == quote else trim_blanks(text, start, end)


def _by_score(scored: tuple[float, QuoteMatch]) -> tuple[float, int]:
    return -scored[0], scored[1].start


def _context_score(anchor: Anchor, text: str, match: QuoteMatch) -> float:
    """Return how like the words before or behind a place are those around the quote, 0 to 100, whichever is more."""
    from rapidfuzz import fuzz

    before = text[max(0, match.start - CONTEXT_LENGTH) : match.start]
    behind = text[match.end : match.end + CONTEXT_LENGTH]
    return max(
        fuzz.ratio(anchor.prefix, before) if len(anchor.prefix) >= _LEAST_CONTEXT else 0.0,
        fuzz.ratio(anchor.suffix, behind) if len(anchor.suffix) >= _LEAST_CONTEXT else 0.0,
    )


def _same_words(words: str, quote: str) -> bool:
    return words == quote or words.split() == quote.split()


def _like_words(old: str, new: str) -> bool:
    from rapidfuzz import fuzz

    return fuzz.ratio(old, new) >= LIKE_WORD


def _first_word(text: str) -> str:
    found = _WORD.search(text)
    return found[0] if found else text


def _last_word(text: str) -> str:
    words = _WORD.findall(text)
    return words[-1] if words else text


def _occurrences(wanted: str, text: str) -> Iterator[int]:
    at = text.find(wanted)
    while at >= 0:
        yield at
        at = text.find(wanted, at + 1)
