"""Another project's file: read as it stands, never written to, and its rows copied into this project."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Table, select

from kodebenk.errors import ProjectFileError, ProjectFileProblem
from kodebenk.storage import migrations, tables
from kodebenk.storage.backups import copy_database
from kodebenk.storage.driver_errors import translate_errors
from kodebenk.storage.integrity import check_references, check_texts
from kodebenk.storage.project_content import ProjectContent, read_content
from kodebenk.storage.project_file import check_header, check_soundness, connect, refuse_newer
from kodebenk.storage.reader import ReadConnection, open_reader
from kodebenk.storage.row_change import Row
from kodebenk.storage.writer import Writer

ForeignRows = Mapping[str, Mapping[int, Row]]
"""Rows of another project as they stand there: by table and id."""

COPIED_TABLES = (
    tables.coder,
    tables.attribute,
    tables.respondent,
    tables.code,
    tables.guide,
    tables.guide_theme,
    tables.guide_question,
    tables.document,
    tables.document_text,
    tables.source_file,
    tables.text_version,
    tables.document_respondent,
    tables.speaker,
    tables.turn,
    tables.voice,
    tables.voice_respondent,
    tables.question_place,
    tables.coding,
    tables.coding_respondent,
    tables.turn_sample,
    tables.sampled_turn,
    tables.coding_task,
    tables.task_unit,
    tables.comparison,
    tables.decision,
    tables.decision_coding,
)
"""Tables whose rows are copied as they are, parents before children. Attribute values, cells, synthesis and saved
matrices are written by their stores, since what they hold must be compared or translated."""

_WHOLE_DOCUMENT = frozenset({"document", "document_text", "source_file", "text_version", "turn", "document_respondent"})
_WAL_VERSION = 2
"""Byte 18 of the header of a file in WAL mode: https://www.sqlite.org/fileformat.html#file_format_version_numbers"""


@dataclass(frozen=True)
class ForeignProject:
    """Another project: what it says, and its rows; `path` is where it was read."""

    path: Path
    content: ProjectContent
    rows: ForeignRows


def read_foreign(path: Path, known: Collection[str]) -> ForeignProject:
    """Read another project, in the form of today, and leave its file and folder as they are.

    It may be open elsewhere: everything read belongs to one moment. An older file is upgraded in a temporary copy.

    Args:
        path: the other project.
        known: identities of documents whose texts and original files need not be read whole.

    Raises:
        ProjectFileError: MISSING, NOT_A_PROJECT, DAMAGED, NEWER, UPGRADE_FAILED …
    """
    path = path.absolute()
    check_header(path)
    try:
        with translate_errors(path), _opened(path) as connection:
            _refuse_nonsense(connection, path)
            content = read_content(connection)
            whole = {one.id for one in content.documents if one.guid not in known}
            return ForeignProject(path, content, read_rows(connection, whole))
    except (ValueError, KeyError, TypeError, IndexError) as error:  # such as a role that there is none of
        raise ProjectFileError(ProjectFileProblem.DAMAGED, path, detail=type(error).__name__) from error


@contextmanager
def _opened(path: Path) -> Iterator[ReadConnection]:
    with TemporaryDirectory(prefix="kodebenk-") as folder:
        with open_reader(_readable(path, Path(folder))) as connection:
            if _make_sure(connection, path) == migrations.newest_schema():
                yield connection
                return
        with _upgraded(path, Path(folder)) as connection:
            yield connection


def _readable(path: Path, folder: Path) -> Path:
    """Return the file itself, or a copy where opening it would leave files beside it.

    SQLite makes NAME-wal and NAME-shm beside a file in WAL mode, also for reading. A file in that mode that nobody has
    open, such as one that was sent while it was open, is whole as it is.
    """
    with path.open("rb") as file:
        in_wal_mode = file.read(19)[18] == _WAL_VERSION
    if not in_wal_mode or path.with_name(path.name + "-wal").exists():
        return path
    return Path(shutil.copyfile(path, folder / "read.kodebenk"))


def _make_sure(connection: Connection, path: Path) -> str:
    """Return the schema of a file that is sound and not newer than this program."""
    check_soundness(connection, path)
    found = migrations.schema_of(connection)
    refuse_newer(connection, path, found, migrations.newest_schema())
    return found


@contextmanager
def _upgraded(path: Path, folder: Path) -> Iterator[Connection]:
    copy = folder / "upgraded.kodebenk"
    copy_database(path, copy)
    connection = connect(copy, "rw")
    try:
        migrations.upgrade(connection, path)
        yield connection
    finally:
        connection.close()


def _refuse_nonsense(connection: Connection, path: Path) -> None:
    for problem in (*check_references(connection), *check_texts(connection)):
        if not problem.repairable:
            raise ProjectFileError(ProjectFileProblem.DAMAGED, path, detail=problem.kind)


def read_rows(connection: ReadConnection, document_ids: Collection[int]) -> ForeignRows:
    """Return the rows that may be copied; what makes up whole documents only of the documents named."""
    return {table.name: _rows_of(connection, table, document_ids) for table in COPIED_TABLES}


def _rows_of(connection: Connection, table: Table, document_ids: Collection[int]) -> dict[int, Row]:
    query = select(table).order_by(table.c.id)
    if table.name in _WHOLE_DOCUMENT:
        column = table.c.id if table is tables.document else table.c.document_id
        query = query.where(column.in_(sorted(document_ids)))
    return {row["id"]: dict(row) for row in connection.execute(query).mappings()}


class RowCopy:
    """Copies rows of another project inside an open change.

    A reference of a copied row leads to what its target became here: a row that was there already (`same`), or one that
    was copied; where it became nothing, to nothing. Rows that are not here yet may be named by the negative of their
    id there.
    """

    def __init__(self, writer: Writer, rows: ForeignRows, same: Mapping[str, Mapping[int, int]]) -> None:
        """Take the rows and, by table, which of their ids are which ids here."""
        self._writer = writer
        self._rows = rows
        self._ids = {table.name: dict(same.get(table.name, {})) for table in COPIED_TABLES}

    def add(self, table_name: str, changes: Mapping[int, Mapping[str, Any]]) -> None:
        """Copy rows, by id there, with the columns that shall be different here.

        A row whose parent is among them must come after it.
        """
        table = tables.metadata.tables[table_name]
        own = [column for column in table.c if any(key.column.table is table for key in column.foreign_keys)]
        if own:
            for row_id, changed in changes.items():
                self._add_all(table, {row_id: changed})
        else:
            self._add_all(table, changes)

    def _add_all(self, table: Table, changes: Mapping[int, Mapping[str, Any]]) -> None:
        copied = [self._translated(table, {**self._rows[table.name][one], **new}) for one, new in changes.items()]
        self._ids[table.name].update(zip(changes, self._writer.insert_many(table, copied), strict=True))

    def _translated(self, table: Table, row: Row) -> dict[str, Any]:
        values = dict(row)
        for column in table.c:
            for key in column.foreign_keys:
                if values[column.name] is not None:
                    ids = self._ids[key.column.table.name]
                    there = values[column.name]
                    values[column.name] = ids.get(there) if column.nullable else ids[there]
        return values

    def now(self, table_name: str, row_id: int) -> int:
        """Return the id here of what `row_id` means: itself, or where it is negative the copy of that row."""
        return row_id if row_id >= 0 else self._ids[table_name][-row_id]

    def all_now(self, table_name: str, row_ids: Sequence[int]) -> tuple[int, ...]:
        """Return the ids here of several."""
        return tuple(self.now(table_name, one) for one in row_ids)
