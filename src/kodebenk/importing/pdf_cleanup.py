"""Puts the printed lines of a PDF together again: paragraphs, words that were divided, headings, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from kodebenk.importing.pdf_pages import PdfLine, PdfPage
from kodebenk.importing.text_cleaning import clean_text, is_nfc_at_seam

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_BROKEN_LETTERS = str.maketrans(_LIGATURES)
_BLANKS = re.compile(r"[^\S\n]+")
_SOFT_HYPHEN = "\u00ad"
_HYPHEN_END = re.compile(r"(?P<word>[^\s\-]+)(?P<gap> ?)[-\u2010]$")
_KEPT_BEFORE = frozenset({"og", "eller", "samt", "til", "and", "or", "och", "men"})
_FIRST_WORD = re.compile(r"[\w-]+")
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIST_MARK = re.compile(r"(?:[-–—•▪●◦*]|\d{1,2}[.)]|[a-zæøå]\))\s+\S", re.IGNORECASE)
_LABEL = re.compile(r"[A-ZÆØÅ][^:.?!]{0,39}:(?:\s|$)")
_SENTENCE_END = re.compile(r"[.?!:…][»”\"')\]]*$")
_LONGEST_BOLD_HEADING = 120
_HEADING_RATIO = 1.15
_NOTE_RATIO = 0.92
_NOTE_MARK = re.compile(r"(?:\d{1,3}|\*+)\s*\S")
_SAME_SIZE = 0.1
_FEWEST_LINES = 4
_WIDEST_INDENT = 45.0
_FLUSH = 1.5
_JUSTIFIED_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its page (from 0); `is_divided` where a soft hyphen at its end was taken off."""

    page: int
    line: PdfLine
    text: str
    is_divided: bool = False


@dataclass(slots=True)
class PrintedParagraph:
    """Lines that belong together; `level` is 0 for body text."""

    lines: list[PlacedLine] = field(default_factory=list)
    level: int = 0
    is_note: bool = False


class Typography:
    """What is usual in a document, in points: size of the body text, distance of its lines, edges of its columns."""

    def __init__(self, pages: Sequence[PdfPage], lines: Sequence[PlacedLine]) -> None:
        self.body_size = body_size(pages)
        body = [placed for placed in lines if abs(placed.line.size - self.body_size) <= _SAME_SIZE * self.body_size]
        self.pitch = _pitch(body, self.body_size)
        self._on_page: dict[int, list[PdfLine]] = {}
        for placed in body:
            self._on_page.setdefault(placed.page, []).append(placed.line)
        self._body = [placed.line for placed in body]
        self._anywhere: dict[int, tuple[float, float]] = {}
        flush = sum(placed.line.x1 > self.edges_of(placed)[1] - _FLUSH for placed in body)
        self.is_justified = len(body) > _FEWEST_LINES and flush > _JUSTIFIED_SHARE * len(body)

    def edges_of(self, placed: PlacedLine) -> tuple[float, float]:
        """Return the left and right edge of the column that the line stands in.

        A column is what begins at about the same place on the page, or in the document where the page has few lines.
        """
        beside = self._beside(self._on_page.get(placed.page, []), placed.line.x0)
        if len(beside) >= _FEWEST_LINES:
            return _edges(beside)
        place = round(placed.line.x0)
        if place not in self._anywhere:
            self._anywhere[place] = _edges([*self._beside(self._body, place), placed.line])
        return self._anywhere[place]

    def _beside(self, lines: Iterable[PdfLine], x0: float) -> list[PdfLine]:
        return [line for line in lines if abs(line.x0 - x0) < _WIDEST_INDENT]


def clean_line(raw: str) -> tuple[str, bool]:
    """Return a printed line without ligatures, doubled rings and runs of blanks, and whether a soft hyphen ended it."""
    divided = raw.rstrip().endswith(_SOFT_HYPHEN)
    text = clean_text(raw.translate(_BROKEN_LETTERS)).replace("\u00e5\u030a", "å").replace("\u00c5\u030a", "Å")
    return _BLANKS.sub(" ", text.replace("\n", " ")).strip(), divided


