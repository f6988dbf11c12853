"""Finds tables without borders, by words that stand below each other with wide gaps between."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from kodebenk.importing.pdf_columns import rows_of, top_down
from kodebenk.importing.pdf_lists import find_mark
from kodebenk.importing.pdf_pages import PdfLine
from kodebenk.importing.pdf_tables import Rule
from kodebenk.importing.printed_table import Item, PrintedCell, PrintedTable, Span, split_line

_CELL_GAP = 0.6
"""Narrowest gap between the cells of a row, in type sizes."""

_COLUMN_GAP = 0.5
"""Narrowest empty band between columns, in type sizes."""

_LONGEST_CELL = 45
"""Characters in an average cell; longer ones are running text."""

_SHORTEST_PROSE = 12
"""Characters in an average cell; shorter ones are no running text."""

_LINE_PITCH = 1.35
"""Distance between the lines of one cell, in type sizes, at most."""

_MOST_ROWS = 300
_FEWEST_RULES = 3
_SHORTEST_RULE = 60.0
_FARTHEST_RULE = 400.0
_ALIGNED = 2.5
_CAPTION = re.compile(r"(?:tabell|table|tab\.)\s*\d", re.IGNORECASE)
_FIGURE = re.compile(r"[-–—+]?[\d\s.,]*\d\s*(?:%|prosent|kr)?|[-–—]", re.IGNORECASE)
_LEADER = re.compile(r"[.…]{4,}|(?:\. ){3,}")


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands at one height: cells from left to right, each as the pieces that stand close."""

    cells: tuple[tuple[PdfLine, ...], ...]

    @property
    def y0(self) -> float:
        return min(piece.y0 for cell in self.cells for piece in cell)

    @property
    def size(self) -> float:
        return self.cells[0][0].size

    @property
    def text(self) -> str:
        return " ".join(piece.text.strip() for cell in self.cells for piece in cell)

    @property
    def inks(self) -> list[Span]:
        return [(cell[0].x0, cell[-1].x1) for cell in self.cells]


def find_aligned_tables(
    lines: Sequence[PdfLine], rules: Sequence[Rule], before: PrintedTable | None = None
) -> list[Item]:
    """Return the lines of one column from top to bottom, with tables in the place of the lines that make them.

    A table without borders has three columns or more, or two of which the second holds figures or that a caption
    names, and at least three rows (two with a caption). `rules` are the lines drawn on the page; between rows they
    part them. Rows at the top that stand in the columns of the table `before` go on with it.
    """
    printed = list(rows_of(lines))
    rows = [_Row(tuple(_cells(row))) for row in printed]
    position = _continuation_end(rows, before.columns) if before else 0
    found: list[Item] = [_read_table(rows[:position], rules, before.columns)] if before and position else []
    while position < len(rows):
        end = _table_end(rows, position) if len(rows[position].cells) > 1 else position
        if end > position:
            found.append(_read_table(rows[position:end], rules, _bands(rows[position:end])))
            position = end
        else:
            found.extend(printed[position])
            position += 1
    return found


def find_tables_across(
    lines: Sequence[PdfLine], rules: Sequence[Rule], gutters: Sequence[float]
) -> tuple[list[PrintedTable], list[PdfLine]]:
    """Return the tables without borders that run across the columns of a page's text, and all other lines."""
    found = [item for item in find_aligned_tables(lines, rules) if isinstance(item, PrintedTable)]
    tables = [table for table in found if any(x0 < gutter < x1 for x0, x1 in table.columns for gutter in gutters)]
    rest = [line for line in lines if not any(_is_in(line, table) for table in tables)]
    return tables, rest


def _is_in(line: PdfLine, table: PrintedTable) -> bool:
    return table.y0 - 1 <= line.y0 and line.y1 <= table.y1 + 1


def find_row_ruled_tables(lines: Sequence[PdfLine], rules: Sequence[Rule]) -> tuple[list[PrintedTable], list[PdfLine]]:
    """Return the tables of a page that have lines drawn between rows only, and the lines that stand in none of them.

    Three lines of one width make a table of what stands between the first and the last, where it has columns.
    """
    rest = list(lines)
    tables: list[PrintedTable] = []
    for x0, x1, ys in _ladders(rules):
        inside = [line for line in rest if _is_between(line, x0, x1, ys)]
        rows = [_Row(tuple(_cells(row))) for row in rows_of(inside)]
        if len(rows) > 1 and len(_bands(rows)) > 1 and len({_rung(row, ys) for row in rows}) > 1:
            tables.append(_read_table(rows, rules, _bands(rows)))
            taken = set(map(id, inside))
            rest = [line for line in rest if id(line) not in taken]
    return tables, rest


def _ladders(rules: Sequence[Rule]) -> Iterator[tuple[float, float, list[float]]]:
    """Yield the left and right end and the heights of lines of one width that stand below each other."""
    flat = [rule for rule in rules if rule[2] - rule[0] > _SHORTEST_RULE and rule[3] - rule[1] <= rule[2] - rule[0]]
    by_width: dict[tuple[int, int], list[float]] = defaultdict(list)
    for x0, y0, x1, y1 in flat:
        by_width[round(x0 / _ALIGNED), round(x1 / _ALIGNED)].append((y0 + y1) / 2)
    for (left, right), ys in by_width.items():
        ladder = sorted(ys, reverse=True)
        if len(ladder) >= _FEWEST_RULES and max(above - below for above, below in pairwise(ladder)) < _FARTHEST_RULE:
            yield left * _ALIGNED, right * _ALIGNED, ladder


