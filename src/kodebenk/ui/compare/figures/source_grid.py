"""Makes the table of sources from a report."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import SourceAgreement
from kodebenk.ui.compare.figures.figure_cells import FigureGrid, Opener
from kodebenk.ui.compare.figures.part_grid import Part, make_part_grid, whole_part
from kodebenk.ui.compare.figures.shown_report import ShownReport, by_rater

translate = QCoreApplication.translate


def make_source_grid(shown: ShownReport) -> FigureGrid:
    """Return a row for each source and one for all."""
    title = translate("SourceGrid", "All sources")
    spoken = translate("SourceGrid", "All sources together, as under Codes")
    whole = whole_part(shown, spoken, shown.opens_all(title), partial(_opens_passages, shown, title, None))
    parts = [_part_of(shown, source) for source in shown.report.sources]
    return make_part_grid(shown, translate("SourceGrid", "Source"), [*parts, whole])


def _part_of(shown: ShownReport, source: SourceAgreement) -> Part:
    return Part(
        f"source {source.id}",
        source.name,
        source.name,
        source.units,
        source.spans,
        source.pooled,
        shown.opens_document(source.name, source.id),
        partial(_opens_passages, shown, source.name, source.id),
    )


def _opens_passages(shown: ShownReport, title: str, document_id: int | None, rater: int) -> Opener:
    codes = range(len(shown.report.codes))
    return shown.opens_passages(rater, codes, by_rater(title, shown.raters[rater]), document_id)
