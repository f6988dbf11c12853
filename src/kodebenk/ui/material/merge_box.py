"""Merges a respondent into another, after saying what moves."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.application.respondent_queries import Belongings
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.components.buttons import plain_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.material.material_words import coding_count, document_count, listed, respondent_words, turn_count
from kodebenk.ui.material.saving_fields import LabelledField, QuietCombo
from kodebenk.ui.number_words import number_words
from kodebenk.ui.theme import Appearance


class MergeBox(QWidget):
    """A choice of the respondent that stays, a sentence, and a button once somebody is chosen.

    Signals:
        merge_requested(int, int): the respondent that goes, and the one that stays.
    """

    merge_requested = Signal(int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one: Respondent | None = None
        self._others: tuple[Respondent, ...] = ()
        self._belongings = Belongings(0, 0, 0, 0)
        self.choice = QuietCombo()
        self._field = LabelledField("", self.choice)
        self.sentence = make_label("", "meta", wrap=True)
        self.button = plain_button(appearance, "", "merge")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._field)
        column.addWidget(self.sentence)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.choice.currentIndexChanged.connect(self._on_choice_changed)
        self.button.clicked.connect(self._on_clicked)
        self._retranslate()

    def show_respondent(self, one: Respondent, others: Sequence[Respondent], belongings: Belongings) -> None:
        """Show whom a respondent can be merged into; the choice made stays while the respondent is the same."""
        is_same = self._one is not None and self._one.id == one.id
        chosen = self.choice.currentData() if is_same else None
        self._one, self._others, self._belongings = one, tuple(others), belongings
        self._fill(chosen)
        self.setVisible(bool(others))

    def _fill(self, chosen: int | None) -> None:
        self.choice.blockSignals(True)
        self.choice.clear()
        self.choice.addItem(self.tr("Choose respondent"), None)
        for other in self._others:
            self.choice.addItem(respondent_words(other), other.id)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)))
        self.choice.blockSignals(False)
        self._show_sentence()

    def _show_sentence(self) -> None:
        into = next((other for other in self._others if other.id == self.choice.currentData()), None)
        for part in (self.sentence, self.button):
            part.setVisible(into is not None)
        if into is None or self._one is None:
            return
        moving = self._moving()
        moves = self.tr("{things} move to {into}.").format(things=moving, into=into.label) if moving else ""
        goes = self.tr("“{name}” is kept as another name of {into}, and {label} goes.")
        rest = goes.format(name=self._one.name, into=into.label, label=self._one.label)
        self.sentence.setText(f"{moves} {rest}".strip())
        self.button.set_text(self.tr("Merge into {into}").format(into=into.label))

    def _moving(self) -> str:
        held = self._belongings
        parts = (
            document_count(held.documents) if held.documents else "",
            turn_count(held.turns) if held.turns else "",
            coding_count(held.codings) if held.codings else "",
            _cell_count(held.cells) if held.cells else "",
        )
        return listed([part for part in parts if part])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._field.set_label(self.tr("Merge into another respondent"))
        self._fill(self.choice.currentData())

    @Slot(int)
    def _on_choice_changed(self, _place: int) -> None:
        self._show_sentence()

    @Slot()
    def _on_clicked(self) -> None:
        into_id = self.choice.currentData()
        if self._one is not None and into_id is not None:
            self.merge_requested.emit(self._one.id, into_id)


def _cell_count(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MergeBox", "1 matrix cell")
    return QCoreApplication.translate("MergeBox", "{count} matrix cells").format(count=number_words(count))
