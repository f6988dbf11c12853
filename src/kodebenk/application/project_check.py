"""Whether a project is sound, and mending what can be mended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ChangeName
from kodebenk.storage import backups, integrity

Problem = integrity.Problem


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup of a project; `at` is UTC; `reason` is empty for an automatic one; size in bytes."""

    path: Path
    at: datetime
    reason: str
    size: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the checks found, and the backups that there are, newest first."""

    problems: tuple[Problem, ...]
    backups: tuple[KeptBackup, ...]
    repaired: int = 0

    @property
    def ok(self) -> bool:
        return not self.problems


def check_project(project: OpenProject, *, repair: bool = False) -> CheckReport:
    """Check file, schema, references, texts and quotes; with `repair` mend first what can be mended.

    Repairs are one change that can be undone.
    """
    repaired = 0
    if repair:
        with project.change(ChangeName.REPAIR) as write:
            repaired = integrity.repair(write)
    return CheckReport(tuple(integrity.find_problems(project.connection)), list_backups(project.path), repaired)


def misplaced_codings(project: OpenProject) -> list[Problem]:
    """Return the codings whose quote does not stand in its place; asked at every opening."""
    return [one for one in integrity.check_quotes(project.connection) if one.kind == "quote_not_in_place"]


def list_backups(project: Path) -> tuple[KeptBackup, ...]:
    """Return the backups beside a project file, newest first."""
    return tuple(
        KeptBackup(one.path, one.at, one.reason, one.path.stat().st_size) for one in backups.list_backups(project)
    )


def restore_backup(project: Path, backup: Path) -> Path:
    """Put a backup in the project's place; return where what stood there was kept.

    Raises:
        ProjectFileError: LOCKED while it is open somewhere, CANNOT_WRITE, DISK_FULL.
    """
    from kodebenk.storage.project_lock import ProjectLock

    lock = ProjectLock(project)
    try:
        return backups.restore_backup(project, backup)
    finally:
        lock.release()
