"""Puts the printed lines of a PDF together again: paragraphs, headings, items, notes and the cells of tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from kodebenk.importing.pdf_headings import DEEPEST, heading_levels, numbered_level
from kodebenk.importing.pdf_lists import ListMark, find_mark, is_label, levels_of
from kodebenk.importing.pdf_notes import begins_note, find_foot_notes
from kodebenk.importing.pdf_typography import SAME_SIZE, PlacedLine, Typography, is_same_size
from kodebenk.importing.placed_table import Element, PlacedTable, join_tables

_SENTENCE_END = re.compile(r"(?:[.?!:…][»”\"')\]]*|[^\W\d_][»”\"')\]]*[.?!]\d{1,3})$")
_ABBREVIATION = re.compile(
    r"\b(?:bl\.\s?a|jf|jfr|nr|ca|kl|f\.\s?eks|dvs|pkt|kap|mill|mrd|st\.\s?meld)\.$", re.IGNORECASE
)
_LEADER_END = re.compile(r"(?:[.…]{4,}|(?:\. ){3,})\s*\d*$")
_FARTHER = 0.3
"""Type sizes by which lines stand farther apart than usual where they are different paragraphs."""

_LONGEST_HEADING = 300
_TAIL = 40
"""Characters at the end of a line that tell whether it ends a sentence."""

_HANGING = 8
"""Lines of a paragraph, at most, that tell whether it hangs."""

_WORD_START = 10
"""Characters of a long word that stand before its first hyphen, where words are divided."""

_FLUSH = 2.0
"""Points from its column's edge within which a line fills it."""

HEAD = "head"
FOOT = "foot"
TABLE = "table"
_ALONE = frozenset({HEAD, FOOT, TABLE})
"""Columns of running lines and lines of tables that stay as they are: each is a paragraph of its own."""


@dataclass(slots=True)
class PrintedParagraph:
    """Lines that belong together.

    Attributes:
        level: that of a heading, 0 for body text.
        item_level: that of a list item, or 0.
        cell: table, row and column of a table's cell.
        was_moved: whether it was taken out of the middle of a paragraph.
        removed: what was left out before it, see `PlacedCell`.
    """

    lines: list[PlacedLine] = field(default_factory=list)
    level: int = 0
    item_level: int = 0
    is_note: bool = False
    cell: tuple[int, int, int] | None = None
    was_moved: bool = False
    removed: str = ""

    @property
    def mark(self) -> ListMark | None:
        """The list mark that it begins with."""
        return find_mark(self.lines[0].text)


def gather_paragraphs(
    elements: Sequence[Element], typography: Typography, *, moves_notes: bool = True
) -> list[PrintedParagraph]:
    """Return the paragraphs in reading order, one that runs over a page break as one.

    Notes at the foot of a page, and tables there, stand before the paragraph that runs over its end, so that sentence
    and page both stay whole. With `moves_notes` off the notes stay where they are printed.
    """
    lines = [element for element in elements if isinstance(element, PlacedLine)]
    levels = dict(zip(map(id, lines), heading_levels(lines, typography), strict=True))
    notes = {id(lines[position]) for position in find_foot_notes(lines, typography.body_size)}
    paragraphs: list[PrintedParagraph] = []
    waiting: list[PrintedParagraph] = []
    tables = 0
    for element in join_tables(elements, notes if moves_notes else frozenset()):
        if isinstance(element, PlacedTable):
            waiting.extend(_cell_paragraphs(element, tables))
            tables += 1
        elif id(element) in notes and moves_notes:
            _add_note(waiting, element)
        else:
            _add_line(paragraphs, waiting, element, levels[id(element)], typography)
    paragraphs.extend(waiting)
    _tell_headings(paragraphs)
    _tell_items(paragraphs)
    return paragraphs


def _cell_paragraphs(table: PlacedTable, number: int) -> Iterator[PrintedParagraph]:
    for cell in table.cells:
        place = (number, cell.row, cell.column)
        lines: list[PlacedLine] = []
        removed = cell.removed
        distances = [before.line.y0 - after.line.y0 for before, after in pairwise(cell.lines)]
        usual = min((distance for distance in distances if distance > 0), default=0.0)
        for placed in cell.lines:
            distance = lines[-1].line.y0 - placed.line.y0 if lines else 0.0
            is_apart = distance > max(usual + _FARTHER * placed.line.size, 1.6 * placed.line.size)
            if lines and (is_apart or find_mark(placed.text)):
                yield PrintedParagraph(lines, cell=place, removed=removed)
                lines, removed = [], ""
            lines.append(placed)
        yield PrintedParagraph(lines, cell=place, removed=removed)


def _add_note(waiting: list[PrintedParagraph], placed: PlacedLine) -> None:
    last = waiting[-1] if waiting else None
    is_next = last is not None and last.is_note and last.lines[-1].page == placed.page
    if last and is_next and not begins_note(placed.text, last.lines[0].text):
        last.lines.append(placed)
    else:
        waiting.append(PrintedParagraph([placed], is_note=True))


