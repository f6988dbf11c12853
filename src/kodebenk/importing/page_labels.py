"""Works out what is printed on each page as its number, also on pages that show none."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kodebenk.importing.list_marks import format_number

_DIGITS = re.compile(r"\d+")
_NUMERAL = re.compile(
    r"[-–—|·\s]*(?P<value>\d{1,4}|(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))[-–—|·\s]*", re.IGNORECASE
)
_PAGE_PHRASE = re.compile(
    r"\b(?:side|page|s\.|p\.)\s*(?P<value>\d{1,4})\b|^(?P<first>\d{1,4})\s*(?:av|of|/)\s*\d{1,4}$", re.IGNORECASE
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_LONGEST = 4
"""Digits of a page number, at most."""


@dataclass(frozen=True, slots=True)
class _Number:
    """A page number: its value and its form, see `format_number`."""

    value: int
    form: str

    def on_page(self, distance: int) -> _Number | None:
        """Return the number so many pages further on, or None before the first page."""
        return _Number(self.value + distance, self.form) if self.value + distance > 0 else None

    def __str__(self) -> str:
        return format_number(self.value, self.form)


def is_numeral(text: str) -> bool:
    """Tell whether a line is nothing but a number, Arabic or Roman, with or without dashes."""
    return _NUMERAL.fullmatch(" ".join(text.split())) is not None


def says_label(text: str, label: str) -> bool:
    """Tell whether a line is nothing but a number, and that the one of a page with this label."""
    number = _said(text)
    return is_numeral(text) and number is not None and bool(label) and str(number) == label


def find_labels(running: Sequence[Sequence[str]]) -> list[str]:
    """Return the page number for each page from the texts of its running lines, empty where nothing tells it.

    A line that is nothing but a number, or says "Side 3", tells it; of other numbers the one that grows with the pages
    does. A page without a number, or with one that does not fit, has what the pages around it agree on.
    """
    offset = _common_offset(running)
    numbers = [_find_number(texts, index, offset) for index, texts in enumerate(running)]
    known = [index for index, number in enumerate(numbers) if number]
    return [str(_settle(numbers, known, index) or "") for index in range(len(numbers))]


def _find_number(texts: Sequence[str], index: int, offset: int | None) -> _Number | None:
    for text in texts:
        if number := _said(text):
            return number
    values = (int(digits) for text in texts for digits in _DIGITS.findall(text) if len(digits) <= _LONGEST)
    if offset is not None and index + offset in values and index + offset > 0:
        return _Number(index + offset, "decimal")
    return None


def _said(text: str) -> _Number | None:
    plain = " ".join(text.split())
    found = _NUMERAL.fullmatch(plain)
    phrase = None if found else _PAGE_PHRASE.search(plain)
    value = found["value"] if found else (phrase["value"] or phrase["first"]) if phrase else ""
    if not value or value == "0":
        return None
    if value.isdigit():
        return _Number(int(value), "decimal")
    return _Number(_read_roman(value.casefold()), "lowerRoman" if value.islower() else "upperRoman")


def _read_roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    after = [*values[1:], 0]
    return sum(-value if value < follower else value for value, follower in zip(values, after, strict=True))


def _common_offset(running: Sequence[Sequence[str]]) -> int | None:
    offsets = Counter(
        int(number) - index
        for index, texts in enumerate(running)
        for number in {number for text in texts for number in _DIGITS.findall(text) if len(number) <= _LONGEST}
    )
    best = max(offsets.items(), key=lambda item: item[1], default=(0, 0))
    return best[0] if best[1] > len(running) / 2 else None


def _settle(numbers: Sequence[_Number | None], known: Sequence[int], index: int) -> _Number | None:
    """Return the number of a page: what it shows unless both neighbours contradict, else what a neighbour makes it."""
    before = [place for place in known if place < index][-2:]
    after = [place for place in known if place > index][:2]
    shown = numbers[index]
    told_before = _told(numbers, before[-1:], index)
    told_after = _told(numbers, after[:1], index)
    if told_before and told_before == told_after:
        return told_before
    if shown:
        return shown
    return _agreed(numbers, after, index) or _agreed(numbers, before, index)


def _agreed(numbers: Sequence[_Number | None], places: Sequence[int], index: int) -> _Number | None:
    """Return what two numbered pages on one side both make of a page."""
    if len(places) < 2:
        return None
    first, second = _told(numbers, places[:1], index), _told(numbers, places[1:], index)
    return first if first == second else None


def _told(numbers: Sequence[_Number | None], places: Sequence[int], index: int) -> _Number | None:
    number = numbers[places[0]] if places else None
    return number.on_page(index - places[0]) if number else None
