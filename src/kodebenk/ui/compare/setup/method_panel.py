"""The paragraph for the method chapter, in three languages, to be copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from kodebenk.application import agreement_report
from kodebenk.ui.compare.setup.side_frame import SideFrame
from kodebenk.ui.components.buttons import primary_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

if TYPE_CHECKING:
    from kodebenk.application.comparison_reading import ReadComparison

_SHORTEST = 300
_USUAL = {QLocale.Language.NorwegianBokmal: "nb", QLocale.Language.NorwegianNynorsk: "nn"}


class MethodPanel(SideFrame):
    """Says what was computed.

    Signals:
        copied(str): the paragraph lies on the clipboard; this says so.
    """

    copied = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._read: ReadComparison | None = None
        languages = [Segment(key, name) for key, name in agreement_report.method_languages().items()]
        self.language = SegmentedControl(appearance, "", languages, _USUAL.get(QLocale().language(), "en"))
        self.text = QPlainTextEdit()
        self.copy = primary_button(appearance, "", "copy")
        self._note = make_label("", "meta", wrap=True)
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(scaled(_SHORTEST))
        for part in (self.language, self.text, self.copy, self._note):
            self.column.addWidget(part)
        self.column.setStretch(1, 1)
        self.setFocusProxy(self.copy)
        self._connect_signals()
        self.retranslate()

    def _connect_signals(self) -> None:
        self.language.picked.connect(self._on_language_picked)
        self.copy.clicked.connect(self._on_copy_clicked)

    def show_comparison(self, read: ReadComparison | None) -> None:
        """Put this comparison into words."""
        self._read = read
        self._show_paragraph()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_title(self.tr("Paragraph for the method chapter"))
        self.language.setAccessibleName(self.tr("Language"))
        self.text.setAccessibleName(self.tr("Paragraph"))
        self.copy.set_text(self.tr("Copy"))
        self._note.setText(
            self.tr(
                "It says what was computed, and how much of what you differed about is settled. Whether you coded "
                "apart from each other only you know: add it."
            )
        )

    def _show_paragraph(self) -> None:
        read = self._read
        known = read is not None and read.report is not None
        self.copy.setEnabled(known)
        if read is None or read.report is None:
            self.text.setPlainText("")
            return
        self.text.setPlainText(
            agreement_report.method_paragraph(
                read.report, self.language.value, after=read.after, decisions=read.decisions
            )
        )

    @Slot(str)
    def _on_language_picked(self, _language: str) -> None:
        self._show_paragraph()

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copied.emit(self.tr("The paragraph lies on the clipboard"))
