"""A theme matrix as a Word document that can be printed, or pasted into a thesis, as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.exporting.matrix_text import legend, matrix_notes
from kodebenk.exporting.quote_entries import QuoteEntry, quote_entries
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.word_frame import save_word_document
from kodebenk.exporting.word_matrix_table import matrix_table
from kodebenk.exporting.word_quotations import quotation_table
from kodebenk.exporting.word_xml import field, paragraph, run
from kodebenk.exporting.wording import MatrixWords

MOST_COLUMNS = 8
"""Columns that stay legible beside the row headers on A4 landscape; more go into further tables."""


def write_word_matrix(
    matrix: ThemeMatrix,
    path: Path,
    words: MatrixWords,
    *,
    caption_number: str = "1",
    overwrite: bool = False,
    appendix: bool = True,
) -> None:
    """Write the matrix as an A4 landscape document with a real table, notes and a quote appendix.

    More than `MOST_COLUMNS` columns become several tables, each with the row headers.

    Args:
        matrix: what the window shows.
        path: the target.
        words: the fixed texts, in the language of the export.
        caption_number: such as `1` or `4-1`; its last number is a field, so that Word numbers it among other tables.
        overwrite: an existing file may be replaced.
        appendix: add the quotations, and make the references in the cells lead there.

    Raises:
        ExportFailed: see `write_safely`.
    """
    entries = quote_entries(matrix, words) if appendix else ()
    tables = _tables(matrix, words, entries, caption_number)
    blocks = (*tables, *_notes(matrix, words), *_appendix(entries, words))
    title = matrix.title or words.untitled
    write_safely(
        path,
        lambda file: save_word_document(file, blocks, title=title, proofing=words.proofing, footer=words.footer),
        overwrite=overwrite,
    )


def split_columns(count: int, most: int = MOST_COLUMNS) -> tuple[range, ...]:
    """Return the columns table by table: as few tables as possible, as equally filled as possible."""
    tables = max(1, -(-count // most))
    size, longer = divmod(count, tables)
    starts = [number * size + min(number, longer) for number in range(tables + 1)]
    return tuple(range(start, end) for start, end in pairwise(starts))


def _tables(
    matrix: ThemeMatrix, words: MatrixWords, entries: Sequence[QuoteEntry], caption_number: str
) -> Iterator[str]:
    anchors = frozenset(coding_id for entry in entries for coding_id in entry.coding_ids)
    for columns in split_columns(len(matrix.columns)):
        yield _caption(matrix, words, columns, caption_number)
        yield matrix_table(matrix, words, columns, anchors)


def _caption(matrix: ThemeMatrix, words: MatrixWords, columns: range, caption_number: str) -> str:
    is_first = columns.start == 0
    before, number = _split_number(caption_number)
    # \c repeats the number before it, so that a continued table is not counted again.
    switch = r"\* ARABIC" if is_first else r"\c"
    content = run(f"{words.table_label} {before}")
    if number:
        content += field(f"SEQ {words.table_label} {switch}", number)
    content += run(f" {matrix.title or words.untitled}{_part(columns, len(matrix.columns), words)}")
    return paragraph("Caption", content, page_break_before=not is_first)


def _split_number(caption_number: str) -> tuple[str, str]:
    """Return "4-" and "1" of "4-1"; no number when it ends in something else."""
    number = re.search(r"\d*$", caption_number)
    digits = number[0] if number else ""
    return caption_number.removesuffix(digits), digits


def _part(columns: range, total: int, words: MatrixWords) -> str:
    if len(columns) == total:
        return ""
    part = words.columns_of.format(first=columns.start + 1, last=columns.stop, total=total)
    return f" ({part})" if columns.start == 0 else f" ({words.continued}, {part})"


def _notes(matrix: ThemeMatrix, words: MatrixWords) -> Iterator[str]:
    states = "; ".join(f"{words.quoted(name)}: {meaning}" for name, meaning in legend(matrix, words))
    if states:
        yield paragraph("KodebenkTegnforklaring", run(f"{words.legend}. ", "KodebenkLedetekst") + run(f"{states}."))
    for number, note in enumerate(matrix_notes(matrix, words)):
        yield paragraph("KodebenkNote" if states or number else "KodebenkTegnforklaring", run(note))


def _appendix(entries: Sequence[QuoteEntry], words: MatrixWords) -> Iterator[str]:
    if entries:
        yield paragraph("Heading1", run(words.quotations), page_break_before=True)
        yield quotation_table(entries, words)
        # A document must not end in a table: Word adds an empty paragraph of full height otherwise.
        yield paragraph("KodebenkNote", "")
