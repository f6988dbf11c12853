"""Builds a ThemeMatrix from codings, respondents and what researchers have written."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kodebenk.analysis.attribution import Source, cite, document_label, reported_documents, respondents_of
from kodebenk.analysis.disclosure import small_groups
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
from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.coder import Coder
from kodebenk.domain.coding import Coding, Stance
from kodebenk.domain.document import SPOKEN_KINDS, Document
from kodebenk.domain.matrix import (
    OUTSIDE_DENOMINATOR,
    CellKey,
    CellState,
    ColumnKind,
    MatrixSpec,
    RowKind,
    SynthesisKind,
    WrittenCell,
    split_summary,
)
from kodebenk.domain.respondent import GROUP, LabelPolicy, Respondent, reported_name, role_attribute


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
    synthesis: Mapping[tuple[int, SynthesisKind], str] = field(default_factory=dict)


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
        self.policy = policy
        self.respondents = {one.id: one for one in material.respondents}
        self.coders = {one.id: one.name for one in material.coders}
        wanted = set(spec.coder_ids)
        self.codings = [one for one in material.codings if not wanted or one.coder_id in wanted]
        self.reported = (
            {one.id: one.name for one in material.documents}
            if policy is LabelPolicy.NAME
            else reported_documents(material.sources, self.respondents)
        )
        self.spoken_by = {one.id: self._respondents_of(one) for one in self.codings}

    def _respondents_of(self, coding: Coding) -> tuple[int, ...]:
        found = respondents_of(coding, self.material.sources[coding.passage.document_id])
        return tuple(one for one in found if one in self.respondents)

    def _document_of(self, coding: Coding) -> Document:
        return self.material.sources[coding.passage.document_id].document

    def build(self, title: str) -> ThemeMatrix:
        rows = self._rows()
        codes = self._column_codes(rows)
        column_of = self._columns_by_code(codes)
        evidence = self._evidence(rows, column_of)
        cells = tuple(
            tuple(self._cell(row, code, evidence.get((r, c), [])) for c, code in enumerate(codes))
            for r, row in enumerate(rows)
        )
        columns = tuple(self._column(code, [line[c] for line in cells]) for c, code in enumerate(codes))
        held = {one.id for line in evidence.values() for one in line}
        outside = [one for one in self.codings if one.code_id in column_of and one.id not in held]
        spoken = sum(self._document_of(one).kind in SPOKEN_KINDS for one in outside)
        return ThemeMatrix(
            title=self.spec.name or title,
            spec=self.spec,
            rows=rows,
            columns=columns,
            cells=cells,
            bands=_bands(rows, cells, len(columns)),
            synthesis=self._synthesis(codes),
            unattributed=spoken,
            in_other_documents=len(outside) - spoken,
            small_groups=small_groups(row.band for row in rows if row.respondent_id is not None),
        )

    # Rows

    def _rows(self) -> tuple[MatrixRow, ...]:
        if self.spec.rows is RowKind.GROUPS:
            return tuple(self._group_rows())
        rows: list[MatrixRow] = []
        if self.spec.rows in (RowKind.RESPONDENTS, RowKind.BOTH):
            rows.extend(self._respondent_row(one) for one in self._shown_respondents())
        if self.spec.rows in (RowKind.DOCUMENTS, RowKind.BOTH):
            rows.extend(self._document_row(one) for one in self.material.documents if self._is_row(one))
        first_place = {band: index for index, band in reversed(list(enumerate(row.band for row in rows)))}
        return tuple(sorted(rows, key=lambda row: (row.document_id is not None, first_place[row.band])))

    def _shown_respondents(self) -> Iterable[Respondent]:
        hidden = set(self.spec.hidden_respondent_ids)
        return (one for one in self.material.respondents if one.id not in hidden)

    def _is_row(self, document: Document) -> bool:
        """Beside respondents only documents that nobody speaks in are rows of their own."""
        return self.spec.rows is RowKind.DOCUMENTS or document.kind not in SPOKEN_KINDS

    def _respondent_row(self, respondent: Respondent) -> MatrixRow:
        known = respondent.attributes
        role = role_attribute(respondent)
        others = [value for name, value in known.items() if name not in (role, self.spec.band, GROUP)]
        return MatrixRow(
            name=respondent.name,
            label=reported_name(respondent, self.policy),
            title=known[role] if role and self.policy is not LabelPolicy.ROLE else "",
            subtitle=" · ".join(others[:2]),
            band=known.get(self.spec.band, "") if self.spec.band else "",
            respondent_id=respondent.id,
        )

    def _document_row(self, document: Document) -> MatrixRow:
        details = document.details
        return MatrixRow(
            name=document.name,
            label=document_label(document),
            title=self.reported[document.id] if document.kind in SPOKEN_KINDS else document.name,
            subtitle=" · ".join(part for part in (details.issuer, details.period or details.date) if part),
            band="",
            document_id=document.id,
            members=0,
        )

    def _group_rows(self) -> Iterable[MatrixRow]:
        members = Counter(one.attributes.get(self.spec.band, "") for one in self._shown_respondents() if self.spec.band)
        for group, size in members.items():
            yield MatrixRow(name=group, label=group, title="", subtitle="", band="", group=group, members=size)

    def _rows_holding(self, rows: Sequence[MatrixRow]) -> tuple[dict[int, int], dict[int, int]]:
        """Return row indexes by respondent and by document."""
        by_respondent = {row.respondent_id: r for r, row in enumerate(rows) if row.respondent_id is not None}
        by_document = {row.document_id: r for r, row in enumerate(rows) if row.document_id is not None}
        if self.spec.rows is RowKind.GROUPS:
            row_of = {row.group: r for r, row in enumerate(rows)}
            by_respondent = {
                one.id: row_of[one.attributes.get(self.spec.band, "")]
                for one in self._shown_respondents()
                if one.attributes.get(self.spec.band, "") in row_of
            }
        return by_respondent, by_document

    # Columns

    def _column_codes(self, rows: Sequence[MatrixRow]) -> list[Code]:
        codebook = self.material.codebook
        if self.spec.code_ids:
            return [codebook.by_id[code_id] for code_id in self.spec.code_ids if code_id in codebook.by_id]
        used = {one.code_id for one in self.codings}
        used |= {key.code_id for key in self.material.cells if any(row.key_for(key.code_id) == key for row in rows)}
        if self.spec.columns is ColumnKind.THEMES:
            used = {codebook.theme_of(code_id).id for code_id in used}
        return [code for code, _ in codebook.in_order() if code.id in used]

    def _columns_by_code(self, codes: Sequence[Code]) -> dict[int, list[int]]:
        column_of: dict[int, list[int]] = defaultdict(list)
        for c, code in enumerate(codes):
            column_of[code.id].append(c)
            if self.spec.columns is ColumnKind.THEMES:
                for below in self.material.codebook.below(code.id):
                    column_of[below.id].append(c)
        return dict(column_of)

    def _column(self, code: Code, cells: Sequence[MatrixCell]) -> MatrixColumn:
        states = Counter(cell.state for cell in cells)
        parent = self.material.codebook.by_id.get(code.parent_id) if code.parent_id is not None else None
        asked = len(cells) - sum(states[state] for state in OUTSIDE_DENOMINATOR)
        return MatrixColumn(
            code_id=code.id,
            path=self.material.codebook.path_of(code.id),
            name=code.name,
            group_name=parent.name if parent else "",
            slot=code.slot,
            rows=len(cells),
            asked=asked,
            answered=states[CellState.ANSWERED],
            not_asked=states[CellState.NOT_ASKED],
            not_applicable=states[CellState.NOT_APPLICABLE],
            not_coded=states[CellState.NOT_CODED],
        )

    def _synthesis(self, codes: Sequence[Code]) -> dict[SynthesisKind, tuple[str, ...]]:
        written = self.material.synthesis
        return {kind: tuple(written.get((code.id, kind), "") for code in codes) for kind in SynthesisKind}

    # Cells

    def _evidence(
        self, rows: Sequence[MatrixRow], column_of: Mapping[int, Sequence[int]]
    ) -> dict[tuple[int, int], list[Coding]]:
        by_respondent, by_document = self._rows_holding(rows)
        evidence: dict[tuple[int, int], list[Coding]] = defaultdict(list)
        for coding in self.codings:
            places = [by_respondent[one] for one in self.spoken_by[coding.id] if one in by_respondent]
            if coding.passage.document_id in by_document:
                places.append(by_document[coding.passage.document_id])
            for row in dict.fromkeys(places):
                for column in column_of.get(coding.code_id, ()):
                    evidence[row, column].append(coding)
        return evidence

    def _cell(self, row: MatrixRow, code: Code, codings: Sequence[Coding]) -> MatrixCell:
        written = self.material.cells.get(row.key_for(code.id), WrittenCell(row.key_for(code.id)))
        present = {(one.id, one.passage.start, one.passage.end) for one in codings}
        new = present - written.evidence if written.summary else set()
        gone = written.evidence - present if written.summary else set()
        new_ids = {one[0] for one in new}
        derived = CellState.ANSWERED if codings or written.summary else CellState.NOT_CODED
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
        known = {one.id: one for one in self.material.codings}
        sentences = []
        for sentence in split_summary(summary) if summary else ():
            ids = tuple(one for one in sentence.coding_ids if one in known)
            citations = tuple(self._cite(known[one], row) for one in ids)
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
