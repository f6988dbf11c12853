"""Keeps tables that only say which rows of two others belong together."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Column, Table, select

from kodebenk.storage.writer import Writer


def set_links(
    writer: Writer, table: Table, owner: Column[int], owner_id: int, other: Column[int], ids: Iterable[int]
) -> None:
    """Let one row belong together with these rows and no others; what is there already stays untouched.

    Args:
        writer: of the change.
        table: that has the links.
        owner: its column for the one row.
        owner_id: of that row.
        other: its column for the others.
        ids: of those.
    """
    wanted = list(dict.fromkeys(ids))
    writer.delete_where(table, owner == owner_id, other.not_in(wanted))
    present = set(writer.connection.execute(select(other).where(owner == owner_id)).scalars())
    for one in wanted:
        if one not in present:
            writer.insert(table, **{owner.name: owner_id, other.name: one})
