"""Takes ranges out of a document's text and moves every position along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from kodebenk.domain.document import Heading, ListItem, Span, TableCell
from kodebenk.domain.passage import trim_blanks
from kodebenk.importing.imported_document import ImportedDocument, ImportedTurn, SpeakerDoubt

_Place = TypeVar("_Place", Span, Heading, ListItem, TableCell)


class Removal:
    """What becomes of a text and its positions when ranges `[start, end)` leave it; they may overlap."""

    def __init__(self, text: str, ranges: Iterable[tuple[int, int]]) -> None:
        self._ranges = _merged((max(0, start), min(end, len(text))) for start, end in ranges)
        self._starts = [start for start, _ in self._ranges]
        self._gone = [0]
        kept = []
        reached = 0
        for start, end in self._ranges:
            kept.append(text[reached:start])
            self._gone.append(self._gone[-1] + end - start)
            reached = end
        self.text = "".join([*kept, text[reached:]])

    def move(self, position: int) -> int:
        """Return where a position has come to; one inside a range has come to where the range was."""
        index = bisect_right(self._starts, position)
        if index == 0:
            return position
        start, end = self._ranges[index - 1]
        return start - self._gone[index - 1] if position < end else position - self._gone[index]

    def trimmed(self, start: int, end: int) -> tuple[int, int]:
        """Return a moved range without blanks at its ends."""
        return trim_blanks(self.text, self.move(start), self.move(end))


def without_ranges(document: ImportedDocument, ranges: Iterable[tuple[int, int]]) -> ImportedDocument:
    """Return the document without those ranges of its text; places that lose all their words are gone.

    Pages, numbered lines and times stay also where they lose all words; lines behind the end of the text do not.
    """
    removal = Removal(document.text, ranges)
    move, length = removal.move, len(removal.text)
    return replace(
        document,
        text=removal.text,
        paragraphs=_moved(removal, document.paragraphs),
        headings=_moved(removal, document.headings),
        cells=_moved(removal, document.cells),
        items=_moved(removal, document.items),
        pages=tuple(replace(page, start=move(page.start), end=move(page.end)) for page in document.pages),
        line_starts=tuple(start for start in map(move, document.line_starts) if start < length),
        times=tuple(replace(time, position=move(time.position)) for time in document.times),
        turns=tuple(turn for turn in (_moved_turn(removal, turn) for turn in document.turns) if turn.start < turn.end),
        doubts=tuple(
            doubt for doubt in (_moved_doubt(removal, doubt) for doubt in document.doubts) if doubt.start < doubt.end
        ),
        repaired=tuple(replace(one, start=move(one.start), end=move(one.end)) for one in document.repaired),
    )


def _merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((start, end) for start, end in ranges if start < end):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _moved(removal: Removal, places: Iterable[_Place]) -> tuple[_Place, ...]:
    found = []
    for place in places:
        start, end = removal.trimmed(place.start, place.end)
        if start < end:
            found.append(replace(place, start=start, end=end))
    return tuple(found)


def _moved_turn(removal: Removal, turn: ImportedTurn) -> ImportedTurn:
    start, end = removal.trimmed(turn.start, turn.end)
    return replace(turn, start=start, body_start=_words_from(removal, turn.body_start, start, end), end=end)


def _moved_doubt(removal: Removal, doubt: SpeakerDoubt) -> SpeakerDoubt:
    start, end = removal.trimmed(doubt.start, doubt.end)
    return replace(doubt, start=start, body_start=_words_from(removal, doubt.body_start, start, end), end=end)


def _words_from(removal: Removal, body_start: int, start: int, end: int) -> int:
    """Return the first word at or after a moved body start; the end where there is none."""
    position = max(start, removal.move(body_start))
    while position < end and removal.text[position].isspace():
        position += 1
    return min(position, end)
