"""Puts what a user settled about speakers into a source that was read: whose the doubtful words are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from kodebenk.domain.document import Span
from kodebenk.domain.passage import trim_blanks
from kodebenk.importing.imported_document import ImportedDocument, ImportedTurn, SpeakerDoubt


def settle_doubts(read: ImportedDocument, settled: Mapping[int, str]) -> ImportedDocument:
    """Return the source with the doubtful words given to those who say them.

    Args:
        read: the source.
        settled: start of a doubt to the label of who says it, empty to leave the words in the turn before.

    A turn that doubtful words are taken out of goes on behind them. Doubts that are not in `settled` stay.
    """
    chosen = [(doubt, settled[doubt.start]) for doubt in read.doubts if doubt.start in settled]
    if not chosen:
        return read
    turns = read.turns
    for doubt, label in chosen:
        turns = tuple(_with_turn(read.text, turns, doubt, label)) if label else turns
    doubts = tuple(doubt for doubt in read.doubts if doubt.start not in settled)
    starts = [turn.start for turn in turns]
    return replace(read, turns=turns, doubts=doubts, paragraphs=_parted(read.text, read.paragraphs, starts))


def _with_turn(text: str, turns: Sequence[ImportedTurn], doubt: SpeakerDoubt, label: str) -> Iterator[ImportedTurn]:
    holder = bisect_right(turns, doubt.start, key=lambda turn: turn.start) - 1
    yield from turns[: max(0, holder)]
    if holder >= 0:
        yield from _parts(text, turns[holder], doubt, label)
    else:
        yield ImportedTurn(doubt.start, doubt.body_start, doubt.end, label)
    yield from turns[holder + 1 :]


def _parts(text: str, turn: ImportedTurn, doubt: SpeakerDoubt, label: str) -> Iterator[ImportedTurn]:
    """Yield a turn with the doubtful words taken out: what is before, the doubtful words, what is behind."""
    if label == turn.label and doubt.start == doubt.body_start:
        yield turn
        return
    before = trim_blanks(text, turn.start, min(turn.end, doubt.start))
    if before[0] < before[1]:
        yield replace(turn, body_start=min(turn.body_start, before[1]), end=before[1])
    yield ImportedTurn(doubt.start, doubt.body_start, doubt.end, label)
    start, end = trim_blanks(text, min(doubt.end, turn.end), turn.end)
    if start < end:
        yield ImportedTurn(start, start, end, turn.label)


def _parted(text: str, paragraphs: Sequence[Span], starts: Sequence[int]) -> tuple[Span, ...]:
    """Return the paragraphs, parted where a turn begins inside one."""
    parted: list[Span] = []
    for span in paragraphs:
        inside = starts[bisect_right(starts, span.start) : bisect_left(starts, span.end)]
        for start, end in pairwise((span.start, *inside, span.end)):
            low, high = trim_blanks(text, start, end)
            parted.append(Span(low, high))
    return tuple(parted)
