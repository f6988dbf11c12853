"""Gathers the printed lines of a text file into paragraphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kodebenk.domain.document import TableCell
from kodebenk.importing.print_text_grids import LinePart
from kodebenk.importing.print_text_lines import (
    BULLETS,
    CAPTION,
    LABEL,
    LIST_MARK,
    LONE_MARK,
    PrintLine,
    PrintShape,
    ends_sentence,
)
from kodebenk.importing.print_text_tables import PrintTable

_BESIDE = 2
"""Lines before and after one that tell how wide its column is."""

_EVEN, _FEWEST_EVEN = 0.85, 3
"""So many lines about as long as the longest beside them make a column."""

_NARROWEST, _NARROWEST_COLUMN = 0.7, 0.4
_ROOM_AFTER_SENTENCE = 0.12
_ROOM_IN_SENTENCE = 0.35
_FULL = 0.8
_TO_THE_EDGE = 0.96
_INDENT, _WIDEST_INDENT = 2, 10
_FEWEST_INDENTS = 5
_RECURS = 3
_MONTHS = ("jan", "feb", "mar", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "des")


@dataclass(frozen=True, slots=True)
class CellPlace:
    """Table, row and column of a paragraph that is a cell."""

    table: int
    row: int
    column: int

    def at(self, start: int, end: int) -> TableCell:
        """Return the cell as it lies in a text."""
        return TableCell(self.table, self.row, self.column, start, end)


@dataclass(slots=True)
class PrintParagraph:
    """Lines that belong together; `level` is 0 for body text, `item` 0 for what is no list item."""

    parts: list[LinePart] = field(default_factory=list)
    level: int = 0
    item: int = 0
    is_note: bool = False
    is_moved: bool = False
    cell: CellPlace | None = None


@dataclass(frozen=True, slots=True)
class PrintedPlan:
    """What is known about the lines before they are gathered; all keys are indexes of lines.

    Attributes:
        kept: the lines that stay in the text, in order.
        pages: the page of every kept line.
        headings: level by line.
        contents: lines of a table of contents.
        running: lines that stay although they run along.
        notes: lines of notes, True for those that begin one.
        tables: by their first line.
    """

    lines: Sequence[PrintLine]
    shape: PrintShape
    kept: Sequence[int]
    pages: Mapping[int, int]
    headings: Mapping[int, int]
    contents: frozenset[int]
    running: frozenset[int]
    notes: Mapping[int, bool]
    tables: Mapping[int, PrintTable]


def gather_paragraphs(plan: PrintedPlan) -> list[PrintParagraph]:
    """Return the paragraphs in reading order, one that runs over a page break as one.

    Notes stand before the paragraph that runs over the end of their page, so that sentence and page both stay whole.
    """
    return _Gathering(plan).run()


def keep_lines(plan: PrintedPlan) -> list[PrintParagraph]:
    """Return the printed lines as paragraphs where empty lines divide them; tables are still tables."""
    gathered: list[PrintParagraph] = []
    in_tables = {index for table in plan.tables.values() for index in table.lines}
    numbers = {first: number for number, first in enumerate(sorted(plan.tables))}
    for index in plan.kept:
        if index in plan.tables:
            gathered += _cells(plan.tables[index], numbers[index])
        if index in in_tables:
            continue
        last = gathered[-1] if gathered else None
        level = plan.headings.get(index, 0)
        if last is None or last.cell or last.level or level or plan.lines[index].gap > 1:
            gathered.append(PrintParagraph(level=level))
        gathered[-1].parts.append(LinePart(index, plan.lines[index].text))
    return gathered


class _Gathering:
    def __init__(self, plan: PrintedPlan) -> None:
        self._plan = plan
        self._widths = _column_widths(plan)
        found = (LABEL.match(plan.lines[index].text) for index in plan.kept)
        self._labels = Counter(label[0] for label in found if label)
        self._alone = plan.running | plan.contents
        self._is_indented = _begins_with_indents(plan)
        self._done: list[PrintParagraph] = []
        self._waiting: list[PrintParagraph] = []
        self._in_tables = {index for table in plan.tables.values() for index in table.lines}
        self._tables = 0

    def run(self) -> list[PrintParagraph]:
        for index in self._plan.kept:
            if index in self._plan.tables:
                self._add_table(self._plan.tables[index])
            elif index in self._plan.notes:
                self._add_note(index)
            elif index not in self._in_tables:
                self._add_line(index)
        self._place_notes(None)
        return self._done

    def _add_table(self, table: PrintTable) -> None:
        self._place_notes(None)
        self._done += _cells(table, self._tables)
        self._tables += 1

    def _add_note(self, index: int) -> None:
        part = LinePart(index, self._plan.lines[index].text)
        if self._plan.notes[index] or not self._waiting:
            self._waiting.append(PrintParagraph([part], is_note=True))
        else:
            self._waiting[-1].parts.append(part)

    def _add_line(self, index: int) -> None:
        part = LinePart(index, self._plan.lines[index].text)
        current = self._done[-1] if self._done else None
        if current and not self._begins(current, index):
            current.parts.append(part)
            self._place_notes(current)
            return
        self._place_notes(None)
        item = self._item_level(current, index)
        self._done.append(PrintParagraph([part], self._plan.headings.get(index, 0), item))

    def _place_notes(self, before: PrintParagraph | None) -> None:
        if not self._waiting:
            return
        pages = self._plan.pages
        if before and pages[before.parts[0].index] != pages[self._waiting[0].parts[0].index]:
            return  # it began on an earlier page: the notes wait for its end
        if before:
            for note in self._waiting:
                note.is_moved = True
            self._done[-1:-1] = self._waiting
        else:
            last = self._done[-1] if self._done else None
            for note in self._waiting:
                note.is_moved = bool(last and last.parts[-1].index > note.parts[0].index)
            self._done += self._waiting
        self._waiting.clear()

    def _begins(self, current: PrintParagraph, index: int) -> bool:
        plan = self._plan
        before = current.parts[-1].index
        if current.cell or current.is_note or before in self._alone or index in self._alone:
            return True
        if index in plan.headings or current.level:
            return index in plan.headings or not self._continues_heading(before, index)
        if current.item and LONE_MARK.fullmatch(plan.lines[before].text):
            return False
        words = plan.lines[index].text
        ended = ends_sentence(plan.lines[before].text)
        if self._item_level(current, index) or self._begins_turn(words, ended=ended):
            return True
        if CAPTION.match(words) and (ended or not self._is_full(before)):
            return True
        return not self._goes_on(before, index, ended=ended)

    def _begins_turn(self, words: str, *, ended: bool) -> bool:
        """Tell whether a line begins with a label, which must recur where the line above ends no sentence."""
        label = LABEL.match(words)
        return label is not None and (ended or self._labels[label[0]] >= _RECURS or words[0] in "[(")

    def _goes_on(self, before: int, index: int, *, ended: bool) -> bool:
        plan = self._plan
        if plan.pages[before] != plan.pages[index]:
            return self._runs_on(before, index, ended=ended)
        if plan.lines[index].gap > plan.shape.spacing:
            return not ended and plan.lines[index].text[0].islower() and self._is_full(before)
        if ended and plan.lines[index].gap > self._spacing_beside(index):
            return False
        return not self._had_room(before, index, ended=ended)

    def _spacing_beside(self, index: int) -> int:
        """Return 1 where a double-spaced text has lines directly below each other, such as in a text set in."""
        lines = self._plan.lines
        beside = [
            line.gap for line in (*lines[max(0, index - _BESIDE) : index], *lines[index + 1 : index + 1 + _BESIDE])
        ]
        return 1 if sum(gap == 1 for gap in beside) > _BESIDE else self._plan.shape.spacing

    def _continues_heading(self, before: int, index: int) -> bool:
        line = self._plan.lines[index]
        near = line.gap <= self._plan.shape.spacing and self._plan.pages[before] == self._plan.pages[index]
        return near and line.text[0].islower() and len(self._plan.lines[before].text) > _FULL * self._plan.shape.width

    def _runs_on(self, before: int, index: int, *, ended: bool) -> bool:
        """Tell whether a paragraph that a page breaks off goes on."""
        last, words = self._plan.lines[before], self._plan.lines[index].text
        if last.is_divided or last.text.endswith("-"):
            return True
        if CAPTION.match(words) or not (self._is_full(before) or self._room(before, index) < 0):
            return False
        if self._is_indented:
            return last.text.endswith((":", ";")) or self._plan.lines[index].indent < _INDENT
        # Of lines that end with a sentence, few of those that fill their column to the edge end a paragraph.
        return not ended or (self._room(before, index) < 0 and len(last.text) >= _TO_THE_EDGE * self._widths[before])

    def _is_full(self, index: int) -> bool:
        return len(self._plan.lines[index].text) >= _FULL * self._widths[index]

    def _had_room(self, before: int, index: int, *, ended: bool) -> bool:
        """Tell whether the first word of a line would have fitted on the line before, which so ended on purpose."""
        line, last = self._plan.lines[index], self._plan.lines[before]
        if last.is_divided or line.text[0].islower():
            return False
        if ended and line.indent >= last.indent + _INDENT:
            return True
        part = _ROOM_AFTER_SENTENCE if ended else _ROOM_IN_SENTENCE
        return self._room(before, index) > part * self._widths[before]

    def _room(self, before: int, index: int) -> float:
        """Return how many characters more than the first word of a line the line before it had room for."""
        first = self._plan.lines[index].text.split(None, 1)[0]
        return self._widths[before] - len(self._plan.lines[before].text) - 1 - len(first)

    def _item_level(self, current: PrintParagraph | None, index: int) -> int:
        """Return the level of the list item that a line begins, 0 where it begins none."""
        line = self._plan.lines[index]
        mark = LIST_MARK.match(line.text)
        if not mark or index in self._plan.headings:
            return 0
        if mark["mark"] not in BULLETS and current and not self._may_list(current, index, mark["mark"]):
            return 0
        if not current or not current.item:
            return 1
        first = self._plan.lines[current.parts[0].index]
        deeper = line.indent - first.indent
        return max(1, current.item + (deeper >= _INDENT) - (deeper <= -_INDENT))

    def _may_list(self, current: PrintParagraph, index: int, mark: str) -> bool:
        """Tell whether a dash or number at a line's start is a mark: what stands above has come to an end."""
        above = self._plan.lines[current.parts[-1].index].text
        after = self._plan.lines[index].text[len(mark) :].strip()
        if mark[0].isdigit() and after.casefold().startswith(_MONTHS):
            return False
        if ends_sentence(above) or above.endswith(";") or current.level or current.cell:
            return True
        apart = self._plan.lines[index].gap > self._plan.shape.spacing
        first = self._plan.lines[current.parts[0].index]
        deeper = self._plan.lines[index].indent >= first.indent + _INDENT
        return apart or (current.item > 0 and (deeper or not after[:1].islower()))


