"""Mends letters of printed lines: loose rings, ligatures, tabs and runs of blanks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Set
from dataclasses import dataclass

from kodebenk.importing.imported_document import Repair

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}

_RING = r"(?P<ring>[åÅ][ ]?\u030a+|[aA](?:[ ]\u030a|[ ]?\u02da)|\u02da[ ]?[aA])"
_LIGATURE = r"(?P<ligature>[\ufb00-\ufb06])"
_BLANKS = r"(?P<blanks>[^\S\n]{2,}|\t)"
_FAULT = re.compile(f"{_RING}|{_LIGATURE}|{_BLANKS}")
_STEPS = {"ring": Repair.RINGS, "ligature": Repair.LIGATURES, "blanks": Repair.BLANKS}


@dataclass(frozen=True, slots=True)
class MendedLetters:
    """A range `[start, end)` of a mended line, and what stood there before."""

    repair: Repair
    start: int
    end: int
    before: str


def mend_letters(line: str, repairs: Set[Repair]) -> tuple[str, tuple[MendedLetters, ...]]:
    """Return the line mended by those of RINGS, LIGATURES and BLANKS that are on, and each place.

    A line whose mended form would not be NFC is left as it is.
    """
    pieces: list[str] = []
    found: list[MendedLetters] = []
    done = length = 0
    for fault in _FAULT.finditer(line):
        repair = _STEPS[str(fault.lastgroup)]
        if repair not in repairs:
            continue
        right = _right_letters(repair, fault[0])
        pieces += (line[done : fault.start()], right)
        length += fault.start() - done
        found.append(MendedLetters(repair, length, length + len(right), fault[0]))
        length += len(right)
        done = fault.end()
    mended = "".join((*pieces, line[done:]))
    return (mended, tuple(found)) if found and unicodedata.is_normalized("NFC", mended) else (line, ())


def _right_letters(repair: Repair, wrong: str) -> str:
    if repair is Repair.BLANKS:
        return " "
    if repair is Repair.LIGATURES:
        return LIGATURES[wrong]
    return "Å" if "A" in wrong or "Å" in wrong else "å"
