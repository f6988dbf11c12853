"""Shows how far long work has come, and stops it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import plain_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.theme import Appearance


class ProgressCard(QFrame):
    """What is being done, a bar, a count, a sentence, and a button that stops it.

    Signals:
        stop_requested: The user wants the work to end.
    """

    stop_requested = Signal()

    def __init__(self, appearance: Appearance, title: str, sentence: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._done = 0
        self._total = 0
        self._title = ElidedLabel(title, "panel")
        self._count = make_label("", "meta", tone="ink2")
        self._bar = QProgressBar()
        self._sentence = make_label(sentence, "body", wrap=True)
        self._stop = plain_button(appearance, "")
        self.setProperty("surface", "card")
        self._bar.setTextVisible(False)
        self._arrange()
        self.set_texts(title, sentence)
        self._translate()
        self._stop.clicked.connect(self.stop_requested)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self._sentence)
        column.addWidget(self._stop, 0, Qt.AlignmentFlag.AlignLeft)

    def set_texts(self, title: str, sentence: str = "") -> None:
        """Say what is being done and what the user can do meanwhile."""
        self._title.set_text(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setAccessibleName(title)
        self._bar.setAccessibleName(title)

    def show_progress(self, done: int, total: int) -> None:
        """Show that `done` of `total` parts are finished; with `total` 0 the end is unknown."""
        self._done = done
        self._total = total
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._translate()

    def show_stopping(self) -> None:
        """Show that the work will end at its next step."""
        self._stop.setEnabled(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._stop.set_text(self.tr("Stop"))
        locale = QLocale()
        count = self.tr("{done} of {total}").format(
            done=locale.toString(self._done), total=locale.toString(self._total)
        )
        self._count.setText(count if self._total else "")
