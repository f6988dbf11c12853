"""Writes a matrix to a file in the background."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.application import matrix_report
from kodebenk.domain.matrix import MatrixSpec
from kodebenk.domain.respondent import LabelPolicy
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background


class _Export:
    """One export as a plain function with values only."""

    def __init__(self, project_path: Path, spec: MatrixSpec, title: str, policy: LabelPolicy, reader_name: str) -> None:
        self._project_path = project_path
        self._spec = spec
        self._title = title
        self._policy = policy
        self._reader_name = reader_name
        self.matrix: ThemeMatrix | None = None
        self.target = Path()
        self.language = ""

    def __call__(self, token: CancelToken, _progress: Progress) -> Path:
        matrix = self.matrix
        if matrix is None:
            matrix = matrix_report.build_in_worker(
                self._project_path, self._spec, self._title, self._policy, reader_name=self._reader_name
            )
        token.check()
        matrix_report.export(matrix, self.target, language=self.language, overwrite=True)
        return self.target


class MatrixExport(QObject):
    """At most one export at a time.

    Signals:
        started(): a file is being written.
        succeeded(Path): it is written.
        failed(WorkbenchError): it is not; what stood there before is untouched.
        ended(): in either case, last.
    """

    started = Signal()
    succeeded = Signal(object)
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: BackgroundTask | None = None

    def start(
        self,
        project_path: Path,
        spec: MatrixSpec,
        title: str,
        target: Path,
        *,
        language: str,
        policy: LabelPolicy,
        reader_name: str,
        matrix: ThemeMatrix | None,
    ) -> None:
        """Write a file.

        Args:
            project_path: Of the project, to build from.
            spec: Rows and columns.
            title: Of the project.
            target: The file; it is replaced if it exists.
            language: Of headings, `nb` or `en`.
            policy: What stands for respondents.
            reader_name: Who works; the file shows what they may see.
            matrix: The matrix on the screen if it is still true and shows what the file shall show, else None.
        """
        if self._task is not None:
            return
        work = _Export(project_path, spec, title, policy, reader_name)
        work.matrix = matrix
        work.target = target
        work.language = language
        self._task = run_in_background(work, self)
        self._task.succeeded.connect(self.succeeded)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._on_ended)
        self.started.emit()
        self._task.start()

    def stop(self) -> None:
        """Wait for an export that runs, as before the project closes."""
        if self._task is not None:
            self._task.stop_and_wait()
            self._task = None

    @Slot()
    def _on_ended(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        self.ended.emit()
