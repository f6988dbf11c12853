"""What a comparison consists of: saved ones, sources, codes, rules, and the way out of the program."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.application import agreement_report
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coder import TurnSample
from kodebenk.ui.compare.compare_words import report_language
from kodebenk.ui.compare.setup.code_section import CodeSection
from kodebenk.ui.compare.setup.comparison_choice import ComparisonChoice, with_documents
from kodebenk.ui.compare.setup.rule_section import RuleSection
from kodebenk.ui.compare.setup.saved_section import SavedSection
from kodebenk.ui.compare.setup.side_frame import SideFrame
from kodebenk.ui.compare.setup.source_section import SourceSection
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import plain_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.theme import Appearance


class SetupPanel(SideFrame):
    """Shows the choice and what came of it.

    Signals:
        setup_picked(AgreementSetup): compare so.
        statistics_picked(bool): show coefficients, or do without.
        reason_picked(bool): let decisions need a reason, or not.
        export_requested(), log_requested(): write the comparison, or the list of differences, to a file.
        show_folder_requested(): open the folder of the file just written.
    """

    setup_picked = Signal(object)
    statistics_picked = Signal(bool)
    reason_picked = Signal(bool)
    export_requested = Signal()
    log_requested = Signal()
    show_folder_requested = Signal()

    def __init__(self, appearance: Appearance, choice: ComparisonChoice, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._choice = choice
        self._read: ReadComparison | None = None
        self._with_statistics = True
        self._summary = make_label("", "meta", wrap=True)
        self.saved = SavedSection(appearance)
        self.sources = SourceSection()
        self.codes = CodeSection()
        self.rules = RuleSection()
        self.statistics = QCheckBox()
        self.reason = QCheckBox()
        self.export = plain_button(appearance, "", "file-output")
        self.log = plain_button(appearance, "", "file-output")
        self.done_banner = Banner(appearance, "circle-check", "", "", "ok")
        self._show_folder = self.done_banner.add_action("")
        self._heads = [make_label("", "strong") for _ in range(4)]
        self._notes = QVBoxLayout()
        self._written: Path | None = None
        self.done_banner.hide()
        self._fill()
        self._connect()
        self.setFocusProxy(self.saved.choice)
        self.retranslate()

    def _fill(self) -> None:
        column = self.column
        column.addWidget(self._summary)
        column.addWidget(self.saved)
        for head, section in zip(self._heads, (self.sources, self.codes, self.rules), strict=False):
            column.addSpacing(8)
            column.addWidget(head)
            column.addWidget(section)
        column.addSpacing(8)
        column.addWidget(self.statistics)
        column.addWidget(self.reason)
        for button in (self.export, self.log):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(8)
        column.addWidget(self._heads[3])
        column.addLayout(self._notes)
        column.addStretch(1)
        self.foot.addWidget(self.done_banner)

    def _connect(self) -> None:
        self.sources.picked.connect(self._on_documents_picked)
        self.codes.picked.connect(self._on_codes_picked)
        self.rules.setup_picked.connect(self.setup_picked)
        self.statistics.clicked.connect(self.statistics_picked)
        self.reason.clicked.connect(self.reason_picked)
        self.export.clicked.connect(self.export_requested)
        self.log.clicked.connect(self.log_requested)
        self._show_folder.clicked.connect(self.show_folder_requested)

    @property
    def written(self) -> Path | None:
        """Return the file that was written last."""
        return self._written

    def show_comparison(
        self,
        read: ReadComparison | None,
        book: Codebook,
        samples: Sequence[TurnSample],
        *,
        statistics: bool,
        reason: bool,
        writable: bool,
    ) -> None:
        """Show what is compared, what came of it, and how the project is worked with."""
        self._read, self._with_statistics = read, statistics
        setup = self._choice.setup
        report = read.report if read is not None else None
        if read is not None and setup is not None:
            documents = report.setup.documents if report is not None else ()
            self.sources.show_sources(read.stand, setup, documents)
            self.codes.show_codes(book, setup.codes, report.setup.codes if report is not None else ())
            self.rules.show_setup(setup, report.setup if report is not None else None, samples)
        for section in (self.sources, self.codes, self.rules):
            section.setVisible(setup is not None)
        self.statistics.setChecked(statistics)
        self.reason.setChecked(reason)
        for box in (self.statistics, self.reason):
            box.setEnabled(writable)
        self.export.setVisible(statistics)
        self.export.setEnabled(report is not None)
        self.log.setEnabled(report is not None)
        self.show_texts()

    def show_written(self, path: Path | None) -> None:
        """Say which file was written; None says nothing any more."""
        self._written = path
        self.done_banner.setVisible(path is not None)
        if path is not None:
            self.done_banner.show_message("circle-check", self.tr("The file is written"), path.name, "ok")

    def retranslate(self) -> None:
        super().retranslate()
        names = (self.tr("Sources"), self.tr("Codes"), self.tr("Rules"), self.tr("What the figures rest on"))
        for head, name in zip(self._heads, names, strict=True):
            head.setText(name)
        self.statistics.setText(self.tr("Show agreement figures"))
        self.reason.setText(self.tr("A decision needs a reason"))
        self.reason.setToolTip(self.tr("Holds for all who work in this project; what is left open needs none"))
        self.export.set_text(self.tr("Export figures and differences …"))
        self.log.set_text(self.tr("Export the list of differences …"))
        self._show_folder.set_text(self.tr("Show in folder"))
        self.show_texts()

    def show_texts(self) -> None:
        """Show title, counts and notes in the language of the window."""
        saved = self._choice.saved
        self.set_title(saved.name if saved is not None else self.tr("Where do the coders differ?"))
        report = self._read.report if self._read is not None else None
        self._summary.setText(self._summarize(report) if report is not None else "")
        self._summary.setVisible(report is not None)
        clear_layout(self._notes)
        noted = report is not None and self._with_statistics
        self._heads[3].setVisible(noted)
        if report is not None and noted:
            for sentence in self._sentences(report):
                self._notes.addWidget(make_label(sentence, "meta", wrap=True))

    def _sentences(self, report: AgreementReport) -> Sequence[str]:
        read = self._read
        after, decisions = (read.after, read.decisions) if read is not None else (None, ())
        return agreement_report.setup_sentences(report, report_language(), after=after, decisions=decisions)

    def _summarize(self, report: AgreementReport) -> str:
        said = self.tr("They differ about {differing} of {all} coded places in {sources} sources.")
        if len(report.documents) == 1:
            said = self.tr("They differ about {differing} of {all} coded places in one source.")
        locale = QLocale()
        return said.format(
            differing=locale.toString(len(report.disagreements)),
            all=locale.toString(len(report.places)),
            sources=locale.toString(len(report.documents)),
        )

    @Slot(object)
    def _on_documents_picked(self, documents: tuple[int, ...]) -> None:
        if self._choice.setup is not None:
            self.setup_picked.emit(with_documents(self._choice.setup, documents))

    @Slot(object)
    def _on_codes_picked(self, codes: tuple[int, ...]) -> None:
        if self._choice.setup is not None:
            self.setup_picked.emit(replace(self._choice.setup, codes=codes))
