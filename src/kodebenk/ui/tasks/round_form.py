"""Begins a new round of coding, after one sentence of what that does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kodebenk.ui.components.labels import make_label
from kodebenk.ui.tasks.task_form import TaskForm
from kodebenk.ui.theme import Appearance


class RoundForm(TaskForm):
    """Says what a new round is.

    Signals:
        start_requested(): begin it.
    """

    start_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "check", parent)
        self._next = 2
        self._words = make_label("", "body", wrap=True)
        self.body.addWidget(self._words)
        self.body.addStretch(1)
        self.do_button.clicked.connect(self.start_requested)
        self.retranslate()

    def begin(self, number: int) -> None:
        """Offer to begin the round with this number."""
        self._next = number
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        title = self.tr("Start round {number}").format(number=self._next)
        self.title.set_text(title)
        self.setAccessibleName(title)
        self.do_button.set_text(title)
        self._words.setText(
            self.tr(
                "New codings belong to round {number} from now on, tasks are given anew, and the same passage can get "
                "the same code once more; codings of earlier rounds stay as they are."
            ).format(number=self._next)
        )
