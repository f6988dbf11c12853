"""What the points of a drift are called, and why some have no value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from kodebenk.analysis.agreement.comparison import Interval
from kodebenk.analysis.agreement.drift import DriftBy, DriftGap, DriftPoint
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.number_words import counted

translate = QCoreApplication.translate


def point_name(point: DriftPoint) -> str:
    """Return "Round 2", "Week 19, 2025", the coder, or "Ane: round 1 → 2"."""
    match point.by:
        case DriftBy.ROUND:
            return translate("DriftWords", "Round {number}").format(number=point.round)
        case DriftBy.WEEK:
            year, _, week = point.label.partition("-W")
            return translate("DriftWords", "Week {week}, {year}").format(week=int(week), year=year)
        case DriftBy.STABILITY:
            said = translate("DriftWords", "{name}: round {one} → {other}")
            return said.format(name=point.label, one=point.round, other=point.next_round)
    return point.label


def short_name(point: DriftPoint) -> str:
    """Return the name as it stands under a plot."""
    match point.by:
        case DriftBy.ROUND:
            return str(point.round)
        case DriftBy.WEEK:
            return str(int(point.label.partition("-W")[2]))
        case DriftBy.STABILITY:
            return f"{point.label} {point.round}→{point.next_round}"
    return point.label


def spoken_name(point: DriftPoint) -> str:
    """Return the name with what it covers."""
    name = point_name(point)
    match point.by:
        case DriftBy.WEEK:
            last = QDate.fromString(point.before, "yyyy-MM-dd").addDays(-1)
            days = translate("DriftWords", "{first} to {last}").format(
                first=_day(QDate.fromString(point.since, "yyyy-MM-dd")), last=_day(last)
            )
            return f"{name} ({days})"
        case DriftBy.CODER:
            return translate("DriftWords", "{name} against each other coder").format(name=name)
    return name


def _day(date: QDate) -> str:
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def gap_words(point: DriftPoint) -> str:
    """Return why a point has no value; empty where it may have one."""
    match point.gap:
        case DriftGap.NOT_ALL_CODED:
            said = translate("DriftWords", "no value: nothing coded by {names}")
            return said.format(names=", ".join(point.absent))
        case DriftGap.NO_SHARED_DOCUMENT:
            return translate("DriftWords", "no value: no document that all have coded")
    return ""


def figure_words(point: DriftPoint, alpha: Coefficient, interval: Interval) -> str:
    """Return a point's alpha in words, with its interval and what it rests on, or why there is none."""
    if point.gap:
        return gap_words(point)
    parts = [
        translate("DriftWords", "α {alpha}").format(alpha=words.value_words(alpha, numbers.coefficient(alpha))),
        words.interval_words(interval),
        words.document_count(len(point.documents)),
        days_words(point),
    ]
    return "; ".join(part for part in parts if part)


def days_words(point: DriftPoint) -> str:
    """Return how many days lie between two rounds of a coder; empty where that is not known."""
    if point.days is None:
        return ""
    least, most = point.days
    if least == most:
        return counted(most, translate("DriftWords", "1 day between"), translate("DriftWords", "{count} days between"))
    return translate("DriftWords", "{least} to {most} days between").format(least=least, most=most)
