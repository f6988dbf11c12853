"""Leads from the set-up over the native file dialog to the written file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kodebenk.application import comparison_reading
from kodebenk.application.comparison_reading import ReadComparison
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background
from kodebenk.ui.compare.compare_words import report_language
from kodebenk.ui.shell.file_dialogs import FileDialogs

_REPORTS = (".docx", ".csv", ".json")
_Export = Callable[[ReadComparison, Path, str], tuple[Path, ...]]
_LOGS = (".docx", ".xlsx", ".csv")


class CompareExport(QObject):
    """One file at a time; those asked for meanwhile wait their turn.

    Signals:
        written(Path): the file that was chosen is written.
        failed(WorkbenchError): it is not; what stood there before is untouched.
    """

    written = Signal(object)
    failed = Signal(object)

    def __init__(self, project: OpenProject, screen: QWidget, dialogs: FileDialogs | None = None) -> None:
        super().__init__(screen)
        self._project = project
        self._screen = screen
        self.dialogs = dialogs or FileDialogs(self)
        self._task: BackgroundTask | None = None
        self._waiting: list[partial[Path]] = []

    def stop(self) -> None:
        """Write what was asked for to its end, as before the project closes."""
        if self._task is not None:
            self._task.stop_and_wait()
            self._task = None
        while self._waiting:
            with suppress(WorkbenchError):
                self._waiting.pop(0)(CancelToken(), lambda _done, _of: None)

    def export_report(self, read: ReadComparison, name: str) -> None:
        """Ask for a file and write figures and differences to it."""
        target = self._choose(self.tr("Export the comparison"), name or self.tr("Comparison"), _REPORTS)
        if target is not None:
            self._start(partial(_write, comparison_reading.export_comparison, read, target, report_language()))

    def export_log(self, read: ReadComparison, name: str) -> None:
        """Ask for a file and write the list of differences with what was settled to it."""
        title = self.tr("Export the list of differences")
        target = self._choose(title, name or self.tr("Differences"), _LOGS)
        if target is not None:
            self._start(partial(_write, comparison_reading.export_differences, read, target, report_language()))

    def show_folder(self, written: Path) -> None:
        """Open the folder of a file."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(written.parent)))

    def _choose(self, title: str, name: str, endings: tuple[str, ...]) -> Path | None:
        plain = "".join("-" if character in '\\/:*?"<>|' else character for character in name)
        return self.dialogs.choose_export(self._screen, title, self._project.path.parent / plain, endings)

    def _start(self, work: partial[Path]) -> None:
        if self._task is not None:
            self._waiting.append(work)
            return
        self._task = run_in_background(work, self)
        self._task.succeeded.connect(self.written)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._on_ended)
        self._task.start()

    @Slot()
    def _on_ended(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        if self._waiting:
            self._start(self._waiting.pop(0))


def _write(
    export: _Export, read: ReadComparison, target: Path, language: str, _token: CancelToken, _progress: Progress
) -> Path:
    export(read, target, language)
    return target
