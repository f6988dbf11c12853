"""Corrects the text of the document on the screen: writing, looking at what it does, taking it in."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.analysis.text_comparison import compare_texts
from kodebenk.application import queries, text_drafts
from kodebenk.application.correction_choices import preview_again, set_aside
from kodebenk.application.correction_preview import CorrectionPreview, preview_in_worker
from kodebenk.application.open_project import OpenProject
from kodebenk.application.text_correction import CorrectionReport, apply_correction
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import Rule, RuleBroken, WorkbenchError
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, Work, run_in_background
from kodebenk.ui.correcting.correcting_view import CorrectingView
from kodebenk.ui.correcting.correction_bar import Stage
from kodebenk.ui.correcting.correction_panel import CorrectionPanel
from kodebenk.ui.correcting.draft_keeper import DraftBanner, DraftKeeper
from kodebenk.ui.correcting.review_rows import ReviewRow
from kodebenk.ui.number_words import counted
from kodebenk.ui.reading.shown_codings import ShownCodings

_FOLLOWED_TABLES = ("coding", "voice", "question_place", "code", "speaker")


class Correcting(QObject):
    """Runs one correction at a time.

    Signals:
        opened(): a correction stands in the place of the text.
        closed(): the text is back.
        told(str): something that is no change is to be said.
        done_to_many(str): a correction was taken in.
        failed(WorkbenchError): something could not be done; the correction is as it was.
    """

    opened = Signal()
    closed = Signal()
    told = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        project: OpenProject,
        codings: ShownCodings,
        view: CorrectingView,
        panel: CorrectionPanel,
        banner: DraftBanner,
    ) -> None:
        super().__init__(view)
        self._project = project
        self._codings = codings
        self._view = view
        self._panel = panel
        self._banner = banner
        self._keeper = DraftKeeper(project, view.editor, self)
        self._document_id = 0
        self._stage: Stage | None = None
        self._preview: CorrectionPreview | None = None
        self._tasks: list[BackgroundTask] = []
        self._is_storing = False
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._view.editor.edited.connect(self._on_edited)
        self._view.editor.done_requested.connect(self.look)
        self._view.editor.left.connect(self._on_left)
        self._view.result.left.connect(self._on_back_requested)
        self._view.bar.done_requested.connect(self.look)
        self._view.bar.cancel_requested.connect(self._on_cancel_requested)
        review = self._panel.review
        review.row_shown.connect(self._on_row_shown)
        review.taken_in.connect(self.take_in)
        review.back_requested.connect(self._on_back_requested)
        review.dropped.connect(self.leave)
        self._banner.taken_up.connect(self.take_up)
        self._banner.thrown_away.connect(self._on_thrown_away)
        self._keeper.failed.connect(self.failed)

    @property
    def stage(self) -> Stage | None:
        """Return how far the correction has come, None without one."""
        return self._stage

    @property
    def document_id(self) -> int:
        """Return the document that is being corrected, 0 for none."""
        return self._document_id if self._stage is not None else 0

    def offer_draft(self, document_id: int) -> None:
        """Offer the unfinished correction of a document, if there is one."""
        draft = text_drafts.read_draft(self._project, document_id) if document_id else None
        self._banner.offer(draft if self._stage is None and not self._project.read_only else None)

    # Writing

    def begin(self, caret: int) -> None:
        """Let the user write in the text on the screen, beginning at a code point, or go on with what is offered."""
        draft = self._banner.draft
        if draft is not None and draft.is_current:  # beginning anew would write over it
            self.take_up()
        else:
            self._begin(caret)

    def _begin(self, caret: int) -> None:
        if self._project.read_only:
            self.failed.emit(RuleBroken(Rule.READ_ONLY, path=str(self._project.path)))
            return
        self._document_id = self._codings.document_id
        self._view.editor.show_text(self._stored_text(), self._codings.spans())
        self._view.bar.warn_of_other_text(is_other=False)
        self._view.bar.show_changes(0)
        self._keeper.begin(self._document_id)
        self._show_stage(Stage.WRITING)
        self._view.editor.show_place(caret, caret)
        self._view.editor.setFocus()

    @Slot()
    def take_up(self) -> None:
        """Go on with the draft that is offered, in the document on the screen."""
        draft = self._banner.draft
        if draft is None:
            return
        self._begin(0)
        editor = self._view.editor
        change = compare_texts(editor.edited_text.stored, draft.text)
        editor.take_up(change, draft.text)
        if change.hunks:
            editor.show_place(change.hunks[0].old_start, change.hunks[0].old_start)

    def _stored_text(self) -> str:
        return queries.text_of(self._project, self._document_id).text

    # Looking at it

    @Slot()
    def look(self) -> None:
        """Find out in the background what the correction does, and show it."""
        if self._stage is not Stage.WRITING:
            return
        if not self._view.editor.changes:
            self.leave()
            self.told.emit(self.tr("Nothing was changed"))
            return
        self._keeper.keep()
        self._view.editor.setReadOnly(True)
        self._show_stage(Stage.COMPARING)
        project, text = self._project, self._view.editor.text()
        self._compare(partial(_preview, project.path, self._document_id, text, project.reader_name))

    def _compare(self, work: Work) -> None:
        self._cancel_tasks()
        task = run_in_background(work, self)
        task.succeeded.connect(self._on_compared)
        task.failed.connect(self._on_not_compared)
        task.ended.connect(self._on_task_ended)
        self._tasks.append(task)
        task.start()

    def review(self, preview: CorrectionPreview) -> None:
        """Show what a corrected file, or the text that was written, does to the codings of the text on the screen."""
        self._preview, self._document_id = preview, preview.document_id
        shown = {span.id: span for span in self._codings.spans()}
        placed = [
            replace(shown[one.coding_id], start=one.start, end=one.end)
            for one in preview.codings
            if one.is_placed and one.coding_id in shown
        ]
        self._view.result.show_text(preview.text, placed, preview.change)
        self._panel.review.show_preview(preview)
        self._show_stage(Stage.REVIEW)
        if preview.change.hunks:
            first = preview.change.hunks[0]
            self._view.result.show_place(first.new_start, first.new_start)
        self._panel.review.first_focus().setFocus()

    @Slot()
    def take_in(self) -> None:
        """Store the correction as one change."""
        if self._preview is None or self._stage is not Stage.REVIEW:
            return
        wanted = set_aside(self._preview, self._panel.review.list.rows.left_out)
        name = self._preview.document_name
        self._keeper.end()
        self._is_storing = True
        try:
            report = apply_correction(self._project, wanted)
        except WorkbenchError as error:
            self._keeper.begin(self._document_id)
            self.failed.emit(error)
            return
        finally:
            self._is_storing = False
        self._close()
        self.done_to_many.emit(self._done_words(name, report))

    def _done_words(self, name: str, report: CorrectionReport) -> str:
        words = self.tr("Corrected the text of “{document}”").format(document=name)
        placed, unplaced = report.kept + report.moved, len(report.unplaced)
        parts = []
        if placed:
            parts.append(counted(placed, self.tr("1 coding follows"), self.tr("{count} codings follow")))
        if unplaced:
            parts.append(counted(unplaced, self.tr("1 has no place"), self.tr("{count} have no place")))
        return f"{words}: {', '.join(parts)}" if parts else words

    # Leaving

    @Slot()
    def leave(self) -> None:
        """Show the text again; what was written and not taken in is offered as a draft."""
        if self._stage is None:
            return
        written = self._preview is None or self._preview.source is None
        if written and self._is_there():
            self._keeper.keep()
        self._close()
        self.offer_draft(self._document_id if self._is_there() else 0)

    def keep_draft(self) -> None:
        """Save what was typed so far, as before the window goes."""
        if self._stage is not None and self._is_there():
            self._keeper.keep()

    def _is_there(self) -> bool:
        return any(one.id == self._document_id for one in queries.documents(self._project))

    def _close(self) -> None:
        self._cancel_tasks()
        self._keeper.end()
        self._stage = None
        self._preview = None
        self._panel.review.forget()
        self._banner.offer(None)
        self.closed.emit()

    def stop(self) -> None:
        """Keep what was typed and end background work; the project is about to be closed."""
        self.keep_draft()
        for task in self._tasks:
            task.stop_and_wait()
        self._tasks.clear()

    def _cancel_tasks(self) -> None:
        for task in self._tasks:
            task.cancel()

    @Slot()
    def _on_task_ended(self) -> None:
        for task in [one for one in self._tasks if not one.is_running]:
            self._tasks.remove(task)
            task.deleteLater()

    def _show_stage(self, stage: Stage) -> None:
        was_closed = self._stage is None
        self._stage = stage
        self._banner.offer(None)
        if stage is Stage.WRITING:
            self._preview = None
            self._view.editor.setReadOnly(False)
        self._view.bar.show_stage(stage)
        self._view.show_result(shown=stage is Stage.REVIEW)
        self._panel.show_review(shown=stage is Stage.REVIEW)
        if was_closed:
            self.opened.emit()

    # What the project tells

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project that was made meanwhile, such as an undo."""
        if self._stage is None or self._is_storing:
            return
        if not self._is_there():
            self._close()
        elif change.touches("document_text") and self._document_id in change.documents:
            self._view.editor.forget_codings()
            self._view.bar.warn_of_other_text(is_other=True)
            self._compare_again()
        elif self._stage is Stage.REVIEW and change.touches(*_FOLLOWED_TABLES):
            self._compare_again()

    def _compare_again(self) -> None:
        preview = self._preview
        if self._stage is Stage.REVIEW and preview is not None:
            self._compare(partial(_preview_again, self._project.path, preview, self._project.reader_name))

    @Slot(object)
    def _on_compared(self, preview: CorrectionPreview) -> None:
        if self._stage in (Stage.COMPARING, Stage.REVIEW):
            self.review(preview)

    @Slot(object)
    def _on_not_compared(self, error: WorkbenchError) -> None:
        source = self._preview.source if self._preview is not None else None
        if source is not None:
            self._close()
        else:
            self._go_back()
        self.failed.emit(error)

    @Slot()
    def _on_edited(self) -> None:
        self._view.bar.show_changes(self._view.editor.changes)

    @Slot()
    def _on_left(self) -> None:
        if self._view.editor.changes:
            self._view.bar.cancel.setFocus()
        else:
            self.leave()

    @Slot()
    def _on_cancel_requested(self) -> None:
        if self._stage is Stage.COMPARING:
            self._cancel_tasks()
            self._go_back()
        else:
            self.leave()

    @Slot()
    def _on_back_requested(self) -> None:
        if self._preview is not None and self._preview.source is not None:
            self.leave()
        else:
            self._go_back()

    def _go_back(self) -> None:
        self._show_stage(Stage.WRITING)
        self._view.editor.setFocus()

    @Slot(object)
    def _on_row_shown(self, row: ReviewRow) -> None:
        if row.end:
            self._view.result.show_place(row.start, row.end, choose=True)

    @Slot()
    def _on_thrown_away(self) -> None:
        draft = self._banner.draft
        if draft is None:
            return
        try:
            text_drafts.drop_draft(self._project, draft.document_id)
        except WorkbenchError as error:
            self.failed.emit(error)
            return
        self._banner.offer(None)
        self.told.emit(self.tr("The unfinished correction was thrown away"))


def _preview(
    path: Path, document_id: int, text: str, reader_name: str, _token: CancelToken, _progress: Progress
) -> CorrectionPreview:
    return preview_in_worker(path, document_id, text, reader_name)


def _preview_again(
    path: Path, preview: CorrectionPreview, reader_name: str, _token: CancelToken, _progress: Progress
) -> CorrectionPreview:
    return preview_again(path, preview, reader_name)
