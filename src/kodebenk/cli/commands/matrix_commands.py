"""`matrix`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from kodebenk.analysis.theme_matrix import MatrixCell, ThemeMatrix
from kodebenk.application import matrix_report
from kodebenk.application.matrix_actions import shown_summary
from kodebenk.application.open_project import OpenProject
from kodebenk.cli.output import CommandResult, Value, align, join_blocks, one_line
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import STATES, Language, heading, message
from kodebenk.domain.matrix import CellContent, MatrixSpec
from kodebenk.domain.respondent import LabelPolicy


def show_matrix(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Show the matrix, after importing cells and before exporting it where files are given."""
    if not arguments.import_file:
        with reading(arguments, language) as project:
            return _matrix(project, arguments, language)
    from kodebenk.application.matrix_files import import_cell_file

    with changing(arguments, language) as project:
        changed = import_cell_file(project, arguments.import_file)
        shown = _matrix(project, arguments, language)
    said = message("cells_changed", language, count=changed)
    return CommandResult({**shown.json, "changed": changed}, join_blocks(said, shown.text))


def _matrix(project: OpenProject, arguments: argparse.Namespace, language: Language) -> CommandResult:
    spec = _spec(project, arguments)
    matrix = matrix_report.build(project, spec)
    found = _as_json(matrix)
    if not arguments.out:
        return CommandResult(found, _as_text(matrix, language))
    printed = matrix
    if arguments.show is not LabelPolicy.LABEL:
        printed = matrix_report.build(project, spec, policy=arguments.show)
    matrix_report.export(printed, arguments.out, language=language, overwrite=arguments.overwrite)
    return CommandResult({**found, "written": str(arguments.out)}, message("written", language, path=arguments.out))


def _spec(project: OpenProject, arguments: argparse.Namespace) -> MatrixSpec:
    """Return the saved matrix of that name with what was said besides, or what was said alone."""
    said = {"rows": arguments.rows, "columns": arguments.columns, "content": arguments.cells, "by": arguments.by}
    made = matrix_report.make_spec(project, **{name: value for name, value in said.items() if value})
    if not arguments.name:
        return made
    fields = {"rows": "rows", "columns": "columns", "content": "content", "by": "band"}
    chosen = {field: getattr(made, field) for name, field in fields.items() if said[name]}
    if arguments.rows:
        chosen["section_level"] = made.section_level
    if arguments.rows and made.band:
        chosen["band"] = made.band
    if arguments.columns:
        chosen |= {"code_ids": (), "question_ids": ()}
    return replace(matrix_report.find_spec(project, arguments.name), **chosen)


def _as_json(matrix: ThemeMatrix) -> dict[str, object]:
    return {
        "title": matrix.title,
        "rows": [
            {"name": row.name, "label": row.label, "band": row.band, "title": row.title, "members": row.members}
            for row in matrix.rows
        ],
        "columns": [
            {
                "path": column.path,
                "label": column.name,
                "group": column.group_name,
                "asked": column.asked,
                "answered": column.answered,
                "not_asked": column.not_asked,
                "not_applicable": column.not_applicable,
                "not_coded": column.not_coded,
            }
            for column in matrix.columns
        ],
        "cells": list(_cells(matrix)),
        "synthesis": [
            {"column": column.path, "kind": kind.value, "text": texts[index]}
            for kind, texts in matrix.synthesis.items()
            for index, column in enumerate(matrix.columns)
            if texts[index]
        ],
        "unattributed": matrix.unattributed,
        "small_groups": [{"band": band, "respondents": size} for band, size in matrix.small_groups],
    }


def _cells(matrix: ThemeMatrix) -> Iterator[dict[str, object]]:
    for r, row in enumerate(matrix.rows):
        for c, column in enumerate(matrix.columns):
            cell = matrix.cell(r, c)
            yield {
                "row": row.name,
                "column": column.path,
                "state": cell.state.value,
                "reason": cell.reason,
                "summary": shown_summary(cell),
                "codings": cell.codings,
                "respondents": cell.respondents,
                "stances": {stance.value: count for stance, count in cell.stances.items()},
                "quotes": _quotes(cell),
                "stale": cell.stale,
            }


def _quotes(cell: MatrixCell) -> list[dict[str, object]]:
    return [
        {
            "id": quote.coding_id,
            "text": quote.text,
            "citation": quote.citation,
            "document": quote.document_name,
            "page": quote.page,
            "line": quote.line,
            "code": quote.code_name,
            "stance": quote.stance.value if quote.stance else None,
            "coder": quote.coder,
        }
        for quote in cell.quotes
    ]


def _as_text(matrix: ThemeMatrix, language: Language) -> str:
    if not matrix.rows or not matrix.columns:
        return message("empty", language)
    shown = _count_table if matrix.spec.content is CellContent.COUNTS else _cell_list
    left = message("unattributed", language, count=matrix.unattributed) if matrix.unattributed else ""
    return join_blocks(shown(matrix, language), left)


def _count_table(matrix: ThemeMatrix, language: Language) -> str:
    counts: list[list[Value]] = [
        [row.label, row.band, *(matrix.cell(r, c).codings for c in range(len(matrix.columns)))]
        for r, row in enumerate(matrix.rows)
    ]
    headings = [heading("label", language), matrix.spec.band, *(column.name for column in matrix.columns)]
    if not matrix.spec.band:
        counts, headings = [[row[0], *row[2:]] for row in counts], [headings[0], *headings[2:]]
    return align(headings, counts)


def _cell_list(matrix: ThemeMatrix, language: Language) -> str:
    lines: list[str] = []
    for r, row in enumerate(matrix.rows):
        lines.append(" · ".join(part for part in (row.label, row.title, row.band) if part))
        for c, column in enumerate(matrix.columns):
            cell = matrix.cell(r, c)
            lines.append(f"  {column.path}: {_state_words(cell, language)}")
            lines.extend(f"    {one_line(said)}" for said in _content(matrix, cell))
    return "\n".join(lines)


def _state_words(cell: MatrixCell, language: Language) -> str:
    counted = f" ({cell.codings})" if cell.codings else ""
    reason = f": {one_line(cell.reason)}" if cell.reason else ""
    stale = f" – {message('stale', language)}" if cell.stale else ""
    return f"{STATES[cell.state.value].say(language)}{counted}{reason}{stale}"


def _content(matrix: ThemeMatrix, cell: MatrixCell) -> Iterator[str]:
    if matrix.spec.content is CellContent.QUOTES:
        yield from (f"«{quote.text}» [{quote.citation}]" for quote in cell.quotes)
    elif cell.summary:
        yield shown_summary(cell)
