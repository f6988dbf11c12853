"""Agreement over rounds, weeks and coders, as a plot and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.drift import DriftBy, DriftPoint
from kodebenk.ui.compare.figures.drift_grid import codes_of, make_drift_grid, make_plot
from kodebenk.ui.compare.figures.drift_plot import DriftPlot
from kodebenk.ui.compare.figures.figure_table import FigureTable
from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_EDGE = 14
_IN_TIME = (DriftBy.ROUND, DriftBy.WEEK)


class DriftPage(QWidget):
    """What the points are, which code is shown, the plot, and the same figures as a table.

    Signals:
        places_chosen(ChosenPlaces): the user wants to see what a point rests on.
        drift_requested(str): measure the points of this `DriftBy`; `show_points` follows.
    """

    places_chosen = Signal(object)
    drift_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._points: tuple[DriftPoint, ...] | None = None
        self._path = ""
        self.by_switch = SegmentedControl(appearance, "", (), DriftBy.ROUND)
        self.code_picker = PickButton(appearance, "", "tag")
        self.plot = DriftPlot(appearance)
        self._area = QScrollArea()
        self.table = FigureTable(appearance)
        self.note = make_label("", "meta", wrap=True)
        self.measure_button = Button(appearance, "", "refresh-cw", "plain")
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        self._area.setWidget(self.plot)
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setMinimumHeight(self.plot.sizeHint().height() + scaled(12))
        self._area.setMaximumHeight(self.plot.sizeHint().height() + scaled(12))
        self.note.setContentsMargins(scaled(_EDGE), 6, scaled(_EDGE), 6)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.by_switch, self.code_picker, self.measure_button):
            row = QHBoxLayout()
            row.setContentsMargins(scaled(_EDGE), 0, scaled(8), 8)
            row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self._area)
        column.addWidget(self.note)
        column.addWidget(self.table)
        column.addStretch(1)

    def _connect_signals(self) -> None:
        self.by_switch.picked.connect(self._on_by_picked)
        self.code_picker.picked.connect(self._on_code_picked)
        self.measure_button.clicked.connect(self._on_measure_clicked)
        self.plot.point_chosen.connect(self._on_point_chosen)
        self.plot.current_changed.connect(self._on_current_changed)
        self.table.places_chosen.connect(self.places_chosen)
        self.setFocusProxy(self.plot)

    @property
    def drift_by(self) -> DriftBy:
        """What the points are that the user wants to see."""
        return DriftBy(self.by_switch.value)

    @property
    def is_measured(self) -> bool:
        return self._points is not None

    def request(self) -> None:
        """Ask for the points unless they are here."""
        if self._points is None:
            self.drift_requested.emit(self.drift_by.value)

    def show_points(self, points: Sequence[DriftPoint]) -> None:
        """Show points; those of something that the user no longer wants to see are passed by."""
        if points and points[0].by is not self.drift_by:
            return
        self._points = tuple(points)
        self._fill()

    def forget(self) -> None:
        """Show that nothing has been measured, as when the comparison is another one or the user stopped the work."""
        self._points = None
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.by_switch.setAccessibleName(self.tr("What the points are"))
        self.by_switch.set_segments(
            [
                Segment(DriftBy.ROUND, self.tr("Rounds")),
                Segment(DriftBy.WEEK, self.tr("Weeks")),
                Segment(DriftBy.CODER, self.tr("Coders")),
                Segment(DriftBy.STABILITY, self.tr("Stability")),
            ],
            self.by_switch.value or DriftBy.ROUND,
        )
        self.code_picker.set_caption(self.tr("Code"))
        self.measure_button.set_text(self.tr("Measure"))
        self.table.set_title(self.tr("Agreement point by point"))
        self._fill()

    def _fill(self) -> None:
        points = self._points or ()
        some = bool(points)
        for part in (self.code_picker, self._area, self.table):
            part.setVisible(some)
        self.measure_button.setVisible(self._points is None)
        codes = codes_of(points)
        if self._path not in codes:
            self._path = ""
        names = [("", self.tr("All codes")), *((path, path.replace("/", " / ")) for path in codes)]
        self.code_picker.set_choices(names, self._path)
        self.plot.setAccessibleName(self._plot_title())
        self.plot.show_points(make_plot(points, self._path), joined=self.drift_by in _IN_TIME)
        if some:
            self.table.show_grid(make_drift_grid(points, self._path))
        self.note.setText(self._note())
        self.note.setVisible(bool(self.note.text()))

    def _plot_title(self) -> str:
        what = self._path.rpartition("/")[2] or self.tr("all codes")
        return self.tr("Krippendorff's alpha point by point, {what}").format(what=what)

    def _note(self) -> str:
        if self._points is None:
            return ""
        if not self._points:
            return {
                DriftBy.STABILITY: self.tr("No coder has coded in more than one round."),
                DriftBy.ROUND: self.tr("One coder's rounds are compared already. See them under Codes."),
            }.get(self.drift_by, self.tr("There is nothing to show."))
        current = self.plot.current
        if current >= 0:
            return self.plot.points[current].spoken
        if self.drift_by is DriftBy.CODER and len(self._points) == 2:
            return self.tr("Two coders have the same figure, each against the other.")
        return {
            DriftBy.ROUND: self.tr("Each round has what was coded in it."),
            DriftBy.WEEK: self.tr("A document belongs to the week in which the last coder finished it."),
            DriftBy.CODER: self.tr("Each coder against every other, these pairs put together."),
            DriftBy.STABILITY: self.tr("Each coder's rounds against the coder's own next ones, in the same texts."),
        }[self.drift_by]

    @Slot(str)
    def _on_by_picked(self, _value: str) -> None:
        self.forget()
        self.request()

    @Slot(str)
    def _on_code_picked(self, path: str) -> None:
        self._path = path
        self._fill()

    @Slot()
    def _on_measure_clicked(self) -> None:
        self.request()

    @Slot(int)
    def _on_point_chosen(self, number: int) -> None:
        opens = self.plot.points[number].opens
        if opens is not None:
            self.places_chosen.emit(opens())

    @Slot(int)
    def _on_current_changed(self, _number: int) -> None:
        self.note.setText(self._note())
