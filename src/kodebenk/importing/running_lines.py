"""Finds running headers and footers of a PDF, and the page numbers printed in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kodebenk.importing.pdf_pages import PdfLine, PdfPage

_ROWS = 3
"""Lines from the top and from the bottom of a page that can be running lines."""

_SHARE = 0.6
"""A running line stands on more than this share of the pages."""

_LARGER = 1.15
"""A line this much larger than the body text is a heading, even if it recurs ("Intervju 1", "Intervju 2")."""

_DIGITS = re.compile(r"\d+")
_NUMERAL = re.compile(
    r"[-–—\s]*(?P<value>\d{1,4}|(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))[-–—\s]*", re.IGNORECASE
)
_PAGE_PHRASE = re.compile(r"\b(?:side|page|s\.|p\.)\s*(?P<value>\d{1,4})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RunningLines:
    """What runs along: per page the indexes of its running lines, and the printed page number or an empty string."""

    indexes: tuple[frozenset[int], ...]
    labels: tuple[str, ...]


def find_running_lines(pages: Sequence[PdfPage], body_size: float) -> RunningLines:
    """Return headers, footers and printed page numbers.

    Digits are masked; what then recurs among the first or last three lines on more than 60 % of at least two pages with
    text is a running line.
    """
    candidates = [dict(_candidates(page, body_size)) for page in pages]
    count = Counter(key for found in candidates for key in set(found.values()))
    with_text = sum(bool(page.lines) for page in pages)
    recurring = {key for key, times in count.items() if times >= 2 and times > _SHARE * with_text}
    indexes = [frozenset(index for index, key in found.items() if key in recurring) for found in candidates]
    running = [[page.lines[index].text for index in sorted(found)] for page, found in zip(pages, indexes, strict=True)]
    return RunningLines(tuple(indexes), tuple(_labels(running)))


def _candidates(page: PdfPage, body_size: float) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield index and key of the outermost lines, the key being edge and masked text."""
    rows = sorted(range(len(page.lines)), key=lambda index: -page.lines[index].y0)
    for edge, chosen in (("bottom", rows[-_ROWS:]), ("top", rows[:_ROWS])):
        for index in chosen:
            if page.lines[index].size < _LARGER * body_size:
                yield index, (_edge(page, page.lines[index], edge), _mask(page.lines[index].text))


def _edge(page: PdfPage, line: PdfLine, edge: str) -> str:
    """Return the half of the page: on a short page the same line is among the first and the last three."""
    return edge if page.height <= 0 else "top" if line.y0 > page.height / 2 else "bottom"


def _mask(text: str) -> str:
    stripped = " ".join(text.split()).casefold()
    return "#" if _NUMERAL.fullmatch(stripped) else _DIGITS.sub("#", stripped)


def _labels(running: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the page number among each page's running lines.

    A line that is nothing but a number, or says "Side 3", tells it. Of other numbers the one that grows with the pages
    does.
    """
    offset = _common_offset(running)
    for index, texts in enumerate(running):
        said = (_said_number(text) for text in texts)
        numbers = (int(number) for text in texts for number in _DIGITS.findall(text) if len(number) < 5)
        counted = (str(number) for number in numbers if offset is not None and number - index == offset)
        yield next((number for number in said if number), next(counted, ""))


def _said_number(text: str) -> str:
    if found := _NUMERAL.fullmatch(" ".join(text.split())) or _PAGE_PHRASE.search(text):
        return found["value"]
    return ""


def _common_offset(running: Sequence[Sequence[str]]) -> int | None:
    offsets = Counter(
        int(number) - index
        for index, texts in enumerate(running)
        for number in {number for text in texts for number in _DIGITS.findall(text) if len(number) < 5}
    )
    best = max(offsets.items(), key=lambda item: item[1], default=(0, 0))
    return best[0] if best[1] > len(running) / 2 else None
