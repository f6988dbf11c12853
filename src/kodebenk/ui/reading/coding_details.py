"""What is rarely changed in a coding: whose words it holds, its kind and its evidence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kodebenk.domain.coding import Attribution, Coding, CodingKind, EvidenceGrade
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.reading.coding_words import evidence_word, kind_word
from kodebenk.ui.theme import Appearance


class CodingDetails(QWidget):
    """Three buttons that tell a value and open its choices.

    Signals:
        attribution_requested(int, object): coding id and a tuple of respondent ids; None follows the speakers.
        kind_requested(int, object), evidence_requested(int, object): coding id and CodingKind or EvidenceGrade.
    """

    attribution_requested = Signal(int, object)
    kind_requested = Signal(int, object)
    evidence_requested = Signal(int, object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._coding: Coding | None = None
        self._speaking: Sequence[int] = ()
        self._people: Sequence[Respondent] = ()
        self.respondents = PickButton(appearance)
        self.kind = PickButton(appearance)
        self.evidence = PickButton(appearance)
        self.respondent_menu = QMenu(self)
        self.respondents.setMenu(self.respondent_menu)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for button in (self.respondents, self.kind, self.evidence):
            column.addWidget(button)
        self.respondent_menu.triggered.connect(self._on_respondent_picked)
        self.kind.picked.connect(self._on_kind_picked)
        self.evidence.picked.connect(self._on_evidence_picked)
        self._retranslate()

    def set_respondents(self, people: Sequence[Respondent]) -> None:
        """Offer these respondents."""
        self._people = people
        self._show_respondents()

    def show_coding(self, coding: Coding | None, speaking: Sequence[int] = ()) -> None:
        """Show a coding, with the ids of the respondents that follow from who speaks in it."""
        self._coding, self._speaking = coding, speaking
        self._show_respondents()
        self._show_kind()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.respondents.set_caption(self.tr("Respondent"))
        self.kind.set_caption(self.tr("Kind"))
        self.evidence.set_caption(self.tr("Evidence"))
        self._show_respondents()
        self._show_kind()

    def _show_respondents(self) -> None:
        self.respondent_menu.clear()
        if self._coding is None:
            return
        follows = self._coding.attribution is Attribution.SPEAKER
        chosen = self._speaking if follows else self._coding.respondent_ids
        self._add_choice(self.tr("Follows the speaker"), None, checked=follows).setEnabled(not follows)
        self.respondent_menu.addSeparator()
        for one in self._people:
            self._add_choice(f"{one.label} · {one.name}", one.id, checked=one.id in chosen)
        labels = ", ".join(one.label for one in self._people if one.id in chosen) or self.tr("nobody")
        way = self.tr("follows the speaker") if follows else self.tr("by hand")
        self.respondents.set_value_text(f"{labels} ({way})")

    def _add_choice(self, text: str, value: int | None, *, checked: bool) -> QAction:
        action = self.respondent_menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(checked)
        action.setData(value)
        return action

    def _show_kind(self) -> None:
        kind = self._coding.kind if self._coding is not None else None
        grade = self._coding.evidence if self._coding is not None else None
        kinds = [*([] if kind else [("", kind_word(None))]), *((one.value, kind_word(one)) for one in CodingKind)]
        grades = [
            *([] if grade else [("", evidence_word(None))]),
            *((one.value, evidence_word(one)) for one in EvidenceGrade),
        ]
        self.kind.set_choices(kinds, kind.value if kind is not None else "")
        self.evidence.set_choices(grades, grade.value if grade is not None else "")

    @Slot(QAction)
    def _on_respondent_picked(self, action: QAction) -> None:
        if self._coding is None:
            return
        if action.data() is None:
            self.attribution_requested.emit(self._coding.id, None)
            return
        checked = [one.data() for one in self.respondent_menu.actions() if one.isChecked() and one.data() is not None]
        self.attribution_requested.emit(self._coding.id, tuple(checked))

    @Slot(str)
    def _on_kind_picked(self, value: str) -> None:
        if self._coding is not None and value:
            self.kind_requested.emit(self._coding.id, CodingKind(value))

    @Slot(str)
    def _on_evidence_picked(self, value: str) -> None:
        if self._coding is not None and value:
            self.evidence_requested.emit(self._coding.id, EvidenceGrade(value))
