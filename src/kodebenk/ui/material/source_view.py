"""The sources: a table of the documents, and beside it what is known of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QFileDialog, QWidget

from kodebenk.application import (
    document_actions,
    material_actions,
    original_files,
    queries,
    respondent_actions,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.background import BackgroundTask, CancelToken, Progress, run_in_background
from kodebenk.ui.material.material_words import coding_count, document_count, respondent_words, unresolved_count
from kodebenk.ui.material.panel_grid_view import SORT, PanelGridView
from kodebenk.ui.material.row_menu import DELETE, DOWN, UP
from kodebenk.ui.material.source_model import SourceColumn, SourceModel
from kodebenk.ui.material.source_panel import SourcePanel
from kodebenk.ui.number_words import number_words
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


class SourceView(PanelGridView[SourceModel, SourcePanel]):
    """Table and side panel of the documents; carries out what both ask for.

    Signals:
        import_requested(): as in `Workspace`.
        replace_text_requested(): give the chosen document the text of a corrected file.
    """

    import_requested = Signal()
    replace_text_requested = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        panel = SourcePanel(project, appearance)
        super().__init__(project, appearance, SourceModel(project), panel, SourceColumn.NAME, "files", parent)
        self._writing: BackgroundTask | None = None
        self._written_name = ""
        self._set_up_table()
        self._connect_signals()
        self._retranslate()
        self._choose_first()

    def _set_up_table(self) -> None:
        self.table.set_widths(_WIDTHS)
        self.table.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.table.setDragDropOverwriteMode(False)
        self.table.setDropIndicatorShown(True)
        self.table.setDefaultDropAction(Qt.DropAction.MoveAction)

    def _own_actions(self) -> Mapping[str, Callable[[], None]]:
        return {
            "open": self._on_open_action,
            "rename": self._on_rename_action,
            "replace": self._on_replace_action,
        }

    def _connect_signals(self) -> None:
        super()._connect_signals()
        self._first_button.clicked.connect(self.import_requested)
        self.table.row_chosen.connect(self.panel.show_document)
        self.table.row_clicked.connect(self._on_row_clicked)
        self.table.entered.connect(self._on_open_requested)
        self.table.delete_requested.connect(self._on_delete_requested)
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
        self.panel.replace_text_requested.connect(self._on_replace_action)
        self.panel.leaving_requested.connect(self._on_leaving_requested)
        self.panel.open_requested.connect(self._on_open_requested)

    def _show_chosen(self) -> None:
        self.panel.show_document(self.table.chosen_id)

    def _show_what_stands(self) -> None:
        self.panel.show_document(self.panel.document_id)

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

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Documents"))
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
            "replace": self.tr("Replace the text by a file …"),
            UP: self.tr("Move up"),
            DOWN: self.tr("Move down"),
            SORT: self.tr("Sort by this column"),
            DELETE: self.tr("Delete"),
        }
        self._menu.set_texts(texts)
        super()._retranslate()

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
    def _on_leaving_requested(self, speaker_id: int, position: int | None) -> None:
        with self._trying():
            respondent_actions.set_left_at(self._project, speaker_id, position)
            label = next(one.label for one in queries.speakers(self._project) if one.id == speaker_id)
            words = self.tr("“{label}” does not leave") if position is None else self.tr("“{label}” leaves there")
            self.done.emit(words.format(label=label))

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

    @Slot()
    def _on_order_changed(self) -> None:
        super()._on_order_changed()
        self.model.can_move = self.table.order.is_own_order

    @Slot()
    def _on_open_action(self) -> None:
        self._on_open_requested(self.table.chosen_id)

    @Slot()
    def _on_rename_action(self) -> None:
        self.table.edit_name(self.table.chosen_id)

    @Slot()
    def _on_replace_action(self) -> None:
        self.panel.save()
        self.replace_text_requested.emit()

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
