"""Reads OpenDocument texts (LibreOffice) by walking their XML, as `word_reader` does for Word files.

Kept: tracked insertions, fields' results, text boxes, sections, list numbers and bullets, the numbers of headings.
Dropped: comments, tracked deletions, hidden words, prompts, headers and footers. What a user may miss is counted in a
warning. Footnotes and endnotes follow the paragraph that refers to them, with their printed mark as `[1]`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kodebenk.domain.document import Page, SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.composed_text import ComposedText, TextDraft
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions
from kodebenk.importing.list_marks import format_number
from kodebenk.importing.odt_package import OdtPackage
from kodebenk.importing.odt_styles import PageStart
from kodebenk.importing.odt_walk import OdtWalk
from kodebenk.importing.reading_counts import warnings_of
from kodebenk.importing.source_file import read_content
from kodebenk.importing.xml_package import PackageLimits


def read_odt(path: Path, options: ReadOptions, limits: PackageLimits | None = None) -> ImportedDocument:
    """Return an .odt file as a document; a paragraph per line, table cells in reading order.

    Pages are the soft page breaks that a program stored when it last laid out the text, besides hard ones; without
    stored breaks they are incomplete, which a warning says.

    Raises:
        SourceUnreadable: the file cannot be read, is no OpenDocument text, is encrypted, damaged or too large, or has
            no text.
        Cancelled: `options.is_cancelled` said so.
    """
    content = read_content(path)
    package = OdtPackage(path, content, limits or PackageLimits())
    walk = OdtWalk(package, TextDraft(path, options))
    try:
        walk.read_body(package.body)
    except RecursionError as error:
        raise SourceUnreadable(SourceProblem.DAMAGED, path, detail="nested too deep") from error
    composed = walk.draft.compose()
    pages = _lay_pages(composed, walk.page_starts)
    return replace(
        composed.as_document(path, content, SourceKind.PLAN),
        pages=pages,
        warnings=tuple(warnings_of(walk.counts, pages)),
    )


def _lay_pages(composed: ComposedText, page_starts: Mapping[int, PageStart]) -> tuple[Page, ...]:
    """Return the pages with their printed numbers; a style may number them anew and in Roman numbers."""
    told = {composed.next_word(composed.paragraph_start(index)): start for index, start in page_starts.items()}

    def labels(starts: Sequence[int]) -> Iterator[str]:
        number, form = 0, ""
        for start in [told.get(composed.next_word(starts[0])), *(told.get(start) for start in starts[1:])]:
            number += 1
            if start:
                number, form = start.number if start.number is not None else number, start.form or form
            yield format_number(number, form)

    return composed.lay_pages(composed.page_breaks(), labels)
