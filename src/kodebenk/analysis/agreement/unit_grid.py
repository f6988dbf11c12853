"""Cuts a text into the units on which coders are compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from kodebenk.analysis.agreement.comparison import Range
from kodebenk.analysis.sentences import split_sentences

_WORD = re.compile(r"\S*\w\S*")
_PARAGRAPH = re.compile(r"\S.*")


class UnitKind(StrEnum):
    """What is compared: every character, or the pieces that a text is cut into."""

    CHARACTER = "character"
    WORD = "word"
    SENTENCE = "sentence"
    TURN = "turn"
    PARAGRAPH = "paragraph"


def cut_units(kind: UnitKind, text: str, turns: Sequence[Range] = ()) -> tuple[Range, ...] | None:
    """Return the units of a text in order, in code points; None for characters, which need no cutting.

    A word is what stands between blanks and has a letter or digit in it; a paragraph is a line that is not blank. Where
    turns are the units, so are the paragraphs outside them: documents without speakers have no others.

    Args:
        kind: what to cut into.
        text: of the source.
        turns: in order and without overlap; asked for by TURN alone.
    """
    match kind:
        case UnitKind.CHARACTER:
            return None
        case UnitKind.WORD:
            return tuple(map(re.Match.span, _WORD.finditer(text)))
        case UnitKind.SENTENCE:
            return tuple((span.start, span.end) for span in split_sentences(text))
        case UnitKind.PARAGRAPH:
            return _paragraphs(text)
        case UnitKind.TURN:
            return tuple(sorted((*turns, *(one for one in _paragraphs(text) if not _overlaps(one, turns)))))


def _paragraphs(text: str) -> tuple[Range, ...]:
    return tuple(map(re.Match.span, _PARAGRAPH.finditer(text)))


def _overlaps(one: Range, turns: Sequence[Range]) -> bool:
    before = bisect_right(turns, one[1] - 1, key=lambda turn: turn[0]) - 1
    return before >= 0 and turns[before][1] > one[0]
