"""Places codings that were made elsewhere, by their quotes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TypeVar

from kodebenk.analysis.attribution import Source, speakers_within
from kodebenk.analysis.quote_matching import MatchKind, QuoteMatch, SearchableText, find_quote
from kodebenk.application import queries
from kodebenk.application.codebook_actions import ensure_path
from kodebenk.application.coding_actions import coder_id_of, usual_evidence, usual_kind
from kodebenk.application.open_project import OpenProject
from kodebenk.application.respondent_actions import ensure_respondent, set_attributes
from kodebenk.domain.coding import CodingKind, EvidenceGrade, Stance, read_evidence, read_kind, read_stance
from kodebenk.domain.document import SPOKEN_KINDS, Document
from kodebenk.domain.passage import Passage, anchor_of
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.respondent import GROUP, match_respondent, split_names
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store, respondent_store
from kodebenk.storage.moments import now
from kodebenk.storage.writer import Writer

Key = TypeVar("Key")
Value = TypeVar("Value")

REQUIRED = ("document", "quote", "code")


@dataclass(frozen=True, slots=True)
class FuzzyRow:
    """A row placed where the words are nearly the quote. Rows count from 1, the header not among them."""

    row: int
    score: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AmbiguousRow:
    """A row whose quote stands in several places and that nothing settles; it was placed at the first."""

    row: int
    places: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class UnplacedRow:
    """A row that was not placed, and why: the key of a sentence and what it needs."""

    row: int
    reason: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CodingImportReport:
    """How many rows became codings, how many of them word for word, and what became of the others."""

    placed: int
    exact: int
    fuzzy: tuple[FuzzyRow, ...]
    unplaced: tuple[UnplacedRow, ...]
    ambiguous: tuple[AmbiguousRow, ...] = ()
    known: int = 0


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """A row with its place; what it says about stance, kind and evidence is read already."""

    row: int
    values: Mapping[str, str]
    document: Document
    match: QuoteMatch
    stance: Stance | None
    kind: CodingKind
    evidence: EvidenceGrade


@dataclass(frozen=True, slots=True)
class PlacedRows:
    """What was found out about the rows of a file before anything is written."""

    placed: tuple[PlacedRow, ...]
    unplaced: tuple[UnplacedRow, ...]
    ambiguous: tuple[AmbiguousRow, ...]


def read_coding_rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a csv, xlsx or jsonl file.

    Raises:
        SourceUnreadable: the file cannot be read.
        RuleBroken: COLUMN_MISSING.
    """
    from kodebenk.importing.table_files import read_rows

    rows = read_rows(path)
    for column in REQUIRED:
        if rows and column not in rows[0]:
            raise RuleBroken(Rule.COLUMN_MISSING, column=column, columns=sorted(rows[0]), file=path.name)
    return rows


def import_codings(
    project: OpenProject, rows: Sequence[Mapping[str, str]], *, coder_name: str = ""
) -> CodingImportReport:
    """Place rows by their quotes and add them as codings in one change; what cannot be placed is listed.

    A row names document, quote and code, and optionally start or line (hints where a quote occurs more than once),
    respondent (several joined by ` + ` or `;`), group, stance, kind, evidence, comment, condensation, coder and round,
    which is the present one otherwise. A quote in several places that nothing settles is placed at the first and listed
    in `ambiguous`.
    Unknown codes, respondents and coders are added. A row that is in the project already is counted in `known`.
    """
    return add_placed_rows(project, place_rows(project, rows), coder_name=coder_name)


def place_rows(project: OpenProject, rows: Sequence[Mapping[str, str]]) -> PlacedRows:
    """Return where the quotes of rows stand. It only reads, and may take seconds where quotes are not word for word."""
    return _Placing(project).run(rows)


