"""What the points of a drift are called, and why some have no value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, Qt

from kodebenk.analysis.agreement.comparison import Interval
from kodebenk.analysis.agreement.drift import TREND_WINDOW, DriftBy, DriftGap, DriftPoint
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.number_words import counted

translate = QCoreApplication.translate


def point_name(point: DriftPoint) -> str:
    """Return "Round 2", "Week 19, 2025", the document or the coder, or "Ane: round 1 → 2"."""
    match point.by:
        case DriftBy.ROUND:
            return translate("DriftWords", "Round {number}").format(number=point.round)
        case DriftBy.WEEK:
            year, _, week = point.label.partition("-W")
            return translate("DriftWords", "Week {week}, {year}").format(week=int(week), year=year)
        case DriftBy.STABILITY | DriftBy.FIRST_ROUND:
            said = translate("DriftWords", "{name}: round {one} → {other}")
            return said.format(name=point.label, one=point.round, other=point.next_round)
    return point.label


def short_name(point: DriftPoint, number: int) -> str:
    """Return the name as it stands under a plot; `number` is the point's own, from 1."""
    match point.by:
        case DriftBy.ORDER:
            return numbers.count(number)
        case DriftBy.ROUND:
            return str(point.round)
        case DriftBy.WEEK:
            return str(int(point.label.partition("-W")[2]))
        case DriftBy.STABILITY | DriftBy.FIRST_ROUND:
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
        case DriftBy.CONSENSUS:
            return translate("DriftWords", "{name} against the consensus").format(name=name)
    return name


def _day(date: QDate) -> str:
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


def finish_words(point: DriftPoint) -> str:
    """Return when a document was finished, and by whom; empty where that is not known."""
    if not point.finished_at:
        return ""
    said = translate("DriftWords", "finished by {name} on {day}")
    return said.format(name=point.finished_by, day=finish_day(point))


def finish_day(point: DriftPoint) -> str:
    """Return the day on which a document was finished, in the user's time."""
    moment = QDateTime.fromString(point.finished_at, Qt.DateFormat.ISODate)
    return _day(moment.toLocalTime().date()) if moment.isValid() else ""


def gap_words(point: DriftPoint) -> str:
    """Return why a point has no value; empty where it may have one."""
    match point.gap:
        case DriftGap.NOT_ALL_CODED:
            said = translate("DriftWords", "no value: nothing coded by {names}")
            return said.format(names=", ".join(point.absent))
        case DriftGap.NO_SHARED_DOCUMENT:
            return translate("DriftWords", "no value: no document that all have coded")
        case DriftGap.OPEN_DIFFERENCES:
            return translate("DriftWords", "no value: every document has a difference that nobody has decided about")
    return ""


def figure_words(point: DriftPoint, alpha: Coefficient, interval: Interval, trend: Coefficient | None = None) -> str:
    """Return a point's alpha in words, with its interval and what it rests on, or why there is none."""
    if point.gap:
        return gap_words(point)
    is_document = point.by is DriftBy.ORDER
    parts = [
        translate("DriftWords", "α {alpha}").format(alpha=words.value_words(alpha, numbers.coefficient(alpha))),
        words.interval_words(interval),
        unit_count(point.units) if is_document else words.document_count(len(point.documents)),
        days_words(point),
        trend_words(trend) if trend else "",
        finish_words(point),
    ]
    return "; ".join(part for part in parts if part)


def unit_count(count: int) -> str:
    return counted(count, translate("DriftWords", "1 unit"), translate("DriftWords", "{count} units"))


def trend_words(trend: Coefficient) -> str:
    """Return alpha of a document and those before it together."""
    said = translate("DriftWords", "the last {count} together {alpha}")
    return said.format(count=TREND_WINDOW, alpha=words.value_words(trend, numbers.coefficient(trend)))


def days_words(point: DriftPoint) -> str:
    """Return how many days lie between two rounds of a coder; empty where that is not known."""
    if point.days is None:
        return ""
    least, most = point.days
    if least == most:
        return counted(most, translate("DriftWords", "1 day between"), translate("DriftWords", "{count} days between"))
    return translate("DriftWords", "{least} to {most} days between").format(least=least, most=most)
