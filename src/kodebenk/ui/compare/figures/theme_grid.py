"""Makes the tables of themes, and of all codes of a unit together."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import ComparedTheme
from kodebenk.analysis.agreement.set_valued_alpha import SetDistance
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.figure_cells import FigureCell, FigureGrid, FigureHead, FigureRow, Opener
from kodebenk.ui.compare.figures.shown_report import ShownReport

translate = QCoreApplication.translate


def make_theme_grid(shown: ShownReport) -> FigureGrid:
    """Return a row for each theme with several used codes."""
    return FigureGrid(
        translate("ThemeGrid", "Theme"),
        (
            FigureHead("u", "uα", translate("ThemeGrid", "uα, on units, codes and gaps")),
            FigureHead("cu", "cuα", translate("ThemeGrid", "cuα, on the code where two have coded")),
            FigureHead(
                "coverage",
                translate("ThemeGrid", "Coverage"),
                translate("ThemeGrid", "share of the text that cuα rests on"),
                74,
            ),
            FigureHead(
                "one",
                translate("ThemeGrid", "As one code"),
                translate("ThemeGrid", "α of the theme as if it were one code"),
                92,
            ),
        ),
        tuple(_theme_row(shown, theme) for theme in shown.report.themes),
        tuple(_theme_cells(shown, theme) for theme in shown.report.themes),
    )


def make_set_grid(shown: ShownReport) -> FigureGrid:
    """Return one row: all codes of a unit taken as a set."""
    opens = shown.opens_all(translate("ThemeGrid", "All codes"))
    name = translate("ThemeGrid", "All codes of a unit")
    heads = {
        SetDistance.MASI: translate("ThemeGrid", "α (MASI)"),
        SetDistance.JACCARD: translate("ThemeGrid", "α (Jaccard)"),
    }
    spoken = {
        SetDistance.MASI: translate("ThemeGrid", "α of sets with the MASI distance"),
        SetDistance.JACCARD: translate("ThemeGrid", "α of sets with the Jaccard distance"),
    }
    cells = tuple(_cell(shown.report.sets[one], opens) for one in heads)
    columns = tuple(FigureHead(one, heads[one], spoken[one], 92) for one in heads)
    return FigureGrid(translate("ThemeGrid", "Sets"), columns, (FigureRow("sets", name, name, opens=opens),), (cells,))


def _theme_row(shown: ShownReport, theme: ComparedTheme) -> FigureRow:
    names = ", ".join(path.rpartition("/")[2] for path in theme.codes)
    return FigureRow(f"theme {theme.id}", theme.name, f"{theme.name}: {names}", opens=_opens(shown, theme))


def _theme_cells(shown: ShownReport, theme: ComparedTheme) -> tuple[FigureCell, ...]:
    opens = _opens(shown, theme)
    as_one = _cell(theme.alpha, opens)
    if theme.alphas is None:
        reason = translate("ThemeGrid", "not defined: {names} gave two of its codes to the same words").format(
            names=", ".join(theme.overlapping)
        )
        return (*(FigureCell(numbers.NONE, reason, opens),) * 3, as_one)
    covered = theme.alphas.coverage
    coverage = words.percent(numbers.percentage(covered))
    return (
        _cell(theme.alphas.u_alpha, opens),
        _cell(theme.alphas.cu_alpha, opens),
        FigureCell(coverage, coverage, opens, covered),
        as_one,
    )


def _opens(shown: ShownReport, theme: ComparedTheme) -> Opener:
    return shown.opens_codes(theme.name, theme.codes)


def _cell(one: Coefficient, opens: Opener) -> FigureCell:
    text = numbers.coefficient(one)
    return FigureCell(text, words.value_words(one, text), opens, one.value)
