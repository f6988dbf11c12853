"""Sources, their frozen text and its structure.

A text is Unicode NFC with LF line ends. All positions are code points into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from kodebenk.domain.passage import index_at
from kodebenk.domain.transcript import Speaker, Turn
from kodebenk.domain.voice import Voice


class SourceKind(StrEnum):
    """What a document is; the kind travels with every coding made in it."""

    TRANSCRIPT = "transcript"
    NOTES = "notes"
    EMAIL = "email"
    PLAN = "plan"
    SURVEY = "survey"
    FIELDNOTES = "fieldnotes"
    LITERATURE = "literature"


def hash_of(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, by which one that was corrected since is told."""
    return sha256(text.encode("utf-8")).hexdigest()


SPOKEN_KINDS = frozenset({SourceKind.TRANSCRIPT, SourceKind.NOTES, SourceKind.EMAIL, SourceKind.SURVEY})
"""Kinds in which respondents speak; the others are documents in their own right."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range `[start, end)` of a text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `label` is what is printed on it, which need not be its number in the file."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of the table with number `table` (from 0); rows and columns count from 0."""

    table: int
    row: int
    column: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ListItem:
    """An item of a list; level 1 is the outermost. Its mark, such as `•` or `2.`, is part of the text."""

    start: int
    end: int
    level: int


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A moment of the recording: the words from `position` on were said `milliseconds` after its beginning."""

    position: int
    milliseconds: int


@dataclass(frozen=True, slots=True)
class TextStructure:
    """Where paragraphs, headings, pages, lines, turns, table cells, list items and times lie in a text.

    Each tuple is sorted by start. `line_starts` holds the start of every numbered line.
    """

    paragraphs: tuple[Span, ...] = ()
    headings: tuple[Heading, ...] = ()
    pages: tuple[Page, ...] = ()
    line_starts: tuple[int, ...] = ()
    turns: tuple[Turn, ...] = ()
    cells: tuple[TableCell, ...] = ()
    items: tuple[ListItem, ...] = ()
    times: tuple[TimeMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands: page label (None without pages), first and last line, turn or paragraph number."""

    page: str | None
    line: int
    last_line: int
    turn: int | None
    paragraph: int


@dataclass(frozen=True)
class DocumentText:
    """A frozen text with its structure, and the questions that can be asked of it."""

    document_id: int
    text: str
    structure: TextStructure
    speakers: tuple[Speaker, ...] = ()
    voices: tuple[Voice, ...] = ()

    def place_of(self, start: int, end: int) -> Place:
        """Return page, lines, turn and paragraph of the passage `[start, end)`."""
        structure = self.structure
        page = index_at(self._page_starts, start)
        last = max(start, end - 1)
        turn = self.turn_at(start)
        return Place(
            page=structure.pages[page].label if page >= 0 else None,
            line=max(0, index_at(structure.line_starts, start)) + 1,
            last_line=max(0, index_at(structure.line_starts, last)) + 1,
            turn=turn.number if turn else None,
            paragraph=max(0, index_at(self._paragraph_starts, start)) + 1,
        )

    def turn_at(self, position: int) -> Turn | None:
        """Return the turn that holds `position`, or None."""
        index = index_at(self._turn_starts, position)
        if index < 0:
            return None
        turn = self.structure.turns[index]
        return turn if position < turn.end else None

    def voices_in(self, start: int, end: int) -> tuple[Voice, ...]:
        """Return the voices that share words with `[start, end)`; those without a place in the text are left out."""
        return tuple(one for one in self.voices if one.start < end and start < one.end and not one.unplaced)

    def turns_in(self, start: int, end: int) -> tuple[Turn, ...]:
        """Return the turns that share words with `[start, end)`."""
        turns = self.structure.turns
        index = max(0, index_at(self._turn_starts, start))
        found = []
        while index < len(turns) and turns[index].start < end:
            turn = turns[index]
            low, high = max(start, turn.body_start), min(end, turn.end)
            if low < high and self.text[low:high].strip():
                found.append(turn)
            index += 1
        return tuple(found)

    def paragraph_at(self, position: int) -> Span | None:
        """Return the paragraph that holds `position`, or None between paragraphs."""
        index = index_at(self._paragraph_starts, position)
        if index < 0:
            return None
        paragraph = self.structure.paragraphs[index]
        return paragraph if position <= paragraph.end else None

    @cached_property
    def speakers_by_id(self) -> dict[int, Speaker]:
        return {speaker.id: speaker for speaker in self.speakers}

    @cached_property
    def _page_starts(self) -> list[int]:
        return [page.start for page in self.structure.pages]

    @cached_property
    def _turn_starts(self) -> list[int]:
        return [turn.start for turn in self.structure.turns]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.structure.paragraphs]


@dataclass(frozen=True, slots=True)
class DocumentDetails:
    """What is known about a document besides its text; empty strings are unknown.

    `date` is ISO 8601. `stage` is free text such as "draft" or "adopted". `language` is `nb`, `nn`, `en` or empty.
    """

    issuer: str = ""
    date: str = ""
    case_number: str = ""
    stage: str = ""
    period: str = ""
    version: str = ""
    place: str = ""
    mode: str = ""
    length_minutes: int | None = None
    recorded: bool | None = None
    consent: str = ""
    sequence: int | None = None
    guide_version: str = ""
    validated_on: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """An imported source, without its text.

    Attributes:
        label: short name for citations of documents that nobody speaks in, such as D1.
        progress: share of the text that a coder has marked as looked at, 0 to 1.
        respondent_ids: to whom the whole document belongs (notes, e-mail).
    """

    id: int
    guid: str
    name: str
    kind: SourceKind
    label: str
    position: int
    characters: int
    pages: int
    file_name: str
    sha256: str
    imported_at: str
    progress: float = 0.0
    details: DocumentDetails = field(default_factory=DocumentDetails)
    respondent_ids: tuple[int, ...] = ()


WRAPPED_LINE = 64
"""Characters in a numbered line of a text that has no lines of its own."""

LONGEST_SOURCE_LINE = 120
"""Texts in which every line is at most this long keep their own lines."""


def number_lines(text: str) -> tuple[int, ...]:
    """Return the start of every numbered line of a text without given lines.

    A text whose lines are all short (made from print) keeps them, empty lines included, so that its line numbers
    are those of any editor. A text with a line per paragraph is wrapped at blanks after at most 64
    characters, and its empty lines do not count. The result depends on the text alone, never on a window.
    """
    lines = _physical_lines(text)
    if all(end - start <= LONGEST_SOURCE_LINE for start, end in lines):
        return tuple(start for start, _ in lines)
    starts: list[int] = []
    for start, end in lines:
        if start < end:
            starts.extend(_wrap(text, start, end))
    return tuple(starts) or (0,)


def _physical_lines(text: str) -> list[tuple[int, int]]:
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, start + len(line)))
        start += len(line) + 1
    return lines


def _wrap(text: str, start: int, end: int) -> Sequence[int]:
    starts = [start]
    while end - start > WRAPPED_LINE:
        blank = text.rfind(" ", start + 1, start + WRAPPED_LINE + 1)
        start = blank + 1 if blank > 0 else start + WRAPPED_LINE
        if start < end:
            starts.append(start)
    return starts
