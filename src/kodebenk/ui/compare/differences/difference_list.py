"""The list of places where coders differ, or of the passages behind a figure."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.domain.codebook import Codebook
from kodebenk.ui.compare.differences.difference_rows import (
    DifferenceRow,
    all_rows,
    chosen_rows,
    document_order,
    filter_rows,
)
from kodebenk.ui.compare.differences.difference_view import DifferenceView
from kodebenk.ui.compare.differences.difference_words import PlaceTeller
from kodebenk.ui.compare.differences.filter_row import FilterRow
from kodebenk.ui.compare.shown_places import ChosenPlaces, ShownPlace
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.theme import Appearance


class DifferenceList(QWidget):
    """Lists places; one of them is current.

    Signals:
        place_chosen(int): a row became current by mouse or key; index among the report's places.
        passage_requested(int, int, int): open this passage (document id, code points).
        passage_pointed(int, int, int): a passage behind a figure became current that is no place of the report.
        document_wanted(int): show this document, in which the row chosen lies; `place_chosen` follows.
        chosen_closed(): back from the passages of a figure to all differences.
        decision_key_pressed(str): a letter or digit for the decision panel.
        accept_agreed_requested(): take the agreed places into the consensus.
        mend_requested(): show what is to be mended in the codebook.
    """

    place_chosen = Signal(int)
    passage_requested = Signal(int, int, int)
    passage_pointed = Signal(int, int, int)
    document_wanted = Signal(int)
    chosen_closed = Signal()
    decision_key_pressed = Signal(str)
    accept_agreed_requested = Signal()
    mend_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._teller = PlaceTeller(Codebook(), (), None)
        self._codebook = Codebook()
        self._rows: list[DifferenceRow] = []
        self._document_id: int | None = None
        self._chosen: ChosenPlaces | None = None
        self._current: int | None = None
        self.filter_button = IconButton(appearance, "list-filter", "")
        self.filter_button.setCheckable(True)
        self.menu_button = IconButton(appearance, "ellipsis", "")
        self.back_button = IconButton(appearance, "x", "")
        self.header = PanelHeader("", "", (self.filter_button, self.menu_button, self.back_button))
        self.filters = FilterRow(appearance)
        self.view = DifferenceView(appearance)
        self.empty = EmptyState(appearance, "equal", "", "", framed=False)
        self._widen = self.empty.set_action("")
        self._pages = QStackedWidget()
        self._menu = QMenu(self)
        self._accept_action = QAction(self._menu)
        self._mend_action = QAction(self._menu)
        self._arrange()
        self._connect_signals()
        self._refresh()

    def _arrange(self) -> None:
        self._menu.addActions([self._accept_action, self._mend_action])
        self.menu_button.setMenu(self._menu)
        self.filters.hide()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addWidget(self._pages, 1)

    def _connect_signals(self) -> None:
        self.filter_button.toggled.connect(self._on_filter_toggled)
        self.filters.filter_changed.connect(self._on_filter_changed)
        self.view.row_chosen.connect(self._on_row_chosen)
        self.view.row_opened.connect(self._on_row_opened)
        self.view.decision_key_pressed.connect(self.decision_key_pressed)
        self.back_button.clicked.connect(self._on_back_clicked)
        self._widen.clicked.connect(self.filters.widen)
        self._accept_action.triggered.connect(self.accept_agreed_requested)
        self._mend_action.triggered.connect(self.mend_requested)

    def show_places(
        self,
        places: Sequence[ShownPlace],
        *,
        codebook: Codebook,
        rater_names: Sequence[str],
        document_id: int | None,
        report: AgreementReport | None = None,
    ) -> None:
        """Show the places of a comparison.

        Args:
            places: of all documents.
            codebook: of the project.
            rater_names: by number.
            document_id: the text on the screen; None where there is none.
            report: of the comparison. Without it the list knows neither where raters begin and end nor agreed places.
        """
        if report is None or report is not self._teller.report or codebook != self._codebook:
            self._teller = PlaceTeller(codebook, rater_names, report)
        self._codebook = codebook
        self._rows = all_rows(places, report)
        self._document_id = document_id
        self.filters.offer(self._codes(), rater_names, has_agreed=report is not None)
        self._refresh()

    def show_chosen(self, chosen: ChosenPlaces | None) -> None:
        """Show the passages behind a figure instead; None goes back to the differences."""
        self._chosen = chosen
        self._refresh()

    def set_current(self, index: int | None) -> None:
        """Make the row of a place current, without `place_chosen`; None makes none current."""
        self._current = index
        self.view.choose_quietly(self.view.differences.row_of(index))

    def step(self, by: int) -> None:
        """Go to the next row (1) or the one before (−1); behind the last of a text comes the first of the next."""
        at = self.view.currentIndex().row()
        rows = self.view.differences.rows
        wanted = at + by if at >= 0 else (0 if by > 0 else len(rows) - 1)
        if 0 <= wanted < len(rows):
            self.view.setCurrentIndex(self.view.differences.index(wanted))
        elif self._chosen is None and not self.filters.filter.all_texts:
            self._step_into_next_text(by)

    def _step_into_next_text(self, by: int) -> None:
        wanted = filter_rows(self._rows, self.filters.filter, self._teller, None)
        order = document_order(self._rows, self._teller)
        here = order.get(self._document_id, -1) if self._document_id is not None else -1
        beyond = [row for row in wanted if (order[row.place.document_id] - here) * by > 0]
        if not beyond:
            return
        nearest = min(beyond, key=lambda row: order[row.place.document_id] * by).place.document_id
        rows = [row for row in beyond if row.place.document_id == nearest]
        self._choose(rows[0] if by > 0 else rows[-1])

    def _codes(self) -> list[tuple[str, str]]:
        paths = {path for row in self._rows for paths in row.place.codes for path in paths}
        ordered = [path for path in self._teller.paths if path in paths]
        return [(path, self._teller.name(path)) for path in ordered]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._teller.forget()
            self._refresh()

    def _refresh(self) -> None:
        wanted = self.filters.filter
        if self._chosen is not None:
            rows = chosen_rows(self._rows, self._chosen.places)
        else:
            rows = filter_rows(self._rows, wanted, self._teller, self._document_id)
        with_document = wanted.all_texts if self._chosen is None else len({one.place.document_id for one in rows}) > 1
        self.view.differences.show_rows(rows, self._teller, with_document=with_document)
        self.view.choose_quietly(self.view.differences.row_of(self._current))
        self._pages.setCurrentWidget(self.view if rows else self.empty)
        self._translate(len(rows))

    def _translate(self, listed: int) -> None:
        is_chosen = self._chosen is not None
        self.header.set_title(self._chosen.title if self._chosen is not None else self.tr("Differences"))
        self.header.set_count("" if is_chosen else self._count_words(listed))
        self.filter_button.set_name(self.tr("Filter and order"))
        self.filter_button.setVisible(not is_chosen)
        self.filters.setVisible(self.filter_button.isChecked() and not is_chosen)
        self.menu_button.set_name(self.tr("More"))
        self.menu_button.setVisible(not is_chosen)
        self.back_button.set_name(self.tr("Back to all differences"))
        self.back_button.setVisible(is_chosen)
        self.view.setAccessibleName(self._chosen.title if self._chosen is not None else self.tr("Differences"))
        self._translate_menu()
        self._translate_empty()

    def _translate_menu(self) -> None:
        report = self._teller.report
        agreed = report.place_counts[DisagreementClass.AGREE] if report is not None else 0
        words = self.tr("Take 1 agreed place into the consensus")
        if agreed != 1:
            words = self.tr("Take {count} agreed places into the consensus")
        self._accept_action.setText(words.replace("{count}", QLocale().toString(agreed)))
        self._accept_action.setEnabled(agreed > 0)
        self._mend_action.setText(self.tr("Codebook to mend …"))

    def _translate_empty(self) -> None:
        self._widen.set_text(self.tr("Show all differences"))
        is_narrow = self.filters.filter.is_narrow and self._chosen is None
        self._widen.setVisible(is_narrow)
        if self._chosen is not None:
            self.empty.set_texts(self.tr("No passages"), self.tr("There is no passage behind this figure."))
        elif is_narrow:
            self.empty.set_texts(self.tr("Nothing fits"), self.tr("The filter lets no place of this text through."))
        elif self.filters.filter.all_texts or self._document_id is None:
            self.empty.set_texts(self.tr("They do not differ here"), self.tr("All coded the texts alike."))
        else:
            self.empty.set_texts(self.tr("They do not differ here"), self.tr("All coded this text alike."))

    def _count_words(self, listed: int) -> str:
        all_texts = self.filters.filter.all_texts
        here = [
            row.shown
            for row in self._rows
            if row.shown is not None and row.number and (all_texts or row.place.document_id == self._document_id)
        ]
        if not here:
            return ""
        still_open = sum(not one.is_settled for one in here)
        words = (
            self.tr("{open} open of {count} in all texts")
            if all_texts
            else self.tr("{open} open of {count} in this text")
        )
        number = QLocale().toString
        said = words.format(open=number(still_open), count=number(len(here)))
        if self.filters.filter.is_narrow:
            said += " · " + self.tr("{count} shown").format(count=number(listed))
        return said

    def _choose(self, row: DifferenceRow) -> None:
        place = row.place
        self._current = row.shown.index if row.shown is not None else None
        if place.document_id != self._document_id:
            self.document_wanted.emit(place.document_id)
        if row.shown is not None:
            self.place_chosen.emit(row.shown.index)
        else:
            self.passage_pointed.emit(place.document_id, place.start, place.end)

    @Slot(object)
    def _on_row_chosen(self, row: DifferenceRow) -> None:
        self._choose(row)

    @Slot(object)
    def _on_row_opened(self, row: DifferenceRow) -> None:
        self.passage_requested.emit(row.place.document_id, row.place.start, row.place.end)

    @Slot(bool)
    def _on_filter_toggled(self, shown: bool) -> None:
        self.filters.setVisible(shown)

    @Slot()
    def _on_filter_changed(self) -> None:
        self._refresh()

    @Slot()
    def _on_back_clicked(self) -> None:
        self.show_chosen(None)
        self.chosen_closed.emit()
