"""Says in which column of an HTML table a cell stands, where others reach over several rows and columns."""

from __future__ import annotations

from dataclasses import dataclass, field

_MOST_COLUMNS = 16_384
_WIDEST = 1000
_HIGHEST = 65_534
_MOST_STEPS = 2_000_000
"""Places that spanning cells of one table may take; a hostile file would have billions."""


@dataclass(slots=True)
class HtmlTable:
    """A table that is being read, and where its next cell goes (HTML Living Standard, 4.9.12)."""

    number: int
    row: int = -1
    column: int = 0
    _taken: frozenset[int] = frozenset()
    _coming: dict[int, int] = field(default_factory=dict)
    _steps: int = 0

    def next_row(self) -> None:
        """Begin a row."""
        self._steps += len(self._coming)
        self.row += 1
        self.column = 0
        self._taken = frozenset(self._coming)
        self._coming = {
            column: rows - 1 for column, rows in self._coming.items() if rows > 1 and self._steps < _MOST_STEPS
        }

    def next_cell(self, columns: int, rows: int) -> int:
        """Return the column of the next cell, which takes that many columns and rows; 0 rows are all that follow."""
        if self.row < 0:
            self.next_row()
        while self.column in self._taken:
            self.column += 1
        column = self.column
        columns = min(max(1, columns), _WIDEST)
        more_rows = (min(rows, _HIGHEST) if rows else _HIGHEST) - 1
        if more_rows > 0 and column < _MOST_COLUMNS and self._steps < _MOST_STEPS:
            self._steps += columns
            self._coming |= dict.fromkeys(range(column, column + columns), more_rows)
        self.column += columns
        return column