def body_size(pages: Sequence[PdfPage]) -> float:
    """Return the type size of most characters, in points; 10 for a document without any."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes.items(), key=lambda item: item[1], default=(10.0, 0))[0] or 10.0


def gather_paragraphs(lines: Sequence[PlacedLine], typography: Typography) -> list[PrintedParagraph]:
    """Return the paragraphs in reading order, one that runs over a page break as one.

    Notes at the foot of a page stand before the paragraph that runs over its end, so that sentence and page both stay
    whole.
    """
    levels = _heading_levels(lines, typography)
    notes = _foot_notes(lines, typography)
    paragraphs: list[PrintedParagraph] = []
    waiting: list[PrintedParagraph] = []
    for position, placed in enumerate(lines):
        if position in notes:
            _add_note(waiting, placed)
            continue
        level = levels[position]
        current = paragraphs[-1] if paragraphs else None
        if current and not _begins_paragraph(current, placed, level, typography):
            current.lines.append(placed)
            _place_notes(paragraphs, waiting, before=current)
            continue
        _place_notes(paragraphs, waiting, before=None)
        paragraphs.append(PrintedParagraph([placed], level))
    _place_notes(paragraphs, waiting, before=None)
    return paragraphs


def words_of(lines: Iterable[PlacedLine]) -> frozenset[str]:
    """Return the words that stand inside lines, folded; they tell whether a divided word has a real hyphen."""
    found: set[str] = set()
    for placed in lines:
        found.update(word.casefold() for word in _WORDS.findall(placed.text)[1:-1])
    return frozenset(found)


def join_lines(before: PlacedLine, after: str, vocabulary: frozenset[str]) -> tuple[int, str]:
    """Return how many characters to take off the end of a line and what to put between it and the next.

    A hyphen at the line's end goes where it divides a word (`styrings-/modell`, also `om -/fanget`). It stays, with a
    blank, before og, eller, samt, til; it stays after capitals and digits, before capitals, and where the word has it
    elsewhere.
    """
    text = before.text
    if before.is_divided:
        return 0, ""
    found = _HYPHEN_END.search(text)
    if not found or not after[:1].isalnum():
        return 0, "" if text.endswith("/") and after[:1].isalpha() and is_nfc_at_seam(text, after) else " "
    first = _FIRST_WORD.match(after)
    follower = first[0] if first else ""
    if follower.casefold() in _KEPT_BEFORE:
        return 0, " "
    if not found["word"][-1].isalpha() or not follower[:1].islower():
        return 0, " " if found["gap"] else ""
    if found["word"][-1].isupper() and not found["gap"]:
        return 0, ""
    return _divided(found, follower, vocabulary)


def _divided(found: re.Match[str], follower: str, vocabulary: frozenset[str]) -> tuple[int, str]:
    head = _WORDS.findall(found["word"])[-1].casefold()
    tail = follower.casefold()
    is_dash = found["gap"] and head in vocabulary and tail in vocabulary and head + tail not in vocabulary
    if is_dash:
        return 0, " "
    if f"{head}-{tail}" in vocabulary and head + tail not in vocabulary and not found["gap"]:
        return 0, ""
    return len(found["gap"]) + 1, ""


def _begins_paragraph(current: PrintedParagraph, placed: PlacedLine, level: int, typography: Typography) -> bool:
    before = current.lines[-1]
    if level or current.level:
        return not _continues_heading(current, placed, level, typography)
    if _LIST_MARK.match(placed.text) or (_LABEL.match(placed.text) and _SENTENCE_END.search(before.text)):
        return True
    if abs(placed.line.size - before.line.size) > _SAME_SIZE * before.line.size:
        return True
    distance = before.line.y0 - placed.line.y0
    if before.page == placed.page and distance > 0:
        return distance > 1.35 * typography.pitch or _is_new_line(before, placed, typography)
    if _is_unfinished(before, placed):
        return False
    return bool(_SENTENCE_END.search(before.text)) or _is_new_line(before, placed, typography)


def _is_unfinished(before: PlacedLine, placed: PlacedLine) -> bool:
    """Tell whether a line at the end of a page or column must go on."""
    return before.is_divided or before.text.endswith(("-", ",")) or placed.text[:1].islower()


def _is_new_line(before: PlacedLine, placed: PlacedLine, typography: Typography) -> bool:
    """Tell by the edges: the line is indented, or its first word would have fitted on the line before."""
    left, _ = typography.edges_of(placed)
    size = placed.line.size
    is_hanging = placed.line.x0 <= before.line.x0 + 0.5 * size
    if placed.line.x0 > left + 0.7 * size and not is_hanging:
        return True
    room = typography.edges_of(before)[1] - before.line.x1
    if typography.is_justified and room > 0.5 * size and _SENTENCE_END.search(before.text):
        return True
    first = placed.text.split(" ", 1)[0]
    width = (placed.line.x1 - placed.line.x0) / max(1, len(placed.text)) * (len(first) + 1)
    return room > 1.3 * width + size and not placed.text[:1].islower()


def _continues_heading(current: PrintedParagraph, placed: PlacedLine, level: int, typography: Typography) -> bool:
    before = current.lines[-1]
    distance = before.line.y0 - placed.line.y0
    near = before.page == placed.page and 0 < distance < 1.8 * max(before.line.size, typography.pitch / 1.2)
    same_size = abs(before.line.size - placed.line.size) <= _SAME_SIZE * before.line.size
    return bool(level) and level == current.level and near and same_size


def _heading_levels(lines: Sequence[PlacedLine], typography: Typography) -> list[int]:
    """Return a level for every line, 0 for body text: larger type first, then bold lines of the body's size."""
    large = sorted({_rounded(p) for p in lines if p.line.size >= _HEADING_RATIO * typography.body_size}, reverse=True)
    ranks = {size: min(number, 6) for number, size in enumerate(large, start=1)}
    bold_share = sum(placed.line.is_bold for placed in lines) / max(1, len(lines))
    levels = []
    for placed in lines:
        level = ranks.get(_rounded(placed), 0) if any(map(str.isalpha, placed.text)) else 0
        is_body_size = abs(placed.line.size - typography.body_size) <= _SAME_SIZE * typography.body_size
        if not level and placed.line.is_bold and is_body_size and bold_share < 0.3 and _can_head(placed.text):
            level = min(len(large) + 1, 6)
        levels.append(level)
    return levels


