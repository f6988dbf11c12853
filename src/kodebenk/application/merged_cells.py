"""Settles what was written into matrices: cells, synthesis, saved matrices."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from kodebenk.application.merge_ledger import Ledger
from kodebenk.application.merge_plan import ConflictKind
from kodebenk.application.merged_codings import Coders, place_coding
from kodebenk.domain.matrix import CellKey, ColumnKey, MatrixSpec, SavedMatrix, SynthesisKind, WrittenCell
from kodebenk.storage import matrix_store
from kodebenk.storage.foreign_project import RowCopy
from kodebenk.storage.writer import Writer

_REFERENCE = re.compile(r"\[#(-?\d+)\]")
_NOBODY = 0
"""Stands in references and evidence for a coding that does not come along; no coding has this number."""


def coming_cells(ledger: Ledger) -> list[CellKey]:
    """Return their cells that are not here by identity, and were not deleted here."""
    known = set(ledger.ours.cell_guids.values())
    return [key for key, guid in ledger.theirs.cell_guids.items() if guid not in known and ledger.is_coming(guid)]


def settle_cells(ledger: Ledger, coders: Coders) -> None:
    """Add what was written into cells that are empty here; other words are a conflict."""
    _Cells(ledger, coders).run()
    _settle_synthesis(ledger)
    _settle_matrices(ledger, coders)


class _Cells:
    def __init__(self, ledger: Ledger, coders: Coders) -> None:
        self._ledger = ledger
        self._coders = coders
        self._codings = {one.id: one for one in ledger.theirs.codings}

    def run(self) -> None:
        for key, cell in self._ledger.theirs.cells.items():
            here = _key_here(self._ledger, key)
            guid = self._ledger.theirs.cell_guids[key]
            ours = None if here is None else self._ledger.ours.cells.get(here)
            if here is not None and ours is not None:
                self._blend(key, cell, here, ours)
            elif not self._ledger.stays_removed(guid, "cell", _cell_name(self._ledger, key), quote=cell.summary):
                assert here is not None, "the row and the column of a cell that comes along come along"
                self._write(self._with_coder(cell, here))
                self._ledger.counts["cells"] += 1

    def _here(self, cell: WrittenCell, key: CellKey) -> WrittenCell:
        """Return their cell in our numbers, negative ones for codings that will be copied."""
        return replace(
            cell,
            key=key,
            summary=_translated(cell.summary, self._coding_here),
            written_by=self._ledger.here("coder", cell.written_by),
            evidence=frozenset(self._evidence_here(*one) for one in cell.evidence),
        )

    def _coding_here(self, coding_id: int) -> int:
        return self._ledger.here("coding", coding_id) or _NOBODY

    def _evidence_here(self, coding_id: int, start: int, end: int) -> tuple[int, int, int]:
        """Return a piece of evidence; it stays current where it was, and the words of the coding are the same here."""
        one = self._codings.get(coding_id)
        if one is not None and (one.passage.start, one.passage.end) == (start, end):
            placed = place_coding(self._ledger, one)
            start, end = (placed.start, placed.end) if placed.is_certain else (0, 0)
        return self._coding_here(coding_id), start, end

    def _with_coder(self, cell: WrittenCell, key: CellKey) -> WrittenCell:
        if cell.written_by is not None:
            self._coders.need(cell.written_by)
        return self._here(cell, key)

    def _blend(self, their_key: CellKey, cell: WrittenCell, key: CellKey, ours: WrittenCell) -> None:
        theirs = self._here(cell, key)
        fields = ("summary", "state", "reason")
        values = self._ledger.blend(
            ConflictKind.CELL,
            self._ledger.theirs.cell_guids[their_key],
            _cell_name(self._ledger, their_key),
            {name: getattr(ours, name) for name in fields},
            {name: getattr(theirs, name) for name in fields},
            show=lambda value: _shown(str(value)),
        )
        if "summary" in values:
            theirs = self._with_coder(cell, key)
            written = {name: getattr(theirs, name) for name in ("written_at", "written_by", "evidence")}
            self._write(replace(ours, **values, **written))
        elif values:
            self._ledger.then(lambda write, _copy: _update_cell(write, key, values))

    def _write(self, cell: WrittenCell) -> None:
        def write_cell(write: Writer, copy: RowCopy) -> None:
            matrix_store.write_cell(write, _now(cell, copy))

        self._ledger.then(write_cell)


def _update_cell(write: Writer, key: CellKey, values: dict[str, Any]) -> None:
    """Set what is not the summary: the evidence stays as it is by now, also where a text was taken over."""
    matrix_store.write_cell(write, replace(matrix_store.read_cells(write.connection)[key], **values))


def _key_here(ledger: Ledger, key: CellKey) -> CellKey | None:
    """Return what a cell there is here, or None where its row or column is nothing."""
    column = _column_here(ledger, key.column)
    respondent_id = ledger.here("respondent", key.respondent_id)
    document_id = ledger.here("document", key.document_id)
    is_row_lost = (key.respondent_id, key.document_id) != (None, None) and respondent_id is None and document_id is None
    if column is None or is_row_lost:
        return None
    return replace(key, column=column, respondent_id=respondent_id, document_id=document_id)


def _column_here(ledger: Ledger, column: ColumnKey) -> ColumnKey | None:
    found = ColumnKey(ledger.here("code", column.code_id), ledger.here("guide_question", column.question_id))
    return None if found == ColumnKey() else found


def _now(cell: WrittenCell, copy: RowCopy) -> WrittenCell:
    """Return a cell after everything was copied: no number in it is negative any more."""
    key = cell.key
    return replace(
        cell,
        key=replace(
            key,
            column=_column_now(key.column, copy),
            respondent_id=None if key.respondent_id is None else copy.now("respondent", key.respondent_id),
            document_id=None if key.document_id is None else copy.now("document", key.document_id),
        ),
        summary=_translated(cell.summary, lambda one: copy.now("coding", one)),
        written_by=None if cell.written_by is None else copy.now("coder", cell.written_by),
        evidence=frozenset((copy.now("coding", one), start, end) for one, start, end in cell.evidence),
    )


def _column_now(column: ColumnKey, copy: RowCopy) -> ColumnKey:
    return ColumnKey(
        None if column.code_id is None else copy.now("code", column.code_id),
        None if column.question_id is None else copy.now("guide_question", column.question_id),
    )


def _translated(summary: str, coding_of: Callable[[int], int]) -> str:
    return _REFERENCE.sub(lambda match: f"[#{coding_of(int(match[1]))}]", summary)


def _shown(summary: str) -> str:
    """Return a summary for people: a coding that is still to be copied has no number yet."""
    return _translated(summary, lambda one: max(one, _NOBODY)).replace(f"[#{_NOBODY}]", "[?]")


def _cell_name(ledger: Ledger, key: CellKey) -> str:
    """Return a name such as `R1 × Styring/Tillit` for a cell there."""
    theirs = ledger.theirs
    people = {one.id: one.label for one in theirs.respondents}
    documents = {one.id: one.label or one.name for one in theirs.documents}
    row = people.get(key.respondent_id or 0) or documents.get(key.document_id or 0) or key.group or ""
    return f"{row} × {_column_name(ledger, key.column)}"


def _column_name(ledger: Ledger, column: ColumnKey) -> str:
    if column.code_id is not None:
        return ledger.theirs.codebook.path_of(column.code_id)
    return next(one.text for guide in ledger.theirs.guides for one in guide.questions if one.id == column.question_id)


def _settle_synthesis(ledger: Ledger) -> None:
    for (column, kind), words in ledger.theirs.synthesis.items():
        here = _column_here(ledger, column)
        ours = "" if here is None else ledger.ours.synthesis.get((here, kind), "")
        if here is None or words == ours:
            continue
        name = _column_name(ledger, column)
        if not ours:
            ledger.counts["synthesis"] += 1
            _write_synthesis(ledger, here, kind, words)
        elif ledger.disagree(ConflictKind.SYNTHESIS, f"{name}:{kind.value}", name, kind.value, (ours, words)):
            _write_synthesis(ledger, here, kind, words)


def _write_synthesis(ledger: Ledger, column: ColumnKey, kind: SynthesisKind, words: str) -> None:
    ledger.then(lambda write, copy: matrix_store.write_synthesis(write, _column_now(column, copy), kind, words))


def _settle_matrices(ledger: Ledger, coders: Coders) -> None:
    """Add saved matrices, unless one here shows the same."""
    by_guid = {one.guid: one for one in ledger.ours.matrices}
    here = {replace(one.spec, name="") for one in ledger.ours.matrices}
    names = [one.spec.name for one in ledger.ours.matrices]
    position = max((one.position for one in ledger.ours.matrices), default=-1)
    for one in ledger.theirs.matrices:
        spec = _spec_here(ledger, one.spec, coders)
        if one.guid in by_guid:
            _compare_matrix(ledger, one, spec, by_guid[one.guid])
        elif replace(spec, name="") not in here and not ledger.stays_removed(one.guid, "matrix", spec.name):
            position += 1
            name = ledger.free_name("matrix", spec.name, names)
            names.append(name)
            ledger.matrices.append(name)
            _add_matrix(ledger, replace(spec, name=name), position)


def _spec_here(ledger: Ledger, spec: MatrixSpec, coders: Coders) -> MatrixSpec:
    """Return what a matrix there shows, in our numbers; the coders it is about come along."""
    for coder_id in spec.coder_ids:
        coders.need(coder_id)
    return replace(
        spec,
        code_ids=ledger.all_here("code", spec.code_ids),
        question_ids=ledger.all_here("guide_question", spec.question_ids),
        hidden_respondent_ids=ledger.all_here("respondent", spec.hidden_respondent_ids),
        coder_ids=ledger.all_here("coder", spec.coder_ids),
    )


def _spec_now(spec: MatrixSpec, copy: RowCopy) -> MatrixSpec:
    return replace(
        spec,
        code_ids=copy.all_now("code", spec.code_ids),
        question_ids=copy.all_now("guide_question", spec.question_ids),
        hidden_respondent_ids=copy.all_now("respondent", spec.hidden_respondent_ids),
        coder_ids=copy.all_now("coder", spec.coder_ids),
    )


def _add_matrix(ledger: Ledger, spec: MatrixSpec, position: int) -> None:
    ledger.then(lambda write, copy: matrix_store.add_matrix(write, _spec_now(spec, copy), position))


def _compare_matrix(ledger: Ledger, theirs: SavedMatrix, spec: MatrixSpec, ours: SavedMatrix) -> None:
    """List a matrix that shows something else there, or has another name."""
    if spec == ours.spec:
        return
    told = (_described(ours.spec), _described(theirs.spec))
    if ledger.disagree(ConflictKind.MATRIX, theirs.guid, ours.spec.name, "spec", told):
        others = [one.spec.name for one in ledger.ours.matrices if one.id != ours.id]
        wanted = replace(spec, name=ledger.free_name("matrix", spec.name, others))
        ledger.then(lambda write, copy: matrix_store.update_matrix(write, ours.id, _spec_now(wanted, copy)))


def _described(spec: MatrixSpec) -> str:
    columns = len(spec.column_keys)
    parts = (spec.name, spec.rows.value, f"{spec.columns.value} {columns or ''}".strip(), spec.content.value, spec.band)
    return " · ".join(part for part in parts if part)
