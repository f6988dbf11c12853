"""The bar over a text that is being corrected: what this is, how many changes, done and cancel."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kodebenk.ui.components.buttons import plain_button, primary_button
from kodebenk.ui.components.labels import IconLabel, make_label, restyle
from kodebenk.ui.number_words import counted
from kodebenk.ui.theme import Appearance


class Stage(Enum):
    """How far a correction has come."""

    WRITING = auto()
    COMPARING = auto()
    REVIEW = auto()


class CorrectionBar(QFrame):
    """Says where one is.

    Signals:
        done_requested(): look at what the correction does.
        cancel_requested(): leave.
    """

    done_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stage = Stage.WRITING
        self._changes = 0
        self._is_other = False
        self._icon = IconLabel(appearance, "file-pen-line", "info")
        self._words = make_label("", "body", wrap=True, tone="ink")
        self._count = make_label("", "strong", tone="ink2")
        self.cancel = plain_button(appearance, "")
        self.done = primary_button(appearance, "")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 12, 7)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        for part in (self._count, self.cancel, self.done):
            row.addWidget(part)
        self.done.clicked.connect(self.done_requested)
        self.cancel.clicked.connect(self.cancel_requested)
        self.show_stage(Stage.WRITING)

    def show_stage(self, stage: Stage) -> None:
        """Say how far the correction has come."""
        self._stage = stage
        self._retranslate()

    def show_changes(self, count: int) -> None:
        """Say in how many places the text differs now."""
        if count != self._changes:
            self._changes = count
            self._retranslate()

    def warn_of_other_text(self, *, is_other: bool) -> None:
        """Say that the document got another text while somebody was typing."""
        self._is_other = is_other
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        writing = self._stage is Stage.WRITING
        texts = {
            Stage.WRITING: self.tr("You are correcting the text. Nothing is stored until you are done."),
            Stage.COMPARING: self.tr("Looking where the codings are in the corrected text …"),
            Stage.REVIEW: self.tr("This is how the text will be. Look at the codings at the right, then take it in."),
        }
        words = texts[self._stage]
        if self._is_other and writing:
            words = self.tr("The document got another text meanwhile. What you have here would take its place.")
        self._words.setText(words)
        count = counted(self._changes, self.tr("1 change"), self.tr("{count} changes"))
        self._count.setText(count if self._changes else self.tr("No changes yet"))
        self._count.setVisible(writing)
        self.done.setVisible(writing)
        self.done.set_text(self.tr("Done"))
        self.done.setToolTip("Ctrl+Enter")
        self.cancel.setVisible(self._stage is not Stage.REVIEW)
        self.cancel.set_text(self.tr("Cancel") if writing else self.tr("Stop"))
        self.setProperty("banner", "warn" if self._is_other and writing else "info")
        self._icon.show_icon("triangle-alert" if self._is_other and writing else "file-pen-line", "info")
        self.setAccessibleName(words)
        restyle(self)
