"""A theme matrix as one HTML file that needs nothing else, for screens, screen readers and paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from pathlib import Path

from kodebenk.analysis.theme_matrix import Band, MatrixColumn, MatrixRow, ThemeMatrix
from kodebenk.domain.matrix import OUTSIDE_DENOMINATOR
from kodebenk.exporting.legal_text import legal_text
from kodebenk.exporting.matrix_text import (
    Fragment,
    Line,
    band_count,
    band_name,
    banded_rows,
    cell_lines,
    column_counts,
    column_groups,
    legend,
    matrix_notes,
    row_heading,
    written_synthesis,
)
from kodebenk.exporting.quote_entries import QuoteEntry, quote_entries, row_label
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.wording import MatrixWords

_LOOKS = """
body { font: 15px/1.45 Inter, Arial, sans-serif; color: #16201e; background: #fff; margin: 24px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: 600; padding-bottom: 8px; }
th, td { border: 1px solid #c3ccca; padding: 6px 9px; text-align: left; vertical-align: top; min-width: 9em; }
thead th { background: #f2f5f4; }
tbody .band th, tbody .band td { background: #e3e8e6; }
td.outside { background: #f4f6f5; }
p { margin: 0 0 4px; }
.counts, .subtitle, .notes, .notice, .place { font-size: 13px; font-weight: 400; color: #3f4c49; }
.title { font-weight: 400; }
.state, .notice, .mark { font-style: italic; }
.stance { text-align: right; font-weight: 600; font-size: 13px; }
.quote, .quotation { white-space: pre-line; }
a { color: #0a5f6e; }
dl.legend { display: grid; grid-template-columns: max-content 1fr; gap: 2px 12px; margin: 12px 0; }
dl.legend dt { font-style: italic; } dl.legend dd { margin: 0; }
:target { outline: 2px solid #0a5f6e; }
@media print {
  @page { size: A4 landscape; margin: 18mm; }
  body { font-size: 9pt; margin: 0; } tr { break-inside: avoid; } .scroll { overflow: visible; }
}
"""


def write_html_matrix(matrix: ThemeMatrix, path: Path, words: MatrixWords, *, overwrite: bool = False) -> None:
    """Write one self-contained file: table, legend, notes, and the quotations that the references lead to.

    Raises:
        ExportFailed: see `write_safely`.
    """
    page = "".join(_Page(matrix, words, quote_entries(matrix, words)).parts())
    write_safely(path, lambda file: file.write(page.encode()), overwrite=overwrite)


def _text(text: str) -> str:
    return escape(legal_text(text))


def _tag(name: str, content: str, css: str = "", attributes: str = "") -> str:
    kind = f' class="{css}"' if css else ""
    return f"<{name}{kind}{attributes}>{content}</{name}>"


def _anchor(coding_id: int) -> str:
    return f"sitat-{coding_id}"


@dataclass(frozen=True)
class _Page:
    matrix: ThemeMatrix
    words: MatrixWords
    entries: Sequence[QuoteEntry]

    def parts(self) -> Iterator[str]:
        title = _text(self.matrix.title or self.words.untitled)
        policy = "default-src 'none'; style-src 'unsafe-inline'"
        yield f'<!DOCTYPE html>\n<html lang="{self.words.language}">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield f"<title>{title}</title>\n<style>{_LOOKS}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        # Focusable, so that a wide table can be scrolled with the keyboard.
        yield f'<div class="scroll" role="region" aria-label="{title}" tabindex="0">\n'
        yield f"<table>\n<caption>{title}</caption>\n"
        yield from (*self._head(), *self._bodies(), *self._synthesis())
        yield "</table>\n</div>\n"
        yield from (*self._notes(), *self._quotations())
        yield "</main>\n</body>\n</html>\n"

    def _head(self) -> Iterator[str]:
        columns = self.matrix.columns
        groups = column_groups(columns)
        grouped = any(name for name, _ in groups)
        corner = _tag("th", _text(row_heading(self.matrix, self.words)), attributes=_scope("col", rows=1 + grouped))
        upper, lower, first = [corner], [], 0
        for name, count in groups:
            heads = columns[first : first + count]
            if name:
                upper.append(_tag("th", _text(name), attributes=_scope("colgroup", columns=count)))
                lower += [self._column_head(column) for column in heads]
            else:
                upper += [self._column_head(column, rows=1 + grouped) for column in heads]
            first += count
        rows = (_tag("tr", "".join(cells)) for cells in (upper, lower) if cells)
        yield _tag("thead", "\n".join(rows)) + "\n"

    def _column_head(self, column: MatrixColumn, rows: int = 1) -> str:
        counts = _tag("p", _text(column_counts(self.matrix, column, self.words)), "counts")
        return _tag("th", _tag("p", _text(column.name)) + counts, attributes=_scope("col", rows=rows))

    def _bodies(self) -> Iterator[str]:
        for band, indexes in banded_rows(self.matrix):
            rows = [self._row(index) for index in indexes]
            if band is not None:
                rows.insert(0, self._band(band))
            yield _tag("tbody", "\n".join(rows)) + "\n"

    def _band(self, band: Band) -> str:
        name = f"{band_name(self.matrix, band, self.words)} ({len(band.row_indexes)})"
        counts = "".join(_tag("td", _text(band_count(count, self.words)), "counts") for count in band.counts)
        return _tag("tr", _tag("th", _text(name), attributes=_scope("rowgroup")) + counts, "band")

    def _row(self, index: int) -> str:
        cells = "".join(self._cell(index, column) for column in range(len(self.matrix.columns)))
        return _tag("tr", _row_head(self.matrix.rows[index], self.words) + cells)

    def _cell(self, row: int, column: int) -> str:
        cell = self.matrix.cell(row, column)
        lines = cell_lines(cell, self.matrix.spec.content, self.words)
        outside = "outside" if cell.state in OUTSIDE_DENOMINATOR else ""
        return _tag("td", "".join(self._line(line) for line in lines), outside)

    def _line(self, line: Line) -> str:
        return _tag("p", "".join(self._fragment(fragment) for fragment in line.fragments), line.role.value)

    def _fragment(self, fragment: Fragment) -> str:
        if fragment.coding_id is not None and fragment.coding_id in self.anchors:
            return _tag("a", _text(fragment.text), attributes=f' href="#{_anchor(fragment.coding_id)}"')
        return _tag("span", _text(fragment.text), "mark") if fragment.is_mark else _text(fragment.text)

    @cached_property
    def anchors(self) -> frozenset[int]:
        """The codings that stand among the quotations; references to others are plain text."""
        return frozenset(coding_id for entry in self.entries for coding_id in entry.coding_ids)

    def _synthesis(self) -> Iterator[str]:
        written = written_synthesis(self.matrix)
        if written:
            span = _scope("rowgroup", columns=len(self.matrix.columns) + 1)
            rows = [_tag("tr", _tag("th", _text(self.words.synthesis), attributes=span), "band")]
            for kind, texts in written:
                head = _tag("th", _text(self.words.synthesis_kinds[kind]), attributes=_scope("row"))
                rows.append(_tag("tr", head + "".join(_tag("td", _text(text), "quote") for text in texts)))
            yield _tag("tbody", "\n".join(rows)) + "\n"

    def _notes(self) -> Iterator[str]:
        states = legend(self.matrix, self.words)
        if states:
            yield _tag("h2", _text(self.words.legend)) + "\n"
            terms = (f"<dt>{_text(name)}</dt><dd>{_text(meaning)}</dd>" for name, meaning in states)
            yield _tag("dl", "\n".join(terms), "legend") + "\n"
        notes = "\n".join(_tag("p", _text(note)) for note in matrix_notes(self.matrix, self.words))
        yield _tag("div", notes, "notes") + "\n"

    def _quotations(self) -> Iterator[str]:
        if self.entries:
            words = self.words
            yield _tag("h2", _text(words.quotations)) + "\n<table>\n" + _tag("caption", _text(words.quotations))
            heads = (words.reference, words.source, words.code, words.quotation)
            cells = "".join(_tag("th", _text(head), attributes=_scope("col")) for head in heads)
            yield _tag("thead", _tag("tr", cells)) + "\n<tbody>\n"
            yield "\n".join(self._quotation(entry) for entry in self.entries)
            yield "\n</tbody>\n</table>\n"

    def _quotation(self, entry: QuoteEntry) -> str:
        citation = _text(" ".join(f"[{citation}]" for citation in entry.citations))
        for coding_id in entry.coding_ids:
            citation = _tag("span", citation, attributes=f' id="{_anchor(coding_id)}"')
        lead = _tag("span", _text(entry.rendering.lead), "mark") + " " if entry.rendering.lead else ""
        comments = (_tag("p", _text(f"{self.words.comment}: {comment}"), "notice") for comment in entry.comments)
        places = (_tag("p", _text(text), "place") for text in (entry.source, entry.place))
        return _tag(
            "tr",
            _tag("th", citation, attributes=_scope("row"))
            + _tag("td", _tag("p", _text(entry.who)) + "".join(places))
            + _tag("td", "".join(_tag("p", _text(coding)) for coding in entry.codings))
            + _tag("td", _tag("p", lead + _text(entry.rendering.text), "quotation") + "".join(comments)),
        )


def _scope(scope: str, *, rows: int = 1, columns: int = 1) -> str:
    spans = (f' rowspan="{rows}"' if rows > 1 else "") + (f' colspan="{columns}"' if columns > 1 else "")
    return f' scope="{scope}"{spans}'


def _row_head(row: MatrixRow, words: MatrixWords) -> str:
    parts = ((row_label(row, words), "label"), (row.title, "title"), (row.subtitle, "subtitle"))
    return _tag("th", "".join(_tag("p", _text(text), css) for text, css in parts if text), attributes=_scope("row"))
