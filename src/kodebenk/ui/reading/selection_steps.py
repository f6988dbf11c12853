"""Decides how a selection grows from word to sentence to turn, and where a dragged handle snaps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kodebenk.analysis.hit_widening import turn_or_paragraph
from kodebenk.analysis.sentences import sentence_at
from kodebenk.domain.document import DocumentText, Span
from kodebenk.domain.passage import trim_blanks

_WORD = re.compile(r"\w+(?:[-'’./]\w+)*")
_RUN = re.compile(r"\S+")
_REACH = 200
"""Characters looked at around a position; no word is longer."""


def word_at(text: str, position: int) -> Span:
    """Return the word that holds or touches a position; an empty span where there is none."""
    return _match_at(_WORD, text, position)


def grow(document: DocumentText, start: int, end: int) -> Span | None:
    """Return the smallest of word, sentence and turn that holds the range and more; None if there is none."""
    start, end = trim_blanks(document.text, start, end)
    for unit in _units_at(document, start):
        if unit.start <= start and end <= unit.end and (unit.start, unit.end) != (start, end):
            return unit
    return None


def shrink(document: DocumentText, start: int, end: int) -> Span:
    """Return the largest of sentence and word at the beginning of a range that is smaller; else its empty start."""
    start, end = trim_blanks(document.text, start, end)
    for unit in reversed(list(_units_at(document, start))):
        if start <= unit.start and unit.end <= end and (unit.start, unit.end) != (start, end):
            return unit
    return Span(start, start)


def snap_start(text: str, position: int) -> int:
    """Return where a passage begins whose first handle was dragged to `position`: at a word or the marks before it."""
    run = _match_at(_RUN, text, position)
    if run.end in (run.start, position):
        following = _RUN.search(text, position)
        return following.start() if following else position
    words = [match for match in _WORD.finditer(text, run.start, run.end) if match.start() <= position < match.end()]
    return words[0].start() if words and words[0].start() > run.start and position >= words[0].start() else run.start


def snap_end(text: str, position: int) -> int:
    """Return where a passage ends whose last handle was dragged to `position`: at a word or the marks after it."""
    run = _match_at(_RUN, text, position)
    if run.start in (run.end, position):
        window = text[max(0, position - _REACH) : position]
        return position - len(window) + len(window.rstrip())
    words = [match for match in _WORD.finditer(text, run.start, run.end) if match.start() < position <= match.end()]
    return words[-1].end() if words else run.end


def _units_at(document: DocumentText, position: int) -> Iterator[Span]:
    unit = turn_or_paragraph(document, position)
    word = word_at(document.text, position)
    if word.start < word.end:
        yield word
    yield _sentence_at(document, unit, position)
    yield Span(*trim_blanks(document.text, unit.start, unit.end))


def _sentence_at(document: DocumentText, unit: Span, position: int) -> Span:
    paragraph = document.paragraph_at(position) or unit
    low, high = max(unit.start, paragraph.start), min(unit.end, paragraph.end)
    # Lines inside a paragraph are lines of print; they end no sentence.
    found = sentence_at(document.text[low:high].replace("\n", " "), position - low)
    return Span(found.start + low, found.end + low)


def _match_at(pattern: re.Pattern[str], text: str, position: int) -> Span:
    low = max(0, position - _REACH)
    for match in pattern.finditer(text, low, position + _REACH):
        if match.start() <= position <= match.end():
            following = pattern.match(text, position)
            if match.end() == position and following is not None:
                continue
            return Span(match.start(), match.end())
        if match.start() > position:
            break
    return Span(position, position)
