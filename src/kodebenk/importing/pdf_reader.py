"""Reads PDF files: printed lines become paragraphs, with page marks and line numbers as printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kodebenk.domain.document import Heading, Page, SourceKind, Span
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions, SourceWarning
from kodebenk.importing.pdf_cleanup import (
    PlacedLine,
    PrintedParagraph,
    Typography,
    body_size,
    clean_line,
    gather_paragraphs,
    join_lines,
    words_of,
)
from kodebenk.importing.pdf_pages import PdfLimits, PdfPage, read_pages
from kodebenk.importing.pdf_rows import rejoin_rows
from kodebenk.importing.running_lines import RunningLines, find_running_lines
from kodebenk.importing.source_file import read_content

_MARK = b"%PDF-"
_MARK_WITHIN = 1024
"""Bytes from the start within which readers look for the mark (ISO 32000-1, annex H, note 13)."""

_UNREADABLE_GLYPH = "(cid:"


def read_pdf(path: Path, options: ReadOptions, limits: PdfLimits | None = None) -> ImportedDocument:
    """Return a PDF as a document: paragraphs rebuilt, words joined, headers out, every printed line numbered.

    A page's label is the number printed on it, else the file's own label, else its place in the file. With
    `options.as_is` lines stay lines, hyphens and running headers stay too.

    Raises:
        SourceUnreadable: the file cannot be read, is no PDF, is encrypted, damaged, too large or slow, or has no text.
        Cancelled: `options.is_cancelled` said so.
    """
    content = read_content(path)
    if _MARK not in content[:_MARK_WITHIN]:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no PDF mark")
    pages = [rejoin_rows(page) for page in read_pages(path, options, limits or PdfLimits())]
    running = find_running_lines(pages, body_size(pages))
    lines = list(_place_lines(pages, running, options))
    if not lines:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path, detail=f"{len(pages)} pages")
    composed = _compose(gather_paragraphs(lines, Typography(pages, lines)), words_of(lines), as_is=options.as_is)
    return ImportedDocument(
        path=path,
        content=content,
        text=composed.text,
        kind=SourceKind.PLAN,
        paragraphs=tuple(composed.paragraphs),
        headings=tuple(composed.headings),
        pages=tuple(_pages(pages, running, composed)),
        line_starts=tuple(composed.line_starts),
        warnings=tuple(_warnings(pages, running, lines, options)),
    )


@dataclass(slots=True)
class _Composed:
    """A text in the making."""

    text: str = ""
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    paragraphs: list[Span] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)
    page_starts: dict[int, int] = field(default_factory=dict)

    def write(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def cut(self, count: int) -> None:
        if count:
            self.pieces[-1] = self.pieces[-1][:-count]
            self.length -= count


def _place_lines(pages: Sequence[PdfPage], running: RunningLines, options: ReadOptions) -> Iterator[PlacedLine]:
    for number, page in enumerate(pages):
        for index, line in enumerate(page.lines):
            if options.as_is or index not in running.indexes[number]:
                text, is_divided = clean_line(line.text)
                if text:
                    yield PlacedLine(number, line, text, is_divided)


def _compose(paragraphs: Sequence[PrintedParagraph], vocabulary: frozenset[str], *, as_is: bool) -> _Composed:
    composed = _Composed()
    for paragraph in paragraphs:
        if composed.pieces:
            composed.write("\n")
        start = composed.length
        before: PlacedLine | None = None
        for placed in paragraph.lines:
            if before:
                cut, between = (0, "\n") if as_is else join_lines(before, placed.text, vocabulary)
                composed.cut(cut)
                composed.write(between)
            composed.line_starts.append(composed.length)
            composed.page_starts.setdefault(placed.page, composed.length)
            composed.write(placed.text)
            before = placed
        composed.paragraphs.append(Span(start, composed.length))
        if paragraph.level:
            composed.headings.append(Heading(start, composed.length, paragraph.level))
    composed.text = "".join(composed.pieces)
    return composed


def _pages(pages: Sequence[PdfPage], running: RunningLines, composed: _Composed) -> list[Page]:
    """Return every page of the file; one without text is empty and stands where the next one begins."""
    found: list[Page] = []
    end = len(composed.text)
    for number in range(len(pages) - 1, -1, -1):
        start = min(composed.page_starts.get(number, end), end) if number else 0
        label = running.labels[number] or pages[number].label or str(number + 1)
        found.append(Page(start, end, label))
        end = start
    return found[::-1]


def _warnings(
    pages: Sequence[PdfPage], running: RunningLines, lines: Sequence[PlacedLine], options: ReadOptions
) -> Iterator[SourceWarning]:
    with_text = {placed.page for placed in lines}
    for number, page in enumerate(pages):
        if number not in with_text and len(running.indexes[number]) == len(page.lines):
            yield SourceWarning("page_without_text", f"page {number + 1}")
        unreadable = sum(line.text.count(_UNREADABLE_GLYPH) for line in page.lines)
        if unreadable:
            yield SourceWarning("unreadable_characters", f"page {number + 1}", {"count": str(unreadable)})
    removed = sum(map(len, running.indexes))
    if removed and not options.as_is:
        yield SourceWarning("running_lines_left_out", fields={"count": str(removed)})