def _cells(table: PrintTable, number: int) -> list[PrintParagraph]:
    return [PrintParagraph(list(cell.parts), cell=CellPlace(number, cell.row, cell.column)) for cell in table.cells]


def _column_widths(plan: PrintedPlan) -> dict[int, float]:
    """Return for every kept line how many characters its column has, by the lines beside it."""
    widths = {}
    kept, lines = plan.kept, plan.lines
    for position, index in enumerate(kept):
        beside = kept[max(0, position - _BESIDE) : position + _BESIDE + 1]
        lengths = [len(lines[other].text) for other in beside]
        widest = max(lengths)
        is_column = sum(length >= _EVEN * widest for length in lengths) >= _FEWEST_EVEN
        narrowest = _NARROWEST_COLUMN if is_column else _NARROWEST
        widths[index] = max(narrowest * plan.shape.width, min(widest, plan.shape.width))
    return widths


def _begins_with_indents(plan: PrintedPlan) -> bool:
    """Tell whether paragraphs begin with an indent instead of a gap."""
    indents = gaps = 0
    for before, index in pairwise(plan.kept):
        line = plan.lines[index]
        is_indented = plan.lines[before].indent + _INDENT <= line.indent <= _WIDEST_INDENT
        indents += is_indented and line.gap <= plan.shape.spacing and ends_sentence(plan.lines[before].text)
        gaps += line.gap > plan.shape.spacing and plan.pages[before] == plan.pages[index]
    return indents >= _FEWEST_INDENTS and indents > gaps
