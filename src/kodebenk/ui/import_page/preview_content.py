"""Makes what the preview shows of a file: its text as it will be, with what was changed, or as the file has it.

Removed words are put back where they stood, and the cells of a table row beside each other, so the text shown has
positions of its own; everything here counts code points of it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, StrEnum, auto
from itertools import accumulate, pairwise

from kodebenk.application.import_actions import ImportedDocument, Outcome, Repair, TextRepair
from kodebenk.domain.document import DocumentText, Heading, Page, Span, TableCell, TextStructure, number_lines
from kodebenk.domain.transcript import Turn

CELL_GAP = "\u2002│\u2002"
"""Between the cells of a table row."""

_UNMARKED = frozenset({Repair.LINES, Repair.TABLES, Repair.BLANKS})
"""Steps that alter whole paragraphs, or only the room between words: so many marks would hide the others."""


class PreviewMode(StrEnum):
    """What is shown of a text."""

    FINISHED = "finished"
    CHANGES = "changes"
    ORIGINAL = "original"


class MarkKind(Enum):
    """How a change is marked."""

    ALTERED = auto()
    KEPT = auto()
    REMOVED = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A change `[start, end)` of the text shown; `before` is what the file has there."""

    start: int
    end: int
    kind: MarkKind
    before: str


@dataclass(frozen=True, slots=True)
class ShownDoubt:
    """Doubtful words `[start, end)` of the text shown; `key` is their start in the text that will be added."""

    start: int
    end: int
    key: int


@dataclass(frozen=True)
class PreviewContent:
    """What the preview shows.

    Attributes:
        document: text and structure; speakers have the number of their label in `labels` as id.
        labels: the speakers' labels.
        marks: changes, by start.
        doubts: words of which it is not sure who says them.
        page_marks: running lines that were removed between two pages, by the number of the page below.
        cells: paragraphs that are cells of a table.
    """

    document: DocumentText
    labels: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    doubts: tuple[ShownDoubt, ...] = ()
    page_marks: Mapping[int, str] = field(default_factory=dict)
    cells: tuple[Span, ...] = ()


def show_original(read: ImportedDocument) -> PreviewContent:
    """Return the text as it came out of the file."""
    text = read.original or read.text
    return PreviewContent(DocumentText(0, text, TextStructure(line_starts=number_lines(text))))


def show_first_page(text: str) -> PreviewContent:
    """Return the first page of a file that is still being read."""
    return PreviewContent(DocumentText(0, text, TextStructure()))


def show_text(read: ImportedDocument, *, with_changes: bool) -> PreviewContent:
    """Return the text as it will be, or with marks where the clean-up altered something."""
    removals = [one for one in read.repaired if one.outcome is Outcome.REMOVED and one.before.strip()]
    page_marks, inside = _part_by_page(read, removals) if with_changes else ({}, [])
    gaps = (*_missing_cells(read.cells), *_cell_gaps(read))
    edits = _Edits(read.text, _insertions(read.text, inside), gaps)
    labels = tuple(dict.fromkeys(turn.label for turn in read.turns))
    marks = sorted((*edits.inserted, *_alterations(read.repaired, edits)), key=_start) if with_changes else ()
    return PreviewContent(
        document=DocumentText(0, edits.text, _structure(read, edits, labels)),
        labels=labels,
        marks=tuple(marks),
        doubts=tuple(ShownDoubt(*edits.span(one.start, one.end), one.start) for one in read.doubts),
        page_marks=page_marks,
        cells=_rows(read.cells, edits),
    )


def _start(mark: Mark) -> int:
    return mark.start


def _alterations(repaired: Iterable[TextRepair], edits: _Edits) -> Iterable[Mark]:
    for one in repaired:
        if one.repair in _UNMARKED or one.outcome is Outcome.REMOVED or one.start >= one.end:
            continue
        kind = MarkKind.KEPT if one.outcome is Outcome.KEPT else MarkKind.ALTERED
        yield Mark(*edits.span(one.start, one.end), kind, one.before)


def _part_by_page(read: ImportedDocument, removals: Sequence[TextRepair]) -> tuple[dict[int, str], list[TextRepair]]:
    """Return the running lines between two pages, which stand on the rule, and the removals inside the text."""
    starts = [page.start for page in read.pages]
    on_rule: dict[int, str] = {}
    inside = []
    for one in removals:
        page = _page_beside(read.text, starts, one.start) if one.repair is Repair.RUNNING_LINES else 0
        if page:
            words = " ".join(one.before.split())
            on_rule[page] = f"{on_rule[page]} · {words}" if page in on_rule else words
        else:
            inside.append(one)
    return on_rule, inside


def _page_beside(text: str, starts: Sequence[int], position: int) -> int:
    """Return the number of the page that begins in the same gap between paragraphs, 0 where none does."""
    for page in (bisect_left(starts, position), bisect_right(starts, position) - 1):
        if 0 < page < len(starts):
            low, high = sorted((starts[page], position))
            if not text[low:high].strip() and "\n" in text[max(0, low - 1) : high]:
                return page
    return 0


