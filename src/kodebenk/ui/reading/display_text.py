"""Makes the text that a text widget can show from the frozen text of a document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from kodebenk.domain.document import DocumentText, TableCell
from kodebenk.domain.passage import index_at
from kodebenk.domain.transcript import Turn
from kodebenk.ui.reading.text_positions import Side, TextPositions, count_units

LONGEST_PARAGRAPH = 4_000
"""Code points after which a paragraph is cut for display: a 1 MB paragraph took 66 ms a frame, its pieces 8 ms."""

_MOST_NESTED = 50
"""Cells looked back through for the one around a position."""

_BLANK = " "
_UNSHOWABLE = "\ufffd"
# What QTextDocument drops (U+FEFF at the start), breaks paragraphs or lines at, or stops reading at (lone surrogates).
_REPLACED_CHARACTERS = {"\ufeff": "\u2060", "\r": _BLANK, "\u2028": _BLANK, "\u2029": _BLANK} | dict.fromkeys(
    ("\ufdd0", "\ufdd1"), _UNSHOWABLE
)


@dataclass(frozen=True, slots=True)
class DisplayText:
    """A text that QTextDocument keeps unchanged, and the way back to the frozen text."""

    text: str
    positions: TextPositions


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One block of the displayed text.

    Attributes:
        start, end: UTF-16 units of the displayed text, without the break.
        source_start: first code point of the frozen text that belongs here, a hidden speaker label included.
        text_start: first code point that is shown.
        turn: whose words these are, or None.
        opens_turn: the speaker stands beside it.
        is_quiet: an interviewer speaks.
        is_heading: set semi-bold.
        opens_page: label of the page that begins with this paragraph.
        follows_on: continues the paragraph above without a space.
        cell: the cell of a table that it stands in, the innermost one.
        cell_label: row and column of the cell that begins with it, both from 0.
        opens_row: a row of a table begins with it.
        closes_table: the last paragraph of a table.
        level: of a list, from 1; 0 outside of lists.
        milliseconds: moment of the recording at which its first words with a time were said.
    """

    start: int
    end: int
    source_start: int
    text_start: int
    turn: Turn | None
    opens_turn: bool
    is_quiet: bool
    is_heading: bool
    opens_page: str | None
    follows_on: bool
    cell: TableCell | None = None
    cell_label: tuple[int, int] | None = None
    opens_row: bool = False
    closes_table: bool = False
    level: int = 0
    milliseconds: int | None = None

    @property
    def is_blank(self) -> bool:
        return self.start == self.end

    @property
    def is_strong(self) -> bool:
        """Whether it is set semi-bold: headings, and the first row of a table."""
        return self.is_heading or (self.cell is not None and self.cell.row == 0)


def make_display_text(text: str, hidden: Iterable[tuple[int, int]] = ()) -> DisplayText:
    """Return the text to show.

    Args:
        text: Frozen text with LF line ends.
        hidden: Code point ranges that are not shown.

    Hidden ranges are left out, characters that QTextDocument would lose are replaced one for one, and paragraphs of
    more than 4 000 characters are broken behind a blank.
    """
    runs = _keep(len(text), hidden)
    kept = text if len(runs) == 1 and runs[0] == (0, len(text)) else "".join(text[start:end] for start, end in runs)
    kept = _replace_unshowable(kept)
    cuts = _find_cuts(kept)
    shown = "\n".join(kept[start:end] for start, end in pairwise([0, *cuts, len(kept)]))
    runs, inserted = _split_runs(runs, cuts)
    return DisplayText(shown, TextPositions(runs, inserted, shown))


def hide_speaker_labels(document: DocumentText) -> list[tuple[int, int]]:
    """Return the ranges of the labels before the turns; the gutter shows the speakers."""
    return [(turn.start, turn.body_start) for turn in document.structure.turns if turn.start < turn.body_start]


