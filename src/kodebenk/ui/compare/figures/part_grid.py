"""Makes tables of which each row is some of what was compared, such as a source, with figures of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import FEW_PASSAGES
from kodebenk.analysis.agreement.comparison import Average, Measure
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.code_grid import coder_head, figure_cell
from kodebenk.ui.compare.figures.figure_cells import FigureCell, FigureGrid, FigureHead, FigureRow, Opener
from kodebenk.ui.compare.figures.shown_measures import ShownMeasure, measure_of
from kodebenk.ui.compare.figures.shown_report import ShownReport

translate = QCoreApplication.translate

_NARROWEST = 34
_YIELDS = {ShownMeasure.KAPPA: 1, ShownMeasure.PERCENT: 2}
"""What gives way where there is little room, as in the table of codes."""
_MEASURES = {ShownMeasure.KAPPA: "κ", ShownMeasure.ALPHA: "α", ShownMeasure.PERCENT: "%"}


@dataclass(frozen=True, slots=True)
class Part:
    """A row.

    Attributes:
        key, name, spoken, group: as in `FigureRow`.
        units, spans, pooled: as in `SourceAgreement`.
        opens: the places that its figures rest on.
        opens_passages: gives for a coder, by number, the passages that are counted.
        is_whole: all of it together, at the foot.
    """

    key: str
    name: str
    spoken: str
    units: int
    spans: tuple[int, ...]
    pooled: Mapping[Measure, Average]
    opens: Opener
    opens_passages: Callable[[int], Opener]
    group: str = ""
    is_whole: bool = False


def make_part_grid(shown: ShownReport, corner: str, parts: Sequence[Part]) -> FigureGrid:
    """Return a row for each part: units, passages of each coder, κ, α and the percentage."""
    columns = (_units_column(shown), *_passage_columns(shown), *_measure_columns(shown))
    return FigureGrid(
        corner,
        tuple(head for head, _ in columns),
        tuple(_whole_row(part) if part.is_whole else _row(shown, part) for part in parts),
        tuple(tuple(fill(part) for _, fill in columns) for part in parts),
    )


def whole_part(shown: ShownReport, spoken: str, opens: Opener, opens_passages: Callable[[int], Opener]) -> Part:
    """Return the row at the foot: all that was compared."""
    report = shown.report
    spans = tuple(sum(one.spans[rater] for one in report.sources) for rater in range(len(shown.raters)))
    name, averages = translate("SourceGrid", "Overall"), report.pooled.averages
    return Part("overall", name, spoken, report.units, spans, averages, opens, opens_passages, is_whole=True)


def _row(shown: ShownReport, part: Part) -> FigureRow:
    return FigureRow(
        part.key,
        part.name,
        part.spoken,
        remark=_remark(shown, part),
        group=part.group,
        faint=min(part.spans) < FEW_PASSAGES,
        opens=part.opens,
    )


def _whole_row(part: Part) -> FigureRow:
    return FigureRow(part.key, part.name, part.spoken, ruled=True, pinned=True, opens=part.opens)


def _remark(shown: ShownReport, part: Part) -> str:
    silent = [name for name, count in zip(shown.raters, part.spans, strict=True) if not count]
    if silent:
        return translate("SourceGrid", "Nothing coded here by {names}.").format(names=", ".join(silent))
    if min(part.spans) < FEW_PASSAGES:
        passages = words.passage_count(min(part.spans))
        return translate("SourceGrid", "Little coded: {passages} by one of the coders.").format(passages=passages)
    return ""


Column = tuple[FigureHead, Callable[[Part], FigureCell]]


def _units_column(shown: ShownReport) -> Column:
    text, spoken = translate("SourceGrid", "Units"), translate("SourceGrid", "units compared")
    return FigureHead("units", text, spoken, _NARROWEST, fits=True), partial(_units_cell, shown)


def _units_cell(shown: ShownReport, part: Part) -> FigureCell:
    spoken = words.unit_count(shown.report.setup.unit, part.units)
    return FigureCell(numbers.count(part.units), spoken, part.opens, part.units)


def _passage_columns(shown: ShownReport) -> Iterator[Column]:
    for rater, name in enumerate(shown.raters):
        yield coder_head(rater, name), partial(_passage_cell, rater)


def _passage_cell(rater: int, part: Part) -> FigureCell:
    found = part.spans[rater]
    opens = part.opens_passages(rater) if found else None
    return FigureCell(numbers.count(found), words.passage_count(found), opens, found)


def _measure_columns(shown: ShownReport) -> Iterator[Column]:
    for shown_as, text in _MEASURES.items():
        measure = measure_of(shown_as, shown.report)
        assert measure is not None
        spoken, yields = words.measure_name(measure), _YIELDS.get(shown_as, 0)
        head = FigureHead(shown_as, text, spoken, _NARROWEST, yields=yields, fits=True)
        yield head, partial(_measure_cell, measure)


def _measure_cell(measure: Measure, part: Part) -> FigureCell:
    found = figure_cell(part.pooled[measure].coefficient, measure, part.opens)
    return replace(found, strong=measure is Measure.ALPHA)
