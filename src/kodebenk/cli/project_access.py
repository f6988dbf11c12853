"""Opens projects for commands, and closes them whatever happens."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import sight_of
from kodebenk.cli.error_messages import explain
from kodebenk.cli.words import Language, message
from kodebenk.errors import Rule, RuleBroken

SUFFIX = ".kodebenk"

_SHOWING_CODINGS = frozenset({"info", "respondents", "codes", "codings", "matrix", "history", "check", "replace-text"})
"""Commands whose answer lacks something where sources are coded blind."""


def project_path(given: Path) -> Path:
    """Return the path with `.kodebenk` behind it, unless a file of the name as given exists."""
    if given.suffix.casefold() == SUFFIX or given.exists():
        return given
    return given.with_name(given.name + SUFFIX)


@contextmanager
def reading(arguments: argparse.Namespace, language: Language, *, tells: bool = True) -> Iterator[OpenProject]:
    """Open the project that was named for reading, as who was named; somebody else may have it open.

    What is left out of the answer is told, unless the same command tells it elsewhere.

    Raises:
        ProjectFileError: such as MISSING.
        RuleBroken: NOT_FOUND for a coder.
    """
    with OpenProject.open(project_path(arguments.project), read_only=True) as project:
        _work_as(project, arguments.works_as)
        if tells:
            _tell_what_is_hidden(project, arguments.command, language)
        yield project


@contextmanager
def changing(arguments: argparse.Namespace, language: Language, coder: str = "") -> Iterator[OpenProject]:
    """Open the project that was named for changes by a coder, whose name is taken as the project writes it.

    Without one they are made by who works, else by the first coder. A backup that could not be made is told on stderr:
    the change itself stands.

    Raises:
        ProjectFileError: such as LOCKED.
        RuleBroken: NOT_FOUND for who works.
    """
    with OpenProject.open(project_path(arguments.project)) as project:
        _work_as(project, arguments.works_as)
        if coder:
            known = queries.find_coder(project, coder)
            project.work_as(known.name if known else coder)
        _tell_what_is_hidden(project, arguments.command, language)
        yield project
    if project.backup_failure is not None:
        print(message("backup_failed", language, reason=explain(project.backup_failure, language)), file=sys.stderr)


def _work_as(project: OpenProject, name: str) -> None:
    """Work as the coder of that name; as nobody in particular without one."""
    if not name.strip():
        return
    known = queries.find_coder(project, name)
    if known is None or not known.is_person:
        people = [one.name for one in queries.people(project)]
        raise RuleBroken(Rule.NOT_FOUND, kind="coder", name=name, candidates=people)
    project.work_as(known.name)


def _tell_what_is_hidden(project: OpenProject, command: str, language: Language) -> None:
    """Say on stderr that an answer lacks something, and why."""
    count = len(sight_of(project).hidden)
    if count and command in _SHOWING_CODINGS:
        key = "left_out" if project.is_anonymous else "left_out_own"
        print(message(key, language, count=count, coder=project.reader_name), file=sys.stderr)
