"""Splits a transcript into speaker turns by the labels in front of them or above them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kodebenk.domain.document import Heading, Span
from kodebenk.domain.passage import trim_blanks
from kodebenk.importing.imported_document import ImportedTurn, SpeakerDoubt
from kodebenk.importing.speaker_doubts import find_doubts, part_unknown
from kodebenk.importing.speaker_labels import SpeakerLabel
from kodebenk.importing.turn_layouts import find_labels

_INTERVIEWERS = frozenset({"intervjuer", "intervjuar", "interviewer", "int", "moderator", "forsker", "forskar"})


@dataclass(frozen=True, slots=True)
class Speech:
    """Who says what in a text, and where that is not sure."""

    turns: tuple[ImportedTurn, ...] = ()
    doubts: tuple[SpeakerDoubt, ...] = ()


def find_speech(text: str, paragraphs: Sequence[Span], headings: Sequence[Heading] = ()) -> Speech:
    """Return the turns of a text whose speakers are named before or above their words, and the doubts inside them.

    A label is a known form such as `I:`, `R1:` or `Intervjuer:`, or one to four words of at most 40 characters that
    begin with a capital and recur. A time or remark beside it (`Kari (00:01:02):`) is not part of it. Without a colon
    it stands beside a time or alone above the words (see `turn_layouts`). A paragraph without a label continues the
    turn before; a heading that stands between two turns belongs to neither.

    A text with fewer than 2 labels, or whose labels head less than 30 % of the paragraphs, has no turns.
    """
    found = find_labels(text, paragraphs, headings)
    labels, unknown = part_unknown(found.labels)
    ends = [label.start for label in labels[1:]] + [len(text)]
    turns = tuple(_turn(text, label, end, headings) for label, end in zip(labels, ends, strict=False))
    return Speech(turns, find_doubts(text, paragraphs, turns, (*unknown, *found.once), headings))


def split_turns(text: str, paragraphs: Sequence[Span], headings: Sequence[Heading] = ()) -> tuple[ImportedTurn, ...]:
    """Return the turns alone, as `find_speech` finds them."""
    return find_speech(text, paragraphs, headings).turns


def propose_interviewer(labels: Iterable[str]) -> frozenset[str]:
    """Return the labels that literally say interviewer; nothing is guessed about the others.

    `I` counts only where no other label says it, since it may also stand for informant.
    """
    given = list(labels)
    plain = {label for label in given if _without_number(label) in _INTERVIEWERS}
    return frozenset(plain or {label for label in given if label.strip(" .") == "I"})


def _without_number(label: str) -> str:
    return label.casefold().strip(" .0123456789")


def _turn(text: str, label: SpeakerLabel, end: int, headings: Sequence[Heading]) -> ImportedTurn:
    end = trim_blanks(text, label.start, end)[1]
    for heading in reversed(headings):
        if label.start < heading.start and heading.end == end:
            end = trim_blanks(text, label.start, heading.start)[1]
    return ImportedTurn(label.start, trim_blanks(text, label.end, end)[0], end, label.text)
