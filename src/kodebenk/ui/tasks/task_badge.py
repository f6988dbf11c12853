"""Says in the head of the text how far its coder has come with their task."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kodebenk.application.task_progress import TaskProgress
from kodebenk.ui.components.buttons import Button, quiet_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.tasks.task_words import progress_words
from kodebenk.ui.theme import Appearance


class TaskBadge(QWidget):
    """Progress such as “12 of 40 turns coded”, and a button where no banner has one.

    Signals:
        finish_requested(): the coder has finished.
    """

    finish_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress: TaskProgress | None = None
        self._is_compact = False
        self._words = ElidedLabel("", "meta")
        self.finish_button: Button = quiet_button(appearance, "", "circle-check")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._words)
        row.addWidget(self.finish_button)
        self.finish_button.clicked.connect(self.finish_requested)
        self._retranslate()

    @property
    def words(self) -> str:
        """Return what is said of the progress; empty where nothing is counted."""
        return self._words.text()

    def show_progress(self, progress: TaskProgress | None) -> None:
        """Show a task that is under way, None for none."""
        self._progress = progress
        self._retranslate()

    def set_compact(self, compact: bool) -> None:
        """Leave the words of the button to its tool tip."""
        self._is_compact = compact
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        progress = self._progress
        places = progress.place_coded if progress is not None else ()
        units = progress is not None and bool(progress.units)
        self._words.set_text(progress_words(sum(places), len(places), units=units) if places else "")
        self._words.setVisible(bool(places))
        finish = self.tr("I have finished")
        self.finish_button.set_text("" if self._is_compact else finish)
        self.finish_button.setAccessibleName(finish)
        self.finish_button.setToolTip(finish if self._is_compact else "")
        self.finish_button.setVisible(progress is not None and not progress.task.hides)
        self.setVisible(progress is not None and (bool(places) or not progress.task.hides))
