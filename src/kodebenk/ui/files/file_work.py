"""What is done with files in worker threads: plain functions of values, each with a reader of its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kodebenk.application.open_project import OpenProject
from kodebenk.ui.background import CancelToken, Progress

if TYPE_CHECKING:
    from kodebenk.application.coding_import import PlacedRows
    from kodebenk.application.project_check import CheckReport

Export = Callable[[OpenProject, Path, str], object]


@dataclass(frozen=True, slots=True)
class ReadCodings:
    """A file of codings: its name, its rows, and where they belong."""

    file_name: str
    rows: Sequence[Mapping[str, str]]
    found: PlacedRows


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A file that was read: its name, its number of rows, and what stores them in a project."""

    file_name: str
    count: int
    store: Callable[[OpenProject], object]


def read_codings(project_path: Path, path: Path, token: CancelToken, _progress: Progress) -> ReadCodings:
    """Read a file of codings and find their places. Raises SourceUnreadable, RuleBroken COLUMN_MISSING."""
    from kodebenk.application.coding_import import place_rows, read_coding_rows

    rows = read_coding_rows(path)
    token.check()
    with OpenProject.open(project_path, read_only=True) as project:
        return ReadCodings(path.name, rows, place_rows(project, rows))


def read_codes(path: Path, _token: CancelToken, _progress: Progress) -> ReadTable:
    """Read a codebook. Raises SourceUnreadable."""
    from kodebenk.application.codebook_files import import_read_codes, read_code_file

    codes = read_code_file(path)
    return ReadTable(path.name, len(codes), partial(import_read_codes, codes=codes))


def read_cells(path: Path, _token: CancelToken, _progress: Progress) -> ReadTable:
    """Read cells of matrices. Raises SourceUnreadable, RuleBroken COLUMN_MISSING."""
    from kodebenk.application.matrix_actions import import_cells
    from kodebenk.application.matrix_files import read_cell_rows

    cells = read_cell_rows(path)
    return ReadTable(path.name, len(cells), partial(import_cells, rows=cells))


def check(project_path: Path, reader_name: str, _token: CancelToken, _progress: Progress) -> CheckReport:
    """Run the checks of a project for somebody."""
    from kodebenk.application.project_check import check_project

    with OpenProject.open(project_path, coder_name=reader_name, read_only=True) as project:
        return check_project(project)


def export(
    project_path: Path,
    reader_name: str,
    write: Export,
    target: Path,
    language: str,
    token: CancelToken,
    _progress: Progress,
) -> Path:
    """Have a file written of what somebody may see of the project as it is stored, and return it.

    Raises:
        ExportFailed: it could not be written.
    """
    with OpenProject.open(project_path, coder_name=reader_name, read_only=True) as project:
        token.check()
        write(project, target, language)
    return target


def write_codings(project: OpenProject, target: Path, language: str) -> None:
    """Write all codings, with the labels of respondents."""
    from kodebenk.application.coding_files import export_codings, list_codings

    export_codings(list_codings(project), target, title=project.title, language=language, overwrite=True)


def write_codes(project: OpenProject, target: Path, language: str) -> None:
    """Write the codebook."""
    from kodebenk.application.codebook_files import export_codes

    export_codes(project, target, language=language, overwrite=True)


def write_history(project: OpenProject, target: Path, language: str) -> None:
    """Write every change."""
    from kodebenk.application.history_files import export_history

    export_history(project, target, language=language, overwrite=True)