def add_placed_rows(project: OpenProject, found: PlacedRows, *, coder_name: str = "") -> CodingImportReport:
    """Add rows that were placed before as codings, in one change.

    A row whose document was deleted since is among the unplaced.
    """
    there = {one.id for one in queries.documents(project)}
    placed = [one for one in found.placed if one.document.id in there]
    gone = [_of_deleted_document(one) for one in found.placed if one.document.id not in there]
    known = _Adding(project, coder_name or project.coder_name).run(placed)
    fuzzy = [one for one in placed if one.match.kind is MatchKind.FUZZY]
    rows = {one.row for one in placed}
    return CodingImportReport(
        placed=len(placed),
        exact=len(placed) - len(fuzzy),
        fuzzy=tuple(FuzzyRow(one.row, one.match.score, one.match.start, one.match.end) for one in fuzzy),
        unplaced=tuple(sorted((*found.unplaced, *gone), key=lambda one: one.row)),
        ambiguous=tuple(one for one in found.ambiguous if one.row in rows),
        known=known,
    )


def _of_deleted_document(one: PlacedRow) -> UnplacedRow:
    return UnplacedRow(one.row, Rule.NOT_FOUND.value, {"kind": "document", "name": one.document.name})


class _Placing:
    def __init__(self, project: OpenProject) -> None:
        self._project = project
        self._texts: dict[int, SearchableText] = {}
        self._unplaced: list[UnplacedRow] = []
        self._ambiguous: list[AmbiguousRow] = []

    def run(self, rows: Sequence[Mapping[str, str]]) -> PlacedRows:
        found = [self._place(number, row) for number, row in enumerate(rows, start=1)]
        placed = tuple(one for one in found if one is not None)
        return PlacedRows(placed, tuple(self._unplaced), tuple(self._ambiguous))

    def _place(self, number: int, row: Mapping[str, str]) -> PlacedRow | None:
        try:
            document = queries.find_document(self._project, row["document"])
            if not row["code"].strip():
                raise RuleBroken(Rule.NAME_EMPTY, kind="code")
            match = self._find(document, number, row)
            return PlacedRow(
                number,
                row,
                document,
                match,
                read_stance(row.get("stance", "")),
                read_kind(row.get("kind", "")) or usual_kind(document.kind),
                read_evidence(row.get("evidence", "")) or usual_evidence(document.kind),
            )
        except RuleBroken as error:
            told = {name: _listed(value) for name, value in error.fields.items()}
            self._unplaced.append(UnplacedRow(number, error.rule.value, told))
        except _NotPlaced as reason:
            self._unplaced.append(UnplacedRow(number, reason.key, reason.fields))
        return None

    def _find(self, document: Document, number: int, row: Mapping[str, str]) -> QuoteMatch:
        matches = find_quote(row["quote"], self._searchable(document.id))
        if not matches:
            raise _NotPlaced("quote_not_found")
        left = self._narrow(document, matches, row) if len(matches) > 1 else matches
        if len(left) > 1:
            self._ambiguous.append(AmbiguousRow(number, len(left), left[0].start, left[0].end))
        return left[0]

    def _narrow(self, document: Document, matches: list[QuoteMatch], row: Mapping[str, str]) -> list[QuoteMatch]:
        """Use what else the row says: where it stood, else who said it."""
        hint = self._hinted_start(document, row)
        if hint is not None:
            return [min(matches, key=lambda one: abs(one.start - hint))]
        source = queries.source_of(self._project, document.id)
        people = queries.respondents(self._project)
        named = [match_respondent(name, people) for name in split_names(row.get("respondent", ""))]
        wanted = {who.id for who in named if who is not None}
        return [one for one in matches if wanted & set(speakers_within(source, one.start, one.end))] or matches

    def _hinted_start(self, document: Document, row: Mapping[str, str]) -> int | None:
        start = row.get("start", "").strip()
        if start.isdigit():
            return int(start)
        line = (row.get("line", "") or row.get("line_start", "")).strip()
        starts = queries.text_of(self._project, document.id).structure.line_starts
        return starts[min(int(line), len(starts)) - 1] if line.isdigit() and int(line) > 0 else None

    def _searchable(self, document_id: int) -> SearchableText:
        if document_id not in self._texts:
            self._texts[document_id] = SearchableText(queries.text_of(self._project, document_id).text)
        return self._texts[document_id]


