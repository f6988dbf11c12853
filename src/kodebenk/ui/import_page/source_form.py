"""What can be said about one file before it is added: name, kind, encoding, respondent, speakers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kodebenk.application.import_actions import ENCODINGS
from kodebenk.domain.document import SourceKind
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import Button, ghost_button
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.error_messages import explain
from kodebenk.ui.import_page.import_words import encoding_name, warning_text
from kodebenk.ui.import_page.planned_source import RESPONDENT_KINDS, PlannedSource, ReadingState
from kodebenk.ui.import_page.speaker_table import SpeakerTable
from kodebenk.ui.material_list.kind_words import kind_name
from kodebenk.ui.theme import Appearance


class SourceForm(QWidget):
    """The form of the file that is current in the list.

    Signals:
        reread_requested(): kind or encoding is another one, or reading shall be tried again.
        edited(): something was said that needs no reading.
        removal_requested(): the file shall not be imported.
    """

    reread_requested = Signal()
    edited = Signal()
    removal_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._source: PlannedSource | None = None
        self._respondents: Sequence[Respondent] = ()
        self._shown_as: tuple[object, ...] = ()
        self._file = ElidedLabel("", "title")
        self.banner = Banner(appearance, "circle-alert", "", "", "bad")
        self.again: Button = self.banner.add_action("")
        self._captions = {name: make_label("", "label") for name in ("name", "kind", "encoding", "respondent")}
        self.name = QLineEdit()
        self.kind = ChoiceBox()
        self.encoding = ChoiceBox()
        self.respondent = ChoiceBox()
        self.respondent.setEditable(True)
        self.speakers = SpeakerTable(appearance)
        self._warnings_title = make_label("", "panel")
        self._warnings = QVBoxLayout()
        self.remove = ghost_button(appearance, "", "x")
        self._arrange()
        self._connect_signals()
        self._translate()

    def _arrange(self) -> None:
        fields = {"name": self.name, "kind": self.kind, "encoding": self.encoding, "respondent": self.respondent}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        for name, (row, column, width) in {
            "name": (0, 0, 2),
            "kind": (2, 0, 1),
            "encoding": (2, 1, 1),
            "respondent": (4, 0, 2),
        }.items():
            grid.addWidget(self._captions[name], row, column, 1, width)
            grid.addWidget(fields[name], row + 1, column, 1, width)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._warnings.setSpacing(6)
        form = QVBoxLayout(self)
        form.setContentsMargins(18, 16, 18, 16)
        form.setSpacing(10)
        form.addWidget(self._file)
        form.addWidget(self.banner)
        form.addLayout(grid)
        form.addWidget(self.speakers)
        form.addSpacing(8)
        form.addWidget(self._warnings_title)
        form.addLayout(self._warnings)
        form.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        form.addStretch(1)

    def _connect_signals(self) -> None:
        self.again.clicked.connect(self.reread_requested)
        self.name.textEdited.connect(self._on_name_edited)
        self.kind.activated.connect(self._on_kind_activated)
        self.encoding.activated.connect(self._on_encoding_activated)
        self.respondent.currentTextChanged.connect(self._on_respondent_changed)
        self.speakers.choice_made.connect(self._on_choice_made)
        self.remove.clicked.connect(self.removal_requested)

    def show_source(self, source: PlannedSource | None, respondents: Sequence[Respondent]) -> None:
        """Show another file, or what is new about the same one."""
        shown_as = (source, source and source.state, source and source.draft, tuple(respondents))
        if shown_as == self._shown_as:
            return
        self._shown_as = shown_as
        self._source, self._respondents = source, respondents
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        texts = {
            "name": self.tr("Name in the project"),
            "kind": self.tr("Kind"),
            "encoding": self.tr("Encoding"),
            "respondent": self.tr("Whole document belongs to"),
        }
        fields = {"name": self.name, "kind": self.kind, "encoding": self.encoding, "respondent": self.respondent}
        for name, text in texts.items():
            self._captions[name].setText(text)
            fields[name].setAccessibleName(text)
        self.again.set_text(self.tr("Read again"))
        self.remove.set_text(self.tr("Take this file out"))
        self._warnings_title.setText(self.tr("Worth a look"))
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
        self.name.setText(source.name or source.path.name)
        self._fill_kinds(source)
        self._fill_encodings(source)
        self._fill_respondents(source)
        self.speakers.show_speakers(source.draft.speakers if source.draft else (), source.choices, self._respondents)
        self._show_error(source)
        self._show_warnings(source)
        ready = source.state is not ReadingState.FAILED
        for field in (self.name, self.kind, self.respondent):
            field.setEnabled(ready)

    def _fill_kinds(self, source: PlannedSource) -> None:
        self.kind.clear()
        for kind in SourceKind:
            text = kind_name(kind)
            self.kind.addItem(text[:1].upper() + text[1:], kind)
        shown = source.shown_kind
        self.kind.setCurrentIndex(-1 if shown is None else list(SourceKind).index(shown))

    def _fill_encodings(self, source: PlannedSource) -> None:
        for part in (self._captions["encoding"], self.encoding):
            part.setVisible(source.is_text)
        found = source.draft.read.encoding if source.draft else ""
        self.encoding.clear()
        automatic = encoding_name("")
        if found and not source.encoding:
            automatic = f"{automatic}: {encoding_name(found)}"
        self.encoding.addItem(automatic, "")
        for encoding in ENCODINGS:
            self.encoding.addItem(encoding_name(encoding), encoding)
        self.encoding.setCurrentIndex(max(0, self.encoding.findData(source.encoding)))

    def _fill_respondents(self, source: PlannedSource) -> None:
        shown = source.shown_kind in RESPONDENT_KINDS and not (source.draft and source.draft.speakers)
        for part in (self._captions["respondent"], self.respondent):
            part.setVisible(shown)
        self.respondent.blockSignals(True)
        self.respondent.clear()
        self.respondent.addItem("")
        self.respondent.addItems([one.name for one in self._respondents])
        self.respondent.setEditText(source.respondent)
        self.respondent.blockSignals(False)

    def _show_error(self, source: PlannedSource) -> None:
        self.banner.setVisible(source.error is not None or bool(source.same_as))
        if source.error is not None:
            said = explain(source.error)
            self.banner.show_message("circle-alert", said.title, said.sentence, "bad")
        elif source.same_as:
            said_same = self.tr("The very same file is in the project already.")
            where = self.tr("Its name there: {name}.").format(name=source.same_as)
            self.banner.show_message("copy", said_same, where, "warn")
        self.again.setVisible(source.error is not None)

    def _show_warnings(self, source: PlannedSource) -> None:
        while self._warnings.count():
            taken = self._warnings.takeAt(0)
            widget = taken.widget() if taken is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        warnings = source.draft.read.warnings if source.draft else ()
        self._warnings_title.setVisible(bool(warnings))
        for one in warnings:
            self._warnings.addWidget(_Warning(self._appearance, warning_text(one.kind, one.place, one.fields)))

    @Slot(str)
    def _on_name_edited(self, name: str) -> None:
        if self._source is not None:
            self._source.name = " ".join(name.split())
            self.edited.emit()

    @Slot(int)
    def _on_kind_activated(self, index: int) -> None:
        kind = self.kind.itemData(index)
        if self._source is not None and kind != self._source.shown_kind:
            self._source.kind = SourceKind(kind)
            self.reread_requested.emit()

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


class _Warning(QWidget):
    def __init__(self, appearance: Appearance, text: str) -> None:
        super().__init__()
        row = QGridLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setHorizontalSpacing(8)
        row.setColumnStretch(1, 1)
        row.addWidget(IconLabel(appearance, "triangle-alert", "warn", 15), 0, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(make_label(text, "body", wrap=True), 0, 1)
