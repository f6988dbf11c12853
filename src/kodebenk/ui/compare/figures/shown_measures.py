"""Which columns the table of codes has."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.ui.compare.figures import figure_words as words

translate = QCoreApplication.translate


class ShownMeasure(StrEnum):
    """What can be shown of a code, in the order of the columns. The values are remembered."""

    PASSAGES = "passages"
    PREVALENCE = "prevalence"
    POSITIVE_AGREEMENT = "f1"
    KAPPA = "kappa"
    PI = "pi"
    BRENNAN_PREDIGER = "bp"
    AC1 = "ac1"
    ALPHA = "alpha"
    U_ALPHA = "u_alpha"
    OFFSET = "offset"
    PERCENT = "percent"
    REMARK = "remark"


USUAL_MEASURES = frozenset({ShownMeasure.KAPPA, ShownMeasure.ALPHA, ShownMeasure.PERCENT})


def read_measures(names: frozenset[str]) -> frozenset[ShownMeasure]:
    """Return the measures of remembered names; unknown ones are passed by, and the usual stand for none."""
    known = {measure.value for measure in ShownMeasure}
    return frozenset(ShownMeasure(name) for name in names if name in known) or USUAL_MEASURES


def measure_of(shown: ShownMeasure, report: AgreementReport) -> Measure | None:
    """Return the measure of units that a column shows; None where it shows something else."""
    return {
        ShownMeasure.PERCENT: Measure.PERCENT,
        ShownMeasure.POSITIVE_AGREEMENT: Measure.POSITIVE_AGREEMENT,
        ShownMeasure.KAPPA: report.kappa,
        ShownMeasure.PI: report.pi,
        ShownMeasure.BRENNAN_PREDIGER: Measure.BRENNAN_PREDIGER,
        ShownMeasure.AC1: Measure.AC1,
        ShownMeasure.ALPHA: Measure.ALPHA,
    }.get(shown)


def symbol(shown: ShownMeasure) -> str:
    """Return the head of the column."""
    return {
        ShownMeasure.PASSAGES: translate("ShownMeasures", "n"),
        ShownMeasure.PREVALENCE: translate("ShownMeasures", "Coded %"),
        ShownMeasure.POSITIVE_AGREEMENT: "F1",
        ShownMeasure.KAPPA: "κ",
        ShownMeasure.PI: "π",
        ShownMeasure.BRENNAN_PREDIGER: "BP",
        ShownMeasure.AC1: "AC1",
        ShownMeasure.ALPHA: translate("ShownMeasures", "α with 95% CI"),
        ShownMeasure.U_ALPHA: "|uα",
        ShownMeasure.OFFSET: translate("ShownMeasures", "Offset"),
        ShownMeasure.PERCENT: "%",
        ShownMeasure.REMARK: translate("ShownMeasures", "Remark"),
    }[shown]


def spoken_name(shown: ShownMeasure, report: AgreementReport) -> str:
    """Return what the column shows, in words."""
    measure = measure_of(shown, report)
    if measure is not None:
        return words.measure_name(measure)
    return {
        ShownMeasure.PASSAGES: translate("ShownMeasures", "passages of each coder"),
        ShownMeasure.PREVALENCE: translate("ShownMeasures", "share of the judgements that are “coded”"),
        ShownMeasure.U_ALPHA: translate("ShownMeasures", "|uα, on where passages begin and end"),
        ShownMeasure.OFFSET: translate("ShownMeasures", "mean distance between the ends of shared passages"),
        ShownMeasure.REMARK: translate("ShownMeasures", "remark"),
    }[shown]


def menu_name(shown: ShownMeasure, report: AgreementReport | None) -> str:
    """Return the entry of the menu that chooses columns; without a report, kappa and pi have their symbols alone."""
    names = {
        ShownMeasure.PASSAGES: translate("ShownMeasures", "Passages of each coder (n)"),
        ShownMeasure.PREVALENCE: translate("ShownMeasures", "Share coded"),
        ShownMeasure.PERCENT: translate("ShownMeasures", "Percent agreement"),
        ShownMeasure.POSITIVE_AGREEMENT: translate("ShownMeasures", "Positive agreement (F1)"),
        ShownMeasure.U_ALPHA: translate("ShownMeasures", "Boundaries (|uα)"),
        ShownMeasure.OFFSET: translate("ShownMeasures", "Boundary offset"),
        ShownMeasure.ALPHA: translate("ShownMeasures", "Krippendorff's alpha with interval (α)"),
        ShownMeasure.BRENNAN_PREDIGER: translate("ShownMeasures", "Brennan and Prediger's kappa (BP)"),
        ShownMeasure.AC1: translate("ShownMeasures", "Gwet's AC1"),
        ShownMeasure.REMARK: translate("ShownMeasures", "Remark"),
    }
    if shown in names:
        return names[shown]
    if report is None:
        return symbol(shown)
    name = spoken_name(shown, report)
    return f"{name[0].upper()}{name[1:]} ({symbol(shown)})"
