"""The workspace in which coders are compared: toolbar, comparison, set-up, and the work behind them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.coders_setup import AgreementSetup
from kodebenk.application import coding_tasks, comparison_actions
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.actions import SEPARATOR, MenuEntry
from kodebenk.ui.background import BackgroundTask
from kodebenk.ui.compare.compare_status import draws_items, round_items
from kodebenk.ui.compare.compare_view import CompareView
from kodebenk.ui.compare.comparison_source import ComparisonSource
from kodebenk.ui.compare.differences.mend_sheet import MendSheet
from kodebenk.ui.compare.drift_source import DriftSource
from kodebenk.ui.compare.effect_source import EffectSource
from kodebenk.ui.compare.lanes.lanes_view import SPLIT_KEY
from kodebenk.ui.compare.scope_source import ScopeSource
from kodebenk.ui.compare.setup.compare_toolbar import CompareToolbar
from kodebenk.ui.compare.setup.empty_page import EmptyPage, EmptyReason, why_empty
from kodebenk.ui.compare.setup.setup_desk import SetupDesk
from kodebenk.ui.compare.side import Side
from kodebenk.ui.components.labels import make_line
from kodebenk.ui.components.stage import Stage
from kodebenk.ui.shell.sheet import SheetHost
from kodebenk.ui.shell.work_card import WorkCard
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem, Workspace

if TYPE_CHECKING:
    from kodebenk.application.open_project import OpenProject
    from kodebenk.ui.project_signals import ProjectSignals

_NARROW = 1200
_IN_LANES, _SIDE_BY_SIDE = "lanes", "side by side"


class CompareScreen(Workspace):
    """Where coders differ, what they settle about it, and how much they agree."""

    def __init__(
        self,
        project: OpenProject,
        project_signals: ProjectSignals,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(project, project_signals, appearance, parent)
        self.source = ComparisonSource(project, project_signals, self)
        self.drift = DriftSource(self)
        self.effect = EffectSource(self)
        self.scope_effect = ScopeSource(self)
        self.toolbar = CompareToolbar(appearance)
        self._pages = QStackedWidget()
        self._stage = Stage(self._pages)
        self.side = Side(self._stage)
        self.view = CompareView(project, appearance, self.side)
        self.empty = EmptyPage(appearance)
        self.desk = SetupDesk(project, appearance, self.side, self)
        self._arrange()
        self.work = WorkCard(appearance, self)
        self._drift_work = WorkCard(appearance, self)
        self.sheets = SheetHost(appearance, self)
        self._connect_signals()
        self._connect_keys()
        self.source.use(self.desk.choice.setup)
        self._show_toolbar()
        self._show_page()

    def _arrange(self) -> None:
        self._pages.addWidget(self.view)
        self._pages.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.toolbar)
        page.addWidget(make_line())
        page.addWidget(self._stage, 1)

    def _connect_signals(self) -> None:
        self.project_signals.changed.connect(self._on_project_changed)
        self.source.went_stale.connect(self._on_went_stale)
        self.source.started.connect(self._on_started)
        self.source.read.connect(self._on_read)
        self.source.stopped.connect(self._show_page)
        self.source.failed.connect(self.failed)
        self.empty.action_requested.connect(self._on_empty_action)
        self.side.changed.connect(self._on_side_changed)
        self._connect_toolbar()
        self._connect_view()
        desk = self.desk
        desk.setup_wanted.connect(self.use)
        desk.setup_kept.connect(self.source.take_for)
        desk.setup_kept.connect(self._name_comparison)
        desk.done.connect(self.done)
        desk.failed.connect(self.failed)

    def _connect_toolbar(self) -> None:
        bar, desk = self.toolbar, self.desk
        bar.coders_requested.connect(desk.ask_coders)
        bar.unit_picked.connect(desk.pick_unit)
        bar.round_picked.connect(desk.pick_round)
        bar.round_requested.connect(desk.writing.start_round)
        bar.scope_picked.connect(desk.pick_scope)
        bar.setup_requested.connect(desk.toggle_setup)
        bar.method_requested.connect(desk.toggle_method)
        bar.offer_measures(self.view.figures.measures_menu)
        bar.offer(self._more_entries)

    def _connect_view(self) -> None:
        view = self.view
        view.done.connect(self.done)
        view.done_to_many.connect(self.done_to_many)
        view.failed.connect(self.failed)
        view.passage_requested.connect(self.passage_requested)
        view.differences.mend_requested.connect(self.show_mending)
        view.weighing_wanted.connect(self.effect.weigh)
        self.effect.weighed.connect(view.show_weighed)
        self.scope_effect.measured.connect(view.figures.show_alpha_of_all)
        view.figures.drift_requested.connect(self._on_drift_requested)
        self.drift.started.connect(self._on_drift_started)
        self.drift.measured.connect(view.figures.show_drift)
        self.drift.ended_without.connect(view.figures.end_drift)
        self.drift.failed.connect(self.failed)

    def _connect_keys(self) -> None:
        for keys, step in (("F8", self.next_difference), ("Shift+F8", self.previous_difference)):
            self._listen(keys).activated.connect(step)
        self._listen(SPLIT_KEY).activated.connect(self.view.lanes.toggle_split)
        for keys, step in ((".", self._on_full_stop), (",", self._on_comma)):
            self._listen(keys).activated.connect(step)

    def _listen(self, keys: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return shortcut

    # Workspace

    @property
    def letter_keys(self) -> bool:
        return self._letter_keys

    @letter_keys.setter
    def letter_keys(self, on: bool) -> None:
        self._letter_keys = on
        view = getattr(self, "view", None)  # the workspace sets it before there is one
        if view is not None:
            view.decision.letter_keys = on

    def status_left(self) -> Sequence[StatusItem]:
        report = self.report
        if report is None:
            return ()
        items = list(round_items(report, coding_tasks.tasks(self.project)))
        if self._is_coded_since(report):
            items.append(StatusItem(self.tr("Somebody has coded since this comparison was saved"), "history", "warn"))
        if self.source.is_stale and not self.source.is_busy:
            items.append(StatusItem(self.tr("Something has changed since"), "history", "warn"))
        return items

    def _is_coded_since(self, report: AgreementReport) -> bool:
        """Tell whether the saved comparison that is open was made of other codings than there are now."""
        saved = None if self.desk.choice.is_changed else self.desk.choice.saved
        known = saved.setup.codings_hash if saved is not None else ""
        return bool(known) and known != report.setup.codings_hash

    def status_right(self) -> Sequence[StatusItem]:
        report = self.report
        shown = comparison_actions.statistics_shown(self.project)
        return tuple(draws_items(report)) if report is not None and shown else ()

    def panels(self) -> Sequence[QWidget]:
        shown: list[QWidget] = [self.toolbar.coders]
        if self._pages.currentWidget() is self.view:
            shown += [self.view.lanes, self.view.figures, self.view.differences]
        else:
            shown.append(self.empty)
        if self.side.shown is not None:
            shown.append(self.side.shown)
        return [widget for widget in shown if widget.isVisible()]

    def keys(self) -> Sequence[tuple[str, str]]:
        figures = self.view.figures.keys()
        return (
            ("F8, .", self.tr("Next difference")),
            ("Shift+F8, ,", self.tr("Previous difference")),
            (SPLIT_KEY, self.tr("The text in lanes, or side by side")),
            ("↑ ↓", self.tr("In the text: turn by turn. In lists and tables: from row to row")),
            ("Enter", self.tr("In the list: open the passage")),
            *((keys, f"{words[:1].upper()}{words[1:]}") for keys, words in figures),
            ("1–9", self.tr("Decision: what this coder has")),
            ("U, I, N", self.tr("Decision: what anybody marked, what all marked, none of it")),
            ("E, D", self.tr("Decision: another passage or other codes, leave it open")),
            ("Ctrl+Enter", self.tr("Save the decision")),
            ("Esc", self.tr("Close the panel")),
        )

    def menu_actions(self) -> Sequence[MenuEntry]:
        return *self._more_entries(), SEPARATOR, *self._toolbar_entries()

    def _toolbar_entries(self) -> Sequence[MenuEntry]:
        """Return what the buttons of the toolbar do, for where they are looked for by name."""
        known, bar, desk = self.report is not None, self.toolbar, self.desk
        figures = known and comparison_actions.statistics_shown(self.project)
        return (
            MenuEntry(self.tr("Choose the coders …"), bar.coders.click, enabled=self.source.result is not None),
            MenuEntry(self.tr("Without interviewer"), bar.scope.click, enabled=known, checked=bar.scope.isChecked()),
            MenuEntry(self.tr("Choose the measures …"), bar.measures.click, enabled=figures),
            MenuEntry(self.tr("Paragraph for the method chapter"), desk.toggle_method, enabled=figures),
        )

    def _more_entries(self) -> Sequence[MenuEntry]:
        known = self.report is not None
        return (
            MenuEntry(self.tr("Next difference"), self.next_difference, "F8", enabled=known),
            MenuEntry(self.tr("Previous difference"), self.previous_difference, "Shift+F8", enabled=known),
            MenuEntry(self.tr("Save the decision"), self.view.save_decision, "Ctrl+Enter", enabled=self.view.can_save),
            MenuEntry(
                self.tr("Text side by side"),
                self.view.lanes.toggle_split,
                SPLIT_KEY,
                checked=self.view.lanes.is_split,
                enabled=known and self.view.lanes.switch.isEnabled(),
            ),
            MenuEntry(self.tr("Compare again"), self.source.refresh, enabled=self.source.is_stale),
            SEPARATOR,
            MenuEntry(
                self.tr("Take agreed places into the consensus"),
                self.view.accept_agreed,
                enabled=known and not self.project.read_only,
            ),
            MenuEntry(self.tr("Codebook to mend …"), self.show_mending),
            SEPARATOR,
            *self.desk.menu_entries(),
        )

    def view_choices(self) -> Mapping[str, str]:
        return {
            "text": _SIDE_BY_SIDE if self.view.lanes.wants_split else _IN_LANES,
            "measures": ",".join(sorted(self.view.figures.measures)),
        }

    def take_view_choices(self, choices: Mapping[str, str]) -> None:
        self.view.lanes.wants_split = choices.get("text") == _SIDE_BY_SIDE
        self.view.figures.set_measures(frozenset(choices.get("measures", "").split(",")))

    def resize_to(self, width: int) -> None:
        self.view.set_narrow(width < _NARROW)

    def release(self) -> None:
        for card in (self.work, self._drift_work):
            card.stop()
        self.source.stop()
        self.drift.stop()
        self.effect.stop()
        self.scope_effect.stop()
        self.desk.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.source.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.status_changed.emit()

    # What is compared

    @property
    def report(self) -> AgreementReport | None:
        """Return the comparison on the screen, also where it is not true any more."""
        return self.source.result.report if self.source.result is not None else None

    @Slot(object)
    def use(self, setup: AgreementSetup | None) -> None:
        """Compare something else; what is on the screen stays until that is ready."""
        self.desk.choice.setup = setup
        self.source.use(setup)
        self._show_toolbar()
        if self.isVisible():
            self.source.refresh()

    @Slot()
    def _on_went_stale(self) -> None:
        if self.isVisible():
            self.source.refresh()
        self.status_changed.emit()

    @Slot(object)
    def _on_started(self, task: BackgroundTask) -> None:
        self.work.follow(task, self.tr("Comparing the coders"), self.tr("You can go on working meanwhile."))
        self._show_page()

    @Slot(str)
    def _on_drift_requested(self, by: str) -> None:
        read = self.source.result
        if read is not None and read.report is not None:
            self.drift.measure(read, by)

    @Slot(object)
    def _on_drift_started(self, task: BackgroundTask) -> None:
        self._drift_work.follow(task, self.tr("Measuring agreement over time"))

    @Slot(object)
    def _on_read(self, read: ReadComparison) -> None:
        if self.desk.choice.setup is None:
            self.desk.choice.setup = read.setup
            self.source.take_for(read.setup)
        self.drift.keep_to(read)
        self._show_comparison()
        self._show_toolbar()
        self._show_page()

    def _show_comparison(self) -> None:
        read, statistics = self.source.result, comparison_actions.statistics_shown(self.project)
        if read is None or read.report is None:
            return
        self.view.show_comparison(read, statistics=statistics)
        if statistics:
            self.scope_effect.measure(read)

    @Slot()
    def _show_page(self) -> None:
        read = self.source.result
        reason = why_empty(read) if read is not None else self._why_waiting()
        page = self.view if reason is None else self.empty
        was_waiting = self._pages.currentWidget() is self.empty and self.empty.reason is EmptyReason.WAITING
        first = self._pages.currentWidget() is not page or was_waiting
        if reason is not None:
            self.empty.show_reason(reason, read)
        self._pages.setCurrentWidget(page)
        if first and self.toolbar.coders.hasFocus():  # nothing else could have it while there was nothing
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.show_comparison(read)
        self._name_comparison()
        self.status_changed.emit()

    @Slot()
    def _name_comparison(self) -> None:
        """Tell decisions the saved comparison that they are made in."""
        choice = self.desk.choice
        saved = None if choice.is_changed else choice.saved
        self.view.decision.comparison_id = saved.id if saved is not None else None

    def _why_waiting(self) -> EmptyReason:
        return EmptyReason.STOPPED if self.source.was_stopped else EmptyReason.WAITING

    def _show_toolbar(self) -> None:
        read, setup = self.source.result, self.desk.choice.setup
        newest = coding_tasks.current_round(self.project)
        coded = {one for found in read.stand.rounds.values() for one in found} if read is not None else set()
        unit = setup.unit if setup is not None else None
        if unit is None and self.report is not None:
            unit = self.report.setup.unit
        rounds = sorted(coded | set(range(1, newest + 1)))
        self.toolbar.show_setup(setup, unit, rounds, 0 if self.project.read_only else newest + 1)
        self.toolbar.show_statistics(comparison_actions.statistics_shown(self.project))

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches("project_property"):
            self._show_comparison()
            self._show_toolbar()
        if change.touches("decision"):
            self.view.show_decisions()
        if change.touches("project_property", "comparison", "turn_sample"):
            self.desk.refresh()
            self.status_changed.emit()

    @Slot()
    def _on_empty_action(self) -> None:
        reason = self.empty.reason
        if reason in (EmptyReason.NO_CODINGS, EmptyReason.HIDDEN):
            self.action_requested.emit("coding")
        elif reason is EmptyReason.ONE_CODER:
            self.action_requested.emit("merge_copy")
        elif reason is EmptyReason.NOT_SHARED:
            self.desk.ask_coders(self.toolbar.coders)
        elif reason is EmptyReason.TEXT_CHANGED:
            self.desk.compare_texts_of_now()
        elif reason is EmptyReason.REFUSED:
            self.desk.begin_anew()
        else:
            self.source.refresh()

    @Slot()
    def _on_side_changed(self) -> None:
        shown = self.side.shown
        self.toolbar.show_panels(setup=shown is self.desk.panel, method=shown is self.desk.method)

    # Differences

    @Slot()
    def show_mending(self) -> None:
        """List what the codebook should say after what was settled."""
        sheet = MendSheet(self.appearance, self.project, self.project_signals)
        sheet.code_requested.connect(self.code_requested)
        sheet.passage_requested.connect(self.passage_requested)
        sheet.done.connect(self.done)
        sheet.failed.connect(self.failed)
        self.sheets.show_page(sheet)

    @Slot()
    def next_difference(self) -> None:
        """Go to the next difference."""
        self.view.step(1)

    @Slot()
    def previous_difference(self) -> None:
        """Go to the difference before."""
        self.view.step(-1)

    @Slot()
    def _on_full_stop(self) -> None:
        if self.letter_keys:
            self.view.step(1)

    @Slot()
    def _on_comma(self) -> None:
        if self.letter_keys:
            self.view.step(-1)
