"""Shows background work in the corner of the window when it takes longer than half a second."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.ui.background import BackgroundTask
from kodebenk.ui.components.progress_card import ProgressCard
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_PATIENCE_MS = 500
_WIDTH = 340
_GAP = 16


class WorkCard(QWidget):
    """One task at a time; work in the window continues meanwhile."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._below = parent
        self._task: BackgroundTask | None = None
        self._card: ProgressCard | None = None
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._patience.timeout.connect(self._on_patience_ended)
        self.hide()
        parent.installEventFilter(self)

    @property
    def is_busy(self) -> bool:
        return self._task is not None

    @property
    def card(self) -> ProgressCard | None:
        return self._card

    def follow(self, task: BackgroundTask, title: str, sentence: str = "") -> None:
        """Begin a task and show how it comes on; Stop cancels it."""
        assert self._task is None, "one task at a time"
        self._task = task
        self._card = ProgressCard(self._appearance, title, sentence)
        self._card.show_progress(0, 0)
        self._column.addWidget(self._card)
        self._card.stop_requested.connect(self._on_stop_requested)
        task.progressed.connect(self._card.show_progress)
        task.ended.connect(self._on_ended)
        self._patience.start()
        task.start()

    def stop(self) -> None:
        """Cancel the task and wait for its end; the window is about to close."""
        if self._task is not None:
            self._task.stop_and_wait()
            self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def _let_go(self) -> None:
        self._patience.stop()
        self.hide()
        if self._task is not None:
            self._task.deleteLater()
        self._task = None
        if self._card is not None:
            self._column.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
            self._card = None

    def _place(self) -> None:
        width = scaled(_WIDTH)
        height = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        self.setGeometry(self._below.width() - width - _GAP, self._below.height() - height - _GAP, width, height)

    @Slot()
    def _on_patience_ended(self) -> None:
        self._place()
        self.show()
        self.raise_()

    @Slot()
    def _on_stop_requested(self) -> None:
        if self._task is not None and self._card is not None:
            self._card.show_stopping()
            self._task.cancel()

    @Slot()
    def _on_ended(self) -> None:
        self._let_go()
