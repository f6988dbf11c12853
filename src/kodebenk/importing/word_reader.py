"""Reads Word files by walking their XML, so that nothing a reader of the page sees is lost.

Kept: tracked insertions and moved-to text, content controls, smart tags, hyperlinks, fields' results, text boxes,
equations' letters, list numbers and bullets (they are not in the file's text, but "3.2" is what people cite).
Dropped: deletions, moved-from text, hidden text, prompts of empty content controls, comments, headers and footers.
What a user may miss is counted in a warning.

Footnotes and endnotes become paragraphs of their own right after the paragraph that refers to them, beginning with
`[1]` or `[i]`: a sentence stays whole for quoting, and the note keeps its page. A text box follows its anchor likewise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from kodebenk.domain.document import Heading, Page, SourceKind, Span, TableCell
from kodebenk.domain.passage import index_at, trim_blanks
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions, SourceWarning
from kodebenk.importing.source_file import read_content
from kodebenk.importing.word_package import PackageLimits, WordPackage, attribute, child, children, integer
from kodebenk.importing.word_styles import format_number
from kodebenk.importing.word_walk import WordWalk

_SAME_PAGE_SECTIONS = frozenset({"continuous", "nextColumn"})


def read_word(path: Path, options: ReadOptions, limits: PackageLimits | None = None) -> ImportedDocument:
    """Return a .docx file as a document; a paragraph per line, table cells in reading order.

    Pages are the breaks that Word stored when it last laid out the text, besides hard page breaks and sections; without
    stored breaks they are incomplete, which a warning says.

    Raises:
        SourceUnreadable: the file cannot be read, is no Word file, is encrypted, damaged or too large, or has no text.
        Cancelled: `options.is_cancelled` said so.
    """
    content = read_content(path)
    package = WordPackage(path, content, limits or PackageLimits())
    walk = WordWalk(package, options)
    try:
        walk.read_body(package.main())
    except RecursionError as error:
        raise SourceUnreadable(SourceProblem.DAMAGED, path, detail="nested too deep") from error
    layout = _Layout(walk)
    if not layout.paragraphs:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path)
    return ImportedDocument(
        path=path,
        content=content,
        text=layout.text,
        kind=SourceKind.PLAN,
        paragraphs=layout.paragraphs,
        headings=layout.headings,
        pages=layout.pages,
        cells=layout.cells,
        warnings=(*_counted_warnings(package, walk), *layout.warnings),
    )


class _Layout:
    """Puts what was walked into one text, and says where everything lies in it."""

    def __init__(self, walk: WordWalk) -> None:
        self._walk = walk
        self._starts: list[int] = []
        position = 0
        for paragraph in walk.paragraphs:
            self._starts.append(position)
            position += len(paragraph.text) + 1
        self.text = "\n".join(paragraph.text for paragraph in walk.paragraphs)
        spans = [self._span(index) for index in range(len(walk.paragraphs))]
        self.paragraphs = tuple(span for span in spans if span.start < span.end)
        self.headings = tuple(
            Heading(span.start, span.end, paragraph.level)
            for span, paragraph in zip(spans, walk.paragraphs, strict=True)
            if paragraph.level and span.start < span.end
        )
        self.cells = self._place_cells(spans)
        self.pages = self._place_pages()
        self.warnings: tuple[SourceWarning, ...] = ()
        if self.pages and not walk.counts["rendered_breaks"]:
            self.warnings = (SourceWarning("pages_uncertain", fields={"found": str(len(self.pages))}),)

    def _span(self, index: int) -> Span:
        start = self._starts[index]
        return Span(*trim_blanks(self.text, start, start + len(self._walk.paragraphs[index].text)))

    def _place_cells(self, spans: Sequence[Span]) -> tuple[TableCell, ...]:
        """Return the cells that have words, outer before inner."""
        placed = []
        for cell in self._walk.cells:
            inside = [span for span in spans[cell.first : cell.last] if span.start < span.end]
            if inside:
                placed.append(TableCell(cell.table, cell.row, cell.column, inside[0].start, inside[-1].end))
        return tuple(sorted(placed, key=lambda cell: (cell.start, cell.table)))

    def _place_pages(self) -> tuple[Page, ...]:
        section_starts = self._section_starts()
        begun_by_section = {
            start
            for start, section in zip(section_starts[1:], self._walk.sections[1:], strict=True)
            if attribute(child(section.properties, "w:type"), "val") not in _SAME_PAGE_SECTIONS
        }
        breaks = {
            self._next_word(start + offset)
            for start, paragraph in zip(self._starts, self._walk.paragraphs, strict=True)
            for offset in paragraph.breaks
        }
        starts = sorted((breaks | begun_by_section) - {self._next_word(0), len(self.text)})
        if not starts:
            return ()
        bounds = [0, *starts, len(self.text)]
        labels = self._page_labels([0, *starts], section_starts)
        return tuple(Page(start, end, label) for (start, end), label in zip(pairwise(bounds), labels, strict=True))

    def _section_starts(self) -> list[int]:
        ends = [section.end for section in self._walk.sections][:-1]
        return [0, *(self._next_word(self._paragraph_start(end)) for end in ends)] if self._walk.sections else []

    def _page_labels(self, page_starts: Sequence[int], section_starts: Sequence[int]) -> Iterator[str]:
        """Yield the printed page numbers: sections may begin anew and use Roman numbers."""
        number = 0
        current = -1
        for start in page_starts:
            section = index_at(section_starts, start)
            shape = child(self._walk.sections[section].properties, "w:pgNumType") if section >= 0 else None
            first = attribute(shape, "start") if section != current else ""
            current = section
            number = integer(first, number + 1)
            yield format_number(number, attribute(shape, "fmt"))

    def _paragraph_start(self, index: int) -> int:
        return self._starts[index] if index < len(self._starts) else len(self.text)

    def _next_word(self, position: int) -> int:
        return len(self.text) - len(self.text[position:].lstrip())


def _counted_warnings(package: WordPackage, walk: WordWalk) -> Iterator[SourceWarning]:
    counts = walk.counts
    counts["comments_left_out"] = sum(1 for _ in children(package.related("comments"), "w:comment"))
    if counts["insertions"] or counts["deletions"]:
        fields = {"insertions": str(counts["insertions"]), "deletions": str(counts["deletions"])}
        yield SourceWarning("tracked_changes_accepted", fields=fields)
    for kind in ("comments_left_out", "hidden_left_out", "notes_moved", "embedded_left_out", "unknown_symbols"):
        if counts[kind]:
            yield SourceWarning(kind, fields={"count": str(counts[kind])})
