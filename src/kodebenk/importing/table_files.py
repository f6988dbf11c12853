"""Reads tables (csv, xlsx, jsonl) as rows of text by column name."""

from __future__ import annotations

import csv
import json
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, StringIO
from pathlib import Path
from zipfile import ZipFile

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.encodings import decode, find_encoding
from kodebenk.importing.source_file import BROKEN_PACKAGE, check_office_package, read_content
from kodebenk.importing.text_cleaning import clean_text

Row = dict[str, str]

_DELIMITERS = ",;\t|"
_LARGEST_UNZIPPED = 500 * 1024 * 1024
_LARGEST_TABLE = 200 * 1024 * 1024
_MOST_CELLS = 20_000_000
# What openpyxl lets through of broken packages and sheets; SyntaxError is the XML parsers' base.
_BROKEN_WORKBOOK = (
    *BROKEN_PACKAGE,
    SyntaxError,
    KeyError,
    TypeError,
    IndexError,
    AttributeError,
    OverflowError,
)


@dataclass(frozen=True, slots=True)
class TableRow:
    """The values of a row, as many as are written there; `place` is "line 12"."""

    place: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as it is written: the row of headings, and the rows below it that have any value.

    `encoding` is that of a text file; empty for a workbook.
    """

    header: TableRow
    rows: tuple[TableRow, ...]
    encoding: str = ""


def read_rows(path: Path, *, keep_case: bool = False) -> list[Row]:
    """Return the rows of a table; keys are the column names without blanks around them, values are text.

    csv: delimiter found in the first line, encoding by rule. xlsx: first sheet; dates as ISO 8601, whole numbers
    without decimals. jsonl: an object per line. Rows without any value are left out; missing values are empty.

    Args:
        path: the file.
        keep_case: leave column names as they are written, instead of casefolding them. Two names that differ in
            nothing else are one column twice all the same.

    Raises:
        SourceUnreadable: BAD_ROW with its `place` ("line 12"), NOT_THE_FORMAT, UNKNOWN_FORMAT, MISSING, EMPTY …
    """
    suffix = path.suffix.casefold()
    content = read_content(path, largest=_LARGEST_TABLE)
    if suffix == ".jsonl":
        return [row for row in _read_jsonl(path, content) if any(row.values())]
    table = make_table(path, content)
    folded = _header(path, table.header.fields, table.header.place)
    names = [_name(field) for field in table.header.fields] if keep_case else folded
    rows = (_row(path, names, row.fields, row.place) for row in table.rows)
    return [row for row in rows if any(row.values())]


def make_table(path: Path, content: bytes, encoding: str | None = None) -> Table:
    """Return the table in the bytes of a csv, tsv or xlsx file; empty columns behind the last heading are left out.

    `encoding` is for text files, instead of the one found by rule.

    Raises:
        SourceUnreadable: BAD_ROW with its `place`, NOT_THE_FORMAT, UNKNOWN_FORMAT, EMPTY …
    """
    reader = _READERS.get(path.suffix.casefold())
    if reader is None:
        raise SourceUnreadable(SourceProblem.UNKNOWN_FORMAT, path, detail=", ".join(sorted((*_READERS, ".jsonl"))))
    encoding = encoding or find_encoding(content)
    rows = reader(path, content, encoding)
    header = next(rows, None)
    if header is None:
        raise SourceUnreadable(SourceProblem.EMPTY, path)
    is_text = reader is _read_csv
    return Table(_without_empty_end(header), tuple(rows), encoding if is_text else "")


def _read_csv(path: Path, content: bytes, encoding: str) -> Iterator[TableRow]:
    text = _text(path, content, encoding)
    delimiter, text, first_line = _find_delimiter(text)
    # Windows, old Mac and stray line ends must not reach the reader as such: it counts lines.
    table = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        place = f"line {table.line_num + first_line}"
        try:
            fields = next(table)
        except StopIteration:
            return
        except csv.Error as error:
            raise SourceUnreadable(SourceProblem.BAD_ROW, path, place=place, detail=str(error)) from error
        if any(field.strip() for field in fields):
            yield TableRow(place, tuple(fields))


def _find_delimiter(text: str) -> tuple[str, str, int]:
    """Return the delimiter, the text from its header on, and the number of that line (Excel may say `sep=;` first)."""
    first, _, rest = text.partition("\n")
    if first.casefold().startswith("sep=") and len(first.strip()) == 5:
        return first[4], rest, 2
    header = next((line for line in text.split("\n") if line.strip()), "")
    bare = "".join(part for number, part in enumerate(header.split('"')) if number % 2 == 0)
    return max(_DELIMITERS, key=bare.count), text, 1


def _read_jsonl(path: Path, content: bytes) -> Iterator[Row]:
    for number, line in enumerate(_text(path, content, find_encoding(content)).split("\n"), start=1):
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


def _read_xlsx(path: Path, content: bytes, _encoding: str) -> Iterator[TableRow]:
    check_office_package(path, content)
    from openpyxl.utils.escape import unescape

    for number, values in enumerate(_sheet(path, content), start=1):
        # A workbook writes line ends of Windows as _x000D_ (ISO 29500-1, 22.9.2.19).
        fields = tuple(_as_text(unescape(value) if isinstance(value, str) else value) for value in values)
        if any(field.strip() for field in fields):
            yield TableRow(f"line {number}", fields)


def _sheet(path: Path, content: bytes) -> Iterator[tuple[object, ...]]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _check_parts(path, content)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about decorations that are not read
            workbook = load_workbook(BytesIO(content), read_only=True, data_only=True)
            try:
                sheet = workbook.worksheets[0]
                sheet.reset_dimensions()  # some programs store wrong ones
                yield from _counted(path, sheet.iter_rows(values_only=True))
            finally:
                workbook.close()
    except _BROKEN_WORKBOOK as error:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail=type(error).__name__) from error
    except InvalidFileException as error:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="openpyxl") from error
    except RuntimeError as error:  # zipfile's word for a password
        raise SourceUnreadable(SourceProblem.ENCRYPTED, path, detail="zip") from error


def _check_parts(path: Path, content: bytes) -> None:
    """Make sure that a workbook unzips to no mountain, and that its XML is safe for openpyxl's parser."""
    from kodebenk.importing.safe_xml import UnsafeXml, check_xml

    with ZipFile(BytesIO(content)) as package:
        unzipped = sum(entry.file_size for entry in package.infolist())
        if unzipped > _LARGEST_UNZIPPED:
            raise SourceUnreadable(SourceProblem.TOO_LARGE, path, detail=f"{unzipped} bytes")
        for entry in package.infolist():
            if entry.filename.casefold().endswith((".xml", ".rels")):
                try:
                    with package.open(entry) as part:
                        check_xml(part)
                except UnsafeXml as error:
                    raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail=f"XML: {error}") from error


