"""Carries paragraphs, headings, pages, lines, cells, items and times of a text through a correction typed by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from kodebenk.domain.document import (
    Heading,
    ListItem,
    Page,
    Span,
    TableCell,
    TextStructure,
    TimeMark,
    number_lines,
)
from kodebenk.domain.passage import index_at, trim_blanks
from kodebenk.domain.text_change import Side, TextChange

_MOSTLY = 0.9
_LINE_BREAKS = re.compile(r"\s*\n\s*")

_Ranged = TypeVar("_Ranged", Heading, TableCell, ListItem)


def follow_structure(structure: TextStructure, change: TextChange, old: str, new: str) -> TextStructure:
    """Return the structure of a corrected text, without turns.

    Lines that were added are paragraphs of their own, and a line break that was taken out puts paragraphs together;
    printed lines stay inside their paragraph. Lines are numbered anew where the text had no lines of its own. What
    lost all its words is left out.
    """
    return TextStructure(
        paragraphs=_follow_paragraphs(structure.paragraphs, change, old, new),
        headings=tuple(_apart(_on_one_line(_follow(structure.headings, change, new), new))),
        pages=tuple(_follow_pages(structure.pages, change, old, new)),
        line_starts=_follow_lines(structure.line_starts, change, old, new),
        cells=tuple(_follow(structure.cells, change, new)),
        items=tuple(_apart(_follow(structure.items, change, new))),
        times=_follow_times(structure.times, change, new),
    )


def _follow_paragraphs(paragraphs: Sequence[Span], change: TextChange, old: str, new: str) -> tuple[Span, ...]:
    cuts = _cuts_inside_lines(paragraphs, change, old)
    starts = [paragraph.start for paragraph in paragraphs]
    bounds = [0]
    for breaks in _LINE_BREAKS.finditer(new):
        origin = change.old_position(new.index("\n", breaks.start()))
        index = -1 if origin is None else index_at(starts, origin)
        is_inside = origin is not None and index >= 0 and origin < paragraphs[index].end
        if not is_inside:
            bounds.append(breaks.end())
    ordered = sorted({*bounds, *cuts, len(new)})
    trimmed = (trim_blanks(new, start, end) for start, end in pairwise(ordered))
    return tuple(Span(start, end) for start, end in trimmed if start < end)


def _cuts_inside_lines(paragraphs: Sequence[Span], change: TextChange, old: str) -> Iterator[int]:
    """Yield where paragraphs begin in mid-line, as at a speaker's label or a cell."""
    for paragraph in paragraphs:
        line_start = old.rfind("\n", 0, paragraph.start) + 1
        if old[line_start : paragraph.start].strip() and change.kept_in(paragraph.start, paragraph.end):
            yield change.outer_range(paragraph.start, paragraph.end)[0]


def _follow(ranges: Iterable[_Ranged], change: TextChange, new: str) -> list[_Ranged]:
    """Return what still has words, by start; what was typed at its ends belongs to it."""
    found = []
    for one in ranges:
        start, end = trim_blanks(new, *change.outer_range(one.start, one.end))
        if start < end or one.start == one.end:
            found.append(replace(one, start=start, end=max(start, end)))
    return sorted(found, key=lambda one: one.start)


def _on_one_line(headings: Iterable[Heading], new: str) -> Iterator[Heading]:
    for heading in headings:
        line_end = new.find("\n", heading.start, heading.end)
        start, end = trim_blanks(new, heading.start, heading.end if line_end < 0 else line_end)
        if start < end:
            yield replace(heading, start=start, end=end)


def _apart(ranges: Iterable[_Ranged]) -> Iterator[_Ranged]:
    """Yield ranges that do not overlap one before them."""
    reached = 0
    for one in ranges:
        if one.start >= reached:
            reached = one.end
            yield one


def _follow_pages(pages: Sequence[Page], change: TextChange, old: str, new: str) -> Iterator[Page]:
    for page in pages:
        start = change.position(page.start, Side.BEFORE)
        end = len(new) if page.end == len(old) else change.position(page.end, Side.BEFORE)
        if start < end or page.start == page.end:
            yield Page(start, max(start, end), page.label)


def _follow_lines(starts: Sequence[int], change: TextChange, old: str, new: str) -> tuple[int, ...]:
    if tuple(starts) == number_lines(old):
        return number_lines(new)
    followed = {change.position(start, Side.BEFORE) for start in starts}
    breaks = sum(start == 0 or old[start - 1 : start] == "\n" for start in starts)
    if starts and breaks >= _MOSTLY * len(starts):
        added = (range(hunk.new_start, hunk.new_end) for hunk in change.hunks)
        followed |= {at + 1 for part in added for at in part if new[at] == "\n"}
    return tuple(sorted(start for start in followed if start < max(1, len(new))))


def _follow_times(times: Iterable[TimeMark], change: TextChange, new: str) -> tuple[TimeMark, ...]:
    found: dict[int, TimeMark] = {}
    for time in times:
        at = change.outer_range(time.position, time.position + 1)[0]
        if at < len(new):
            found.setdefault(at, TimeMark(at, time.milliseconds))
    return tuple(found[at] for at in sorted(found))
