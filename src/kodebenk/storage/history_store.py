"""The record of changes: what was done, by whom, and the rows to take it back or make it again."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

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


def standing(connection: Connection) -> Iterator[RecordedChange]:
    """Yield the changes that stand, the last one first. The making of the project itself is not among them."""
    wanted = and_(not_(change.c.undone), change.c.name != ChangeName.CREATE_PROJECT.value)
    with connection.execute(_changes().where(wanted).order_by(change.c.id.desc())) as found:
        for row in found:
            yield _change_from(row)


def next_to_redo(connection: Connection) -> RecordedChange | None:
    """Return the first change that was undone and can be made again."""
    wanted = and_(change.c.undone, not_(change.c.dropped))
    return _first(connection, _changes().where(wanted).order_by(change.c.id))


def rows_of(connection: Connection, change_id: int, tables: Sequence[str] = ()) -> list[RowChange]:
    """Return the rows of a change, in the order in which they were written; of some tables only, if any are named."""
    query = select(change_row).where(change_row.c.change_id == change_id).order_by(change_row.c.position)
    if tables:
        query = query.where(change_row.c.table_name.in_(tables))
    return [_row_change_from(row) for row in connection.execute(query)]


def rows_by_change(connection: Connection, tables: Sequence[str]) -> Mapping[int, list[RowChange]]:
    """Return the rows of every change that are of these tables, by change id."""
    query = select(change_row).where(change_row.c.table_name.in_(tables))
    found: dict[int, list[RowChange]] = defaultdict(list)
    for row in connection.execute(query.order_by(change_row.c.change_id, change_row.c.position)):
        found[row.change_id].append(_row_change_from(row))
    return found


def _row_change_from(row: Any) -> RowChange:
    return RowChange(row.table_name, row.row_id, row_from_json(row.before), row_from_json(row.after))


def progress_said_by(connection: Connection, coder: str) -> Mapping[int, float]:
    """Return how far a coder last said that they had come, 0 to 1, by document id."""
    query = select(change_row.c.row_id, change_row.c.after, change.c.coder).join(change)
    query = query.where(change.c.name == ChangeName.SET_PROGRESS.value, not_(change.c.undone))
    said = {}
    for document_id, after, name in connection.execute(query.order_by(change.c.id)):
        if name.casefold() == coder.casefold():
            said[document_id] = float((row_from_json(after) or {})["progress"])
    return said


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
