"""Repairs what is wrong inside one printed line: ligatures, loose rings, wide blanks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from kodebenk.importing.hyphenation import SOFT_HYPHEN
from kodebenk.importing.imported_document import ALL_REPAIRS, Repair
from kodebenk.importing.pdf_edits import Edits
from kodebenk.importing.text_cleaning import clean_text

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_NO_ACCENT = "(?![\u0300-\u036f])"
_LIGATURE = re.compile(f"[{''.join(_LIGATURES)}]{_NO_ACCENT}")
_LOOSE_RING = re.compile(
    f"(?P<double>[åÅ]) ?\u030a{_NO_ACCENT}"
    # Typesetters that draw the accent first leave it before its letter, inside a word sometimes with a blank.
    f"|(?:\u02da|(?<=\\w)\u02da )(?P<after>[aA]){_NO_ACCENT}"
    f"|(?P<before>[aA])(?:\u02da| ?\u030a){_NO_ACCENT}"
)
_COMPOSED = re.compile("a\u030a|A\u030a|[åÅ\u212b]")
_BLANKS = re.compile(r"[^\S\n]+")


@dataclass(frozen=True, slots=True)
class LineRepair:
    """What was repaired in `[start, end)` of a line; `before` is what stood there."""

    repair: Repair
    start: int
    end: int
    before: str


@dataclass(frozen=True, slots=True)
class RepairedLine:
    """A printed line as text; `is_divided` where a soft hyphen at its end was taken off."""

    text: str
    is_divided: bool = False
    repairs: tuple[LineRepair, ...] = ()


def repair_line(raw: str, steps: frozenset[Repair] = ALL_REPAIRS) -> RepairedLine:
    """Return a printed line in stored form, with the repairs that are on.

    A soft hyphen at its end is a hyphen in print, and is one in the text unless the step for hyphens takes it off.
    """
    is_divided = raw.rstrip().endswith(SOFT_HYPHEN)
    text = clean_text(raw).replace("\n", " ").strip()
    line = RepairedLine(text, repairs=_composed_rings(raw, text) if Repair.RINGS in steps else ())
    if Repair.RINGS in steps:
        line = _replace(line, _LOOSE_RING, _ring, Repair.RINGS)
    if Repair.LIGATURES in steps:
        line = _replace(line, _LIGATURE, lambda found: _LIGATURES[found[0]], Repair.LIGATURES)
    if Repair.BLANKS in steps:
        line = _replace(line, _BLANKS, lambda _: " ", Repair.BLANKS)
    if is_divided and Repair.HYPHENS in steps:
        return replace(line, is_divided=True)
    return replace(line, text=line.text + "-") if is_divided else line


def _ring(found: re.Match[str]) -> str:
    if found["double"]:
        return found["double"]
    return "å" if (found["after"] or found["before"]) == "a" else "Å"


def _composed_rings(raw: str, text: str) -> tuple[LineRepair, ...]:
    """Return the letters that the stored form has put together with their ring, where they can be told."""
    written = _COMPOSED.findall(raw)
    places = [index for index, letter in enumerate(text) if letter in "åÅ"]
    if len(written) != len(places):
        return ()
    pairs = zip(places, written, strict=True)
    return tuple(LineRepair(Repair.RINGS, place, place + 1, before) for place, before in pairs if len(before) > 1)


def _replace(
    line: RepairedLine, pattern: re.Pattern[str], new: Callable[[re.Match[str]], str], step: Repair
) -> RepairedLine:
    found = [(one.start(), one.end(), new(one), one[0]) for one in pattern.finditer(line.text) if new(one) != one[0]]
    if not found:
        return line
    edits = Edits([(start, end, text) for start, end, text, _ in found])
    moved = [replace(one, start=edits.move(one.start), end=edits.move(one.end - 1) + 1) for one in line.repairs]
    for start, _, text, before in found:
        place = edits.move(start)
        moved.append(LineRepair(step, place, place + len(text), before))
    return RepairedLine(edits.apply(line.text), line.is_divided, tuple(sorted(moved, key=lambda one: one.start)))
