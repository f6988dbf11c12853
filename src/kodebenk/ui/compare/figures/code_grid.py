"""Makes the table of codes from a report."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import (
    FEW_PASSAGES,
    AgreementFigures,
    AgreementReport,
    CodeFigures,
    ComparedCode,
)
from kodebenk.analysis.agreement.comparison import Interval, Measure
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.figure_cells import FigureCell, FigureGrid, FigureHead, FigureRow, Opener, whisker_of
from kodebenk.ui.compare.figures.shown_measures import ShownMeasure, measure_of, spoken_name, symbol
from kodebenk.ui.compare.figures.shown_report import ShownReport, by_rater

translate = QCoreApplication.translate

_WHISKER = 116
_SHORT_WHISKER = 100
"""Where the names of the codes need the room."""
_REMARK = 280
_NARROWEST = 34
_COUNTS = 50

_YIELDS = {ShownMeasure.KAPPA: 1, ShownMeasure.PERCENT: 2}
"""What gives way where there is little room, the least important first: alpha says the same better."""

_SHORT = 9
"""Letters of a coder's name above a column of small numbers."""

Code = ComparedCode | None
"""A code, or None for all together."""

Column = tuple[FigureHead, Callable[[Code], FigureCell]]

_EMPTY = FigureCell("", "–")


def make_code_grid(shown: ShownReport, measures: frozenset[ShownMeasure]) -> FigureGrid:
    """Return a row for each code and one for all; a column for each measure, of passages one for each coder."""
    columns = [column for one in ShownMeasure if one in measures for column in _COLUMNS[one](shown, one)]
    codes = (*shown.report.codes, None)
    cells = tuple(tuple(fill(code) for _, fill in columns) for code in codes)
    if ShownMeasure.ALPHA in measures and ShownMeasure.REMARK not in measures:
        cells = _with_notes(cells, codes)
    return FigureGrid(
        translate("CodeGrid", "Code"),
        tuple(head for head, _ in columns),
        tuple(_code_row(shown, code, measures) if code else _overall_row(shown) for code in codes),
        cells,
    )


def _with_notes(cells: Iterable[tuple[FigureCell, ...]], codes: Iterable[Code]) -> tuple[tuple[FigureCell, ...], ...]:
    """Return the cells with a mark behind alpha of every code that has a remark."""
    return tuple(
        tuple(replace(cell, noted=cell.whisker is not None and code is not None and bool(code.remarks)) for cell in row)
        for row, code in zip(cells, codes, strict=True)
    )


def is_faint(code: ComparedCode) -> bool:
    """Tell whether a coder has so few passages of a code that its figures say little."""
    return min(code.agreement.spans, default=0) < FEW_PASSAGES


def overall_words(shown: ShownReport) -> str:
    """Return how the figures for all codes came about, with the mean beside the pooled one."""
    report = shown.report
    pooled, mean = (totals.averages[Measure.ALPHA] for totals in (report.pooled, report.mean))
    said = translate(
        "CodeGrid",
        "Pooled over {codes} of {all} codes: α {alpha}. Mean of the codes' own figures: α {mean}, κ {kappa}.",
    )
    return said.format(
        codes=numbers.count(pooled.codes),
        all=numbers.count(len(report.codes)),
        alpha=numbers.coefficient(pooled.coefficient),
        mean=numbers.coefficient(mean.coefficient),
        kappa=numbers.coefficient(report.mean.averages[report.kappa].coefficient),
    )


def coder_head(number: int, name: str) -> FigureHead:
    """Return the head of the passages of a coder, by number."""
    text = name if len(name) <= _SHORT else name[: _SHORT - 1] + "…"
    said = translate("CodeGrid", "passages by {name}").format(name=name)
    return FigureHead(f"n {number}", text, said, _COUNTS, fits=True)


