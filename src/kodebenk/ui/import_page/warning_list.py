"""What a reader warned of: an icon and a sentence for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from kodebenk.application.import_actions import SourceWarning
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.import_page.import_words import warning_text
from kodebenk.ui.theme import Appearance


class WarningList(QWidget):
    """A heading and the sentences; hidden where there is nothing to say."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._warnings: tuple[SourceWarning, ...] = ()
        self._title = make_label("", "panel")
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        column.addLayout(self._body)
        self.hide()

    def show_warnings(self, warnings: Sequence[SourceWarning]) -> None:
        """Show other warnings."""
        if tuple(warnings) != self._warnings:
            self._warnings = tuple(warnings)
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        clear_layout(self._body)
        self._title.setText(self.tr("Worth a look"))
        for one in self._warnings:
            self._body.addWidget(_Sentence(self._appearance, warning_text(one.kind, one.place, one.fields)))
        self.setVisible(bool(self._warnings))


class _Sentence(QWidget):
    def __init__(self, appearance: Appearance, text: str) -> None:
        super().__init__()
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(8)
        row.setColumnStretch(1, 1)
        row.addWidget(IconLabel(appearance, "triangle-alert", "warn", 15), 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(make_label(text, "body", wrap=True), 0, 1)
