"""Finds running headers and footers of a PDF, and the page numbers printed in them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kodebenk.importing.page_labels import find_labels, is_numeral, says_label
from kodebenk.importing.pdf_columns import rows_of
from kodebenk.importing.pdf_pages import PdfLine, PdfPage

_ROWS = 3
"""Rows from the top and from the bottom of a page that can be running lines."""

_SHARE = 0.6
"""A running line stands on more than this share of the pages, or of the left or the right ones."""

_LARGER = 1.15
"""A line this much larger than the body text is a heading, even if it recurs ("Intervju 1", "Intervju 2")."""

_SAME_PLACE = 1.5
"""Points within which running lines stand at the same height."""

_TALLEST_CELL = 0.7
"""Share of the page's height; what is drawn around more is the page."""

_DIGITS = re.compile(r"\d+")
_NUMBER = "#"
"""Mask of a line that is nothing but a number: it runs only where it is the number of its page."""

_Key = tuple[str, str]
"""Edge of the page, and text with its digits masked."""


@dataclass(frozen=True, slots=True)
class RunningLines:
    """What runs along: per page the indexes of its running lines, and the printed page number or an empty string."""

    indexes: tuple[frozenset[int], ...]
    labels: tuple[str, ...]


def find_running_lines(pages: Sequence[PdfPage], body_size: float) -> RunningLines:
    """Return headers, footers and printed page numbers.

    Digits are masked; what then recurs among the outermost three rows on more than 60 % of the pages with text, or of
    the left or the right pages, is a running line. So is what stands in the place of the outermost row on most pages
    where it mostly recurs, such as the titles of chapters, and a lone number that is that of its page.
    """
    candidates = [dict(_candidates(page, body_size)) for page in pages]
    recurring = _recurring(pages, candidates)
    indexes = [{index for index, key in found.items() if key in recurring} for found in candidates]
    for number, index in _in_place(pages, candidates):
        indexes[number].add(index)
    labels = find_labels([_texts(page, found) for page, found in zip(pages, indexes, strict=True)])
    for page, found, running, label in zip(pages, candidates, indexes, labels, strict=True):
        running.difference_update(index for index, key in found.items() if key[1] == _NUMBER)
        running.update(index for index in found if says_label(page.lines[index].text, label))
    return RunningLines(tuple(map(frozenset, indexes)), tuple(labels))


def _texts(page: PdfPage, indexes: set[int]) -> list[str]:
    """Return the texts of running lines, those nearest the edge of the page first."""
    lines = sorted((page.lines[index] for index in indexes), key=lambda line: min(line.y0, page.height - line.y1))
    return [line.text for line in lines]


def _candidates(page: PdfPage, body_size: float) -> Iterator[tuple[int, _Key]]:
    """Yield index and key of the lines in the outermost rows, but for those in the cells of a table."""
    places = {id(line): index for index, line in enumerate(page.lines)}
    upright = [rule for rule in page.rules if rule[2] - rule[0] < rule[3] - rule[1] < _TALLEST_CELL * page.height]
    rows = list(rows_of(page.lines))
    for edge, chosen in (("bottom", rows[-_ROWS:]), ("top", rows[:_ROWS])):
        for line in (line for row in chosen for line in row):
            if line.size < _LARGER * body_size and not _is_in_cell(line, upright):
                yield places[id(line)], (_edge(page, line, edge), _mask(line.text))


def _is_in_cell(line: PdfLine, upright: Sequence[tuple[float, float, float, float]]) -> bool:
    middle = (line.y0 + line.y1) / 2
    beside = [x0 for x0, y0, _, y1 in upright if y0 < middle < y1]
    return any(x <= line.x0 for x in beside) and any(x >= line.x1 for x in beside)


def _edge(page: PdfPage, line: PdfLine, edge: str) -> str:
    """Return the half of the page: on a short page the same line is among the first and the last three."""
    return edge if page.height <= 0 else "top" if line.y0 > page.height / 2 else "bottom"


def _mask(text: str) -> str:
    stripped = " ".join(text.split()).casefold()
    return _NUMBER if is_numeral(stripped) else _DIGITS.sub("#", stripped)


def _recurring(pages: Sequence[PdfPage], candidates: Sequence[dict[int, _Key]]) -> set[_Key]:
    found: set[_Key] = set()
    for step, first, fewest in ((1, 0, 2), (2, 0, 3), (2, 1, 3)):
        chosen = range(first, len(pages), step)
        count = Counter(key for number in chosen for key in set(candidates[number].values()))
        with_text = sum(bool(pages[number].lines) for number in chosen)
        found.update(key for key, times in count.items() if times >= fewest and times > _SHARE * with_text)
    return found


def _in_place(pages: Sequence[PdfPage], candidates: Sequence[dict[int, _Key]]) -> Iterator[tuple[int, int]]:
    """Yield page and index of the lines in the outermost row, where it stands at one height and its texts recur."""
    for edge, outermost in (("top", max), ("bottom", min)):
        rows: dict[int, list[int]] = {}
        for number, found in enumerate(candidates):
            at_edge = [index for index, key in found.items() if key[0] == edge]
            if at_edge:
                height = outermost(pages[number].lines[index].y0 for index in at_edge)
                rows[number] = [i for i in at_edge if abs(pages[number].lines[i].y0 - height) <= _SAME_PLACE]
        yield from _recurring_place(pages, candidates, rows)


def _recurring_place(
    pages: Sequence[PdfPage], candidates: Sequence[dict[int, _Key]], rows: dict[int, list[int]]
) -> Iterator[tuple[int, int]]:
    heights: dict[int, list[int]] = defaultdict(list)
    for number, row in rows.items():
        heights[round(pages[number].lines[row[0]].y0)].append(number)
    numbers = max(heights.values(), key=len, default=[])
    if len(numbers) < 3 or len(numbers) <= _SHARE * sum(bool(page.lines) for page in pages):
        return
    count = Counter(candidates[number][index] for number in numbers for index in rows[number])
    again = [(number, index) for number in numbers for index in rows[number] if count[candidates[number][index]] > 1]
    if len({number for number, _ in again}) > _SHARE * len(numbers) and _stands_apart(pages, rows, numbers):
        yield from again


def _stands_apart(pages: Sequence[PdfPage], rows: dict[int, list[int]], numbers: Sequence[int]) -> bool:
    """Tell whether the rows stand farther from the text than lines of the text from each other, on most pages."""
    apart = 0
    for number in numbers:
        page = pages[number]
        edge = page.lines[rows[number][0]]
        distances = sorted(abs(line.y0 - edge.y0) for line in page.lines if abs(line.y0 - edge.y0) > _SAME_PLACE)
        apart += not distances or distances[0] > 1.6 * edge.size
    return apart > _SHARE * len(numbers)