def _is_between(line: PdfLine, x0: float, x1: float, ys: Sequence[float]) -> bool:
    return x0 - _ALIGNED <= line.x0 and line.x1 <= x1 + _ALIGNED and ys[-1] < (line.y0 + line.y1) / 2 < ys[0]


def _rung(row: _Row, ys: Sequence[float]) -> int:
    return sum(y > row.y0 + 0.5 * row.size for y in ys)


def _cells(row: Sequence[PdfLine]) -> Iterator[tuple[PdfLine, ...]]:
    """Yield the cells of a row: pieces apart by a wide gap; a list's mark belongs to what follows it."""
    pieces = [part for line in row for part in split_line(line, _CELL_GAP * line.size)]
    cell: list[PdfLine] = []
    for piece in pieces:
        if cell and piece.x0 - cell[-1].x1 >= _CELL_GAP * piece.size and not _is_mark(cell):
            yield tuple(cell)
            cell = []
        cell.append(piece)
    if cell:
        yield tuple(cell)


def _is_mark(cell: Sequence[PdfLine]) -> bool:
    mark = find_mark(cell[0].text.strip()) if len(cell) == 1 else None
    return mark is not None and mark.length == len(cell[0].text.strip())


def _table_end(rows: Sequence[_Row], first: int) -> int:
    """Return the row after the last of the table that begins with a row, or that row where none does."""
    columns = _bands(rows[first : first + 1])
    last = first
    distances: list[float] = []
    for index in range(first + 1, min(len(rows), first + _MOST_ROWS)):
        row = rows[index]
        distance = rows[index - 1].y0 - row.y0
        widest = max(2.5 * row.size, 2.2 * median(distances)) if distances else 3.5 * row.size
        grown = _bands([row], columns)
        has_more = len(grown) > len(columns) and index - first > 1  # a heading row may lack the first cell
        fits = len(grown) >= 2 and len(columns) <= len(grown) and len(row.cells) <= len(grown) and not has_more
        if distance > widest or not fits:
            break
        columns = grown
        distances.append(distance)
        if len(row.cells) > 1 or _is_continuation(rows, index, columns):
            last = index
    caption = any(_CAPTION.match(row.text) for row in (*rows[max(0, first - 3) : first], *rows[last + 1 : last + 3]))
    return last + 1 if _is_table(rows[first : last + 1], has_caption=caption) else first


def _continuation_end(rows: Sequence[_Row], columns: Sequence[Span]) -> int:
    """Return how many rows from the first go on with a table that has these columns."""
    end = 0
    for index, row in enumerate(rows):
        places = [_column_under(columns, ink) for ink in row.inks]
        is_near = not index or rows[index - 1].y0 - row.y0 <= 3.5 * row.size
        if None in places or len(set(places)) < len(places) or not is_near:
            break
        if len(places) > 1 or (end and _is_continuation(rows, index, columns)):
            end = index + 1
    return end


def _column_under(columns: Sequence[Span], ink: Span) -> int | None:
    """Return the column in which something stands, None where it stands in none or in several."""
    under = [
        index for index, (start, end) in enumerate(columns) if start - _ALIGNED < ink[1] and ink[0] < end + _ALIGNED
    ]
    return under[0] if len(under) == 1 else None


def _is_continuation(rows: Sequence[_Row], index: int, columns: Sequence[Span]) -> bool:
    """Tell whether a row with one cell goes on with the cell above it."""
    row = rows[index]
    is_close = rows[index - 1].y0 - row.y0 <= _LINE_PITCH * row.size
    return is_close and (row.inks[0][0] > columns[0][1] or row.text[:1].islower())


def _bands(rows: Sequence[_Row], before: Sequence[Span] = ()) -> list[Span]:
    """Return the columns: where words stand, also those `before`, parted by bands that no row crosses."""
    columns: list[Span] = []
    narrowest = _COLUMN_GAP * min(row.size for row in rows)
    for x0, x1 in sorted([*before, *(ink for row in rows for ink in row.inks)]):
        if columns and x0 < columns[-1][1] + narrowest:
            columns[-1] = (columns[-1][0], max(columns[-1][1], x1))
        else:
            columns.append((x0, x1))
    return columns


def _is_table(rows: Sequence[_Row], *, has_caption: bool) -> bool:
    columns = _bands(rows)
    multiple = [row for row in rows if len(row.cells) > 1]
    if len(multiple) < (2 if has_caption and len(columns) > 2 else 3) or any(_LEADER.search(row.text) for row in rows):
        return False
    by_column: list[list[tuple[PdfLine, ...]]] = [[] for _ in columns]
    for row in rows:
        for cell in row.cells:
            by_column[_column_of(columns, cell)].append(cell)
    cells = [cell for column in by_column for cell in column]
    if sum(len(_text(cell)) for cell in cells) > _LONGEST_CELL * len(cells):
        return False
    if not all(_is_aligned(column) for column in by_column) or _is_running_text(rows, by_column):
        return False
    if len(columns) == 2:
        labels = sum(_text(cell).endswith(":") for cell in by_column[0])
        return 2 * labels < len(by_column[0]) and (has_caption or _are_figures(by_column[1]))
    return True


