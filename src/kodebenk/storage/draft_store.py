"""Reads and writes corrections that somebody is typing. They are neither data nor part of the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from kodebenk.storage.moments import now
from kodebenk.storage.tables import text_draft


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A draft; `base_sha256` is the hash of the text that it began from, `saved_at` is UTC, ISO 8601."""

    document_id: int
    base_sha256: str
    saved_at: str
    text: str


def list_drafts(connection: Connection) -> tuple[StoredDraft, ...]:
    rows = connection.execute(select(text_draft).order_by(text_draft.c.document_id))
    return tuple(_draft_from(row) for row in rows)


def read_draft(connection: Connection, document_id: int) -> StoredDraft | None:
    """Return the draft of a document, or None where nobody is typing one."""
    row = connection.execute(select(text_draft).where(text_draft.c.document_id == document_id)).first()
    return None if row is None else _draft_from(row)


def save_draft(connection: Connection, document_id: int, base_sha256: str, text: str) -> None:
    """Store a draft inside an open transaction; one that is there keeps the hash of the text that it began from."""
    known = select(text_draft.c.id).where(text_draft.c.document_id == document_id)
    found = connection.execute(known).scalar()
    values = {"saved_at": now(), "text": text}
    if found is None:
        first = {"document_id": document_id, "base_sha256": base_sha256}
        connection.execute(text_draft.insert().values(**first, **values))
    else:
        connection.execute(text_draft.update().where(text_draft.c.id == found).values(**values))


def drop_draft(connection: Connection, document_id: int) -> None:
    """Throw a draft away, if there is one, inside an open transaction."""
    connection.execute(text_draft.delete().where(text_draft.c.document_id == document_id))


def _draft_from(row: Any) -> StoredDraft:
    return StoredDraft(row.document_id, row.base_sha256, row.saved_at, row.text)
