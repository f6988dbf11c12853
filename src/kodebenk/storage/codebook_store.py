"""Reads and writes codes."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from kodebenk.domain.codebook import Code, Codebook, CodeOrigin
from kodebenk.storage.identity import new_guid
from kodebenk.storage.tables import code
from kodebenk.storage.writer import Writer


def read_codebook(connection: Connection) -> Codebook:
    return Codebook(tuple(_code_from(row) for row in connection.execute(select(code).order_by(code.c.id)).mappings()))


def add(writer: Writer, **values: Any) -> int:
    """Insert a code and return its id; the values are fields of `Code`."""
    return writer.insert(code, guid=values.pop("guid", None) or new_guid(), **_stored(values))


def update(writer: Writer, code_id: int, **values: Any) -> bool:
    """Set fields of a code; return whether anything became different."""
    return writer.update(code, code_id, **_stored(values))


def delete(writer: Writer, code_id: int) -> None:
    writer.delete(code, code_id)


def _stored(values: dict[str, Any]) -> dict[str, Any]:
    stored = dict(values)
    if "synonyms" in stored:
        stored["synonyms"] = json.dumps(list(stored["synonyms"]), ensure_ascii=False)
    if stored.get("origin") is not None:
        stored["origin"] = CodeOrigin(stored["origin"]).value
    return stored


def _code_from(row: Any) -> Code:
    values = dict(row)
    values["synonyms"] = tuple(json.loads(row["synonyms"]))
    values["origin"] = CodeOrigin(row["origin"]) if row["origin"] else None
    return Code(**values)
