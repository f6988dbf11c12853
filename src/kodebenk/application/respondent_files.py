"""Respondents from files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kodebenk.application.open_project import OpenProject
from kodebenk.application.respondent_actions import import_respondents

_TAKEN_AS_SUCH = frozenset({"label", "aliases"})


def import_respondent_file(project: OpenProject, path: Path) -> list[int]:
    """Add or complete respondents from a csv or xlsx file in one change and return their ids.

    The first column is the name whatever it is called; `label` and `aliases` are taken as such, the rest are
    attributes, whose names keep their case.

    Raises:
        SourceUnreadable: the file cannot be read; nothing changed.
        RuleBroken: AMBIGUOUS_NAME; nothing changed.
    """
    from kodebenk.importing.table_files import read_rows

    rows = [_with_known_names(row) for row in read_rows(path, keep_case=True)]
    return import_respondents(project, rows, next(iter(rows[0]))) if rows else []


def _with_known_names(row: Mapping[str, str]) -> dict[str, str]:
    return {name.casefold() if name.casefold() in _TAKEN_AS_SUCH else name: cell for name, cell in row.items()}