def _add_line(
    paragraphs: list[PrintedParagraph],
    waiting: list[PrintedParagraph],
    placed: PlacedLine,
    level: int,
    typography: Typography,
) -> None:
    """Let a line go on with the last paragraph or begin one, and put down what waited for that."""
    current = paragraphs[-1] if paragraphs and paragraphs[-1].cell is None else None
    has_table = any(paragraph.cell for paragraph in waiting)
    if current and not _begins_paragraph(current, placed, level, typography, is_apart=has_table):
        current.lines.append(placed)
        _put_before(paragraphs, waiting)
        return
    paragraphs.extend(waiting)
    waiting.clear()
    paragraphs.append(PrintedParagraph([placed], level))


def _put_before(paragraphs: list[PrintedParagraph], waiting: list[PrintedParagraph]) -> None:
    """Put before the last paragraph what stands on the page where it begins; the rest waits for its end."""
    page = paragraphs[-1].lines[0].page
    for paragraph in waiting:
        paragraph.was_moved = True
    paragraphs[-1:-1] = [paragraph for paragraph in waiting if paragraph.lines[0].page <= page]
    waiting[:] = [paragraph for paragraph in waiting if paragraph.lines[0].page > page]


def _begins_paragraph(
    current: PrintedParagraph, placed: PlacedLine, level: int, typography: Typography, *, is_apart: bool
) -> bool:
    """Tell whether a line begins a paragraph; `is_apart` where a table stands between it and the line before."""
    before = current.lines[-1]
    if level or current.level:
        return not _continues_heading(current, placed, level, typography)
    if _stands_alone(current, placed, typography):
        return True
    if is_apart:
        return not _is_unfinished(before, placed) or _ends_sentence(before)
    if _is_below(before, placed):
        distance = before.line.y0 - placed.line.y0
        return distance > _pitch(current, placed, typography) + _FARTHER * placed.line.size or _is_new_line(
            current, placed, typography
        )
    return _begins_after_break(current, placed, typography)


def _stands_alone(current: PrintedParagraph, placed: PlacedLine, typography: Typography) -> bool:
    """Tell whether a line begins a paragraph by what it is, wherever it stands."""
    before = current.lines[-1]
    mark = find_mark(placed.text)
    return (
        (mark is not None and _begins_item(current, placed, mark, typography))
        or (is_label(placed.text) and _ends_sentence(before))
        or not is_same_size(placed.line.size, before.line.size)
        or _LEADER_END.search(before.text[-_TAIL:]) is not None
        or not _ALONE.isdisjoint((placed.column, before.column))
    )


def _is_below(before: PlacedLine, placed: PlacedLine) -> bool:
    if before.page != placed.page or placed.line.y0 >= before.line.y0:
        return False
    return before.column == placed.column or (placed.line.x0 < before.line.x1 and before.line.x0 < placed.line.x1)


def _pitch(current: PrintedParagraph, placed: PlacedLine, typography: Typography) -> float:
    """Return the distance of lines in a paragraph of three lines or more, else what is usual."""
    usual = typography.pitch_of(placed.line.size)
    last = current.lines[-3:]
    distances = [before.line.y0 - after.line.y0 for before, after in pairwise(last) if _is_below(before, after)]
    return min(usual, max(distances)) if len(distances) == 2 else usual


def _begins_item(current: PrintedParagraph, placed: PlacedLine, mark: ListMark, typography: Typography) -> bool:
    """Tell whether a mark is one: a line that is merely broken there may begin with a dash or `12.` too."""
    before = current.lines[-1]
    if mark.is_sure or before.text.endswith(":"):
        return True
    first = current.lines[0]
    is_level = placed.column != first.column or abs(placed.line.x0 - first.line.x0) < 0.5 * placed.line.size
    if current.mark and mark.follows(current.mark) and is_level:
        return True
    if not _ends_sentence(before):
        return False
    starts_list = mark.number == 1 if mark.kind.startswith("number") else typography.is_indented(placed)
    return starts_list or _text_start(placed, mark) is not None


def _text_start(placed: PlacedLine, mark: ListMark) -> float | None:
    """Return where the words after a mark begin, in points, where a wide gap parts them from it."""
    for index, _, start in placed.line.gaps:
        if index <= mark.length + 2:
            return start
    return None


def _ends_sentence(placed: PlacedLine) -> bool:
    return bool(_SENTENCE_END.search(placed.text[-_TAIL:])) and not _ABBREVIATION.search(placed.text[-_TAIL:])


def _is_unfinished(before: PlacedLine, placed: PlacedLine) -> bool:
    """Tell whether a line at the end of a page or column must go on."""
    return before.is_divided or before.text.endswith(("-", ",")) or placed.text[:1].islower()


