"""Properties of the project as a whole: title, created, the program that wrote it."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kodebenk.storage.tables import project_property
from kodebenk.storage.writer import Writer


def get_value(connection: Connection, name: str) -> str:
    """Return a property, or an empty string."""
    query = select(project_property.c.value).where(project_property.c.name == name)
    return connection.execute(query).scalar() or ""


def set_value(writer: Writer, name: str, value: str) -> None:
    query = select(project_property.c.id).where(project_property.c.name == name)
    found = writer.connection.execute(query).scalar()
    if found is None:
        writer.insert(project_property, name=name, value=value)
    else:
        writer.update(project_property, found, value=value)
