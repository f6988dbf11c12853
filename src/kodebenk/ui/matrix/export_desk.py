"""Leads from the export panel over the native file dialog to the written file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from kodebenk.application.open_project import OpenProject
from kodebenk.domain.respondent import LabelPolicy
from kodebenk.ui.matrix.export_panel import FORMATS, ExportPanel, ExportWish
from kodebenk.ui.matrix.matrix_export import MatrixExport
from kodebenk.ui.matrix.matrix_source import MatrixSource
from kodebenk.ui.theme import Appearance


class ExportDesk(QObject):
    """The panel and the work behind it.

    Signals:
        about_to_export(): keep what is being written, so that it goes along.
        failed(WorkbenchError): the file was not written.
    """

    about_to_export = Signal()
    failed = Signal(object)

    def __init__(self, project: OpenProject, source: MatrixSource, appearance: Appearance, screen: QWidget) -> None:
        super().__init__(screen)
        self._project = project
        self._source = source
        self._screen = screen
        self.panel = ExportPanel(appearance, _usual_language())
        self._job = MatrixExport(self)
        self.panel.export_requested.connect(self._on_export_requested)
        self.panel.show_folder_requested.connect(self._on_show_folder_requested)
        self._job.started.connect(self._on_started)
        self._job.succeeded.connect(self._on_succeeded)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._on_ended)

    def stop(self) -> None:
        """Wait for an export that runs, as before the project closes."""
        self._job.stop()

    def choose_file(self, ending: str) -> Path | None:
        """Return the file that the user names in the native dialog, or None."""
        title = self._source.spec.name or self._project.title or self.tr("Matrix")
        name = "".join("-" if character in '\\/:*?"<>|' else character for character in title)
        start = self._project.path.parent / f"{name}.{ending}"
        chosen, _ = QFileDialog.getSaveFileName(
            self._screen, self.tr("Export the matrix"), str(start), f"{FORMATS[ending]} (*.{ending})"
        )
        if not chosen:
            return None
        target = Path(chosen)
        return target if target.suffix.lower() == f".{ending}" else target.with_name(f"{target.name}.{ending}")

    @Slot(object)
    def _on_export_requested(self, wish: ExportWish) -> None:
        target = self.choose_file(wish.ending)
        if target is not None:
            self.write_file(wish, target)

    def write_file(self, wish: ExportWish, target: Path) -> None:
        """Write the matrix in the background: the one on the screen, or a new build if that is not true any more."""
        self.about_to_export.emit()
        fits = wish.policy is LabelPolicy.LABEL and not self._source.is_stale
        self._job.start(
            self._project.path,
            self._source.spec,
            self._project.title,
            target,
            language=wish.language,
            policy=wish.policy,
            reader_name=self._project.reader_name,
            matrix=self._source.matrix if fits else None,
        )

    @Slot()
    def _on_started(self) -> None:
        self.panel.show_working(working=True)

    @Slot(object)
    def _on_succeeded(self, path: Path) -> None:
        self.panel.show_done(path)

    @Slot()
    def _on_ended(self) -> None:
        self.panel.show_working(working=False)

    @Slot()
    def _on_show_folder_requested(self) -> None:
        if self.panel.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.panel.written.parent)))


def _usual_language() -> str:
    return "nb" if QLocale().language() == QLocale.Language.NorwegianBokmal else "en"
