"""The coding workspace: documents, text, codebook and the selected coding, wired to the project."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.analysis.hit_widening import turn_or_paragraph
from kodebenk.application import queries, text_drafts
from kodebenk.application.correction_preview import CorrectionPreview
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import DocumentText
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ProjectChange
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.actions import SEPARATOR, MenuEntry
from kodebenk.ui.codebook.quick_code import QuickCode
from kodebenk.ui.correcting.correcting import Correcting
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.reading.coding_desk import CodingDesk
from kodebenk.ui.reading.coding_keys import CodingKeys
from kodebenk.ui.reading.coding_selection import CodingSelection
from kodebenk.ui.reading.coding_words import count_codings, status_words
from kodebenk.ui.reading.document_view import announce
from kodebenk.ui.reading.lower_pages import LowerPages
from kodebenk.ui.reading.passage_coding import PassageCoding, own_coder_id
from kodebenk.ui.reading.reading_columns import COMPACT_BELOW, ReadingColumns
from kodebenk.ui.reading.shown_codings import CodingFilter, ShownCodings, speaker_faces
from kodebenk.ui.reading.side_panel import LowerPage
from kodebenk.ui.reading.text_finder import TextFinder
from kodebenk.ui.tasks.reading_task import ReadingTask
from kodebenk.ui.theme import Appearance
from kodebenk.ui.voices.voice_marking import VoiceMarking
from kodebenk.ui.voices.voice_panel import VoicePanel
from kodebenk.ui.workspace import StatusItem, Workspace

_CODE_TABLES = ("code",)
_PEOPLE_TABLES = ("speaker", "turn", "respondent")
_TEXT_TABLES = (*_PEOPLE_TABLES, "document_text", "voice", "voice_respondent")


class ReadingScreen(Workspace):
    """Shows one document at a time and codes it."""

    def __init__(
        self,
        project: OpenProject,
        project_signals: ProjectSignals,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(project, project_signals, appearance, parent)
        self._text: DocumentText | None = None
        self._notice = ""
        self.codings = ShownCodings(project)
        self.desk = CodingDesk(project, self)
        self.columns = ReadingColumns(project, appearance)
        self.view = self.columns.view
        self._lower = LowerPages(project, self.columns.side)
        self.finder = TextFinder(self.columns.find_bar, self.view, self)
        self.palette_widget = QuickCode(appearance, self)
        self.passages = PassageCoding(self.view, self.codings, self.desk, self.palette_widget, project)
        self.selection = CodingSelection(self.columns, self._lower, self.codings, self.passages)
        columns = self.columns
        self.correcting = Correcting(
            project, self.codings, columns.correcting, columns.correction_panel, columns.draft_banner
        )
        self.voices = VoiceMarking(project, self.view, VoicePanel(appearance, self))
        self.task = ReadingTask(project, self.view, columns.header.task, columns.blind_banner)
        self._keys = CodingKeys(self)
        self._shortcuts = [QShortcut(QKeySequence(keys), self) for keys in ("F3", "Shift+F3")]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.columns)
        self._connect_signals()
        self._take_codes()
        self._take_people()

    def _connect_signals(self) -> None:
        self.project_signals.changed.connect(self._on_project_changed)
        for signal, own in (
            (self.desk.done, self._on_done),
            (self.desk.done_to_many, self.done_to_many),
            (self.desk.failed, self.failed),
            (self.columns.import_requested, self.import_requested),
        ):
            signal.connect(own)
        self._connect_view()
        self._connect_documents()
        self._connect_codebook()
        self._connect_inspector()
        self._connect_correcting()
        self._connect_task()
        self.columns.header.codes_picked.connect(self._on_filter_picked)
        self.columns.header.coders_picked.connect(self._on_filter_picked)
        self.columns.header.find_requested.connect(self.start_find)
        self.finder.hits_requested.connect(self.desk.code_hits)
        self.passages.told.connect(self.tell)
        self._shortcuts[0].activated.connect(self._on_find_next)
        self._shortcuts[1].activated.connect(self._on_find_previous)

    def _connect_view(self) -> None:
        self.selection.selected.connect(self._on_coding_selected)
        self.selection.moved.connect(self.status_changed)
        self.selection.told.connect(self.tell)
        self.view.coding_resized.connect(self.desk.resize)
        self.view.key_requested.connect(self._keys.act)
        self.view.context_menu_requested.connect(self._keys.open_menu)
        self.view.coding_menu_requested.connect(self._keys.open_coding_menu)

    def _connect_documents(self) -> None:
        documents = self.columns.documents
        documents.document_chosen.connect(self.show_document)
        documents.reading_requested.connect(self.view.setFocus)
        documents.import_requested.connect(self.import_requested)
        documents.rename_requested.connect(self.desk.rename_document)
        documents.progress_requested.connect(self.desk.set_progress)
        documents.read_to_caret_requested.connect(self.mark_read)
        documents.move_requested.connect(self.desk.move_document)
        documents.delete_requested.connect(self.desk.delete_document)

    def _connect_codebook(self) -> None:
        codebook, editor = self.columns.codebook, self.columns.side.editor
        codebook.code_chosen.connect(self.passages.code_target)
        codebook.code_marked.connect(self._on_code_marked)
        codebook.add_requested.connect(self._on_add_code_requested)
        codebook.rename_requested.connect(self.desk.rename_code)
        codebook.move_requested.connect(self.desk.move_code)
        codebook.merge_requested.connect(self._on_merge_requested)
        codebook.delete_requested.connect(self.desk.delete_code)
        codebook.edit_requested.connect(self.edit_code)
        editor.rename_requested.connect(self.desk.rename_code)
        editor.edit_requested.connect(self.desk.edit_code)
        editor.closed.connect(self.columns.side.close_code_editor)

    def _connect_inspector(self) -> None:
        inspector = self.columns.inspector
        inspector.recode_requested.connect(self.desk.recode)
        inspector.stance_requested.connect(self.desk.set_stance)
        inspector.comment_written.connect(self.desk.write_comment)
        inspector.condensation_written.connect(self.desk.write_condensation)
        inspector.details.attribution_requested.connect(self.desk.attribute)
        inspector.details.kind_requested.connect(self.desk.set_kind)
        inspector.details.evidence_requested.connect(self.desk.set_evidence)
        inspector.remove_requested.connect(self.desk.remove)
        inspector.add_code_requested.connect(self.passages.open_palette)
        inspector.left.connect(self.view.setFocus)

    def _connect_correcting(self) -> None:
        self.columns.header.correct_requested.connect(self.start_correcting)
        self.correcting.opened.connect(self._on_correcting_opened)
        self.correcting.closed.connect(self._on_correcting_closed)
        self.correcting.told.connect(self.tell)
        self.correcting.done_to_many.connect(self.done_to_many)
        self.correcting.failed.connect(self.failed)
        self.voices.done.connect(self._on_done)
        self.voices.failed.connect(self.failed)

    def _connect_task(self) -> None:
        self.task.done.connect(self._on_done)
        self.task.failed.connect(self.failed)
        self.task.told.connect(self.tell)
        self.task.leaving.connect(self._on_leaving)
        self.task.unveiled.connect(self._on_unveiled)

    # Documents

    @property
    def document_id(self) -> int:
        """Return the id of the document on the screen, 0 for none."""
        return self.codings.document_id

    def chosen_passage(self) -> Passage | None:
        """Return the selected words, None without a selection."""
        return self.passages.selected()

    @property
    def selected_id(self) -> int | None:
        """Return the id of the selected coding."""
        return self.passages.selected_id

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.document_id:
            self._show_first()
            self.view.setFocus()
        else:
            self.take_coder()

    def _show_first(self) -> None:
        """Show the first document, or one with a correction that was not finished."""
        drafts = [one.document_id for one in text_drafts.list_drafts(self.project)]
        shown = [*drafts, *(one.id for one in queries.documents(self.project))]
        self._show(shown[0] if shown else 0)

    @Slot(int)
    def show_document(self, document_id: int) -> None:
        """Show a document from its beginning; the one on the screen stays where it is."""
        if document_id != self.document_id:
            self._show(document_id)

    def show_passage(self, document_id: int, start: int, end: int) -> None:
        """Show a passage, with the coding that has exactly these ends selected, else the words (code points)."""
        self.correcting.leave()
        self.show_document(document_id)
        exact = self.codings.with_ends(start, end)
        shown = next((one.id for one in exact if self.codings.is_shown(one.id)), None)
        if shown is None:
            self.view.select_passage(start, end)
        else:
            self.view.select_passage(start, start)
            self.selection.select(shown)
        self.view.scroll_to(start, end)
        self.view.setFocus()

    def _show(self, document_id: int) -> None:
        self.correcting.leave()
        self.palette_widget.close_palette()
        self.selection.select(None)
        self.codings.load(document_id)
        self.desk.remember(self.codings.last_used_codes(own_coder_id(self.project)))
        self.columns.show_text(shown=bool(document_id))
        document = queries.document(self.project, document_id) if document_id else None
        self.columns.header.show_document(document)
        self.columns.documents.show_document(document_id or None)
        self._take_text(queries.text_of(self.project, document_id) if document_id else None)
        self._show_text()
        self.finder.show_text(self._text)
        self.passages.show_text(self._text)
        self.voices.show_text(self._text)
        self.correcting.offer_draft(document_id)
        self.status_changed.emit()

    def _take_text(self, text: DocumentText | None) -> None:
        self._text = text
        self.selection.take_text(text)

    def _show_text(self, *, keep_place: bool = False) -> None:
        if self._text is None:
            self.task.show_document(0)
            return
        people = queries.respondents_by_id(self.project)
        faces = speaker_faces(self._text.speakers, people, self.tr("Interviewer"))
        self.view.show_document(self._text, faces, respondents=people, keep_place=keep_place)
        self.codings.set_filter(self._wanted_filter())
        self.view.set_codings(self.codings.spans())
        self.task.show_document(self.document_id)

    def mark_read(self) -> None:
        """Say that the document was read up to and with the turn at the caret."""
        if self._text is not None:
            end = turn_or_paragraph(self._text, self.view.caret_position()).end
            whole = len(self._text.text.rstrip())
            share = 1.0 if end >= whole else end / whole
            self.desk.set_progress(self.document_id, share)

    # Correcting

    @Slot()
    def start_correcting(self) -> None:
        """Let the user correct the text on the screen."""
        if self.document_id and self.correcting.stage is None:
            self.correcting.begin(self.view.caret_position())

    def review_correction(self, preview: CorrectionPreview) -> None:
        """Show what a corrected file does to a document; a correction under way is put aside."""
        self.show_document(preview.document_id)
        self.correcting.leave()
        self.correcting.review(preview)

    @Slot()
    def _on_correcting_opened(self) -> None:
        self.palette_widget.close_palette()
        self.voices.panel.hide()
        self.selection.select(None)
        self.view.mark_hits([])
        self.columns.show_correcting(shown=True)
        self.status_changed.emit()

    @Slot()
    def _on_correcting_closed(self) -> None:
        self.columns.show_correcting(shown=False)
        self.view.setFocus()
        self.status_changed.emit()

    def release(self) -> None:
        self.correcting.stop()

    # What the project tells

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches("coding_task"):
            self.palette_widget.close_palette()
            self.correcting.leave()
        self.columns.documents.follow(change)
        self.columns.codebook.follow(change)
        if change.touches("document") and not self._is_there():
            self._show_first()
        elif change.touches("document"):
            self.columns.header.show_document(queries.document(self.project, self.document_id))
        shown = self.codings.follow(change)
        if change.touches(*_CODE_TABLES):
            self._take_codes()
        if change.touches("coder", "respondent"):
            self._take_people()
        if change.touches(*_TEXT_TABLES):
            self._take_speakers()
            if change.touches("document_text"):
                self.finder.show_text(self._text)
        elif shown.everything:
            self._refilter(always=True)
        elif shown.removed or shown.added:
            self.view.update_codings(shown.removed, shown.added)
        self._refilter()
        if change.touches("coding_task"):
            self.desk.begin_with(self.codings.last_used_codes(own_coder_id(self.project)))
        self.task.follow(change)
        self._follow_selected(change)
        self.correcting.follow(change)
        self.status_changed.emit()

    def _is_there(self) -> bool:
        return any(one.id == self.document_id for one in queries.documents(self.project))

    def _follow_selected(self, change: ProjectChange) -> None:
        if self.passages.selected_id is None:
            return
        if self.codings.get(self.passages.selected_id) is None:
            self.selection.select(None)
        elif change.touches("coding", "coding_respondent", "code", *_TEXT_TABLES):
            self.selection.show_again()

    def _take_codes(self) -> None:
        book = queries.codebook(self.project)
        columns = self.columns
        columns.inspector.set_codes(book)
        columns.header.set_codes(book)
        columns.find_bar.set_codes(book, self.desk.recent[0] if self.desk.recent else None)
        self._lower.take_codes(book)

    def _take_people(self) -> None:
        self.columns.inspector.details.set_respondents(queries.respondents(self.project))
        coders = queries.coders(self.project)
        self.columns.header.set_coders(sorted(coders, key=lambda one: not one.is_person))

    def _take_speakers(self) -> None:
        if self._text is not None and self._is_there():
            self._take_text(queries.text_of(self.project, self.document_id))
            self.passages.show_text(self._text)
            self.voices.show_text(self._text)
            self._show_text(keep_place=True)
            self.view.select_coding(self.passages.selected_id)

    def take_coder(self) -> None:
        """Show "my" codings of the one who works now, after somebody else took over."""
        self._refilter()
        self.status_changed.emit()

    def _wanted_filter(self) -> CodingFilter:
        marked = self.columns.codebook.current_code
        header = self.columns.header
        return CodingFilter(
            header.shown_code_ids(marked.id if marked is not None else None),
            header.shown_coder_ids(own_coder_id(self.project)),
            queries.layer_ids(self.project),
        )

    def _refilter(self, *, always: bool = False) -> None:
        if self.codings.set_filter(self._wanted_filter()) or always:
            self.view.set_codings(self.codings.spans())

    @Slot(str)
    def _on_filter_picked(self, _key: str) -> None:
        self._refilter()
        self.status_changed.emit()

    @Slot(int)
    def _on_code_marked(self, _code_id: int) -> None:
        self._refilter()

    # Selecting

    @Slot()
    def _on_coding_selected(self) -> None:
        self._notice = ""
        self.status_changed.emit()

    @Slot()
    def _on_leaving(self) -> None:
        self.selection.select(None)

    @Slot()
    def _on_unveiled(self) -> None:
        self.columns.header.show_everybody()
        self._refilter()

    # Codebook

    @Slot(str, int)
    def _on_add_code_requested(self, name: str, parent_id: int) -> None:
        code_id = self.desk.add_code(name, parent_id)
        if code_id:
            self.columns.codebook.finish_new_code(code_id)

    @Slot(int, int)
    def _on_merge_requested(self, code_id: int, into_id: int) -> None:
        if self.desk.merge_codes(code_id, into_id):
            self.columns.codebook.finish_merge(into_id)

    @Slot(int)
    def edit_code(self, code_id: int) -> None:
        """Let the user write about a code of the codebook."""
        self._lower.show_code(code_id)

    # The frame of the window

    def tell(self, words: str) -> None:
        """Say something in the status bar that is no change."""
        self._notice = words
        announce(self.view, words)
        self.status_changed.emit()

    @Slot(str)
    def _on_done(self, words: str) -> None:
        self._notice = ""
        announce(self.view, words)
        self.done.emit(words)

    def status_left(self) -> Sequence[StatusItem]:
        items = [StatusItem(self._notice, "info")] if self._notice else []
        speakers = self._text.speakers if self._text is not None else ()
        if any(one.role is SpeakerRole.INTERVIEWER for one in speakers):
            items.append(StatusItem(self.tr("The interviewer's turns are not counted"), "eye-off"))
        heard = self.voices.words_at_caret()
        items += [StatusItem(heard, "quote")] if heard else []
        sampled = self.task.status_item(self.view.caret_position())
        return [*items, sampled] if sampled is not None else items

    def status_right(self) -> Sequence[StatusItem]:
        if self._text is None or self.columns.is_correcting:
            return ()
        coding = self.codings.get(self.passages.selected_id)
        passage = self.passages.selected() or (coding.passage if coding is not None else None)
        caret = self.view.caret_position()
        start, end = (passage.start, passage.end) if passage is not None else (caret, caret)
        place = StatusItem(status_words(self._text.place_of(start, end)))
        if self.columns.compact:
            return (place,)
        counted = self.tr("{codings} in the document").format(codings=count_codings(self.codings.total))
        return (StatusItem(counted), place)

    def panels(self) -> Sequence[QWidget]:
        columns = self.columns
        if columns.is_correcting:
            return (columns.correcting.current, columns.correcting.bar, columns.correction_panel)
        lower = columns.inspector.code if columns.side.page is LowerPage.CODING else columns.side.editor.name
        text = self.view if self.document_id else columns.empty
        right = (self.voices.panel, columns.codebook.tree, lower)
        wanted = (columns.documents.tree, columns.header.codes, text, *right)
        return [widget for widget in wanted if widget.isVisible()]

    def keys(self) -> Sequence[tuple[str, str]]:
        return self._keys.described()

    def menu_actions(self) -> Sequence[MenuEntry]:
        return [*self._keys.entries(), SEPARATOR, *self._keys.coding_entries()]

    @Slot()
    def start_find(self) -> None:
        """Show the find bar."""
        if self._text is not None and not self.columns.is_correcting:
            self.finder.open()

    def resize_to(self, width: int) -> None:
        self.palette_widget.close_palette()
        self.voices.panel.hide()
        self.columns.set_compact(width < COMPACT_BELOW)
        self.status_changed.emit()

    @Slot()
    def _on_find_next(self) -> None:
        self.finder.step(1)

    @Slot()
    def _on_find_previous(self) -> None:
        self.finder.step(-1)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._show_text(keep_place=True)
            self.view.select_coding(self.passages.selected_id)
            self.selection.show_again()
            self.status_changed.emit()
