"""What the commands of a window that work on the open project have in common.

Nothing here may import the database at module level: the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import Work, run_in_background
from kodebenk.ui.error_messages import explain
from kodebenk.ui.shell.file_dialogs import FileDialogs
from kodebenk.ui.shell.looks import Looks

if TYPE_CHECKING:
    from kodebenk.ui.main_window import MainWindow


class ProjectCommands(QObject):
    """Commands that run long work one at a time, and show passages and errors in the window."""

    def __init__(self, window: MainWindow, looks: Looks, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._window = window
        self._looks = looks
        self._dialogs = dialogs

    def _wait_words(self) -> str:
        """Return what the status bar says while the work before is not done."""
        raise NotImplementedError

    def _run(self, work: Work, title: str, then: Callable[..., None]) -> None:
        if self._window.work.is_busy:
            self._window.status_bar.show_message(self._wait_words(), undo=False)
            return
        task = run_in_background(work, self)
        task.succeeded.connect(then)
        task.failed.connect(self._on_failed)
        self._window.work.follow(task, title)

    @Slot(object)
    def _on_failed(self, error: WorkbenchError) -> None:
        if self._window.page is not None:
            self._window.page.show_error(explain(error))

    @Slot(int, int, int)
    def _on_passage_requested(self, document_id: int, start: int, end: int) -> None:
        if self._window.page is not None:
            self._window.attempt(partial(self._window.page.show_passage, document_id, start, end))
