"""Runs one command: parses, opens, prints, and turns errors into one line and an exit code."""

from __future__ import annotations

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import cast

from kodebenk.cli.error_messages import explain
from kodebenk.cli.output import CommandResult, prepare_streams, write_result
from kodebenk.cli.words import Language, message, system_language
from kodebenk.errors import WorkbenchError

Command = Callable[[argparse.Namespace, Language], CommandResult]
WindowOpener = Callable[[Path], int]

_FUNCTIONS = {
    "demo": ("project_commands", "make_demo"),
    "new": ("project_commands", "make_project"),
    "info": ("project_commands", "describe_project"),
    "check": ("project_commands", "check"),
    "import": ("document_commands", "import_documents"),
    "text": ("document_commands", "show_text"),
    "speakers": ("document_commands", "show_speakers"),
    "replace-text": ("correction_commands", "replace_text"),
    "search": ("search_commands", "search"),
    "respondents": ("respondent_commands", "list_respondents"),
    "codes": ("codebook_commands", "list_codes"),
    "code": ("coding_commands", "code_passage"),
    "codings": ("coding_commands", "list_codings"),
    "guide": ("guide_commands", "show_guides"),
    "matrix": ("matrix_commands", "show_matrix"),
    "agreement": ("project_agreement_commands", "compare_coders"),
    "agreement-ratings": ("agreement_commands", "compare_ratings"),
    "agreement-units": ("agreement_units_commands", "compare_units"),
    "tasks": ("task_commands", "show_tasks"),
    "sample": ("task_commands", "show_samples"),
    "merge": ("merge_commands", "merge"),
    "package": ("merge_commands", "package"),
    "history": ("history_commands", "list_history"),
    "undo": ("history_commands", "undo"),
    "redo": ("history_commands", "redo"),
}
"""Modules are imported when their command is called: `--help` needs none of them."""


def run(argv: Sequence[str], open_window: WindowOpener) -> int:
    """Run the command and return the exit code: 0 done, 1 not done, 2 wrong usage.

    Args:
        argv: what stands after the program's name.
        open_window: opens the window on a project, and returns when it was closed.
    """
    from kodebenk.cli.arguments import make_parser  # here, since opening a window loads this module too

    prepare_streams()
    try:
        arguments = make_parser().parse_args(argv)
    except SystemExit as finished:
        return finished.code if isinstance(finished.code, int) else 2
    language = arguments.lang or system_language()
    try:
        result = _find(arguments.command)(arguments, language)
        write_result(result, as_json=arguments.json, stream=sys.stdout)
    except BrokenPipeError:
        return _reader_left()
    except (Exception, KeyboardInterrupt) as error:  # the last line of defence: people get a sentence, never a trace
        return refuse(_sentence_for(error, language))
    if result.trouble:
        return refuse(result.trouble)
    return open_window(result.window) if result.window else 0


def _sentence_for(error: BaseException, language: Language) -> str:
    if isinstance(error, WorkbenchError):
        return explain(error, language)
    if isinstance(error, KeyboardInterrupt):
        return message("cancelled", language)
    return message("unexpected", language, kind=type(error).__name__, log=_keep_trace(error))


def refuse(sentence: str) -> int:
    """Say on stderr why it could not be done, and return the exit code."""
    print(sentence, file=sys.stderr)
    return 1


def _find(name: str) -> Command:
    module, function = _FUNCTIONS[name]
    return cast(Command, getattr(import_module(f"kodebenk.cli.commands.{module}"), function))


def _reader_left() -> int:
    """Whoever read our output (`| head`) has enough: be silent, also when Python closes stdout."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _keep_trace(error: BaseException) -> Path:
    """Append where the error arose to the log and return the file. Its words stay out: they may quote an interview."""
    from kodebenk.application.user_folders import log_folder

    log = log_folder() / "kodebenk.log"
    trace = "".join(traceback.format_tb(error.__traceback__))
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ} {type(error).__name__}\n{trace}\n")
    except OSError:
        sys.stderr.write(trace)
    return log
