"""Builds a ThemeMatrix from codings, respondents and what researchers have written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from kodebenk.analysis.asked import Asked
from kodebenk.analysis.attribution import (
    Source,
    cite,
    reported_documents,
    respondents_of,
    second_hand_in,
)
from kodebenk.analysis.disclosure import small_groups
from kodebenk.analysis.matrix_asking import RowAsking
from kodebenk.analysis.matrix_columns import CodeColumns, Columns, PlannedColumn, QuestionColumns
from kodebenk.analysis.matrix_rows import Rows
from kodebenk.analysis.theme_matrix import (
    Band,
    BandCount,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    Quotation,
    SummarySentence,
    ThemeMatrix,
)
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.coding import Coding, Stance
from kodebenk.domain.document import SPOKEN_KINDS, Document
from kodebenk.domain.guide import Guide, QuestionPlace
from kodebenk.domain.matrix import (
    OUTSIDE_DENOMINATOR,
    CellKey,
    CellState,
    ColumnKey,
    ColumnKind,
    MatrixSpec,
    SynthesisKind,
    WrittenCell,
    split_summary,
)
from kodebenk.domain.respondent import LabelPolicy, Respondent


@dataclass(frozen=True)
class MatrixMaterial:
    """Everything that a matrix is built from, read at one moment."""

    codebook: Codebook
    respondents: Sequence[Respondent]
    documents: Sequence[Document]
    sources: Mapping[int, Source]
    codings: Sequence[Coding]
    coders: Sequence[Coder]
    cells: Mapping[CellKey, WrittenCell] = field(default_factory=dict)
    synthesis: Mapping[tuple[ColumnKey, SynthesisKind], str] = field(default_factory=dict)
    guides: Sequence[Guide] = ()
    places: Sequence[QuestionPlace] = ()


def build_matrix(
    spec: MatrixSpec, material: MatrixMaterial, *, policy: LabelPolicy = LabelPolicy.LABEL, title: str = ""
) -> ThemeMatrix:
    """Return the matrix that a specification asks for.

    Args:
        spec: rows, columns and content.
        material: what to build from.
        policy: what stands for a respondent; the name only when chosen.
        title: of the matrix, when the specification has no name.
    """
    return _Builder(spec, material, policy).build(title)


class _Builder:
    def __init__(self, spec: MatrixSpec, material: MatrixMaterial, policy: LabelPolicy) -> None:
        self.spec = spec
        self.material = material
        self.respondents = {one.id: one for one in material.respondents}
        self.coders = {one.id: one.name for one in material.coders}
        self.known = {one.id: one for one in material.codings}
        wanted = set(spec.coder_ids) or {one.id for one in material.coders if one.is_person}
        self.codings = [one for one in material.codings if one.coder_id in wanted]
        self.reported = (
            {one.id: one.name for one in material.documents}
            if policy is LabelPolicy.NAME
            else reported_documents(material.sources, self.respondents)
        )
        self.spoken_by = {one.id: self._respondents_of(one) for one in self.codings}
        self.rows = Rows(spec, material.respondents, material.sources, self.codings, self.reported, policy)
        self.asking = RowAsking(material.guides, material.places, material.sources, material.codebook, spec.columns)

    def _respondents_of(self, coding: Coding) -> tuple[int, ...]:
        found = respondents_of(coding, self.material.sources[coding.passage.document_id])
        return tuple(one for one in found if one in self.respondents)

    def _document_of(self, coding: Coding) -> Document:
        return self.material.sources[coding.passage.document_id].document

    def build(self, title: str) -> ThemeMatrix:
        rows = self.rows.rows
        plan = self._plan(rows)
        evidence = self._evidence(plan)
        cells = tuple(
            tuple(self._cell(row, column.key, evidence.get((r, c), [])) for c, column in enumerate(plan.planned))
            for r, row in enumerate(rows)
        )
        columns = tuple(_column(column, [line[c] for line in cells]) for c, column in enumerate(plan.planned))
        held = {one.id for line in evidence.values() for one in line}
        outside = [one for one in self.codings if plan.holding(one) and one.id not in held]
        spoken = sum(self._document_of(one).kind in SPOKEN_KINDS for one in outside)
        return ThemeMatrix(
            title=self.spec.name or title,
            spec=self.spec,
            rows=rows,
            columns=columns,
            cells=cells,
            bands=_bands(rows, cells, len(columns)),
            synthesis=self._synthesis(plan.planned),
            unattributed=spoken,
            in_other_documents=len(outside) - spoken,
            small_groups=small_groups(row.band for row in rows if row.respondent_id is not None),
        )

    def _plan(self, rows: Sequence[MatrixRow]) -> Columns:
        if self.spec.columns is ColumnKind.QUESTIONS:
            return QuestionColumns(self.spec, self.material.guides, self.material.places)

        def is_written(column: ColumnKey) -> bool:
            return any(row.key_for(column) in self.material.cells for row in rows)

        return CodeColumns(self.spec, self.material.codebook, self.codings, is_written)

    def _synthesis(self, columns: Sequence[PlannedColumn]) -> dict[SynthesisKind, tuple[str, ...]]:
        written = self.material.synthesis
        return {kind: tuple(written.get((one.key, kind), "") for one in columns) for kind in SynthesisKind}

    # Cells

    def _evidence(self, plan: Columns) -> dict[tuple[int, int], list[Coding]]:
        evidence: dict[tuple[int, int], list[Coding]] = defaultdict(list)
        for coding in self.codings:
            columns = plan.holding(coding)
            for row in self.rows.holding(coding, self.spoken_by[coding.id]) if columns else ():
                for column in columns:
                    evidence[row, column].append(coding)
        return evidence

    def _cell(self, row: MatrixRow, column: ColumnKey, codings: Sequence[Coding]) -> MatrixCell:
        written = self.material.cells.get(row.key_for(column), WrittenCell(row.key_for(column)))
        present = {(one.id, one.passage.start, one.passage.end) for one in codings}
        new = present - written.evidence if written.summary else set()
        gone = written.evidence - present if written.summary else set()
        new_ids = {one[0] for one in new}
        derived = CellState.ANSWERED if codings or written.summary else self._unanswered(row, column)
        return MatrixCell(
            state=written.state or derived,
            state_by_hand=written.state is not None,
            summary=written.summary,
            sentences=self._sentences(written.summary, row),
            reason=written.reason,
            codings=len(codings),
            respondents=len(self._respondents_in(row, codings)),
            stances=self._stances(row, codings),
            quotes=self._quotes(row, codings, new_ids),
            stale=bool(new or gone),
            new_codings=len(new),
            gone_codings=len({one[0] for one in gone} - new_ids),
            written_at=written.written_at,
            written_by=self.coders.get(written.written_by, "") if written.written_by else "",
            evidence=frozenset(present),
        )

    def _unanswered(self, row: MatrixRow, column: ColumnKey) -> CellState:
        """Return the state of a cell without codings and text: what the guides tell of it."""
        states = {Asked.ASKED: CellState.ASKED, Asked.NOT_ASKED: CellState.NOT_ASKED}
        return states.get(self.asking.asked(row, self.rows.members(row), column), CellState.NOT_CODED)

    def _respondents_in(self, row: MatrixRow, codings: Sequence[Coding]) -> set[int]:
        spoken = {one for coding in codings for one in self.spoken_by[coding.id]}
        if row.respondent_id is not None:
            return spoken & {row.respondent_id}
        if row.group is not None:
            return {one for one in spoken if self.respondents[one].attributes.get(self.spec.band, "") == row.group}
        return spoken

    def _stances(self, row: MatrixRow, codings: Sequence[Coding]) -> dict[Stance, int]:
        """Count respondents per stance; a document's own codings, spoken by nobody, count once."""
        takers: dict[Stance, set[int | None]] = defaultdict(set)
        for coding in codings:
            if coding.stance is not None:
                people: set[int | None] = set(self._respondents_in(row, [coding])) or {None}
                takers[coding.stance] |= people
        return {stance: len(takers[stance]) for stance in Stance if stance in takers}

    def _sentences(self, summary: str, row: MatrixRow) -> tuple[SummarySentence, ...]:
        sentences = []
        for sentence in split_summary(summary) if summary else ():
            ids = tuple(one for one in sentence.coding_ids if one in self.known)
            citations = tuple(self._cite(self.known[one], row) for one in ids)
            sentences.append(SummarySentence(sentence.text, citations, ids))
        return tuple(sentences)

    def _cite(self, coding: Coding, row: MatrixRow) -> str:
        passage = coding.passage
        source = self.material.sources[passage.document_id]
        own = row.respondent_id if row.respondent_id in self.spoken_by.get(coding.id, ()) else None
        return cite(source, passage.start, passage.end, self.respondents, respondent_id=own)

    def _quotes(self, row: MatrixRow, codings: Sequence[Coding], new_ids: set[int]) -> tuple[Quotation, ...]:
        """Return each passage once, though several coders or codes may have coded it."""
        seen: dict[tuple[int, int, int], Quotation] = {}
        for coding in codings:
            passage = coding.passage
            key = (passage.document_id, passage.start, passage.end)
            if key not in seen:
                seen[key] = self._quotation(coding, row, is_new=coding.id in new_ids)
        return tuple(seen.values())

    def _quotation(self, coding: Coding, row: MatrixRow, *, is_new: bool) -> Quotation:
        passage = coding.passage
        source = self.material.sources[passage.document_id]
        place = source.text.place_of(passage.start, passage.end)
        code = self.material.codebook.by_id[coding.code_id]
        return Quotation(
            coding_id=coding.id,
            document_id=passage.document_id,
            document_name=source.document.name,
            document_kind=source.document.kind,
            start=passage.start,
            end=passage.end,
            text=coding.anchor.quote,
            citation=self._cite(coding, row),
            page=place.page,
            line=place.line,
            last_line=place.last_line,
            code_id=code.id,
            code_name=code.name,
            slot=code.slot,
            coder=self.coders[coding.coder_id],
            stance=coding.stance,
            kind=coding.kind,
            comment=coding.comment,
            is_new=is_new,
            reported_document=self.reported[passage.document_id],
            retold=second_hand_in(source, passage.start, passage.end),
        )


