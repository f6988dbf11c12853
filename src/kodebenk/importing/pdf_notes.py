"""Finds the notes at the foot of pages and columns."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from kodebenk.importing.pdf_typography import PlacedLine

_NOTE_RATIO = 0.92
"""Notes are set in type at most this share of the body's."""

_STEP = 4.0
_WIDEST_PAGE = 4_000.0
"""Points; what stands beyond counts as standing at its edge."""

_NOTE_MARK = re.compile(r"\[?(?P<number>\d{1,3}(?!\d)|\*+|[†‡])[)\].]?\s*(?:[^\W\d_]|[«“\"(])")


def begins_note(text: str, before: str = "") -> bool:
    """Tell whether a line begins with the number or sign of a note, after the note that begins with `before`.

    Numbers count on: a line that merely begins with a number is not taken for a note.
    """
    found, last = _NOTE_MARK.match(text), _NOTE_MARK.match(before)
    if not found or not last:
        return found is not None
    number, earlier = found["number"], last["number"]
    return not number.isdigit() or not earlier.isdigit() or int(number) == int(earlier) + 1


def find_foot_notes(lines: Sequence[PlacedLine], body_size: float) -> frozenset[int]:
    """Return the positions of lines in small type that stand at the foot of a page or column.

    Nothing but such lines stands below them, and the first of them begins with a note's mark.
    """
    found: set[int] = set()
    by_page: dict[int, list[int]] = defaultdict(list)
    for position, placed in enumerate(lines):
        by_page[placed.page].append(position)
    for positions in by_page.values():
        small = _lowest_small(lines, positions, _NOTE_RATIO * body_size)
        if len(small) < len(positions):
            found.update(_from_mark(lines, small))
    return frozenset(found)


def _lowest_small(lines: Sequence[PlacedLine], positions: Sequence[int], size: float) -> list[int]:
    """Return the lines in small type below which there is no larger one, in reading order."""
    covered: set[int] = set()
    small = []
    for position in sorted(positions, key=lambda position: lines[position].line.y0):
        line = lines[position].line
        steps = range(_step(line.x0), _step(line.x1) + 1)
        if line.size > size:
            covered.update(steps)
        elif covered.isdisjoint(steps):
            small.append(position)
    return sorted(small)


def _step(x: float) -> int:
    return int(min(max(x, 0.0), _WIDEST_PAGE) // _STEP)


def _from_mark(lines: Sequence[PlacedLine], small: Sequence[int]) -> list[int]:
    """Return the lines from the first that begins with a mark, for each stretch of lines that follow each other."""
    found: list[int] = []
    for position in small:
        if (found and found[-1] == position - 1) or begins_note(lines[position].text):
            found.append(position)
    return found
