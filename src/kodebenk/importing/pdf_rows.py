"""Rejoins printed lines that wide gaps between words have broken into pieces, as in narrow justified columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kodebenk.importing.pdf_pages import PdfLine, PdfPage

_FEWEST_ALIGNED = 4
"""Pieces that must begin or end at one place for it to be the edge of a column."""

_WIDEST_GAP = 6.0
"""Widest gap inside a line, in type sizes. Columns stand closer; their edges keep them apart."""

_CROSSING_SHARE = 0.5
"""Lines across an edge, such as headings over two columns, for each piece that begins or ends there."""

_TOLERANCE = 1.5


def rejoin_rows(page: PdfPage) -> PdfPage:
    """Return the page with broken lines whole again, each right after the line above it in its column.

    Only pieces that together end at a column's right edge are joined: a justified line does, table cells seldom do.
    """
    left = _edges(page.lines, [line.x0 for line in page.lines])
    right = _edges(page.lines, [line.x1 for line in page.lines])
    joined = [chain for row in _rows(page.lines) for chain in _chains(row, left, right)]
    if not joined:
        return page
    pieces = {id(piece) for chain in joined for piece in chain}
    lines = [line for line in page.lines if id(line) not in pieces]
    for chain in joined:
        _insert(lines, _join(chain))
    return replace(page, lines=tuple(lines))


def _edges(lines: Sequence[PdfLine], places: Sequence[float]) -> tuple[float, ...]:
    """Return the places where at least four pieces begin or end, and which few lines run across."""
    ordered = sorted(places)
    found = []
    for place in ordered:
        aligned = bisect_right(ordered, place + _TOLERANCE) - bisect_left(ordered, place - _TOLERANCE)
        if aligned >= _FEWEST_ALIGNED and _crossing(lines, place) <= _CROSSING_SHARE * aligned:
            found.append(place)
    return tuple(found)


def _crossing(lines: Sequence[PdfLine], place: float) -> int:
    return sum(line.x0 + _TOLERANCE < place < line.x1 - _TOLERANCE for line in lines)


def _rows(lines: Sequence[PdfLine]) -> Iterator[list[PdfLine]]:
    """Yield the pieces of each row from left to right, rows from top to bottom."""
    row: list[PdfLine] = []
    for line in sorted(lines, key=lambda line: -line.y0):
        if row and row[0].y0 - line.y0 > _TOLERANCE:
            yield sorted(row, key=lambda piece: piece.x0)
            row = []
        row.append(line)
    if row:
        yield sorted(row, key=lambda piece: piece.x0)


def _chains(row: Sequence[PdfLine], left: Sequence[float], right: Sequence[float]) -> Iterator[list[PdfLine]]:
    chain: list[PdfLine] = []
    for piece in row:
        if chain and not _continues(chain[-1], piece, left, right):
            chain = []
        chain.append(piece)
        if len(chain) > 1 and _is_edge(piece.x1, right):
            yield chain
            chain = []


def _continues(before: PdfLine, piece: PdfLine, left: Sequence[float], right: Sequence[float]) -> bool:
    gap = piece.x0 - before.x1
    near = -_TOLERANCE < gap < _WIDEST_GAP * piece.size and abs(piece.size - before.size) < 0.1 * before.size
    return near and not _is_edge(before.x1, right) and not _is_edge(piece.x0, left)


def _is_edge(x: float, edges: Sequence[float]) -> bool:
    return any(abs(x - edge) <= _TOLERANCE for edge in edges)


def _join(chain: Sequence[PdfLine]) -> PdfLine:
    first, last = chain[0], chain[-1]
    text = " ".join(piece.text.strip() for piece in chain[:-1]) + " " + last.text
    is_bold = all(piece.is_bold for piece in chain)
    return replace(first, text=text, x1=last.x1, y1=max(piece.y1 for piece in chain), is_bold=is_bold)


def _insert(lines: list[PdfLine], joined: PdfLine) -> None:
    beside = [index for index, line in enumerate(lines) if line.x0 < joined.x1 and joined.x0 < line.x1]
    above = [index for index in beside if lines[index].y0 > joined.y0]
    below = [index for index in beside if lines[index].y0 <= joined.y0]
    if above:
        lines.insert(min(above, key=lambda index: (lines[index].y0, -index)) + 1, joined)
    elif below:
        lines.insert(max(below, key=lambda index: lines[index].y0), joined)
    else:
        lines.append(joined)
