"""Sections of a document: what stands under each heading."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kodebenk.domain.document import DocumentText

FRONT = "^"
"""Path of what stands before the first heading."""

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+")


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch `[start, end)` of a text under one heading.

    Attributes:
        path: the heading with those above it, `2 Mål › 2.1 Status`; unique in its document, and the same as long as the
            headings are.
        heading: the heading's words, empty for what stands before the first one.
        number: as printed in the heading, such as `2.1`, else the section's place in the document, from 1.
    """

    start: int
    end: int
    path: str
    heading: str
    number: str


def sections_of(text: DocumentText, deepest: int = 1) -> tuple[Section, ...]:
    """Return the sections that begin at headings down to level `deepest`; deeper headings belong to theirs.

    Every position of the text is in exactly one section. What stands before the first heading is one too. A heading
    that occurs twice under the same one is told apart by a number behind its path.
    """
    headings = [one for one in text.structure.headings if one.level <= deepest]
    if not headings:
        return ()
    bounds = [*(one.start for one in headings), len(text.text)]
    sections: list[Section] = []
    if text.text[: bounds[0]].strip():
        sections.append(Section(0, bounds[0], FRONT, "", "0"))
    above: list[tuple[int, str]] = []
    seen: dict[str, int] = {}
    for place, heading in enumerate(headings, start=1):
        words = " ".join(text.text[heading.start : heading.end].split())
        above = [one for one in above if one[0] < heading.level]
        path = " › ".join([*(name for _, name in above), words])
        above.append((heading.level, words))
        seen[path] = seen.get(path, 0) + 1
        unique = path if seen[path] == 1 else f"{path} ({seen[path]})"
        printed = _NUMBER.match(words)
        start = 0 if place == 1 and not sections else heading.start
        sections.append(Section(start, bounds[place], unique, words, printed["number"] if printed else str(place)))
    return tuple(sections)


def section_at(sections: Sequence[Section], position: int) -> int:
    """Return the index of the section that holds a position; −1 without sections."""
    return bisect_right(sections, position, key=lambda one: one.start) - 1
