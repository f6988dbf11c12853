"""Reads and writes what researchers put into matrices: cells, synthesis, saved matrices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, select

from kodebenk.domain.matrix import (
    CellContent,
    CellKey,
    CellState,
    ColumnKey,
    ColumnKind,
    MatrixSpec,
    RowKind,
    SavedMatrix,
    SynthesisKind,
    WrittenCell,
)
from kodebenk.storage.identity import new_guid
from kodebenk.storage.tables import matrix, matrix_cell, synthesis
from kodebenk.storage.writer import Writer


def read_cells(connection: Connection) -> dict[CellKey, WrittenCell]:
    """Return every cell that a researcher has put something into."""
    cells = (_cell_from(row) for row in connection.execute(select(matrix_cell).order_by(matrix_cell.c.id)))
    return {cell.key: cell for cell in cells}


def _cell_from(row: Any) -> WrittenCell:
    return WrittenCell(
        key=CellKey(
            ColumnKey(row.code_id, row.question_id), row.respondent_id, row.document_id, row.group_value, row.section
        ),
        summary=row.summary,
        state=CellState(row.state) if row.state else None,
        reason=row.reason,
        written_at=row.written_at,
        written_by=row.written_by,
        evidence=frozenset((one[0], one[1], one[2]) for one in json.loads(row.evidence)),
    )


def write_cell(writer: Writer, cell: WrittenCell) -> bool:
    """Store a cell, or forget it when it says nothing; return whether anything became different."""
    found = _cell_id(writer.connection, cell.key)
    if not cell.summary and cell.state is None and not cell.reason:
        if found is None:
            return False
        writer.delete(matrix_cell, found)
        return True
    values = {
        "summary": cell.summary,
        "state": cell.state.value if cell.state else None,
        "reason": cell.reason,
        "written_at": cell.written_at,
        "written_by": cell.written_by,
        "evidence": json.dumps(sorted(cell.evidence), separators=(",", ":")),
    }
    if found is not None:
        return writer.update(matrix_cell, found, **values)
    key = cell.key
    writer.insert(
        matrix_cell,
        guid=new_guid(),
        code_id=key.column.code_id,
        question_id=key.column.question_id,
        respondent_id=key.respondent_id,
        document_id=key.document_id,
        group_value=key.group,
        section=key.section,
        **values,
    )
    return True


def _cell_id(connection: Connection, key: CellKey) -> int | None:
    columns = matrix_cell.c
    query = select(columns.id).where(
        columns.code_id.is_not_distinct_from(key.column.code_id),
        columns.question_id.is_not_distinct_from(key.column.question_id),
        columns.section == key.section,
        columns.respondent_id.is_not_distinct_from(key.respondent_id),
        columns.document_id.is_not_distinct_from(key.document_id),
        columns.group_value.is_not_distinct_from(key.group),
    )
    return connection.execute(query).scalar()


def forget_cells(
    writer: Writer,
    *,
    column_key: ColumnKey | None = None,
    respondent_id: int | None = None,
    document_id: int | None = None,
) -> None:
    """Delete the cells of a column, a respondent or a document."""
    for column, wanted in (
        (matrix_cell.c.code_id, column_key.code_id if column_key else None),
        (matrix_cell.c.question_id, column_key.question_id if column_key else None),
        (matrix_cell.c.respondent_id, respondent_id),
        (matrix_cell.c.document_id, document_id),
    ):
        if wanted is not None:
            writer.delete_where(matrix_cell, column == wanted)


def hand_over_cells(writer: Writer, from_id: int, to_id: int) -> None:
    """Give a respondent's cells to another; where both have one, the texts follow each other."""
    cells = read_cells(writer.connection)
    for key, cell in cells.items():
        if key.respondent_id == from_id:
            target = replace(key, respondent_id=to_id)
            write_cell(writer, join_cells(cells.get(target), replace(cell, key=target)))
    forget_cells(writer, respondent_id=from_id)


def join_cells(first: WrittenCell | None, second: WrittenCell) -> WrittenCell:
    """Return one cell that says what both said; the state and reason of the first win."""
    if first is None:
        return second
    return replace(
        second,
        summary=f"{first.summary} {second.summary}".strip(),
        state=first.state or second.state,
        reason=first.reason or second.reason,
        evidence=first.evidence | second.evidence,
    )


def read_synthesis(connection: Connection) -> Mapping[tuple[ColumnKey, SynthesisKind], str]:
    """Return what is written about whole columns, by column and kind."""
    rows = connection.execute(select(synthesis).order_by(synthesis.c.id))
    return {(ColumnKey(row.code_id, row.question_id), SynthesisKind(row.kind)): row.text for row in rows}


def write_synthesis(writer: Writer, column: ColumnKey, kind: SynthesisKind, words: str) -> bool:
    """Store, or with an empty text forget, what is said about a column."""
    query = select(synthesis.c.id).where(_is_about(column), synthesis.c.kind == kind.value)
    found = writer.connection.execute(query).scalar()
    if found is None and not words:
        return False
    if found is None:
        writer.insert(
            synthesis,
            guid=new_guid(),
            code_id=column.code_id,
            question_id=column.question_id,
            kind=kind.value,
            text=words,
        )
        return True
    if not words:
        writer.delete(synthesis, found)
        return True
    return writer.update(synthesis, found, text=words)


def forget_synthesis(writer: Writer, column: ColumnKey) -> None:
    """Delete what is said about a column."""
    writer.delete_where(synthesis, _is_about(column))


def _is_about(column: ColumnKey) -> ColumnElement[bool]:
    return and_(
        synthesis.c.code_id.is_not_distinct_from(column.code_id),
        synthesis.c.question_id.is_not_distinct_from(column.question_id),
    )


def list_matrices(connection: Connection) -> tuple[SavedMatrix, ...]:
    rows = connection.execute(select(matrix).order_by(matrix.c.position, matrix.c.id))
    return tuple(SavedMatrix(row.id, row.guid, row.position, _spec_from(row.name, row.spec)) for row in rows)


def add_matrix(writer: Writer, spec: MatrixSpec, position: int) -> int:
    return writer.insert(matrix, guid=new_guid(), position=position, name=spec.name, spec=_spec_to_json(spec))


def update_matrix(writer: Writer, matrix_id: int, spec: MatrixSpec) -> bool:
    return writer.update(matrix, matrix_id, name=spec.name, spec=_spec_to_json(spec))


def delete_matrix(writer: Writer, matrix_id: int) -> None:
    writer.delete(matrix, matrix_id)


def _spec_to_json(spec: MatrixSpec) -> str:
    values = asdict(spec)
    del values["name"]
    return json.dumps(values, ensure_ascii=False)


def _spec_from(name: str, stored: str) -> MatrixSpec:
    values = json.loads(stored)
    return MatrixSpec(
        name=name,
        rows=RowKind(values["rows"]),
        columns=ColumnKind(values["columns"]),
        content=CellContent(values["content"]),
        band=values["band"],
        code_ids=tuple(values["code_ids"]),
        hidden_respondent_ids=tuple(values["hidden_respondent_ids"]),
        coder_ids=tuple(values["coder_ids"]),
        question_ids=tuple(values.get("question_ids", ())),  # absent before schema 0002
        section_level=values.get("section_level", 1),
    )
