"""What a user can do with the copies that are kept beside a project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from kodebenk.storage import backups


class BackupReason(StrEnum):
    """Why a copy was made."""

    HOURLY = "hourly"
    UPGRADE = "upgrade"
    RESTORING = "restoring"
    MERGING = "merging"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A kept copy. `at` is aware (UTC), `size` in bytes."""

    path: Path
    at: datetime
    reason: BackupReason
    size: int


def backups_of(project: Path) -> list[KeptBackup]:
    """Return the copies of a project, newest first; the project itself may be damaged or missing."""
    found = []
    for one in backups.list_backups(project):
        try:
            size = one.path.stat().st_size
        except OSError:  # dropped since the folder was read
            continue
        found.append(KeptBackup(one.path, one.at, _reason(one.reason), size))
    return found


def restore(project: Path, backup: Path) -> Path:
    """Put a copy in the project's place and return where what stood there is kept.

    The project must be closed.

    Raises:
        ProjectFileError: the project is as it was; LOCKED when another program has it open.
    """
    from kodebenk.storage.project_lock import ProjectLock

    lock = ProjectLock(project)
    try:
        return backups.restore_backup(project, backup)
    finally:
        lock.release()


def _reason(words: str) -> BackupReason:
    if not words:
        return BackupReason.HOURLY
    if words.startswith("before upgrade"):
        return BackupReason.UPGRADE
    if words == "before restoring":
        return BackupReason.RESTORING
    if words == "before merging":
        return BackupReason.MERGING
    return BackupReason.OTHER