def figure_cell(one: Coefficient, measure: Measure, opens: Opener) -> FigureCell:
    """Return a coefficient as it is shown and said; the percentage has its sign when it is said."""
    text = numbers.percentage(one) if measure is Measure.PERCENT else numbers.coefficient(one)
    said = words.percent(text) if measure is Measure.PERCENT and one.value is not None else text
    return FigureCell(text, words.value_words(one, said), opens, one.value)


def _code_row(shown: ShownReport, code: ComparedCode, measures: frozenset[ShownMeasure]) -> FigureRow:
    return FigureRow(
        f"code {code.id}",
        code.name,
        code.path,
        slot=shown.slot_of(code.id),
        remark=words.remark_words(code),
        noted=not measures & {ShownMeasure.ALPHA, ShownMeasure.REMARK},
        faint=is_faint(code),
        opens=_opens(shown, code),
    )


def _overall_row(shown: ShownReport) -> FigureRow:
    spoken = translate(
        "CodeGrid", "All codes, pooled: observed and expected agreement are averaged over codes first (De Vries 2008)"
    )
    return FigureRow(
        "overall", translate("CodeGrid", "Overall"), spoken, ruled=True, pinned=True, opens=_opens(shown, None)
    )


def _opens(shown: ShownReport, code: Code) -> Opener:
    if code is None:
        return shown.opens_all(_all_codes())
    return shown.opens_codes(code.name, (code.path,))


def _all_codes() -> str:
    return translate("CodeGrid", "All codes")


def _head(shown: ShownReport, measure: ShownMeasure) -> FigureHead:
    spoken, yields = spoken_name(measure, shown.report), _YIELDS.get(measure, 0)
    return FigureHead(measure, symbol(measure), spoken, _NARROWEST, yields=yields, fits=True)


def _coefficient_of(report: AgreementFigures, measure: Measure, code: CodeFigures | None) -> Coefficient:
    if code is None:
        return report.pooled.averages[measure].coefficient
    return code.agreement.coefficients[measure]


def _interval_of(report: AgreementReport, code: Code) -> Interval:
    return report.pooled.interval if code is None else code.interval


def _measure_column(shown: ShownReport, shown_as: ShownMeasure) -> Iterator[Column]:
    measure = measure_of(shown_as, shown.report)
    assert measure is not None
    yield _head(shown, shown_as), partial(_measure_cell, shown, measure)


def _measure_cell(shown: ShownReport, measure: Measure, code: Code) -> FigureCell:
    return figure_cell(_coefficient_of(shown.report, measure, code), measure, _opens(shown, code))


def _alpha_columns(shown: ShownReport, _shown_as: ShownMeasure) -> Iterator[Column]:
    head = _head(shown, ShownMeasure.ALPHA)
    yield replace(head, width=_WHISKER, least=_SHORT_WHISKER, at_left=True, grows=True), partial(_alpha_cell, shown)
    if shown.after is not None:
        text = translate("CodeGrid", "α after")
        spoken = translate("CodeGrid", "α after discussion. The figure before is the one to report")
        yield FigureHead("after", text, spoken, _NARROWEST, fits=True), partial(_after_cell, shown, shown.after)


def _alpha_cell(shown: ShownReport, code: Code) -> FigureCell:
    one = _coefficient_of(shown.report, Measure.ALPHA, code)
    interval = _interval_of(shown.report, code)
    text = numbers.coefficient(one)
    parts = (words.value_words(one, text), words.interval_words(interval), words.below_words(interval))
    return FigureCell(
        text,
        "; ".join(part for part in parts if part),
        _opens(shown, code),
        one.value,
        whisker_of(one, interval),
        strong=True,
    )


def _after_cell(shown: ShownReport, after: AgreementFigures, code: Code) -> FigureCell:
    known = shown.code_after(code) if code else None
    if code is not None and known is None:
        return _EMPTY
    one = _coefficient_of(after, Measure.ALPHA, known)
    text = numbers.coefficient(one)
    return FigureCell(text, words.value_words(one, text), _opens(shown, code), one.value)


