"""SQLite's errors as our own.

Result codes: https://www.sqlite.org/rescode.html
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
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

_UNREADABLE_TEXT = "Could not decode to UTF-8"


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


def tell_damage(engine: Engine, path: Path) -> None:
    """Let every statement of an engine raise ProjectFileError DAMAGED where it meets what cannot be read.

    SQLite looks at the pages of a file when it is opened, not at what stands in them, and not at all at a large file.
    """

    @event.listens_for(engine, "handle_error")
    def _translate(context: ExceptionContext) -> ProjectFileError | None:
        error = context.original_exception
        if str(error).startswith(_UNREADABLE_TEXT):  # the message goes on with the text itself
            return ProjectFileError(ProjectFileProblem.DAMAGED, path, detail=_UNREADABLE_TEXT)
        if _problem_of(error) is ProjectFileProblem.DAMAGED:
            return ProjectFileError(ProjectFileProblem.DAMAGED, path, detail=str(error))
        return None


def _problem_of(error: BaseException | None) -> ProjectFileProblem | None:
    name = getattr(error, "sqlite_errorname", None) or ""
    for prefix, problem in _PROBLEMS:
        if name.startswith(prefix):
            return problem
    return None
