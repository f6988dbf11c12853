"""The reading of one file in the background, with its first page before the rest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background

FirstPage = Callable[[str], None]
Reader = Callable[[CancelToken, Progress, FirstPage], Any]


class SourceReading(QObject):
    """A function that reads a file in the thread pool. Keep it as long as it runs.

    Signals:
        first_page_read(str): the text of the first page, while the rest is read.
        progressed(int, int), succeeded(object), failed(object), cancelled(): as those of a background task.
    """

    first_page_read = Signal(str)
    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    _page_came = Signal(str)

    def __init__(self, read: Reader, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: BackgroundTask = run_in_background(self._bind(read), self)
        self._page_came.connect(self.first_page_read, Qt.ConnectionType.QueuedConnection)
        self._task.progressed.connect(self.progressed)
        self._task.succeeded.connect(self.succeeded)
        self._task.failed.connect(self.failed)
        self._task.cancelled.connect(self.cancelled)

    def _bind(self, read: Reader) -> Callable[[CancelToken, Progress], Any]:
        tell = self._page_came.emit

        def work(token: CancelToken, progress: Progress) -> object:
            def first_page(text: str) -> None:
                if not token.is_cancelled():
                    tell(text)

            return read(token, progress, first_page)

        return work

    def start(self) -> None:
        """Begin; the function runs as soon as a thread is free."""
        self._task.start()

    def cancel(self) -> None:
        """Ask the function to stop; `cancelled` follows when it has."""
        self._task.cancel()

    @property
    def is_running(self) -> bool:
        return self._task.is_running

    def stop_and_wait(self) -> None:
        """Cancel and wait for the end; no signal is sent afterwards."""
        self.blockSignals(True)
        self._task.stop_and_wait()
