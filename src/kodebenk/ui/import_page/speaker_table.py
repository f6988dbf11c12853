"""Who speaks in a file: a row for each label, with what it stands for in the project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from kodebenk.application.import_actions import FoundSpeaker
from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import SpeakerRole
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.import_page.import_words import counted
from kodebenk.ui.theme import Appearance


class SpeakerTable(QWidget):
    """Labels and choices: a respondent, interviewer, nobody, or later.

    Signals:
        choice_made(str, str): label, and `interviewer`, `none`, `unresolved` or a respondent's name.
    """

    choice_made = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._speakers: Sequence[FoundSpeaker] = ()
        self._choices: Mapping[str, str] = {}
        self._respondents: Sequence[Respondent] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._body: QWidget | None = None
        self.boxes: dict[str, QComboBox] = {}

    def show_speakers(
        self, speakers: Sequence[FoundSpeaker], choices: Mapping[str, str], respondents: Sequence[Respondent]
    ) -> None:
        """Show the speakers of another file."""
        self._speakers, self._choices, self._respondents = speakers, choices, respondents
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()

    def _fill(self) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
            self._body = None
        self.boxes = {}
        self.setVisible(bool(self._speakers))
        if not self._speakers:
            return
        self._body = QWidget()
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(2, 3)
        found = counted(len(self._speakers), self.tr("1 found"), self.tr("{count} found"))
        grid.addWidget(make_label(self.tr("Speakers"), "panel"), 0, 0)
        grid.addWidget(make_label(found, "meta"), 0, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(make_label(self.tr("In the file"), "label"), 1, 0)
        grid.addWidget(make_label(self.tr("In the project"), "label"), 1, 2)
        for number, speaker in enumerate(self._speakers):
            self._add_row(grid, 2 + 2 * number, speaker)
        self._column.addWidget(self._body)

    def _add_row(self, grid: QGridLayout, row: int, speaker: FoundSpeaker) -> None:
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(ElidedLabel(speaker.label, "panel"))
        names.addWidget(make_label(counted(speaker.turns, self.tr("1 turn"), self.tr("{count} turns")), "meta"))
        grid.addWidget(make_line(), row, 0, 1, 3)
        grid.addLayout(names, row + 1, 0)
        grid.addWidget(IconLabel(self._appearance, "arrow-right", "ink3", 15), row + 1, 1)
        box = self._make_box(speaker)
        grid.addWidget(box, row + 1, 2)
        self.boxes[speaker.label] = box

    def _make_box(self, speaker: FoundSpeaker) -> QComboBox:
        box = QComboBox()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setCompleter(None)  # type: ignore[arg-type]  # none: it would complete names into other people's
        box.setAccessibleName(self.tr("{label} is").format(label=speaker.label))
        box.setProperty("label", speaker.label)
        box.setMinimumContentsLength(10)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, value in self._options(speaker):
            box.addItem(text, value)
        chosen = self._choices.get(speaker.label, SpeakerRole.UNRESOLVED.value)
        box.setCurrentIndex(max(0, box.findData(chosen)))
        box.setToolTip(self.tr("Choose, or type the name of a new respondent"))
        box.activated.connect(self._on_activated)
        editor = box.lineEdit()
        assert editor is not None
        editor.setCursorPosition(0)
        editor.setProperty("label", speaker.label)
        editor.editingFinished.connect(self._on_name_typed)
        return box

    def _options(self, speaker: FoundSpeaker) -> list[tuple[str, str]]:
        known = {one.name for one in self._respondents}
        new = list(dict.fromkeys(name for name in (speaker.label, *self._names_chosen()) if name not in known))
        return [
            *((self.tr("New: {name}").format(name=name), name) for name in new),
            *((f"{one.label} · {one.name}", one.name) for one in self._respondents),
            (self.tr("Interviewer"), SpeakerRole.INTERVIEWER.value),
            (self.tr("Nobody"), SpeakerRole.NOBODY.value),
            (self.tr("Settle later"), SpeakerRole.UNRESOLVED.value),
        ]

    def _names_chosen(self) -> list[str]:
        roles = {role.value for role in SpeakerRole}
        return [choice for choice in self._choices.values() if choice not in roles]

    @Slot(int)
    def _on_activated(self, index: int) -> None:
        box = self.sender()
        assert isinstance(box, QComboBox)
        self.choice_made.emit(str(box.property("label")), str(box.itemData(index)))

    @Slot()
    def _on_name_typed(self) -> None:
        editor = self.sender()
        assert isinstance(editor, QLineEdit)
        label = str(editor.property("label"))
        box, name = self.boxes[label], " ".join(editor.text().split())
        listed = box.findText(name, Qt.MatchFlag.MatchFixedString)
        choice = str(box.itemData(listed)) if listed >= 0 else name
        if name and choice != self._choices.get(label, SpeakerRole.UNRESOLVED.value):
            self.choice_made.emit(label, choice)
