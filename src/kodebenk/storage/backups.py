"""Copies of a project kept beside it: automatic ones, those before an upgrade, and those that a restore puts aside."""

from __future__ import annotations

import os
import re
import sqlite3
import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

from kodebenk.errors import ProjectFileError, ProjectFileProblem
from kodebenk.storage.driver_errors import translate_errors

KEPT_BACKUPS = 20
BACKUP_INTERVAL = timedelta(hours=1)
_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = re.compile(r"(\d{4}-\d\d-\d\dT\d{6}Z)( \S.*)?\.kodebenk$")


@dataclass(frozen=True, slots=True)
class Backup:
    """A kept copy: where, of when (UTC), and why, empty for an automatic one."""

    path: Path
    at: datetime
    reason: str


def backup_folder(project: Path) -> Path:
    """Return the folder beside the project that holds its backups."""
    return project.with_name(project.stem + "-backups")


def list_backups(project: Path) -> list[Backup]:
    """Return the backups, newest first."""
    folder = backup_folder(project)
    found = []
    for path in folder.glob("*.kodebenk") if folder.is_dir() else ():
        match = _NAME.fullmatch(path.name)
        if match:
            at = datetime.strptime(match[1], _STAMP).replace(tzinfo=UTC)
            found.append(Backup(path, at, (match[2] or "").strip()))
    return sorted(found, key=lambda backup: (backup.at, backup.path.name), reverse=True)


def is_due(project: Path, moment: datetime) -> bool:
    """Tell whether the last automatic backup is an hour old or more."""
    automatic = [backup for backup in list_backups(project) if not backup.reason]
    return not automatic or moment - automatic[0].at >= BACKUP_INTERVAL


def make_backup(project: Path, moment: datetime, reason: str = "") -> Path:
    """Copy the project as it stands, then drop all but the last 20 automatic backups.

    Raises:
        ProjectFileError: DISK_FULL, CANNOT_WRITE; nothing half-written is left.
    """
    folder = backup_folder(project)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise ProjectFileError(ProjectFileProblem.CANNOT_WRITE, folder, detail=str(error)) from error
    name = moment.strftime(_STAMP) + (f" {reason}" if reason else "")
    target = folder / f"{name}.kodebenk"
    if not target.exists():
        copy_database(project, target)
    _drop_old(project)
    return target


def copy_before_upgrade(project: Path, schema: str) -> Path:
    """Keep the file as the older program wrote it; such copies are never dropped."""
    return make_backup(project, datetime.now(UTC), f"before upgrade from {schema}")


def restore_backup(project: Path, backup: Path) -> Path:
    """Put a backup in the project's place and return where the file that stood there was kept.

    The project must not be open. Where it is missing, nothing needs to be kept and the backup's path is returned.

    Raises:
        ProjectFileError: CANNOT_WRITE, DISK_FULL, NOT_A_PROJECT; the project is as it was.
    """
    put_aside = backup
    arriving = project.with_name(project.name + ".restoring")
    arriving.unlink(missing_ok=True)
    copy_database(backup, arriving)
    try:
        if project.exists():
            folder = backup_folder(project)
            folder.mkdir(exist_ok=True)
            put_aside = folder / f"{datetime.now(UTC).strftime(_STAMP)} before restoring.kodebenk"
            # Not by way of SQLite: a damaged file must be kept as it is.
            os.replace(project, put_aside)
            for extra in ("-wal", "-shm"):
                leftover = project.with_name(project.name + extra)
                if leftover.exists():
                    os.replace(leftover, put_aside.with_name(put_aside.name + extra))
        os.replace(arriving, project)
    except OSError as error:
        arriving.unlink(missing_ok=True)
        raise ProjectFileError(ProjectFileProblem.CANNOT_WRITE, project, detail=str(error)) from error
    return put_aside


def copy_database(source: Path, target: Path) -> None:
    """Write a consistent copy of a database that may be open, by VACUUM INTO beside the target and a rename.

    Raises:
        ProjectFileError: DISK_FULL, CANNOT_WRITE, DAMAGED; nothing half-written is left.
    """
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    try:
        with translate_errors(target):
            connection = sqlite3.connect(f"file:{quote(str(source))}?mode=ro", uri=True, timeout=5)
            try:
                connection.execute("VACUUM INTO ?", (str(partial),))
            finally:
                connection.close()
        os.replace(partial, target)
    except OSError as error:
        raise ProjectFileError(ProjectFileProblem.CANNOT_WRITE, target, detail=str(error)) from error
    finally:
        partial.unlink(missing_ok=True)


class BackupKeeper:
    """Makes the automatic backups of one open project, in a thread of its own, at most one an hour."""

    def __init__(self, project: Path) -> None:
        self._project = project
        self._thread: threading.Thread | None = None
        self._next_look = datetime.min.replace(tzinfo=UTC)
        self.failure: ProjectFileError | None = None

    def changed(self) -> None:
        """Take note of a change: start a backup where one is due. Returns at once."""
        moment = datetime.now(UTC)
        if moment < self._next_look or (self._thread is not None and self._thread.is_alive()):
            return
        self._next_look = moment + timedelta(minutes=1)
        if is_due(self._project, moment):
            self._thread = threading.Thread(target=self._make, args=(moment,), name="backup", daemon=False)
            self._thread.start()

    def _make(self, moment: datetime) -> None:
        try:
            make_backup(self._project, moment)
            self.failure = None
        except ProjectFileError as error:
            self.failure = error

    def finish(self) -> None:
        """Wait for a backup that is being made."""
        if self._thread is not None:
            self._thread.join()


def _drop_old(project: Path) -> None:
    automatic = [backup for backup in list_backups(project) if not backup.reason]
    for backup in automatic[KEPT_BACKUPS:]:
        backup.path.unlink(missing_ok=True)
