"""What a matrix is made of: its specification, the states of its cells, condensed text and synthesis."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum


class CellState(StrEnum):
    """What is known about a respondent and a theme."""

    ANSWERED = "answered"
    ASKED_UNCLEAR = "asked_unclear"
    ASKED = "asked"
    NOT_ASKED = "not_asked"
    NOT_APPLICABLE = "not_applicable"
    NOT_CODED = "not_coded"


SETTABLE_STATES = (CellState.ASKED_UNCLEAR, CellState.NOT_ASKED, CellState.NOT_APPLICABLE)
"""States that a person can set; they, and the others, else follow from the codings and from the questions put."""

UNCODED = frozenset({CellState.NOT_CODED, CellState.ASKED})
"""States of cells in which nothing is coded and nothing is known to be missing."""

OUTSIDE_DENOMINATOR = frozenset({CellState.NOT_ASKED, CellState.NOT_APPLICABLE})
"""States whose respondents are not among those asked."""


class RowKind(StrEnum):
    """What the rows of a matrix are."""

    RESPONDENTS = "respondents"
    DOCUMENTS = "documents"
    BOTH = "both"
    GROUPS = "groups"
    SECTIONS = "sections"


class ColumnKind(StrEnum):
    """What the columns are: top codes with all below them, each code with its own codings, or a guide's questions."""

    THEMES = "themes"
    CODES = "codes"
    QUESTIONS = "questions"


class CellContent(StrEnum):
    """What the cells show."""

    SUMMARY = "summary"
    QUOTES = "quotes"
    COUNTS = "counts"


class SynthesisKind(StrEnum):
    """What is said about a whole column."""

    SIMILARITIES = "similarities"
    DIFFERENCES = "differences"
    PATTERNS = "patterns"


@dataclass(frozen=True, slots=True, order=True)
class ColumnKey:
    """Names one column across all matrices: a code or a question; exactly one of them is set."""

    code_id: int | None = None
    question_id: int | None = None


@dataclass(frozen=True, slots=True)
class CellKey:
    """Names one cell across all matrices: a respondent, a document, a section of it or a group × a column.

    `section` is the path of a heading in `document_id`, empty for the whole document.
    """

    column: ColumnKey
    respondent_id: int | None = None
    document_id: int | None = None
    group: str | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """What a researcher has put into a cell.

    Attributes:
        summary: condensed text with references `[#12]`, 12 being a coding.
        state: set by hand, or None when it follows from the codings.
        evidence: `(coding id, start, end)` of the codings that stood there when the summary was written or confirmed.
    """

    key: CellKey
    summary: str = ""
    state: CellState | None = None
    reason: str = ""
    written_at: str = ""
    written_by: int | None = None
    evidence: frozenset[tuple[int, int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class MatrixSpec:
    """Which rows and columns a matrix has, in what order, and what its cells show.

    Attributes:
        band: attribute that bands the rows, empty for none; with RowKind.GROUPS its values are the rows.
        code_ids: the columns in order; empty means every code of `columns` that has codings or a written cell.
        question_ids: the columns in order where they are questions; empty means every question that was found.
        section_level: with RowKind.SECTIONS, headings down to this level are rows.
        hidden_respondent_ids: rows left out.
        coder_ids: whose codings count; empty means those of every person, and not the consensus.
    """

    name: str = ""
    rows: RowKind = RowKind.RESPONDENTS
    columns: ColumnKind = ColumnKind.CODES
    content: CellContent = CellContent.SUMMARY
    band: str = ""
    code_ids: tuple[int, ...] = ()
    hidden_respondent_ids: tuple[int, ...] = ()
    coder_ids: tuple[int, ...] = ()
    question_ids: tuple[int, ...] = ()
    section_level: int = 1

    @property
    def column_keys(self) -> tuple[ColumnKey, ...]:
        """The chosen columns in order; empty where they follow from what was coded or asked."""
        if self.columns is ColumnKind.QUESTIONS:
            return tuple(ColumnKey(question_id=one) for one in self.question_ids)
        return tuple(ColumnKey(code_id=one) for one in self.code_ids)

    def with_columns(self, keys: Sequence[ColumnKey]) -> MatrixSpec:
        """Return the specification with these columns."""
        codes = tuple(one.code_id for one in keys if one.code_id is not None)
        questions = tuple(one.question_id for one in keys if one.question_id is not None)
        return replace(self, code_ids=codes, question_ids=questions)


@dataclass(frozen=True, slots=True)
class SavedMatrix:
    """A matrix that was given a name and kept."""

    id: int
    guid: str
    position: int
    spec: MatrixSpec = field(default_factory=MatrixSpec)


_REFERENCE = re.compile(r"\[#(\d+)\]")
_CITATION = re.compile(r"\[([^\[\]:#\s]+:\d+)\]")
_SENTENCE_END = re.compile(r"(?<=[.!?…])((?:\s*\[#\d+\])*)\s+(?=[^\s\[])")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a condensed text with the codings that it points at."""

    text: str
    coding_ids: tuple[int, ...]

    @property
    def has_evidence(self) -> bool:
        return bool(self.coding_ids)


def split_summary(summary: str) -> tuple[Sentence, ...]:
    """Return the sentences of a condensed text; references belong to the sentence that they follow or stand in."""
    marked = _SENTENCE_END.sub(lambda match: f"{match[1]}\x1e", summary.strip())
    sentences = []
    for part in marked.split("\x1e"):
        ids = tuple(int(found) for found in _REFERENCE.findall(part))
        text = " ".join(_REFERENCE.sub("", part).split())
        if text:
            sentences.append(Sentence(re.sub(r"\s+([.,;:!?])", r"\1", text), ids))
        elif ids and sentences:
            last = sentences.pop()
            sentences.append(Sentence(last.text, last.coding_ids + ids))
    return tuple(sentences)


def show_references(summary: str, citation_of: Callable[[int], str | None]) -> str:
    """Return the text with `[R1:13]` instead of `[#12]`; references to codings that are gone become `[?]`."""
    return _REFERENCE.sub(lambda match: f"[{citation_of(int(match[1])) or '?'}]", summary)


def read_references(
    text: str,
    coding_of: Callable[[str], int | None],
    *,
    before: str = "",
    citation_of: Callable[[int], str | None] = lambda _coding_id: None,
) -> str:
    """Return the text with `[#12]` instead of `[R1:13]`; citations that lead nowhere stay as they are.

    Two codings may share a citation, being in one turn. A reference that stands behind the same words as one of the
    text `before` (with `[#12]`) keeps its coding; other references take `coding_of` their citation.
    """
    kept = _references_by_words(before, citation_of)

    def refer(match: re.Match[str]) -> str:
        same_place = kept.get((_words_before(text, match.start()), match[1]), [])
        coding_id = same_place.pop(0) if same_place else coding_of(match[1])
        return match[0] if coding_id is None else f"[#{coding_id}]"

    return _CITATION.sub(refer, text)


def _references_by_words(summary: str, citation_of: Callable[[int], str | None]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for match in _REFERENCE.finditer(summary):
        coding_id = int(match[1])
        citation = citation_of(coding_id)
        if citation is not None:
            found.setdefault((_words_before(summary, match.start()), citation), []).append(coding_id)
    return found


def _words_before(text: str, position: int) -> str:
    """Return the last two words before a position, references apart."""
    plain = _CITATION.sub(" ", _REFERENCE.sub(" ", text[:position]))
    return " ".join(plain.split()[-2:])
