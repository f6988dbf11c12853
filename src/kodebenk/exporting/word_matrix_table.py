"""The table of a theme matrix as WordprocessingML: header rows, bands, cells, synthesis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kodebenk.analysis.theme_matrix import Band, MatrixColumn, MatrixRow, ThemeMatrix
from kodebenk.domain.matrix import OUTSIDE_DENOMINATOR
from kodebenk.exporting.matrix_text import (
    Fragment,
    Line,
    LineRole,
    band_count,
    band_name,
    banded_rows,
    cell_lines,
    column_counts,
    column_groups,
    row_heading,
    written_synthesis,
)
from kodebenk.exporting.quote_entries import row_label
from kodebenk.exporting.word_frame import LANDSCAPE_WIDTH
from kodebenk.exporting.word_quotations import bookmark_name
from kodebenk.exporting.word_xml import Cell, link, paragraph, row, run, table
from kodebenk.exporting.wording import MatrixWords

_ROW_HEADER_WIDTH = 1750
_WIDEST_COLUMN = 5200
_BAND_SHADE = "E3E8E6"
_HEADER_SHADE = "F2F5F4"
_OUTSIDE_SHADE = "F4F6F5"
_LOWER_HALF = Cell("", merge="continue", shade=_HEADER_SHADE)
_STYLES = {
    LineRole.TEXT: "KodebenkCelle",
    LineRole.STATE: "KodebenkTilstand",
    LineRole.REASON: "KodebenkCelle",
    LineRole.QUOTE: "KodebenkSitat",
    LineRole.REFERENCES: "KodebenkCelle",
    LineRole.STANCE: "KodebenkHoldning",
    LineRole.NOTICE: "KodebenkVarsel",
}


def matrix_table(matrix: ThemeMatrix, words: MatrixWords, columns: range, anchors: frozenset[int]) -> str:
    """Return the table of some neighbouring columns.

    Args:
        matrix: the whole matrix.
        words: the fixed texts.
        columns: which columns.
        anchors: codings that have a bookmark; references to others are plain text.
    """
    widths = column_widths(len(columns))
    part = _Part(matrix, words, columns, anchors, widths)
    rows = (*part.header_rows(), *part.body_rows(), *part.synthesis_rows())
    return table(rows, widths, "KodebenkTabell", matrix.title or words.untitled)


def column_widths(count: int) -> tuple[int, ...]:
    """Return the widths of the row headers and of `count` columns, in twentieths of a point."""
    each = min(_WIDEST_COLUMN, (LANDSCAPE_WIDTH - _ROW_HEADER_WIDTH) // max(1, count))
    return (_ROW_HEADER_WIDTH, *[each] * count)


@dataclass(frozen=True)
class _Part:
    matrix: ThemeMatrix
    words: MatrixWords
    indexes: range
    anchors: frozenset[int]
    widths: tuple[int, ...]

    def header_rows(self) -> Iterator[str]:
        columns = [self.matrix.columns[index] for index in self.indexes]
        corner = paragraph("KodebenkKolonnehode", run(row_heading(self.matrix, self.words)))
        heads = [self._column_head(column) for column in columns]
        groups = column_groups(columns)
        if all(not name for name, _ in groups):
            yield self._header_row([Cell(head, shade=_HEADER_SHADE) for head in (corner, *heads)])
            return
        # A code without a theme over it has one cell as high as both rows.
        upper, lower = [Cell(corner, merge="restart", shade=_HEADER_SHADE)], [_LOWER_HALF]
        for name, count in groups:
            below, heads = heads[:count], heads[count:]
            if name:
                theme = paragraph("KodebenkKolonnegruppe", run(name))
                upper.append(Cell(theme, columns=count, shade=_HEADER_SHADE))
            else:
                upper += [Cell(head, merge="restart", shade=_HEADER_SHADE) for head in below]
            lower += [Cell(head, shade=_HEADER_SHADE) if name else _LOWER_HALF for head in below]
        yield self._header_row(upper)
        yield self._header_row(lower)

    def _header_row(self, cells: list[Cell]) -> str:
        return row(cells, self.widths, is_header=True)

    def _column_head(self, column: MatrixColumn) -> str:
        counts = column_counts(self.matrix, column, self.words)
        return paragraph("KodebenkKolonnehode", run(column.name)) + paragraph("KodebenkTall", run(counts))

    def body_rows(self) -> Iterator[str]:
        for band, rows in banded_rows(self.matrix):
            if band is not None:
                yield self._band_row(band)
            for index in rows:
                yield self._matrix_row(index)

    def _band_row(self, band: Band) -> str:
        name = f"{band_name(self.matrix, band, self.words)} ({len(band.row_indexes)})"
        counts = [
            Cell(paragraph("KodebenkTall", run(band_count(band.counts[index], self.words))), shade=_BAND_SHADE)
            for index in self.indexes
        ]
        return row([Cell(paragraph("KodebenkBand", run(name)), shade=_BAND_SHADE), *counts], self.widths)

    def _matrix_row(self, index: int) -> str:
        cells = [self._cell(index, column) for column in self.indexes]
        return row([Cell(_row_header(self.matrix.rows[index], self.words)), *cells], self.widths)

    def _cell(self, row_index: int, column: int) -> Cell:
        cell = self.matrix.cell(row_index, column)
        lines = cell_lines(cell, self.matrix.spec.content, self.words)
        shade = _OUTSIDE_SHADE if cell.state in OUTSIDE_DENOMINATOR else ""
        return Cell("".join(self._line(line) for line in lines), shade=shade)

    def _line(self, line: Line) -> str:
        return paragraph(_STYLES[line.role], "".join(self._fragment(one) for one in line.fragments))

    def _fragment(self, fragment: Fragment) -> str:
        if fragment.coding_id is not None and fragment.coding_id in self.anchors:
            return link(fragment.text, bookmark_name(fragment.coding_id), "KodebenkHenvisning")
        return run(fragment.text, "KodebenkMerke" if fragment.is_mark else "")

    def synthesis_rows(self) -> Iterator[str]:
        synthesis = written_synthesis(self.matrix)
        if synthesis:
            heading = paragraph("KodebenkBand", run(self.words.synthesis))
            yield row([Cell(heading, columns=len(self.widths), shade=_BAND_SHADE)], self.widths)
        for kind, texts in synthesis:
            name = Cell(paragraph("KodebenkRadhode", run(self.words.synthesis_kinds[kind])))
            cells = [Cell(paragraph("KodebenkCelle", run(texts[index]))) for index in self.indexes]
            yield row([name, *cells], self.widths)


def _row_header(of: MatrixRow, words: MatrixWords) -> str:
    lines = (("KodebenkRadhode", row_label(of, words)), ("KodebenkCelle", of.title), ("KodebenkRadtekst", of.subtitle))
    return "".join(paragraph(style, run(text)) for style, text in lines if text)