def _bands(rows: Sequence[MatrixRow], cells: Sequence[Sequence[MatrixCell]], columns: int) -> tuple[Band, ...]:
    """Group rows by band; documents stand in a band of their own behind the respondents."""
    members: dict[tuple[bool, str], list[int]] = {}
    for index, row in enumerate(rows):
        members.setdefault((row.document_id is not None, row.band), []).append(index)
    return tuple(
        Band(name, tuple(indexes), tuple(_band_count([cells[r][c] for r in indexes]) for c in range(columns)))
        for (_, name), indexes in members.items()
    )


def _band_count(cells: Sequence[MatrixCell]) -> BandCount:
    answered = [cell for cell in cells if cell.state is CellState.ANSWERED]
    leading = [cell.leading_stance for cell in answered]
    return BandCount(
        answered=len(answered),
        asked=sum(cell.state not in OUTSIDE_DENOMINATOR for cell in cells),
        stances=tuple(stance for stance in Stance for one in leading if one is stance),
    )


def _column(planned: PlannedColumn, cells: Sequence[MatrixCell]) -> MatrixColumn:
    states = Counter(cell.state for cell in cells)
    return MatrixColumn(
        key=planned.key,
        path=planned.path,
        name=planned.name,
        group_name=planned.group_name,
        slot=planned.slot,
        rows=len(cells),
        asked=len(cells) - sum(states[state] for state in OUTSIDE_DENOMINATOR),
        answered=states[CellState.ANSWERED],
        not_asked=states[CellState.NOT_ASKED],
        not_applicable=states[CellState.NOT_APPLICABLE],
        not_coded=states[CellState.NOT_CODED] + states[CellState.ASKED],
    )
