"""What can be done with the lines of a guide, below them: write a new one, move or delete the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kodebenk.ui.components.buttons import IconButton, plain_button
from kodebenk.ui.theme import Appearance


class QuestionFoot(QFrame):
    """A row of buttons.

    Signals:
        question_requested(), theme_requested(): write a new one below the chosen line.
        up_requested(), down_requested(), delete_requested(): what to do with the chosen line.
    """

    question_requested = Signal()
    theme_requested = Signal()
    up_requested = Signal()
    down_requested = Signal()
    delete_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.question_button = plain_button(appearance, "", "plus")
        self.theme_button = plain_button(appearance, "", "plus")
        self.up_button = IconButton(appearance, "arrow-up", "")
        self.down_button = IconButton(appearance, "arrow-down", "")
        self.delete_button = IconButton(appearance, "trash-2", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(6)
        row.addWidget(self.question_button)
        row.addWidget(self.theme_button)
        row.addStretch(1)
        for button in (self.up_button, self.down_button, self.delete_button):
            row.addWidget(button)
        self._connect_signals()
        self._retranslate()

    def _connect_signals(self) -> None:
        self.question_button.clicked.connect(self.question_requested)
        self.theme_button.clicked.connect(self.theme_requested)
        self.up_button.clicked.connect(self.up_requested)
        self.down_button.clicked.connect(self.down_requested)
        self.delete_button.clicked.connect(self.delete_requested)

    def show_possible(self, *, add: bool, up: bool, down: bool, delete: bool) -> None:
        """Say what can be done; lines are only added where all are shown."""
        self.question_button.setEnabled(add)
        self.theme_button.setEnabled(add)
        self.up_button.setEnabled(up)
        self.down_button.setEnabled(down)
        self.delete_button.setEnabled(delete)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.question_button.set_text(self.tr("New question"))
        self.theme_button.set_text(self.tr("New theme"))
        searched = "" if self.question_button.isEnabled() else self.tr("Not while only some questions are shown")
        self.question_button.setToolTip(searched or self.tr("Ins or Ctrl+Enter"))
        self.theme_button.setToolTip(searched or self.tr("Ctrl+Shift+Enter"))
        self.up_button.set_name(self.tr("Move up"), self.tr("Alt+Up"))
        self.down_button.set_name(self.tr("Move down"), self.tr("Alt+Down"))
        self.delete_button.set_name(self.tr("Delete"), self.tr("Del"))
