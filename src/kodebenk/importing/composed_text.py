"""Puts paragraphs that were read one by one into one text, and says where everything lies in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from kodebenk.domain.document import Heading, ListItem, Page, SourceKind, Span, TableCell
from kodebenk.domain.passage import trim_blanks
from kodebenk.errors import Cancelled, SourceProblem, SourceUnreadable
from kodebenk.importing.imported_document import ImportedDocument, ReadOptions
from kodebenk.importing.text_cleaning import clean_text

MOST_PARAGRAPHS = 500_000
"""The Bible has 31,000 verses."""

MOST_CHARACTERS = 20_000_000
"""Some 7,000 printed pages."""

_PARAGRAPHS_PER_QUESTION = 200
_SEAM = 40
"""Characters before a page break that may still change what follows it, such as an accent's letter."""


@dataclass(slots=True)
class DraftParagraph:
    """One paragraph as it is read.

    Attributes:
        pieces: its words as they come, not yet cleaned.
        breaks: indexes into `pieces` before which a page begins; offsets into `text` once it is finished.
        level: that of a heading, or 0.
        item_level: that of a list item, or 0.
        mark: the number or bullet in front of it.
        text: what it became.
    """

    pieces: list[str] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)
    level: int = 0
    item_level: int = 0
    mark: str = ""
    text: str = ""

    def finish(self) -> None:
        """Make the text of the pieces; a break before the first word also stands before the list mark."""
        body = clean_text("".join(self.pieces))
        offsets = self._break_offsets(len(body))
        self.text = f"{self.mark} {body.lstrip()}" if self.mark and body.strip() else body
        shift = len(self.text) - len(body)
        self.breaks = [max(0, offset + shift) if offset else 0 for offset in offsets]

    def _break_offsets(self, limit: int) -> list[int]:
        offsets = []
        before, length, first = "", 0, 0
        for count in sorted(set(self.breaks)):
            written = "".join(self.pieces[first:count])
            length += len(clean_text(before + written)) - len(clean_text(before))
            before, first = (before + written)[-_SEAM:], count
            offsets.append(max(0, min(length, limit)))
        return offsets


@dataclass(frozen=True, slots=True)
class CellRange:
    """A cell of a table that holds the paragraphs from `first` to before `last`."""

    table: int
    row: int
    column: int
    first: int
    last: int


class ComposedText:
    """One text made of finished paragraphs, a line break between any two.

    Attributes:
        text: all paragraphs, empty ones too.
        paragraphs, headings, items: where those with words lie, without blanks around them.
        cells: those that have words, outer before inner.
    """

    def __init__(self, drafts: Sequence[DraftParagraph], cells: Iterable[CellRange] = ()) -> None:
        self._drafts = drafts
        self._starts: list[int] = []
        position = 0
        for draft in drafts:
            self._starts.append(position)
            position += len(draft.text) + 1
        self.text = "\n".join(draft.text for draft in drafts)
        spans = [self._span(index) for index in range(len(drafts))]
        filled = [(span, draft) for span, draft in zip(spans, drafts, strict=True) if span.start < span.end]
        self.paragraphs = tuple(span for span, _ in filled)
        self.headings = tuple(Heading(span.start, span.end, draft.level) for span, draft in filled if draft.level)
        self.items = tuple(
            ListItem(span.start, span.end, draft.item_level) for span, draft in filled if draft.item_level
        )
        self.cells = _place_cells(spans, cells)

    def as_document(self, path: Path, content: bytes, kind: SourceKind) -> ImportedDocument:
        """Return the text as a source, with where everything lies in it; the reader adds what else it knows."""
        return ImportedDocument(
            path=path,
            content=content,
            text=self.text,
            kind=kind,
            paragraphs=self.paragraphs,
            headings=self.headings,
            cells=self.cells,
            items=self.items,
        )

    def paragraph_start(self, index: int) -> int:
        """Return where a paragraph begins, or the end of the text for one past the last."""
        return self._starts[index] if index < len(self._starts) else len(self.text)

    def next_word(self, position: int) -> int:
        """Return where the first word at or after `position` begins, or the end of the text."""
        while position < len(self.text) and self.text[position].isspace():
            position += 1
        return position

    def page_breaks(self) -> set[int]:
        """Return the starts of the words that a page begins with because of a break before them."""
        return {
            self.next_word(start + offset)
            for start, draft in zip(self._starts, self._drafts, strict=True)
            for offset in draft.breaks
        }

    def lay_pages(self, breaks: Iterable[int], label: Callable[[Sequence[int]], Iterable[str]]) -> tuple[Page, ...]:
        """Return the pages that begin at the given words; none where there is but one page.

        `label` is asked once, with the starts of all pages, for what is printed on them.
        """
        starts = sorted(set(breaks) - {self.next_word(0), len(self.text)})
        if not starts:
            return ()
        bounds = [0, *starts, len(self.text)]
        labels = label(bounds[:-1])
        return tuple(Page(start, end, name) for (start, end), name in zip(pairwise(bounds), labels, strict=True))

    def _span(self, index: int) -> Span:
        start = self._starts[index]
        return Span(*trim_blanks(self.text, start, start + len(self._drafts[index].text)))


