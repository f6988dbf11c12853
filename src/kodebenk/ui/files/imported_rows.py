"""The rows of a file of codings that need a look, with their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kodebenk.application import queries
from kodebenk.application.coding_import import CodingImportReport, UnplacedRow
from kodebenk.application.open_project import OpenProject


@dataclass(frozen=True, slots=True)
class PlacedNearly:
    """A row that stands in the text, but not beyond doubt.

    Attributes:
        row: from 1, without the header.
        place: document, start and end (code points).
        words: what stands there; quote: what the file says.
        score: 0 to 100, or None for a quote that stands in `places` places.
    """

    row: int
    place: tuple[int, int, int]
    citation: str
    document: str
    words: str
    quote: str
    score: float | None = None
    places: int = 1


@dataclass(frozen=True, slots=True)
class NotPlaced:
    """A row without a place, why, and what it said."""

    row: int
    reason: UnplacedRow
    document: str
    quote: str
    code: str


@dataclass(frozen=True, slots=True)
class ImportedCodings:
    """What became of a file of codings; `coders` are the names that the codings carry."""

    file_name: str
    count: int
    placed: int
    exact: int
    known: int
    coders: tuple[str, ...]
    fuzzy: tuple[PlacedNearly, ...]
    ambiguous: tuple[PlacedNearly, ...]
    unplaced: tuple[NotPlaced, ...]


def describe_import(
    project: OpenProject, file_name: str, rows: Sequence[Mapping[str, str]], report: CodingImportReport
) -> ImportedCodings:
    """Return the report with words and places, as the project stands."""
    coders = dict.fromkeys(row.get("coder", "").strip() or project.coder_name for row in rows)
    return ImportedCodings(
        file_name=file_name,
        count=len(rows),
        placed=report.placed,
        exact=report.exact,
        known=report.known,
        coders=tuple(coders),
        fuzzy=tuple(
            _nearly(project, rows[one.row - 1], one.row, one.start, one.end, score=one.score) for one in report.fuzzy
        ),
        ambiguous=tuple(
            _nearly(project, rows[one.row - 1], one.row, one.start, one.end, places=one.places)
            for one in report.ambiguous
        ),
        unplaced=tuple(_not_placed(rows[one.row - 1], one) for one in report.unplaced),
    )


def _nearly(
    project: OpenProject,
    row: Mapping[str, str],
    number: int,
    start: int,
    end: int,
    *,
    score: float | None = None,
    places: int = 1,
) -> PlacedNearly:
    document = queries.find_document(project, row["document"])
    return PlacedNearly(
        row=number,
        place=(document.id, start, end),
        citation=queries.cite_passage(project, document.id, start, end),
        document=document.name,
        words=_one_line(queries.text_of(project, document.id).text[start:end]),
        quote=_one_line(row["quote"]),
        score=score,
        places=places,
    )


def _not_placed(row: Mapping[str, str], one: UnplacedRow) -> NotPlaced:
    return NotPlaced(one.row, one, row["document"].strip(), _one_line(row["quote"]), row["code"].strip())


def _one_line(text: str) -> str:
    return " ".join(text.split())
