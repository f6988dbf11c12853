"""Keeps two programs from writing to one project file.

A file `NAME.kodebenk.lock` beside the project names the holder. The operating system's lock on that file decides:
it falls with the process, so a crashed holder locks nobody out.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from kodebenk.errors import ProjectFileError, ProjectFileProblem
from kodebenk.storage.moments import now

_LOCKED_BYTE = 1 << 20
"""Windows locks are mandatory: one byte far behind the content keeps the holder's name readable."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a project file; `since` is UTC, ISO 8601."""

    user: str
    host: str
    process: int
    since: str


class ProjectLock:
    """A lock that is held from construction to `release`."""

    def __init__(self, project: Path) -> None:
        """Take the lock.

        Raises:
            ProjectFileError: LOCKED with `holder`, `host`, `since`; READ_ONLY where no file can be made.
        """
        self._path = lock_path(project)
        self._file = self._take(project)
        self.followed_a_crash = self._left_over
        self._write_holder()

    def _take(self, project: Path) -> IO[bytes]:
        while True:
            self._left_over = self._path.exists()
            try:
                file = self._path.open("a+b")
            except OSError as error:
                raise ProjectFileError(ProjectFileProblem.READ_ONLY, project, detail=str(error)) from error
            if not _try_lock(file):
                file.close()
                raise _locked(project, self._path)
            if _is_same_file(file, self._path):
                return file
            file.close()

    def _write_holder(self) -> None:
        holder = Holder(_user_name(), socket.gethostname(), os.getpid(), now())
        self._file.truncate(0)
        self._file.write(json.dumps(asdict(holder)).encode())
        self._file.flush()

    def release(self) -> None:
        """Give the lock back and remove its file."""
        if sys.platform == "win32":
            self._file.close()
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            self._file.close()


def lock_path(project: Path) -> Path:
    return project.with_name(project.name + ".lock")


def _locked(project: Path, lock: Path) -> ProjectFileError:
    try:
        told = json.loads(lock.read_bytes() or b"{}")
    except (OSError, ValueError):
        told = {}
    return ProjectFileError(
        ProjectFileProblem.LOCKED,
        project,
        holder=told.get("user", ""),
        host=told.get("host", ""),
        since=told.get("since", ""),
    )


def _user_name() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"


def _is_same_file(file: IO[bytes], path: Path) -> bool:
    """Tell whether the path still leads to the locked file: a holder may have removed it meanwhile."""
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.stat())
    except FileNotFoundError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: IO[bytes]) -> bool:
        file.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
