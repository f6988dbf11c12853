"""One row before and after a change, and its inverse."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Row = Mapping[str, Any]

KEPT = "$kept"
"""Key of the stand-in for a large value: `{"$kept": sha256}`."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that was inserted (`before` is None), deleted (`after` is None) or updated."""

    table: str
    row_id: int
    before: Row | None
    after: Row | None

    @property
    def inverse(self) -> RowChange:
        return RowChange(self.table, self.row_id, self.after, self.before)

    def document_ids(self) -> frozenset[int]:
        """Return the documents that the row belongs to, before or after."""
        rows = [row for row in (self.before, self.after) if row is not None]
        if self.table == "document":
            return frozenset({self.row_id})
        return frozenset(row["document_id"] for row in rows if row.get("document_id") is not None)


def row_to_json(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def row_from_json(stored: str | None) -> Row | None:
    return None if stored is None else json.loads(stored)
