"""Makes the table of sources from a report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import FEW_PASSAGES, SourceAgreement
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.code_grid import coder_head, figure_cell
from kodebenk.ui.compare.figures.figure_cells import FigureCell, FigureGrid, FigureHead, FigureRow, Opener
from kodebenk.ui.compare.figures.shown_measures import ShownMeasure, measure_of
from kodebenk.ui.compare.figures.shown_report import ShownReport, by_rater

translate = QCoreApplication.translate

_NUMBER = 50
_PERCENT = 38
_UNITS = 58
_MEASURES = {ShownMeasure.KAPPA: "κ", ShownMeasure.ALPHA: "α", ShownMeasure.PERCENT: "%"}

Source = SourceAgreement | None
"""A source, or None for all together."""

Column = tuple[FigureHead, Callable[[Source], FigureCell]]


def make_source_grid(shown: ShownReport) -> FigureGrid:
    """Return a row for each source and one for all: units, passages of each coder, κ, α and the percentage."""
    columns = (_units_column(shown), *_passage_columns(shown), *_measure_columns(shown))
    sources = (*shown.report.sources, None)
    return FigureGrid(
        translate("SourceGrid", "Source"),
        tuple(head for head, _ in columns),
        tuple(_row(shown, source) if source else _overall_row(shown) for source in sources),
        tuple(tuple(fill(source) for _, fill in columns) for source in sources),
    )


def _row(shown: ShownReport, source: SourceAgreement) -> FigureRow:
    return FigureRow(
        f"source {source.id}",
        source.name,
        source.name,
        remark=_remark(shown, source),
        faint=min(source.spans) < FEW_PASSAGES,
        opens=_opens(shown, source),
    )


def _remark(shown: ShownReport, source: SourceAgreement) -> str:
    silent = [name for name, count in zip(shown.raters, source.spans, strict=True) if not count]
    if silent:
        return translate("SourceGrid", "Nothing coded here by {names}.").format(names=", ".join(silent))
    if min(source.spans) < FEW_PASSAGES:
        passages = words.passage_count(min(source.spans))
        return translate("SourceGrid", "Little coded: {passages} by one of the coders.").format(passages=passages)
    return ""


def _overall_row(shown: ShownReport) -> FigureRow:
    spoken = translate("SourceGrid", "All sources together, as under Codes")
    overall = translate("SourceGrid", "Overall")
    return FigureRow("overall", overall, spoken, ruled=True, pinned=True, opens=_opens(shown, None))


def _opens(shown: ShownReport, source: Source) -> Opener:
    return shown.opens_all(_name(source)) if source is None else shown.opens_document(_name(source), source.id)


def _name(source: Source) -> str:
    return source.name if source else translate("SourceGrid", "All sources")


def _units_column(shown: ShownReport) -> Column:
    head = FigureHead("units", translate("SourceGrid", "Units"), translate("SourceGrid", "units compared"), _UNITS)
    return head, partial(_units_cell, shown)


def _units_cell(shown: ShownReport, source: Source) -> FigureCell:
    report = shown.report
    units = source.units if source else report.units
    spoken = words.unit_count(report.setup.unit, units)
    return FigureCell(numbers.count(units), spoken, _opens(shown, source), units)


def _passage_columns(shown: ShownReport) -> Iterator[Column]:
    for rater, name in enumerate(shown.raters):
        yield coder_head(rater, name), partial(_passage_cell, shown, rater)


def _passage_cell(shown: ShownReport, rater: int, source: Source) -> FigureCell:
    report = shown.report
    found = source.spans[rater] if source else sum(one.spans[rater] for one in report.sources)
    title = by_rater(_name(source), shown.raters[rater])
    document_id = source.id if source else None
    opens = shown.opens_passages(rater, range(len(report.codes)), title, document_id) if found else None
    return FigureCell(numbers.count(found), words.passage_count(found), opens, found)


def _measure_columns(shown: ShownReport) -> Iterator[Column]:
    for shown_as, text in _MEASURES.items():
        measure = measure_of(shown_as, shown.report)
        assert measure is not None
        width = _PERCENT if measure is Measure.PERCENT else _NUMBER
        yield FigureHead(shown_as, text, words.measure_name(measure), width), partial(_measure_cell, shown, measure)


def _measure_cell(shown: ShownReport, measure: Measure, source: Source) -> FigureCell:
    averages = source.pooled if source else shown.report.pooled.averages
    found = figure_cell(averages[measure].coefficient, measure, _opens(shown, source))
    return replace(found, strong=measure is Measure.ALPHA)
