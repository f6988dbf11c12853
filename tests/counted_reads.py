"""Counts what is asked of project files."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, event


@contextmanager
def counted_reads() -> Iterator[list[str]]:
    """Collect every SELECT that runs inside the block, in order."""
    reads: list[str] = []

    def note(_connection, _cursor, statement, _parameters, _context, _many):
        if statement.startswith("SELECT"):
            reads.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        yield reads
    finally:
        event.remove(Engine, "before_cursor_execute", note)
