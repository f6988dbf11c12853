"""What a user can write into matrices. Each function is one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kodebenk.analysis.theme_matrix import MatrixCell, MatrixRow, ThemeMatrix
from kodebenk.application import guide_queries, queries
from kodebenk.application.coding_actions import coder_id_of
from kodebenk.application.matrix_report import build
from kodebenk.application.open_project import OpenProject
from kodebenk.application.seen_cells import refuse_hidden_cells
from kodebenk.application.sight import refuse_blind
from kodebenk.domain.matrix import (
    CellKey,
    CellState,
    ColumnKey,
    ColumnKind,
    MatrixSpec,
    RowKind,
    SynthesisKind,
    WrittenCell,
    read_references,
    show_references,
)
from kodebenk.domain.naming import check_free_name
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import matrix_store
from kodebenk.storage.moments import now
from kodebenk.storage.writer import Writer


def write_summary(project: OpenProject, row: MatrixRow, column: ColumnKey, cell: MatrixCell, text: str) -> None:
    """Store the condensed text of a cell as shown, with references such as `[R1:13]`.

    The codings that stand in the cell now count as read, so that it is no longer stale.

    Raises:
        RuleBroken: STILL_BLIND, where what stands in the cell already is hidden from the one who works.
    """
    key = row.key_for(column)
    refuse_hidden_cells(project, [key])
    stored = _with_ids(text.strip(), cell)
    with project.change(ChangeName.WRITE_CELL, **_names(project, row, column)) as write:
        old = _written(write, key)
        if stored == old.summary:
            return
        written = replace(old, summary=stored)
        matrix_store.write_cell(write, _signed(written, cell, coder_id_of(write, project.coder_name)))


def shown_summary(cell: MatrixCell) -> str:
    """Return the condensed text of a cell with references such as `[R1:13]`, as `write_summary` takes it."""
    return show_references(cell.summary, _citations(cell).get)


def _citations(cell: MatrixCell) -> dict[int, str]:
    written = {
        coding_id: citation
        for sentence in cell.sentences
        for coding_id, citation in zip(sentence.coding_ids, sentence.all_citations, strict=True)
    }
    return written | {quote.coding_id: quote.citation for quote in cell.quotes}


def _with_ids(text: str, cell: MatrixCell) -> str:
    citations = _citations(cell)
    by_citation: dict[str, int] = {}
    for coding_id, citation in citations.items():
        by_citation.setdefault(citation, coding_id)
    return read_references(text, by_citation.get, before=cell.summary, citation_of=citations.get)


def _signed(written: WrittenCell, cell: MatrixCell, coder_id: int) -> WrittenCell:
    """Return the cell as written now by a coder, on the evidence that stands in it."""
    return replace(
        written,
        written_at=now() if written.summary else "",
        written_by=coder_id if written.summary else None,
        evidence=cell.evidence if written.summary else frozenset(),
    )


def confirm_cell(project: OpenProject, row: MatrixRow, column: ColumnKey, cell: MatrixCell) -> None:
    """Keep the text of a stale cell: what was coded since counts as read. Raises RuleBroken STILL_BLIND."""
    refuse_hidden_cells(project, [row.key_for(column)])
    with project.change(ChangeName.CONFIRM_CELL, **_names(project, row, column)) as write:
        old = _written(write, row.key_for(column))
        matrix_store.write_cell(write, replace(old, evidence=cell.evidence))


def set_cell_state(
    project: OpenProject, row: MatrixRow, column: ColumnKey, state: CellState | None, reason: str = ""
) -> None:
    """Set what only a person can know of a cell, or with None let it follow from the codings again.

    Raises:
        RuleBroken: STILL_BLIND.
    """
    refuse_hidden_cells(project, [row.key_for(column)])
    with project.change(ChangeName.SET_CELL_STATE, **_names(project, row, column)) as write:
        old = _written(write, row.key_for(column))
        matrix_store.write_cell(write, replace(old, state=state, reason=reason.strip() if state else ""))


def write_synthesis(project: OpenProject, column: ColumnKey, kind: SynthesisKind, text: str) -> None:
    """Store what is said about a whole column. Raises RuleBroken STILL_BLIND."""
    refuse_blind(project)
    name = column_name(project, column)
    with project.change(ChangeName.WRITE_SYNTHESIS, code=name, kind=kind.value) as write:
        matrix_store.write_synthesis(write, column, kind, text.strip())


def column_name(project: OpenProject, column: ColumnKey) -> str:
    """Return the name of a code, or the words of a question."""
    if column.code_id is not None:
        return queries.codebook(project).by_id[column.code_id].name
    questions = (one for guide in guide_queries.guides(project) for one in guide.questions)
    return next(one.text for one in questions if one.id == column.question_id)


def save_matrix(project: OpenProject, spec: MatrixSpec, matrix_id: int | None = None) -> int:
    """Keep a specification under its name, as a new matrix or in place of one, and return the id.

    Raises:
        RuleBroken: NAME_EMPTY, NAME_TAKEN.
    """
    saved = queries.saved_matrices(project)
    name = check_free_name("matrix", spec.name, (one.spec.name for one in saved if one.id != matrix_id))
    with project.change(ChangeName.SAVE_MATRIX, matrix=name) as write:
        if matrix_id is None:
            position = max((one.position for one in saved), default=-1) + 1
            return matrix_store.add_matrix(write, replace(spec, name=name), position)
        matrix_store.update_matrix(write, matrix_id, replace(spec, name=name))
        return matrix_id


def delete_matrix(project: OpenProject, matrix_id: int) -> None:
    """Forget a saved matrix; what was written into cells stays."""
    name = next(one.spec.name for one in queries.saved_matrices(project) if one.id == matrix_id)
    with project.change(ChangeName.DELETE_MATRIX, matrix=name) as write:
        matrix_store.delete_matrix(write, matrix_id)


@dataclass(frozen=True, slots=True)
class CellRow:
    """One row of a file with cells: who, which code, and what is said. Empty means not said."""

    row: str
    column: str
    summary: str = ""
    state: str = ""
    reason: str = ""


def import_cells(project: OpenProject, rows: Sequence[CellRow]) -> int:
    """Store summaries and states from a file in one step; return how many cells became different.

    Rows are found by label or name, columns by code; references `[R1:13]` by the codings of the cell.

    Raises:
        RuleBroken: NOT_FOUND, AMBIGUOUS_NAME, VALUE_NOT_ALLOWED, STILL_BLIND; nothing was stored.
    """
    book = queries.codebook(project)
    columns = {name: book.find(name).id for name in dict.fromkeys(one.column for one in rows)}
    spec = MatrixSpec(rows=RowKind.BOTH, columns=ColumnKind.CODES, code_ids=tuple(sorted(set(columns.values()))))
    matrix = build(project, spec)
    found = {name: find_row(matrix, name) for name in dict.fromkeys(one.row for one in rows)}
    places = {column.key.code_id: place for place, column in enumerate(matrix.columns)}
    parsed = [_parse(matrix, one, found[one.row], places[columns[one.column]]) for one in rows]
    refuse_hidden_cells(project, [one.key for one in parsed])
    with project.change(ChangeName.IMPORT_CELLS, count=str(len(rows))) as write:
        written = matrix_store.read_cells(write.connection)
        coder_id = coder_id_of(write, project.coder_name)
        return sum(_import_cell(write, one, written, coder_id) for one in parsed)


@dataclass(frozen=True, slots=True)
class _ParsedRow:
    """A row of a file, the cell of the matrix that it means, and the state as it is stored."""

    given: CellRow
    key: CellKey
    cell: MatrixCell
    state: CellState | None


def _parse(matrix: ThemeMatrix, one: CellRow, row: int, column: int) -> _ParsedRow:
    key = matrix.rows[row].key_for(matrix.columns[column].key)
    return _ParsedRow(one, key, matrix.cell(row, column), _read_state(one.state))


def _import_cell(write: Writer, one: _ParsedRow, written: dict[CellKey, WrittenCell], coder_id: int) -> bool:
    """Store what a row says over what was written; `written` is kept up to date for rows that mean the same cell."""
    old = written.get(one.key, WrittenCell(one.key))
    new = replace(old, state=one.state, reason=one.given.reason.strip() if one.state else "")
    summary = _with_ids(one.given.summary.strip(), one.cell)
    if summary != new.summary:
        new = _signed(replace(new, summary=summary), one.cell, coder_id)
    written[one.key] = new
    return matrix_store.write_cell(write, new)


def find_row(matrix: ThemeMatrix, name: str) -> int:
    """Return the index of the row of that label, name or title; exactly, then without regard to case.

    Raises:
        RuleBroken: NOT_FOUND.
    """
    for fold in (str, str.casefold):
        for index, row in enumerate(matrix.rows):
            if fold(name.strip()) in {fold(row.label), fold(row.name)}:
                return index
    raise RuleBroken(Rule.NOT_FOUND, kind="row", name=name, candidates=[row.label for row in matrix.rows])


def _read_state(word: str) -> CellState | None:
    folded = word.strip().casefold()
    if folded in {"", CellState.ANSWERED, CellState.ASKED, CellState.NOT_CODED}:
        return None
    try:
        return CellState(folded)
    except ValueError:
        allowed = [state.value for state in CellState]
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="state", value=word, allowed=allowed) from None


def _written(write: Writer, key: CellKey) -> WrittenCell:
    return matrix_store.read_cells(write.connection).get(key, WrittenCell(key))


def _names(project: OpenProject, row: MatrixRow, column: ColumnKey) -> Mapping[str, str]:
    return {"row": row.label, "code": column_name(project, column)}
