"""Reads how far into each document the codings reach."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from kodebenk.storage.tables import coding


def furthest_by_document(connection: Connection) -> dict[int, int]:
    """Return the end of the furthest coding by document id, in code points."""
    query = select(coding.c.document_id, func.max(coding.c.end)).group_by(coding.c.document_id)
    return {row[0]: row[1] for row in connection.execute(query)}
