"""Says who each speaker of a document is: a row for every label, with a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from kodebenk.domain.respondent import Respondent
from kodebenk.domain.transcript import Speaker, SpeakerRole
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.fonts import scaled
from kodebenk.ui.material.material_words import respondent_words, turn_count
from kodebenk.ui.material.saving_fields import QuietCombo
from kodebenk.ui.theme import Appearance

_NEW = "new"
_LEAVES = "leaves"
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
        leaving_settled(int, int): id of the speaker, and the number of the turn after which they leave; 0: they stay.
    """

    settled = Signal(str, str)
    leaving_settled = Signal(int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaker: Speaker | None = None
        self._leaves_after: int | None = None
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
        self.last_turn = NameLine()
        self.last_turn.setValidator(QIntValidator(1, 99_999, self.last_turn))
        self._leaves = make_label("", "meta", wrap=True)
        self.stays = IconButton(appearance, "x", "", icon_size=12)
        self._leaves_row = QWidget()
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
        leaving = QHBoxLayout(self._leaves_row)
        leaving.setContentsMargins(0, 0, 0, 0)
        leaving.setSpacing(4)
        leaving.addWidget(IconLabel(appearance, "log-out", "ink3", 13))
        leaving.addWidget(self._leaves, 1)
        leaving.addWidget(self.stays)
        field = QWidget()
        field.setFixedWidth(scaled(_CHOICE_WIDTH))
        self._fields = QStackedLayout(field)
        self._fields.addWidget(self.choice)
        self._fields.addWidget(self.new_name)
        self._fields.addWidget(self.last_turn)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addLayout(texts, 1)
        row.addWidget(IconLabel(appearance, "arrow-right", "ink3", 14), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(field, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 7)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._leaves_row)

    def _connect_signals(self) -> None:
        self.choice.activated.connect(self._on_activated)
        self.new_name.settled.connect(self._on_named)
        self.new_name.given_up.connect(self._on_given_up)
        self.last_turn.settled.connect(self._on_last_turn_told)
        self.last_turn.given_up.connect(self._on_given_up)
        self.stays.clicked.connect(self._on_stays_clicked)

    def show_speaker(
        self,
        speaker: Speaker,
        turns: int,
        people: Sequence[Respondent],
        candidates: Sequence[Respondent],
        leaves_after: int | None = None,
    ) -> None:
        """Show a speaker with all respondents to choose from, the likely ones first and none chosen.

        `leaves_after` is the number of the turn after which they leave, None where they stay.
        """
        self._speaker, self._turns, self._leaves_after = speaker, turns, leaves_after
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
        self._leaves_row.setVisible(self._leaves_after is not None)
        self._leaves.setText(self.tr("Leaves after turn {number}").format(number=self._leaves_after or 0))
        self.stays.set_name(self.tr("Does not leave"))
        self.last_turn.setPlaceholderText(self.tr("Number of the last turn"))
        self.last_turn.setAccessibleName(
            self.tr("Number of the turn after which {label} leaves").format(label=self._label())
        )
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
        if self._speaker.role is SpeakerRole.RESPONDENT:
            self.choice.insertSeparator(self.choice.count())
            self.choice.addItem(self.tr("Leaves after a turn …"), _LEAVES)
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
        if wanted == _LEAVES:
            self._ask_for_last_turn()
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

    def _ask_for_last_turn(self) -> None:
        self._show_choice()
        self.last_turn.setText(str(self._leaves_after) if self._leaves_after else "")
        self._fields.setCurrentWidget(self.last_turn)
        self.last_turn.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_last_turn_told(self, number: str) -> None:
        self._on_given_up()
        if self._speaker is not None and number:
            self.leaving_settled.emit(self._speaker.id, int(number))

    @Slot()
    def _on_stays_clicked(self) -> None:
        if self._speaker is not None:
            self.leaving_settled.emit(self._speaker.id, 0)

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
        settled(str, str), leaving_settled(int, int): as in `SpeakerRow`.
    """

    settled = Signal(str, str)
    leaving_settled = Signal(int, int)

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
        leaving: Mapping[int, int],
    ) -> None:
        """Show speakers with their turns, likely respondents and last turns, all by speaker id."""
        while len(self.rows) > len(speakers):
            self._drop_row()
        while len(self.rows) < len(speakers):
            self._add_row()
        for row, speaker in zip(self.rows, speakers, strict=True):
            likely, last = candidates.get(speaker.id, ()), leaving.get(speaker.id)
            row.show_speaker(speaker, turns.get(speaker.id, 0), people, likely, last)

    def _add_row(self) -> None:
        row = SpeakerRow(self._appearance)
        row.settled.connect(self.settled)
        row.leaving_settled.connect(self.leaving_settled)
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
