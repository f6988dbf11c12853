"""Makes characters of the bytes of a text file, and refuses what is no text."""

from __future__ import annotations

import re
from pathlib import Path

from kodebenk.errors import SourceProblem, SourceUnreadable
from kodebenk.importing.encodings import decode
from kodebenk.importing.imported_document import SourceWarning
from kodebenk.importing.source_file import OLE_MARK

LARGEST_TEXT = 60 * 1024 * 1024
"""Bytes; the Bible has 4 MB."""

_BINARY_MARKS = (b"%PDF-", b"PK\x03\x04", b"{\\rtf", OLE_MARK, b"\x89PNG", b"\xff\xd8\xff", b"ID3", b"OggS", b"RIFF")
_BINARY_SHARE = 0.02
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x7f\ufffd]")


def decode_text(path: Path, content: bytes, encoding: str) -> tuple[str, tuple[SourceWarning, ...]]:
    """Return the characters, not yet cleaned, and a warning where some of the bytes are none.

    Raises:
        SourceUnreadable: CANNOT_READ for an encoding that nobody knows, NOT_THE_FORMAT for what is no text.
    """
    if content.startswith(_BINARY_MARKS):
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="not a text file")
    try:
        raw, undecodable = decode(content, encoding)
    except LookupError as error:
        raise SourceUnreadable(SourceProblem.CANNOT_READ, path, detail=f"unknown encoding {encoding}") from error
    if len(_CONTROL.findall(raw)) > max(4, _BINARY_SHARE * len(raw)):
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="not a text file")
    if not undecodable:
        return raw, ()
    return raw, (SourceWarning("undecodable", fields={"count": str(undecodable), "encoding": encoding}),)
