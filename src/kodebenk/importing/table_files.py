"""Reads tables (csv, xlsx, jsonl) as rows of text by column name."""

from __future__ import annotations

import csv
import json
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.encodings import decode, find_encoding
from kodebenk.importing.source_file import check_office_package, read_content
from kodebenk.importing.text_cleaning import clean_text

Row = dict[str, str]

_DELIMITERS = ",;\t|"
_LARGEST_UNZIPPED = 500 * 1024 * 1024
_LARGEST_TABLE = 200 * 1024 * 1024


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a table; keys are the column names without blanks around them, casefolded, values are text.

    csv: delimiter found in the first line, encoding by rule. xlsx: first sheet; dates as ISO 8601, whole numbers
    without decimals. jsonl: an object per line. Rows without any value are left out; missing values are empty.

    Raises:
        SourceUnreadable: BAD_ROW with its `place` ("line 12"), NOT_THE_FORMAT, UNKNOWN_FORMAT, MISSING, EMPTY …
    """
    reader = _READERS.get(path.suffix.casefold())
    content = read_content(path, largest=_LARGEST_TABLE)
    if reader is None:
        raise SourceUnreadable(SourceProblem.UNKNOWN_FORMAT, path, detail=", ".join(sorted(_READERS)))
    return [row for row in reader(path, content) if any(row.values())]


def _read_csv(path: Path, content: bytes) -> Iterator[Row]:
    text = _text(path, content)
    delimiter, text, first_line = _find_delimiter(text)
    # Windows, old Mac and stray line ends must not reach the reader as such: it counts lines.
    table = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: list[str] | None = None
    while True:
        place = f"line {table.line_num + first_line}"
        try:
            fields = next(table)
        except StopIteration:
            break
        except csv.Error as error:
            raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail=str(error)) from error
        if not any(field.strip() for field in fields):
            continue
        if header is None:
            header = _header(path, fields, place)
        else:
            yield _row(path, header, fields, place)
    if header is None:
        raise SourceUnreadable(SourceProblem.EMPTY, path)


def _find_delimiter(text: str) -> tuple[str, str, int]:
    """Return the delimiter, the text from its header on, and the number of that line (Excel may say `sep=;` first)."""
    first, _, rest = text.partition("\n")
    if first.casefold().startswith("sep=") and len(first.strip()) == 5:
        return first[4], rest, 2
    header = next((line for line in text.split("\n") if line.strip()), "")
    bare = "".join(part for number, part in enumerate(header.split('"')) if number % 2 == 0)
    return max(_DELIMITERS, key=bare.count), text, 1


def _read_jsonl(path: Path, content: bytes) -> Iterator[Row]:
    for number, line in enumerate(_text(path, content).split("\n"), start=1):
        if not line.strip():
            continue
        place = f"line {number}"
        try:
            record = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail="not JSON") from error
        if not isinstance(record, dict) or any(isinstance(value, dict | list) for value in record.values()):
            detail = "not an object of texts and numbers"
            raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail=detail)
        keys = _header(path, list(record), place)
        yield dict(zip(keys, (_as_text(value) for value in record.values()), strict=True))


def _read_xlsx(path: Path, content: bytes) -> Iterator[Row]:
    check_office_package(path, content)
    header: list[str] | None = None
    for number, values in enumerate(_sheet(path, content), start=1):
        fields = [_as_text(value) for value in values]
        if not any(field.strip() for field in fields):
            continue
        place = f"line {number}"
        if header is None:
            header = _header(path, _without_empty_end(fields), place)
        else:
            yield _row(path, header, fields, place)
    if header is None:
        raise SourceUnreadable(SourceProblem.EMPTY, path)


def _sheet(path: Path, content: bytes) -> list[tuple[object, ...]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with ZipFile(BytesIO(content)) as package:
            unzipped = sum(entry.file_size for entry in package.infolist())
        if unzipped > _LARGEST_UNZIPPED:
            raise SourceUnreadable(SourceProblem.TOO_LARGE, path, detail=f"{unzipped} bytes")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about decorations that are not read
            workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
            try:
                sheet = workbook.worksheets[0]
                sheet.reset_dimensions()  # some programs store wrong ones
                return list(sheet.iter_rows(values_only=True))
            finally:
                workbook.close()
    except (BadZipFile, InvalidFileException, ParseError, KeyError, ValueError, TypeError, IndexError) as error:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail=type(error).__name__) from error


def _text(path: Path, content: bytes) -> str:
    if b"\x00" in content[:1000] and content.startswith((b"PK", b"\xd0\xcf")):
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="not a text file")
    text, _ = decode(content, find_encoding(content))
    cleaned = clean_text(text)
    if not cleaned.strip():
        raise SourceUnreadable(SourceProblem.EMPTY, path)
    return cleaned


def _header(path: Path, fields: Sequence[str], place: str) -> list[str]:
    names = [clean_text(field).strip().casefold() for field in fields]
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice or not any(names):
        detail = f"column twice: {', '.join(twice)}" if twice else "no column names"
        raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail=detail)
    return names


def _row(path: Path, header: Sequence[str], fields: Sequence[str], place: str) -> Row:
    if any(field.strip() for field in fields[len(header) :]):
        detail = f"{len(fields)} values for {len(header)} columns"
        raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail=detail)
    padded = [*fields[: len(header)], *[""] * (len(header) - len(fields))]
    return {name: value for name, value in zip(header, padded, strict=True) if name}


def _without_empty_end(fields: Sequence[str]) -> list[str]:
    last = max(number for number, field in enumerate(fields) if field.strip())
    return list(fields[: last + 1])


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return clean_text(str(value))


_READERS: dict[str, Callable[[Path, bytes], Iterable[Row]]] = {
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".xlsx": _read_xlsx,
    ".xlsm": _read_xlsx,
    ".jsonl": _read_jsonl,
}
