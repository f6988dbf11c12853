"""Opens projects for commands, and closes them whatever happens."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.cli.error_messages import explain
from kodebenk.cli.words import Language, message

SUFFIX = ".kodebenk"


def project_path(given: Path) -> Path:
    """Return the path with `.kodebenk` behind it, unless a file of the name as given exists."""
    if given.suffix.casefold() == SUFFIX or given.exists():
        return given
    return given.with_name(given.name + SUFFIX)


@contextmanager
def reading(path: Path) -> Iterator[OpenProject]:
    """Open a project for reading; somebody else may have it open. Raises ProjectFileError."""
    with OpenProject.open(project_path(path), read_only=True) as project:
        yield project


@contextmanager
def changing(path: Path, language: Language, coder: str = "") -> Iterator[OpenProject]:
    """Open a project for changes by a coder, whose name is taken as the project writes it.

    A backup that could not be made is told on stderr: the change itself stands.

    Raises:
        ProjectFileError: such as LOCKED.
    """
    with OpenProject.open(project_path(path), coder_name=coder) as project:
        known = queries.find_coder(project, project.coder_name)
        project.coder_name = known.name if known else project.coder_name
        yield project
    if project.backup_failure is not None:
        print(message("backup_failed", language, reason=explain(project.backup_failure, language)), file=sys.stderr)
