"""A theme matrix as an Excel workbook or as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from kodebenk.analysis.theme_matrix import MatrixCell, ThemeMatrix
from kodebenk.domain.coding import Stance
from kodebenk.domain.matrix import OUTSIDE_DENOMINATOR, CellContent, CellState
from kodebenk.exporting.matrix_text import (
    LineRole,
    band_count,
    band_heading,
    band_name,
    banded_rows,
    cell_lines,
    column_counts,
    column_groups,
    legend,
    matrix_notes,
    plain_text,
    row_heading,
    row_subtitle,
    written_synthesis,
)
from kodebenk.exporting.quote_entries import holders, is_rendered, row_label
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.tables import Value, write_rows
from kodebenk.exporting.wording import MatrixWords, count_of
from kodebenk.exporting.workbook import Sheet, TextWorkbook

_FIRST_COLUMN = 2
"""Column of the first code; label and title of the row stand before it."""


def write_excel_matrix(matrix: ThemeMatrix, path: Path, words: MatrixWords, *, overwrite: bool = False) -> None:
    """Write a workbook with the matrix, all its quotations, and the counts.

    Texts are written as texts: "=1+1" stays what it is and becomes neither a formula nor a link. Texts longer than
    Excel allows are cut with a mark, and a note under the matrix says how many.

    Raises:
        ExportFailed: see `write_safely`.
    """

    def write(file: BinaryIO) -> None:
        book = TextWorkbook(words.cut_mark)
        # The notes come last, so that they can say how many texts were cut.
        matrix_sheet = book.add_sheet(words.matrix)
        quotation_sheet, count_sheet = book.add_sheet(words.quotations), book.add_sheet(words.counts)
        end = _write_cells(matrix_sheet, matrix, words)
        _write_quotations(quotation_sheet, matrix, words)
        _write_counts(count_sheet, matrix, words)
        _write_notes(matrix_sheet, end + 1, matrix, words, book.cut_texts)
        file.write(book.finish(matrix.title or words.untitled))

    write_safely(path, write, overwrite=overwrite)


def _write_cells(sheet: Sheet, matrix: ThemeMatrix, words: MatrixWords) -> int:
    """Write headings, rows and synthesis; return the row after them."""
    sheet.set_widths([12, 24, *[38] * len(matrix.columns)])
    sheet.write(0, 0, matrix.title or words.untitled, "title")
    groups = [name for name, count in column_groups(matrix.columns) for _ in range(count)]
    sheet.write_row(1, ["", "", *groups], "counts")
    sheet.write_row(2, [row_heading(matrix, words), "", *(column.name for column in matrix.columns)], "head")
    counts = [column_counts(matrix, column, words) for column in matrix.columns]
    sheet.write_row(3, ["", "", *counts], "counts")
    sheet.freeze(4, _FIRST_COLUMN)
    row = 4
    for band, indexes in banded_rows(matrix):
        if band is not None:
            bands = [band_count(count, words) for count in band.counts]
            sheet.write_row(row, [band_name(matrix, band, words), str(len(indexes)), *bands], "band")
            row += 1
        for index in indexes:
            _write_matrix_row(sheet, row, matrix, index, words)
            row += 1
    for kind, texts in written_synthesis(matrix):
        sheet.write_row(row, [words.synthesis, words.synthesis_kinds[kind]], "label")
        sheet.write_row(row, texts, "cell", first_column=_FIRST_COLUMN)
        row += 1
    return row


def _write_matrix_row(sheet: Sheet, row: int, matrix: ThemeMatrix, index: int, words: MatrixWords) -> None:
    sheet.write(row, 0, row_label(matrix.rows[index], words), "label")
    sheet.write(row, 1, row_subtitle(matrix.rows[index]), "cell")
    for column, cell in enumerate(matrix.cells[index], start=_FIRST_COLUMN):
        text = plain_text(cell_lines(cell, matrix.spec.content, words))
        sheet.write(row, column, text, "outside" if cell.state in OUTSIDE_DENOMINATOR else "cell")


def _write_notes(sheet: Sheet, row: int, matrix: ThemeMatrix, words: MatrixWords, cut_texts: int) -> None:
    notes = [f"{words.quoted(name)}: {meaning}." for name, meaning in legend(matrix, words)]
    notes += matrix_notes(matrix, words)
    if cut_texts:
        notes.append(count_of(words.cut_note, cut_texts))
    for number, note in enumerate(notes):
        sheet.write(row + number, 0, note, "note")


def _write_quotations(sheet: Sheet, matrix: ThemeMatrix, words: MatrixWords) -> None:
    headings = [
        words.reference,
        words.who,
        words.document,
        words.source_kind,
        words.page,
        words.first_line,
        words.last_line,
        words.code,
        words.stance,
        words.coder,
        words.form,
        words.quotation,
        words.comment,
    ]
    sheet.set_widths([12, 22, 24, 16, 7, 7, 7, 20, 10, 12, 10, 70, 30])
    sheet.write_row(0, headings, "head")
    sheet.freeze(1, 1)
    who = holders(matrix, words)
    for row, quote in enumerate(matrix.quotations, start=1):
        values: list[Value] = [
            quote.citation,
            who[quote.coding_id],
            quote.reported_document,
            words.source_kinds[quote.document_kind],
            quote.page or "",
            quote.line,
            quote.last_line,
            quote.code_name,
            words.stances[quote.stance] if quote.stance else "",
            quote.coder,
            words.as_rendered if is_rendered(quote) else words.as_quoted,
            quote.text,
            quote.comment,
        ]
        sheet.write_row(row, values, "cell")
    sheet.filter(len(matrix.quotations), len(headings))


def _write_counts(sheet: Sheet, matrix: ThemeMatrix, words: MatrixWords) -> None:
    """Write the codings of every cell, and under them what the columns add up to."""
    sheet.set_widths([22, 24, *[14] * len(matrix.columns)])
    sheet.write_row(0, [row_heading(matrix, words), "", *(column.name for column in matrix.columns)], "head")
    sheet.freeze(1, _FIRST_COLUMN)
    for row, (of, cells) in enumerate(zip(matrix.rows, matrix.cells, strict=True), start=1):
        sheet.write_row(row, [row_label(of, words), row_subtitle(of), *(cell.codings for cell in cells)], "cell")
    for row, (name, numbers) in enumerate(_totals(matrix, words), start=len(matrix.rows) + 1):
        sheet.write_row(row, [name, "", *numbers], "band")


def _totals(matrix: ThemeMatrix, words: MatrixWords) -> Iterator[tuple[str, list[int]]]:
    by_column = list(zip(*matrix.cells, strict=True))
    yield words.all_codings, [sum(cell.codings for cell in cells) for cells in by_column]
    yield words.asked, [column.asked for column in matrix.columns]
    for state in CellState:
        yield words.states[state], [sum(cell.state is state for cell in cells) for cells in by_column]
    for stance in Stance:
        yield words.stances[stance], [sum(cell.stances.get(stance, 0) for cell in cells) for cells in by_column]


def write_csv_matrix(matrix: ThemeMatrix, path: Path, words: MatrixWords, *, overwrite: bool = False) -> None:
    """Write one line per row of the matrix: who, band, and for each code state, content, stance and codings.

    UTF-8 with a byte order mark, commas, quotation marks where needed (RFC 4180). Nothing is put before texts that
    begin with `=`: that would alter them. Synthesis and quotations are in the other formats.

    Raises:
        ExportFailed: see `write_safely`.
    """
    write_rows(path, _csv_columns(matrix, words), _csv_rows(matrix, words), overwrite=overwrite)


def _csv_columns(matrix: ThemeMatrix, words: MatrixWords) -> list[str]:
    of_code = (words.state, words.content, words.stance.lower(), words.coding_count)
    columns = [f"{column.path}: {part}" for column in matrix.columns for part in of_code]
    return [row_heading(matrix, words), words.title, words.subtitle, band_heading(matrix, words), *columns]


def _csv_rows(matrix: ThemeMatrix, words: MatrixWords) -> Iterator[list[Value]]:
    for row, cells in zip(matrix.rows, matrix.cells, strict=True):
        values: list[Value] = [row_label(row, words), row.title, row.subtitle, row.band]
        for cell in cells:
            values += _csv_cell(cell, matrix.spec.content, words)
        yield values


def _csv_cell(cell: MatrixCell, content: CellContent, words: MatrixWords) -> list[Value]:
    roles = (LineRole.REASON, LineRole.TEXT, LineRole.QUOTE, LineRole.REFERENCES)
    text = plain_text(line for line in cell_lines(cell, content, words) if line.role in roles)
    stance = words.stances[cell.leading_stance] if cell.leading_stance else ""
    return [words.states[cell.state], text, stance, cell.codings]
