"""The record of changes: what was done, by whom, and the rows to take it back or make it again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, Row, Select, and_, not_, select, update

from kodebenk.domain.project_change import ChangeName, RecordedChange
from kodebenk.storage.moments import now
from kodebenk.storage.row_change import RowChange, row_from_json, row_to_json
from kodebenk.storage.tables import change, change_row


def record(
    connection: Connection, name: ChangeName, coder: str, details: Mapping[str, str], rows: Sequence[RowChange]
) -> int:
    """Keep a change and return its id. Changes that were undone before can no longer be redone."""
    connection.execute(update(change).where(and_(change.c.undone, not_(change.c.dropped))).values(dropped=True))
    change_id = connection.execute(
        change.insert().values(
            at=now(), coder=coder, name=name.value, details=json.dumps(dict(details), ensure_ascii=False)
        )
    ).inserted_primary_key
    assert change_id is not None
    stored = [
        {
            "change_id": change_id[0],
            "position": position,
            "table_name": row.table,
            "row_id": row.row_id,
            "before": row_to_json(row.before),
            "after": row_to_json(row.after),
        }
        for position, row in enumerate(rows)
    ]
    if stored:
        connection.execute(change_row.insert(), stored)
    return int(change_id[0])


def next_to_undo(connection: Connection) -> RecordedChange | None:
    """Return the last change that stands. The making of the project itself is not undone: nothing would be left."""
    wanted = and_(not_(change.c.undone), change.c.name != ChangeName.CREATE_PROJECT.value)
    return _first(connection, _changes().where(wanted).order_by(change.c.id.desc()))


def next_to_redo(connection: Connection) -> RecordedChange | None:
    """Return the first change that was undone and can be made again."""
    wanted = and_(change.c.undone, not_(change.c.dropped))
    return _first(connection, _changes().where(wanted).order_by(change.c.id))


def rows_of(connection: Connection, change_id: int) -> list[RowChange]:
    """Return the rows of a change, in the order in which they were written."""
    found = connection.execute(
        select(change_row).where(change_row.c.change_id == change_id).order_by(change_row.c.position)
    )
    return [RowChange(row.table_name, row.row_id, row_from_json(row.before), row_from_json(row.after)) for row in found]


def mark(connection: Connection, change_id: int, *, undone: bool) -> None:
    """Say that a change was taken back, or made again."""
    connection.execute(
        update(change).where(change.c.id == change_id).values(undone=undone, undone_at=now() if undone else None)
    )


def list_changes(connection: Connection) -> list[RecordedChange]:
    """Return every change, oldest first."""
    return [_change_from(row) for row in connection.execute(_changes().order_by(change.c.id))]


def last_moment(connection: Connection) -> str | None:
    """Return when the last change was made, or None."""
    return connection.execute(select(change.c.at).order_by(change.c.id.desc()).limit(1)).scalar()


def _changes() -> Select[tuple[int, str, str, str, str, bool, bool]]:
    columns = change.c
    return select(columns.id, columns.at, columns.coder, columns.name, columns.details, columns.undone, columns.dropped)


def _first(connection: Connection, query: Select[tuple[int, str, str, str, str, bool, bool]]) -> RecordedChange | None:
    row = connection.execute(query.limit(1)).first()
    return None if row is None else _change_from(row)


def _change_from(row: Row[tuple[int, str, str, str, str, bool, bool]]) -> RecordedChange:
    return RecordedChange(
        id=row.id,
        at=row.at,
        coder=row.coder,
        name=ChangeName(row.name),
        details=json.loads(row.details),
        undone=row.undone,
        dropped=row.dropped,
    )
