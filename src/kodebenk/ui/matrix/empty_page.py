"""What stands where no matrix can be shown: what belongs here, how it gets here, one button."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.theme import Appearance


class EmptyReason(Enum):
    """Why there is no matrix."""

    NO_DOCUMENTS = auto()
    NO_ROWS = auto()
    NO_CODINGS = auto()
    ALL_FILTERED = auto()


class EmptyPage(QFrame):
    """A card in the middle of the page.

    Signals:
        action_requested(): the user took the way out that the button offers.
    """

    action_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = EmptyReason.NO_DOCUMENTS
        self.setProperty("surface", "panel")
        self._state = EmptyState(appearance, "table-2", "", "")
        self.button = self._state.set_action("")
        self.button.clicked.connect(self.action_requested)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(make_centred_page(self._state))
        self.setFocusProxy(self.button)
        self.show_reason(self.reason)

    def show_reason(self, reason: EmptyReason) -> None:
        """Say why, and what to do."""
        self.reason = reason
        title, sentence, action = self._texts()[reason]
        self._state.set_texts(title, sentence)
        self._state.set_action(action)

    def _texts(self) -> dict[EmptyReason, tuple[str, str, str]]:
        return {
            EmptyReason.NO_DOCUMENTS: (
                self.tr("The matrix is empty"),
                self.tr("It sets respondents against themes. Import interviews and code passages; they appear here."),
                self.tr("Import sources …"),
            ),
            EmptyReason.NO_ROWS: (
                self.tr("No respondents to show"),
                self.tr("Say who speaks in the interviews, and everyone gets a row. Documents can be rows meanwhile."),
                self.tr("Show documents as rows"),
            ),
            EmptyReason.NO_CODINGS: (
                self.tr("Nothing is coded yet"),
                self.tr("Every code with codings becomes a column. Code a passage and its quote appears here."),
                self.tr("Go to the text"),
            ),
            EmptyReason.ALL_FILTERED: (
                self.tr("No row fits the filter"),
                self.tr("All rows are there; the filter hides them."),
                self.tr("Show all rows"),
            ),
        }

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_reason(self.reason)
