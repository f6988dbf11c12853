"""Finds the pages of a text made from print, what is printed on them, and the lines that run along."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kodebenk.importing.print_text_lines import CAPTION, PrintLine, PrintShape
from kodebenk.importing.print_text_numbers import (
    DECIMAL,
    NumberLine,
    NumberRow,
    find_number_rows,
    label_pages,
    lone_number,
    mask_digits,
)

_ROWS = 3
"""Lines from the top and from the bottom of a page that can be running lines."""

_SHARE = 0.6
_MOST_RUNNING = 0.3
"""Of all lines; more is a form that recurs, whose lines must stay."""

_ALONG = 3
"""Pages that have the same line at their edge, one after another, where it is the header of a chapter."""

_FEWEST_LINES = 3
_SHORTEST, _LONGEST = 12, 90
"""Printed lines on a usual page."""

_FEWEST_STARTS = 3
_ISOLATED_PART = 0.25
_OVERLONG = 1.5


@dataclass(frozen=True, slots=True)
class PrintedPages:
    """The pages of a text.

    Attributes:
        starts: index of the line that each page begins with; empty where the text shows no pages.
        running: lines that are headers, footers or page numbers.
        labels: what is printed on each page, or what counting makes of it.
    """

    starts: tuple[int, ...] = ()
    running: frozenset[int] = frozenset()
    labels: tuple[str, ...] = ()

    def page_of(self, index: int) -> int:
        """Return the page of a line, from 0; -1 in a text without pages."""
        return bisect_right(self.starts, index) - 1


def find_pages(lines: Sequence[PrintLine], form_feeds: Sequence[int], shape: PrintShape) -> PrintedPages:
    """Return the pages of the printed lines.

    Form feeds divide pages. Without them a page begins with a line that has one blank in front and no empty line
    above, where that recurs at the distance of pages; and before or after numbers that stand alone and count.

    Args:
        lines: the printed lines.
        form_feeds: where pages begin in the text of the file, if form feeds say so.
        shape: how the text was printed.
    """
    if len(form_feeds) > 1:
        at = [line.start for line in lines]
        # A form feed in the middle of a line's blanks belongs before the line.
        starts = [bisect_left(at, start) for start in form_feeds]
        starts = [0, *starts[1:]]
    else:
        starts = _starts_by_shape(lines, shape)
    if len(starts) < 2:
        return PrintedPages()
    running = _running_lines(lines, starts)
    numbers = _edge_numbers(lines, starts)
    labels = label_pages(len(starts), numbers, [[lines[index].text for index in found] for found in running])
    along = frozenset(index for found in running for index in found)
    if len(along) > _MOST_RUNNING * len(lines):
        along = frozenset()
    return PrintedPages(tuple(starts), along | frozenset(number.index for number in numbers), tuple(labels))


def _starts_by_shape(lines: Sequence[PrintLine], shape: PrintShape) -> list[int]:
    rows = list(find_number_rows(lines))
    starts = {0, *_blank_starts(lines)}
    headers = [row for row in rows if _is_header(lines, row, starts)]
    for row in rows:
        shift = 0 if row in headers else 1
        starts.update(number.index + shift for number in row.numbers)
    if len(starts) < 2:
        return [0]
    apart = _apart(starts, len(lines))
    return _apart({*apart, *_isolated_numbers(lines, apart, shape, at_top=bool(headers) or not rows)}, len(lines))


def _blank_starts(lines: Sequence[PrintLine]) -> Sequence[int]:
    """Return the lines with one blank in front and no empty line above, where they are pages apart."""
    single = [index for index, line in enumerate(lines) if line.raw[0] == " " and line.indent == 1]
    directly_below = [index for index in single if index and lines[index].gap == 1]
    found: list[int] = []
    for index in directly_below:
        if index - (found[-1] if found else 0) >= _FEWEST_LINES and not CAPTION.match(lines[index - 1].text):
            found.append(index)
    elsewhere = len(single) - len(directly_below)
    if len(found) < _FEWEST_STARTS or elsewhere > len(found) / 2:
        return ()
    usual = median(after - before for before, after in pairwise((0, *found)))
    return found if _SHORTEST <= usual <= _LONGEST else ()


def _is_header(lines: Sequence[PrintLine], row: NumberRow, starts: Iterable[int]) -> bool:
    """Tell whether numbers stand at the top of their pages: pages begin there, or the text does."""
    indexes = [number.index for number in row.numbers]
    if set(indexes) & (set(starts) - {0}):
        return True
    if indexes[-1] >= len(lines) - _ROWS and indexes[0] >= _ROWS:
        return False
    usual = median(after - before for before, after in pairwise(indexes))
    return indexes[0] < 0.3 * usual


def _apart(starts: Iterable[int], end: int) -> list[int]:
    """Return the starts without those that follow another in the next line."""
    found = [0]
    for start in sorted(starts):
        if start - found[-1] > 1 and start < end:
            found.append(start)
    return found


def _isolated_numbers(
    lines: Sequence[PrintLine], starts: Sequence[int], shape: PrintShape, *, at_top: bool
) -> Iterator[int]:
    """Yield page starts at single numbers that stand between empty lines and divide a page that is too long."""
    bounds = [*starts, len(lines)]
    usual = median(after - before for before, after in pairwise(bounds))
    for index, line in enumerate(lines):
        if line.gap <= shape.spacing or not lone_number(line.text) or len(starts) < _FEWEST_STARTS:
            continue
        page = bisect_right(starts, index) - 1
        before, after = index - bounds[page], bounds[page + 1] - index
        is_followed = index + 1 < len(lines) and lines[index + 1].gap >= shape.spacing
        if is_followed and before + after > _OVERLONG * usual and min(before, after) > _ISOLATED_PART * usual:
            yield index if at_top else index + 1


def _running_lines(lines: Sequence[PrintLine], starts: Sequence[int]) -> list[list[int]]:
    """Return the running lines of each page: what recurs, digits masked, at the same edge of most pages.

    Pages are also counted by sides, for books whose left and right pages differ, and one by one after another for
    chapters.
    """
    keys = [dict(_edge_keys(lines, start, end)) for start, end in pairwise((*starts, len(lines)))]
    recurring = _recurring(keys, 2)
    by_side = [recurring | _recurring(keys[side::2], _ALONG) for side in (0, 1)]
    along = _along(keys)
    return [
        [index for index, key in found.items() if key in by_side[page % 2] or index in along]
        for page, found in enumerate(keys)
    ]


def _recurring(keys: Sequence[Mapping[int, tuple[str, str]]], least: int) -> set[tuple[str, str]]:
    count = Counter(key for found in keys for key in set(found.values()))
    filled = sum(map(bool, keys))
    return {key for key, times in count.items() if times >= least and times > _SHARE * filled}


def _edge_keys(lines: Sequence[PrintLine], start: int, end: int) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield the outermost lines of a page that have letters, with their edge and masked text."""
    rows = min(_ROWS, (end - start) // 2 or 1)
    for edge, indexes in (
        ("top", range(start, min(start + rows, end))),
        ("bottom", range(max(start, end - rows), end)),
    ):
        for index in indexes:
            masked = mask_digits(lines[index].text)
            if any(map(str.isalpha, masked)):
                yield index, (edge, masked)


def _along(keys: Sequence[Mapping[int, tuple[str, str]]]) -> frozenset[int]:
    """Return outermost lines that are the same, digits apart, on three pages or more in a row."""
    found: set[int] = set()
    for outermost in (min, max):
        run: list[int] = []
        text = ""
        for page in (*keys, {}):
            index = outermost(page, default=-1)
            masked = page[index][1] if page else ""
            if masked != text:
                found.update(run if len(run) >= _ALONG else ())
                run, text = [], masked
            if page:
                run.append(index)
    return frozenset(found)


def _edge_numbers(lines: Sequence[PrintLine], starts: Sequence[int]) -> list[NumberLine]:
    """Return the numbers that stand alone at an edge of their page and count along with the pages."""
    found = []
    for page, (start, end) in enumerate(pairwise((*starts, len(lines)))):
        for index in sorted({*range(start, min(start + _ROWS, end)), *range(max(start, end - _ROWS), end)}):
            number = lone_number(lines[index].text)
            if number:
                found.append(NumberLine(index, page, *number))
    shifts = Counter((number.form, number.value - number.page) for number in found)
    front = max(
        (one.page for one in found if one.form != DECIMAL and shifts[one.form, one.value - one.page] > 1), default=-1
    )
    # A single number counts where it is the one that counting from the first page of the body gives.
    shifts[DECIMAL, -front] += 1
    best: dict[int, NumberLine] = {}
    for one in found:
        times = shifts[one.form, one.value - one.page]
        known = best.get(one.page)
        if times > 1 and (known is None or times > shifts[known.form, known.value - known.page]):
            best[one.page] = one
    return list(best.values())
