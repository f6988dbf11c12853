"""SQLite's errors as our own.

Result codes: https://www.sqlite.org/rescode.html
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kodebenk.errors import ProjectFileError, ProjectFileProblem

_PROBLEMS = (
    ("SQLITE_FULL", ProjectFileProblem.DISK_FULL),
    ("SQLITE_READONLY", ProjectFileProblem.READ_ONLY),
    ("SQLITE_BUSY", ProjectFileProblem.BUSY),
    ("SQLITE_LOCKED", ProjectFileProblem.BUSY),
    ("SQLITE_NOTADB", ProjectFileProblem.NOT_A_PROJECT),
    ("SQLITE_CORRUPT", ProjectFileProblem.DAMAGED),
    ("SQLITE_CANTOPEN", ProjectFileProblem.CANNOT_READ),
    ("SQLITE_PERM", ProjectFileProblem.CANNOT_READ),
    ("SQLITE_AUTH", ProjectFileProblem.CANNOT_READ),
    ("SQLITE_IOERR", ProjectFileProblem.CANNOT_WRITE),
)


@contextmanager
def translate_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file into ProjectFileError; our own mistakes pass through."""
    try:
        yield
    except DBAPIError as error:
        problem = _problem_of(error.orig)
        if problem is None:
            raise
        raise ProjectFileError(problem, path, detail=str(error.orig)) from error
    except sqlite3.Error as error:
        problem = _problem_of(error)
        if problem is None:
            raise
        raise ProjectFileError(problem, path, detail=str(error)) from error


def _problem_of(error: BaseException | None) -> ProjectFileProblem | None:
    name = getattr(error, "sqlite_errorname", None) or ""
    for prefix, problem in _PROBLEMS:
        if name.startswith(prefix):
            return problem
    return None
