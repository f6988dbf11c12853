"""Files with several coders' units in one text, made elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kodebenk.analysis.agreement.continuum import Unit
from kodebenk.errors import Rule, RuleBroken, SourceProblem, SourceUnreadable

_LARGEST = 200 * 1024 * 1024
_SHAPE = '{"length", "coders": {"…": [{"start", "end", "value"}]}}'
_COUNTED = "1, 2, 3 …"


@dataclass(frozen=True, slots=True)
class UnitsFile:
    """A text's length in code points, and each coder's units by the coder's name; units may overlap."""

    length: int
    units: Mapping[str, tuple[Unit, ...]]


def read_units_file(path: Path) -> UnitsFile:
    """Return the units of a JSON file: `{"length", "coders": {name: [{"start", "end", "value"}]}}`.

    Positions are whole numbers, `[start, end)` within 0 and length; values are texts or numbers.

    Raises:
        SourceUnreadable: the file cannot be read, is no JSON, or names a coder twice.
        RuleBroken: VALUE_NOT_ALLOWED, with the place in the file as part of `value`.
    """
    from kodebenk.importing.source_file import read_content

    content = read_content(path, largest=_LARGEST)
    try:
        found = json.loads(content, object_pairs_hook=lambda pairs: _make_object(path, pairs))
    except (ValueError, RecursionError) as error:
        raise SourceUnreadable(SourceProblem.DAMAGED, path, detail=type(error).__name__) from error
    coders = found.get("coders") if isinstance(found, dict) else None
    if not isinstance(coders, dict) or not all(isinstance(listed, list) for listed in coders.values()):
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, value=path.name, kind="continuum", allowed=_SHAPE)
    length = _whole(found.get("length"))
    if length is None or length < 1:
        raise _refuse("length", found.get("length"), "continuum length", _COUNTED)
    return UnitsFile(length, {name: tuple(_read_units(name, listed, length)) for name, listed in coders.items()})


def _make_object(path: Path, pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Return a JSON object; of two coders of one name the parser would silently drop the first."""
    made = dict(pairs)
    if len(made) < len(pairs):
        twice = next(name for at, (name, _) in enumerate(pairs) if name in dict(pairs[:at]))
        raise SourceUnreadable(SourceProblem.DAMAGED, path, detail=f"2 × “{twice}”")
    return made


def _read_units(coder: str, listed: list[object], length: int) -> Iterator[Unit]:
    for number, given in enumerate(listed, 1):
        place = f"{coder}, {number}"
        fields = given if isinstance(given, dict) else {}
        start, end, value = _whole(fields.get("start")), _whole(fields.get("end")), _name(fields.get("value"))
        if start is None or not 0 <= start <= length:
            raise _refuse(place, fields.get("start"), "unit start", f"0–{length}")
        if end is None or not start <= end <= length:
            raise _refuse(place, fields.get("end"), "unit end", f"{start}–{length}")
        if not value:
            raise _refuse(place, fields.get("value"), "unit value", "A, B, 1, 2 …")
        yield Unit(start, end, value)


def _whole(value: object) -> int | None:
    """Return a whole number, also one written as 10.0; None for all else."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return int(value) if value == value // 1 else None


def _name(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _refuse(place: str, value: object, kind: str, allowed: str) -> RuleBroken:
    shown = json.dumps(value, ensure_ascii=False)
    return RuleBroken(Rule.VALUE_NOT_ALLOWED, value=f"{place}: {shown}", kind=kind, allowed=allowed)
