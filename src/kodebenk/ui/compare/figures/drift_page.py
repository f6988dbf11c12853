"""Agreement over rounds, weeks, documents and coders, as a plot and as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.drift import TREND_WINDOW, DriftBy, DriftPoint
from kodebenk.ui.compare.cell_label import CellLabel
from kodebenk.ui.compare.figures.drift_grid import codes_of, make_drift_grid, make_plot
from kodebenk.ui.compare.figures.drift_plot import DriftPlot
from kodebenk.ui.compare.figures.figure_table import FigureTable
from kodebenk.ui.compare.figures.page_switch import PageSwitch
from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_EDGE = 14
_IN_TIME = (DriftBy.ROUND, DriftBy.WEEK)
_AGAINST = {
    DriftBy.CODER: (DriftBy.CODER, DriftBy.CONSENSUS),
    DriftBy.STABILITY: (DriftBy.STABILITY, DriftBy.FIRST_ROUND),
}
"""What stands under one name in the switch; a picker tells it apart."""


class DriftPage(QWidget):
    """What the points are, against what, which code is shown, the plot, and the same figures as a table.

    Signals:
        places_chosen(ChosenPlaces): the user wants to see what a point rests on.
        drift_requested(str): measure the points of this `DriftBy`; `show_points` follows.
    """

    places_chosen = Signal(object)
    drift_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._points: tuple[DriftPoint, ...] | None = None
        self._measured: dict[DriftBy, tuple[DriftPoint, ...]] = {}
        self._is_waiting = False
        self._path = self._order_of = ""
        self._against = {switched: choices[0] for switched, choices in _AGAINST.items()}
        self.by_switch = PageSwitch(appearance, DriftBy.ROUND)
        self.against_picker = PickButton(appearance, "", "users")
        self.order_picker = PickButton(appearance, "", "clock")
        self.code_picker = PickButton(appearance, "", "tag")
        self.caution = CellLabel(appearance)
        self.plot = DriftPlot(appearance)
        self._area = QScrollArea()
        self.table = FigureTable(appearance)
        self.note = CellLabel(appearance)
        self.measure_button = Button(appearance, "", "refresh-cw", "plain")
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        self._area.setWidget(self.plot)
        self._area.setWidgetResizable(True)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._fit_plot()
        self.caution.setContentsMargins(scaled(_EDGE), 0, scaled(_EDGE), 4)
        self.note.setContentsMargins(scaled(_EDGE), 6, scaled(_EDGE), 6)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for parts in (
            (self.by_switch,),
            (self.against_picker, self.order_picker, self.code_picker),
            (self.measure_button,),
        ):
            row = QHBoxLayout()
            row.setContentsMargins(scaled(_EDGE), 0, scaled(8), 8)
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.caution)
        column.addWidget(self._area)
        column.addWidget(self.note)
        column.addWidget(self.table)
        column.addStretch(1)

    @Slot()
    def _fit_plot(self) -> None:
        self._area.setFixedHeight(self.plot.sizeHint().height() + scaled(12))

    def _connect_signals(self) -> None:
        self._appearance.scale_changed.connect(self._fit_plot)
        self.by_switch.picked.connect(self._on_by_picked)
        self.against_picker.picked.connect(self._on_against_picked)
        self.order_picker.picked.connect(self._on_order_picked)
        self.code_picker.picked.connect(self._on_code_picked)
        self.measure_button.clicked.connect(self._on_measure_clicked)
        self.plot.point_chosen.connect(self._on_point_chosen)
        self.plot.current_changed.connect(self._on_current_changed)
        self.table.places_chosen.connect(self.places_chosen)
        self.setFocusProxy(self.plot)

    @property
    def drift_by(self) -> DriftBy:
        """What the points are that the user wants to see."""
        switched = DriftBy(self.by_switch.value)
        return self._against.get(switched, switched)

    def set_by(self, by: DriftBy) -> None:
        """Want other points, which are here if they were measured before; nothing is asked for."""
        switched = next((one for one, choices in _AGAINST.items() if by in choices), by)
        self.by_switch.set_value(switched)
        if switched in _AGAINST:
            self._against[switched] = by
        self._show_known()

    @property
    def is_measured(self) -> bool:
        return self._points is not None

    def request(self) -> None:
        """Ask for the points unless they are here."""
        if self._points is None:
            self._is_waiting = True
            self._fill()
            self.drift_requested.emit(self.drift_by.value)

    def show_points(self, points: Sequence[DriftPoint]) -> None:
        """Show points; those of something that the user no longer wants to see are kept for later."""
        if points and points[0].by is not self.drift_by:
            self._measured[points[0].by] = tuple(points)
            return
        if not points and self._points is not None:
            return  # nothing came of something else
        self._measured[self.drift_by] = tuple(points)
        self._show_known()

    def forget(self) -> None:
        """Show that nothing has been measured, as when the comparison is another one."""
        self._measured.clear()
        self._show_known()

    def stop_waiting(self) -> None:
        """Show that nothing came of what was asked for, as when the user stopped the work."""
        self._show_known()

    def _show_known(self) -> None:
        self._points = self._measured.get(self.drift_by)
        self._is_waiting = False
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.by_switch.set_pages(
            self.tr("What the points are"),
            [
                (DriftBy.ROUND, self.tr("Rounds")),
                (DriftBy.WEEK, self.tr("Weeks")),
                (DriftBy.ORDER, self.tr("Order")),
                (DriftBy.CODER, self.tr("Coders")),
                (DriftBy.STABILITY, self.tr("Stability")),
            ],
        )
        self.against_picker.set_caption(self.tr("Against"))
        self.order_picker.set_caption(self.tr("Order of"))
        self.code_picker.set_caption(self.tr("Code"))
        self.caution.setText(
            self.tr("Not agreement between independent coders: the consensus came out of these codings.")
        )
        self.measure_button.set_text(self.tr("Measure"))
        self.table.set_title(self.tr("Agreement point by point"))
        self._fill()

    def _fill(self) -> None:
        self._offer_against()
        self._offer_orders()
        points = self._shown_points()
        some = bool(points)
        for part in (self.code_picker, self._area, self.table):
            part.setVisible(some)
        self.caution.setVisible(some and self.drift_by is DriftBy.CONSENSUS)
        self.measure_button.setVisible(self._points is None and not self._is_waiting)
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

    def _shown_points(self) -> tuple[DriftPoint, ...]:
        """Return the points of the order that is chosen; all of them, where there are no orders to choose from."""
        return tuple(one for one in self._points or () if one.order_of == self._order_of)

    def _offer_against(self) -> None:
        names = {
            DriftBy.CODER: self.tr("the others"),
            DriftBy.CONSENSUS: self.tr("the consensus"),
            DriftBy.STABILITY: self.tr("the next round"),
            DriftBy.FIRST_ROUND: self.tr("the first round"),
        }
        choices = _AGAINST.get(DriftBy(self.by_switch.value), ())
        self.against_picker.setVisible(bool(choices))
        if choices:
            self.against_picker.set_choices([(one.value, names[one]) for one in choices], self.drift_by.value)

    def _offer_orders(self) -> None:
        orders = list(dict.fromkeys(one.order_of for one in self._points or ()))
        if self._order_of not in orders:
            self._order_of = ""
        self.order_picker.setVisible(len(orders) > 1)
        if orders:
            choices = [(one, one or self.tr("all")) for one in orders]
            self.order_picker.set_choices(choices, self._order_of)

    def _plot_title(self) -> str:
        what = self._path.rpartition("/")[2] or self.tr("all codes")
        return self.tr("Krippendorff's alpha point by point, {what}").format(what=what)

    def _note(self) -> str:
        if self._points is None:
            return self.tr("Being measured …") if self._is_waiting else ""
        if not self._points:
            return {
                DriftBy.STABILITY: self.tr("No coder has coded the compared sources in more than one round."),
                DriftBy.FIRST_ROUND: self.tr("No coder has coded the compared sources in more than one round."),
                DriftBy.ROUND: self.tr("One coder's rounds are compared already. See them under Codes."),
                DriftBy.CONSENSUS: self.tr("Nothing is settled yet. Settle differences first, then come back."),
            }.get(self.drift_by, self.tr("There is nothing to show."))
        current = self.plot.current
        return self.plot.points[current].spoken if current >= 0 else self._told()

    def _told(self) -> str:
        if self.drift_by is DriftBy.CODER and len(self._points or ()) == 2:
            return self.tr("Two coders have the same figure, each against the other.")
        if self.drift_by is DriftBy.ORDER:
            return self._order_told()
        return {
            DriftBy.ROUND: self.tr("Each round has what was coded in it."),
            DriftBy.WEEK: self.tr("A document belongs to the week in which the last coder finished it."),
            DriftBy.CODER: self.tr("Each coder against every other, these pairs put together."),
            DriftBy.CONSENSUS: self.tr(
                "Each coder's own codings against what was settled, in the documents in which nothing is open."
            ),
            DriftBy.STABILITY: self.tr("Each coder's rounds against the coder's own next ones, in the same texts."),
            DriftBy.FIRST_ROUND: self.tr("Each coder's later rounds against the coder's first one, in the same texts."),
        }[self.drift_by]

    def _order_told(self) -> str:
        points = self._shown_points()
        line = self.tr("The line is α of {count} documents together, the one and those before it.")
        said = self._whose_order(points)
        return f"{said} {line.format(count=TREND_WINDOW)}" if len(points) >= TREND_WINDOW else said

    def _whose_order(self, points: Sequence[DriftPoint]) -> str:
        if len(points) > 1 and len({one.finished_at for one in points}) == 1:
            return self.tr("All were finished at the same time, as after an import: the order is that of the material.")
        if self._order_of:
            return self.tr("Documents in the order in which {name} finished them.").format(name=self._order_of)
        return self.tr("Documents in the order in which the last coder finished them.")

    @Slot(str)
    def _on_by_picked(self, _value: str) -> None:
        self._show_known()
        self.request()

    @Slot(str)
    def _on_against_picked(self, value: str) -> None:
        self.set_by(DriftBy(value))
        self.request()

    @Slot(str)
    def _on_order_picked(self, name: str) -> None:
        self._order_of = name
        self._fill()

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
    def _on_current_changed(self, number: int) -> None:
        self.note.setText(self._note())
        if number >= 0:
            center = self.plot.center_of(number)
            self._area.ensureVisible(round(center.x()), round(center.y()), scaled(_EDGE), 0)
