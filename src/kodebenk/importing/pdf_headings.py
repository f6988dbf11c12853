"""Tells the headings of a PDF by their type, and by their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kodebenk.importing.pdf_lists import is_label
from kodebenk.importing.pdf_typography import PlacedLine, Typography, is_same_size

DEEPEST = 6

_LONGEST_BOLD = 120
_LARGER = 1.15
"""Type this much larger than the body's is a heading."""

_BOLD_SHARE = 0.3
"""Where more of the lines are bold, bold means nothing."""

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+[A-ZÆØÅ]")
_NUMBERED = re.compile(r"\d{1,2}(?P<deeper>(?:\.\d{1,2}){1,3})\.?\s+[A-ZÆØÅ][^.?!]{1,90}$")


def heading_levels(lines: Sequence[PlacedLine], typography: Typography) -> list[int]:
    """Return a level for every line, 0 for body text: larger type first, then bold lines of the body's size.

    Where headings in the same type are numbered to different depths, the depth tells them apart.
    """
    large = sorted(
        {_rounded(p) for p in lines if p.line.size >= _LARGER * typography.body_size and _has_letters(p.text)},
        reverse=True,
    )
    ranks = {size: number for number, size in enumerate(large, start=1)}
    bold_share = sum(placed.line.is_bold for placed in lines) / max(1, len(lines))
    levels = []
    for placed in lines:
        level = ranks.get(_rounded(placed), 0) if _has_letters(placed.text) else 0
        is_bold = placed.line.is_bold and bold_share < _BOLD_SHARE
        if not level and is_bold and is_same_size(placed.line.size, typography.body_size) and _can_head(placed.text):
            level = len(large) + 1
        levels.append(level)
    return _by_depth(lines, levels)


def numbered_level(text: str) -> int:
    """Return the level of a line that its number of two parts or more makes a heading, or 0."""
    found = _NUMBERED.match(text)
    return found["deeper"].count(".") + 1 if found and not text.endswith((",", ";", ":")) else 0


def _by_depth(lines: Sequence[PlacedLine], levels: Sequence[int]) -> list[int]:
    depths = [_depth(placed.text) if level else 0 for placed, level in zip(lines, levels, strict=True)]
    least: dict[int, int] = {}
    for level, depth in zip(levels, depths, strict=True):
        if depth:
            least[level] = min(depth, least.get(level, depth))
    return [
        min(DEEPEST, level + (depth - least[level] if depth else 0)) if level else 0
        for level, depth in zip(levels, depths, strict=True)
    ]


def _depth(text: str) -> int:
    found = _NUMBER.match(text)
    return found["number"].count(".") + 1 if found else 0


def _has_letters(text: str) -> bool:
    return any(map(str.isalpha, text))


def _can_head(text: str) -> bool:
    is_short = len(text) <= _LONGEST_BOLD and not text.endswith((".", ",", ";", ":"))
    return is_short and _has_letters(text) and not is_label(text)


def _rounded(placed: PlacedLine) -> float:
    return round(placed.line.size * 2) / 2
