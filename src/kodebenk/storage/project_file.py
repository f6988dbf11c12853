"""Opens, creates, closes and copies project files.

A project is a SQLite file with our own application id. While it is open for writing it is in WAL mode and a lock names
the holder; closing folds everything back into the one file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from kodebenk.errors import ProjectFileError, ProjectFileProblem
from kodebenk.storage import backups, migrations, property_store
from kodebenk.storage.driver_errors import tell_damage, translate_errors
from kodebenk.storage.project_lock import ProjectLock
from kodebenk.storage.writer import Writer

APPLICATION_ID = 0x4B4F4442
""""KODB", at byte 68 of the file: https://www.sqlite.org/fileformat.html#application_id"""

SUFFIX = ".kodebenk"
_HEADER = b"SQLite format 3\0"
_CHECKED_WHOLE = 64 * 1024 * 1024
"""Files up to this many bytes are checked at every opening, larger ones only after a crash."""

_SYNCED_FOLDERS = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "mobile documents")


class ProjectFile:
    """An open project file with its one connection, which is in autocommit mode."""

    def __init__(self, path: Path, connection: Connection, lock: ProjectLock | None) -> None:
        self.path = path
        self.connection = connection
        self._lock = lock

    @property
    def read_only(self) -> bool:
        return self._lock is None

    @classmethod
    def create(cls, path: Path, program_version: str) -> ProjectFile:
        """Make an empty project and open it.

        Raises:
            ProjectFileError: EXISTS, FOLDER_MISSING, LOCKED, CANNOT_WRITE, DISK_FULL.
        """
        path = path.absolute()
        if not path.parent.is_dir():
            raise ProjectFileError(ProjectFileProblem.FOLDER_MISSING, path)
        if path.exists():
            raise ProjectFileError(ProjectFileProblem.EXISTS, path)
        lock = ProjectLock(path)
        try:
            file = cls(path, connect(path, "rwc"), lock)
        except BaseException:
            lock.release()
            raise
        try:
            with translate_errors(path):
                file.connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
                _prepare_for_writing(file.connection, path)
                migrations.upgrade(file.connection, path)
                file._sign(program_version)
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
        return file

    @classmethod
    def open(cls, path: Path, program_version: str, *, read_only: bool = False) -> ProjectFile:
        """Open a project, upgrade it where needed (after a copy), and make sure that it is sound.

        Raises:
            ProjectFileError: MISSING, NOT_A_PROJECT, DAMAGED, NEWER, LOCKED, READ_ONLY, UPGRADE_FAILED.
        """
        path = path.absolute()
        check_header(path)
        lock = None if read_only else ProjectLock(path)
        try:
            return cls._open_locked(path, program_version, lock)
        except BaseException:
            if lock is not None:
                lock.release()
            raise

    @classmethod
    def _open_locked(cls, path: Path, program_version: str, lock: ProjectLock | None) -> ProjectFile:
        crashed = lock is not None and (lock.followed_a_crash or path.with_name(path.name + "-wal").exists())
        connection = connect(path, "ro" if lock is None else "rw")
        try:
            with translate_errors(path):
                if crashed or path.stat().st_size <= _CHECKED_WHOLE:
                    check_soundness(connection, path)
                found, newest = migrations.schema_of(connection), migrations.newest_schema()
                refuse_newer(connection, path, found, newest)
                if lock is not None:
                    _prepare_for_writing(connection, path)
                file = cls(path, connection, lock)
                if found < newest:
                    file._upgrade_after_copy(found, program_version)
        except BaseException:
            connection.close()
            raise
        return file

    def _upgrade_after_copy(self, found: str, program_version: str) -> None:
        if self.read_only:
            raise ProjectFileError(ProjectFileProblem.READ_ONLY, self.path, detail=f"schema {found}")
        backups.copy_before_upgrade(self.path, found)
        migrations.upgrade(self.connection, self.path)
        self._sign(program_version)

    def _sign(self, program_version: str) -> None:
        with self.transaction():
            property_store.set_value(Writer(self.connection), "program_version", program_version)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside is committed as a whole, or not at all.

        Raises:
            ProjectFileError: DISK_FULL, BUSY, READ_ONLY …; the file is as it was.
        """
        with translate_errors(self.path):
            self.connection.exec_driver_sql("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.exec_driver_sql("COMMIT")
            except BaseException:
                # SQLite rolls back by itself on a full disk; a second ROLLBACK then complains.
                with suppress(DBAPIError):
                    self.connection.exec_driver_sql("ROLLBACK")
                raise

    def save_copy(self, target: Path) -> None:
        """Write the project as it stands to another file; never by copying bytes of an open database.

        Raises:
            ProjectFileError: EXISTS, FOLDER_MISSING, DISK_FULL, CANNOT_WRITE.
        """
        if target.exists():
            raise ProjectFileError(ProjectFileProblem.EXISTS, target)
        if not target.parent.is_dir():
            raise ProjectFileError(ProjectFileProblem.FOLDER_MISSING, target)
        backups.copy_database(self.path, target)

    def close(self) -> None:
        """Fold the file back into one and give the lock away. What was committed is safe whatever happens here."""
        if self._lock is not None:
            with suppress(DBAPIError):  # another reader may still look at it
                self.connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                self.connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
        self.connection.close()
        if self._lock is not None:
            self._lock.release()


def check_header(path: Path) -> None:
    """Make sure that a file is one of ours before SQLite touches it.

    Raises:
        ProjectFileError: MISSING, CANNOT_READ, NOT_A_PROJECT.
    """
    if not path.exists():
        raise ProjectFileError(ProjectFileProblem.MISSING, path)
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise ProjectFileError(ProjectFileProblem.CANNOT_READ, path, detail=str(error)) from error
    is_ours = int.from_bytes(header[68:72], "big") == APPLICATION_ID
    if not header.startswith(_HEADER) or not is_ours:
        raise ProjectFileError(ProjectFileProblem.NOT_A_PROJECT, path)


def connect(path: Path, mode: str) -> Connection:
    with translate_errors(path):
        connection = _engine(path, mode).connect()
        return connection.execution_options(isolation_level="AUTOCOMMIT")


def _engine(path: Path, mode: str) -> Engine:
    uri = f"file:{quote(str(path))}?mode={mode}"

    def open_driver() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=5, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=open_driver, poolclass=NullPool)
    tell_damage(engine, path)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute("PRAGMA trusted_schema=OFF")  # the file may come from anywhere
        connection.execute("PRAGMA cell_size_check=ON")

    return engine


def _prepare_for_writing(connection: Connection, path: Path) -> None:
    """WAL with FULL: one fsync per change, and nothing acknowledged is lost on a power cut."""
    mode = "DELETE" if _is_synced_folder(path) else "WAL"
    connection.exec_driver_sql(f"PRAGMA journal_mode={mode}")
    connection.exec_driver_sql("PRAGMA synchronous=FULL")


def _is_synced_folder(path: Path) -> bool:
    """Tell whether a cloud program may copy the file while it is open: it would miss what lies in the WAL."""
    parts = [part.casefold() for part in path.parts]
    return any(part.startswith(name) for part in parts for name in _SYNCED_FOLDERS) or str(path).startswith("\\\\")


def check_soundness(connection: Connection, path: Path) -> None:
    """Let SQLite look at the whole file. Raises ProjectFileError DAMAGED."""
    found = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
    if found != "ok":
        raise ProjectFileError(ProjectFileProblem.DAMAGED, path, detail=str(found))


def refuse_newer(connection: Connection, path: Path, found: str, newest: str) -> None:
    """Make sure that a file is not of a newer program. Raises ProjectFileError NEWER."""
    if found <= newest:
        return
    written_by = connection.execute(text("SELECT value FROM project_property WHERE name = 'program_version'")).scalar()
    raise ProjectFileError(ProjectFileProblem.NEWER, path, written_by=written_by or "", schema=found, newest=newest)
