"""What measures, units and remarks are called in the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import ComparedCode, Remark, RemarkKind
from kodebenk.analysis.agreement.comparison import Interval, Measure, NoInterval
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.number_words import counted

translate = QCoreApplication.translate


def unit_count(unit: UnitKind | None, count: int) -> str:
    """Return "214 sentences"."""
    one, many = {
        UnitKind.CHARACTER: (
            translate("FigureWords", "1 character"),
            translate("FigureWords", "{count} characters"),
        ),
        UnitKind.WORD: (translate("FigureWords", "1 word"), translate("FigureWords", "{count} words")),
        UnitKind.SENTENCE: (translate("FigureWords", "1 sentence"), translate("FigureWords", "{count} sentences")),
        UnitKind.TURN: (translate("FigureWords", "1 turn"), translate("FigureWords", "{count} turns")),
        UnitKind.PARAGRAPH: (
            translate("FigureWords", "1 paragraph"),
            translate("FigureWords", "{count} paragraphs"),
        ),
    }[unit or UnitKind.SENTENCE]
    return counted(count, one, many)


def coder_count(count: int) -> str:
    return counted(count, translate("FigureWords", "1 coder"), translate("FigureWords", "{count} coders"))


def pass_count(count: int) -> str:
    return counted(count, translate("FigureWords", "1 pass"), translate("FigureWords", "{count} passes"))


def place_count(count: int) -> str:
    return counted(count, translate("FigureWords", "1 place"), translate("FigureWords", "{count} places"))


def passage_count(count: int) -> str:
    return counted(count, translate("FigureWords", "1 passage"), translate("FigureWords", "{count} passages"))


def document_count(count: int) -> str:
    return counted(count, translate("FigureWords", "1 document"), translate("FigureWords", "{count} documents"))


def titled(what: str, count: str) -> str:
    """Return "Trust: 8 places"."""
    return translate("FigureWords", "{what}: {count}").format(what=what, count=count)


def percent(number: str) -> str:
    """Return a number with the sign for percent."""
    return translate("FigureWords", "{number}%").format(number=number)


def measure_name(measure: Measure) -> str:
    """Return the name of a measure that a table shows."""
    return {
        Measure.PERCENT: translate("FigureWords", "percent agreement"),
        Measure.POSITIVE_AGREEMENT: translate("FigureWords", "positive agreement (F1)"),
        Measure.COHEN: translate("FigureWords", "Cohen's kappa"),
        Measure.CONGER: translate("FigureWords", "Conger's kappa"),
        Measure.SCOTT: translate("FigureWords", "Scott's pi"),
        Measure.FLEISS: translate("FigureWords", "Fleiss' kappa"),
        Measure.BRENNAN_PREDIGER: translate("FigureWords", "Brennan and Prediger's kappa"),
        Measure.AC1: translate("FigureWords", "Gwet's AC1"),
        Measure.ALPHA: translate("FigureWords", "Krippendorff's alpha"),
    }[measure]


def undefined_words(reason: Undefined) -> str:
    """Return why a coefficient has no value."""
    return {
        Undefined.NO_UNITS: translate("FigureWords", "no unit was judged by two"),
        Undefined.NO_VARIATION: translate("FigureWords", "no variation: everybody gives the same value everywhere"),
        Undefined.TOO_FEW_CODERS: translate("FigureWords", "it takes two coders"),
        Undefined.TOO_MANY_CODERS: translate("FigureWords", "the measure is for two coders"),
        Undefined.MISSING_VALUES: translate("FigureWords", "the measure allows no missing values"),
        Undefined.NOT_NUMERIC: translate("FigureWords", "the measure needs numbers"),
        Undefined.NOTHING_CODED: translate("FigureWords", "nobody has coded anything"),
        Undefined.TOO_MANY_UNITS: translate("FigureWords", "the computation takes too long"),
        Undefined.NOT_SEGMENTED: translate("FigureWords", "the measure is for texts without gaps"),
        Undefined.TOO_LITTLE: translate("FigureWords", "too little was coded by two"),
        Undefined.NO_PAIRS: translate("FigureWords", "no units of two lie near enough each other"),
    }[reason]


def value_words(one: Coefficient, shown: str) -> str:
    """Return the figure as shown, or in words that and why there is none."""
    if one.undefined is None:
        return shown
    return translate("FigureWords", "not defined ({reason})").format(reason=undefined_words(one.undefined))


def interval_words(one: Interval) -> str:
    """Return "95% interval from 0.51 to 0.77", or why there is none; empty where the figure has no value."""
    ends = numbers.interval(one)
    if ends:
        said = translate("FigureWords", "95% interval from {low} to {high}")
        return said.format(low=ends[0], high=ends[1])
    if one.missing is NoInterval.TOO_FEW_CLUSTERS:
        return translate("FigureWords", "too few turns or paragraphs for an interval")
    return ""


def below_words(one: Interval) -> str:
    """Return how many of the draws lie below the two guides; empty without an interval."""
    if one.below_667 is None or one.below_800 is None:
        return ""
    said = translate("FigureWords", "{low}% of the draws lie below {first}, {high}% below {second}")
    return said.format(
        low=numbers.percentage(one.below_667),
        high=numbers.percentage(one.below_800),
        first=numbers.coefficient(0.667),
        second=numbers.coefficient(0.8),
    )


def remark_words(code: ComparedCode) -> str:
    """Return the remarks on a code as one sentence, or an empty text."""
    said = "; ".join(map(_remark, code.remarks))
    # A Greek letter stays small: α is a symbol.
    return f"{said[0].upper() if said[0].isascii() else said[0]}{said[1:]}." if said else ""


def _remark(remark: Remark) -> str:
    match remark.kind:
        case RemarkKind.ONE_RATER:
            said = translate("FigureWords", "used by {name} only, {passages}")
            return said.format(name=remark.name, passages=passage_count(remark.count))
        case RemarkKind.SOME_RATERS:
            return translate("FigureWords", "used by {coders} only").format(coders=coder_count(remark.count))
        case RemarkKind.FEW_PASSAGES:
            said = translate("FigureWords", "rare: {passages} by one of the coders")
            return said.format(passages=passage_count(remark.count))
        case RemarkKind.UNDEFINED if remark.undefined is not None:
            said = translate("FigureWords", "|uα is not defined: {reason}")
            return said.format(reason=undefined_words(remark.undefined))
    return {
        RemarkKind.NOT_USED: translate("FigureWords", "the code was not used"),
        RemarkKind.NOT_ON_UNITS: translate("FigureWords", "no unit counts as coded"),
        RemarkKind.EVERYWHERE: translate("FigureWords", "everybody coded every unit"),
        RemarkKind.NO_SHARED_PASSAGE: translate("FigureWords", "no shared passage to measure boundaries on"),
        RemarkKind.UNEVEN: translate("FigureWords", "α and AC1 differ, for few or nearly all units are coded"),
        RemarkKind.NO_INTERVAL: translate("FigureWords", "too few turns or paragraphs for an interval"),
    }[remark.kind]
