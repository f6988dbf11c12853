"""What is compared: the panels that show it, and what the user does with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.coders_setup import Rater, Scope
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import comparison_actions, queries, turn_samples
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import WorkbenchError
from kodebenk.ui.actions import SEPARATOR, MenuEntry
from kodebenk.ui.compare.comparison_writing import ComparisonWriting
from kodebenk.ui.compare.setup.coder_picker import CoderPicker
from kodebenk.ui.compare.setup.compare_export import CompareExport
from kodebenk.ui.compare.setup.comparison_choice import (
    ComparisonChoice,
    with_raters,
    with_round,
    with_texts_of_now,
)
from kodebenk.ui.compare.setup.method_panel import MethodPanel
from kodebenk.ui.compare.setup.setup_panel import SetupPanel
from kodebenk.ui.compare.side import Side
from kodebenk.ui.theme import Appearance


class SetupDesk(QObject):
    """Holds the choice, and the panels and pickers that alter it.

    Signals:
        setup_wanted(AgreementSetup): compare so; None as the project proposes.
        setup_kept(AgreementSetup): the comparison on the screen is that of this setup, which was saved.
        done(str), failed(WorkbenchError): as those of a workspace.
    """

    setup_wanted = Signal(object)
    setup_kept = Signal(object)
    done = Signal(str)
    failed = Signal(object)

    def __init__(self, project: OpenProject, appearance: Appearance, side: Side, screen: QWidget) -> None:
        super().__init__(screen)
        self._project = project
        self._side = side
        self._read: ReadComparison | None = None
        self.choice = ComparisonChoice(project)
        self.writing = ComparisonWriting(project, self.choice, self)
        self.panel = SetupPanel(appearance, self.choice)
        self.method = MethodPanel(appearance)
        self.coders = CoderPicker(appearance, screen)
        self.export = CompareExport(project, screen)
        for panel in (self.panel, self.method):
            side.add(panel)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self.writing.done.connect(self.done)
        self.writing.failed.connect(self.failed)
        self.export.written.connect(self.panel.show_written)
        self.export.failed.connect(self.failed)
        self.coders.raters_picked.connect(self._on_raters_picked)
        self.method.close_requested.connect(self._side.close)
        self.method.copied.connect(self.done)
        panel = self.panel
        panel.close_requested.connect(self._side.close)
        panel.setup_picked.connect(self.setup_wanted)
        panel.statistics_picked.connect(self.writing.show_statistics)
        panel.reason_picked.connect(self.writing.require_reason)
        panel.export_requested.connect(self.export_report)
        panel.log_requested.connect(self.export_log)
        panel.show_folder_requested.connect(self._on_show_folder_requested)
        panel.saved.open_requested.connect(self._on_saved_chosen)
        panel.saved.new_requested.connect(self.begin_anew)
        panel.saved.save_requested.connect(self._on_save_requested)
        panel.saved.rename_requested.connect(self.writing.rename)
        panel.saved.delete_requested.connect(self.writing.delete)

    def stop(self) -> None:
        """Wait for a file that is being written, as before the project closes."""
        self.export.stop()

    @property
    def report(self) -> AgreementReport | None:
        return self._read.report if self._read is not None else None

    def show_comparison(self, read: ReadComparison | None) -> None:
        """Show in the panels what is compared, and what came of it."""
        self._read = read
        self.refresh()

    def refresh(self) -> None:
        """Show the panel that is open as the project is now."""
        self.panel.saved.show_saved(
            comparison_actions.saved_comparisons(self._project),
            self.choice.saved,
            changed=self.choice.is_changed,
            can_save=self.report is not None,
            writable=not self._project.read_only,
        )
        if self._side.shown is self.panel:
            self.panel.show_comparison(
                self._read,
                queries.codebook(self._project),
                turn_samples.samples(self._project),
                statistics=comparison_actions.statistics_shown(self._project),
                reason=comparison_actions.reason_needed(self._project),
                writable=not self._project.read_only,
            )
        elif self._side.shown is self.method:
            self.method.show_comparison(self._read)

    def menu_entries(self) -> Sequence[MenuEntry]:
        """Return what can be done with the comparison on the screen."""
        writable = not self._project.read_only
        known = self.report is not None
        shown = comparison_actions.statistics_shown(self._project)
        figures = self.tr("Export figures and differences …")
        return (
            MenuEntry(self.tr("Set up the comparison …"), self.open_setup),
            MenuEntry(self.tr("Save comparison …"), self.ask_name, enabled=known and writable),
            SEPARATOR,
            MenuEntry(figures, self.export_report, enabled=known and shown),
            MenuEntry(self.tr("Export the list of differences …"), self.export_log, enabled=known),
            SEPARATOR,
            MenuEntry(self.tr("Show agreement figures"), self.toggle_statistics, enabled=writable, checked=shown),
            MenuEntry(
                self.tr("A decision needs a reason"),
                self.toggle_reason,
                enabled=writable,
                checked=comparison_actions.reason_needed(self._project),
            ),
        )

    # What is compared

    @Slot()
    def begin_anew(self) -> None:
        """Compare as the project proposes."""
        self.choice.begin_anew()
        self.setup_wanted.emit(None)

    def compare_texts_of_now(self) -> None:
        """Compare the same on texts that were corrected since the comparison was saved."""
        if self.choice.setup is not None:
            self.setup_wanted.emit(with_texts_of_now(self.choice.setup))

    @Slot(int)
    def _on_saved_chosen(self, comparison_id: int) -> None:
        try:
            self.choice.open(comparison_id)
        except WorkbenchError as error:
            self.failed.emit(error)
        else:
            self.setup_wanted.emit(self.choice.setup)

    @Slot(str)
    def _on_save_requested(self, name: str) -> None:
        if self.report is not None and self.writing.save(name, self.report):
            self.setup_kept.emit(self.choice.setup)
            self.refresh()

    @Slot(object)
    def _on_raters_picked(self, raters: Sequence[Rater]) -> None:
        self.setup_wanted.emit(with_raters(self.choice.setup, raters))

    @Slot(object)
    def pick_unit(self, unit: UnitKind) -> None:
        """Compare on other units."""
        if self.choice.setup is not None:
            self.setup_wanted.emit(replace(self.choice.setup, unit=unit))

    @Slot(int)
    def pick_round(self, number: int) -> None:
        """Compare the codings of one round, 0 for all."""
        if self.choice.setup is not None:
            self.setup_wanted.emit(with_round(self.choice.setup, number or None))

    @Slot(object)
    def pick_scope(self, scope: Scope) -> None:
        """Compare other words."""
        if self.choice.setup is not None:
            self.setup_wanted.emit(replace(self.choice.setup, scope=scope))

    @Slot(object)
    def ask_coders(self, button: QWidget) -> None:
        """Ask under a button who is compared."""
        if self._read is not None:
            self.coders.show_choices(self._read.stand, self.choice.setup)
            self.coders.open_under(button)

    # The panels

    @Slot()
    def open_setup(self) -> None:
        """Show what the comparison consists of."""
        self._open(self.panel)

    @Slot()
    def toggle_setup(self) -> None:
        """Open the set-up, or close it."""
        self._toggle(self.panel)

    @Slot()
    def toggle_method(self) -> None:
        """Open the paragraph for the method chapter, or close it."""
        self._toggle(self.method)

    def _toggle(self, panel: QWidget) -> None:
        if self._side.shown is panel:
            self._side.close()
        else:
            self._open(panel)

    def _open(self, panel: QWidget) -> None:
        self.panel.show_written(None)
        self._side.show(panel)
        self.refresh()
        panel.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def ask_name(self) -> None:
        """Ask under which name the comparison shall be kept."""
        self.open_setup()
        self.panel.saved.ask_name()

    # What is done with it

    @Slot()
    def toggle_statistics(self) -> None:
        """Show coefficients, or do without."""
        self.writing.show_statistics(not comparison_actions.statistics_shown(self._project))

    @Slot()
    def toggle_reason(self) -> None:
        """Let decisions need a reason, or not."""
        self.writing.require_reason(not comparison_actions.reason_needed(self._project))

    @Slot()
    def export_report(self) -> None:
        """Ask for a file and write figures and differences to it."""
        if self._read is not None and self._read.report is not None:
            self.open_setup()
            self.export.export_report(self._read, self._name())

    @Slot()
    def export_log(self) -> None:
        """Ask for a file and write the list of differences to it."""
        if self._read is not None and self._read.report is not None:
            self.open_setup()
            self.export.export_log(self._read, self._name())

    def _name(self) -> str:
        return self.choice.saved.name if self.choice.saved is not None else ""

    @Slot()
    def _on_show_folder_requested(self) -> None:
        if self.panel.written is not None:
            self.export.show_folder(self.panel.written)
