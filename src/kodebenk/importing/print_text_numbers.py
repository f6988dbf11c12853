"""Reads the page numbers of a text made from print: which lines are numbers, how they count, what pages are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kodebenk.importing.list_marks import format_number
from kodebenk.importing.print_text_lines import PrintLine

_DIGITS = re.compile(r"\d+")
_LONE = re.compile(r"[-–—|\s]*(?P<number>\d{1,4}|[ivxlc]{1,8}|[IVXLC]{1,8})[-–—|\s]*")
_PHRASE = re.compile(r"\b(?:side|page|s\.|p\.)\s*(?P<number>\d{1,4})\b", re.IGNORECASE)
_ROMAN = {format_number(number, "lowerRoman"): number for number in range(1, 200)}

_FEWEST = 3
_SHORTEST, _LONGEST = 12, 90
"""Printed lines from one page number to the next."""

_REGULAR_SHARE = 0.6
_REGULAR = 0.5
_LONGEST_PHRASE = 90


DECIMAL, LOWER_ROMAN, UPPER_ROMAN = "decimal", "lowerRoman", "upperRoman"


@dataclass(frozen=True, slots=True)
class NumberLine:
    """A line that tells a page number in one of three forms; `page` counts from 0, -1 where it is not known yet."""

    index: int
    page: int
    value: int
    form: str


@dataclass(frozen=True, slots=True)
class NumberRow:
    """Lines that count page by page."""

    numbers: tuple[NumberLine, ...]


def lone_number(text: str) -> tuple[int, str] | None:
    """Return the number that a line consists of, and its form; None for any other line."""
    found = _LONE.fullmatch(text) if len(text) < 16 else None
    if not found:
        return None
    number = found["number"]
    if number.isdigit():
        return int(number), DECIMAL
    value = _ROMAN.get(number.lower())
    return (value, UPPER_ROMAN if number.isupper() else LOWER_ROMAN) if value else None


def mask_digits(text: str) -> str:
    """Return the text as it is the same on every page: folded, blanks collapsed, `#` for numbers."""
    folded = " ".join(text.split()).casefold()
    return "#" if lone_number(folded) else _DIGITS.sub("#", folded)


def find_number_rows(lines: Sequence[PrintLine]) -> Iterator[NumberRow]:
    """Yield the rows of lines that are a page number each, alone or with the word for page before it.

    A row counts upwards by ones, with gaps of a page or two, at about the distance of pages.
    """
    by_kind: dict[str, list[NumberLine]] = {}
    for index, line in enumerate(lines):
        alone = lone_number(line.text)
        if alone:
            by_kind.setdefault(f"# {alone[1]}", []).append(NumberLine(index, -1, *alone))
        elif len(line.text) <= _LONGEST_PHRASE and (said := _PHRASE.search(line.text)):
            key = mask_digits(line.text)
            by_kind.setdefault(key, []).append(NumberLine(index, -1, int(said["number"]), DECIMAL))
    for numbers in by_kind.values():
        row = _longest_row(numbers) if len(numbers) >= _FEWEST else ()
        if len(row) >= _FEWEST and _is_regular(row):
            yield NumberRow(row)


def label_pages(count: int, numbers: Sequence[NumberLine], running: Sequence[Sequence[str]]) -> list[str]:
    """Return what each of `count` pages is called.

    What is printed counts. A page without a number gets the one that its neighbours leave for it; a page before
    page 1 the Roman number that continues, or its place in the file in brackets. Without any printed number pages
    are counted from 1.

    Args:
        count: how many pages there are.
        numbers: the numbers that stand alone, with their pages.
        running: the texts of the running lines of each page.
    """
    roman = {number.page: number.value for number in numbers if number.form != DECIMAL}
    decimal = {number.page: number.value for number in numbers if number.form == DECIMAL}
    for page, value in _numbers_in(running).items():
        if page not in roman:
            decimal.setdefault(page, value)
    if not roman and not decimal:
        return [str(page + 1) for page in range(count)]
    form = next((number.form for number in numbers if number.form != DECIMAL), LOWER_ROMAN)
    bodies, fronts = _counted(count, decimal), _counted(count, roman)
    return [
        _label(page, 0 if page in roman else body, front, form)
        for page, (body, front) in enumerate(zip(bodies, fronts, strict=True))
    ]


def _label(page: int, body: int, front: int, form: str) -> str:
    if body > 0:
        return str(body)
    return format_number(front, form) if front > 0 else f"[{page + 1}]"


def _counted(count: int, known: Mapping[int, int]) -> list[int]:
    """Return the number of each page by the nearest known one up to it, or else after it; 0 without any."""
    if not known:
        return [0] * count
    first = min(known)
    shift = known[first] - first
    numbers = []
    for page in range(count):
        shift = known[page] - page if page in known else shift
        numbers.append(page + shift)
    return numbers


def _numbers_in(running: Sequence[Sequence[str]]) -> dict[int, int]:
    """Return the page numbers inside running lines: after the word for page, or the number that counts along."""
    found: dict[int, int] = {}
    shifts: Counter[int] = Counter()
    for page, texts in enumerate(running):
        for text in texts:
            if said := _PHRASE.search(text):
                found.setdefault(page, int(said["number"]))
        shifts.update({int(number) - page for text in texts for number in _short_numbers(text)})
    shift, times = max(shifts.items(), key=lambda item: item[1], default=(0, 0))
    if times > sum(map(bool, running)) / 2 and times > 1:
        for page, texts in enumerate(running):
            if any(int(number) == page + shift for text in texts for number in _short_numbers(text)):
                found.setdefault(page, page + shift)
    return found


def _short_numbers(text: str) -> list[str]:
    return [number for number in _DIGITS.findall(text) if len(number) < 5]


def _longest_row(numbers: Sequence[NumberLine]) -> tuple[NumberLine, ...]:
    """Return the longest row in which every value is one to three above the last."""
    rows: dict[int, tuple[int, int, int]] = {}
    links: list[int] = []
    for position, number in enumerate(numbers):
        options = [
            rows[number.value - step]
            for step in (1, 2, 3)
            if number.value - step in rows and number.index - rows[number.value - step][1] >= 2
        ]
        length, _, link = max(options, default=(0, 0, -1))
        links.append(link)
        if length + 1 >= rows.get(number.value, (0, 0, 0))[0]:
            rows[number.value] = (length + 1, number.index, position)
    position = max(rows.values())[2]
    row: list[NumberLine] = []
    while position >= 0:
        row.append(numbers[position])
        position = links[position]
    return tuple(reversed(row))


def _is_regular(row: Sequence[NumberLine]) -> bool:
    distances = [(after.index - before.index) / (after.value - before.value) for before, after in pairwise(row)]
    usual = median(distances)
    near = sum(abs(distance - usual) <= _REGULAR * usual for distance in distances)
    return _SHORTEST <= usual <= _LONGEST and near >= _REGULAR_SHARE * len(distances)
