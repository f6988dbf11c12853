"""Runs a plain function in a worker thread and delivers its result or error on the thread of the windows."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

from kodebenk.errors import Cancelled, WorkbenchError

Progress = Callable[[int, int], None]


class CancelToken:
    """Tells a worker that the user stopped it; may be asked and set from any thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    def is_cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled if the user stopped the work."""
        if self.is_cancelled():
            raise Cancelled


Work = Callable[[CancelToken, Progress], Any]


class BackgroundTask(QObject):
    """One function that runs in the thread pool. Keep it as long as it runs.

    The function gets the token and a function `progress(done, of)`, which it may call at any pace. It must not touch
    widgets or an open project. Everything below arrives on the thread that made the task.

    Signals:
        progressed(done, of): how far the work has come; `of` is 0 while the end is unknown.
        succeeded(object): the function's result. Not sent after `cancel`.
        failed(WorkbenchError): what the function raised. Not sent after `cancel`.
        cancelled(): the work ended after `cancel`, whatever came of it.
        ended(): sent last, in every case.
    """

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    ended = Signal()

    _came_on = Signal(int, int)
    _delivered = Signal(object, object)

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._token = CancelToken()
        self._job = _Job(work, self._token, self._came_on.emit, self._delivered.emit)
        self._running = False
        self.result: object = None
        self._came_on.connect(self._on_came_on, Qt.ConnectionType.QueuedConnection)
        self._delivered.connect(self._on_delivered, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin; the function runs as soon as a thread is free."""
        self._running = True
        QThreadPool.globalInstance().start(self._job)

    def cancel(self) -> None:
        """Ask the function to stop; `cancelled` follows when it has."""
        self._token.cancel()

    @property
    def is_running(self) -> bool:
        return self._running

    def stop_and_wait(self) -> None:
        """Cancel and wait for the end, as before the window closes; no signal is sent afterwards."""
        self._token.cancel()
        if self._running:
            self.blockSignals(True)
            self._job.ended.wait()
            self._running = False

    @Slot(int, int)
    def _on_came_on(self, done: int, of: int) -> None:
        if self._running and not self._token.is_cancelled():
            self.progressed.emit(done, of)

    @Slot(object, object)
    def _on_delivered(self, result: object, error: BaseException | None) -> None:
        self._running = False
        self.result = result
        if error is not None and not isinstance(error, WorkbenchError):
            sys.excepthook(type(error), error, error.__traceback__)
        elif self._token.is_cancelled() or isinstance(error, Cancelled):
            self.cancelled.emit()
        elif error is not None:
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
        self.ended.emit()


class _Job(QRunnable):
    def __init__(
        self,
        work: Work,
        token: CancelToken,
        progress: Progress,
        deliver: Callable[[object, BaseException | None], None],
    ) -> None:
        super().__init__()
        self.setAutoDelete(False)  # the task holds it; Qt would delete it under Python's hands
        self._work = work
        self._token = token
        self._progress = progress
        self._deliver = deliver
        self.ended = threading.Event()

    def run(self) -> None:
        result: object = None
        error: BaseException | None = None
        try:
            self._token.check()
            result = self._work(self._token, self._progress)
        except BaseException as raised:  # carried to the thread of the windows
            error = raised
        self._send(result, error)
        self.ended.set()

    def _send(self, result: object, error: BaseException | None) -> None:
        try:
            self._deliver(result, error)
        except RuntimeError:  # the window that asked is gone, and with it the task
            return


def run_in_background(work: Work, parent: QObject | None = None) -> BackgroundTask:
    """Return a task that has not begun: connect its signals, then call `start`."""
    return BackgroundTask(work, parent)
