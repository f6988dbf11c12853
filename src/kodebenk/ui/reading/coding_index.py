"""Knows which codings lie in which paragraph, and in which underline lane each runs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kodebenk.ui.reading.spans import CodingSpan
from kodebenk.ui.reading.text_positions import Side, TextPositions


@dataclass(frozen=True, slots=True)
class PlacedCoding:
    """A coding in the displayed text.

    Attributes:
        span: the coding.
        start, end: UTF-16 units of the displayed text.
        first, last: numbers of the first and last paragraph.
    """

    span: CodingSpan
    start: int
    end: int
    first: int
    last: int

    @property
    def id(self) -> int:
        return self.span.id


def _longest_first(placed: PlacedCoding) -> tuple[int, int, int]:
    return placed.start - placed.end, placed.start, placed.span.id


class CodingIndex:
    """The codings of one displayed text by paragraph; a change costs what its paragraphs cost.

    Args:
        positions: Of the displayed text.
        paragraph_starts: UTF-16 units at which the paragraphs begin.
    """

    def __init__(self, positions: TextPositions, paragraph_starts: Sequence[int]) -> None:
        self._positions = positions
        self._starts = paragraph_starts
        self._by_id: dict[int, PlacedCoding] = {}
        self._by_paragraph: dict[int, dict[int, PlacedCoding]] = {}
        self._sorted: dict[int, tuple[PlacedCoding, ...]] = {}
        self._lanes: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._by_id)

    def __iter__(self) -> Iterator[PlacedCoding]:
        return iter(self._by_id.values())

    def clear(self) -> None:
        """Forget every coding."""
        self._by_id.clear()
        self._by_paragraph.clear()
        self._sorted.clear()
        self._lanes.clear()

    def get(self, coding_id: int | None) -> PlacedCoding | None:
        """Return a coding by its id, None where it is not shown."""
        return None if coding_id is None else self._by_id.get(coding_id)

    def add(self, spans: Iterable[CodingSpan]) -> list[PlacedCoding]:
        """Add codings; one with a known id takes the place of the old one. Return what was placed."""
        added = []
        for span in spans:
            if span.id in self._by_id:
                self.remove([span.id])
            placed = self.place(span, span.start, span.end)
            self._by_id[span.id] = placed
            for number in range(placed.first, placed.last + 1):
                self._by_paragraph.setdefault(number, {})[span.id] = placed
            added.append(placed)
        self._forget_around(added)
        return added

    def remove(self, coding_ids: Iterable[int]) -> list[PlacedCoding]:
        """Remove codings; unknown ids are passed over. Return what was removed."""
        removed = [self._by_id.pop(coding_id) for coding_id in coding_ids if coding_id in self._by_id]
        for placed in removed:
            for number in range(placed.first, placed.last + 1):
                del self._by_paragraph[number][placed.id]
            self._lanes.pop(placed.id, None)
        self._forget_around(removed)
        return removed

    def place(self, span: CodingSpan, start: int, end: int) -> PlacedCoding:
        """Return where a coding would lie with this range of code points."""
        low = self._positions.to_display(start, Side.START)
        high = max(low, self._positions.to_display(end, Side.END))
        first = max(0, bisect_right(self._starts, low) - 1)
        last = max(first, bisect_right(self._starts, max(low, high - 1)) - 1)
        return PlacedCoding(span, low, high, first, last)

    def in_paragraph(self, number: int) -> tuple[PlacedCoding, ...]:
        """Return the codings that touch a paragraph, longest first."""
        known = self._sorted.get(number)
        if known is None:
            known = tuple(sorted(self._by_paragraph.get(number, {}).values(), key=_longest_first))
            self._sorted[number] = known
        return known

    def in_paragraphs(self, numbers: Iterable[int]) -> dict[int, PlacedCoding]:
        """Return the codings that touch any of the paragraphs, by id."""
        found: dict[int, PlacedCoding] = {}
        for number in numbers:
            found.update(self._by_paragraph.get(number, {}))
        return found

    def lane(self, placed: PlacedCoding) -> int:
        """Return the underline lane of a coding, from 0; overlapping codings never share one.

        A lane stays until a coding around it comes or goes, so that nothing moves while someone scrolls.
        """
        lane = self._lanes.get(placed.id)
        if lane is None:
            for longer in self.in_paragraph(placed.first):
                if longer.id not in self._lanes:
                    self._lanes[longer.id] = self._free_lane(longer)
            lane = self._lanes[placed.id]
        return lane

    def _free_lane(self, placed: PlacedCoding) -> int:
        taken = {
            self._lanes[other.id]
            for other in self.in_paragraphs(range(placed.first, placed.last + 1)).values()
            if other.id in self._lanes and other.start < placed.end and placed.start < other.end
        }
        lane = 0
        while lane in taken:
            lane += 1
        return lane

    def _forget_around(self, changed: Sequence[PlacedCoding]) -> None:
        if not self._sorted and not self._lanes:
            return
        for placed in changed:
            for number in range(placed.first, placed.last + 1):
                self._sorted.pop(number, None)
                if self._lanes:
                    for coding_id, other in self._by_paragraph.get(number, {}).items():
                        if other.start < placed.end and placed.start < other.end and _is_shorter(other, placed):
                            self._lanes.pop(coding_id, None)


def _is_shorter(one: PlacedCoding, other: PlacedCoding) -> bool:
    return _longest_first(one) > _longest_first(other)