def _can_head(text: str) -> bool:
    return len(text) <= _LONGEST_BOLD_HEADING and not text.endswith((".", ",", ";", ":"))


def _foot_notes(lines: Sequence[PlacedLine], typography: Typography) -> frozenset[int]:
    """Return the lines in small type at the foot of each page, where the first begins with a note's mark."""
    found: set[int] = set()
    by_page: dict[int, list[int]] = {}
    for position, placed in enumerate(lines):
        by_page.setdefault(placed.page, []).append(position)
    for on_page in by_page.values():
        on_page.sort(key=lambda position: lines[position].line.y0)
        small = []
        for position in on_page:
            if lines[position].line.size > _NOTE_RATIO * typography.body_size:
                break
            small.append(position)
        if small and len(small) < len(on_page) and _NOTE_MARK.match(lines[small[-1]].text):
            found.update(small)
    return frozenset(found)


def _add_note(waiting: list[PrintedParagraph], placed: PlacedLine) -> None:
    if waiting and not _NOTE_MARK.match(placed.text) and waiting[-1].lines[-1].page == placed.page:
        waiting[-1].lines.append(placed)
    else:
        waiting.append(PrintedParagraph([placed], is_note=True))


def _place_notes(
    paragraphs: list[PrintedParagraph], waiting: list[PrintedParagraph], *, before: PrintedParagraph | None
) -> None:
    if not waiting:
        return
    if before and before.lines[0].page == waiting[0].lines[0].page:
        paragraphs[-1:-1] = waiting
    elif before:
        return  # it began on an earlier page: the notes wait for its end
    else:
        paragraphs.extend(waiting)
    waiting.clear()


def _pitch(body: Sequence[PlacedLine], size: float) -> float:
    distances = [
        before.line.y0 - after.line.y0
        for before, after in pairwise(body)
        if before.page == after.page and 0.5 * size < before.line.y0 - after.line.y0 < 4 * size
    ]
    return median(distances) if distances else 1.2 * size


def _edges(lines: Sequence[PdfLine]) -> tuple[float, float]:
    return median(line.x0 for line in lines), max(line.x1 for line in lines)


def _rounded(placed: PlacedLine) -> float:
    return round(placed.line.size * 2) / 2
