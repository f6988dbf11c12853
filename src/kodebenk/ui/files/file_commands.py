"""Codings, codebooks, cells and the history in and out of files, and the check of the project.

Nothing here may import the database at module level: the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from kodebenk.errors import WorkbenchError
from kodebenk.ui.number_words import counted
from kodebenk.ui.shell.project_commands import ProjectCommands

if TYPE_CHECKING:
    from kodebenk.application.project_check import CheckReport
    from kodebenk.domain.passage import Passage
    from kodebenk.ui.files.file_work import Export, ReadCodings, ReadTable

_TABLES = (".csv", ".xlsx", ".jsonl")
_READ_CODEBOOKS = (".csv", ".xlsx", ".qdc")
_WRITTEN_CODEBOOKS = (".docx", ".xlsx", ".csv", ".qdc")
_WRITTEN_CODINGS = (".docx", ".xlsx", ".csv", ".jsonl")
_WRITTEN_HISTORY = (".csv", ".xlsx", ".docx", ".jsonl")
_READ_CELLS = (".csv", ".xlsx")


class FileCommands(ProjectCommands):
    """The commands of a window that have to do with files of the open project."""

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the menus do, by name."""
        return {
            "import_codings": self.import_codings,
            "export_codings": self.export_codings,
            "import_codes": self.import_codes,
            "export_codes": self.export_codes,
            "import_cells": self.import_cells,
            "check": self.check,
            "unplaced": self.show_unplaced,
        }

    # Reading

    def import_codings(self) -> None:
        """Ask for a file of codings and place them by their quotes."""
        from kodebenk.ui.files import file_work

        path = self._choose(self.tr("Read codings from a file"), _TABLES)
        if path is not None:
            work = partial(file_work.read_codings, self._window.desk.project.path, path)
            self._run(work, self.tr("Finding the places of the codings"), self._on_codings_read)

    @Slot(object)
    def _on_codings_read(self, read: ReadCodings) -> None:
        from kodebenk.application.coding_import import add_placed_rows
        from kodebenk.ui.files.coding_report_sheet import CodingReportSheet
        from kodebenk.ui.files.imported_rows import describe_import

        project = self._window.desk.project
        try:
            report = add_placed_rows(project, read.found)
        except WorkbenchError as error:
            self._window.tell(error)
            return
        added = report.placed - report.known
        if added:
            said = counted(added, self.tr("Added 1 coding"), self.tr("Added {count} codings"))
            self._window.toast.show_message(said)
        imported = describe_import(project, read.file_name, read.rows, report)
        sheet = CodingReportSheet(self._looks.appearance, imported)
        sheet.passage_requested.connect(self._on_passage_requested)
        self._window.sheets.show_page(sheet)

    def import_codes(self) -> None:
        """Ask for a codebook and add its codes, or complete those that are there."""
        from kodebenk.ui.files import file_work

        path = self._choose(self.tr("Read a codebook from a file"), _READ_CODEBOOKS)
        if path is not None:
            self._run(partial(file_work.read_codes, path), self.tr("Reading the codebook"), self._on_codes_read)

    @Slot(object)
    def _on_codes_read(self, read: ReadTable) -> None:
        self._store(read, counted(read.count, self.tr("Read 1 code"), self.tr("Read {count} codes")))

    def import_cells(self) -> None:
        """Ask for a file of summaries and states and store them in the matrix."""
        from kodebenk.ui.files import file_work

        path = self._choose(self.tr("Read cells from a file"), _READ_CELLS)
        if path is not None:
            self._run(partial(file_work.read_cells, path), self.tr("Reading the cells"), self._on_cells_read)

    @Slot(object)
    def _on_cells_read(self, read: ReadTable) -> None:
        self._store(read, counted(read.count, self.tr("Read 1 cell"), self.tr("Read {count} cells")))

    def _store(self, read: ReadTable, said: str) -> None:
        """Make a change, and say so if it was one."""
        project = self._window.desk.project
        before = project.next_to_undo()
        if not self._window.attempt(partial(read.store, project)):
            return
        if project.next_to_undo() != before:
            self._window.toast.show_message(said)
        else:
            nothing = self.tr("{file} holds nothing that is not in the project already")
            self._window.status_bar.show_message(nothing.format(file=read.file_name), undo=False)

    # Writing

    def export_codings(self) -> None:
        """Ask for a file and write all codings."""
        from kodebenk.ui.files.file_work import write_codings

        name = self.tr("{project} codings")
        self._export(self.tr("Export codings"), name, _WRITTEN_CODINGS, write_codings)

    def export_codes(self) -> None:
        """Ask for a file and write the codebook."""
        from kodebenk.ui.files.file_work import write_codes

        name = self.tr("{project} codebook")
        self._export(self.tr("Export the codebook"), name, _WRITTEN_CODEBOOKS, write_codes)

    @Slot()
    def export_history(self) -> None:
        """Ask for a file and write the history."""
        from kodebenk.ui.files.file_work import write_history

        name = self.tr("{project} history")
        self._export(self.tr("Export the history"), name, _WRITTEN_HISTORY, write_history)

    def _export(self, title: str, name: str, endings: Sequence[str], write: Export) -> None:
        from kodebenk.ui.files import file_work

        project = self._window.desk.project
        plain = "".join("-" if character in '\\/:*?"<>|' else character for character in project.title)
        suggestion = project.path.parent / name.format(project=plain or project.path.stem)
        target = self._dialogs.choose_export(self._window, title, suggestion, endings)
        if target is not None:
            language = self._looks.translation.language
            work = partial(file_work.export, project.path, project.reader_name, write, target, language)
            self._run(work, self.tr("Writing {file}").format(file=target.name), self._on_written)

    @Slot(object)
    def _on_written(self, target: Path) -> None:
        if self._window.page is not None:
            self._window.page.written_banner.show_written(target)

    # Checking

    def check(self) -> None:
        """Check the project and show what was found."""
        from kodebenk.ui.files import file_work

        project = self._window.desk.project
        work = partial(file_work.check, project.path, project.reader_name)
        self._run(work, self.tr("Checking the project"), self._on_checked)

    @Slot(object)
    def _on_checked(self, report: CheckReport) -> None:
        from kodebenk.ui.files.check_sheet import CheckSheet

        sheet = CheckSheet(self._looks.appearance, self._window.desk.project, report)
        sheet.repair_requested.connect(self._on_repair_requested)
        sheet.backups_requested.connect(self._on_backups_requested)
        sheet.passage_requested.connect(self._on_passage_requested)
        self._window.sheets.show_page(sheet)

    @Slot()
    def _on_repair_requested(self) -> None:
        from kodebenk.application.project_check import check_project
        from kodebenk.ui.files.check_sheet import CheckSheet

        sheet = self._window.sheets.page
        if not isinstance(sheet, CheckSheet):
            return
        try:
            report = check_project(self._window.desk.project, repair=True)
        except WorkbenchError as error:
            self._window.tell(error)
        else:
            sheet.show_report(report)

    @Slot()
    def _on_backups_requested(self) -> None:
        self._window.commands.show_backups()

    @Slot()
    def show_unplaced(self) -> None:
        """List the codings that have no place, to be settled one by one."""
        from kodebenk.ui.files.unplaced_sheet import UnplacedSheet

        desk = self._window.desk
        sheet = UnplacedSheet(self._looks.appearance, desk.project, desk.signals, self._selected_passage)
        sheet.passage_requested.connect(self._on_passage_requested)
        sheet.done.connect(self._window.status_bar.show_message)
        sheet.failed.connect(self._on_failed)
        self._window.sheets.show_page(sheet)

    def _selected_passage(self) -> Passage | None:
        from kodebenk.ui.shell.workspaces import PassageSource

        page = self._window.page
        reader = page.workspace("coding") if page is not None else None
        return reader.chosen_passage() if isinstance(reader, PassageSource) else None

    # What they share

    def _choose(self, title: str, endings: Sequence[str]) -> Path | None:
        return self._dialogs.choose_table(self._window, title, self._window.desk.project.path.parent, endings)

    def _wait_words(self) -> str:
        return self.tr("Wait until the file before is done")
