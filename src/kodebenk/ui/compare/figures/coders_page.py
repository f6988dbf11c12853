"""Each coder against each other."""

from __future__ import annotations

from kodebenk.ui.compare.figures.coder_grid import make_coder_grid
from kodebenk.ui.compare.figures.figure_cells import FigureGrid
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.compare.figures.table_page import TablePage


class CodersPage(TablePage):
    """The table of pairs, and what stands in it."""

    def title_and_note(self) -> tuple[str, str]:
        return self.tr("Coders against coders"), self.tr(
            "Above the diagonal: α of all codes, pooled. Below it: passages with the same code. "
            "On it: the coder's own passages."
        )

    def make_grid(self, shown: ShownReport) -> FigureGrid:
        return make_coder_grid(shown)
