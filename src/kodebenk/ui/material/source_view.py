"""The sources: a table of the documents, and beside it what is known of the chosen one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QFrame, QVBoxLayout, QWidget

from kodebenk.application import (
    document_actions,
    material_actions,
    original_files,
    queries,
    respondent_actions,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.domain.project_change import ProjectChange
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.errors import WorkbenchError
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.material.grid_table import GridTable
from kodebenk.ui.material.material_words import (
    coding_count,
    document_count,
    number_words,
    respondent_words,
    unresolved_count,
)
from kodebenk.ui.material.panel_split import PanelSplit
from kodebenk.ui.material.row_menu import DELETE, DOWN, UP, RowMenu
from kodebenk.ui.material.source_model import SourceColumn, SourceModel
from kodebenk.ui.material.source_panel import SourcePanel
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem

_WIDTHS: dict[int, int] = {
    SourceColumn.KIND: 148,
    SourceColumn.DATE: 98,
    SourceColumn.RESPONDENTS: 136,
    SourceColumn.PAGES: 66,
    SourceColumn.CHARACTERS: 96,
    SourceColumn.CODINGS: 88,
    SourceColumn.PROGRESS: 106,
}


class SourceView(QWidget):
    """Table and side panel of the documents; carries out what both ask for.

    Signals:
        done(str), done_to_many(str), failed(WorkbenchError), passage_requested(int, int, int), import_requested():
            as in `Workspace`.
        summary_changed(): what the status bar says is another.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)
    passage_requested = Signal(int, int, int)
    import_requested = Signal()
    summary_changed = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._is_stale = False
        self._writing: BackgroundTask | None = None
        self._written_name = ""
        self.model = SourceModel(project, self)
        self.table = GridTable(self.model, appearance, SourceColumn.NAME)
        self.panel = SourcePanel(project, appearance)
        self.empty = EmptyState(appearance, "files", "", "")
        self._import_button = self.empty.set_action("")
        self._empty_page = make_centred_page(self.empty)
        self._no_hits = make_label("", "body", wrap=True)
        self._no_hits.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._main = self._make_main()
        self.split = PanelSplit(self._main, self.panel)
        self._menu = self._make_menu()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self._set_up_table()
        self._connect_signals()
        self._retranslate()
        self._choose_first()

    def _make_main(self) -> QFrame:
        main = QFrame()
        main.setProperty("surface", "paper")
        main.setFocusProxy(self.table)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._no_hits.setContentsMargins(16, 14, 16, 14)
        column.addWidget(self.table, 1)
        column.addWidget(self._no_hits, 1)
        column.addWidget(self._empty_page, 1)
        return main

    def _set_up_table(self) -> None:
        self.table.set_widths(_WIDTHS)
        self.table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.table.setDragDropOverwriteMode(False)
        self.table.setDropIndicatorShown(True)
        self.table.setDefaultDropAction(Qt.DropAction.MoveAction)

    def _make_menu(self) -> RowMenu:
        slots = {
            "open": self._on_open_action,
            "rename": self._on_rename_action,
            UP: self._on_up_action,
            DOWN: self._on_down_action,
            "sort": self.table.sort_by_current_column,
            DELETE: self._on_delete_action,
        }
        return RowMenu(slots, self)

    def _connect_signals(self) -> None:
        self._import_button.clicked.connect(self.import_requested)
        self.table.row_chosen.connect(self.panel.show_document)
        self.table.row_clicked.connect(self._on_row_clicked)
        self.table.entered.connect(self._on_open_requested)
        self.table.details_requested.connect(self._on_details_requested)
        self.table.delete_requested.connect(self._on_delete_requested)
        self.table.move_requested.connect(self._on_move_requested)
        self.table.menu_requested.connect(self._on_menu_requested)
        self.table.order.layoutChanged.connect(self._on_order_changed)
        self.model.rename_requested.connect(self._on_rename_requested)
        self.model.place_requested.connect(self._on_place_requested)
        self._connect_panel()

    def _connect_panel(self) -> None:
        self.panel.rename_requested.connect(self._on_rename_requested)
        self.panel.kind_requested.connect(self._on_kind_requested)
        self.panel.label_requested.connect(self._on_label_requested)
        self.panel.details_requested.connect(self._on_details_written)
        self.panel.speaker_requested.connect(self._on_speaker_requested)
        self.panel.owners_requested.connect(self._on_owners_requested)
        self.panel.save_original_requested.connect(self._on_save_original_requested)
        self.panel.open_requested.connect(self._on_open_requested)
        self.panel.delete_requested.connect(self._on_delete_requested)
        self.panel.move_requested.connect(self._on_move_requested)
        self.panel.close_requested.connect(self.split.close_panel)
        self.panel.left.connect(self._on_panel_left)
        self.split.open_changed.connect(self._on_open_changed)

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project; while nobody looks, only remember that there was one."""
        if not self.model.touched_by(change):
            return
        if self.isVisible():
            self._read_again()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._read_again()
        super().showEvent(event)

    def _read_again(self) -> None:
        self._is_stale = False
        self.model.read_again()
        self._choose_first()
        self.panel.show_document(self.table.chosen_id)
        self._show_what_there_is()
        self.summary_changed.emit()

    def set_words(self, text: str) -> None:
        """Show only documents with these words."""
        self.table.order.set_words(text)
        self._on_order_changed()
        self._show_what_there_is()

    def status_left(self) -> list[StatusItem]:
        rows = self.model.rows
        if not rows:
            return []
        finished = sum(row.progress >= 1 for row in rows)
        items = [StatusItem(document_count(len(rows)))]
        items.append(StatusItem(self.tr("{count} finished").format(count=finished), "circle-check", "ink2"))
        unresolved = sum(row.unresolved for row in rows)
        if unresolved:
            items.append(StatusItem(unresolved_count(unresolved), "circle-question-mark", "warn"))
        return items

    def status_right(self) -> list[StatusItem]:
        characters = sum(row.document.characters for row in self.model.rows)
        if not characters:
            return []
        return [StatusItem(self.tr("{count} characters").format(count=number_words(characters)))]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Documents"))
        self.model.retranslate()
        self.empty.set_texts(
            self.tr("No documents yet"),
            self.tr(
                "Transcripts, notes, e-mails and planning documents belong here. Import them from Word, PDF or text "
                "files."
            ),
        )
        self.empty.set_action(self.tr("Import"))
        self._no_hits.setText(self.tr("No document has these words. Esc in the search field shows all."))
        texts = {
            "open": self.tr("Open in coding"),
            "rename": self.tr("Rename"),
            UP: self.tr("Move up"),
            DOWN: self.tr("Move down"),
            "sort": self.tr("Sort by this column"),
            DELETE: self.tr("Delete"),
        }
        self._menu.set_texts(texts)
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        has_documents = bool(self.model.rows)
        hits = self.table.order.rowCount()
        self.table.setVisible(has_documents and hits > 0)
        self._no_hits.setVisible(has_documents and hits == 0)
        self._empty_page.setVisible(not has_documents)
        self.split.set_panel_wanted(wanted=has_documents)

    def _choose_first(self) -> None:
        if not self.table.chosen_id and self.table.order.rowCount():
            self.table.setCurrentIndex(self.table.order.index(0, 0))

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """Tell of an error, and show again what stands."""
        try:
            yield
        except WorkbenchError as error:
            self.panel.show_document(self.panel.document_id)
            self.failed.emit(error)

    def _name(self, document_id: int) -> str:
        return queries.document(self._project, document_id).name

    @Slot(int, str)
    def _on_rename_requested(self, document_id: int, name: str) -> None:
        with self._trying():
            document_actions.rename_document(self._project, document_id, name)
            self.done.emit(self.tr("Renamed to “{name}”").format(name=self._name(document_id)))

    @Slot(int, str)
    def _on_kind_requested(self, document_id: int, kind: str) -> None:
        with self._trying():
            document_actions.edit_document(self._project, document_id, kind=SourceKind(kind))
            self._say_changed(document_id)

    @Slot(int, str)
    def _on_label_requested(self, document_id: int, label: str) -> None:
        with self._trying():
            material_actions.label_document(self._project, document_id, label)
            self._say_changed(document_id)

    @Slot(int, object)
    def _on_details_written(self, document_id: int, details: DocumentDetails) -> None:
        with self._trying():
            document_actions.edit_document(self._project, document_id, details=details)
            self._say_changed(document_id)

    def _say_changed(self, document_id: int) -> None:
        self.done.emit(self.tr("Changed “{name}”").format(name=self._name(document_id)))

    @Slot(int, str, str)
    def _on_speaker_requested(self, document_id: int, label: str, who: str) -> None:
        with self._trying():
            respondent_actions.set_speakers(self._project, document_id, {label: who})
            self.done.emit(self._speaker_words(document_id, label))

    def _speaker_words(self, document_id: int, label: str) -> str:
        speakers = queries.text_of(self._project, document_id).speakers
        speaker = respondent_actions.find_speaker(speakers, label)
        if speaker.role is SpeakerRole.RESPONDENT and speaker.respondent_id is not None:
            person = queries.respondents_by_id(self._project)[speaker.respondent_id]
            return self.tr("“{label}” is {respondent}").format(label=label, respondent=respondent_words(person))
        words = {
            SpeakerRole.INTERVIEWER: self.tr("“{label}” is the interviewer"),
            SpeakerRole.NOBODY: self.tr("“{label}” is nobody"),
        }
        return words.get(speaker.role, self.tr("“{label}” is to be resolved later")).format(label=label)

    @Slot(int, object)
    def _on_owners_requested(self, document_id: int, ids: tuple[int, ...]) -> None:
        with self._trying():
            document_actions.edit_document(self._project, document_id, respondent_ids=ids)
            self._say_changed(document_id)

    @Slot(int)
    @Slot(int, int)
    def _on_delete_requested(self, document_id: int, _column: int = 0) -> None:
        with self._trying():
            name = self._name(document_id)
            codings = document_actions.delete_document(self._project, document_id)
            words = self.tr("Deleted “{name}”").format(name=name)
            if codings:
                words = self.tr("Deleted “{name}” with {codings}").format(name=name, codings=coding_count(codings))
            self.done_to_many.emit(words)

    @Slot(int, int)
    def _on_move_requested(self, document_id: int, step: int) -> None:
        order = [one.id for one in queries.documents(self._project)]
        place = order.index(document_id) + step
        if 0 <= place < len(order):
            self._on_place_requested(document_id, place)

    @Slot(int, int)
    def _on_place_requested(self, document_id: int, place: int) -> None:
        with self._trying():
            document_actions.move_document(self._project, document_id, place)
            words = self.tr("“{name}” is now number {place}")
            self.done.emit(words.format(name=self._name(document_id), place=place + 1))

    @Slot(int)
    def _on_open_requested(self, document_id: int) -> None:
        self.panel.save()
        self.passage_requested.emit(document_id, 0, 0)

    @Slot(int)
    def _on_row_clicked(self, _document_id: int) -> None:
        self.split.open_panel()

    @Slot(int)
    def _on_details_requested(self, _document_id: int) -> None:
        self.split.toggle_panel()

    @Slot(bool)
    def _on_open_changed(self, _is_open: bool) -> None:
        self.panel.close_button.setVisible(self.split.is_narrow)

    @Slot()
    def _on_panel_left(self) -> None:
        self.split.close_panel()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_order_changed(self) -> None:
        own = self.table.order.is_own_order
        self.model.can_move = own
        self.panel.set_can_move(own)

    @Slot(int, QPoint)
    def _on_menu_requested(self, _row_id: int, place: QPoint) -> None:
        up, down = self.panel.up_button.isEnabled(), self.panel.down_button.isEnabled()
        self._menu.popup(place, can_move_up=up, can_move_down=down)

    @Slot()
    def _on_open_action(self) -> None:
        self._on_open_requested(self.table.chosen_id)

    @Slot()
    def _on_rename_action(self) -> None:
        self.table.edit_name(self.table.chosen_id)

    @Slot()
    def _on_up_action(self) -> None:
        self._on_move_requested(self.table.chosen_id, -1)

    @Slot()
    def _on_down_action(self) -> None:
        self._on_move_requested(self.table.chosen_id, 1)

    @Slot()
    def _on_delete_action(self) -> None:
        self._on_delete_requested(self.table.chosen_id)

    @Slot(int)
    def _on_save_original_requested(self, document_id: int) -> None:
        name, content = queries.original_of(self._project, document_id)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the original"), name)
        if chosen:
            self._written_name = Path(chosen).name
            self._writing = run_in_background(partial(_write, Path(chosen), content), self)
            self._writing.succeeded.connect(self._on_original_written)
            self._writing.failed.connect(self.failed)
            self._writing.start()

    @Slot(object)
    def _on_original_written(self, _result: object) -> None:
        self.panel.say_saved(self._written_name)


def _write(target: Path, content: bytes, _token: CancelToken, _progress: Progress) -> None:
    original_files.write_original(target, content)
