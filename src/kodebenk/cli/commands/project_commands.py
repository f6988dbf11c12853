"""`demo`, `new`, `info`, `check`."""

from __future__ import annotations

import argparse
import getpass
from contextlib import suppress

from kodebenk.application import project_check, queries
from kodebenk.application.backup_actions import KeptBackup, backups_of
from kodebenk.application.open_project import OpenProject
from kodebenk.application.project_check import CheckReport
from kodebenk.cli.error_messages import explain
from kodebenk.cli.finding_messages import problem_message
from kodebenk.cli.output import CommandResult, join_blocks, local_time, pairs, table
from kodebenk.cli.project_access import changing, project_path, reading
from kodebenk.cli.window_check import find_obstacle
from kodebenk.cli.words import Language, heading, message
from kodebenk.errors import ProjectFileError, ProjectFileProblem


def make_demo(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Make the example project; with `--no-window` its matrix too."""
    from kodebenk.application.example_files import write_example, write_example_matrix
    from kodebenk.application.user_folders import example_folder

    if not arguments.no_window:
        obstacle = find_obstacle(language)
        if obstacle:
            return CommandResult({"project": None, "matrix": None}, "", trouble=obstacle)
    with write_example(arguments.folder or example_folder()) as project:
        path = project.path
        matrix = write_example_matrix(project, language) if arguments.no_window else None
    text = join_blocks(
        message("demo", language, project=path), message("demo_matrix", language, matrix=matrix) if matrix else ""
    )
    found = {"project": str(path), "matrix": str(matrix) if matrix else None}
    return CommandResult(found, text, window=None if arguments.no_window else path)


def make_project(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Make an empty project."""
    path = project_path(arguments.project)
    title = arguments.title.strip() or path.stem
    with OpenProject.create(path, title=title, coder_name=arguments.coder.strip() or _own_name(language)) as project:
        made = project.path
    return CommandResult({"project": str(made)}, message("made", language, project=made))


def _own_name(language: Language) -> str:
    """Return the name that the user logged in with; there may be none, as in some containers."""
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return heading("coder", language)


def describe_project(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Say what is in a project."""
    with reading(arguments, language) as project:
        documents = [one.name for one in queries.documents(project)]
        coders = [one.name for one in queries.people(project)]
        matrices = [one.spec.name for one in queries.saved_matrices(project)]
        counts: dict[str, str | int] = {
            "title": project.title,
            "documents": len(documents),
            "respondents": len(queries.respondents(project)),
            "codes": len(queries.codebook(project).codes),
            "codings": sum(queries.coding_counts(project).values()),
            "characters": queries.characters(project),
            "schema": queries.schema(project),
            "unplaced": len(project_check.misplaced_codings(project)),
            "unplaced_voices": project_check.count_misplaced_voices(project),
        }
    lists = {"coders": coders, "matrices": matrices, "documents": documents}
    named = [f"{heading(name, language)}: {'; '.join(names)}" for name, names in lists.items() if names]
    text = join_blocks(pairs(list(counts.items()), language), *named)
    return CommandResult({**counts, "coders": coders, "matrices": matrices, "document_names": documents}, text)


def check(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Check a project. A file that cannot even be opened is a finding too: its backups are what is asked for then."""
    try:
        report = _run_checks(arguments, language)
    except ProjectFileError as error:
        if error.problem not in (ProjectFileProblem.DAMAGED, ProjectFileProblem.NOT_A_PROJECT):
            raise
        return _cannot_open(error, language)
    return _checked(report, str(arguments.project), language)


def _run_checks(arguments: argparse.Namespace, language: Language) -> CheckReport:
    if arguments.repair:
        with changing(arguments, language) as project:
            return project_check.check_project(project, repair=True)
    with reading(arguments, language) as project:
        return project_check.check_project(project)


def _cannot_open(error: ProjectFileError, language: Language) -> CommandResult:
    said = explain(error, language)
    backups = tuple(backups_of(error.path))
    found = {
        "ok": False,
        "problems": [{"kind": error.problem.value, "message": said, "fields": {}, "repairable": False}],
        "backups": [_backup(one) for one in backups],
        "repaired": 0,
        "unplaced": 0,
        "unplaced_voices": 0,
    }
    return CommandResult(found, _backup_table(backups, language), trouble=said)


def _checked(report: CheckReport, name: str, language: Language) -> CommandResult:
    problems = [
        {
            "kind": one.kind,
            "message": problem_message(one.kind, one.fields, language),
            "fields": dict(one.fields),
            "repairable": one.repairable,
        }
        for one in report.problems
    ]
    found = {
        "ok": report.ok,
        "problems": problems,
        "backups": [_backup(one) for one in report.backups],
        "repaired": report.repaired,
        "unplaced": report.unplaced,
        "unplaced_voices": report.unplaced_voices,
    }
    text = join_blocks(
        message("repaired", language, count=report.repaired) if report.repaired else "",
        message("ok", language) if report.ok else "\n".join(str(one["message"]) for one in problems),
        message("unplaced_left", language, count=report.unplaced) if report.unplaced else "",
        message("unplaced_voices_left", language, count=report.unplaced_voices) if report.unplaced_voices else "",
        _backup_table(report.backups, language),
    )
    trouble = "" if report.ok else message("problems", language, count=len(problems), project=name)
    return CommandResult(found, text, trouble=trouble)


def _backup(one: KeptBackup) -> dict[str, object]:
    return {"path": str(one.path), "at": one.at.isoformat(), "reason": one.reason, "size": one.size}


def _backup_table(backups: tuple[KeptBackup, ...], language: Language) -> str:
    if not backups:
        return ""
    return table(("at", "backup"), [(local_time(one.at.isoformat()), str(one.path)) for one in backups], language)
