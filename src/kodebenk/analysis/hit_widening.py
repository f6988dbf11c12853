"""Widens the hits of a search to what is to be coded: the words, their sentence or their turn."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from kodebenk.analysis.sentences import sentence_at
from kodebenk.domain.document import DocumentText, Span
from kodebenk.domain.passage import trim_blanks


class HitUnit(StrEnum):
    """How much around a hit is coded."""

    WORDS = "words"
    SENTENCE = "sentence"
    TURN = "turn"


def widen_hits(document: DocumentText, hits: Iterable[tuple[int, int]], unit: HitUnit) -> list[tuple[int, int]]:
    """Return the ranges that hold the hits, each once, in order; a turn is a paragraph where nobody speaks."""
    wide = (_widen(document, start, end, unit) for start, end in hits)
    return sorted({trim_blanks(document.text, *span) for span in wide})


def _widen(document: DocumentText, start: int, end: int, unit: HitUnit) -> tuple[int, int]:
    if unit is HitUnit.WORDS:
        return start, end
    whole = turn_or_paragraph(document, start)
    if unit is HitUnit.TURN:
        return min(start, whole.start), max(end, whole.end)
    # Lines inside a paragraph are lines of print; they end no sentence.
    words = document.text[whole.start : whole.end].replace("\n", " ")
    first = sentence_at(words, max(0, start - whole.start))
    last = sentence_at(words, max(0, end - 1 - whole.start))
    return min(start, first.start + whole.start), max(end, last.end + whole.start)


def turn_or_paragraph(document: DocumentText, position: int) -> Span:
    """Return the words of the turn at a position, or the paragraph or line where nobody speaks."""
    turn = document.turn_at(position)
    if turn is not None:
        return Span(turn.body_start, turn.end)
    paragraph = document.paragraph_at(position)
    if paragraph is not None:
        return paragraph
    end = document.text.find("\n", position)
    return Span(document.text.rfind("\n", 0, position) + 1, end if end >= 0 else len(document.text))
