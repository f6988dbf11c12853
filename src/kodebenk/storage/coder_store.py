"""Reads and writes coders."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kodebenk.domain.coder import Coder, CoderKind
from kodebenk.storage.identity import new_guid
from kodebenk.storage.tables import coder
from kodebenk.storage.writer import Writer


def list_coders(connection: Connection) -> tuple[Coder, ...]:
    """Return every coder, the consensus layer among them."""
    rows = connection.execute(select(coder).order_by(coder.c.id))
    return tuple(Coder(row.id, row.guid, row.name, CoderKind(row.kind)) for row in rows)


def add(writer: Writer, name: str, kind: CoderKind = CoderKind.PERSON) -> int:
    return writer.insert(coder, guid=new_guid(), name=name, kind=kind.value)
