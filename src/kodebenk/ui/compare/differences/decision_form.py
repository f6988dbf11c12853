"""Asks what shall be settled about a place, why, and what the codebook should say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.application.open_project import OpenProject
from kodebenk.domain.consensus import Decision, DecisionChoice, DecisionTag
from kodebenk.ui.compare.differences.choice_row import ChoiceRow
from kodebenk.ui.compare.differences.coding_editor import Chosen, CodingEditor
from kodebenk.ui.compare.differences.decision_words import CHOICE_OF_KEY, ChoiceTeller, choice_key
from kodebenk.ui.compare.differences.difference_words import tag_name
from kodebenk.ui.compare.differences.place_choices import OfferedChoice
from kodebenk.ui.components.choice_box import ChoiceBox
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.reading.saving_text import SavingText
from kodebenk.ui.theme import Appearance

_NO_TAG = ""


@dataclass(frozen=True, slots=True)
class WrittenDecision:
    """What the form says.

    Attributes:
        offered: the choice; codings: those chosen anew, where that is the choice.
        reason, tag, book_note: as in `Decision`.
    """

    offered: OfferedChoice
    codings: tuple[Chosen, ...]
    reason: str
    tag: DecisionTag | None
    book_note: str

    def is_of_the_same_codings(self, other: WrittenDecision | None) -> bool:
        """Tell whether both lead to the same codings, whatever is said about them."""
        return other is not None and (self.offered, self.codings) == (other.offered, other.codings)


class DecisionForm(QWidget):
    """One choice of several, a reason, and a note for the codebook.

    Signals:
        changed(): another choice, or another text.
        left(): Esc in a field: back to the choices.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._offered: Sequence[OfferedChoice] = ()
        self._teller: ChoiceTeller | None = None
        self._raters = 0
        self._needs_reason = False
        self.rows: list[ChoiceRow] = []
        self._group = QButtonGroup(self)
        self._choices_label = make_label("", "label")
        self._choice_rows = QVBoxLayout()
        self.editor = CodingEditor(project, appearance)
        self._reason_label = make_label("", "label")
        self._reason_hint = make_label("", "small")
        self.reason = SavingText(3, 8)
        self._tag_label = make_label("", "label")
        self.tag = ChoiceBox()
        self.book = QCheckBox()
        self.note = QLineEdit()
        self._arrange()
        self._connect_signals()
        self._translate()

    def _arrange(self) -> None:
        self._choice_rows.setSpacing(4)
        self.tag.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        reason_head = QHBoxLayout()
        reason_head.addWidget(self._reason_label)
        reason_head.addStretch(1)
        reason_head.addWidget(self._reason_hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        column.addWidget(self._choices_label)
        column.addLayout(self._choice_rows)
        column.addWidget(self.editor)
        column.addSpacing(6)
        column.addLayout(reason_head)
        column.addWidget(self.reason)
        column.addSpacing(4)
        tag = QHBoxLayout()
        tag.setSpacing(8)
        tag.addWidget(self._tag_label)
        tag.addWidget(self.tag, 1)
        column.addLayout(tag)
        column.addSpacing(4)
        column.addWidget(self.book)
        column.addWidget(self.note)
        self.editor.hide()
        self.note.hide()

    def _connect_signals(self) -> None:
        self._group.buttonToggled.connect(self._on_choice_toggled)
        self.changed.connect(self._on_changed)
        self.editor.codings_changed.connect(self.changed)
        self.reason.textChanged.connect(self.changed)
        self.reason.left.connect(self.left)
        self.tag.activated.connect(self.changed)
        self.book.toggled.connect(self._on_book_toggled)
        self.book.clicked.connect(self._on_book_clicked)
        self.note.textChanged.connect(self.changed)

    @property
    def chosen(self) -> OfferedChoice | None:
        """Return the choice taken, None before there is one."""
        return next((one for one, row in zip(self._offered, self.rows, strict=True) if row.isChecked()), None)

    @property
    def is_ready(self) -> bool:
        """Return whether the form says enough to be saved."""
        chosen = self.chosen
        if chosen is None or (chosen.choice is DecisionChoice.EDIT and not self.editor.codings):
            return False
        if self.lacks_reason:
            return False
        return not self.book.isChecked() or bool(self.note.text().strip() or self.reason.toPlainText().strip())

    @property
    def lacks_reason(self) -> bool:
        """Return whether a reason must be written before this can be saved; what is left open needs none."""
        chosen = self.chosen
        is_decided = chosen is not None and chosen.choice is not DecisionChoice.DEFER
        return self._needs_reason and is_decided and not self.reason.toPlainText().strip()

    def require_reason(self, needed: bool) -> None:
        """Ask for a reason, or leave it to who decides."""
        if needed != self._needs_reason:
            self._needs_reason = needed
            self._on_changed()
            self.changed.emit()

    def offer(self, offered: Sequence[OfferedChoice], teller: ChoiceTeller, raters: int) -> None:
        """Ask about another place; nothing is chosen."""
        self._offered, self._teller, self._raters = offered, teller, raters
        self._make_rows()
        self.reason.clear()
        self.reason.show_text("")
        self.tag.setCurrentIndex(0)
        self.book.setChecked(False)
        self.note.clear()
        self.editor.hide()

    def fill(self, decision: Decision, rater: int | None) -> None:
        """Say what was settled before; `rater` is the number of the one whose codings were accepted."""
        self.choose(decision.choice, rater)
        self.reason.show_text(decision.reason)
        self.tag.setCurrentIndex(max(0, self.tag.findData(decision.tag.value if decision.tag else _NO_TAG)))
        self.book.setChecked(bool(decision.book_note))
        self.note.setText(decision.book_note)

    def choose(self, choice: DecisionChoice, rater: int | None = None) -> bool:
        """Take the choice that leads to what is wanted, and return whether there is one."""
        for one, row in zip(self._offered, self.rows, strict=True):
            if one.answers(choice, rater):
                row.setChecked(True)
                # Keys of the list choose too, and leave the focus there.
                if any(other.hasFocus() for other in self.rows):
                    row.setFocus()
                return True
        return False

    def press(self, key: str) -> bool:
        """Take the choice of a key and return whether there is one: a rater's number, or U, I, N, E, D."""
        if key in CHOICE_OF_KEY:
            return self.choose(CHOICE_OF_KEY[key])
        rater = int(key) - 1 if key.isdecimal() else -1
        if not 0 <= rater < self._raters:
            return False
        nothing = next((one for one in self._offered if one.choice is DecisionChoice.NEITHER), None)
        if nothing is not None and rater in nothing.raters:
            return self.choose(DecisionChoice.NEITHER)
        return self.choose(DecisionChoice.ACCEPT, rater)

    def written(self) -> WrittenDecision | None:
        """Return what the form says, None before anything is chosen."""
        chosen = self.chosen
        if chosen is None:
            return None
        reason, note = self.reason.toPlainText().strip(), self.note.text().strip()
        tag = self.tag.currentData()
        codings = self.editor.codings if chosen.choice is DecisionChoice.EDIT else ()
        # What is to be mended without more words is what the reason says.
        book_note = (note or reason) if self.book.isChecked() else ""
        return WrittenDecision(chosen, codings, reason, DecisionTag(tag) if tag else None, book_note)

    def first_focus(self) -> QWidget:
        """Return the row of the choice taken, else the first."""
        return next((row for row in self.rows if row.isChecked()), self.rows[0] if self.rows else self.reason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()
            taken = next((number for number, row in enumerate(self.rows) if row.isChecked()), -1)
            self._make_rows()
            if taken >= 0:
                self.rows[taken].setChecked(True)

    def _translate(self) -> None:
        self._choices_label.setText(self.tr("Decision"))
        self._reason_label.setText(self.tr("Reason"))
        self._on_changed()
        self.reason.setAccessibleName(self.tr("Reason"))
        self._tag_label.setText(self.tr("Why they differed"))
        self.tag.setAccessibleName(self.tr("Why they differed"))
        index = max(0, self.tag.currentIndex())
        self.tag.clear()
        self.tag.addItem(self.tr("Not said"), _NO_TAG)
        for tag in DecisionTag:
            self.tag.addItem(tag_name(tag), tag.value)
        self.tag.setCurrentIndex(index)
        self.book.setText(self.tr("Add to the codebook to mend"))
        self.note.setPlaceholderText(self.tr("What the codebook should say"))
        self.note.setAccessibleName(self.tr("What the codebook should say"))

    def _make_rows(self) -> None:
        for row in self.rows:
            self._group.removeButton(row)
        clear_layout(self._choice_rows)
        self.rows = []
        if self._teller is None:
            return
        for one in self._offered:
            row = ChoiceRow(
                self._appearance,
                self._teller.title(one),
                who=self._teller.who(one),
                extent=self._teller.extent(one),
                key=choice_key(one, self._raters),
            )
            self._group.addButton(row)
            self._choice_rows.addWidget(row)
            row.show()  # layouts show what they are given later, and only what is shown can take the keyboard
            self.rows.append(row)

    @Slot()
    def _on_changed(self) -> None:
        lacks = self.lacks_reason
        hint = self.tr("needed before you can save") if lacks else self.tr("stands in the log of differences")
        self._reason_hint.setText(hint)
        self.reason.setAccessibleDescription(hint)
        if self._reason_hint.property("tone") != ("warn" if lacks else ""):
            self._reason_hint.setProperty("tone", "warn" if lacks else "")
            self._reason_hint.style().polish(self._reason_hint)

    @Slot("QAbstractButton*", bool)
    def _on_choice_toggled(self, _button: QWidget, _checked: bool) -> None:
        chosen = self.chosen
        self.editor.setVisible(chosen is not None and chosen.choice is DecisionChoice.EDIT)
        self.changed.emit()

    @Slot(bool)
    def _on_book_toggled(self, checked: bool) -> None:
        self.note.setVisible(checked)
        self.changed.emit()

    @Slot(bool)
    def _on_book_clicked(self, checked: bool) -> None:
        if checked:
            self.note.setFocus()