def _counted(path: Path, rows: Iterable[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
    """Yield the rows up to a limit: one value in the last column of a row makes 16,384 of it."""
    cells = 0
    for row in rows:
        cells += len(row) + 1
        if cells > _MOST_CELLS:
            raise SourceUnreadable(SourceProblem.TOO_LARGE, path, detail=f"over {_MOST_CELLS} cells")
        yield row


def _text(path: Path, content: bytes, encoding: str) -> str:
    if b"\x00" in content[:1000] and content.startswith((b"PK", b"\xd0\xcf")):
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="not a text file")
    try:
        text, _ = decode(content, encoding)
    except LookupError as error:
        raise SourceUnreadable(SourceProblem.CANNOT_READ, path, detail=f"unknown encoding {encoding}") from error
    cleaned = clean_text(text)
    if not cleaned.strip():
        raise SourceUnreadable(SourceProblem.EMPTY, path)
    return cleaned


def _header(path: Path, fields: Sequence[str], place: str) -> list[str]:
    names = [_name(field).casefold() for field in fields]
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


def _name(field: str) -> str:
    return clean_text(field).strip()


def _without_empty_end(row: TableRow) -> TableRow:
    last = max(number for number, field in enumerate(row.fields) if field.strip())
    return TableRow(row.place, row.fields[: last + 1])


def _as_text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case float():
            return str(int(value)) if value.is_integer() else f"{value:.15g}"  # 0.1 + 0.2 is 0.3 to its reader
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case date() | time():
            return value.isoformat()
        case _:
            return clean_text(str(value))


_READERS: dict[str, Callable[[Path, bytes, str], Iterator[TableRow]]] = {
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".xlsx": _read_xlsx,
    ".xlsm": _read_xlsx,
}
