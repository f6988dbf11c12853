"""Names one cell of the matrix on the screen, with what stands in it."""

from __future__ import annotations

from dataclasses import dataclass

from kodebenk.analysis.theme_matrix import MatrixCell, MatrixColumn, MatrixRow
from kodebenk.domain.matrix import CellKey


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A row, a column and the cell where they meet, as of one build of the matrix."""

    row: MatrixRow
    column: MatrixColumn
    cell: MatrixCell

    @property
    def key(self) -> CellKey:
        return self.row.key_for(self.column.key)

    @property
    def citations(self) -> dict[str, int]:
        """Every citation that may stand in the condensed text, with the coding that it leads to."""
        found: dict[str, int] = {}
        for sentence in self.cell.sentences:
            for citation, coding_id in zip(sentence.all_citations, sentence.coding_ids, strict=True):
                found.setdefault(citation, coding_id)
        for quote in self.cell.quotes:
            found.setdefault(quote.citation, quote.coding_id)
        return found
