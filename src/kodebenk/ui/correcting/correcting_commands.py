"""The commands that correct texts: by hand, and by a corrected file.

Nothing here may import the database at module level: the window is painted first.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import run_in_background
from kodebenk.ui.error_messages import explain
from kodebenk.ui.shell.file_dialogs import FileDialogs

if TYPE_CHECKING:
    from kodebenk.application.correction_preview import CorrectionPreview
    from kodebenk.ui.main_window import MainWindow


class CorrectingCommands(QObject):
    """The commands of a window that have to do with the texts of the open project."""

    def __init__(self, window: MainWindow, dialogs: FileDialogs) -> None:
        super().__init__(window)
        self._window = window
        self._dialogs = dialogs

    def steps(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of the menus do, by name."""
        return {"correct_text": self.correct_text, "replace_text": self.replace_text}

    def correct_text(self) -> None:
        """Let the user write in the text of the document that is chosen."""
        from kodebenk.ui.shell.workspaces import TextCorrector

        page, document_id = self._window.page, self._document_id()
        if page is None:
            return
        if document_id:
            page.show_document(document_id)
        else:
            page.show_workspace("coding")
        screen = page.workspace("coding")
        if isinstance(screen, TextCorrector):
            screen.start_correcting()

    def replace_text(self) -> None:
        """Ask for a corrected file of the document that is chosen."""
        document_id = self._document_id()
        if document_id:
            self.replace_text_of(document_id)
        else:
            self._window.status_bar.show_message(self.tr("Choose a document first"), undo=False)

    def _document_id(self) -> int:
        """Return the document chosen in the workspace that is shown, else the one that is coded; 0 for none."""
        from kodebenk.ui.shell.workspaces import DocumentHolder

        page = self._window.page
        for place in (page.current_workspace(), page.workspace("coding")) if page is not None else ():
            if isinstance(place, DocumentHolder) and place.document_id:
                return place.document_id
        return 0

    def replace_text_of(self, document_id: int) -> None:
        """Ask for a corrected file of a document, read it, and show what it does."""
        from kodebenk.application import queries
        from kodebenk.application.import_actions import readable_suffixes
        from kodebenk.ui.correcting.file_reading import read_and_preview

        project, window = self._window.desk.project, self._window
        document = queries.document(project, document_id)
        if window.work.is_busy:
            window.status_bar.show_message(self.tr("Wait until the file before is done"), undo=False)
            return
        title = self.tr("Replace the text of “{document}”").format(document=document.name)
        path = self._dialogs.choose_source(window, title, project.path.parent, readable_suffixes())
        if path is None:
            return
        work = partial(read_and_preview, project.path, project.reader_name, document_id, document.kind, path)
        task = run_in_background(work, self)
        task.succeeded.connect(self._on_previewed)
        task.failed.connect(self._on_failed)
        window.work.follow(task, self.tr("Reading {file}").format(file=path.name))

    @Slot(object)
    def _on_previewed(self, preview: CorrectionPreview) -> None:
        from kodebenk.ui.shell.workspaces import TextCorrector

        page = self._window.page
        if page is None:
            return
        page.show_workspace("coding")
        screen = page.workspace("coding")
        if isinstance(screen, TextCorrector):
            screen.review_correction(preview)

    @Slot(object)
    def _on_failed(self, error: WorkbenchError) -> None:
        if self._window.page is not None:
            self._window.page.show_error(explain(error))