class _Adding:
    """Adds rows, asking the project once for each document, and for what each code, coder and respondent means."""

    def __init__(self, project: OpenProject, coder_name: str) -> None:
        self._project = project
        self._coder_name = coder_name
        self._sources: dict[int, Source] = {}
        self._codes: dict[str, int] = {}
        self._coders: dict[str, int] = {}
        self._people: dict[str, int] = {}
        self._grouped: set[int] = set()

    def run(self, placed: Sequence[PlacedRow]) -> int:
        """Add the rows and return how many were in the project already."""
        known = 0
        number = queries.current_round(self._project)
        with self._project.change(ChangeName.IMPORT_CODINGS, count=str(len(placed))) as write:
            present = {
                (one.passage, one.code_id, one.coder_id, one.round)
                for one in coding_store.list_codings(write.connection)
            }
            for one in placed:
                known += not self._add(write, one, present, _round_of(one.values) or number)
        return known

    def _add(
        self, write: Writer, one: PlacedRow, present: set[tuple[Passage, int, int, int]], round_number: int
    ) -> bool:
        row = one.values
        passage = Passage(one.document.id, one.match.start, one.match.end)
        code_id = _kept(self._codes, row["code"], partial(ensure_path, write))
        coder = row.get("coder", "").strip() or self._coder_name
        coder_id = _kept(self._coders, coder, partial(coder_id_of, write))
        if (passage, code_id, coder_id, round_number) in present:
            return False
        present.add((passage, code_id, coder_id, round_number))
        coding_store.add(
            write,
            passage=passage,
            anchor=anchor_of(self._source(one.document.id).text.text, passage.start, passage.end),
            code_id=code_id,
            coder_id=coder_id,
            created_at=now(),
            round=round_number,
            stance=one.stance,
            kind=one.kind,
            evidence=one.evidence,
            comment=row.get("comment", ""),
            condensation=row.get("condensation", ""),
            respondent_ids=self._attribution(write, one, passage),
        )
        return True

    def _attribution(self, write: Writer, one: PlacedRow, passage: Passage) -> list[int] | None:
        """Return the respondents that the row names, or None where they are just those who speak there."""
        names = split_names(one.values.get("respondent", ""))
        if not names or (one.document.kind not in SPOKEN_KINDS and one.kind is CodingKind.DOCUMENT):
            return None
        ensure = partial(ensure_respondent, write)
        named = list(dict.fromkeys(_kept(self._people, name, ensure) for name in names))
        groups = split_names(one.values.get("group", ""))
        if len(groups) == len(named):
            for respondent_id, group in zip(named, groups, strict=True):
                self._set_group(write, respondent_id, group)
        speaking = speakers_within(self._source(passage.document_id), passage.start, passage.end)
        return None if set(speaking) == set(named) else named

    def _source(self, document_id: int) -> Source:
        return _kept(self._sources, document_id, partial(queries.source_of, self._project))

    def _set_group(self, write: Writer, respondent_id: int, group: str) -> None:
        if respondent_id in self._grouped:
            return
        self._grouped.add(respondent_id)
        people = {one.id: one for one in respondent_store.list_respondents(write.connection)}
        if GROUP not in people[respondent_id].attributes:
            set_attributes(write, respondent_id, {GROUP: group})


def _kept(known: dict[Key, Value], key: Key, find: Callable[[Key], Value]) -> Value:
    """Return what is kept for a key, found the first time."""
    if key not in known:
        known[key] = find(key)
    return known[key]


def _round_of(row: Mapping[str, str]) -> int:
    """Return the round that a row names, 0 for none."""
    words = row.get("round", "").strip()
    return int(words) if words.isdigit() else 0


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


class _NotPlaced(Exception):
    def __init__(self, key: str, **fields: str) -> None:
        super().__init__(key)
        self.key = key
        self.fields = fields
