"""What the checks of a project found, and the backups that there are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QModelIndex, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.application import queries
from kodebenk.application.backup_actions import KeptBackup
from kodebenk.application.open_project import OpenProject
from kodebenk.application.project_check import CheckReport, Problem
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import plain_button, primary_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.error_messages import local_moment
from kodebenk.ui.files.finding_words import problem_words
from kodebenk.ui.files.unplaced_sheet import passage_within_text
from kodebenk.ui.number_words import counted
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

UNPLACED = "quote_not_in_place"


class CheckSheet(SheetPage):
    """A verdict, the problems, Repair where something can be, and the backups.

    Signals:
        repair_requested(): mend what can be mended.
        backups_requested(): the user wants to restore a backup.
        passage_requested(document id, start, end): show this passage (code points).
    """

    repair_requested = Signal()
    backups_requested = Signal()
    passage_requested = Signal(int, int, int)

    def __init__(
        self, appearance: Appearance, project: OpenProject, report: CheckReport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._report = report
        self.verdict = Banner(appearance, "circle-check", "", "", "ok")
        self.problems = RowList(appearance, 64, lined=True)
        self.repair = primary_button(appearance, "", "shield-check")
        self._backups_title = make_label("", "title")
        self._no_backups = make_label("", "body", wrap=True)
        self.backups = RowList(appearance, 46, lined=True)
        self.restore = plain_button(appearance, "", "archive-restore")
        self._arrange()
        self._connect_signals()
        self._translate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(self.verdict)
        column.addWidget(self.problems, 2)
        column.addWidget(self.repair)
        column.addWidget(self._backups_title)
        column.addWidget(self._no_backups)
        column.addWidget(self.backups, 1)
        column.addWidget(self.restore)
        column.addStretch(0)

    def _connect_signals(self) -> None:
        self.problems.clicked.connect(self._on_problem_chosen)
        self.problems.activated.connect(self._on_problem_chosen)
        self.repair.clicked.connect(self.repair_requested)
        self.restore.clicked.connect(self.backups_requested)

    def show_report(self, report: CheckReport) -> None:
        """Show what another check found."""
        self._report = report
        self._translate()

    def title(self) -> str:
        return self.tr("The project checked")

    def fills_height(self) -> bool:
        return bool(self._report.problems or self._report.backups)

    def first_focus(self) -> QWidget | None:
        return self.problems if self._report.problems else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._show_verdict()
        self.problems.setAccessibleName(self.tr("Problems"))
        self.problems.set_rows([self._problem_row(one) for one in self._report.problems])
        self.problems.setVisible(bool(self._report.problems))
        self.repair.set_text(self.tr("Repair what can be repaired"))
        self.repair.setVisible(any(one.repairable for one in self._report.problems))
        self._backups_title.setText(self.tr("Backups"))
        self._no_backups.setText(self.tr("There are none yet. One is made every hour while you work."))
        self._no_backups.setVisible(not self._report.backups)
        self.backups.setAccessibleName(self.tr("Backups"))
        self.backups.set_rows([self._backup_row(one) for one in self._report.backups])
        self.backups.setVisible(bool(self._report.backups))
        self.restore.set_text(self.tr("Restore a backup …"))
        self.restore.setVisible(bool(self._report.backups))

    def _show_verdict(self) -> None:
        report = self._report
        mended = counted(report.repaired, self.tr("1 thing was repaired."), self.tr("{count} things were repaired."))
        if report.ok:
            said = self.tr("File, references, texts, originals, quotes and codebook were checked.")
            sentence = f"{mended} {said}" if report.repaired else said
            self.verdict.show_message("circle-check", self.tr("Everything is in order"), sentence, "ok")
        else:
            title = counted(
                len(report.problems), self.tr("1 problem was found"), self.tr("{count} problems were found")
            )
            sentence = mended if report.repaired else self.tr("Nothing was changed.")
            self.verdict.show_message("triangle-alert", title, sentence, "warn")

    def _problem_row(self, one: Problem) -> Row:
        title, detail = problem_words(one)
        note = self.tr("Can be repaired") if one.repairable else ""
        icon = "unlink" if one.kind == UNPLACED else "triangle-alert"
        return Row(one, title, detail, icon, note=note, tone="ok", note_below=True)

    def _backup_row(self, one: KeptBackup) -> Row:
        moment = local_moment(one.at.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return Row(one.path, moment, icon="archive", aside=QLocale().formattedDataSize(one.size, 1))

    @Slot(QModelIndex)
    def _on_problem_chosen(self, index: QModelIndex) -> None:
        problem = self.problems.rows_shown.row(index).key
        assert isinstance(problem, Problem)
        if problem.kind == UNPLACED:
            passage = queries.coding(self._project, int(problem.fields["coding"])).passage
            self.passage_requested.emit(*passage_within_text(self._project, passage))
