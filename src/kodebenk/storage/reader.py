"""Read-only connections, each for one worker thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from kodebenk.storage.project_file import connect

ReadConnection = Connection
"""What the reads of the stores take."""


@contextmanager
def open_reader(path: Path) -> Iterator[ReadConnection]:
    """Open a second, read-only connection to a project that is open elsewhere in the program.

    Everything read inside belongs to one moment: changes made meanwhile are not seen.
    """
    connection = connect(path, "ro")
    try:
        connection.exec_driver_sql("BEGIN")
        yield connection
    finally:
        connection.close()
