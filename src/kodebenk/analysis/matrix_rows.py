"""What the rows of a matrix are, and in which of them codings stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from kodebenk.analysis.attribution import Source, document_label
from kodebenk.analysis.sections import FRONT, Section, section_at, sections_of
from kodebenk.analysis.theme_matrix import MatrixRow
from kodebenk.domain.coding import Coding
from kodebenk.domain.document import SPOKEN_KINDS, Document
from kodebenk.domain.matrix import MatrixSpec, RowKind
from kodebenk.domain.respondent import GROUP, LabelPolicy, Respondent, reported_name, role_attribute


class Rows:
    """The rows of one matrix: respondents, documents, sections of documents, or groups.

    Args:
        spec: which rows.
        respondents: everybody in the project.
        sources: every document, by id, in their order.
        codings: those that count.
        reported: how each document is named.
        policy: what stands for a respondent.
    """

    def __init__(
        self,
        spec: MatrixSpec,
        respondents: Sequence[Respondent],
        sources: Mapping[int, Source],
        codings: Sequence[Coding],
        reported: Mapping[int, str],
        policy: LabelPolicy,
    ) -> None:
        self._spec = spec
        self._sources = sources
        self._codings = codings
        self._reported = reported
        self._policy = policy
        hidden = set(spec.hidden_respondent_ids)
        self._shown = [one for one in respondents if one.id not in hidden]
        self._known_sections: dict[int, Sequence[Section]] = {}

    @cached_property
    def rows(self) -> tuple[MatrixRow, ...]:
        """The rows in their order."""
        if self._spec.rows is RowKind.GROUPS:
            return tuple(self._group_rows())
        if self._spec.rows is RowKind.SECTIONS:
            return tuple(self._section_rows())
        rows: list[MatrixRow] = []
        if self._spec.rows in (RowKind.RESPONDENTS, RowKind.BOTH):
            rows.extend(self._respondent_row(one) for one in self._shown)
        if self._spec.rows in (RowKind.DOCUMENTS, RowKind.BOTH):
            rows.extend(self._document_row(one) for one in self._documents() if self._is_row(one))
        first_place = {band: index for index, band in reversed(list(enumerate(row.band for row in rows)))}
        return tuple(sorted(rows, key=lambda row: (row.document_id is not None, first_place[row.band])))

    def _is_row(self, document: Document) -> bool:
        """Beside respondents only documents that nobody speaks in are rows of their own."""
        return self._spec.rows is RowKind.DOCUMENTS or document.kind not in SPOKEN_KINDS

    def _respondent_row(self, respondent: Respondent) -> MatrixRow:
        known = respondent.attributes
        role = role_attribute(respondent)
        others = [value for name, value in known.items() if name not in (role, self._spec.band, GROUP)]
        return MatrixRow(
            name=respondent.name,
            label=reported_name(respondent, self._policy),
            title=known[role] if role and self._policy is not LabelPolicy.ROLE else "",
            subtitle=" · ".join(others[:2]),
            band=known.get(self._spec.band, "") if self._spec.band else "",
            respondent_id=respondent.id,
        )

    def _document_row(self, document: Document) -> MatrixRow:
        details, label = document.details, document_label(document)
        title = self._reported[document.id] if document.kind in SPOKEN_KINDS else document.name
        return MatrixRow(
            name=document.name,
            label=label,
            title=title if title != label else "",
            subtitle=" · ".join(part for part in (details.issuer, details.period or details.date) if part),
            band="",
            document_id=document.id,
            members=0,
        )

    def _section_rows(self) -> Iterable[MatrixRow]:
        """Yield the sections of documents that nobody speaks in, banded by document; front matter if it is coded."""
        for document in self._documents():
            if document.kind in SPOKEN_KINDS:
                continue
            coded = {self._section_index(one) for one in self._codings if one.passage.document_id == document.id}
            for index, section in enumerate(self._sections(document.id)):
                if section.path != FRONT or index in coded:
                    yield self._section_row(document, section)

    def _section_row(self, document: Document, section: Section) -> MatrixRow:
        label = document_label(document)
        return MatrixRow(
            name=f"{document.name} › {section.path}" if section.heading else document.name,
            label=f"{label}:{section.number}",
            title=section.heading or document.name,
            subtitle="",
            band=document.name,
            document_id=document.id,
            members=0,
            section=section.path,
        )

    def _sections(self, document_id: int) -> Sequence[Section]:
        if document_id not in self._known_sections:
            text = self._sources[document_id].text
            self._known_sections[document_id] = sections_of(text, self._spec.section_level)
        return self._known_sections[document_id]

    def _section_index(self, coding: Coding) -> int:
        return section_at(self._sections(coding.passage.document_id), coding.passage.start)

    def _group_rows(self) -> Iterable[MatrixRow]:
        members = Counter(one.attributes.get(self._spec.band, "") for one in self._shown if self._spec.band)
        for group, size in members.items():
            yield MatrixRow(name=group, label=group, title="", subtitle="", band="", group=group, members=size)

    def _documents(self) -> Iterable[Document]:
        return (source.document for source in self._sources.values())

    def holding(self, coding: Coding, respondent_ids: Iterable[int]) -> list[int]:
        """Return the indexes of the rows in which a coding stands that belongs to these respondents."""
        document_id = coding.passage.document_id
        places = [self._by_respondent[one] for one in respondent_ids if one in self._by_respondent]
        if (document_id, "") in self._by_part:
            places.append(self._by_part[document_id, ""])
        if self._spec.rows is RowKind.SECTIONS and (sections := self._sections_of_row_documents(document_id)):
            path = sections[section_at(sections, coding.passage.start)].path
            places.extend(index for index in (self._by_part.get((document_id, path)),) if index is not None)
        return list(dict.fromkeys(places))

    def members(self, row: MatrixRow) -> Iterable[int]:
        """Return the respondents that a row stands for; none for documents."""
        if row.respondent_id is not None:
            return (row.respondent_id,)
        if row.group is None:
            return ()
        return (one.id for one in self._shown if self._group_of(one) == row.group)

    def _sections_of_row_documents(self, document_id: int) -> Sequence[Section]:
        return () if self._sources[document_id].document.kind in SPOKEN_KINDS else self._sections(document_id)

    def _group_of(self, respondent: Respondent) -> str:
        return respondent.attributes.get(self._spec.band, "")

    @cached_property
    def _by_respondent(self) -> Mapping[int, int]:
        if self._spec.rows is RowKind.GROUPS:
            row_of = {row.group: index for index, row in enumerate(self.rows)}
            return {one.id: row_of[self._group_of(one)] for one in self._shown if self._group_of(one) in row_of}
        return {row.respondent_id: index for index, row in enumerate(self.rows) if row.respondent_id is not None}

    @cached_property
    def _by_part(self) -> Mapping[tuple[int, str], int]:
        """Row indexes by document and section; an empty section is the whole document."""
        return {
            (row.document_id, row.section): index for index, row in enumerate(self.rows) if row.document_id is not None
        }
