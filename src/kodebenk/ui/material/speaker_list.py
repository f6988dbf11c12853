"""Says who each speaker of a document is: a row for every label, with a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.fonts import scaled
from kodebenk.ui.material.material_words import respondent_words, turn_count
from kodebenk.ui.material.saving_fields import QuietCombo
from kodebenk.ui.theme import Appearance

_NEW = "new"
_CHOICE_WIDTH = 158


class NameLine(QLineEdit):
    """A line for the name of a new respondent.

    Signals:
        settled(str): Enter with this name.
        given_up(): Esc.
    """

    settled = Signal(str)
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.settled.emit(self.text())
        else:
            super().keyPressEvent(event)


class SpeakerRow(QWidget):
    """One speaker: label, turns, and who that is.

    Signals:
        settled(str, str): label, and `interviewer`, `none`, `unresolved` or the name of a respondent.
    """

    settled = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker: Speaker | None = None
        self._turns = 0
        self._people: tuple[Respondent, ...] = ()
        self._candidates: tuple[Respondent, ...] = ()
        self._name = ElidedLabel("", "strong")
        self._facts = make_label("", "meta")
        self._warning = IconLabel(appearance, "circle-question-mark", "warn", 14)
        self._todo = make_label("", "meta", tone="warn")
        self._todo_row = QWidget()  # an empty layout would let the row grow no further
        self.choice = QuietCombo()
        self.new_name = NameLine()
        self._arrange(appearance)
        self._connect_signals()

    def _arrange(self, appearance: Appearance) -> None:
        todo = QHBoxLayout(self._todo_row)
        todo.setContentsMargins(0, 0, 0, 0)
        todo.setSpacing(4)
        todo.addWidget(self._warning)
        todo.addWidget(self._todo, 1)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(self._name)
        texts.addWidget(self._facts)
        texts.addWidget(self._todo_row)
        field = QWidget()
        field.setFixedWidth(scaled(_CHOICE_WIDTH))
        self._fields = QStackedLayout(field)
        self._fields.addWidget(self.choice)
        self._fields.addWidget(self.new_name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        row.addWidget(IconLabel(appearance, "arrow-right", "ink3", 14), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)

    def _connect_signals(self) -> None:
        self.choice.activated.connect(self._on_activated)
        self.new_name.settled.connect(self._on_named)
        self.new_name.given_up.connect(self._on_given_up)

    def show_speaker(
        self, speaker: Speaker, turns: int, people: Sequence[Respondent], candidates: Sequence[Respondent]
    ) -> None:
        """Show a speaker with all respondents to choose from, the likely ones first and none chosen."""
        self._speaker, self._turns = speaker, turns
        self._people, self._candidates = tuple(people), tuple(candidates)
        self._fields.setCurrentWidget(self.choice)
        self.retranslate()

    def retranslate(self) -> None:
        """Show the words of the language in use."""
        if self._speaker is None:
            return
        unresolved = self._speaker.role is SpeakerRole.UNRESOLVED
        self._name.set_text(self._speaker.label)
        self._facts.setText(turn_count(self._turns))
        self._todo.setText(self.tr("Not resolved"))
        self._todo_row.setVisible(unresolved)
        self.new_name.setPlaceholderText(self.tr("Name"))
        self.new_name.setAccessibleName(self.tr("Name of the new respondent for {label}").format(label=self._label()))
        self._fill()

    def _label(self) -> str:
        return self._speaker.label if self._speaker is not None else ""

    def _fill(self) -> None:
        assert self._speaker is not None
        self.choice.clear()
        if self._candidates and self._speaker.role is SpeakerRole.UNRESOLVED:
            self._add_heading(self.tr("Suggestions"))
            self._add_people(self._candidates)
        if self._people:
            self._add_heading(self.tr("Respondents"))
            self._add_people(self._people)
        self.choice.insertSeparator(self.choice.count())
        self.choice.addItem(self.tr("New respondent …"), _NEW)
        self.choice.addItem(self.tr("Interviewer"), SpeakerRole.INTERVIEWER.value)
        self.choice.addItem(self.tr("Nobody"), SpeakerRole.NOBODY.value)
        self.choice.addItem(self.tr("Resolve later"), SpeakerRole.UNRESOLVED.value)
        self._show_choice()

    def _add_heading(self, text: str) -> None:
        self.choice.addItem(text)
        item = self.choice.model().index(self.choice.count() - 1, 0)
        # Zero flags in this role make an entry that can be neither chosen nor reached.
        self.choice.model().setData(item, 0, Qt.ItemDataRole.UserRole - 1)

    def _add_people(self, people: Sequence[Respondent]) -> None:
        for one in people:
            self.choice.addItem(respondent_words(one), one.id)

    def _show_choice(self) -> None:
        assert self._speaker is not None
        is_person = self._speaker.role is SpeakerRole.RESPONDENT
        wanted = self._speaker.respondent_id if is_person else self._speaker.role.value
        places = [place for place in range(self.choice.count()) if self.choice.itemData(place) == wanted]
        self.choice.setCurrentIndex(places[-1] if places else -1)
        words = self.choice.currentText()
        self.choice.setToolTip(words)
        self.choice.setAccessibleName(self.tr("Who is {label}").format(label=self._label()))

    @Slot(int)
    def _on_activated(self, place: int) -> None:
        wanted = self.choice.itemData(place)
        if wanted == _NEW:
            self._ask_for_name()
            return
        name = next((one.name for one in self._people if one.id == wanted), "")
        self._show_choice()
        self.settled.emit(self._label(), name or str(wanted))

    def _ask_for_name(self) -> None:
        self._show_choice()
        self.new_name.setText(self._label())
        self._fields.setCurrentWidget(self.new_name)
        self.new_name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.new_name.selectAll()

    @Slot(str)
    def _on_named(self, name: str) -> None:
        self._on_given_up()
        self.settled.emit(self._label(), name)

    @Slot()
    def _on_given_up(self) -> None:
        self._fields.setCurrentWidget(self.choice)
        self.choice.setFocus(Qt.FocusReason.OtherFocusReason)


class SpeakerList(QWidget):
    """The speakers of a document.

    Signals:
        settled(str, str): as in `SpeakerRow`.
    """

    settled = Signal(str, str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.rows: list[SpeakerRow] = []
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_speakers(
        self,
        speakers: Sequence[Speaker],
        turns: Mapping[int, int],
        people: Sequence[Respondent],
        candidates: Mapping[int, Sequence[Respondent]],
    ) -> None:
        """Show speakers with their turns and their likely respondents, both by speaker id."""
        while len(self.rows) > len(speakers):
            self._drop_row()
        while len(self.rows) < len(speakers):
            self._add_row()
        for row, speaker in zip(self.rows, speakers, strict=True):
            row.show_speaker(speaker, turns.get(speaker.id, 0), people, candidates.get(speaker.id, ()))

    def _add_row(self) -> None:
        row = SpeakerRow(self._appearance)
        row.settled.connect(self.settled)
        line = make_line()
        self._column.addWidget(line)
        self._column.addWidget(row)
        self.rows.append(row)
        self._lines.append(line)

    def _drop_row(self) -> None:
        for widget in (self.rows.pop(), self._lines.pop()):
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for row in self.rows:
                row.retranslate()
