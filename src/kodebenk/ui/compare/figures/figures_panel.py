"""The figures of a comparison: by code, code against code, coder against coder, by source, and over time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_report import AgreementFigures, AgreementReport
from kodebenk.analysis.agreement.drift import DriftBy, DriftPoint
from kodebenk.analysis.agreement.shared_passages import ComparedTexts
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.analysis.attribution import Source
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.actions import SEPARATOR, MenuEntry
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.coders_page import CodersPage
from kodebenk.ui.compare.figures.codes_page import CodesPage
from kodebenk.ui.compare.figures.drift_page import DriftPage
from kodebenk.ui.compare.figures.heat_page import HeatPage
from kodebenk.ui.compare.figures.page_area import PageArea
from kodebenk.ui.compare.figures.page_switch import PageSwitch
from kodebenk.ui.compare.figures.shown_measures import USUAL_MEASURES, ShownMeasure, menu_name, read_measures
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.compare.figures.sources_page import SourcesPage
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_EDGE = 14


class FigurePage(StrEnum):
    """The pages, in the order of their segments."""

    CODES = "codes"
    HEAT = "heat"
    CODERS = "coders"
    SOURCES = "sources"
    DRIFT = "drift"


class FiguresPanel(QFrame):
    """The figures of one report. Each opens the passages that it rests on.

    Signals:
        places_chosen(ChosenPlaces): the user wants to see what a figure rests on.
        drift_requested(str): measure the points of this `DriftBy`, then call `show_drift`, or `end_drift` if
            nothing came of it.
    """

    places_chosen = Signal(object)
    drift_requested = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownReport | None = None
        self._measures = USUAL_MEASURES
        self._count = make_label("", "meta")
        self._header = PanelHeader("", buttons=(self._count,))
        self.switch = PageSwitch(appearance, FigurePage.CODES)
        self.codes = CodesPage(appearance)
        self.heat = HeatPage(appearance)
        self.coders = CodersPage(appearance)
        self.sources = SourcesPage(appearance)
        self.drift = DriftPage(appearance)
        self._pages = (self.codes, self.heat, self.coders, self.sources, self.drift)
        self._stack = QStackedWidget()
        self.setProperty("surface", "panel")
        self._arrange()
        self._connect_signals()
        self.setFocusProxy(self.codes)
        self._retranslate()

    def _arrange(self) -> None:
        for page in self._pages:
            self._stack.addWidget(PageArea(page))
        row = QHBoxLayout()
        row.setContentsMargins(scaled(_EDGE), 0, scaled(8), 8)
        row.addWidget(self.switch)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _connect_signals(self) -> None:
        self.switch.picked.connect(self._on_page_picked)
        for page in self._pages:
            page.places_chosen.connect(self.places_chosen)
        self.drift.drift_requested.connect(self.drift_requested)

    def show_report(
        self,
        report: AgreementReport,
        codebook: Codebook,
        after: AgreementFigures | None,
        *,
        sources: Mapping[int, Source],
        respondents: Mapping[int, Respondent],
    ) -> None:
        """Show the figures of a report.

        Args:
            report: of the comparison.
            codebook: gives marks and themes.
            after: the same comparison with the decisions put in; None where nothing was decided.
            sources: those compared, by id; asked when the user opens the passages behind a count.
            respondents: by id.
        """
        compared_anew = self._shown is None or self._shown.report is not report
        self._shown = ShownReport(report, after, ComparedTexts(codebook, sources, respondents))
        self._show()
        if compared_anew:
            self.forget_drift()
            if self.page is FigurePage.DRIFT:
                self.drift.request()

    @Slot(object, object)
    def show_alpha_of_all(self, report: AgreementReport, alpha: Coefficient) -> None:
        """Say below the codes what alpha is with the units that a report leaves out."""
        self.codes.show_alpha_of_all(report, alpha)

    def clear(self) -> None:
        """Show nothing, as when nothing is compared."""
        self._shown = None
        self._show()
        self.forget_drift()

    def show_drift(self, points: Sequence[DriftPoint]) -> None:
        """Show how agreement moved; points of something that is not asked for any more are passed by."""
        self.drift.show_points(points)

    def forget_drift(self) -> None:
        """Show that agreement over time is not measured; a button asks for it."""
        self.drift.forget()

    @Slot()
    def end_drift(self) -> None:
        """Show that nothing came of what was asked for; a button asks again."""
        self.drift.stop_waiting()

    @property
    def page(self) -> FigurePage:
        return FigurePage(self.switch.value)

    @property
    def drift_by(self) -> DriftBy:
        """What the points over time are that the user wants to see."""
        return self.drift.drift_by

    def show_page(self, page: FigurePage) -> None:
        """Turn to a page."""
        self.switch.set_value(page)
        self._turn(page)

    @property
    def measures(self) -> frozenset[str]:
        """The columns of the table of codes, as they are remembered."""
        return frozenset(measure.value for measure in self._measures)

    def set_measures(self, names: frozenset[str]) -> None:
        """Show these columns; unknown names are passed by, and the usual stand for none."""
        self._measures = read_measures(names)
        self.codes.set_measures(self._measures)

    def measures_menu(self) -> list[MenuEntry]:
        """Return the entries of a menu that chooses the columns of the table of codes."""
        return [
            *(
                MenuEntry(self._measure_words(one), partial(self._turn_measure, one), checked=one in self._measures)
                for one in ShownMeasure
            ),
            SEPARATOR,
            MenuEntry(
                self.tr("Restore the usual measures"),
                self._restore_measures,
                enabled=self._measures != USUAL_MEASURES,
            ),
        ]

    def _measure_words(self, measure: ShownMeasure) -> str:
        name = menu_name(measure, self._shown.report if self._shown else None)
        if measure not in self.codes.table.dropped:
            return name
        return self.tr("{measure}: no room now, make the panel wider").format(measure=name)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Return the keys of the panel and what they do, for F1."""
        return (
            ("Enter", self.tr("show the passages behind a figure")),
            ("Alt+↑ Alt+↓", self.tr("sort by this column")),
            ("Alt+←", self.tr("order of the codebook again")),
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.switch.set_pages(
            self.tr("Figures"),
            [
                (FigurePage.CODES, self.tr("Codes")),
                (FigurePage.HEAT, self.tr("Code × code")),
                (FigurePage.CODERS, self.tr("Coders")),
                (FigurePage.SOURCES, self.tr("Sources")),
                (FigurePage.DRIFT, self.tr("Over time")),
            ],
        )
        self._name()

    def _name(self) -> None:
        titles = {
            FigurePage.CODES: self.tr("Agreement by code"),
            FigurePage.HEAT: self.tr("Code against code"),
            FigurePage.CODERS: self.tr("Coder against coder"),
            FigurePage.SOURCES: self.tr("Agreement by source and speaker"),
            FigurePage.DRIFT: self.tr("Agreement over time"),
        }
        self._header.set_title(titles[self.page])
        self._count.setText(self._count_words())

    def _count_words(self) -> str:
        if self._shown is None:
            return ""
        report = self._shown.report
        units = words.unit_count(report.setup.unit, report.units)
        count = words.pass_count if report.setup.is_stability else words.coder_count
        return f"{units} · {count(len(report.setup.raters))}"

    def _show(self) -> None:
        self.codes.show_report(self._shown)
        self.heat.show_report(self._shown)
        self.coders.show_report(self._shown)
        self.sources.show_report(self._shown)
        self._name()

    def _turn(self, page: FigurePage) -> None:
        at = list(FigurePage).index(page)
        self._stack.setCurrentIndex(at)
        self.setFocusProxy(self._pages[at])
        self._name()
        if page is FigurePage.DRIFT and self._shown is not None:
            self.drift.request()

    def _turn_measure(self, measure: ShownMeasure) -> None:
        self._choose_measures(self._measures ^ {measure})

    def _restore_measures(self) -> None:
        self._choose_measures(USUAL_MEASURES)

    def _choose_measures(self, wanted: frozenset[ShownMeasure]) -> None:
        self.set_measures(frozenset(one.value for one in wanted))

    @Slot(str)
    def _on_page_picked(self, value: str) -> None:
        self._turn(FigurePage(value))
