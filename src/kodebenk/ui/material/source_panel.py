"""The side panel of a document: what it is, what is known of it, who speaks, and its original file."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kodebenk.application import original_files, queries, respondent_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import Document, SourceKind
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.components.buttons import Button, plain_button, quiet_button
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.material.document_fields import DetailsForm
from kodebenk.ui.material.material_words import coding_count, turn_count
from kodebenk.ui.material.owner_list import OwnerList
from kodebenk.ui.material.row_foot import RowFoot
from kodebenk.ui.material.saving_fields import LabelledField, QuietCombo, SavingLine
from kodebenk.ui.material.side_panel import SidePanel
from kodebenk.ui.material.speaker_list import SpeakerList
from kodebenk.ui.material_list.kind_words import KIND_ICONS, kind_name, page_count
from kodebenk.ui.theme import Appearance
from kodebenk.ui.voices.leaving import turn_before

_HASH_SHOWN = 12
_OWNED_KINDS = frozenset({SourceKind.NOTES, SourceKind.EMAIL, SourceKind.SURVEY, SourceKind.FIELDNOTES})


class SourcePanel(SidePanel):
    """Shows one document; what is changed in it is asked for, one change at a time.

    Signals:
        rename_requested(int, str): document id and name.
        kind_requested(int, str): document id and the value of a `SourceKind`.
        label_requested(int, str): document id and label.
        details_requested(int, DocumentDetails): document id and all details.
        speaker_requested(int, str, str): document id, label of the speaker, and who that is.
        owners_requested(int, object): document id and a tuple of respondent ids.
        save_original_requested(int), open_requested(int): document id.
        replace_text_requested(int): give the document with this id the text of a corrected file.
        leaving_requested(int, object): id of a speaker, and where they leave (code point), or None where they stay.
        left(): Esc: back to the table.
    """

    rename_requested = Signal(int, str)
    kind_requested = Signal(int, str)
    label_requested = Signal(int, str)
    details_requested = Signal(int, object)
    speaker_requested = Signal(int, str, str)
    owners_requested = Signal(int, object)
    save_original_requested = Signal(int)
    open_requested = Signal(int)
    replace_text_requested = Signal(int)
    leaving_requested = Signal(int, object)
    left = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._project = project
        self._document_id = 0
        self._make_parts(appearance)
        self._fill_body()
        self._connect_signals()
        self._retranslate()

    def _make_parts(self, appearance: Appearance) -> None:
        self._kind_icon = IconLabel(appearance, "mic", "ink3", 16)
        self.name, self.kind, self.label = SavingLine(), QuietCombo(), SavingLine()
        self._held = [LabelledField("", field) for field in (self.name, self.kind, self.label)]
        self.details = DetailsForm()
        self._speakers_title = make_label("", "label")
        self.speakers = SpeakerList(appearance)
        self._owners_title = make_label("", "label")
        self.owners = OwnerList()
        self._file_title = make_label("", "label")
        self._file_name = make_label("", "meta", wrap=True)
        self._file_facts = make_label("", "meta", wrap=True)
        self.save_original: Button = quiet_button(appearance, "", "download")
        self.replace_text: Button = quiet_button(appearance, "", "replace")
        self.saved_note = make_label("", "meta", wrap=True, tone="ok")
        self.open_button = plain_button(appearance, "", "arrow-up-right")
        self.row_foot = RowFoot(appearance)

    def _fill_body(self) -> None:
        self.head.insertWidget(0, self._kind_icon)
        name, kind, label = self._held
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(kind, 3)
        pair.addWidget(label, 1)
        self.body.addWidget(name)
        self.body.addLayout(pair)
        self.body.addWidget(self.details)
        for title, part in ((self._speakers_title, self.speakers), (self._owners_title, self.owners)):
            self.body.addSpacing(6)
            self.body.addWidget(title)
            self.body.addWidget(part)
        self.body.addSpacing(6)
        for line in (self._file_title, self._file_name, self._file_facts):
            self.body.addWidget(line)
        for button in (self.save_original, self.replace_text):
            self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.saved_note)
        self.body.addStretch(1)
        self.foot.addWidget(self.row_foot)
        self.foot.addStretch(1)
        self.foot.addWidget(self.open_button)

    def _connect_signals(self) -> None:
        self.name.written.connect(self._on_name_written)
        self.label.written.connect(self._on_label_written)
        self.kind.activated.connect(self._on_kind_activated)
        for field in (self.name, self.label, self.details):
            field.left.connect(self.left)
        self.details.details_written.connect(self.details_requested)
        self.speakers.settled.connect(self._on_speaker_settled)
        self.owners.owners_picked.connect(self._on_owners_picked)
        self.speakers.leaving_settled.connect(self._on_leaving_settled)
        self.save_original.clicked.connect(self._on_save_original_clicked)
        self.replace_text.clicked.connect(self._on_replace_text_clicked)
        self.open_button.clicked.connect(self._on_open_clicked)

    @property
    def document_id(self) -> int:
        """The document shown; 0 for none."""
        return self._document_id

    def show_document(self, document_id: int) -> None:
        """Show another document, or the same as it now is; 0 shows none."""
        self.save()
        if document_id != self._document_id:
            self.saved_note.hide()
            self.page.verticalScrollBar().setValue(0)
        known = {one.id: one for one in queries.documents(self._project)}
        is_other = document_id != self._document_id
        self._document_id = document_id if document_id in known else 0
        self.show_fields(self._document_id != 0)
        if self._document_id:
            self._show(known[document_id], is_other=is_other)

    def save(self) -> None:
        """Tell what is still being written."""
        if self._document_id in {one.id for one in queries.documents(self._project)}:
            for line in (self.name, self.label):
                line.save()
            self.details.save()

    def say_saved(self, file_name: str) -> None:
        """Say that the original file was written."""
        words = self.tr("Saved as {file}").format(file=file_name)
        self.saved_note.setText(words)
        self.saved_note.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _show(self, one: Document, *, is_other: bool) -> None:
        self._kind_icon.show_icon(KIND_ICONS[one.kind], "ink3")
        self.title.set_text(one.name)
        codings = queries.codings_by_document(self._project).get(one.id, 0)
        facts = (kind_name(one.kind), page_count(one.pages), coding_count(codings))
        self.facts.setText(" · ".join(filter(None, facts)))
        for line, text in ((self.name, one.name), (self.label, one.label)):
            line.show_value(text, keep_writing=not is_other)
        self.kind.setCurrentIndex(self.kind.findData(one.kind.value))
        self.details.show_document(one)
        self._show_speakers(one)
        self._show_owners(one)
        self._show_file(one)
        self.row_foot.show_row(one.id, [other.id for other in queries.documents(self._project)])

    def _show_speakers(self, one: Document) -> None:
        text = queries.text_of(self._project, one.id)
        speakers = text.speakers
        people = queries.respondents(self._project)
        turns = queries.turns_by_speaker(self._project)
        likely = {
            speaker.id: respondent_actions.candidates_for(speaker.label, people)
            for speaker in speakers
            if speaker.role is SpeakerRole.UNRESOLVED
        }
        leaving = {
            speaker.id: turn_before(text, speaker.left_at) for speaker in speakers if speaker.left_at is not None
        }
        self.speakers.show_speakers(speakers, turns, people, likely, leaving)
        total = sum(turns.get(speaker.id, 0) for speaker in speakers)
        self._speakers_title.setText(self.tr("Speakers") + (f" · {turn_count(total)}" if speakers else ""))
        for part in (self._speakers_title, self.speakers):
            part.setVisible(bool(speakers))

    def _show_owners(self, one: Document) -> None:
        people = queries.respondents(self._project)
        self.owners.show_owners(people, one.respondent_ids)
        shown = bool(people) and (one.kind in _OWNED_KINDS or bool(one.respondent_ids))
        for part in (self._owners_title, self.owners):
            part.setVisible(shown)

    def _show_file(self, one: Document) -> None:
        encoding = original_files.encoding_of(self._project, one.id)
        self._file_name.setText(one.file_name)
        parts = (self.tr("SHA-256 {start} …").format(start=one.sha256[:_HASH_SHOWN]), encoding.upper())
        self._file_facts.setText(" · ".join(filter(None, parts)))
        self._file_facts.setToolTip(one.sha256)
        for part in (self._file_title, self._file_name, self._file_facts, self.save_original):
            part.setVisible(bool(one.file_name))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Chosen document"))
        self.nothing.setText(self.tr("Choose a document to see what is known of it and who speaks in it."))
        for held, label in zip(self._held, (self.tr("Name"), self.tr("Kind"), self.tr("Label")), strict=True):
            held.set_label(label)
        self._owners_title.setText(self.tr("The whole document belongs to"))
        self._file_title.setText(self.tr("Original file"))
        self.save_original.set_text(self.tr("Save the original as …"))
        self.replace_text.set_text(self.tr("Replace the text by a file …"))
        self.open_button.set_text(self.tr("Open in coding"))
        self.kind.clear()
        for kind in SourceKind:
            self.kind.addItem(kind_name(kind).capitalize(), kind.value)
        self.show_document(self._document_id)

    @Slot(object)
    def _on_name_written(self, name: object) -> None:
        self.rename_requested.emit(self._document_id, str(name))

    @Slot(object)
    def _on_label_written(self, label: object) -> None:
        self.label_requested.emit(self._document_id, str(label))

    @Slot(int)
    def _on_kind_activated(self, place: int) -> None:
        self.kind_requested.emit(self._document_id, str(self.kind.itemData(place)))

    @Slot(str, str)
    def _on_speaker_settled(self, label: str, who: str) -> None:
        self.speaker_requested.emit(self._document_id, label, who)

    @Slot(object)
    def _on_owners_picked(self, ids: object) -> None:
        self.owners_requested.emit(self._document_id, ids)

    @Slot()
    def _on_save_original_clicked(self) -> None:
        self.save_original_requested.emit(self._document_id)

    @Slot()
    def _on_replace_text_clicked(self) -> None:
        self.replace_text_requested.emit(self._document_id)

    @Slot(int, int)
    def _on_leaving_settled(self, speaker_id: int, number: int) -> None:
        """Say that a speaker leaves after the turn with this number, or with 0 that they stay."""
        turns = queries.text_of(self._project, self._document_id).structure.turns
        if number > len(turns):
            self._show_speakers(queries.document(self._project, self._document_id))
            return
        self.leaving_requested.emit(speaker_id, turns[number - 1].end if number else None)

    @Slot()
    def _on_open_clicked(self) -> None:
        self.open_requested.emit(self._document_id)
