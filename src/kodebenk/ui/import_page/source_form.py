"""What can be said about one file before it is added: name, kind, language, encoding, speakers, clean-up, metadata."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kodebenk.application.import_actions import ENCODINGS, ColumnUse, Repair
from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import Button, ghost_button, quiet_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.error_messages import explain
from kodebenk.ui.import_page.clean_up_list import CleanUpList
from kodebenk.ui.import_page.column_table import ColumnTable
from kodebenk.ui.import_page.details_section import DetailsSection
from kodebenk.ui.import_page.import_words import doubt_words, encoding_name, language_name
from kodebenk.ui.import_page.kind_picker import KindPicker
from kodebenk.ui.import_page.planned_source import RESPONDENT_KINDS, PlannedSource, ReadingState
from kodebenk.ui.import_page.speaker_table import People, SpeakerTable
from kodebenk.ui.import_page.twin_banner import TwinBanner
from kodebenk.ui.import_page.warning_list import WarningList
from kodebenk.ui.material.saving_fields import QuietCombo
from kodebenk.ui.number_words import counted
from kodebenk.ui.theme import Appearance

_LANGUAGES = ("nb", "nn", "en", "")
_FIELD_PLACES = {
    "name": (0, 0, 2),
    "kind": (1, 0, 2),
    "language": (2, 0, 1),
    "encoding": (2, 1, 1),
    "respondent": (3, 0, 2),
}
"""Row, column and width in the grid."""


class SourceForm(QWidget):
    """The form of the file that is current in the list.

    Signals:
        reread_requested(): the file must be read anew: kind, encoding, clean-up or columns are others, or once more.
        edited(): something was said that needs no reading.
        removal_requested(): the file shall not be imported.
        doubt_requested(): the next doubtful words shall be shown.
    """

    reread_requested = Signal()
    edited = Signal()
    removal_requested = Signal()
    doubt_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source: PlannedSource | None = None
        self._people = People()
        self._file = ElidedLabel("", "title")
        self.banner = Banner(appearance, "circle-alert", "", "", "bad")
        self.again: Button = self.banner.add_action("")
        self.twin = TwinBanner(appearance)
        self._captions = {name: make_label("", "label") for name in _FIELD_PLACES}
        self.name = QLineEdit()
        self.kind = KindPicker(appearance)
        self.language = QuietCombo()
        self.encoding = QuietCombo()
        self.respondent = QuietCombo()
        self.respondent.setEditable(True)
        self.speakers = SpeakerTable(appearance)
        self._doubt_row = QWidget()
        self._doubt_icon = IconLabel(appearance, "triangle-alert", "warn", 15)
        self._doubts = ElidedLabel("", "strong", tone="warn")
        self.go_to_doubt = quiet_button(appearance, "")
        self.columns = ColumnTable()
        self.clean_up = CleanUpList()
        self.warnings = WarningList(appearance)
        self.details = DetailsSection(appearance)
        self.remove = ghost_button(appearance, "", "x")
        self._arrange()
        self._connect_signals()
        self._translate()

    def _fields(self) -> dict[str, QWidget]:
        return {
            "name": self.name,
            "kind": self.kind,
            "language": self.language,
            "encoding": self.encoding,
            "respondent": self.respondent,
        }

    def _arrange(self) -> None:
        for line in (self.name, self.respondent.lineEdit()):
            assert line is not None
            line.setAcceptDrops(False)  # a file dropped here is meant for the page
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        for name, field in self._fields().items():
            row, column, width = _FIELD_PLACES[name]
            pair = QVBoxLayout()
            pair.setSpacing(4)
            pair.addWidget(self._captions[name])
            pair.addWidget(field)
            grid.addLayout(pair, row, column, 1, width)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        doubts = QHBoxLayout(self._doubt_row)
        doubts.setContentsMargins(0, 4, 0, 0)
        doubts.setSpacing(7)
        doubts.addWidget(self._doubt_icon)
        doubts.addWidget(self._doubts, 1)
        doubts.addWidget(self.go_to_doubt)
        form = QVBoxLayout(self)
        form.setContentsMargins(18, 16, 18, 16)
        form.setSpacing(8)
        form.addWidget(self._file)
        form.addWidget(self.banner)
        form.addWidget(self.twin)
        form.addLayout(grid)
        for part in (self.speakers, self._doubt_row, self.columns, self.clean_up, self.warnings, self.details):
            form.addWidget(part)
        form.addSpacing(8)
        form.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        form.addStretch(1)

    def _connect_signals(self) -> None:
        self.again.clicked.connect(self.reread_requested)
        self.twin.switched.connect(self._on_twin_switched)
        self.name.textEdited.connect(self._on_name_edited)
        self.kind.picked.connect(self._on_kind_picked)
        self.language.activated.connect(self._on_language_activated)
        self.encoding.activated.connect(self._on_encoding_activated)
        self.respondent.currentTextChanged.connect(self._on_respondent_changed)
        self.speakers.choice_made.connect(self._on_choice_made)
        self.speakers.join_requested.connect(self._on_join_requested)
        self.speakers.separation_requested.connect(self._on_separation_requested)
        self.go_to_doubt.clicked.connect(self._on_go_to_doubt)
        self.columns.use_chosen.connect(self._on_use_chosen)
        self.clean_up.switched.connect(self._on_step_switched)
        self.details.details_written.connect(self._on_details_written)
        self.remove.clicked.connect(self.removal_requested)

    def show_source(self, source: PlannedSource | None, people: People) -> None:
        """Show another file, or what is new about the same one."""
        if source is not self._source:
            self.details.save()
        is_other = source is not self._source
        self._source, self._people = source, people
        if is_other and source is not None:
            self.name.setText(source.name or source.path.name)
            self.name.setCursorPosition(0)
        self._refresh()

    def save(self) -> None:
        """Take what is still being written."""
        self.details.save()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        texts = {
            "name": self.tr("Name in the project"),
            "kind": self.tr("Kind"),
            "language": self.tr("Language"),
            "encoding": self.tr("Encoding"),
            "respondent": self.tr("Whole document belongs to"),
        }
        for name, text in texts.items():
            self._captions[name].setText(text)
            self._fields()[name].setAccessibleName(text)
        self.again.set_text(self.tr("Read again"))
        self.remove.set_text(self.tr("Take this file out"))
        line = self.respondent.lineEdit()
        assert line is not None
        line.setPlaceholderText(self.tr("Nobody in particular"))
        self._refresh()

    def _refresh(self) -> None:
        source = self._source
        self.setVisible(source is not None)
        if source is None:
            return
        self._file.set_text(source.path.name)
        self._show_error(source)
        self.twin.show_twin(source.twin, take_anyway=source.take_anyway)
        self.kind.show_kind(source.shown_kind)
        self._fill_languages(source)
        self._fill_encodings(source)
        self._fill_respondents(source)
        self.speakers.show_speakers(source.speakers, self._people)
        self._show_doubts(source)
        read = source.draft.read if source.draft is not None else None
        self.columns.show_columns(read.columns if read else (), len(read.respondents) if read else 0)
        self.clean_up.show_source(source)
        self.warnings.show_warnings(read.warnings if read else ())
        self.details.show_source(source)
        ready = source.state is not ReadingState.FAILED
        for field in (self.name, self.kind, self.language, self.respondent):
            field.setEnabled(ready)

    def _fill_languages(self, source: PlannedSource) -> None:
        found = source.draft.read.details.language if source.draft is not None else ""
        texts = {value: language_name(value) for value in _LANGUAGES}
        if found in texts and found:
            texts[found] = self.tr("{language} · found").format(language=texts[found])
        _offer(self.language, texts, source.details.language)

    def _fill_encodings(self, source: PlannedSource) -> None:
        found = source.draft.read.encoding if source.draft is not None else ""
        automatic = self.tr("Set by the file")
        if found and not source.encoding:
            how = self.tr("{encoding} · guessed") if source.is_encoding_guessed else self.tr("{encoding} · found")
            automatic = how.format(encoding=encoding_name(found))
        elif source.is_text:
            automatic = self.tr("As found")
        texts = {"": automatic}
        if source.is_text:
            texts |= {encoding: encoding_name(encoding) for encoding in ENCODINGS}
        _offer(self.encoding, texts, source.encoding)
        self.encoding.setEnabled(source.is_text)

    def _fill_respondents(self, source: PlannedSource) -> None:
        draft = source.draft
        speaks = draft is not None and bool(draft.speakers or draft.read.respondents)
        shown = source.shown_kind in RESPONDENT_KINDS and not speaks
        for part in (self._captions["respondent"], self.respondent):
            part.setVisible(shown)
        if self.respondent.currentText() == source.respondent and self.respondent.count() > 1:
            return
        self.respondent.blockSignals(True)
        self.respondent.clear()
        self.respondent.addItem("")
        self.respondent.addItems([one.name for one in self._people.respondents])
        self.respondent.setEditText(source.respondent)
        self.respondent.blockSignals(False)

    def _show_error(self, source: PlannedSource) -> None:
        self.banner.setVisible(source.error is not None)
        if source.error is not None:
            said = explain(source.error)
            self.banner.show_message("circle-alert", said.title, said.sentence, "bad")
        self.again.setVisible(source.error is not None)

    def _show_doubts(self, source: PlannedSource) -> None:
        still, all_of_them = source.open_doubts, source.doubts
        self._doubt_row.setVisible(bool(all_of_them))
        if not all_of_them or source.draft is None:
            return
        if still:
            self._doubts.set_text(doubt_words(source.draft.read, still))
            self.go_to_doubt.set_text(self.tr("Go to"))
        else:
            one, many = self.tr("1 turn was given a speaker"), self.tr("{count} turns were given a speaker")
            self._doubts.set_text(counted(len(all_of_them), one, many))
            self.go_to_doubt.set_text(self.tr("Ask again"))
        self._doubt_icon.show_icon(*(("triangle-alert", "warn") if still else ("circle-check", "ok")))
        self._doubts.setProperty("tone", "ink")

    @Slot(bool)
    def _on_twin_switched(self, anyway: bool) -> None:
        if self._source is not None:
            self._source.take_anyway = anyway
            self.edited.emit()

    @Slot(str)
    def _on_name_edited(self, name: str) -> None:
        if self._source is not None:
            self._source.name = " ".join(name.split())
            self.edited.emit()

    @Slot(str)
    def _on_kind_picked(self, kind: str) -> None:
        if self._source is not None and kind != self._source.shown_kind:
            self._source.kind = SourceKind(kind)
            self.reread_requested.emit()

    @Slot(int)
    def _on_language_activated(self, index: int) -> None:
        if self._source is not None:
            self._source.edited["language"] = str(self.language.itemData(index))
            self.edited.emit()

    @Slot(int)
    def _on_encoding_activated(self, index: int) -> None:
        encoding = str(self.encoding.itemData(index))
        if self._source is not None and encoding != self._source.encoding:
            self._source.encoding = encoding
            self.reread_requested.emit()

    @Slot(str)
    def _on_respondent_changed(self, name: str) -> None:
        if self._source is not None:
            self._source.respondent = " ".join(name.split())
            self.edited.emit()

    @Slot(str, str)
    def _on_choice_made(self, label: str, choice: str) -> None:
        if self._source is not None:
            self._source.choices[label] = choice
            self.edited.emit()

    @Slot(str, str)
    def _on_join_requested(self, label: str, main: str) -> None:
        if self._source is not None:
            self._source.join(label, main)
            self.edited.emit()

    @Slot(str)
    def _on_separation_requested(self, main: str) -> None:
        if self._source is not None:
            self._source.separate(main)
            self.edited.emit()

    @Slot()
    def _on_go_to_doubt(self) -> None:
        if self._source is not None and not self._source.open_doubts:
            self._source.ask_again()
            self.edited.emit()
        self.doubt_requested.emit()

    @Slot(str, str)
    def _on_use_chosen(self, heading: str, use: str) -> None:
        if self._source is not None:
            self._source.columns[heading] = ColumnUse(use)
            self.reread_requested.emit()

    @Slot(str, bool)
    def _on_step_switched(self, step: str, wanted: bool) -> None:
        if self._source is not None:
            off = self._source.switched_off
            self._source.switched_off = off - {Repair(step)} if wanted else off | {Repair(step)}
            self.reread_requested.emit()

    @Slot(object)
    def _on_details_written(self, details: DocumentDetails) -> None:
        if self._source is not None:
            self._source.edit_details(details)
            self.edited.emit()


def _offer(box: QuietCombo, texts: dict[str, str], value: str) -> None:
    """Offer values with their texts, and show one of them as chosen."""
    if [(box.itemData(at), box.itemText(at)) for at in range(box.count())] != list(texts.items()):
        box.clear()
        for one, text in texts.items():
            box.addItem(text, one)
    box.setCurrentIndex(max(0, box.findData(value)))
