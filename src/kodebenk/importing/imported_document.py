"""What every reader returns: a text, the places in it, and warnings.

A reader is a function `(path, options) -> ImportedDocument`. It knows its format and nothing else; the text is NFC
with LF line ends and without control characters, and every position counts code points of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kodebenk.domain.document import DocumentDetails, Heading, Page, SourceKind, Span, TableCell


@dataclass(frozen=True, slots=True)
class SourceWarning:
    """Something that a user should look at; `place` is "page 3", "line 12" or empty.

    `kind` is the key of the sentence, `fields` what the sentence needs.
    """

    kind: str
    place: str = ""
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How to read.

    Attributes:
        as_is: leave the text unrepaired (line ends and Unicode form are still made uniform).
        encoding: for text files, instead of the encoding found by rule.
        is_cancelled: asked now and then during long work.
        progress: told (done, of) during long work, in the format's own units, such as pages.
    """

    as_is: bool = False
    encoding: str | None = None
    is_cancelled: Callable[[], bool] = lambda: False
    progress: Callable[[int, int], None] = lambda _done, _of: None


@dataclass(frozen=True, slots=True)
class ImportedTurn:
    """A turn: label and words, as `[start, end)` with the words from `body_start`."""

    start: int
    body_start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class ImportedDocument:
    """A source as it goes into a project.

    `line_starts` and `pages` are empty where the format has none; `turns` are filled by `turn_splitter`.
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
    turns: tuple[ImportedTurn, ...] = ()
    details: DocumentDetails = field(default_factory=DocumentDetails)
    encoding: str = ""
    warnings: tuple[SourceWarning, ...] = ()
