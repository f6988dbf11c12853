"""Reads PDF files: printed lines become paragraphs, with page marks and line numbers as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kodebenk.domain.document import Page, SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.hyphenation import SOFT_HYPHEN, words_in
from kodebenk.importing.imported_document import (
    ImportedDocument,
    Outcome,
    ReadOptions,
    Repair,
    SourceWarning,
    TextRepair,
)
from kodebenk.importing.pdf_cleanup import FOOT, HEAD, TABLE, gather_paragraphs
from kodebenk.importing.pdf_composition import Composition, compose
from kodebenk.importing.pdf_layout import LaidOutPage, lay_out
from kodebenk.importing.pdf_line_repair import repair_line
from kodebenk.importing.pdf_pages import PdfLimits, PdfLine, PdfPage, read_pages
from kodebenk.importing.pdf_typography import PlacedLine, Typography, body_size
from kodebenk.importing.placed_table import Element, PlacedCell, PlacedTable
from kodebenk.importing.printed_table import Item, PrintedTable
from kodebenk.importing.running_lines import RunningLines, find_running_lines
from kodebenk.importing.source_file import read_content

_MARK = b"%PDF-"
_MARK_WITHIN = 1024
"""Bytes from the start within which readers look for the mark (ISO 32000-1, annex H, note 13)."""

_UNREADABLE_GLYPH = "(cid:"

_POSSIBLE_REPAIRS = frozenset(Repair) - {Repair.TIMES}


def read_pdf(path: Path, options: ReadOptions, limits: PdfLimits | None = None) -> ImportedDocument:
    """Return a PDF as a document: paragraphs rebuilt, words joined, headers out, every printed line numbered.

    Columns are read one after the other. A page's label is the number printed on it or told by its neighbours, else
    the file's own label, else its place in the file. Every step of `possible_repairs` can be switched off; with none
    on, the lines stand as they are printed, in reading order.

    Raises:
        SourceUnreadable: the file cannot be read, is no PDF, is encrypted, damaged, too large or slow, or has no text.
        Cancelled: `options.is_cancelled` said so.
    """
    content = read_content(path)
    if _MARK not in content[:_MARK_WITHIN]:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no PDF mark")
    printed = read_pages(path, options, limits or PdfLimits(), lambda page: _text_alone(page, options.repairs))
    pages = _with_plain_hyphens(printed)
    running = find_running_lines(pages, body_size(pages))
    laid_out = lay_out(pages, running.indexes, body_size(pages))
    composition = compose_pages(pages, laid_out, options.repairs)
    if not composition.text:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path, detail=f"{len(pages)} pages")
    marks = _page_marks(pages, running, composition)
    removed = _removed_lines(laid_out, marks) if Repair.RUNNING_LINES in options.repairs else ()
    return ImportedDocument(
        path=path,
        content=content,
        text=composition.text,
        kind=SourceKind.PLAN,
        paragraphs=tuple(composition.paragraphs),
        headings=tuple(composition.headings),
        pages=marks,
        line_starts=tuple(composition.line_starts),
        cells=tuple(composition.cells),
        items=tuple(composition.items),
        original=original_text(laid_out),
        possible_repairs=_POSSIBLE_REPAIRS,
        repaired=tuple(sorted((*composition.repaired, *removed), key=lambda one: (one.start, one.end))),
        warnings=tuple(_warnings(pages, running)),
    )


def _text_alone(page: PdfPage, steps: frozenset[Repair]) -> str:
    """Return the text of a page as far as it is known before the others have been read."""
    pages = _with_plain_hyphens([page])
    if not page.lines:
        return ""
    return compose_pages(pages, lay_out(pages, [frozenset()], body_size(pages)), steps).text


def _with_plain_hyphens(pages: Sequence[PdfPage]) -> Sequence[PdfPage]:
    """Return pages without soft hyphens where the file has them inside lines: there they are its only hyphens."""
    if not any(SOFT_HYPHEN in line.text.rstrip()[:-1] for page in pages for line in page.lines):
        return pages
    return [
        replace(page, lines=tuple(replace(line, text=line.text.replace(SOFT_HYPHEN, "-")) for line in page.lines))
        for page in pages
    ]


def compose_pages(pages: Sequence[PdfPage], laid_out: Sequence[LaidOutPage], steps: frozenset[Repair]) -> Composition:
    """Return the text of pages with the repairs that are on; it is empty where no page has words."""
    elements = list(_place(laid_out, steps))
    lines = [element for element in elements if isinstance(element, PlacedLine)]
    typography = Typography(pages, lines)
    paragraphs = gather_paragraphs(elements, typography, moves_notes=Repair.FOOTNOTES in steps)
    vocabulary = words_in(placed.text for paragraph in paragraphs for placed in paragraph.lines)
    return compose(paragraphs, vocabulary, steps)


def original_text(laid_out: Sequence[LaidOutPage]) -> str:
    """Return the lines of all pages as they are printed, in reading order, running lines and all."""
    placed = (element for element in _place(laid_out, frozenset()) if isinstance(element, PlacedLine))
    return "\n".join(line.text for line in placed)


def _place(laid_out: Sequence[LaidOutPage], steps: frozenset[Repair]) -> Iterator[Element]:
    """Yield lines and tables of all pages, in stored form."""
    for number, page in enumerate(laid_out):
        keeps_running = Repair.RUNNING_LINES not in steps
        for column, lines in ((HEAD, page.head), ("", ()), (FOOT, page.foot)):
            if column and keeps_running:
                yield from _placed_lines(number, column, lines, steps)
            elif not column:
                for place, item in page.flow:
                    yield from _place_item(number, place, item, steps)


def _place_item(page: int, column: str, item: Item, steps: frozenset[Repair]) -> Iterator[Element]:
    if not isinstance(item, PrintedTable):
        yield from _placed_lines(page, column, (item,), steps)
        return
    keeps_lines = Repair.TABLES not in steps
    cells = [
        PlacedCell(
            cell.row,
            cell.column,
            tuple(_placed_lines(page, TABLE if keeps_lines else column, cell.lines, steps)),
        )
        for cell in item.cells
    ]
    filled = tuple(cell for cell in cells if cell.lines)
    if keeps_lines:
        yield from (line for cell in filled for line in cell.lines)
    elif filled:
        yield PlacedTable(page, column, filled, item.columns)


def _placed_lines(page: int, column: str, lines: Sequence[PdfLine], steps: frozenset[Repair]) -> Iterator[PlacedLine]:
    for line in lines:
        repaired = repair_line(line.text, steps)
        if repaired.text:
            yield PlacedLine(page, line, repaired.text, repaired.is_divided, column, repaired.repairs)


def _page_marks(pages: Sequence[PdfPage], running: RunningLines, composition: Composition) -> tuple[Page, ...]:
    """Return every page of the file; one without text is empty and stands where the next one begins."""
    found: list[Page] = []
    printed = set(running.labels)
    end = len(composition.text)
    for number in range(len(pages) - 1, -1, -1):
        start = min(composition.page_starts.get(number, end), end) if number else 0
        counted = str(number + 1)
        label = running.labels[number] or pages[number].label or (f"[{counted}]" if counted in printed else counted)
        found.append(Page(start, end, label))
        end = start
    return tuple(found[::-1])


def _removed_lines(laid_out: Sequence[LaidOutPage], marks: Sequence[Page]) -> Iterator[TextRepair]:
    """Yield the running lines: those at the top where their page begins, those at the bottom where it ends."""
    for page, mark in zip(laid_out, marks, strict=True):
        for lines, place in ((page.head, mark.start), (page.foot, mark.end)):
            for line in lines:
                if text := repair_line(line.text).text:
                    yield TextRepair(Repair.RUNNING_LINES, Outcome.REMOVED, place, place, text)


def _warnings(pages: Sequence[PdfPage], running: RunningLines) -> Iterator[SourceWarning]:
    for number, (page, indexes) in enumerate(zip(pages, running.indexes, strict=True), start=1):
        if not any(repair_line(line.text).text for index, line in enumerate(page.lines) if index not in indexes):
            yield SourceWarning("page_without_text", f"page {number}")
        unreadable = sum(line.text.count(_UNREADABLE_GLYPH) for line in page.lines)
        if unreadable:
            yield SourceWarning("unreadable_characters", f"page {number}", {"count": str(unreadable)})
