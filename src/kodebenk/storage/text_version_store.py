"""Reads and writes the texts that documents had before they were corrected."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import Connection, func, select

from kodebenk.storage.moments import now
from kodebenk.storage.tables import document_text, source_file, text_version
from kodebenk.storage.writer import Writer


class CorrectionKind(StrEnum):
    """How a text was corrected: typed, or replaced by a corrected file."""

    EDIT = "edit"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class TextVersion:
    """A text that a document had; `number` counts from 1, `replaced_at` is UTC, ISO 8601.

    `file_name` is empty where the original file stayed.
    """

    id: int
    document_id: int
    number: int
    replaced_at: str
    replaced_by: str
    kind: CorrectionKind
    file_name: str
    characters: int


def list_versions(connection: Connection, document_id: int) -> tuple[TextVersion, ...]:
    """Return the former texts of a document, the oldest first."""
    columns = text_version.c
    query = select(
        columns.id,
        columns.document_id,
        columns.number,
        columns.replaced_at,
        columns.replaced_by,
        columns.reason,
        columns.file_name,
        func.length(columns.text).label("characters"),
    )
    rows = connection.execute(query.where(columns.document_id == document_id).order_by(columns.number))
    return tuple(
        TextVersion(
            row.id,
            row.document_id,
            row.number,
            row.replaced_at,
            row.replaced_by,
            CorrectionKind(row.reason),
            row.file_name,
            row.characters,
        )
        for row in rows
    )


def read_version(connection: Connection, version_id: int) -> str:
    """Return a former text."""
    return str(connection.execute(select(text_version.c.text).where(text_version.c.id == version_id)).scalar_one())


def keep_version(
    writer: Writer, document_id: int, kind: CorrectionKind, coder: str, turns: list[tuple[int, int, int, str]]
) -> int:
    """Keep the text that a document has now, and with FILE its original file, before they are replaced.

    `turns` are `(start, body_start, end, label)`; they are kept with the structure, since the turns themselves go.
    """
    connection = writer.connection
    query = select(document_text.c.text, document_text.c.structure).where(document_text.c.document_id == document_id)
    text = connection.execute(query).one()
    highest = select(func.max(text_version.c.number)).where(text_version.c.document_id == document_id)
    values = {"file_name": "", "sha256": "", "encoding": "", "content": b""}
    if kind is CorrectionKind.FILE:
        values |= _file_of(connection, document_id)
    return writer.insert(
        text_version,
        document_id=document_id,
        number=(connection.execute(highest).scalar() or 0) + 1,
        replaced_at=now(),
        replaced_by=coder,
        reason=kind.value,
        text=text.text,
        structure=_with_turns(text.structure, turns),
        **values,
    )


def _file_of(connection: Connection, document_id: int) -> dict[str, str | bytes]:
    columns = source_file.c
    query = select(columns.file_name, columns.sha256, columns.encoding, columns.content)
    row = connection.execute(query.where(columns.document_id == document_id)).first()
    return {} if row is None else dict(row._mapping)


def _with_turns(structure: str, turns: list[tuple[int, int, int, str]]) -> str:
    return json.dumps({**json.loads(structure), "turns": turns}, ensure_ascii=False, separators=(",", ":"))
