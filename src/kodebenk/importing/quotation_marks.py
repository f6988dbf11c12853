"""Finds quotation marks that were mangled on the way from print or between encodings; only what is sure."""

from __future__ import annotations

import re
from collections.abc import Iterator

_MISREAD = {
    "â€œ": "“",
    "â€ž": "„",
    "â€˜": "‘",
    "â€™": "’",
    "â€š": "‚",
    "â€¹": "‹",
    "â€º": "›",
    "â€\x9d": "”",
    "Â«": "«",
    "Â»": "»",
    "\x84": "„",
    "\x91": "‘",
    "\x92": "’",
    "\x93": "“",
    "\x94": "”",
    "&quot;": '"',
    "&#34;": '"',
    "&laquo;": "«",
    "&raquo;": "»",
    "&bdquo;": "„",
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&lsquo;": "‘",
    "&rsquo;": "’",
}
"""What stands for a mark wherever it stands: UTF-8 read as cp1252, cp1252 read as Latin-1, entities of HTML."""

_MISREAD_MARKS = re.compile(
    "|".join(map(re.escape, sorted(_MISREAD, key=len, reverse=True)))
    # Its last byte has no character in cp1252, so that it is often lost; with it the sequence would be a dash or dots.
    + "|â€(?![“”…¦¢\x80-\x9f])"
)

_LOST = "\ufffd"

_CURLY = ("“", "”")
_GUILLEMETS = ("«", "»")
_PAIRS: dict[tuple[str, str], tuple[str, str]] = {
    **{("``", end): _CURLY for end in ("''", "´´", "’’", '"', "”")},
    **{(",,", end): ("„", "”") for end in (",,", "''", "´´", "’’", "‘‘", '"', "“", "”")},
    ("''", "''"): _CURLY,
    ("´´", "´´"): _CURLY,
    ("‘‘", "’’"): _CURLY,
    ("‘‘", "‘‘"): _CURLY,
    ("’’", "’’"): _CURLY,
    ("<<", ">>"): _GUILLEMETS,
    ("<<", "»"): _GUILLEMETS,
    ("«", ">>"): _GUILLEMETS,
    ("‹‹", "››"): _GUILLEMETS,
    ("«", "«"): _GUILLEMETS,
    ("«", "»"): _GUILLEMETS,
    ("“", "“"): _CURLY,
    ("“", "”"): _CURLY,
    ("„", "“"): ("„", "“"),
    ("„", "”"): ("„", "”"),
    ('""', '""'): ('"', '"'),
    ('\\"', '\\"'): ('"', '"'),
    # Fonts without an encoding of their own: the byte of cp1252 or Mac Roman in the private use area.
    ("\uf022", "\uf022"): ('"', '"'),
    ("\uf093", "\uf094"): _CURLY,
    ("\uf084", "\uf093"): ("„", "“"),
    ("\uf084", "\uf094"): ("„", "”"),
    ("\uf091", "\uf092"): ("‘", "’"),
    ("\uf0ab", "\uf0bb"): _GUILLEMETS,
    ("\uf0d2", "\uf0d3"): _CURLY,
    ("\uf0c7", "\uf0c8"): _GUILLEMETS,
    (_LOST, _LOST): _CURLY,
}
"""Opening and closing mark as they stand, and what they are; sound pairs stand here so that they close."""

_OPENING = frozenset(opening for opening, _ in _PAIRS)
_MARKS = re.compile("|".join(sorted({re.escape(mark) for pair in _PAIRS for mark in pair}, key=len, reverse=True)))
_BEFORE_OPENING = frozenset("([{-–—/«“„‘\"'")
_AFTER_OPENING = frozenset("([-–—…«“„‘'\"")
_BEFORE_CLOSING = frozenset(".,;:?!…%)]-–—»”’'\"")

Replacement = tuple[int, int, str]


def find_mangled_quotes(text: str) -> list[Replacement]:
    """Return (start, end, replacement) for every quotation mark that was surely mangled, sorted and disjoint.

    Sure are wrongly decoded marks wherever they stand, and marks made of other signs, such as `,,ord''`, or turned the
    wrong way, such as `«ord«`, where they stand as a pair around words within one line. Nothing is told of a mark
    without its partner, nor of what is usage somewhere (`”ord”`, `»ord«`). Lost characters (U+FFFD) are marks where
    all of them stand in pairs and no Norwegian letter is missing from the text.
    """
    found = [(mark.start(), mark.end(), _MISREAD.get(mark[0], "”")) for mark in _MISREAD_MARKS.finditer(text)]
    taken = {place for start, end, _ in found for place in range(start, end)}
    pairs = list(_pairs(text))
    if not _are_lost_marks(text, pairs):
        pairs = [pair for pair in pairs if text[pair[0][0]] != _LOST]
    marks = (mark for pair in pairs for mark in pair if mark[0] not in taken)
    return sorted([*found, *((start, end, right) for start, end, right in marks if text[start:end] != right)])


def _pairs(text: str) -> Iterator[tuple[Replacement, Replacement]]:
    opening: re.Match[str] | None = None
    line_end = -1
    for mark in _MARKS.finditer(text):
        if mark.start() > line_end:
            opening = None
            line_end = text.find("\n", mark.start()) % (len(text) + 1)
        pair = _PAIRS.get((opening[0], mark[0])) if opening and _can_close(text, mark) else None
        if opening and pair:
            yield (opening.start(), opening.end(), pair[0]), (mark.start(), mark.end(), pair[1])
            opening = None
        elif mark[0] in _OPENING and _can_open(text, mark):
            opening = mark


def _can_open(text: str, mark: re.Match[str]) -> bool:
    before = text[max(0, mark.start() - 1) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return (not before or before.isspace() or before in _BEFORE_OPENING) and (
        after.isalnum() or after in _AFTER_OPENING
    )


def _can_close(text: str, mark: re.Match[str]) -> bool:
    before = text[max(0, mark.start() - 1) : mark.start()]
    after = text[mark.end() : mark.end() + 1]
    return (before.isalnum() or before in _BEFORE_CLOSING) and not after.isalnum()


def _are_lost_marks(text: str, pairs: list[tuple[Replacement, Replacement]]) -> bool:
    lost = sum(text[opening[0]] == _LOST for opening, _ in pairs)
    return lost > 0 and 2 * lost == text.count(_LOST) and all(letter in text for letter in "æøå")
