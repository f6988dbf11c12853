"""The only inserts, updates and deletes of a project's data.

Every row is recorded before and after. Undo and redo replay the record through `replay`. Large values (texts, original
files) are named in the record by hash; the value itself moves to `kept_value` when its row goes, and comes back
from there, so that a big import does not lie in the file twice.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Column, Connection, LargeBinary, Table, bindparam, func, select

from kodebenk.storage import tables
from kodebenk.storage.row_change import KEPT, Row, RowChange

_ROWS_AT_ONCE = 500
"""Fewer than the parameters that any SQLite takes in one statement."""


class Writer:
    """Writes rows inside one transaction and remembers them in `row_changes`, in order."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.row_changes: list[RowChange] = []
        self._next_ids: dict[str, int] = {}

    def insert(self, table: Table, **values: Any) -> int:
        """Insert one row and return its id."""
        return self.insert_many(table, [values])[0]

    def insert_many(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> list[int]:
        """Insert rows and return their ids, in order. Missing columns get their defaults."""
        if not rows:
            return []
        first = self._take_ids(table, len(rows))
        complete = [_complete(table, {**row, "id": first + index}) for index, row in enumerate(rows)]
        self.connection.execute(table.insert(), complete)
        self.row_changes.extend(RowChange(table.name, row["id"], None, _record(table, row)) for row in complete)
        return [row["id"] for row in complete]

    def update(self, table: Table, row_id: int, **values: Any) -> bool:
        """Set columns of one row; return whether anything became different."""
        before = self._read(table, row_id)
        changed = {name: value for name, value in values.items() if before[name] != value}
        if not changed:
            return False
        self._keep_large(table, {name: before[name] for name in changed})
        self.connection.execute(table.update().where(table.c.id == row_id).values(changed))
        after = {**before, **changed}
        self.row_changes.append(RowChange(table.name, row_id, _record(table, before), _record(table, after)))
        return True

    def update_many(self, table: Table, values_by_id: Mapping[int, Mapping[str, Any]]) -> int:
        """Set the same columns of many rows and return how many became different; large columns are not possible."""
        present = self._read_many(table, list(values_by_id))
        changed = [
            row_id
            for row_id, values in values_by_id.items()
            if any(present[row_id][name] != value for name, value in values.items())
        ]
        if not changed:
            return 0
        names = list(values_by_id[changed[0]])
        assert not any(_is_large(table.c[name]) for name in names)
        statement = table.update().where(table.c.id == bindparam("the_row"))
        self.connection.execute(
            statement.values({name: bindparam(f"new_{name}") for name in names}),
            [
                {"the_row": row_id, **{f"new_{name}": values_by_id[row_id][name] for name in names}}
                for row_id in changed
            ],
        )
        for row_id in changed:
            before = present[row_id]
            after = {**before, **values_by_id[row_id]}
            self.row_changes.append(RowChange(table.name, row_id, _record(table, before), _record(table, after)))
        return len(changed)

    def delete(self, table: Table, row_id: int) -> None:
        """Delete one row. Its children must be gone already; what somebody was typing in a document goes with it."""
        if table is tables.document:
            draft = tables.text_draft
            self.connection.execute(draft.delete().where(draft.c.document_id == row_id))
        before = self._read(table, row_id)
        self._keep_large(table, before)
        self.connection.execute(table.delete().where(table.c.id == row_id))
        self.row_changes.append(RowChange(table.name, row_id, _record(table, before), None))

    def delete_where(self, table: Table, *conditions: Any) -> list[int]:
        """Delete the rows that meet the conditions, one by one, and return their ids."""
        ids = list(self.connection.execute(select(table.c.id).where(*conditions).order_by(table.c.id)).scalars())
        for row_id in ids:
            self.delete(table, row_id)
        return ids

    def replay(self, changes: Iterable[RowChange]) -> None:
        """Make recorded changes again, in the order given; they are recorded in `row_changes` like all others."""
        for change in changes:
            table = tables.metadata.tables[change.table]
            if change.after is None:
                self.delete(table, change.row_id)
            elif change.before is None:
                row = self._restore(table, change.after)
                self.connection.execute(table.insert(), [row])
                self.row_changes.append(change)
            else:
                row = self._restore(table, change.after)
                self.update(table, change.row_id, **{name: row[name] for name in row if name != "id"})

    def _take_ids(self, table: Table, count: int) -> int:
        if table.name not in self._next_ids:
            highest = self.connection.execute(select(func.max(table.c.id))).scalar()
            self._next_ids[table.name] = (highest or 0) + 1
        first = self._next_ids[table.name]
        self._next_ids[table.name] += count
        return first

    def _read(self, table: Table, row_id: int) -> dict[str, Any]:
        row = self.connection.execute(select(table).where(table.c.id == row_id)).mappings().one()
        return dict(row)

    def _read_many(self, table: Table, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
        found: dict[int, dict[str, Any]] = {}
        for first in range(0, len(ids), _ROWS_AT_ONCE):
            query = select(table).where(table.c.id.in_(ids[first : first + _ROWS_AT_ONCE]))
            found |= {row["id"]: dict(row) for row in self.connection.execute(query).mappings()}
        return found

    def _keep_large(self, table: Table, row: Mapping[str, Any]) -> None:
        for name, value in row.items():
            if _is_large(table.c[name]):
                content = _as_bytes(value)
                digest = hashlib.sha256(content).hexdigest()
                known = select(tables.kept_value.c.id).where(tables.kept_value.c.sha256 == digest)
                if self.connection.execute(known).first() is None:
                    self.connection.execute(tables.kept_value.insert().values(sha256=digest, content=content))

    def _restore(self, table: Table, row: Row) -> dict[str, Any]:
        return {
            name: self._kept(table.c[name], value[KEPT]) if isinstance(value, dict) else value
            for name, value in row.items()
        }

    def _kept(self, column: Column[Any], digest: str) -> Any:
        kept = tables.kept_value.c
        content = self.connection.execute(
            select(kept.content).where(kept.sha256 == bindparam("digest")), {"digest": digest}
        ).scalar()
        if content is None:  # the row never left: an update of other columns
            content = self._live_value(column, digest)
        return content if isinstance(column.type, LargeBinary) else content.decode("utf-8")

    def _live_value(self, column: Column[Any], digest: str) -> bytes:
        for value in self.connection.execute(select(column)).scalars():
            content = _as_bytes(value)
            if hashlib.sha256(content).hexdigest() == digest:
                return content
        raise LookupError(f"no value of {column} with hash {digest}")


def _complete(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """Return the row with every column, so that the record holds what the file holds."""
    unknown = row.keys() - set(table.c.keys())
    if unknown:
        raise KeyError(f"{table.name} has no {sorted(unknown)}")
    return {column.name: row.get(column.name, _default(column)) for column in table.c}


def _default(column: Column[Any]) -> Any:
    if column.server_default is None:
        return None
    text = str(column.server_default.arg)  # type: ignore[attr-defined]  # all of ours are literals
    kind = column.type.python_type
    return kind(int(text)) if kind is bool else kind(text)


def _is_large(column: Column[Any]) -> bool:
    return bool(column.info.get("large"))


def _as_bytes(value: str | bytes) -> bytes:
    return value.encode("utf-8") if isinstance(value, str) else value


def _record(table: Table, row: Mapping[str, Any]) -> Row:
    return {
        name: {KEPT: hashlib.sha256(_as_bytes(value)).hexdigest()} if _is_large(table.c[name]) else value
        for name, value in row.items()
    }
