"""Printed lines of a text file, and whether its shape says that it was made from print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kodebenk.importing.text_cleaning import clean_paged_text

SENTENCE_END = re.compile(r"[.?!:…][»”\"')\]]*\d{0,2}$")
"""A note's number may stand behind it."""

LIST_MARK = re.compile(r"(?P<mark>[-–—•▪●◦■□*]|\d{1,2}[.)]|[a-zæøå]\))(?:\s+\S|$)")
"""A mark may stand alone, with its words in the next line."""

LONE_MARK = re.compile(r"[-–—•▪●◦■□*]")
BULLETS = frozenset("•▪●◦■□")
CAPTION = re.compile(r"(?:tabell|table|figur|figure|diagram|boks|box)\s+\d{1,2}(?:[-–.]\d{1,2}){0,2}\b", re.IGNORECASE)
TABLE_CAPTION = re.compile(r"(?:tabell|table)\s+\d{1,2}(?:[-–.]\d{1,2}){0,2}\b(?!\s*[,;)])", re.IGNORECASE)
LABEL = re.compile(r"[A-ZÆØÅ][^:.?!]{0,39}:(?:\s|$)|[\[(]\d{1,2}:\d{2}(?::\d{2})?[\])]")
"""What may begin a turn: a name, or the time of a recording."""


_ABBREVIATION = re.compile(
    r"\b(?:jf|jfr|mfl|m\.fl|f\.eks|bl\.a|nr|kap|dvs|ca|pga|ift|iht|evt|mht|inkl|kl|pkt|s|ss|dr|m\.m|o\.l|t\.o\.m)\.$",
    re.IGNORECASE,
)
_PAUSE = re.compile(r"[.?!:;…][»”\"')\]]*\d{0,2}$")
_NARROWEST, _WIDEST = 38, 130
"""Characters in the lines of a column and of a page set across."""

_FEWEST_CONTINUED = 12
_CONTINUED_SHARE = 0.4
_FULL_SHARE = 0.7
_USUAL = 0.85
"""Of the lines, by length, one at this place is full; longer are some that a program put together of two."""

_IN_A_ROW_SHARE = 0.3
_FULL = 0.85
_DOUBLE_SPACED_SHARE = 0.6
_STAND_IN = "\uf8ff"
_SOFT_HYPHEN_AT_END = re.compile("\u00ad(?=[^\\S\r\n\x0b\x0c\x85\u2028\u2029]*(?:[\r\n\x0b\x0c\x85\u2028\u2029]|$))")


@dataclass(frozen=True, slots=True)
class PrintLine:
    """A line of a text file that has words.

    Attributes:
        number: its place among all lines of the file, from 0.
        start: where it begins in the text of the file.
        raw: as it stands there, with blanks around it.
        text: without them.
        gap: lines of the file from the last one with words above to this one; 1 directly below it.
        is_divided: a soft hyphen was taken off its end.
    """

    number: int
    start: int
    raw: str
    text: str
    gap: int
    is_divided: bool = False

    @property
    def indent(self) -> int:
        """How many blanks stand before the words."""
        return len(self.raw) - len(self.raw.lstrip())


@dataclass(frozen=True, slots=True)
class PrintShape:
    """How a text was printed: characters in its full lines, lines of the file from one printed line to the next."""

    width: int
    spacing: int


def find_divided_lines(raw: str) -> frozenset[int]:
    """Return the numbers of the lines that end with a soft hyphen, which cleaning would lose; `raw` is not cleaned."""
    if "\u00ad" not in raw or _STAND_IN in raw:
        return frozenset()
    lines = clean_paged_text(_SOFT_HYPHEN_AT_END.sub(_STAND_IN, raw)).text.split("\n")
    return frozenset(number for number, line in enumerate(lines) if line.rstrip().endswith(_STAND_IN))


def read_lines(text: str, divided: frozenset[int] = frozenset()) -> list[PrintLine]:
    """Return the lines that have words; `divided` are the numbers of lines that a soft hyphen ended."""
    found: list[PrintLine] = []
    start, last = 0, -1
    for number, raw in enumerate(text.split("\n")):
        words = raw.strip()
        if words:
            found.append(PrintLine(number, start, raw, words, number - last, number in divided))
            last = number
        start += len(raw) + 1
    return found


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends with a sentence; an abbreviation's full stop ends none."""
    return SENTENCE_END.search(text) is not None and not _ABBREVIATION.search(text)


def find_shape(lines: Sequence[PrintLine]) -> PrintShape | None:
    """Return how the text was printed, or None for a text that was not made from print.

    Made from print is a text of whose lines at least 40 % break in mid-sentence (no mark at the end, a small letter
    in the next line), of these at least 70 % because the next word would not have fitted, and at least 30 % right
    after another such line. Poems, notes in short lines, transcripts with a line per paragraph or per utterance fail
    one or more.
    """
    continued = [
        (number, len(before.text) + 1 + len(after.text.split(None, 1)[0]), after.gap)
        for number, (before, after) in enumerate(pairwise(lines))
        if after.text[0].islower() and not _PAUSE.search(before.text)
    ]
    if len(continued) < max(_FEWEST_CONTINUED, _CONTINUED_SHARE * len(lines)):
        return None
    lengths = sorted(len(line.text) for line in lines)
    width = lengths[int(_USUAL * (len(lengths) - 1))]
    full = sum(needed >= _FULL * width for _, needed, _ in continued)
    if not _NARROWEST <= width <= _WIDEST or full < _FULL_SHARE * len(continued):
        return None
    in_a_row = sum(after - before == 1 for (before, *_), (after, *_) in pairwise(continued))
    if in_a_row < _IN_A_ROW_SHARE * len(continued):
        return None
    spacing, times = Counter(gap for _, _, gap in continued).most_common(1)[0]
    return PrintShape(width, spacing if times >= _DOUBLE_SPACED_SHARE * len(continued) else 1)