def _begins_after_break(current: PrintedParagraph, placed: PlacedLine, typography: Typography) -> bool:
    """Tell whether a line at the top of a page or column begins a paragraph."""
    before = current.lines[-1]
    if _is_unfinished(before, placed):
        return False
    if _is_outdented(current, placed):
        return True
    if not _ends_sentence(before):
        return _has_room(before, placed, typography)
    if not typography.knows_edges(before):
        return True
    if typography.indents_paragraphs and not current.mark:
        return typography.is_indented(placed)
    room = typography.edges_of(before)[1] - before.line.x1
    return room > _FLUSH if typography.is_justified else _has_room(before, placed, typography)


def _is_new_line(current: PrintedParagraph, placed: PlacedLine, typography: Typography) -> bool:
    """Tell by the edges: the line is indented, or its first word would have fitted on the line before."""
    before = current.lines[-1]
    size = placed.line.size
    ends = _ends_sentence(before)
    has_room = _has_room(before, placed, typography)
    is_deeper = typography.is_indented(placed) and placed.line.x0 > before.line.x0 + 0.5 * size
    if is_deeper and not current.mark and (ends or has_room):
        return True
    if ends and _is_outdented(current, placed):
        return True
    room = typography.edges_of(before)[1] - before.line.x1
    if placed.text[:1].islower():
        return False
    return has_room or (typography.is_justified and room > _FLUSH and ends)


def _is_outdented(current: PrintedParagraph, placed: PlacedLine) -> bool:
    """Tell whether a line stands to the left of where the words of an item or a hanging paragraph stand."""
    first = current.lines[0]
    start = _text_start(first, current.mark) if current.mark else None
    hanging = [
        other.line.x0
        for other in current.lines[1:_HANGING]
        if other.page == first.page and other.column == first.column
    ]
    if start is None and hanging:
        start = min(hanging)
    is_comparable = placed.column == first.column
    margin = 0.5 * placed.line.size
    return is_comparable and start is not None and start > first.line.x0 + margin and placed.line.x0 < start - margin


def _has_room(before: PlacedLine, placed: PlacedLine, typography: Typography) -> bool:
    """Tell whether the first word of a line would surely have fitted on the line before."""
    first = len(placed.text.split(" ", 1)[0])
    needed = min(first, _WORD_START) if typography.divides_words else first
    width = (placed.line.x1 - placed.line.x0) / max(1, len(placed.text)) * (needed + 1)
    return typography.edges_of(before)[1] - before.line.x1 > 1.2 * width + 0.3 * placed.line.size


def _continues_heading(current: PrintedParagraph, placed: PlacedLine, level: int, typography: Typography) -> bool:
    before = current.lines[-1]
    distance = before.line.y0 - placed.line.y0
    near = _is_below(before, placed) and 0 < distance < 1.8 * max(before.line.size, typography.pitch / 1.2)
    same_size = abs(before.line.size - placed.line.size) <= SAME_SIZE * before.line.size
    return bool(level) and level == current.level and near and same_size and not re.match(r"\d", placed.text)


def _tell_headings(paragraphs: Sequence[PrintedParagraph]) -> None:
    """Set the level of short lines with a number such as 2.1, and take it from what is too long for a heading."""
    for paragraph in paragraphs:
        text = paragraph.lines[0].text
        if sum(len(placed.text) for placed in paragraph.lines) > _LONGEST_HEADING:
            paragraph.level = 0
        elif not (paragraph.level or paragraph.is_note or paragraph.cell) and len(paragraph.lines) == 1:
            paragraph.level = min(DEEPEST, 0 if text[-1].isdigit() else numbered_level(text))


def _tell_items(paragraphs: Sequence[PrintedParagraph]) -> None:
    """Set the level of paragraphs that are items of a list."""
    marks = [None if one.level or one.is_note or one.cell else one.mark for one in paragraphs]
    run: list[PrintedParagraph] = []
    for index, (paragraph, mark) in enumerate(zip(paragraphs, marks, strict=True)):
        beside = [other for other in (*marks[max(0, index - 1) : index], *marks[index + 1 : index + 2]) if other]
        if run and (not mark or run[-1].lines[0].column != paragraph.lines[0].column):
            _set_levels(run)
            run = []
        if mark and _is_item(paragraph, mark, beside):
            run.append(paragraph)
    _set_levels(run)


def _set_levels(run: Sequence[PrintedParagraph]) -> None:
    levels = levels_of([paragraph.lines[0].line.x0 for paragraph in run], step=5.0)
    for paragraph, level in zip(run, levels, strict=True):
        paragraph.item_level = level


def _is_item(paragraph: PrintedParagraph, mark: ListMark, beside: Sequence[ListMark]) -> bool:
    first = paragraph.lines[0]
    if mark.is_sure or _text_start(first, mark) is not None:
        return True
    if mark.kind.startswith("dash"):
        hangs = any(other.line.x0 > first.line.x0 + 3 for other in paragraph.lines[1:])
        return hangs or any(other.is_sure or other.kind == mark.kind for other in beside)
    return any(mark.follows(other) or other.follows(mark) for other in beside)