def _is_running_text(rows: Sequence[_Row], by_column: Sequence[Sequence[tuple[PdfLine, ...]]]) -> bool:
    """Tell whether rows are the lines of a paragraph or of columns: they begin and end in mid-sentence."""
    cells = [_text(cell) for column in by_column for cell in column]
    if sum(map(len, cells)) < _SHORTEST_PROSE * len(cells):
        return False
    starts, ends = [row.inks[0][0] for row in rows], [row.inks[-1][1] for row in rows]
    flush = sum(start <= min(starts) + 1 and end >= max(ends) - 1 for start, end in zip(starts, ends, strict=True))
    if flush >= 0.6 * len(rows) and 2 * sum(row.text[:1].islower() for row in rows) >= len(rows):
        return True
    return all(sum(_text(cell)[:1].islower() for cell in column) >= 0.6 * len(column) for column in by_column)


def _are_figures(cells: Sequence[tuple[PdfLine, ...]]) -> bool:
    return sum(_FIGURE.fullmatch(_text(cell)[:_LONGEST_CELL]) is not None for cell in cells) > 0.6 * len(cells)


def _is_aligned(cells: Sequence[tuple[PdfLine, ...]]) -> bool:
    """Tell whether most cells of a column begin, end or are centred at one place."""
    if len(cells) < 2:
        return False
    starts, ends = [cell[0].x0 for cell in cells], [cell[-1].x1 for cell in cells]
    middles = [(start + end) / 2 for start, end in zip(starts, ends, strict=True)]
    return any(
        sum(abs(place - median(places)) <= _ALIGNED for place in places) >= 0.6 * len(places)
        for places in (starts, ends, middles)
    )


def _read_table(rows: Sequence[_Row], rules: Sequence[Rule], columns: Sequence[Span]) -> PrintedTable:
    cells: list[PrintedCell] = []
    for number, group in enumerate(_row_groups(rows, columns, rules)):
        for column in range(len(columns)):
            pieces = [
                piece for row in group for cell in row.cells if _column_of(columns, cell) == column for piece in cell
            ]
            if pieces:
                cells.append(PrintedCell(number, column, tuple(top_down(pieces))))
    top = max(piece.y1 for cell in cells for piece in cell.lines)
    return PrintedTable(columns[0][0], rows[-1].y0, columns[-1][1], top, tuple(cells), tuple(columns))


def _row_groups(rows: Sequence[_Row], columns: Sequence[Span], rules: Sequence[Rule]) -> Iterator[list[_Row]]:
    """Yield the printed rows that make one row of the table."""
    drawn = [_has_rule_between(before, after, rules) for before, after in pairwise(rows)]
    is_drawn = sum(drawn) >= 2 and len(rows) <= 3 * (sum(drawn) + 1)
    distances = [before.y0 - after.y0 for before, after in pairwise(rows)]
    widest = max(distances, default=0.0)
    is_spaced = sum(distance > 0.9 * widest for distance in distances) >= len(distances) / 4
    group = [rows[0]]
    for row, distance, has_rule in zip(rows[1:], distances, drawn, strict=True):
        is_close = distance <= _LINE_PITCH * row.size and distance < 0.85 * widest and is_spaced
        if not has_rule and (is_drawn or (_goes_on(group, row, columns) if not is_close else True)):
            group.append(row)
        else:
            yield group
            group = [row]
    yield group


def _goes_on(group: Sequence[_Row], row: _Row, columns: Sequence[Span]) -> bool:
    """Tell whether a row goes on with the row above where distances do not say: only some of its cells are filled."""
    is_close = group[-1].y0 - row.y0 <= _LINE_PITCH * row.size
    if not is_close or (_column_of(columns, row.cells[0]) == 0 and not row.text[:1].islower()):
        return False
    return all(_text(cell)[:1].islower() for cell in row.cells) or len(row.cells) < len(columns) - 1


def _has_rule_between(before: _Row, after: _Row, rules: Sequence[Rule]) -> bool:
    low, high = after.y0 + 0.5 * after.size, before.y0 + 0.5 * before.size
    x = before.inks[0][0] + 1
    return any(low < (y0 + y1) / 2 < high and x0 <= x <= x1 for x0, y0, x1, y1 in rules if x1 - x0 > y1 - y0)


def _column_of(columns: Sequence[Span], cell: Sequence[PdfLine]) -> int:
    """Return the column that a cell shares most of its width with."""
    shared = [min(end, cell[-1].x1) - max(start, cell[0].x0) for start, end in columns]
    return shared.index(max(shared))


def _text(cell: Sequence[PdfLine]) -> str:
    return " ".join(piece.text.strip() for piece in cell)
