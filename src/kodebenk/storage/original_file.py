"""Reads what is known of the file that a document was made from."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kodebenk.storage.tables import source_file


def read_encoding(connection: Connection, document_id: int) -> str:
    """Return the encoding in which a text file was read; empty for formats that have none, and without a file."""
    query = select(source_file.c.encoding).where(source_file.c.document_id == document_id)
    return str(connection.execute(query).scalar() or "")
