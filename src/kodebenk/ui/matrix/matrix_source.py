"""Builds the matrix of a screen when it is needed: at once in small projects, in the background in large ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.application import matrix_report, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.matrix import MatrixSpec
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background
from kodebenk.ui.project_signals import ProjectSignals

# Measured: 300 codings in 75 000 characters take 12 ms, so that these stay below 100 ms.
_MOST_CODINGS = 2_000
_MOST_CHARACTERS = 1_500_000


class MatrixSource(QObject):
    """Holds the specification in use and the last build, and knows whether that is still true.

    Signals:
        went_stale(): the project changed since the last build.
        voided(): what the one who works may see became other; the last build must not be shown any more.
        built(ThemeMatrix): a build is ready.
        failed(WorkbenchError): the project could not be read.
    """

    went_stale = Signal()
    voided = Signal()
    built = Signal(object)
    failed = Signal(object)

    def __init__(
        self, project: OpenProject, project_signals: ProjectSignals, spec: MatrixSpec, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._spec = spec
        self._matrix: ThemeMatrix | None = None
        self._is_stale = True
        self._is_void = False
        self._task: BackgroundTask | None = None
        project_signals.changed.connect(self._on_project_changed)

    @property
    def spec(self) -> MatrixSpec:
        """Return which rows and columns are wanted."""
        return self._spec

    @property
    def matrix(self) -> ThemeMatrix | None:
        """Return the last build, stale or not."""
        return self._matrix

    @property
    def is_stale(self) -> bool:
        """Return whether the project or the specification changed since the last build."""
        return self._is_stale

    def use(self, spec: MatrixSpec) -> None:
        """Want other rows or columns; `refresh` builds them."""
        if spec != self._spec:
            self._spec = spec
            self._is_stale = True

    def refresh(self) -> None:
        """Build again if the last build is not true any more; `built` follows, at once or later."""
        if not self._is_stale or self._task is not None:
            return
        self._is_stale = False
        spec = self._known_part()
        if self.is_large():
            self._build_in_background(spec)
            return
        try:
            self._matrix = matrix_report.build(self._project, spec)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self.built.emit(self._matrix)

    def is_large(self) -> bool:
        """Return whether a build may take over 100 ms."""
        codings = sum(queries.coding_counts(self._project).values())
        return codings > _MOST_CODINGS or queries.characters(self._project) > _MOST_CHARACTERS

    def _known_part(self) -> MatrixSpec:
        """Return the specification without codes that were deleted since."""
        known = queries.codebook(self._project).by_id
        return replace(self._spec, code_ids=tuple(one for one in self._spec.code_ids if one in known))

    def stop(self) -> None:
        """Wait for a build that runs, as before the project closes."""
        if self._task is not None:
            self._task.stop_and_wait()
            self._task = None

    def _build_in_background(self, spec: MatrixSpec) -> None:
        project = self._project
        self._is_void = False
        self._task = run_in_background(_Build(project.path, spec, project.title, project.reader_name), self)
        self._task.succeeded.connect(self._on_succeeded)
        self._task.failed.connect(self.failed)
        self._task.ended.connect(self._on_ended)
        self._task.start()

    @Slot(object)
    def _on_succeeded(self, matrix: ThemeMatrix) -> None:
        if not self._is_void:
            self._matrix = matrix
            self.built.emit(matrix)

    @Slot()
    def _on_ended(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.deleteLater()
        if self._is_stale:
            self.went_stale.emit()

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches(*matrix_report.TOUCHING):
            self._is_stale = True
            if change.touches("coding_task"):
                self._matrix, self._is_void = None, True
                self.voided.emit()
            self.went_stale.emit()


class _Build:
    """One build as a plain function with values only."""

    def __init__(self, path: Path, spec: MatrixSpec, title: str, reader_name: str) -> None:
        self._path = path
        self._spec = spec
        self._title = title
        self._reader_name = reader_name

    def __call__(self, _token: CancelToken, _progress: Progress) -> ThemeMatrix:
        return matrix_report.build_in_worker(self._path, self._spec, self._title, reader_name=self._reader_name)
