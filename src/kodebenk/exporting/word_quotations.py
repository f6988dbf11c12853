"""The quote appendix as WordprocessingML: a table with a bookmark for every coding."""

from __future__ import annotations

from collections.abc import Sequence

from kodebenk.exporting.quote_entries import QuoteEntry
from kodebenk.exporting.word_frame import LANDSCAPE_WIDTH
from kodebenk.exporting.word_xml import Cell, bookmark, paragraph, row, run, table
from kodebenk.exporting.wording import MatrixWords

_SHARES = (0.10, 0.24, 0.21, 0.45)
_HEADER_SHADE = "F2F5F4"


def bookmark_name(coding_id: int) -> str:
    """Return the name of the bookmark at a coding's quotation, within Word's 40 letters, digits and underscores."""
    return f"sitat_{coding_id}"


def quotation_table(entries: Sequence[QuoteEntry], words: MatrixWords) -> str:
    """Return a table with a row per passage: reference, source and place, codings, quotation and comments."""
    widths = tuple(int(LANDSCAPE_WIDTH * share) for share in _SHARES)
    headings = (words.reference, words.source, words.code, words.quotation)
    header = [Cell(paragraph("KodebenkKolonnehode", run(name)), shade=_HEADER_SHADE) for name in headings]
    rows = (row(_cells(entry, words), widths) for entry in entries)
    return table((row(header, widths, is_header=True), *rows), widths, "KodebenkTabell", words.quotations)


def _cells(entry: QuoteEntry, words: MatrixWords) -> tuple[Cell, ...]:
    source = (("KodebenkCelle", entry.who), ("KodebenkRadtekst", entry.source), ("KodebenkRadtekst", entry.place))
    return (
        Cell(paragraph("KodebenkRadhode", _bookmarked(entry))),
        Cell("".join(paragraph(style, run(text)) for style, text in source if text)),
        Cell("".join(paragraph("KodebenkCelle", run(coding)) for coding in entry.codings)),
        Cell(_quotation(entry) + _comments(entry, words)),
    )


def _bookmarked(entry: QuoteEntry) -> str:
    content = run(" ".join(f"[{citation}]" for citation in entry.citations))
    for coding_id in entry.coding_ids:
        content = bookmark(bookmark_name(coding_id), coding_id, content)
    return content


def _quotation(entry: QuoteEntry) -> str:
    lead = run(f"{entry.rendering.lead} ", "KodebenkMerke") if entry.rendering.lead else ""
    return paragraph("KodebenkSitat", lead + run(entry.rendering.text))


def _comments(entry: QuoteEntry, words: MatrixWords) -> str:
    lead = run(f"{words.comment}: ", "KodebenkMerke")
    return "".join(paragraph("KodebenkVarsel", lead + run(comment)) for comment in entry.comments)
