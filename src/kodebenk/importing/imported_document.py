"""What every reader returns: a text, the places in it, what was repaired on the way, and warnings.

A reader is a function `(path, options) -> ImportedDocument`. It knows its format and nothing else; the text is NFC
with LF line ends and without control characters, and every position counts code points of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from kodebenk.domain.document import (
    DocumentDetails,
    Heading,
    ListItem,
    Page,
    SourceKind,
    Span,
    TableCell,
    TextStructure,
    TimeMark,
    number_lines,
)


@dataclass(frozen=True, slots=True)
class SourceWarning:
    """Something that a user should look at; `place` is "page 3", "line 12" or empty.

    `kind` is the key of the sentence, `fields` what the sentence needs.
    """

    kind: str
    place: str = ""
    fields: dict[str, str] = field(default_factory=dict)


class Repair(StrEnum):
    """The steps of the clean-up; each can be switched off."""

    HYPHENS = "hyphens"
    """Words divided at line ends are put together, real hyphens kept."""
    RUNNING_LINES = "running_lines"
    """Page numbers, running headers and footers leave the sentence."""
    LINES = "lines"
    """Printed lines become paragraphs; double spacing does not divide them."""
    FOOTNOTES = "footnotes"
    """Notes at the foot of a page leave the sentence that runs over the page's end."""
    TABLES = "tables"
    """What is set in columns becomes the cells of a table."""
    RINGS = "rings"
    """An å written as a letter and a loose ring becomes one letter."""
    LIGATURES = "ligatures"
    """fi, fl and the like printed as one sign become letters."""
    QUOTATION_MARKS = "quotation_marks"
    """Quotation marks that were mangled are put right."""
    BLANKS = "blanks"
    """Tabs and runs of blanks between words become one blank."""
    TIMES = "times"
    """Times of the recording leave the text and are kept beside it."""


ALL_REPAIRS = frozenset(Repair)


class Outcome(StrEnum):
    """What a repair did at one place."""

    JOINED = "joined"
    KEPT = "kept"
    REMOVED = "removed"
    REPLACED = "replaced"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class TextRepair:
    """One place where the clean-up altered the text, or looked and left it (a real hyphen, KEPT).

    Attributes:
        repair: the step.
        outcome: what it did.
        start, end: the range of the finished text that shows it, such as the joined word; empty where something was
            removed, standing where it stood.
        before: what the source has there, such as both halves of a divided word, or the header that was removed.
    """

    repair: Repair
    outcome: Outcome
    start: int
    end: int
    before: str = ""


class ColumnUse(StrEnum):
    """What a column of a survey holds."""

    NAME = "name"
    OPEN = "open"
    CLOSED = "closed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class SurveyColumn:
    """A column of a survey: its heading as written, what it is taken for, how many rows have a value in it.

    `examples` are its first distinct values, at most five; `distinct` is how many there are.
    """

    heading: str
    use: ColumnUse
    answered: int
    distinct: int
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedRespondent:
    """Somebody whom the source itself tells about: the label of their turns, and attributes by name."""

    label: str
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    Attributes:
        repairs: the clean-up steps that are on. None on: the text is left as it is (line ends and Unicode form are
            still made uniform).
        encoding: for text files, instead of the encoding found by rule.
        columns: for surveys, what columns hold, by heading, where the user knows better than the rule.
        is_cancelled: asked now and then during long work.
        progress: told (done, of) during long work, in the format's own units, such as pages.
        first_page: told the text of the first page as soon as there is one, while the rest is read.
    """

    repairs: frozenset[Repair] = ALL_REPAIRS
    encoding: str | None = None
    columns: Mapping[str, ColumnUse] = field(default_factory=dict)
    is_cancelled: Callable[[], bool] = lambda: False
    progress: Callable[[int, int], None] = lambda _done, _of: None
    first_page: Callable[[str], None] = lambda _text: None

    @property
    def as_is(self) -> bool:
        """Whether the text is left unrepaired."""
        return not self.repairs


@dataclass(frozen=True, slots=True)
class ImportedTurn:
    """A turn: label and words, as `[start, end)` with the words from `body_start`."""

    start: int
    body_start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class SpeakerDoubt:
    """A stretch `[start, end)` of which it is not sure who says it; its words begin at `body_start`.

    `label` is what stands there and may be a speaker, empty where nothing does. Until the user settles it, the words
    belong to the turn before.
    """

    start: int
    body_start: int
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A source as it goes into a project.

    `line_starts` and `pages` are empty where the format has none; `turns` and `doubts` are filled by `turn_splitter`
    unless the format itself says who speaks.

    Attributes:
        original: the text as it came out of the file, before the clean-up; empty where nothing could be altered.
        possible_repairs: the steps that this format can need; a page offers these and no others.
        repaired: every place that the clean-up altered or looked at, by start.
        times: where the recording's times stand, beside the text.
        respondents: whom the source tells about (surveys).
        columns: the columns of a survey.
    """

    path: Path
    content: bytes
    text: str
    kind: SourceKind
    paragraphs: tuple[Span, ...]
    headings: tuple[Heading, ...] = ()
    pages: tuple[Page, ...] = ()
    line_starts: tuple[int, ...] = ()
    cells: tuple[TableCell, ...] = ()
    items: tuple[ListItem, ...] = ()
    times: tuple[TimeMark, ...] = ()
    turns: tuple[ImportedTurn, ...] = ()
    doubts: tuple[SpeakerDoubt, ...] = ()
    respondents: tuple[ImportedRespondent, ...] = ()
    columns: tuple[SurveyColumn, ...] = ()
    details: DocumentDetails = field(default_factory=DocumentDetails)
    encoding: str = ""
    original: str = ""
    possible_repairs: frozenset[Repair] = frozenset()
    repaired: tuple[TextRepair, ...] = ()
    warnings: tuple[SourceWarning, ...] = ()

    @property
    def structure(self) -> TextStructure:
        """The places in the text, without turns; lines of the text where the format counts none."""
        return TextStructure(
            paragraphs=self.paragraphs,
            headings=self.headings,
            pages=self.pages,
            line_starts=self.line_starts or number_lines(self.text),
            cells=self.cells,
            items=self.items,
            times=self.times,
        )


def count_repairs(document: ImportedDocument) -> Mapping[tuple[Repair, Outcome], int]:
    """Return how many places each step altered, removed or left, by step and outcome."""
    return Counter((one.repair, one.outcome) for one in document.repaired)
