"""Finds codes while somebody types: by name, then by synonym, then by definition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from kodebenk.domain.codebook import Code, Codebook


class MatchedField(IntEnum):
    """Where a query was found; lower comes first."""

    NAME = 0
    SYNONYM = 1
    DEFINITION = 2


@dataclass(frozen=True, slots=True)
class CodeMatch:
    """A code that answers to a query.

    Attributes:
        code: the code.
        field: where the query stands.
        text: the words in which it stands: the name, the synonym or the definition.
        letters: places of the matched letters in `text`.
    """

    code: Code
    field: MatchedField
    text: str
    letters: tuple[int, ...]


_WORD_START = re.compile(r"\b\w")


def search_codes(query: str, book: Codebook) -> list[CodeMatch]:
    """Return the codes that answer to a query, the likeliest first; headings are left out.

    Case does not matter. In names, the letters may be scattered ("fork" finds *For*an*k*ring) if the first one begins
    a word; in synonyms and definitions they stand together. An empty query finds nothing.
    """
    wanted = " ".join(query.split())
    if not wanted:
        return []
    found = []
    for place, (code, _depth) in enumerate(book.in_order()):
        if book.is_heading(code):
            continue
        best = min(_matches(wanted, code), key=lambda pair: pair[0], default=None)
        if best is not None:
            found.append(((*best[0], place), best[1]))
    return [match for _, match in sorted(found, key=lambda pair: pair[0])]


def _matches(wanted: str, code: Code) -> Iterator[tuple[tuple[int, int], CodeMatch]]:
    for name in filter(None, (code.name, code.name_other)):
        yield from _graded(wanted, code, MatchedField.NAME, name, scattered=True)
    for synonym in code.synonyms:
        yield from _graded(wanted, code, MatchedField.SYNONYM, synonym, scattered=False)
    for words in filter(None, (code.definition, code.use_when)):
        yield from _graded(wanted, code, MatchedField.DEFINITION, words, scattered=False)


def _graded(
    wanted: str, code: Code, field: MatchedField, text: str, *, scattered: bool
) -> Iterator[tuple[tuple[int, int], CodeMatch]]:
    found = _find_together(wanted, text)
    if found is None and scattered:
        found = _find_scattered(wanted, text)
    if found is not None:
        grade, letters = found
        yield (field, grade), CodeMatch(code, field, text, letters)


def _find_together(wanted: str, text: str) -> tuple[int, tuple[int, ...]] | None:
    """Return grade and letters: 0 the whole text, 1 its beginning, 2 the beginning of a word, 3 within a word."""
    pattern = re.compile(re.escape(wanted), re.IGNORECASE)
    best: tuple[int, tuple[int, ...]] | None = None
    for match in pattern.finditer(text):
        start, end = match.span()
        if start == 0:
            return (0 if end == len(text) else 1), tuple(range(start, end))
        grade = 3 if text[start - 1].isalnum() else 2
        if best is None or grade < best[0]:
            best = grade, tuple(range(start, end))
    return best


def _find_scattered(wanted: str, text: str) -> tuple[int, tuple[int, ...]] | None:
    """Return grade 4 and the letters of `wanted` in order, the first at the beginning of a word."""
    letters = [letter for letter in wanted if not letter.isspace()]
    for begin in _WORD_START.finditer(text):
        places = _follow(letters, text, begin.start())
        if places is not None:
            return 4, places
    return None


def _follow(letters: list[str], text: str, start: int) -> tuple[int, ...] | None:
    places: list[int] = []
    position = start
    for letter in letters:
        while position < len(text) and text[position].casefold() != letter.casefold():
            position += 1
        if position == len(text) or (not places and position != start):
            return None
        places.append(position)
        position += 1
    return tuple(places)
