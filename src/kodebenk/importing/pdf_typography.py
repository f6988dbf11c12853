"""What is usual in a PDF: size of its type, distance of its lines, edges of its columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from kodebenk.importing.pdf_line_repair import LineRepair
from kodebenk.importing.pdf_pages import PdfLine, PdfPage

SAME_SIZE = 0.1
"""Share by which the sizes of type that is the same may differ."""

_FEWEST_LINES = 4
_WIDEST_INDENT = 45.0
_LONGEST_SHARE = 0.98
"""Share of the lines that stay within their column; few may be longer by mistake."""

_FLUSH = 1.5
_JUSTIFIED_SHARE = 0.4
_INDENTED_SHARE = 0.5
_DIVIDED_SHARE = 0.05


_Extent = tuple[float, float]
"""Where a line begins and ends, in points."""


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its page (from 0).

    Attributes:
        text: in stored form, repaired.
        is_divided: whether a soft hyphen at its end was taken off.
        column: where it stands on the page, see `Stretch`.
        repairs: what was repaired in it.
    """

    page: int
    line: PdfLine
    text: str
    is_divided: bool = False
    column: str = ""
    repairs: tuple[LineRepair, ...] = ()


class Typography:
    """What is usual in a document, in points."""

    def __init__(self, pages: Sequence[PdfPage], lines: Sequence[PlacedLine]) -> None:
        self.body_size = body_size(pages)
        body = [placed for placed in lines if is_same_size(placed.line.size, self.body_size)]
        self._on_page: dict[tuple[int, str], list[_Extent]] = defaultdict(list)
        self._anywhere: dict[str, list[_Extent]] = defaultdict(list)
        for placed in sorted(body, key=lambda placed: placed.line.x0):
            extent = placed.line.x0, placed.line.x1
            self._on_page[placed.page, placed.column].append(extent)
            self._anywhere[placed.column].append(extent)
        self._known_anywhere: dict[tuple[str, int], tuple[float, float]] = {}
        self._known: dict[tuple[int, str, int, bool], tuple[float, float]] = {}
        found = _pitches(lines)
        self._pitches = {size: median(distances) for size, distances in found.items()}
        self._frequent = {size for size, distances in found.items() if len(distances) >= _FEWEST_LINES}
        self.pitch = self.pitch_of(self.body_size)
        flush = sum(placed.line.x1 > self.edges_of(placed)[1] - _FLUSH for placed in body)
        self.is_justified = len(body) > _FEWEST_LINES and flush > _JUSTIFIED_SHARE * len(body)
        self.indents_paragraphs = self._indents_paragraphs(body)
        divided = sum(placed.is_divided or placed.text.endswith("-") for placed in body)
        self.divides_words = divided > _FEWEST_LINES and divided > _DIVIDED_SHARE * len(body)

    def pitch_of(self, size: float) -> float:
        """Return the usual distance between lines of type of this size."""
        rounded = _rounded(size)
        return self._pitches[rounded] if rounded in self._frequent else max(1.2 * size, self._body_pitch())

    def edges_of(self, placed: PlacedLine) -> tuple[float, float]:
        """Return the left and right edge of the text around a line: of what begins at about the same place.

        Lines of its column on the same page tell, or in the document where the page has few.
        """
        key = (placed.page, placed.column, round(placed.line.x0), is_same_size(placed.line.size, self.body_size))
        if key not in self._known:
            self._known[key] = self._find_edges(placed)
        return self._known[key]

    def knows_edges(self, placed: PlacedLine) -> bool:
        """Tell whether enough lines stand where a line does to say how wide its column is."""
        return len(_beside(self._anywhere[placed.column], placed.line.x0, _WIDEST_INDENT)) >= _FEWEST_LINES

    def is_indented(self, placed: PlacedLine) -> bool:
        """Tell whether a line begins to the right of the text around it."""
        return placed.line.x0 > self.edges_of(placed)[0] + 0.7 * placed.line.size

    def _find_edges(self, placed: PlacedLine) -> tuple[float, float]:
        on_page = self._on_page.get((placed.page, placed.column), [])
        beside = _beside(on_page, placed.line.x0, _WIDEST_INDENT)
        left, right = _edges(beside) if len(beside) >= _FEWEST_LINES else self._edges_anywhere(placed)
        exactly = _beside(on_page, placed.line.x0, _FLUSH)
        if len(exactly) >= _FEWEST_LINES:
            right = max(x1 for _, x1 in exactly)
        return left, right

    def _edges_anywhere(self, placed: PlacedLine) -> tuple[float, float]:
        key = (placed.column, round(placed.line.x0))
        if key not in self._known_anywhere:
            beside = _beside(self._anywhere[placed.column], placed.line.x0, _WIDEST_INDENT)
            self._known_anywhere[key] = _edges(beside) if beside else (placed.line.x0, placed.line.x1)
        left, right = self._known_anywhere[key]
        return left, max(right, placed.line.x1)

    def _body_pitch(self) -> float:
        return self._pitches.get(_rounded(self.body_size), 1.2 * self.body_size)

    def _indents_paragraphs(self, body: Sequence[PlacedLine]) -> bool:
        """Tell whether paragraphs begin with an indent: many lines after a sentence's end do."""
        after_end = [
            self.is_indented(placed)
            for before, placed in pairwise(body)
            if before.page == placed.page and before.column == placed.column and before.line.x1 < self._short(before)
        ]
        return len(after_end) >= _FEWEST_LINES and sum(after_end) > _INDENTED_SHARE * len(after_end)

    def _short(self, placed: PlacedLine) -> float:
        left, right = self.edges_of(placed)
        return left + 0.8 * (right - left)


def body_size(pages: Sequence[PdfPage]) -> float:
    """Return the type size of most characters, in points; 10 for a document without any."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page.lines:
            sizes[_rounded(line.size)] += len(line.text)
    return max(sizes.items(), key=lambda item: item[1], default=(10.0, 0))[0] or 10.0


def is_same_size(size: float, other: float) -> bool:
    """Tell whether two sizes of type are the same to the eye."""
    return abs(size - other) <= SAME_SIZE * other


def _pitches(lines: Sequence[PlacedLine]) -> dict[float, list[float]]:
    """Return the distances between lines that stand below each other, by the size of their type."""
    found: dict[float, list[float]] = defaultdict(list)
    for before, after in pairwise(lines):
        size = after.line.size
        distance = before.line.y0 - after.line.y0
        same_place = before.page == after.page and before.column == after.column
        if same_place and is_same_size(before.line.size, size) and 0.5 * size < distance < 4 * size:
            found[_rounded(size)].append(distance)
    return found


def _beside(extents: Sequence[_Extent], x0: float, distance: float) -> Sequence[_Extent]:
    """Return the extents, which are sorted, that begin nearer to a place than a distance."""
    return extents[bisect_right(extents, (x0 - distance, inf)) : bisect_left(extents, (x0 + distance, -inf))]


def _edges(extents: Sequence[_Extent]) -> tuple[float, float]:
    ends = sorted(x1 for _, x1 in extents)
    return extents[len(extents) // 2][0], ends[int(_LONGEST_SHARE * (len(ends) - 1))]


def _rounded(size: float) -> float:
    return round(size * 2) / 2
