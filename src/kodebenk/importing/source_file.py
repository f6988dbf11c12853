"""Reads the bytes of a source, and says what is wrong with them before any parser sees them."""

from __future__ import annotations

import lzma
import zlib
from pathlib import Path
from zipfile import BadZipFile

from kodebenk.errors import SourceProblem, SourceUnreadable

LARGEST_FILE = 500 * 1024 * 1024
"""Bytes; the original is kept in the project file, whose blobs may hold 1 GB."""

BROKEN_PACKAGE = (BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, EOFError, ValueError, OSError)
"""What zipfile stumbles over; ValueError where the directory sends it to before the file's beginning."""

OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


def read_content(path: Path, *, largest: int = LARGEST_FILE) -> bytes:
    """Return the bytes of a file.

    Raises:
        SourceUnreadable: MISSING, EMPTY, TOO_LARGE or CANNOT_READ (a folder, no permission, a disk error).
    """
    try:
        size = path.stat().st_size
        if size > largest:
            raise SourceUnreadable(SourceProblem.TOO_LARGE, path, detail=f"{size} bytes")
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise SourceUnreadable(SourceProblem.MISSING, path) from error
    except OSError as error:
        raise SourceUnreadable(SourceProblem.CANNOT_READ, path, detail=type(error).__name__) from error
    if not content:
        raise SourceUnreadable(SourceProblem.EMPTY, path)
    return content


def check_office_package(path: Path, content: bytes) -> None:
    """Make sure that a docx or xlsx is a zip file.

    A password puts the package into an OLE container, which is also what .doc and .xls are (MS-OFFCRYPTO 2.3.4.4).

    Raises:
        SourceUnreadable: ENCRYPTED or NOT_THE_FORMAT.
    """
    if content.startswith(OLE_MARK):
        if _ENCRYPTED_PACKAGE in content:
            raise SourceUnreadable(SourceProblem.ENCRYPTED, path)
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="OLE file")
    if not content.startswith(b"PK"):
        raise SourceUnreadable(SourceProblem.NOT_THE_FORMAT, path, detail="not a zip file")