def _keep(length: int, hidden: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    runs = []
    reached = 0
    for start, end in sorted(hidden):
        if reached < min(start, length):
            runs.append((reached, min(start, length)))
        reached = min(max(reached, end), length)
    if reached < length or not runs:
        runs.append((reached, length))
    return runs


def _replace_unshowable(text: str) -> str:
    for character, shown in _REPLACED_CHARACTERS.items():
        if character in text:
            text = text.replace(character, shown)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = "".join(_UNSHOWABLE if "\ud800" <= character <= "\udfff" else character for character in text)
    return text


def _find_cuts(text: str) -> list[int]:
    cuts = []
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        while end - start > LONGEST_PARAGRAPH:
            blank = text.rfind(_BLANK, start + 1, start + LONGEST_PARAGRAPH)
            start = blank + 1 if blank > 0 else start + LONGEST_PARAGRAPH
            cuts.append(start)
        start = end + 1
    return cuts


def _split_runs(runs: list[tuple[int, int]], cuts: Sequence[int]) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the runs split at the cuts, which count shown characters, and the breaks before each."""
    split: list[tuple[int, int]] = []
    inserted: list[int] = []
    shown = 0
    waiting = iter([*cuts, -1])
    cut = next(waiting)
    for start, end in runs:
        low = start
        extra = 0
        if cut == shown:
            extra, cut = 1, next(waiting)
        while shown < cut < shown + end - low:
            split.append((low, low + cut - shown))
            inserted.append(extra)
            low += cut - shown
            shown = cut
            extra, cut = 1, next(waiting)
        split.append((low, end))
        inserted.append(extra)
        shown += end - low
    return split, inserted


def find_paragraphs(
    document: DocumentText, shown: DisplayText, quiet_speakers: frozenset[int]
) -> tuple[Paragraph, ...]:
    """Return the blocks of a displayed document in order.

    Args:
        document: Frozen text and structure.
        shown: Its displayed text.
        quiet_speakers: Ids of the interviewers.
    """
    return tuple(_ParagraphFinder(document, shown, quiet_speakers).find())


class _ParagraphFinder:
    def __init__(self, document: DocumentText, shown: DisplayText, quiet_speakers: frozenset[int]) -> None:
        structure = document.structure
        self._document = document
        self._shown = shown
        self._quiet = quiet_speakers
        self._turns = structure.turns
        self._turn_starts = [turn.start for turn in structure.turns]
        self._heading_starts = [heading.start for heading in structure.headings]
        self._page_starts = [page.start for page in structure.pages]
        self._span_starts = [span.start for span in structure.paragraphs]
        self._cell_starts = [cell.start for cell in structure.cells]
        self._item_starts = [item.start for item in structure.items]
        self._time_positions = [mark.position for mark in structure.times]

    def find(self) -> list[Paragraph]:
        found: list[Paragraph] = []
        previous: Paragraph | None = None
        for start, end in _find_blocks(self._shown.text):
            previous = self._make(start, end, previous)
            found.append(previous)
        return _with_ends_of_tables(found) if self._cell_starts else found

    def _make(self, start: int, end: int, previous: Paragraph | None) -> Paragraph:
        source_start = self._shown.positions.to_text(start, Side.END)
        text_start = self._shown.positions.to_text(start, Side.START)
        turn = self._turn_at(text_start)
        cell = self._cell_at(text_start) if start < end else None
        before = previous.cell if previous is not None else None
        return Paragraph(
            start=start,
            end=end,
            source_start=source_start,
            text_start=text_start,
            turn=turn,
            opens_turn=turn is not None and (previous is None or previous.text_start < turn.body_start),
            is_quiet=turn is not None and turn.speaker_id in self._quiet,
            is_heading=self._is_heading(text_start, end - start),
            opens_page=self._page_between(source_start, text_start),
            follows_on=previous is not None and self._continues(previous.text_start, source_start, text_start),
            cell=cell,
            cell_label=(cell.row, cell.column) if cell is not None and cell != before else None,
            opens_row=cell is not None and (before is None or (before.table, before.row) != (cell.table, cell.row)),
            level=self._level_at(text_start),
            milliseconds=self._time_between(source_start, self._shown.positions.to_text(end, Side.END)),
        )

    def _cell_at(self, position: int) -> TableCell | None:
        cells = self._document.structure.cells
        index = index_at(self._cell_starts, position)
        # Cells of a table in a cell come behind the cell around them.
        for cell in cells[max(0, index - _MOST_NESTED) : index + 1][::-1]:
            if position < cell.end:
                return cell
        return None

    def _level_at(self, position: int) -> int:
        index = index_at(self._item_starts, position)
        item = self._document.structure.items[index] if index >= 0 else None
        return item.level if item is not None and position < item.end else 0

    def _time_between(self, start: int, end: int) -> int | None:
        index = bisect_left(self._time_positions, start)
        if index == len(self._time_positions) or self._time_positions[index] >= end:
            return None
        return self._document.structure.times[index].milliseconds

    def _turn_at(self, position: int) -> Turn | None:
        index = index_at(self._turn_starts, position)
        if index < 0:
            return None
        turn = self._turns[index]
        return turn if position < turn.end or position == turn.body_start else None

    def _is_heading(self, position: int, length: int) -> bool:
        index = index_at(self._heading_starts, position)
        return index >= 0 and length > 0 and position < self._document.structure.headings[index].end

    def _page_between(self, source_start: int, text_start: int) -> str | None:
        index = bisect_left(self._page_starts, source_start)
        # The first page needs no rule above it.
        if 0 < index < len(self._page_starts) and self._page_starts[index] <= text_start:
            return self._document.structure.pages[index].label
        return None

    def _continues(self, above: int, source_start: int, position: int) -> bool:
        if self._document.text[source_start - 1] != "\n":
            return True
        index = index_at(self._span_starts, position)
        if index < 0 or index != index_at(self._span_starts, above):
            return False
        span = self._document.structure.paragraphs[index]
        return span.start < position < span.end


def _with_ends_of_tables(paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with the last one of each table marked; tables within tables end with the outer one."""
    ended: list[Paragraph] = []
    for paragraph, below in zip(paragraphs, [*paragraphs[1:], None], strict=True):
        last = paragraph.cell is not None and (below is None or below.cell is None)
        ended.append(replace(paragraph, closes_table=True) if last else paragraph)
    return ended


def _find_blocks(shown: str) -> list[tuple[int, int]]:
    lines = shown.split("\n")
    lengths = [len(line) for line in lines]
    if count_units(shown) != len(shown):
        lengths = [count_units(line) for line in lines]
    starts = accumulate(lengths, lambda reached, length: reached + length + 1, initial=0)
    return [(start, start + length) for start, length in zip(starts, lengths, strict=False)]
