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
from dataclasses import replace
from pathlib import Path

from kodebenk.domain.document import Page, SourceKind
from kodebenk.domain.passage import index_at
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.composed_text import ComposedText
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions, SourceWarning
from kodebenk.importing.list_marks import format_number
from kodebenk.importing.reading_counts import warnings_of
from kodebenk.importing.source_file import read_content
from kodebenk.importing.word_package import WordPackage, attribute, child, children, integer
from kodebenk.importing.word_walk import WordWalk
from kodebenk.importing.xml_package import PackageLimits

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
    composed = ComposedText(walk.paragraphs, walk.cells)
    if not composed.paragraphs:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path)
    pages = _Pages(walk, composed).lay()
    return replace(
        composed.as_document(path, content, SourceKind.PLAN),
        pages=pages,
        warnings=tuple(_warnings(package, walk, pages)),
    )


class _Pages:
    """Says where the pages of a Word file begin and what is printed on them."""

    def __init__(self, walk: WordWalk, composed: ComposedText) -> None:
        self._sections = walk.sections
        self._composed = composed
        self._section_starts = self._find_section_starts()

    def lay(self) -> tuple[Page, ...]:
        begun_by_section = {
            start
            for start, section in zip(self._section_starts[1:], self._sections[1:], strict=True)
            if attribute(child(section.properties, "w:type"), "val") not in _SAME_PAGE_SECTIONS
        }
        return self._composed.lay_pages(self._composed.page_breaks() | begun_by_section, self._labels)

    def _find_section_starts(self) -> list[int]:
        ends = [section.end for section in self._sections][:-1]
        starts = (self._composed.next_word(self._composed.paragraph_start(end)) for end in ends)
        return [0, *starts] if self._sections else []

    def _labels(self, page_starts: Sequence[int]) -> Iterator[str]:
        """Yield the printed page numbers: sections may begin anew and use Roman numbers."""
        number = 0
        current = -1
        for start in page_starts:
            section = index_at(self._section_starts, start)
            shape = child(self._sections[section].properties, "w:pgNumType") if section >= 0 else None
            first = attribute(shape, "start") if section != current else ""
            current = section
            number = integer(first, number + 1)
            yield format_number(number, attribute(shape, "fmt"))


def _warnings(package: WordPackage, walk: WordWalk, pages: Sequence[Page]) -> Iterator[SourceWarning]:
    walk.counts["comments_left_out"] = sum(1 for _ in children(package.related("comments"), "w:comment"))
    return warnings_of(walk.counts, pages)
