"""Chooses between window and command line."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Sequence
from pathlib import Path

_SUFFIX = ".kodebenk"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window (no argument, or one project file), or run a command; return the exit code."""
    multiprocessing.freeze_support()
    given = list(sys.argv[1:] if argv is None else argv)
    from kodebenk.importing.pdf_worker import run_if_asked

    worker_exit = run_if_asked(given)
    if worker_exit is not None:
        return worker_exit
    if not given:
        return _open_window(None)
    if len(given) == 1 and given[0].casefold().endswith(_SUFFIX):
        return _open_file(Path(given[0]))
    from kodebenk.cli.command_line import run

    return run(given, _open_window)


def _open_file(path: Path) -> int:
    from kodebenk.cli.command_line import refuse
    from kodebenk.cli.error_messages import explain
    from kodebenk.cli.words import system_language
    from kodebenk.errors import ProjectFileError, ProjectFileProblem

    if not path.exists():
        return refuse(explain(ProjectFileError(ProjectFileProblem.MISSING, path), system_language()))
    return _open_window(path)


def _open_window(project: Path | None) -> int:
    """Open the window, unless it is plain that Qt could not: then one sentence says what is missing."""
    from kodebenk.cli.command_line import refuse
    from kodebenk.cli.window_check import explain_import_error, find_obstacle
    from kodebenk.cli.words import system_language

    language = system_language()
    obstacle = find_obstacle(language)
    if obstacle:
        return refuse(obstacle)
    try:
        from kodebenk.ui.startup import run_window
    except ImportError as error:
        sentence = explain_import_error(error, language)
        if not sentence:
            raise
        return refuse(sentence)
    return run_window(project)


if __name__ == "__main__":
    sys.exit(main())
