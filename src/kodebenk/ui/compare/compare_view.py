"""The comparison itself: the text with its lanes, figures over the list of differences, and the decision beside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_report import AgreementFigures, AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import Measure
from kodebenk.analysis.agreement.consensus_codings import ConsensusCoding
from kodebenk.analysis.agreement.values import Coefficient
from kodebenk.application import consensus_actions
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.passage import Passage
from kodebenk.ui.compare.differences.decision_panel import DecisionPanel
from kodebenk.ui.compare.differences.difference_list import DifferenceList
from kodebenk.ui.compare.differences.difference_view import decision_key
from kodebenk.ui.compare.effect_source import Weighing
from kodebenk.ui.compare.figures.figures_panel import FiguresPanel
from kodebenk.ui.compare.lanes.lanes_view import LanesView
from kodebenk.ui.compare.place_numbers import number_places
from kodebenk.ui.compare.setup.side_frame import WIDTH
from kodebenk.ui.compare.shown_places import ChosenPlaces, ShownPlace
from kodebenk.ui.compare.side import Side
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_COLUMNS = (610, 405)
_ROWS = (400, 378)


class CompareView(QWidget):
    """Shows a comparison, and keeps text, list and decision at the same place.

    Signals:
        done(str), done_to_many(str), failed(WorkbenchError): as those of a workspace.
        passage_requested(int, int, int): show this passage in the coding workspace (code points).
        document_changed(): another document is on the screen.
        weighing_wanted(Weighing): a decision is being thought of; None when it is not any more.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)
    passage_requested = Signal(int, int, int)
    document_changed = Signal()
    weighing_wanted = Signal(object)

    def __init__(self, project: OpenProject, appearance: Appearance, side: Side, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._side = side
        self._read: ReadComparison | None = None
        self._places: Mapping[int, tuple[ShownPlace, ...]] = {}
        self._document_id = 0
        self._with_statistics = True
        self._is_narrow = False
        self._current: ShownPlace | None = None
        self.lanes = LanesView(appearance)
        self.picker = PickButton(appearance)
        self.figures = FiguresPanel(appearance)
        self.differences = DifferenceList(appearance)
        self.decision = DecisionPanel(project, appearance)
        self._columns = QSplitter(Qt.Orientation.Horizontal)
        self._rows = QSplitter(Qt.Orientation.Vertical)
        # The panel has shortcuts of its own; here the keyboard is beside it.
        self._save_shortcuts = [QShortcut(QKeySequence(keys), self) for keys in ("Ctrl+Return", "Ctrl+Enter")]
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        self._columns.setObjectName("compare_columns")
        self._rows.setObjectName("compare_rows")
        self.picker.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.lanes.header_left.addWidget(self.picker)
        for panel in (self.figures, self.differences):
            self._rows.addWidget(panel)
        for column in (self.lanes, self._rows):
            self._columns.addWidget(column)
        for splitter, sizes in ((self._columns, _COLUMNS), (self._rows, _ROWS)):
            splitter.setChildrenCollapsible(False)
            splitter.setSizes([scaled(size) for size in sizes])
        self._columns.setStretchFactor(0, 1)
        self._columns.setStretchFactor(1, 0)
        self._rows.setStretchFactor(1, 1)
        self.decision.setFixedWidth(scaled(WIDTH))
        self._side.add(self.decision)
        self.setFocusProxy(self.differences.view)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._columns)

    def _connect_signals(self) -> None:
        self.picker.picked.connect(self._on_document_picked)
        self.lanes.place_chosen.connect(self.choose)
        self.lanes.passage_requested.connect(self.passage_requested)
        self.figures.places_chosen.connect(self._on_places_chosen)
        self.differences.place_chosen.connect(self.choose)
        self.differences.passage_requested.connect(self.passage_requested)
        self.differences.passage_pointed.connect(self._on_passage_pointed)
        self.differences.document_wanted.connect(self.show_document)
        self.differences.decision_key_pressed.connect(self._on_decision_key_pressed)
        self.differences.accept_agreed_requested.connect(self.accept_agreed)
        self.decision.considered.connect(self._on_considered)
        self.decision.done.connect(self.done)
        self.decision.done_to_many.connect(self.done_to_many)
        self.decision.passage_requested.connect(self.passage_requested)
        self.decision.failed.connect(self.failed)
        for shortcut in self._save_shortcuts:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.save_decision)
        self.decision.next_requested.connect(self._on_next_requested)
        self.decision.closed.connect(self._side.close)
        self._side.closed.connect(self._on_side_closed)
        self._side.changed.connect(self._show_columns)

    # What is shown

    @property
    def report(self) -> AgreementReport | None:
        return self._read.report if self._read is not None else None

    @property
    def document_id(self) -> int:
        """Return the document on the screen, 0 for none."""
        return self._document_id

    @property
    def current(self) -> ShownPlace | None:
        """Return the place that is marked."""
        return self._current

    def show_comparison(self, read: ReadComparison, *, statistics: bool) -> None:
        """Show a comparison with its report; document and place stay where they were if it has them too."""
        assert read.report is not None, "nothing to show"
        before = self._current
        if self.report is None or self.report.setup != read.report.setup:
            self.differences.show_chosen(None)
        self._read, self._with_statistics = read, statistics
        book = read.material.codebook
        self.figures.setVisible(statistics)
        if statistics:
            self.figures.show_report(
                read.report,
                book,
                read.after,
                sources=read.material.sources,
                respondents=read.material.respondents,
            )
        known = [one.id for one in read.report.documents]
        if self._document_id not in known:
            self._document_id = self._first_document(read.report)
        self.show_decisions()
        again = self._find_again(before)
        if again is None:
            self._let_go()
        else:
            self._mark(again)
            if self._side.shown is self.decision:
                self._show_decision(again)

    def show_decisions(self) -> None:
        """Number the places, with what is settled about them by now."""
        report = self.report
        if report is None:
            return
        self._places = number_places(report, consensus_actions.decisions(self._project))
        if self._current is not None:
            self._current = self._find_again(self._current)
        self._show_list()
        self._show_text()
        self._show_documents()

    def _first_document(self, report: AgreementReport) -> int:
        """Return the first document with a difference, or the first of all."""
        differing = {place.document_id for place in report.disagreements}
        ids = [one.id for one in report.documents]
        return next((one for one in ids if one in differing), ids[0])

    def _find_again(self, before: ShownPlace | None) -> ShownPlace | None:
        if before is None:
            return None
        here = self._places.get(before.place.document_id, ())
        return next((one for one in here if _is_same(one.place, before.place)), None)

    def _show_list(self) -> None:
        report = self.report
        if report is None or self._read is None:
            return
        self.differences.show_places(
            [one for document in report.documents for one in self._places[document.id]],
            codebook=self._read.material.codebook,
            rater_names=[one.name for one in report.setup.raters],
            document_id=self._document_id,
            report=report,
        )
        self.differences.set_current(self._current.index if self._current is not None else None)

    def _show_text(self) -> None:
        report = self.report
        if report is None or self._read is None:
            return
        material = self._read.material
        self.lanes.show_source(
            material.sources[self._document_id],
            report=report,
            document_number=[one.id for one in report.documents].index(self._document_id),
            codebook=material.codebook,
            coders={one.id: one for one in self._read.stand.people},
            respondents=material.respondents,
            places=self._places[self._document_id],
        )

    def _show_documents(self) -> None:
        report = self.report
        if report is not None:
            self.picker.set_choices([(str(one.id), one.name) for one in report.documents], str(self._document_id))

    @Slot(int)
    def show_document(self, document_id: int) -> None:
        """Show another of the compared documents."""
        if document_id == self._document_id or document_id not in self._places:
            return
        self._document_id = document_id
        self.picker.set_key(str(document_id))
        self._current = None
        self._show_text()
        self._show_list()
        self.document_changed.emit()

    def set_narrow(self, narrow: bool) -> None:
        """Let a panel at the right take the place of figures and list, where there is no room for all."""
        self._is_narrow = narrow
        self._show_columns()

    @Slot()
    def _show_columns(self) -> None:
        hidden = self._is_narrow and self._side.shown is not None
        focused = QApplication.focusWidget()
        had_focus = hidden and focused is not None and self._rows.isAncestorOf(focused)
        self._rows.setVisible(not hidden)
        if had_focus and self._side.shown is self.decision:
            self._focus_decision()

    def _focus_decision(self) -> None:
        """Give the panel the keyboard: its choices, or the way on where everything is settled."""
        is_asking = not self.decision.form.isHidden()
        target = self.decision.form.first_focus() if is_asking else self.decision.next_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # One place

    @Slot(int)
    def choose(self, index: int) -> None:
        """Go to a place of the report and ask for a decision, or only show it where nobody differs about it."""
        report = self.report
        if report is None:
            return
        place = report.places[index]
        self.show_document(place.document_id)
        shown = next((one for one in self._places[place.document_id] if one.index == index), None)
        if shown is None:
            self._on_passage_pointed(place.document_id, place.start, place.end)
            return
        self._show_decision(shown)
        # First, since the text wraps anew where the panel takes its room.
        self._side.show(self.decision)
        self._mark(shown)

    def _mark(self, shown: ShownPlace) -> None:
        self._current = shown
        self.lanes.set_current(shown.index)
        self.differences.set_current(shown.index)

    def _show_decision(self, shown: ShownPlace) -> None:
        report = self.report
        if report is None:
            return
        focused = QApplication.focusWidget()
        was_inside = focused is not None and self.decision.isAncestorOf(focused)
        before = self.decision.shown
        self.decision.show_place(shown, report, self.selected_passage)
        if was_inside:
            self._keep_focus_inside(focused, is_other=before is None or not _is_same(before.place, shown.place))
        after = self._read.after if self._read is not None else None
        if self._with_statistics and shown.is_settled and after is not None:
            path = _leading_code(shown.place)
            self.decision.show_effect(path, _alpha(report, path), _alpha(after, path))

    def _keep_focus_inside(self, focused: QWidget | None, *, is_other: bool) -> None:
        """Give the panel the keyboard back that it had, away from what was written about another place."""
        now = QApplication.focusWidget()
        is_writing = is_other and (now is not focused or self.decision.form.isAncestorOf(now or self))
        if is_writing or not self.decision.isAncestorOf(now or self):
            self._focus_decision()

    @Slot(object)
    def _on_considered(self, wanted: tuple[ConsensusCoding, ...] | None) -> None:
        shown, report = self.decision.shown, self.report
        if shown is None or report is None or self._read is None or wanted is None or not self._with_statistics:
            self.weighing_wanted.emit(None)
            return
        path = _leading_code(shown.place)
        code_id = next((code.id for code in report.codes if code.path == path), None)
        if code_id is not None:
            self.weighing_wanted.emit(Weighing(self._read, shown.place, wanted, code_id))

    @Slot(object, object)
    def show_weighed(self, weighing: Weighing, alpha: Coefficient) -> None:
        """Show what a decision would do to the agreement, if it is still thought of."""
        shown, report = self.decision.shown, self.report
        if shown is None or report is None or shown.place is not weighing.place or self.decision.form.isHidden():
            return
        path = _leading_code(shown.place)
        self.decision.show_effect(path, _alpha(report, path), alpha.value)

    def selected_passage(self) -> Passage | None:
        """Return the words that are selected in the text, None without a selection."""
        return self.lanes.selected_passage()

    def step(self, by: int) -> None:
        """Go to the next difference (1) or the one before (−1)."""
        self.differences.step(by)

    def _let_go(self) -> None:
        self._current = None
        self.lanes.set_current(None)
        self.differences.set_current(None)
        self.decision.clear()
        if self._side.shown is self.decision:
            self._side.show(None)

    @Slot()
    def _on_side_closed(self) -> None:
        if self.isVisible():
            self.differences.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_document_picked(self, key: str) -> None:
        self.show_document(int(key))

    @Slot(object)
    def _on_places_chosen(self, chosen: ChosenPlaces) -> None:
        self.differences.show_chosen(chosen)
        self.differences.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, int, int)
    def _on_passage_pointed(self, document_id: int, start: int, end: int) -> None:
        """Show a passage about which nothing is to be decided."""
        self.show_document(document_id)
        self._current = None
        self.lanes.set_current(None)
        self.lanes.point_at(start, end)
        self.decision.clear()
        if self._side.shown is self.decision:
            self._side.show(None)

    @Slot()
    def accept_agreed(self) -> None:
        """Take the places about which all agree into the consensus."""
        if self.report is not None:
            self.decision.take_agreed(self.report)

    @property
    def can_save(self) -> bool:
        """Return whether the panel is open, and says enough to be kept."""
        button = self.decision.save_button
        return self._side.shown is self.decision and not button.isHidden() and button.isEnabled()

    @Slot()
    def save_decision(self) -> None:
        """Keep what was chosen in the panel, if it is open and something was, and go on."""
        if self._side.shown is self.decision:
            self.decision.confirm()

    @Slot(str)
    def _on_decision_key_pressed(self, key: str) -> None:
        self.decision.press(key)

    @Slot()
    def _on_next_requested(self) -> None:
        self.step(1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of a decision where nothing else wants them, as in the text or on a button."""
        key = decision_key(event)
        if not (key and self._side.shown is self.decision and self.decision.press(key)):
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self.picker.setToolTip(self.tr("Source on the screen"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()


def _is_same(one: ComparedPlace, other: ComparedPlace) -> bool:
    return (one.document_id, one.start, one.end, one.kind, set(one.codes)) == (
        other.document_id,
        other.start,
        other.end,
        other.kind,
        set(other.codes),
    )


def _leading_code(place: ComparedPlace) -> str:
    """Return the code that most raters gave."""
    counts = Counter(path for paths in place.codes for path in paths)
    return counts.most_common(1)[0][0]


def _alpha(report: AgreementFigures, path: str) -> float | None:
    for code in report.codes:
        if code.path == path:
            return code.agreement.coefficients[Measure.ALPHA].value
    return None
