"""Writes a file so that the target is either the whole new file or what it was before."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO
from uuid import uuid4

from kodebenk.errors import ExportFailed, ExportProblem

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})


def write_safely(path: Path, write: Callable[[BinaryIO], object], *, overwrite: bool = False) -> None:
    """Leave at `path` what `write` puts into the open file that it is handed.

    The file is written beside the target, flushed to the disk and renamed. Whatever `write` raises goes on to the
    caller (so a `Cancelled` stays one), except `OSError`. In every such case nothing new is left in the folder.

    Args:
        path: the target.
        write: gets a seekable binary file, open for reading and writing; what it returns is not looked at.
        overwrite: an existing file may be replaced.

    Raises:
        ExportFailed: EXISTS, FOLDER_MISSING, DISK_FULL or CANNOT_WRITE; an existing target is untouched.
    """
    _refuse_bad_target(path, overwrite)
    # A short name of our own: the target's may already be as long as the file system allows.
    beside = path.with_name(f".kodebenk-{uuid4().hex[:12]}.part")
    try:
        with beside.open("xb+") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        # Somebody may have put a file there while ours was written.
        _refuse_bad_target(path, overwrite)
        beside.replace(path)
    except OSError as error:
        raise _as_export_failure(error, path) from error
    finally:
        beside.unlink(missing_ok=True)


def _refuse_bad_target(path: Path, overwrite: bool) -> None:
    if not path.parent.is_dir():
        raise ExportFailed(ExportProblem.FOLDER_MISSING, path)
    if path.is_dir():
        raise ExportFailed(ExportProblem.CANNOT_WRITE, path, detail=os.strerror(errno.EISDIR))
    if not overwrite and path.exists():
        raise ExportFailed(ExportProblem.EXISTS, path)


def _as_export_failure(error: OSError, path: Path) -> ExportFailed:
    problem = ExportProblem.DISK_FULL if error.errno in _NO_SPACE else ExportProblem.CANNOT_WRITE
    return ExportFailed(problem, path, detail=error.strerror or type(error).__name__)
