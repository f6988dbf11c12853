"""Agreement within each source."""

from __future__ import annotations

from kodebenk.ui.compare.figures.figure_cells import FigureGrid
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.compare.figures.source_grid import make_source_grid
from kodebenk.ui.compare.figures.table_page import TablePage


class SourcesPage(TablePage):
    """The table of sources, and how its figures came about."""

    def title_and_note(self) -> tuple[str, str]:
        return self.tr("Agreement by source"), self.tr(
            "Each source by itself: pooled over the codes that are on some of its units and not on all."
        )

    def make_grid(self, shown: ShownReport) -> FigureGrid:
        return make_source_grid(shown)
