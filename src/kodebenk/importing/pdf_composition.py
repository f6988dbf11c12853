"""Writes the paragraphs of a PDF into one text, and notes where everything lies and what was repaired."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter

from kodebenk.domain.document import Heading, ListItem, Span, TableCell
from kodebenk.importing.hyphenation import Seam, find_seam
from kodebenk.importing.imported_document import ALL_REPAIRS, Outcome, Repair, TextRepair
from kodebenk.importing.pdf_cleanup import PrintedParagraph
from kodebenk.importing.pdf_edits import Edits
from kodebenk.importing.pdf_typography import PlacedLine
from kodebenk.importing.quotation_marks import find_mangled_quotes
from kodebenk.importing.text_cleaning import is_nfc_at_seam

_WORD_END = re.compile(r"[\w-]+$")
_WORD_START = re.compile(r"[\w-]+")
_NEAR = 200
"""Characters on either side of a seam that tell how it is joined."""


@dataclass(slots=True)
class Composition:
    """A text and where its parts lie.

    Attributes:
        line_starts: the start of every printed line.
        page_starts: the start of the first line of each page with words, by page from 0.
        repaired: every place that was repaired, by start.
    """

    text: str = ""
    paragraphs: list[Span] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    items: list[ListItem] = field(default_factory=list)
    cells: list[TableCell] = field(default_factory=list)
    line_starts: list[int] = field(default_factory=list)
    page_starts: dict[int, int] = field(default_factory=dict)
    repaired: list[TextRepair] = field(default_factory=list)


class _Draft:
    """One paragraph in the making; positions count from its start."""

    def __init__(self) -> None:
        self.text = ""
        self.line_starts: list[int] = []
        self.page_starts: dict[int, int] = {}
        self.repaired: list[TextRepair] = []
        self.length = 0
        self._pieces: list[str] = []

    def write(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)

    def cut(self, count: int) -> None:
        """Take characters off the end of what was written last."""
        if count:
            self._pieces[-1] = self._pieces[-1][:-count]
            self.length -= count

    def finish(self) -> None:
        self.text = "".join(self._pieces)


def compose(
    paragraphs: Sequence[PrintedParagraph],
    vocabulary: frozenset[str],
    steps: frozenset[Repair] = ALL_REPAIRS,
) -> Composition:
    """Return the text of paragraphs, a line break between any two.

    `vocabulary` tells words with real hyphens, see `words_in`. Without the step for lines, line breaks stay where they
    are printed; a word that is put together ends the line that it began on.
    """
    composition = Composition()
    pieces: list[str] = []
    length = 0
    for paragraph in paragraphs:
        draft = _mend_quotes(_write(paragraph.lines, vocabulary, steps), steps)
        length += 1 if pieces else 0
        _put(composition, paragraph, draft, length)
        pieces.append(draft.text)
        length += len(draft.text)
    composition.text = "\n".join(pieces)
    _tell_tables(composition, paragraphs)
    composition.repaired.sort(key=lambda one: (one.start, one.end))
    return composition


def _put(composition: Composition, paragraph: PrintedParagraph, draft: _Draft, start: int) -> None:
    end = start + len(draft.text)
    composition.paragraphs.append(Span(start, end))
    if paragraph.level:
        composition.headings.append(Heading(start, end, paragraph.level))
    if paragraph.item_level:
        composition.items.append(ListItem(start, end, paragraph.item_level))
    if paragraph.was_moved and paragraph.is_note:
        composition.repaired.append(TextRepair(Repair.FOOTNOTES, Outcome.MOVED, start, end))
    if paragraph.removed:
        composition.repaired.append(TextRepair(Repair.TABLES, Outcome.REMOVED, start, start, paragraph.removed))
    composition.line_starts.extend(start + place for place in draft.line_starts)
    for page, place in draft.page_starts.items():
        composition.page_starts.setdefault(page, start + place)
    moved = (replace(one, start=start + one.start, end=start + one.end) for one in draft.repaired)
    composition.repaired.extend(moved)


def _write(lines: Sequence[PlacedLine], vocabulary: frozenset[str], steps: frozenset[Repair]) -> _Draft:
    draft = _Draft()
    before: PlacedLine | None = None
    for placed in lines:
        text = _join(draft, before, placed, vocabulary, steps) if before else placed.text
        start = draft.length
        draft.line_starts.append(start)
        draft.page_starts.setdefault(placed.page, start)
        draft.repaired.extend(
            TextRepair(one.repair, Outcome.REPLACED, start + one.start, start + one.end, one.before)
            for one in placed.repairs
        )
        draft.write(text)
        before = placed
    draft.finish()
    return draft


def _join(
    draft: _Draft, before: PlacedLine, placed: PlacedLine, vocabulary: frozenset[str], steps: frozenset[Repair]
) -> str:
    """Write what stands between two lines; return the second as it is to be written."""
    seam = _seam(before, placed, vocabulary) if Repair.HYPHENS in steps else Seam(0, " ")
    keeps_lines = Repair.LINES not in steps
    is_one_word = seam.outcome is not None and not seam.between
    if seam.outcome:
        draft.repaired.append(_hyphen_repair(draft.length, before, placed, seam))
    elif not keeps_lines:
        end = draft.length + len(seam.between)
        draft.repaired.append(TextRepair(Repair.LINES, Outcome.JOINED, draft.length, end, "\n"))
    draft.cut(seam.cut)
    draft.write("\n" if keeps_lines and not is_one_word else seam.between)
    return placed.text.replace(" ", "\n", 1) if keeps_lines and is_one_word else placed.text


def _seam(before: PlacedLine, placed: PlacedLine, vocabulary: frozenset[str]) -> Seam:
    seam = find_seam(before.text[-_NEAR:], placed.text[:_NEAR], vocabulary, is_divided=before.is_divided)
    kept = before.text[: len(before.text) - seam.cut]
    return seam if seam.between or is_nfc_at_seam(kept, placed.text) else Seam(0, " ")


def _hyphen_repair(length: int, before: PlacedLine, placed: PlacedLine, seam: Seam) -> TextRepair:
    """Return the word on both sides of a seam as it will stand and as it is printed; `length` stands before it."""
    kept = before.text[: len(before.text) - seam.cut]
    head = _WORD_END.search(kept[-_NEAR:])
    tail = _WORD_START.match(placed.text)
    word = kept[-len(head[0]) :] if head else ""
    follower = tail[0] if tail else ""
    printed = word + before.text[len(kept) :] + ("-" if before.is_divided else "")
    start = length - len(before.text) + len(kept) - len(word)
    end = length - seam.cut + (0 if seam.between else len(follower))
    return TextRepair(Repair.HYPHENS, seam.outcome or Outcome.KEPT, start, end, f"{printed}\n{follower}")


def _mend_quotes(draft: _Draft, steps: frozenset[Repair]) -> _Draft:
    found = find_mangled_quotes(draft.text) if Repair.QUOTATION_MARKS in steps else []
    if not found:
        return draft
    edits = Edits(found)
    moved = [replace(one, start=edits.move(one.start), end=_move_end(edits, one)) for one in draft.repaired]
    for start, end, new in found:
        place = edits.move(start)
        moved.append(
            TextRepair(Repair.QUOTATION_MARKS, Outcome.REPLACED, place, place + len(new), draft.text[start:end])
        )
    mended = _Draft()
    mended.text = edits.apply(draft.text)
    mended.line_starts = [edits.move(start) for start in draft.line_starts]
    mended.page_starts = {page: edits.move(start) for page, start in draft.page_starts.items()}
    mended.repaired = moved
    return mended


def _move_end(edits: Edits, one: TextRepair) -> int:
    return edits.move(one.end - 1) + 1 if one.end > one.start else edits.move(one.end)


def _tell_tables(composition: Composition, paragraphs: Sequence[PrintedParagraph]) -> None:
    """Note the cells of the tables, and each table as a repair."""
    placed = zip(paragraphs, composition.paragraphs, strict=True)
    numbered = [(paragraph.cell, paragraph, span) for paragraph, span in placed if paragraph.cell]
    for (table, row, column), group in groupby(numbered, key=itemgetter(0)):
        spans = [span for _, _, span in group]
        composition.cells.append(TableCell(table, row, column, spans[0].start, spans[-1].end))
    for _, inside in groupby(numbered, key=lambda one: one[0][0]):
        cells = list(inside)
        printed = "\n".join(line.text for _, paragraph, _ in cells for line in paragraph.lines)
        start, end = cells[0][2].start, cells[-1][2].end
        composition.repaired.append(TextRepair(Repair.TABLES, Outcome.REPLACED, start, end, printed))