def _passage_columns(shown: ShownReport, _shown_as: ShownMeasure) -> Iterator[Column]:
    for number, name in enumerate(shown.raters):
        yield coder_head(number, name), partial(_passage_cell, shown, number)


def _passage_cell(shown: ShownReport, rater: int, code: Code) -> FigureCell:
    codes = shown.report.codes if code is None else (code,)
    found = sum(one.agreement.spans[rater] for one in codes)
    title = by_rater(code.name if code else _all_codes(), shown.raters[rater])
    opens = shown.opens_passages(rater, [one.agreement.code for one in codes], title) if found else None
    return FigureCell(numbers.count(found), words.passage_count(found), opens, found)


def _prevalence_column(shown: ShownReport, shown_as: ShownMeasure) -> Iterator[Column]:
    yield _head(shown, shown_as), partial(_prevalence_cell, shown)


def _prevalence_cell(shown: ShownReport, code: Code) -> FigureCell:
    if code is None:
        return _EMPTY
    one = code.agreement.prevalence
    text = numbers.coefficient(None if one.value is None else 100 * one.value, 1)
    return FigureCell(text, words.value_words(one, words.percent(text)), _opens(shown, code), one.value)


def _unitizing_column(shown: ShownReport, shown_as: ShownMeasure) -> Iterator[Column]:
    yield _head(shown, shown_as), partial(_unitizing_cell, shown)


def _unitizing_cell(shown: ShownReport, code: Code) -> FigureCell:
    if code is None:
        return _EMPTY
    one = code.u_alpha_binary
    text = numbers.coefficient(one)
    return FigureCell(text, words.value_words(one, text), _opens(shown, code), one.value)


def _offset_column(shown: ShownReport, shown_as: ShownMeasure) -> Iterator[Column]:
    yield _head(shown, shown_as), partial(_offset_cell, shown)


def _offset_cell(shown: ShownReport, code: Code) -> FigureCell:
    if code is None:
        return _EMPTY
    offset = code.offset
    text = numbers.coefficient(offset.mean, 1)
    said = translate("CodeGrid", "{length} characters, {start} at the beginning and {end} at the end").format(
        length=text, start=numbers.coefficient(offset.start, 1), end=numbers.coefficient(offset.end, 1)
    )
    spoken = said if offset.pairs else translate("CodeGrid", "no shared passage to measure boundaries on")
    opens = shown.opens_shared(code.name, code.path) if offset.pairs else None
    return FigureCell(text, spoken, opens, offset.mean.value)


def _remark_column(shown: ShownReport, shown_as: ShownMeasure) -> Iterator[Column]:
    yield replace(_head(shown, shown_as), width=_REMARK, at_left=True), partial(_remark_cell, shown)


def _remark_cell(shown: ShownReport, code: Code) -> FigureCell:
    said = words.remark_words(code) if code else ""
    opens = _opens(shown, code) if said else None
    return FigureCell(said, said or translate("CodeGrid", "none"), opens, -len(code.remarks) if code else None)


_COLUMNS: dict[ShownMeasure, Callable[[ShownReport, ShownMeasure], Iterator[Column]]] = {
    ShownMeasure.PASSAGES: _passage_columns,
    ShownMeasure.PREVALENCE: _prevalence_column,
    ShownMeasure.POSITIVE_AGREEMENT: _measure_column,
    ShownMeasure.KAPPA: _measure_column,
    ShownMeasure.PI: _measure_column,
    ShownMeasure.BRENNAN_PREDIGER: _measure_column,
    ShownMeasure.AC1: _measure_column,
    ShownMeasure.ALPHA: _alpha_columns,
    ShownMeasure.U_ALPHA: _unitizing_column,
    ShownMeasure.OFFSET: _offset_column,
    ShownMeasure.PERCENT: _measure_column,
    ShownMeasure.REMARK: _remark_column,
}
