"""Makes the table of coders against coders."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import RaterPair
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.figure_cells import FigureCell, FigureGrid, FigureHead, FigureRow
from kodebenk.ui.compare.figures.shown_report import ShownReport, between, by_rater

translate = QCoreApplication.translate
_WIDTH = 84

_Pairs = Mapping[tuple[int, int], RaterPair]


def make_coder_grid(shown: ShownReport) -> FigureGrid:
    """Return pooled α above the diagonal, shared passages below it, and each coder's own passages on it."""
    pairs = {(pair.one, pair.other): pair for pair in shown.report.pairs}
    names = shown.raters
    every = range(len(names))
    return FigureGrid(
        translate("CoderGrid", "Coder"),
        tuple(FigureHead(f"coder {at}", names[at], names[at], _WIDTH) for at in every),
        tuple(FigureRow(f"coder {at}", names[at], names[at]) for at in every),
        tuple(tuple(_cell(shown, pairs, row, column) for column in every) for row in every),
    )


def _cell(shown: ShownReport, pairs: _Pairs, row: int, column: int) -> FigureCell:
    if row == column:
        return _own_cell(shown, row)
    if row < column:
        return _alpha_cell(shown, pairs[row, column])
    return _shared_cell(shown, pairs[column, row])


def _own_cell(shown: ShownReport, rater: int) -> FigureCell:
    codes = shown.report.codes
    found = sum(code.agreement.spans[rater] for code in codes)
    title = by_rater(translate("CoderGrid", "All codes"), shown.raters[rater])
    spoken = translate("CoderGrid", "{passages} of their own").format(passages=words.passage_count(found))
    opens = shown.opens_passages(rater, range(len(codes)), title) if found else None
    return FigureCell(numbers.count(found), spoken, opens, found, framed=True)


def _alpha_cell(shown: ShownReport, pair: RaterPair) -> FigureCell:
    alpha, kappa, percent = (
        pair.pooled[measure].coefficient for measure in (Measure.ALPHA, Measure.COHEN, Measure.PERCENT)
    )
    text = numbers.coefficient(alpha)
    spoken = translate("CoderGrid", "α {alpha}, κ {kappa}, {percent}% agreement, all codes pooled").format(
        alpha=words.value_words(alpha, text),
        kappa=numbers.coefficient(kappa),
        percent=numbers.percentage(percent),
    )
    title = between(shown.raters[pair.one], shown.raters[pair.other])
    return FigureCell(f"α {text}", spoken, shown.opens_pair(title, pair.one, pair.other), alpha.value, strong=True)


def _shared_cell(shown: ShownReport, pair: RaterPair) -> FigureCell:
    passages = pair.confusion.passages
    found = sum(passages[code][code] for code in range(len(passages) - 1))
    units = words.unit_count(shown.report.setup.unit, shown.report.units)
    spoken = translate("CoderGrid", "{passages} with the same code, in {units}").format(
        passages=words.passage_count(found), units=units
    )
    text = translate("CoderGrid", "{shared} shared").format(shared=numbers.count(found))
    title = between(shown.raters[pair.one], shown.raters[pair.other])
    opens = shown.opens_alike(pair.one, pair.other, title) if found else None
    return FigureCell(text, spoken, opens, found)
