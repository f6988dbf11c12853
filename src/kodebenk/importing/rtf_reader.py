r"""Reads Rich Text Format: an own walk over the tokens, as `word_reader` walks a Word file.

Kept: fields' results, text boxes, list numbers and bullets as printed, headings by style and outline level, tables.
Dropped: comments, tracked deletions, hidden words, pictures, headers and footers. Footnotes follow the paragraph that
refers to them. Letters are decoded by the font's character set, else by the file's (`\mac`, `\ansicpg`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kodebenk.domain.document import Page, SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.composed_text import TextDraft, count_pages
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions, SourceWarning
from kodebenk.importing.reading_counts import warnings_of
from kodebenk.importing.rtf_walk import RtfBroken, RtfWalk
from kodebenk.importing.source_file import read_content

LARGEST_RTF = 200 * 1024 * 1024
"""Bytes; pictures stand in the file as digits."""

_MARK = b"{\\rtf"


def read_rtf(path: Path, options: ReadOptions) -> ImportedDocument:
    """Return an .rtf file as a document; a paragraph per line, table cells in reading order.

    Pages are the hard page breaks only, since the format stores no others; a warning says so.

    Raises:
        SourceUnreadable: the file cannot be read, is no RTF, is cut short or nested too deep, or has no text.
        Cancelled: `options.is_cancelled` said so.
    """
    content = read_content(path, largest=LARGEST_RTF)
    if not content.lstrip()[: len(_MARK)] == _MARK:
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="no RTF mark")
    walk = RtfWalk(content.lstrip().decode("latin-1"), TextDraft(path, options))
    try:
        walk.read()
    except RtfBroken as error:
        raise SourceUnreadable(SourceProblem.DAMAGED, path, detail=str(error)) from error
    composed = walk.draft.compose(walk.tables.cells)
    pages = composed.lay_pages(composed.page_breaks(), count_pages)
    return replace(
        composed.as_document(path, content, SourceKind.PLAN),
        pages=pages,
        warnings=tuple(_warnings(walk.counts + walk.letters.counts, walk.letters.encoding, pages)),
    )


def _warnings(counts: Counter[str], encoding: str, pages: Sequence[Page]) -> Iterator[SourceWarning]:
    if counts["undecodable"]:
        yield SourceWarning("undecodable", fields={"count": str(counts["undecodable"]), "encoding": encoding})
    yield from warnings_of(counts, pages)
