"""Reads Markdown: the words as a page made of it shows them, without the marks.

Emphasis, links, escapes and tags lose their marks, list items keep number or bullet, comments are dropped. Lines of a
paragraph become one, as on the page, but a line that begins with a speaker's label or a time stays a line. Notes follow
the paragraph that refers to them. What stands between `---` on top says something about the document, and is no text.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.importing.composed_text import TextDraft
from kodebenk.importing.encodings import find_encoding
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions, SourceWarning
from kodebenk.importing.markdown_blocks import MarkdownBlocks
from kodebenk.importing.source_file import read_content
from kodebenk.importing.text_cleaning import clean_text
from kodebenk.importing.text_decoding import LARGEST_TEXT, decode_text

_FIELD = re.compile(r"(?P<name>[\w-]{1,40}):(?:\s+(?P<value>.*))?")
_MOST_FRONT_LINES = 200
_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_PRINTED_DAY = re.compile(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>\d{4})")
_LANGUAGES = {"no": "nb", "nb": "nb", "nn": "nn", "en": "en"}


def read_markdown(path: Path, options: ReadOptions) -> ImportedDocument:
    """Return a Markdown file as a document; a paragraph per line, table cells in reading order.

    Raises:
        SourceUnreadable: the file cannot be read, is not text, or holds no words.
        Cancelled: `options.is_cancelled` said so.
    """
    content = read_content(path, largest=LARGEST_TEXT)
    encoding = options.encoding or find_encoding(content)
    raw, warnings = decode_text(path, content, encoding)
    lines = clean_text(raw).split("\n")
    first, details = _read_front(lines)
    blocks = MarkdownBlocks(TextDraft(path, options))
    blocks.read(lines[first:])
    composed = blocks.draft.compose()
    if blocks.counts["notes_moved"]:
        warnings = (*warnings, SourceWarning("notes_moved", fields={"count": str(blocks.counts["notes_moved"])}))
    return replace(
        composed.as_document(path, content, SourceKind.NOTES),
        details=details,
        encoding=encoding,
        warnings=warnings,
    )


def _read_front(lines: list[str]) -> tuple[int, DocumentDetails]:
    """Return the line behind the front matter (YAML between `---`), and what it tells; 0 where there is none."""
    if not lines or lines[0].rstrip() != "---":
        return 0, DocumentDetails()
    end = next((at for at, line in enumerate(lines[1:_MOST_FRONT_LINES], 1) if line.rstrip() in {"---", "..."}), 0)
    told = {
        found["name"].casefold(): _value(found["value"]) for line in lines[1:end] if (found := _FIELD.fullmatch(line))
    }
    if not told:
        return 0, DocumentDetails()
    return end + 1, _details(told)


def _value(written: str | None) -> str:
    return (written or "").strip().strip("\"'[]").strip()


def _details(told: dict[str, str]) -> DocumentDetails:
    def first(*names: str) -> str:
        return next((told[name] for name in names if told.get(name)), "")

    details = DocumentDetails(
        issuer=first("issuer", "publisher", "utgiver", "author", "forfatter", "authors"),
        date=_iso_day(first("date", "dato")),
        version=first("version", "versjon"),
        place=first("place", "sted"),
    )
    return replace(details, language=_LANGUAGES.get(first("lang", "language", "språk")[:2].casefold(), ""))


def _iso_day(written: str) -> str:
    found = _DAY.match(written) or _PRINTED_DAY.fullmatch(written)
    if not found or not 1 <= int(found["month"]) <= 12 or not 1 <= int(found["day"]) <= 31:
        return ""
    return f"{found['year']}-{int(found['month']):02d}-{int(found['day']):02d}"
