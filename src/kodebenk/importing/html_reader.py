"""Reads web pages: what a browser shows of them, without menus.

Blanks run together and entities become characters as in a browser; preformatted text keeps its lines. Scripts, styles,
menus (`nav`) and hidden elements are dropped.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from kodebenk.domain.document import SourceKind
from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.composed_text import TextDraft
from kodebenk.importing.encodings import decode, find_encoding
from kodebenk.importing.html_walk import HtmlWalk
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions, SourceWarning
from kodebenk.importing.source_file import read_content
from kodebenk.importing.text_decoding import LARGEST_TEXT, decode_text

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page may say its encoding; browsers look at 1024."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CALLED_LATIN_1 = frozenset({"iso8859-1", "ascii", "latin-1"})


def read_html(path: Path, options: ReadOptions) -> ImportedDocument:
    """Return a web page as a document; a paragraph per line, table cells in reading order.

    Raises:
        SourceUnreadable: the file cannot be read, is not text, is nested too deep, or shows no words.
        Cancelled: `options.is_cancelled` said so.
    """
    content = read_content(path, largest=LARGEST_TEXT)
    encoding = options.encoding or find_html_encoding(content)
    raw, warnings = decode_text(path, content, encoding)
    walk = HtmlWalk(TextDraft(path, options))
    walk.read_page(_parse(path, raw))
    composed = walk.draft.compose()
    if walk.hidden:
        warnings = (*warnings, SourceWarning("hidden_left_out", fields={"count": str(walk.hidden)}))
    return replace(
        composed.as_document(path, content, SourceKind.NOTES),
        encoding=encoding,
        warnings=warnings,
    )


def find_html_encoding(content: bytes) -> str:
    """Return the Python name of the encoding: Unicode where the bytes show it, else what the page itself says.

    A page that says iso-8859-1 means Windows-1252, as in every browser (WHATWG Encoding Standard, 4.2).
    """
    found = find_encoding(content)
    told = _CHARSET.search(content[:_HEAD])
    if found.startswith("utf") or not told:
        return found
    try:
        name = codecs.lookup(told[1].decode("ascii", "replace")).name
        name = "cp1252" if name in _CALLED_LATIN_1 else name
        _, undecodable = decode(content, name)
    except LookupError:
        return found
    return found if undecodable else name


def _parse(path: Path, raw: str) -> etree._Element:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(_CONTROL.sub("", raw).encode(), parser)
    except etree.XMLSyntaxError as error:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path) from error
    # The parser stops at its limits and returns what it has so far; half a page is worse than none.
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise SourceUnreadable(SourceProblem.DAMAGED, path, detail="nested too deep")
    if root is None:
        raise SourceUnreadable(SourceProblem.NO_TEXT, path)
    return root
