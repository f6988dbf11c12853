"""Plain tables (codings, history, codes) as CSV, Excel, JSON lines or Word, chosen by the ending of the name."""

from __future__ import annotations

import codecs
import csv
import json
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.legal_text import legal_text
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.wording import count_of, matrix_words

if TYPE_CHECKING:  # xlsxwriter is loaded for .xlsx only
    from kodebenk.exporting.workbook import Sheet

Value = str | int | float | None
_WIDEST_TABLE = 62
"""Columns that Word allows, less one."""


def write_rows(
    path: Path,
    columns: Sequence[str],
    rows: Iterable[Sequence[Value]],
    *,
    title: str = "",
    overwrite: bool = False,
    language: str = "nb",
) -> None:
    """Write a table to a `.csv`, `.xlsx`, `.jsonl` or `.docx` file.

    Texts are never altered to guard against spreadsheets that read them as formulas. In `.xlsx` a text is marked as a
    text, so "=1+1" is none; a `.csv` has no such mark, and a quote that begins with "=" or "-" stands there as it is.
    CSV is UTF-8 with a byte order mark and commas (RFC 4180); JSON lines hold one object per row.

    Args:
        path: the target.
        columns: headings, and the keys of the objects; each once.
        rows: as many values as there are columns; None is an empty cell, and `null`; so are NaN and infinity.
        title: heading of the Word document, and name of the sheet.
        overwrite: an existing file may be replaced.
        language: of the few fixed words, and in which Word checks the spelling.

    Raises:
        ExportFailed: UNKNOWN_FORMAT, TOO_WIDE (Word), and see `write_safely`.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ExportFailed(ExportProblem.UNKNOWN_FORMAT, path, detail=", ".join(_WRITERS))
    if write is _write_word and len(columns) > _WIDEST_TABLE:
        raise ExportFailed(ExportProblem.TOO_WIDE, path, detail=str(_WIDEST_TABLE))
    write_safely(path, lambda file: write(file, columns, _legal_rows(rows), title, language), overwrite=overwrite)


def write_csv(file: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write a table to an open file as `write_rows` does to a `.csv`."""
    _write_csv(file, columns, _legal_rows(rows), "", "")


def fill_sheet(sheet: Sheet, columns: Sequence[str], rows: Sequence[Sequence[Value]]) -> None:
    """Write a table to an empty sheet, with widths by what stands in it, and headings to sort and filter by."""
    longest = [max(len(str(value or "")) for value in values) for values in zip(columns, *rows, strict=True)]
    sheet.set_widths([min(60, max(8, length + 3)) for length in longest])
    sheet.write_row(0, columns, "head")
    sheet.freeze(1, 0)
    for number, row in enumerate(rows, start=1):
        sheet.write_row(number, row)
    sheet.filter(len(rows), len(columns))


def _legal_rows(rows: Iterable[Sequence[Value]]) -> Iterator[list[Value]]:
    return ([_legal_value(value) for value in row] for row in rows)


def _legal_value(value: Value) -> Value:
    if isinstance(value, str):
        return legal_text(value)
    # Undefined coefficients: neither JSON nor Excel has a number for them.
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _write_csv(
    file: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Value]], _title: str, _language: str
) -> None:
    writer = csv.writer(codecs.getwriter("utf-8-sig")(file))
    writer.writerow([legal_text(column) for column in columns])
    writer.writerows(rows)


def _write_json_lines(
    file: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Value]], _title: str, _language: str
) -> None:
    for row in rows:
        line = json.dumps(dict(zip(columns, row, strict=True)), ensure_ascii=False)
        file.write(f"{line}\n".encode())


def _write_excel(
    file: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Value]], title: str, language: str
) -> None:
    from kodebenk.exporting.workbook import TextWorkbook

    words = matrix_words(language)
    book = TextWorkbook(words.cut_mark)
    sheet = book.add_sheet(title or words.table_label)
    taken = list(rows)
    fill_sheet(sheet, columns, taken)
    if book.cut_texts:
        sheet.write(len(taken) + 2, 0, count_of(words.cut_note, book.cut_texts), "note")
    file.write(book.finish(title))


def _write_word(
    file: BinaryIO, columns: Sequence[str], rows: Iterable[Sequence[Value]], title: str, language: str
) -> None:
    from kodebenk.exporting.word_frame import LANDSCAPE_WIDTH, save_word_document
    from kodebenk.exporting.word_xml import Cell, paragraph, row, run, table

    words = matrix_words(language)
    taken = [[str(value) if value is not None else "" for value in values] for values in rows]
    widths = _share_width(LANDSCAPE_WIDTH, columns, taken)
    head = row([Cell(paragraph("KodebenkKolonnehode", run(one))) for one in columns], widths, is_header=True)
    body = (row([Cell(paragraph("KodebenkCelle", run(one))) for one in values], widths) for values in taken)
    heading = [paragraph("Heading1", run(title))] if title else []
    blocks = (*heading, table((head, *body), widths, "KodebenkTabell", title), paragraph("KodebenkNote", ""))
    save_word_document(file, blocks, title=title, proofing=words.proofing, footer=words.footer)


def _share_width(width: int, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[int, ...]:
    """Return column widths by the longest text, each between a short word and a long line."""
    longest = [max(map(len, texts)) for texts in zip(columns, *rows, strict=True)]
    weights = [min(60, max(6, length)) for length in longest]
    return tuple(width * weight // sum(weights) for weight in weights)


_WRITERS: dict[str, Callable[[BinaryIO, Sequence[str], Iterable[Sequence[Value]], str, str], None]] = {
    ".csv": _write_csv,
    ".xlsx": _write_excel,
    ".jsonl": _write_json_lines,
    ".docx": _write_word,
}
