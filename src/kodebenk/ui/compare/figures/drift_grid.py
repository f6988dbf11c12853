"""Makes of the points of a drift what the plot draws and the table under it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.comparison import Interval
from kodebenk.analysis.agreement.drift import DriftBy, DriftPoint
from kodebenk.analysis.agreement.values import Coefficient, Undefined
from kodebenk.ui.compare.figures import drift_words
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.figure_cells import (
    FigureCell,
    FigureGrid,
    FigureHead,
    FigureRow,
    Opener,
    Whisker,
    whisker_of,
)
from kodebenk.ui.compare.shown_places import ChosenPlaces

translate = QCoreApplication.translate
_WHISKER = 150
_NUMBER = 68


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """What the plot draws at one place: `ground` is the value for all codes where `whisker` is that of one code."""

    label: str
    spoken: str
    whisker: Whisker
    ground: float | None = None
    opens: Opener | None = None


def make_plot(points: Sequence[DriftPoint], path: str) -> tuple[PlotPoint, ...]:
    """Return the points of one code, or with an empty path of all codes pooled."""
    return tuple(_plot_point(point, path) for point in points)


def make_drift_grid(points: Sequence[DriftPoint], path: str) -> FigureGrid:
    """Return the same figures as a table."""
    stability = bool(points) and points[0].by is DriftBy.STABILITY
    columns = [
        FigureHead(
            "alpha",
            translate("DriftGrid", "α with 95% CI"),
            translate("DriftGrid", "Krippendorff's alpha"),
            _WHISKER,
            at_left=True,
            grows=True,
        ),
        FigureHead("units", translate("DriftGrid", "Units"), _units_spoken(points), _NUMBER),
        FigureHead("documents", translate("DriftGrid", "Texts"), translate("DriftGrid", "documents"), _NUMBER),
    ]
    if stability:
        columns.append(
            FigureHead("days", translate("DriftGrid", "Days"), translate("DriftGrid", "days between"), _NUMBER)
        )
    return FigureGrid(
        _corner(points),
        tuple(columns),
        tuple(_row(point, path) for point in points),
        tuple(_cells(point, path)[: len(columns)] for point in points),
    )


def _corner(points: Sequence[DriftPoint]) -> str:
    by = points[0].by if points else None
    named = {DriftBy.ROUND: translate("DriftGrid", "Round"), DriftBy.WEEK: translate("DriftGrid", "Week")}
    return named.get(by, translate("DriftGrid", "Coder")) if by else ""


def _units_spoken(points: Sequence[DriftPoint]) -> str:
    if points and points[0].by is DriftBy.CODER:
        return translate("DriftGrid", "units compared, once with each other coder")
    return translate("DriftGrid", "units compared")


def codes_of(points: Sequence[DriftPoint]) -> list[str]:
    """Return the paths of the codes that some point knows, in the order of the codebook."""
    return list(dict.fromkeys(code.path for point in points for code in point.codes))


def _figure_of(point: DriftPoint, path: str) -> tuple[Coefficient, Interval]:
    if not path:
        return point.alpha, point.interval
    found = ((code.alpha, code.interval) for code in point.codes if code.path == path)
    return next(found, (Coefficient(undefined=Undefined.NOTHING_CODED), Interval()))


def _plot_point(point: DriftPoint, path: str) -> PlotPoint:
    alpha, interval = _figure_of(point, path)
    said = f"{drift_words.spoken_name(point)}: {drift_words.figure_words(point, alpha, interval)}"
    ground = point.alpha.value if path else None
    return PlotPoint(drift_words.short_name(point), said, whisker_of(alpha, interval), ground, _opens(point, path))


def _row(point: DriftPoint, path: str) -> FigureRow:
    name = drift_words.point_name(point)
    key = f"{point.by} {point.label} {point.round}"
    return FigureRow(
        key,
        name,
        drift_words.spoken_name(point),
        remark=drift_words.gap_words(point),
        faint=point.gap is not None,
        opens=_opens(point, path),
    )


def _cells(point: DriftPoint, path: str) -> tuple[FigureCell, ...]:
    alpha, interval = _figure_of(point, path)
    opens = _opens(point, path)
    days = "–".join(map(str, sorted(set(point.days)))) if point.days else numbers.NONE
    return (
        FigureCell(
            numbers.coefficient(alpha),
            drift_words.figure_words(point, alpha, interval),
            opens,
            alpha.value,
            whisker_of(alpha, interval),
            strong=True,
        ),
        FigureCell(numbers.count(point.units), numbers.count(point.units), opens, point.units),
        FigureCell(
            numbers.count(len(point.documents)), words.document_count(len(point.documents)), opens, len(point.documents)
        ),
        FigureCell(days, drift_words.days_words(point) or numbers.NONE, opens, point.days[0] if point.days else None),
    )


def _opens(point: DriftPoint, path: str) -> Opener | None:
    return partial(_choose, point, path) if point.places else None


def _choose(point: DriftPoint, path: str) -> ChosenPlaces:
    places = tuple(one for one in point.places if not path or any(path in its for its in one.codes))
    name = drift_words.point_name(point)
    title = f"{name}, {path.rpartition('/')[2]}" if path else name
    return ChosenPlaces(words.titled(title, words.place_count(len(places))), places)
