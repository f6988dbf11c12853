"""Puts the example project, and its matrix in Word, into a folder of the user's."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from kodebenk.application import matrix_report, queries
from kodebenk.application.example_project import TITLE, build_example
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import ProjectFileError, ProjectFileProblem


def write_example(folder: Path) -> OpenProject:
    """Make the example project in a folder, which is made where it is missing, and return it open.

    Nothing that lies there is touched: a second example gets a number behind its name.

    Raises:
        ProjectFileError: CANNOT_WRITE, DISK_FULL …
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        detail = error.strerror or type(error).__name__
        raise ProjectFileError(ProjectFileProblem.CANNOT_WRITE, folder, detail=detail) from error
    return build_example(_free_path(folder))


def write_example_matrix(project: OpenProject, language: str) -> Path:
    """Write the first saved matrix of the example to a Word file beside it and return its path. Raises ExportFailed."""
    spec = queries.saved_matrices(project)[0].spec
    target = project.path.with_suffix(".docx")
    matrix_report.export(matrix_report.build(project, spec), target, language=language)
    return target


def _free_path(folder: Path) -> Path:
    names = (TITLE if number == 1 else f"{TITLE} ({number})" for number in count(1))
    return next(
        path
        for path in (folder / f"{name}.kodebenk" for name in names)
        if not path.exists() and not path.with_suffix(".docx").exists()
    )
