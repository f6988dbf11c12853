"""WordprocessingML as strings: tables of thousands of paragraphs, parsed once.

Going through python-docx's cells instead takes over a hundred times as long. The order of the children of `w:tcPr` and
`w:tblPr` is that of ECMA-376 part 1, 17.4; Word refuses files in which it is another.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from kodebenk.exporting.legal_text import legal_text

_NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_EMPTY = '<w:p><w:pPr><w:pStyle w:val="KodebenkCelle"/></w:pPr></w:p>'
"""A cell must hold a paragraph."""
_RULE = '<w:tcBorders><w:bottom w:val="single" w:sz="6" w:space="0" w:color="5A6865"/></w:tcBorders>'
_BREAKS = re.compile("([\n\t])")


def run(text: str, style: str = "") -> str:
    """Return a run; LF becomes a line break and a tab a tab."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    pieces = (_piece(part) for part in _BREAKS.split(legal_text(text)) if part)
    return f"<w:r>{properties}{''.join(pieces)}</w:r>"


def _piece(part: str) -> str:
    if part == "\n":
        return "<w:br/>"
    return "<w:tab/>" if part == "\t" else f'<w:t xml:space="preserve">{escape(part)}</w:t>'


def link(text: str, anchor: str, style: str) -> str:
    """Return a link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{anchor}" w:history="1">{run(text, style)}</w:hyperlink>'


def bookmark(name: str, number: int, content: str) -> str:
    """Return the content within a bookmark; number and name must occur once in the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def field(instruction: str, shown: str) -> str:
    """Return a field with the value that is shown until it is calculated anew."""
    return f"<w:fldSimple w:instr={quoteattr(f' {instruction} ')}>{run(shown)}</w:fldSimple>"


def paragraph(style: str, content: str, *, page_break_before: bool = False, with_next: bool = False) -> str:
    """Return a paragraph; `with_next` keeps it on the page of what follows."""
    breaks = f"{'<w:keepNext/>' if with_next else ''}{'<w:pageBreakBefore/>' if page_break_before else ''}"
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{breaks}</w:pPr>{content}</w:p>'


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Attributes:
        content: paragraphs.
        columns: how many columns it covers.
        merge: "restart" for the upper, "continue" for the lower of two cells that are one.
        shade: "RRGGBB", or empty.
        ruled: with a line below it.
    """

    content: str
    columns: int = 1
    merge: str = ""
    shade: str = ""
    ruled: bool = False


def row(cells: Sequence[Cell], widths: Sequence[int], *, is_header: bool = False) -> str:
    """Return a row that does not split over pages; a header row is repeated on each page.

    Args:
        cells: cover all the columns.
        widths: of the columns of the table, in twentieths of a point.
        is_header: all rows above are header rows, too.
    """
    header = "<w:tblHeader/>" if is_header else ""
    written, column = [], 0
    for cell in cells:
        written.append(_cell(cell, sum(widths[column : column + cell.columns])))
        column += cell.columns
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(written)}</w:tr>"


def _cell(cell: Cell, width: int) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = f'<w:vMerge w:val="{cell.merge}"/>' if cell.merge else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.shade}"/>' if cell.shade else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}{_RULE if cell.ruled else ""}{shade}'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.content or _EMPTY}</w:tc>"


def table(rows: Sequence[str], widths: Sequence[int], style: str, description: str = "") -> str:
    """Return a table of fixed layout; the description is what a screen reader says of it."""
    caption = f"<w:tblCaption w:val={quoteattr(legal_text(description))}/>" if description else ""
    properties = (
        f'<w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0000" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
        f'w:noHBand="1" w:noVBand="1"/>{caption}'
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def parse_paragraph(paragraph_xml: str) -> Any:
    """Return a paragraph as an element that python-docx can hold."""
    from docx.oxml import parse_xml

    return parse_xml(paragraph_xml.replace("<w:p>", f"<w:p {_NAMESPACE}>", 1))


def insert_blocks(document_xml: str, blocks: Iterable[str]) -> Any:
    """Return the element of a whole document, with paragraphs and tables before its last section's properties.

    The text is put together before it is parsed: lxml takes time by the square to move a table from one document to
    another, 8 s for 36,000 rows against 1.2 s for parsing them.
    """
    from docx.oxml import parse_xml

    before, mark, after = document_xml.rpartition("<w:sectPr")
    return parse_xml(f"{before}{''.join(blocks)}{mark}{after}")
