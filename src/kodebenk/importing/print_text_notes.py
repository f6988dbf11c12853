"""Finds notes at the foot of the pages of a text made from print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kodebenk.importing.print_text_lines import CAPTION, PrintLine, PrintShape

_NOTE = re.compile(r"(?P<number>\d{1,3})(?:[.)]?\s+(?=[^\s\d])|(?=[A-ZÆØÅ]))")
_RULE = re.compile(r"[_—–-]{5,}")
_LARGEST_PART = 0.6
_FEWEST_ABOVE = 3
_MOST_LINES = 60
_MOST_ABOVE = 200


@dataclass(slots=True)
class FoundNotes:
    """The lines of notes, True for those that begin one, and the rules drawn above notes."""

    lines: dict[int, bool] = field(default_factory=dict)
    rules: set[int] = field(default_factory=set)


def find_notes(lines: Sequence[PrintLine], pages: Sequence[Sequence[int]], shape: PrintShape) -> FoundNotes:
    """Return the notes at the foot of pages.

    Notes end their page. The first begins with a number that a word of the page bears (`sa lederen.3`), and stands
    below a drawn rule or an empty line, or counts on from the last note. Where one of these fails nothing is a note.

    Args:
        lines: the printed lines.
        pages: the kept lines of every page.
        shape: how the text was printed.
    """
    found = FoundNotes()
    last = 0
    for page in pages:
        first = next(_first_notes(lines, page, shape, last), None)
        if first is None:
            continue
        number = _number(lines[page[first]])
        for index in page[first:]:
            begins = _number(lines[index]) == number
            found.lines[index] = begins
            last, number = (number, number + 1) if begins else (last, number)
        if _RULE.fullmatch(lines[page[first - 1]].text):
            found.rules.add(page[first - 1])
    return found


def _first_notes(lines: Sequence[PrintLine], page: Sequence[int], shape: PrintShape, last: int) -> Iterator[int]:
    """Yield the places in a page where its notes may begin, from the top."""
    highest = max(_FEWEST_ABOVE, int((1 - _LARGEST_PART) * len(page)), len(page) - _MOST_LINES)
    for place in range(highest, len(page)):
        line = lines[page[place]]
        number = _number(line)
        if not number:
            continue
        above = lines[page[place - 1]].text
        is_apart = _RULE.fullmatch(above) or line.gap > shape.spacing or number == last + 1
        is_borne = any(_bears(lines[index].text, number) for index in page[max(0, place - _MOST_ABOVE) : place])
        if is_apart and is_borne and _is_one_block([lines[index] for index in page[place:]]):
            yield place


def _is_one_block(block: Sequence[PrintLine]) -> bool:
    """Tell whether lines are set alike to the end of the page, as notes are, without the caption of a figure."""
    gaps = {line.gap for line in block[1:] if not _NOTE.match(line.text)}
    return len(gaps) < 2 and not any(CAPTION.match(line.text) for line in block)


def _number(line: PrintLine) -> int:
    found = _NOTE.match(line.text)
    return int(found["number"]) if found else 0


def _bears(text: str, number: int) -> bool:
    """Tell whether a word, or the mark behind one, bears the raised number."""
    return re.search(rf"[^\W\d][.,;:!?»”)\]]{{0,2}}{number}(?!\d|[.,]\d|\w)", text) is not None
