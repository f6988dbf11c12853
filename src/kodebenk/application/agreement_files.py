"""Tables of ratings that were made elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from kodebenk.analysis.agreement.ratings import Ratings, Value, gather_ratings
from kodebenk.errors import Rule, RuleBroken, SourceProblem, SourceUnreadable

_NAMES_OF_UNITS = frozenset({"unit", "enhet", "id"})
_NUMBER = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?", re.ASCII | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class RatingsFile:
    """A table of ratings, and the coders whose columns they are."""

    coders: tuple[str, ...]
    ratings: Ratings


def read_ratings_file(path: Path, *, values: Sequence[str] = (), missing: Collection[str] = ()) -> RatingsFile:
    """Return the ratings of a csv, tsv, xlsx or jsonl file: a row per unit, a column per coder, named in the first row.

    An empty cell is a missing value. A first column called `unit`, `enhet` or `id` names the units and is no coder's;
    so does a column without a name. Where all values are numbers (with a point or a comma) they are taken as such.

    Args:
        path: the file.
        values: all values that could be given, in order; those that occur when empty.
        missing: what else stands for a missing value, such as `NA`.

    Raises:
        SourceUnreadable: the file cannot be read, or has no rows.
        RuleBroken: VALUE_NOT_ALLOWED, a value that is not among `values`.
    """
    from kodebenk.importing.table_files import read_rows

    rows = read_rows(path, keep_case=True)
    if not rows:
        raise SourceUnreadable(SourceProblem.EMPTY, path)
    coders = _coders_of(list(dict.fromkeys(column for row in rows for column in row)))
    cells = [[row.get(coder, "").strip() for coder in coders] for row in rows]
    gaps = {"", *missing}
    found = {cell for row in cells for cell in row} - gaps
    read = _read_values(found | {*values})
    known = list(dict.fromkeys(read[text] for text in values)) or None
    if known and (strange := sorted(cell for cell in found if read[cell] not in known)):
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="rating", value=strange[0], allowed=list(values))
    table = ([None if cell in gaps else read[cell] for cell in row] for row in cells)
    return RatingsFile(tuple(coders), gather_ratings(table, known))


def _coders_of(columns: list[str]) -> list[str]:
    return columns[1:] if columns[0].casefold() in _NAMES_OF_UNITS else columns


def _read_values(texts: Collection[str]) -> dict[str, Value]:
    """Return what texts stand for: numbers where all are, else the texts."""
    numbers = {text: _read_number(text) for text in texts}
    return {text: text if None in numbers.values() else number for text, number in numbers.items()}


def _read_number(text: str) -> float | None:
    if not _NUMBER.fullmatch(text):
        return None
    number = float(text.replace(",", "."))
    if not isfinite(number):
        return None
    return int(number) if number.is_integer() else number
