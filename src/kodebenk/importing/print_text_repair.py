"""Repairs text files that were made from print, such as a PDF saved as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from kodebenk.domain.document import Heading, ListItem, Page, Span, TableCell
from kodebenk.importing.hyphenation import words_in
from kodebenk.importing.imported_document import Outcome, Repair, TextRepair
from kodebenk.importing.print_text_headings import find_contents, find_numbered_headings
from kodebenk.importing.print_text_lines import PrintLine, PrintShape
from kodebenk.importing.print_text_notes import find_notes
from kodebenk.importing.print_text_pages import PrintedPages, find_pages
from kodebenk.importing.print_text_paragraphs import PrintedPlan, PrintParagraph, gather_paragraphs, keep_lines
from kodebenk.importing.print_text_tables import find_tables
from kodebenk.importing.print_text_writing import Writing

PRINT_TEXT_REPAIRS = frozenset(Repair) - {Repair.TIMES}
"""The steps that a text made from print can need."""


@dataclass(frozen=True, slots=True)
class RepairedText:
    """A repaired text and everything that was found in it.

    Attributes:
        line_starts: an entry for every line of the file, so that lines are numbered as in the file. A line that left
            the text has the place of the next one that stayed.
        titles: paragraphs that may be headings without a number: one printed line, no cell and no list item.
    """

    text: str
    paragraphs: tuple[Span, ...]
    headings: tuple[Heading, ...]
    pages: tuple[Page, ...]
    line_starts: tuple[int, ...]
    cells: tuple[TableCell, ...]
    items: tuple[ListItem, ...]
    titles: frozenset[Span]
    repaired: tuple[TextRepair, ...]


def repair_print_text(
    lines: Sequence[PrintLine], shape: PrintShape, form_feeds: Sequence[int], line_count: int, repairs: Set[Repair]
) -> RepairedText:
    """Return the repaired text.

    Args:
        lines: the lines of the file that have words; at least one.
        shape: how they were printed.
        form_feeds: where pages begin in the text of the file, where form feeds say so.
        line_count: how many lines the file has, empty ones among them.
        repairs: the steps that are on.
    """
    pages = find_pages(lines, form_feeds, shape)
    plan = _plan(lines, shape, pages, repairs)
    has_lines = Repair.LINES in repairs
    composing = _Composing(plan, Writing(repairs, lines, words_in(line.text for line in lines)), is_joined=has_lines)
    for paragraph in (gather_paragraphs if has_lines else keep_lines)(plan):
        composing.add(paragraph)
    return composing.finish(pages, line_count)


def _plan(lines: Sequence[PrintLine], shape: PrintShape, pages: PrintedPages, repairs: Set[Repair]) -> PrintedPlan:
    drops = Repair.RUNNING_LINES in repairs
    kept = [index for index in range(len(lines)) if not (drops and index in pages.running)]
    page_of = {index: pages.page_of(index) for index in kept}
    fresh = frozenset(after for before, after in pairwise(kept) if page_of[before] != page_of[after])
    notes = find_notes(lines, _by_page(kept, page_of) if Repair.FOOTNOTES in repairs else (), shape)
    kept = [index for index in kept if index not in notes.rules]
    body = [index for index in kept if index not in notes.lines]
    tables = find_tables(lines, body, shape, fresh) if Repair.TABLES in repairs else []
    contents = find_contents(lines)
    in_tables = frozenset(index for table in tables for index in table.lines)
    headings = find_numbered_headings(
        lines, shape, fresh=fresh, excluded=in_tables | contents | pages.running | frozenset(notes.lines)
    )
    return PrintedPlan(
        lines=lines,
        shape=shape,
        kept=kept,
        pages=page_of,
        headings=headings,
        contents=contents,
        running=frozenset() if drops else pages.running,
        notes=notes.lines,
        tables={table.lines[0]: table for table in tables},
    )


def _by_page(kept: Sequence[int], page_of: Mapping[int, int]) -> list[list[int]]:
    """Return the kept lines of every page, for a text with several."""
    pages: dict[int, list[int]] = {}
    for index in kept:
        pages.setdefault(page_of[index], []).append(index)
    return list(pages.values()) if len(pages) > 1 else []


class _Composing:
    """Puts paragraphs into one text, with a line break between two, or as many as in the file where lines stay."""

    def __init__(self, plan: PrintedPlan, writing: Writing, *, is_joined: bool) -> None:
        self._plan = plan
        self._writing = writing
        self._is_joined = is_joined
        self._pieces: list[str] = []
        self._length = 0
        self._last_line = -1
        self._line_at: dict[int, int] = {}
        self._page_at: dict[int, int] = {}
        self._paragraphs: list[Span] = []
        self._headings: list[Heading] = []
        self._items: list[ListItem] = []
        self._cells: list[TableCell] = []
        self._titles: set[Span] = set()
        self._repaired: list[TextRepair] = []

    def add(self, paragraph: PrintParagraph) -> None:
        """Write a paragraph behind the others."""
        if self._pieces:
            self._write("\n" * self._breaks_before(paragraph))
        start = self._length
        written = self._writing.write(paragraph.parts)
        self._write(written.text)
        span = Span(start, self._length)
        self._paragraphs.append(span)
        self._place(paragraph, [start + offset for offset in written.offsets])
        self._repaired += (replace(one, start=start + one.start, end=start + one.end) for one in written.repaired)
        if paragraph.level:
            self._headings.append(Heading(span.start, span.end, paragraph.level))
        elif paragraph.item:
            self._items.append(ListItem(span.start, span.end, paragraph.item))
        elif paragraph.cell:
            self._cells.append(paragraph.cell.at(span.start, span.end))
        elif len(paragraph.parts) == 1 and not paragraph.is_note:
            self._titles.add(span)
        self._record(paragraph, span)

    def finish(self, pages: PrintedPages, line_count: int) -> RepairedText:
        """Return the text."""
        text = "".join(self._pieces)
        line_starts = _fill(self._line_at, line_count, len(text))
        repaired = [*self._repaired, *self._removed(pages, line_starts), *self._laid_out()]
        return RepairedText(
            text=text,
            paragraphs=tuple(self._paragraphs),
            headings=tuple(self._headings),
            pages=_pages(pages, self._page_at, len(text)),
            line_starts=line_starts,
            cells=tuple(self._cells),
            items=tuple(self._items),
            titles=frozenset(self._titles),
            repaired=tuple(sorted(repaired, key=lambda one: (one.start, one.end))),
        )

    def _write(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _breaks_before(self, paragraph: PrintParagraph) -> int:
        if self._is_joined:
            return 1
        return max(1, self._plan.lines[paragraph.parts[0].index].number - self._last_line)

    def _place(self, paragraph: PrintParagraph, starts: Sequence[int]) -> None:
        for part, start in zip(paragraph.parts, starts, strict=True):
            number = self._plan.lines[part.index].number
            self._last_line = max(self._last_line, number)
            if not paragraph.is_moved:  # its number would stand before those of the lines that it passed
                self._line_at.setdefault(number, start)
                self._page_at.setdefault(self._plan.pages[part.index], start)

    def _record(self, paragraph: PrintParagraph, span: Span) -> None:
        before = "\n".join(self._plan.lines[part.index].text for part in paragraph.parts)
        if paragraph.is_moved:
            self._repaired.append(TextRepair(Repair.FOOTNOTES, Outcome.MOVED, span.start, span.end, before))
        if self._is_joined and len(paragraph.parts) > 1 and not paragraph.cell:
            self._repaired.append(TextRepair(Repair.LINES, Outcome.JOINED, span.start, span.end, before))

    def _removed(self, pages: PrintedPages, line_starts: Sequence[int]) -> Iterator[TextRepair]:
        for index in sorted(set(range(len(self._plan.lines))) - set(self._plan.kept)):
            line = self._plan.lines[index]
            at = line_starts[line.number]
            repair = Repair.RUNNING_LINES if index in pages.running else Repair.FOOTNOTES
            yield TextRepair(repair, Outcome.REMOVED, at, at, line.text)

    def _laid_out(self) -> Iterator[TextRepair]:
        tables = (table for _, table in sorted(self._plan.tables.items()))
        cells = groupby(self._cells, key=lambda cell: cell.table)
        for table, (_, group) in zip(tables, cells, strict=True):
            spans = list(group)
            before = "\n".join(self._plan.lines[index].raw.rstrip() for index in table.lines)
            yield TextRepair(Repair.TABLES, Outcome.REPLACED, spans[0].start, spans[-1].end, before)


def _fill(known: Mapping[int, int], count: int, end: int) -> tuple[int, ...]:
    """Return a place for each of `count`: its own, but never behind that of the next."""
    places = []
    for number in range(count - 1, -1, -1):
        end = min(end, known.get(number, end))
        places.append(end)
    return tuple(reversed(places))


def _pages(pages: PrintedPages, page_at: Mapping[int, int], end: int) -> tuple[Page, ...]:
    if not pages.starts:
        return ()
    starts = (0, *_fill(page_at, len(pages.starts), end)[1:])
    return tuple(
        Page(start, after, label) for (start, after), label in zip(pairwise((*starts, end)), pages.labels, strict=True)
    )
