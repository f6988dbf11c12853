"""Codings as lists and files, with everything that leads back to their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Coding
from kodebenk.domain.respondent import GROUP, LabelPolicy, Respondent, reported_name

COLUMNS = (
    "document",
    "quote",
    "code",
    "start",
    "end",
    "respondent",
    "group",
    "stance",
    "kind",
    "evidence",
    "comment",
    "condensation",
    "coder",
    "round",
    "page",
    "line",
    "citation",
)
"""Columns of csv, xlsx and jsonl files; the import takes them back."""

_WORD_COLUMNS = {
    "nb": {
        "citation": "Sted",
        "document": "Dokument",
        "page": "Side",
        "line": "Linje",
        "quote": "Sitat",
        "code": "Kode",
        "stance": "Holdning",
        "comment": "Kommentar",
        "coder": "Koder",
    },
    "en": {
        "citation": "Place",
        "document": "Document",
        "page": "Page",
        "line": "Line",
        "quote": "Quote",
        "code": "Code",
        "stance": "Stance",
        "comment": "Comment",
        "coder": "Coder",
    },
}
"""What of it fits on a page in Word, with headings for readers."""


@dataclass(frozen=True, slots=True)
class CodingFilter:
    """Which codings are wanted; None means all. `code_ids` are taken as they are, without codes below."""

    document_id: int | None = None
    code_ids: Sequence[int] | None = None
    respondent_id: int | None = None
    coder_ids: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class ListedCoding:
    """A coding with names instead of ids, and its place.

    Attributes:
        code: its whole path.
        respondents: in order of speech.
        page: printed label, None without pages; line: from 1.
    """

    coding: Coding
    document: str
    code: str
    coder: str
    respondents: tuple[Respondent, ...]
    page: str | None
    line: int
    citation: str


def list_codings(project: OpenProject, wanted: CodingFilter | None = None) -> list[ListedCoding]:
    """Return the codings that meet every condition, by document and place."""
    wanted = wanted or CodingFilter()
    found = queries.codings(
        project, document_id=wanted.document_id, code_ids=wanted.code_ids, coder_ids=wanted.coder_ids
    )
    coders = {one.id: one.name for one in queries.coders(project)}
    listed = (_listed(project, one, coders[one.coder_id]) for one in found)
    return [
        one
        for one in listed
        if wanted.respondent_id is None or wanted.respondent_id in {who.id for who in one.respondents}
    ]


def list_coding(project: OpenProject, coding_id: int) -> ListedCoding:
    """Return one coding as `list_codings` does. Raises RuleBroken NOT_FOUND."""
    one = queries.coding(project, coding_id)
    coder = next(coder.name for coder in queries.coders(project) if coder.id == one.coder_id)
    return _listed(project, one, coder)


def _listed(project: OpenProject, one: Coding, coder: str) -> ListedCoding:
    passage = one.passage
    people = queries.respondents_by_id(project)
    place = queries.place_of(project, passage.document_id, passage.start, passage.end)
    return ListedCoding(
        coding=one,
        document=queries.document(project, passage.document_id).name,
        code=queries.codebook(project).path_of(one.code_id),
        coder=coder,
        respondents=tuple(people[each] for each in queries.respondents_of_coding(project, one)),
        page=place.page,
        line=place.line,
        citation=queries.cite_passage(project, passage.document_id, passage.start, passage.end),
    )


def export_codings(
    codings: Sequence[ListedCoding],
    path: Path,
    *,
    title: str,
    language: str,
    overwrite: bool = False,
    policy: LabelPolicy = LabelPolicy.LABEL,
) -> None:
    """Write codings to .csv, .xlsx or .jsonl with COLUMNS, or to .docx with what fits on a page.

    Respondents are printed as the policy says. Raises ExportFailed.
    """
    from kodebenk.exporting.tables import write_rows

    names = _WORD_COLUMNS[language] if path.suffix.lower() == ".docx" else dict(zip(COLUMNS, COLUMNS, strict=True))
    rows = [[values[name] for name in names] for values in (_values(one, policy) for one in codings)]
    write_rows(path, list(names.values()), rows, title=title, overwrite=overwrite, language=language)


def _values(one: ListedCoding, policy: LabelPolicy) -> dict[str, str | int | None]:
    coding = one.coding
    return {
        "document": one.document,
        "quote": coding.anchor.quote,
        "code": one.code,
        "start": coding.passage.start,
        "end": coding.passage.end,
        "respondent": "; ".join(reported_name(who, policy) for who in one.respondents),
        "group": "; ".join(who.attributes.get(GROUP, "") for who in one.respondents).strip("; "),
        "stance": coding.stance.value if coding.stance else "",
        "kind": coding.kind.value if coding.kind else "",
        "evidence": coding.evidence.value if coding.evidence else "",
        "comment": coding.comment,
        "condensation": coding.condensation,
        "coder": one.coder,
        "round": coding.round,
        "page": one.page,
        "line": one.line,
        "citation": one.citation,
    }
