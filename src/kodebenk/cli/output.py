"""Writes what a command found: one JSON document, or readable text with aligned tables."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TextIO

from kodebenk.cli.words import Language, heading

Value = str | int | float | None
WIDEST_QUOTE = 72
"""Characters of a quote or definition in a table; longer ones are cut."""


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What a command found or did.

    Attributes:
        json: the document for `--json`.
        text: the same for people.
        trouble: one sentence for stderr when a part could not be done; the exit code is then 1.
        window: the project on which the window shall open afterwards.
    """

    json: Mapping[str, object]
    text: str
    trouble: str = ""
    window: Path | None = None


def write_result(result: CommandResult, *, as_json: bool, stream: TextIO) -> None:
    """Write the JSON document or the text."""
    shown = json.dumps(result.json, ensure_ascii=False, indent=2) if as_json else result.text
    if shown:
        stream.write(shown if shown.endswith("\n") else f"{shown}\n")
        stream.flush()


def prepare_streams() -> None:
    r"""Make stdout and stderr able to hold every character: JSON is UTF-8, and no name of a file stops a command.

    A character that cannot be encoded is shown as `\udcxx`, which JSON reads as such.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if stream.isatty():
            reconfigure(errors="backslashreplace")
        else:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def table(columns: Sequence[str], rows: Sequence[Sequence[Value]], language: Language) -> str:
    """Return an aligned table with headings, whose keys in HEADINGS the columns are."""
    return align([heading(name, language) for name in columns], rows)


def align(headings: Sequence[str], rows: Sequence[Sequence[Value]]) -> str:
    """Return a table with a line under its headings; columns of numbers stand to the right."""
    shown = [[_shown(value) for value in row] for row in rows]
    widths = [max(map(_width, cells)) for cells in zip(headings, *shown, strict=True)]
    right = [bool(rows) and all(isinstance(row[at], int | float) for row in rows) for at in range(len(headings))]
    lines = [headings, ["─" * width for width in widths], *shown]
    return "\n".join(_line(cells, widths, right) for cells in lines)


def pairs(rows: Sequence[tuple[str, str | int]], language: Language) -> str:
    """Return names and values below each other; names are keys of HEADINGS."""
    names = [heading(name, language) for name, _ in rows]
    width = max(map(len, names))
    return "\n".join(f"{name:<{width}}  {value}" for name, (_, value) in zip(names, rows, strict=True))


def join_blocks(*blocks: str) -> str:
    """Return the blocks that say something, one line after the other."""
    return "\n".join(block for block in blocks if block)


def one_line(text: str) -> str:
    """Return a text without line breaks and repeated blanks."""
    return " ".join(text.split())


def cut(text: str, width: int = WIDEST_QUOTE) -> str:
    """Return a text on one line of at most so many characters, cut at a blank where there is one."""
    flat = one_line(text)
    if len(flat) <= width:
        return flat
    kept = flat[: width - 2]
    return f"{kept.rsplit(' ', 1)[0] if ' ' in kept[width // 2 :] else kept} …"


def local_time(moment: str) -> str:
    """Return a UTC moment (ISO 8601) as date and time where the user is; what is none comes back as it is."""
    try:
        return datetime.fromisoformat(moment).astimezone().strftime("%Y-%m-%d %H:%M")
    except ValueError:
        return moment


def _shown(value: Value) -> str:
    if value is None:
        return ""
    return f"{value:.1f}" if isinstance(value, float) else " ".join(str(value).splitlines())


def _width(text: str) -> int:
    return sum(0 if unicodedata.combining(letter) else 1 for letter in text)


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = (
        f"{' ' * (width - _width(cell))}{cell}" if to_the_right else f"{cell}{' ' * (width - _width(cell))}"
        for cell, width, to_the_right in zip(cells, widths, right, strict=True)
    )
    return "  ".join(padded).rstrip()