@dataclass(frozen=True, slots=True)
class _Edit:
    """Replaces `[start, end)` by `words`, of which `[low, high)` were removed by the clean-up."""

    start: int
    end: int
    words: str
    low: int = 0
    high: int = 0


def _insertions(text: str, removals: Sequence[TextRepair]) -> Iterable[_Edit]:
    for one in removals:
        words = " ".join(one.before.split())
        before, after = _surroundings(text, one.start)
        yield _Edit(one.start, one.start, before + words + after, len(before), len(before) + len(words))


def _surroundings(text: str, position: int) -> tuple[str, str]:
    """Return what sets words off that are put back: a line of their own between paragraphs, else blanks."""
    left, right = text[position - 1 : position], text[position : position + 1]
    if left in ("", "\n"):
        return "", "\n"
    if right in ("", "\n"):
        return "\n", ""
    return "" if left.isspace() else " ", "" if right.isspace() else " "


def _cell_gaps(read: ImportedDocument) -> Iterable[_Edit]:
    """Yield what puts the cells of a row beside each other, where each is a single line."""
    for cell, following in pairwise(read.cells):
        if (cell.table, cell.row) == (following.table, following.row) and cell.end <= following.start:
            words = read.text[cell.start : following.end]
            gap = read.text[cell.end : following.start]
            if "\n" in gap and not gap.strip() and words.count("\n") == gap.count("\n"):
                yield _Edit(cell.end, following.start, CELL_GAP * max(1, following.column - cell.column))


def _missing_cells(cells: Sequence[TableCell]) -> Iterable[_Edit]:
    """Yield what stands for empty cells at the beginning of a row, so that the columns keep their places."""
    seen: set[tuple[int, int]] = set()
    for cell in cells:
        if cell.column and (cell.table, cell.row) not in seen:
            yield _Edit(cell.start, cell.start, CELL_GAP.lstrip() * cell.column)
        seen.add((cell.table, cell.row))


class _Edits:
    """The text with insertions and replacements, and where its positions went."""

    def __init__(self, text: str, insertions: Iterable[_Edit], replacements: Iterable[_Edit]) -> None:
        edits = _apart([*insertions, *replacements])
        self._starts = [one.start for one in edits]
        self._ends = [one.end for one in edits]
        grown = [len(one.words) - (one.end - one.start) for one in edits]
        self._shifts = [0, *accumulate(grown)]
        pieces: list[str] = []
        reached = 0
        for one in edits:
            pieces += (text[reached : one.start], one.words)
            reached = one.end
        self.text = "".join((*pieces, text[reached:]))
        self.inserted = [
            Mark(one.start + shift + one.low, one.start + shift + one.high, MarkKind.REMOVED, one.words)
            for one, shift in zip(edits, self._shifts, strict=False)
            if one.low < one.high
        ]

    def start(self, position: int) -> int:
        """Return where what begins at `position` begins now: behind what was put in there."""
        number = bisect_right(self._starts, position)
        if number and position < self._ends[number - 1]:
            position = self._ends[number - 1]
        return position + self._shifts[number]

    def end(self, position: int) -> int:
        """Return where what ends at `position` ends now: before what was put in there."""
        number = bisect_left(self._starts, position)
        if number and position < self._ends[number - 1]:
            return self._starts[number - 1] + self._shifts[number - 1]
        return position + self._shifts[number]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return both ends of a range; an empty one stays empty."""
        low = self.start(start)
        return low, max(low, self.end(end))


def _apart(edits: Sequence[_Edit]) -> list[_Edit]:
    """Return the edits by start without those that begin inside another."""
    apart: list[_Edit] = []
    for one in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return apart


def _structure(read: ImportedDocument, edits: _Edits, labels: Sequence[str]) -> TextStructure:
    numbers = {label: number for number, label in enumerate(labels)}
    lines = read.line_starts or number_lines(read.text)
    return TextStructure(
        paragraphs=tuple(Span(*edits.span(one.start, one.end)) for one in read.paragraphs),
        headings=tuple(Heading(*edits.span(one.start, one.end), one.level) for one in read.headings),
        pages=tuple(Page(*edits.span(one.start, one.end), one.label) for one in read.pages),
        line_starts=tuple(map(edits.start, lines)),
        turns=tuple(
            Turn(edits.start(one.start), edits.start(one.body_start), edits.end(one.end), numbers[one.label], number)
            for number, one in enumerate(read.turns, start=1)
        ),
    )


def _rows(cells: Sequence[TableCell], edits: _Edits) -> tuple[Span, ...]:
    """Return the lines of tables: rows whose cells stand beside each other, and single cells."""
    spans: list[Span] = []
    for cell in cells:
        start, end = edits.span(cell.start, cell.end)
        if spans and start > spans[-1].end and not edits.text[spans[-1].end : start].replace(CELL_GAP, ""):
            spans[-1] = Span(spans[-1].start, end)
        else:
            missing = CELL_GAP.lstrip() * cell.column
            spans.append(Span(start - len(missing) if edits.text.endswith(missing, 0, start) else start, end))
    return tuple(spans)
