"""Brings the tables of an open project file to the newest form, by Alembic."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError, OperationalError

from kodebenk.bundled_files import find_migrations
from kodebenk.errors import ProjectFileError, ProjectFileProblem

NO_SCHEMA = ""


def newest_schema(scripts: Path | None = None) -> str:
    """Return the number of the newest migration, read from the file names without importing Alembic."""
    versions = (scripts or find_migrations()) / "versions"
    return max(match[0] for path in versions.glob("*.py") if (match := re.match(r"\d{4}", path.name)))


def schema_of(connection: Connection) -> str:
    """Return the number of the last migration that a file has had, or an empty string."""
    try:
        return str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar() or NO_SCHEMA)
    except OperationalError as error:
        if "no such table" not in str(error.orig):
            raise
        return NO_SCHEMA


def upgrade(connection: Connection, path: Path, scripts: Path | None = None) -> None:
    """Run the missing migrations in one transaction; on an error the file is as it was.

    The connection must be in autocommit mode. Foreign keys are switched off meanwhile, because batch mode
    rebuilds tables, and are checked before the commit.

    Raises:
        ProjectFileError: UPGRADE_FAILED.
    """
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts or find_migrations()).replace("%", "%%"))
    config.attributes["connection"] = connection
    connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        command.upgrade(config, "head")
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise ProjectFileError(ProjectFileProblem.UPGRADE_FAILED, path, detail=f"{len(broken)} broken references")
        connection.exec_driver_sql("COMMIT")
    except DBAPIError as error:
        connection.exec_driver_sql("ROLLBACK")
        raise ProjectFileError(ProjectFileProblem.UPGRADE_FAILED, path, detail=str(error.orig)) from error
    except BaseException:
        connection.exec_driver_sql("ROLLBACK")
        raise
    finally:
        connection.exec_driver_sql("PRAGMA foreign_keys=ON")
