r"""Reads Rich Text Format: an own walk over the tokens, as `word_reader` walks a Word file.

Kept: fields' results, text boxes, list numbers and bullets as printed, headings by style and outline level, tables.
Dropped: comments, tracked deletions, hidden words, pictures, headers and footers. Footnotes follow the paragraph that
refers to them. Letters are decoded by the font's character set, else by the file's (`\mac`, `\ansicpg`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kodebenk.domain.document import SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.composed_text import TextDraft, count_pages
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions, SourceWarning
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
    doubted = (SourceWarning("pages_uncertain", fields={"found": str(len(pages))}),) if pages else ()
    return ImportedDocument(
        path=path,
        content=content,
        text=composed.text,
        kind=SourceKind.PLAN,
        paragraphs=composed.paragraphs,
        headings=composed.headings,
        pages=pages,
        cells=composed.cells,
        items=composed.items,
        warnings=(*_warnings(walk.counts + walk.letters.counts, walk.letters.encoding), *doubted),
    )


def _warnings(counts: Counter[str], encoding: str) -> Iterator[SourceWarning]:
    if counts["undecodable"]:
        yield SourceWarning("undecodable", fields={"count": str(counts["undecodable"]), "encoding": encoding})
    if counts["insertions"] or counts["deletions"]:
        fields = {"insertions": str(counts["insertions"]), "deletions": str(counts["deletions"])}
        yield SourceWarning("tracked_changes_accepted", fields=fields)
    for kind in ("comments_left_out", "hidden_left_out", "notes_moved", "embedded_left_out", "unknown_symbols"):
        if counts[kind]:
            yield SourceWarning(kind, fields={"count": str(counts[kind])})
