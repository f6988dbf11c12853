"""Finds the numbered headings of a text made from print by the order in which they count."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kodebenk.importing.print_text_lines import SENTENCE_END, PrintLine, PrintShape

_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[A-ZÆØÅ«]\S*")
_CONTENTS = re.compile(r"(?:\.\s?){4,}\s*\d{1,4}$")
_ENDS_IN_NUMBER = re.compile(r"\s(?:\d{1,3}|[ivxIVX]{1,5})$")
_LONGEST = 120
_NEAREST = 60
"""Candidates before one that are looked at for its predecessor."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    index: int
    number: tuple[int, ...]


def find_contents(lines: Sequence[PrintLine]) -> frozenset[int]:
    """Return the lines of a table of contents: dots that lead to a page number, or headings that all end in one."""
    found = {index for index, line in enumerate(lines) if _CONTENTS.search(line.text)}
    run: list[int] = []
    for index, line in enumerate((*lines, None)):
        if line and _NUMBERED.match(line.text) and _ENDS_IN_NUMBER.search(line.text):
            run.append(index)
            continue
        found.update(run if len(run) >= 3 else ())
        run = []
    return frozenset(found)


def find_numbered_headings(
    lines: Sequence[PrintLine], shape: PrintShape, *, fresh: frozenset[int], excluded: frozenset[int]
) -> Mapping[int, int]:
    """Return the level of every line that is a numbered heading (`4.2 Metode` has level 2).

    Headings are the longest row of candidates in which each number may follow the one before; so a number in a
    figure or in a broken sentence is none.

    Args:
        lines: the printed lines.
        shape: how they were printed.
        fresh: lines that begin a page.
        excluded: lines that cannot be headings, such as those of tables.
    """
    candidates = list(_candidates(lines, shape, fresh, excluded))
    best: list[tuple[int, int | None]] = []
    for position, candidate in enumerate(candidates):
        earlier = (
            (best[before][0] + 1, before)
            for before in range(max(0, position - _NEAREST), position)
            if _may_follow(candidates[before].number, candidate.number)
        )
        # Of rows of the same length the nearest predecessor counts.
        best.append(max(earlier, default=(1, None), key=lambda item: (item[0], item[1])))
    found: dict[int, int] = {}
    last: int | None = max(range(len(best)), key=lambda position: best[position][0], default=None)
    while last is not None:
        found[candidates[last].index] = len(candidates[last].number)
        last = best[last][1]
    return found if len(found) > 1 else {}


def _candidates(
    lines: Sequence[PrintLine], shape: PrintShape, fresh: frozenset[int], excluded: frozenset[int]
) -> Sequence[_Candidate]:
    found: list[_Candidate] = []
    for index, line in enumerate(lines):
        match = _NUMBERED.match(line.text) if line.text[0].isdigit() and index not in excluded else None
        if not match or len(line.text) > _LONGEST:
            continue
        number = tuple(map(int, match["number"].split(".")))
        before = lines[index - 1] if index else None
        is_free = before is None or index in fresh or line.gap > shape.spacing or bool(SENTENCE_END.search(before.text))
        is_free = is_free or bool(found and found[-1].index == index - 1)
        if is_free and (len(number) > 1 or not line.text.endswith((".", ",", ";", ":"))):
            found.append(_Candidate(index, number))
    single = {one.index for one in found if len(one.number) == 1}
    return [one for one in found if one.index not in single or single.isdisjoint(_beside(one.index))]


def _beside(index: int) -> set[int]:
    """Return the lines in which another number would make a list of it."""
    return {index - 2, index - 1, index + 1, index + 2}


def _may_follow(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Tell whether the heading `after` may be the next.

    It is one deeper, or one or two further on a level of `before`, or the first of the next chapter.
    """
    if after[0] == before[0] + 1 and set(after[1:]) <= {1}:
        return True
    if len(after) == len(before) + 1 and after[:-1] == before:
        return after[-1] in (1, 2)
    level = len(after) - 1
    return level < len(before) and after[:level] == before[:level] and after[level] - before[level] in (1, 2)
