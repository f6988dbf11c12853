"""`history`, `undo`, `redo`."""

from __future__ import annotations

import argparse

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.cli.finding_messages import change_message
from kodebenk.cli.output import CommandResult, local_time, table
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import Language, message
from kodebenk.domain.project_change import RecordedChange


def list_history(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """List every change, oldest first, or write them to a file."""
    with reading(arguments, language) as project:
        changes = queries.history(project)
        if arguments.out:
            _write(project, arguments, language)
    found: dict[str, object] = {"changes": [_change(one) for one in changes]}
    if arguments.out:
        found["written"] = str(arguments.out)
        return CommandResult(found, message("written", language, path=arguments.out))
    rows = [
        (
            one.id,
            local_time(one.at),
            one.coder,
            change_message(one.name, one.details, language) + _mark(one, language),
        )
        for one in changes
    ]
    return CommandResult(found, table(("id", "at", "coder", "what"), rows, language))


def _write(project: OpenProject, arguments: argparse.Namespace, language: Language) -> None:
    from kodebenk.application.history_files import export_history

    export_history(project, arguments.out, language=language, overwrite=arguments.overwrite)


def undo(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Take the last change back."""
    with changing(arguments, language) as project:
        done = _find(project, project.undo().change_id)
    return CommandResult({"changes": [_change(done)]}, _said("undone", done, language))


def redo(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Make the change again that was undone last."""
    with changing(arguments, language) as project:
        done = _find(project, project.redo().change_id)
    return CommandResult({"changes": [_change(done)]}, _said("redone", done, language))


def _find(project: OpenProject, change_id: int) -> RecordedChange:
    return next(one for one in queries.history(project) if one.id == change_id)


def _said(name: str, one: RecordedChange, language: Language) -> str:
    return message(name, language, what=change_message(one.name, one.details, language))


def _mark(one: RecordedChange, language: Language) -> str:
    return f" ({message('undone_mark', language)})" if one.undone else ""


def _change(one: RecordedChange) -> dict[str, object]:
    return {
        "id": one.id,
        "at": one.at,
        "coder": one.coder,
        "name": one.name.value,
        "details": dict(one.details),
        "undone": one.undone,
        "dropped": one.dropped,
    }
