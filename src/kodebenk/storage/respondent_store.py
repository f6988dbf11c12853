"""Reads and writes respondents and their attributes."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import Connection, select

from kodebenk.domain.respondent import Attribute, AttributeType, Respondent
from kodebenk.storage.identity import new_guid
from kodebenk.storage.tables import attribute, attribute_value, respondent
from kodebenk.storage.writer import Writer


def list_respondents(connection: Connection) -> tuple[Respondent, ...]:
    """Return the respondents in their order, with the attributes that are known of them."""
    known: dict[int, dict[str, str]] = {}
    query = (
        select(attribute_value.c.respondent_id, attribute.c.name, attribute_value.c.value)
        .join(attribute, attribute.c.id == attribute_value.c.attribute_id)
        .order_by(attribute.c.position, attribute.c.id)
    )
    for respondent_id, name, value in connection.execute(query):
        known.setdefault(respondent_id, {})[name] = value
    rows = connection.execute(select(respondent).order_by(respondent.c.position, respondent.c.id))
    return tuple(
        Respondent(
            row.id,
            row.guid,
            row.name,
            row.label,
            row.position,
            known.get(row.id, {}),
            tuple(json.loads(row.aliases)),
            row.memo,
        )
        for row in rows
    )


def list_attributes(connection: Connection) -> tuple[Attribute, ...]:
    rows = connection.execute(select(attribute).order_by(attribute.c.position, attribute.c.id))
    return tuple(Attribute(row.id, row.guid, row.name, AttributeType(row.type), row.position) for row in rows)


def add(writer: Writer, *, name: str, label: str, position: int, aliases: tuple[str, ...] = ()) -> int:
    return writer.insert(
        respondent,
        guid=new_guid(),
        name=name,
        label=label,
        position=position,
        aliases=json.dumps(list(aliases), ensure_ascii=False),
    )


def update(writer: Writer, respondent_id: int, **values: Any) -> bool:
    """Set fields of a respondent; return whether anything became different."""
    if "aliases" in values:
        values["aliases"] = json.dumps(list(values["aliases"]), ensure_ascii=False)
    return writer.update(respondent, respondent_id, **values)


def delete(writer: Writer, respondent_id: int) -> None:
    """Delete a respondent with what is known of them; nothing else may refer to them any more."""
    writer.delete_where(attribute_value, attribute_value.c.respondent_id == respondent_id)
    writer.delete(respondent, respondent_id)


def add_attribute(writer: Writer, name: str, kind: AttributeType, position: int) -> int:
    return writer.insert(attribute, guid=new_guid(), name=name, type=kind.value, position=position)


def set_value(writer: Writer, respondent_id: int, attribute_id: int, value: str) -> bool:
    """Set, or with an empty value forget, one attribute; return whether anything became different."""
    query = select(attribute_value.c.id).where(
        attribute_value.c.respondent_id == respondent_id, attribute_value.c.attribute_id == attribute_id
    )
    found = writer.connection.execute(query).scalar()
    if found is not None and value:
        return writer.update(attribute_value, found, value=value)
    if found is not None:
        writer.delete(attribute_value, found)
    elif value:
        writer.insert(attribute_value, respondent_id=respondent_id, attribute_id=attribute_id, value=value)
    return found is not None or bool(value)
