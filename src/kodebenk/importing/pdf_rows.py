"""Rejoins printed lines that wide gaps have broken: justified lines, and list marks apart from their items."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kodebenk.importing.pdf_columns import rows_of
from kodebenk.importing.pdf_lists import find_mark
from kodebenk.importing.pdf_pages import PdfLine

_FEWEST_ALIGNED = 4
"""Pieces that must end at one place for it to be the edge of a column."""

_WIDEST_GAP = 6.0
"""Widest gap inside a line that ends at the column's edge, and after a list mark, in type sizes."""

_WORD_GAP = 3.0
"""Widest gap inside any line, in type sizes."""

_WIDEST_LABEL_GAP = 14.0
"""Widest gap after a label with a colon, in type sizes."""

_LONGEST_LABEL = 40
_TOLERANCE = 1.5


def rejoin_rows(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines of one column from top to bottom, those that gaps have broken whole again.

    Joined are pieces that together end at the column's right edge, a list's mark or a label with what stands behind
    it, and whatever stands close.
    """
    right = _edges([line.x1 for line in lines])
    return [_join(chain) for row in rows_of(lines) for chain in _chains(row, right)]


def _edges(places: Sequence[float]) -> tuple[float, ...]:
    """Return the places where at least four pieces end."""
    ordered = sorted(places)
    return tuple(place for place in ordered if _count_near(ordered, place) >= _FEWEST_ALIGNED)


def _count_near(ordered: Sequence[float], place: float) -> int:
    return bisect_right(ordered, place + _TOLERANCE) - bisect_left(ordered, place - _TOLERANCE)


def _chains(row: Sequence[PdfLine], right: Sequence[float]) -> Iterator[list[PdfLine]]:
    """Yield the pieces of a row by the lines that they make."""
    chain: list[PdfLine] = []
    for index, piece in enumerate(row):
        if chain and not _continues(chain, piece, _is_edge(row[-1].x1, right) and index > 0):
            yield chain
            chain = []
        chain.append(piece)
    if chain:
        yield chain


def _continues(chain: Sequence[PdfLine], piece: PdfLine, is_full: bool) -> bool:
    before = chain[-1]
    gap = piece.x0 - before.x1
    size = max(piece.size, before.size)
    mark = find_mark(before.text.strip()) if len(chain) == 1 else None
    if mark and mark.length == len(before.text.strip()):
        return gap < _WIDEST_GAP * size
    if abs(piece.size - before.size) >= 0.1 * before.size:
        return -_TOLERANCE < gap < 0.3 * size
    if len(chain) == 1 and before.text.rstrip().endswith(":") and len(before.text) <= _LONGEST_LABEL:
        return -_TOLERANCE < gap < _WIDEST_LABEL_GAP * size
    return -_TOLERANCE < gap < (_WIDEST_GAP if is_full else _WORD_GAP) * size


def _is_edge(x: float, edges: Sequence[float]) -> bool:
    return _count_near(edges, x) > 0


def _join(chain: Sequence[PdfLine]) -> PdfLine:
    if len(chain) == 1:
        return chain[0]
    first, last = chain[0], chain[-1]
    text = " ".join(piece.text.strip() for piece in chain[:-1]) + " " + last.text
    is_bold = all(piece.is_bold for piece in chain)
    longest = max(chain, key=lambda piece: len(piece.text))
    top = max(piece.y1 for piece in chain)
    gaps = (*first.gaps, (len(first.text.strip()) + 1, first.x1, chain[1].x0))
    return replace(longest, text=text, x0=first.x0, x1=last.x1, y1=top, is_bold=is_bold, gaps=gaps)
