"""Makes of the points of a drift what the plot draws and the table under it says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.comparison import Interval
from kodebenk.analysis.agreement.drift import TREND_WINDOW, DriftBy, DriftPoint
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
_SHORT_WHISKER = 100
_NARROWEST = 34


@dataclass(frozen=True, slots=True)
class PlotPoint:
    """What the plot draws at one place.

    Attributes:
        ground: the value for all codes, where `whisker` is that of one code.
        trend: where a line runs that is not that from point to point.
    """

    label: str
    spoken: str
    whisker: Whisker
    ground: float | None = None
    opens: Opener | None = None
    trend: float | None = None


def make_plot(points: Sequence[DriftPoint], path: str) -> tuple[PlotPoint, ...]:
    """Return the points of one code, or with an empty path of all codes pooled."""
    return tuple(_plot_point(point, path, number) for number, point in enumerate(points, 1))


def make_drift_grid(points: Sequence[DriftPoint], path: str) -> FigureGrid:
    """Return the same figures as a table."""
    columns = [_COLUMNS[key] for key in _KEYS.get(points[0].by, _USUAL)] if points else []
    return FigureGrid(
        _corner(points),
        tuple(head(points) for head, _ in columns),
        tuple(_row(point, path, number) for number, point in enumerate(points, 1)),
        tuple(tuple(fill(point, path) for _, fill in columns) for point in points),
    )


def _corner(points: Sequence[DriftPoint]) -> str:
    named = {
        DriftBy.ROUND: translate("DriftGrid", "Round"),
        DriftBy.WEEK: translate("DriftGrid", "Week"),
        DriftBy.ORDER: translate("DriftGrid", "Document"),
    }
    return named.get(points[0].by, translate("DriftGrid", "Coder")) if points else ""


def _units_spoken(points: Sequence[DriftPoint]) -> str:
    if points and points[0].by is DriftBy.CODER:
        return translate("DriftGrid", "units compared, once with each other coder")
    return translate("DriftGrid", "units compared")


def codes_of(points: Sequence[DriftPoint]) -> list[str]:
    """Return the paths of the codes that some point knows, in the order of the codebook."""
    return list(dict.fromkeys(code.path for point in points for code in point.codes))


def _figure_of(point: DriftPoint, path: str) -> tuple[Coefficient, Interval, Coefficient | None]:
    if not path:
        return point.alpha, point.interval, point.trend
    found = ((code.alpha, code.interval, code.trend) for code in point.codes if code.path == path)
    return next(found, (Coefficient(undefined=Undefined.NOTHING_CODED), Interval(), None))


def _plot_point(point: DriftPoint, path: str, number: int) -> PlotPoint:
    alpha, interval, trend = _figure_of(point, path)
    said = f"{drift_words.spoken_name(point)}: {drift_words.figure_words(point, alpha, interval, trend)}"
    return PlotPoint(
        drift_words.short_name(point, number),
        said,
        whisker_of(alpha, interval),
        point.alpha.value if path else None,
        _opens(point, path),
        trend.value if trend else None,
    )


def _row(point: DriftPoint, path: str, number: int) -> FigureRow:
    name, key = drift_words.point_name(point), f"{point.by} {point.label} {point.round}"
    if point.by is DriftBy.ORDER:
        name, key = f"{numbers.count(number)}. {name}", f"{point.by} {point.documents[0]}"
    elif point.by in (DriftBy.STABILITY, DriftBy.FIRST_ROUND):
        key = f"{key} {point.next_round}"
    return FigureRow(
        key,
        name,
        drift_words.spoken_name(point),
        remark=drift_words.gap_words(point),
        faint=point.gap is not None,
        opens=_opens(point, path),
    )


def _alpha_head(_points: Sequence[DriftPoint]) -> FigureHead:
    text, spoken = translate("DriftGrid", "α with 95% CI"), translate("DriftGrid", "Krippendorff's alpha")
    return FigureHead("alpha", text, spoken, _WHISKER, at_left=True, grows=True, least=_SHORT_WHISKER)


def _alpha_cell(point: DriftPoint, path: str) -> FigureCell:
    alpha, interval, trend = _figure_of(point, path)
    said = drift_words.figure_words(point, alpha, interval, trend)
    opens = _opens(point, path)
    return FigureCell(numbers.coefficient(alpha), said, opens, alpha.value, whisker_of(alpha, interval), strong=True)


def _trend_head(_points: Sequence[DriftPoint]) -> FigureHead:
    text = translate("DriftGrid", "α of {count}").format(count=TREND_WINDOW)
    spoken = translate("DriftGrid", "α of the document and the {count} before it together")
    return FigureHead("trend", text, spoken.format(count=TREND_WINDOW - 1), _NARROWEST, fits=True)


def _trend_cell(point: DriftPoint, path: str) -> FigureCell:
    _, _, trend = _figure_of(point, path)
    if trend is None:
        return FigureCell(numbers.NONE, translate("DriftGrid", "too few documents before it"))
    return FigureCell(numbers.coefficient(trend), drift_words.trend_words(trend), order=trend.value)


def _units_head(points: Sequence[DriftPoint]) -> FigureHead:
    return FigureHead("units", translate("DriftGrid", "Units"), _units_spoken(points), _NARROWEST, fits=True)


def _units_cell(point: DriftPoint, path: str) -> FigureCell:
    return FigureCell(numbers.count(point.units), numbers.count(point.units), _opens(point, path), point.units)


def _documents_head(_points: Sequence[DriftPoint]) -> FigureHead:
    return FigureHead(
        "documents", translate("DriftGrid", "Texts"), translate("DriftGrid", "documents"), _NARROWEST, fits=True
    )


def _documents_cell(point: DriftPoint, path: str) -> FigureCell:
    count = len(point.documents)
    return FigureCell(numbers.count(count), words.document_count(count), _opens(point, path), count)


def _days_head(_points: Sequence[DriftPoint]) -> FigureHead:
    return FigureHead(
        "days", translate("DriftGrid", "Days"), translate("DriftGrid", "days between"), _NARROWEST, fits=True
    )


def _days_cell(point: DriftPoint, path: str) -> FigureCell:
    days = "–".join(map(str, sorted(set(point.days)))) if point.days else numbers.NONE
    said = drift_words.days_words(point) or numbers.NONE
    return FigureCell(days, said, _opens(point, path), point.days[0] if point.days else None)


def _finished_head(_points: Sequence[DriftPoint]) -> FigureHead:
    text, spoken = translate("DriftGrid", "Finished"), translate("DriftGrid", "day on which it was finished")
    return FigureHead("finished", text, spoken, _NARROWEST, fits=True, yields=1)


def _finished_cell(point: DriftPoint, path: str) -> FigureCell:
    said = drift_words.finish_words(point) or numbers.NONE
    order = datetime.fromisoformat(point.finished_at).timestamp() if point.finished_at else None
    return FigureCell(drift_words.finish_day(point) or numbers.NONE, said, _opens(point, path), order)


_COLUMNS: Mapping[str, tuple[Callable[[Sequence[DriftPoint]], FigureHead], Callable[[DriftPoint, str], FigureCell]]] = {
    "alpha": (_alpha_head, _alpha_cell),
    "trend": (_trend_head, _trend_cell),
    "units": (_units_head, _units_cell),
    "documents": (_documents_head, _documents_cell),
    "days": (_days_head, _days_cell),
    "finished": (_finished_head, _finished_cell),
}
_USUAL = ("alpha", "units", "documents")
_KEYS = {
    DriftBy.ORDER: ("alpha", "trend", "units", "finished"),
    DriftBy.STABILITY: (*_USUAL, "days"),
    DriftBy.FIRST_ROUND: (*_USUAL, "days"),
}


def _opens(point: DriftPoint, path: str) -> Opener | None:
    return partial(_choose, point, path) if point.places else None


def _choose(point: DriftPoint, path: str) -> ChosenPlaces:
    places = tuple(one for one in point.places if not path or any(path in its for its in one.codes))
    name = drift_words.point_name(point)
    title = f"{name}, {path.rpartition('/')[2]}" if path else name
    return ChosenPlaces(words.titled(title, words.place_count(len(places))), places)
