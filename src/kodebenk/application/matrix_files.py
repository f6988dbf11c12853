"""Cells of matrices from files."""

from __future__ import annotations

from pathlib import Path

from kodebenk.application.matrix_actions import CellRow, import_cells
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import Rule, RuleBroken

_REQUIRED = ("row", "column")


def import_cell_file(project: OpenProject, path: Path) -> int:
    """Store summaries and states from a csv or xlsx file in one change; return how many cells became different.

    Columns: `row` (label or name), `column` (code), and `summary`, `state`, `reason`.

    Raises:
        SourceUnreadable: the file cannot be read.
        RuleBroken: COLUMN_MISSING, NOT_FOUND, AMBIGUOUS_NAME, VALUE_NOT_ALLOWED; nothing changed.
    """
    cells = read_cell_rows(path)
    return import_cells(project, cells) if cells else 0


def read_cell_rows(path: Path) -> list[CellRow]:
    """Return the cells of a csv or xlsx file.

    Raises:
        SourceUnreadable: the file cannot be read.
        RuleBroken: COLUMN_MISSING.
    """
    from kodebenk.importing.table_files import read_rows

    rows = read_rows(path)
    for column in _REQUIRED:
        if rows and column not in rows[0]:
            raise RuleBroken(Rule.COLUMN_MISSING, column=column, columns=sorted(rows[0]), file=path.name)
    return [
        CellRow(
            one.get("row", ""),
            one.get("column", ""),
            one.get("summary", ""),
            one.get("state", ""),
            one.get("reason", ""),
        )
        for one in rows
    ]
