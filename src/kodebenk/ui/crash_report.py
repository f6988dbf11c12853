"""What happens when the program itself fails: a log without anything from the interviews, and one dialog."""

from __future__ import annotations

import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtWidgets import QMessageBox, QWidget

from kodebenk import __version__
from kodebenk.errors import WorkbenchError

_LONGEST_LOG = 1_000_000


class CrashReporter(QObject):
    """Takes uncaught exceptions from every thread.

    The log gets the kind of the exception and where it happened, never its words: they may quote an interview.

    Attributes:
        window: over which the dialog stands.
        tell: says in the window what cannot be done, where a file is damaged in the middle of the work.
    """

    _happened = Signal()
    _refused = Signal(object)

    def __init__(self, log: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self.window: QWidget | None = None
        self.tell: Callable[[WorkbenchError], None] | None = None
        self.dialog: QMessageBox | None = None
        self._refused.connect(self._on_refused, Qt.ConnectionType.QueuedConnection)
        self._happened.connect(self._on_happened, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over `sys.excepthook` and that of threads."""
        sys.excepthook = self.report
        threading.excepthook = self._report_from_thread

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write to the log and tell the user, once at a time."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        text = describe_crash(kind, trace)
        sys.stderr.write(text)
        self._append(text)
        if isinstance(error, WorkbenchError) and self.tell is not None:
            self._refused.emit(error)
        else:
            self._happened.emit()

    def _report_from_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def _append(self, text: str) -> None:
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > _LONGEST_LOG:
                self._log.replace(self._log.with_suffix(".old.log"))
            with self._log.open("a", encoding="utf-8") as file:
                file.write(text)
        except OSError:  # no log is no reason to crash once more
            return

    @Slot(object)
    def _on_refused(self, error: WorkbenchError) -> None:
        if self.tell is not None:
            self.tell(error)

    @Slot()
    def _on_happened(self) -> None:
        if self.dialog is not None:
            return
        self.dialog = QMessageBox(self.window)
        self.dialog.setIcon(QMessageBox.Icon.Warning)
        self.dialog.setWindowTitle(self.tr("An error in Kodebenk"))
        self.dialog.setText(self.tr("Something went wrong in the program."))
        self.dialog.setInformativeText(
            self.tr(
                "What was saved is safe. Close and start the program again if it behaves oddly. Technical details, "
                "without any text from your material, are in {file}."
            ).format(file=self._log)
        )
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    @Slot()
    def _on_dialog_finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


def describe_crash(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return kind and places of a failure, without its words and values."""
    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    versions = f"Kodebenk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    places = [f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}" for frame in traceback.extract_tb(trace)]
    return "\n".join([f"{moment} {kind.__module__}.{kind.__qualname__}", f"  {versions}", *places, ""])