def count_pages(starts: Sequence[int]) -> Iterable[str]:
    """Return the labels of pages that are numbered from 1."""
    return (str(number) for number in range(1, len(starts) + 1))


def _place_cells(spans: Sequence[Span], cells: Iterable[CellRange]) -> tuple[TableCell, ...]:
    placed = []
    for cell in cells:
        inside = [span for span in spans[cell.first : cell.last] if span.start < span.end]
        if inside:
            placed.append(TableCell(cell.table, cell.row, cell.column, inside[0].start, inside[-1].end))
    return tuple(sorted(placed, key=lambda cell: (cell.start, cell.table)))


class TextDraft:
    """Collects the paragraphs and cells of a text in reading order, one open paragraph at a time."""

    def __init__(self, path: Path, options: ReadOptions) -> None:
        self.paragraphs: list[DraftParagraph] = []
        self.open = DraftParagraph()
        self.tables = 0
        self._path = path
        self._options = options
        self._characters = 0
        self._cells: list[CellRange] = []
        self._open_cells: list[tuple[int, int, int, int]] = []

    def write(self, text: str) -> None:
        """Go on with the open paragraph.

        Raises:
            SourceUnreadable: TOO_LARGE, where a small file would unfold to more words than anybody writes.
        """
        self._characters += len(text)
        if self._characters > MOST_CHARACTERS:
            raise SourceUnreadable(SourceProblem.TOO_LARGE, self._path, detail=f"over {MOST_CHARACTERS} characters")
        self.open.pieces.append(text)

    def break_page(self) -> None:
        """Let a page begin with the next word."""
        self.open.breaks.append(len(self.open.pieces))

    def end_paragraph(self, *, keep_empty: bool = False) -> bool:
        """End the open paragraph and return whether it was kept.

        Without words it is kept only where it holds a page break, or where it may be and stands between paragraphs.

        Raises:
            Cancelled: the user said so.
            SourceUnreadable: TOO_LARGE, where a small file would unfold to more paragraphs than anybody writes.
        """
        if len(self.paragraphs) % _PARAGRAPHS_PER_QUESTION == 0 and self._options.is_cancelled():
            raise Cancelled
        if len(self.paragraphs) >= MOST_PARAGRAPHS:
            raise SourceUnreadable(SourceProblem.TOO_LARGE, self._path, detail=f"over {MOST_PARAGRAPHS} paragraphs")
        draft, self.open = self.open, DraftParagraph()
        draft.finish()
        stands_between = bool(self.paragraphs) and not self._open_cells
        kept = bool(draft.text.strip() or draft.breaks or (keep_empty and stands_between))
        if kept:
            self.paragraphs.append(draft)
        return kept

    def begin_table(self) -> int:
        """Return the number of the table that begins here."""
        self.tables += 1
        return self.tables - 1

    def begin_cell(self, table: int, row: int, column: int) -> None:
        """Let all paragraphs until `end_cell` be those of a cell."""
        self._open_cells.append((table, row, column, len(self.paragraphs)))

    def end_cell(self) -> None:
        table, row, column, first = self._open_cells.pop()
        self._cells.append(CellRange(table, row, column, first, len(self.paragraphs)))

    def compose(self, cells: Iterable[CellRange] = ()) -> ComposedText:
        """Return the text, with cells that were told only afterwards too; empty paragraphs at its end leave it.

        Raises:
            SourceUnreadable: NO_TEXT.
        """
        while self.paragraphs and not self.paragraphs[-1].text.strip() and not self.paragraphs[-1].breaks:
            self.paragraphs.pop()
        composed = ComposedText(self.paragraphs, [*self._cells, *cells])
        if not composed.paragraphs:
            raise SourceUnreadable(SourceProblem.NO_TEXT, self._path)
        return composed
