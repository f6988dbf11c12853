"""Says over the text that it is coded blind, in one line where there is room, and lets that end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import link_button
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.tasks.reason_box import ReasonBox
from kodebenk.ui.theme import Appearance


class BlindBanner(QFrame):
    """What blind coding means, and its two ends.

    Signals:
        finish_requested(): the coder has finished.
        unblind_requested(str): blind coding ends before, with the reason.
        left(): the reason was not given after all; the keyboard belongs to the text again.
    """

    finish_requested = Signal()
    unblind_requested = Signal(str)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("banner", "info")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._icon = IconLabel(appearance, "eye-off", "info")
        self._words = make_label("", "body", wrap=True, tone="ink")
        self.finish_button = link_button(appearance, "")
        self.unblind_button = link_button(appearance, "")
        self._is_again = False
        self.reason = ReasonBox(appearance, in_one_line=True)
        self._arrange()
        self._connect_signals()
        self._retranslate()
        self.reason.hide()
        self.hide()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addSpacing(6)
        row.addWidget(self.finish_button, 0, Qt.AlignmentFlag.AlignTop)
        row.addSpacing(6)
        row.addWidget(self.unblind_button, 0, Qt.AlignmentFlag.AlignTop)
        asking = QHBoxLayout()
        asking.setContentsMargins(24, 0, 0, 0)
        asking.addWidget(self.reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 7, 12, 7)
        column.setSpacing(6)
        column.addLayout(row)
        column.addLayout(asking)

    def _connect_signals(self) -> None:
        self.finish_button.clicked.connect(self.finish_requested)
        self.unblind_button.clicked.connect(self.reason.begin)
        self.reason.given.connect(self.unblind_requested)
        self.reason.left.connect(self._on_reason_left)

    def set_round(self, number: int) -> None:
        """Say in the first round what is hidden, in later ones that own codings of earlier rounds are hidden too."""
        self._is_again = number > 1
        self._show_words()

    def set_shown(self, shown: bool) -> None:
        """Show the banner, or take it away with what was being written."""
        if not shown:
            self.reason.hide()
        self.setVisible(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.reason.isVisible():
            self._on_reason_left()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _show_words(self) -> None:
        words = self.tr("You code this source blind. Others' codings, counts and comments show when you have finished.")
        if self._is_again:
            words = self.tr(
                "You code this source blind once more. What others coded, and you yourself in earlier rounds, shows "
                "when you have finished."
            )
        self._words.setText(words)
        self.setAccessibleName(words)

    def _retranslate(self) -> None:
        self._show_words()
        self.finish_button.set_text(self.tr("I have finished"))
        self.unblind_button.set_text(self.tr("End blindness …"))

    @Slot()
    def _on_reason_left(self) -> None:
        self.reason.hide()
        self.left.emit()
