"""Says what a merge brought, until the user hides it or takes the merge back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QWidget

from kodebenk.domain.project_change import ChangeName, ProjectChange
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.number_words import counted
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.theme import Appearance

if TYPE_CHECKING:  # what merges is needed by few, and takes its time to load
    from kodebenk.application.merge_plan import MergeReport

_MOST_PARTS = 3


class MergedBanner(Banner):
    """A message about the last merge; hidden until there is one.

    Signals:
        report_requested(str, MergeReport): show what came in; the name of the file and the report.
    """

    report_requested = Signal(str, object)

    def __init__(self, appearance: Appearance, signals: ProjectSignals, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "circle-check", "", "", "ok", parent)
        self._merged: tuple[str, MergeReport] | None = None
        self.show_report = self.add_action("")
        self.dismiss = self.add_action("")
        self.show_report.clicked.connect(self._on_show_report)
        self.dismiss.clicked.connect(self.hide)
        signals.changed.connect(self._on_project_changed)
        self._translate()
        self.hide()

    def show_merged(self, file_name: str, report: MergeReport) -> None:
        """Say what came in from a file."""
        self._merged = file_name, report
        self._translate()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.show_report.set_text(self.tr("Show what came in"))
        self.dismiss.set_text(self.tr("Hide"))
        if self._merged is not None:
            file_name, report = self._merged
            title = self.tr("{file} is merged").format(file=file_name)
            self.show_message("circle-check", title, self._sentence_of(report), "ok")

    def _sentence_of(self, report: MergeReport) -> str:
        from kodebenk.ui.merging.merge_counts import list_added

        parts = [words for _, words in list_added(report)][:_MOST_PARTS]
        said = [self.tr("Came in: {what}.").format(what=", ".join(parts))] if parts else []
        if report.altered:
            one, many = self.tr("1 coding should be looked at."), self.tr("{count} codings should be looked at.")
            said.append(counted(len(report.altered), one, many))
        if report.unplaced:
            one, many = self.tr("1 coding has no place yet."), self.tr("{count} codings have no place yet.")
            said.append(counted(len(report.unplaced), one, many))
        return " ".join(said)

    @Slot()
    def _on_show_report(self) -> None:
        if self._merged is not None:
            self.report_requested.emit(*self._merged)

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.name is ChangeName.MERGE_PROJECT and change.undone:
            self._merged = None
            self.hide()
