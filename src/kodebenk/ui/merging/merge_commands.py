"""Merging another copy and packing for a coder, at the window.

Nothing here may import the database at module level: the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from kodebenk.ui.shell.file_dialogs import PROJECT_SUFFIX
from kodebenk.ui.shell.project_commands import ProjectCommands

if TYPE_CHECKING:
    from kodebenk.application.merge_plan import MergeReport


class MergeCommands(ProjectCommands):
    """The commands of a window that have to do with other copies of the project."""

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the menus do, by name."""
        return {"merge_copy": self.ask_copy, "package": self.show_package}

    # Merging

    @Slot()
    def ask_copy(self) -> None:
        """Ask for another copy and show what merging it would do."""
        page = self._window.page
        path = self._dialogs.choose_other_copy(self._window, self._window.desk.project.path.parent)
        if page is not None and path is not None:
            page.merge_copy(path)

    @Slot(str, object)
    def show_report(self, file_name: str, report: MergeReport) -> None:
        """Show what a merge brought."""
        from kodebenk.ui.merging.merge_outcome import describe_outcome
        from kodebenk.ui.merging.merge_report_sheet import MergeReportSheet

        outcome = describe_outcome(self._window.desk.project, file_name, report)
        sheet = MergeReportSheet(self._looks.appearance, outcome)
        sheet.passage_requested.connect(self._on_passage_requested)
        sheet.unplaced_requested.connect(self._on_unplaced_requested)
        self._window.sheets.show_page(sheet)

    @Slot()
    def _on_unplaced_requested(self) -> None:
        self._window.commands.files.show_unplaced()

    # Packing

    def show_package(self) -> None:
        """Ask who shall code which sources."""
        from kodebenk.ui.merging.package_sheet import PackageSheet

        desk = self._window.desk
        sheet = PackageSheet(self._looks.appearance, desk.project, desk.signals)
        sheet.package_requested.connect(self._on_package_requested)
        self._window.sheets.show_page(sheet)

    @Slot(str, object)
    def _on_package_requested(self, coder: str, document_ids: tuple[int, ...]) -> None:
        from kodebenk.ui.merging.merge_work import write_package

        project = self._window.desk.project
        name = self.tr("{project} for {coder}").format(project=project.title or project.path.stem, coder=coder)
        plain = "".join("-" if character in '\\/:*?"<>|' else character for character in name)
        target = self._dialogs.choose_package(self._window, project.path.parent / f"{plain}{PROJECT_SUFFIX}")
        if target is not None:
            work = partial(write_package, project.path, target, coder, document_ids)
            self._run(work, self.tr("Writing {file}").format(file=target.name), self._on_package_written)

    @Slot(object)
    def _on_package_written(self, target: Path) -> None:
        from kodebenk.ui.merging.package_sheet import PackageSheet

        if isinstance(self._window.sheets.page, PackageSheet):
            self._window.sheets.close_page()
        if self._window.page is not None:
            self._window.page.written_banner.show_written(target)

    def _wait_words(self) -> str:
        return self.tr("Wait until the file before is done")
