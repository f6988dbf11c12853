"""The history of a project as a file."""

from __future__ import annotations

import json
from pathlib import Path

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject

COLUMNS = ("id", "at", "coder", "name", "details", "undone")


def export_history(project: OpenProject, path: Path, *, language: str, overwrite: bool = False) -> int:
    """Write every change, oldest first, to .csv, .xlsx, .jsonl or .docx and return how many there are.

    `at` is UTC, `name` the stable key of the change, `details` a JSON object, `undone` 0 or 1. Raises ExportFailed.
    """
    from kodebenk.exporting.tables import write_rows

    changes = queries.history(project)
    rows = [
        (
            one.id,
            one.at,
            one.coder,
            one.name.value,
            json.dumps(dict(one.details), ensure_ascii=False),
            int(one.undone),
        )
        for one in changes
    ]
    write_rows(path, COLUMNS, rows, title=project.title, overwrite=overwrite, language=language)
    return len(changes)
