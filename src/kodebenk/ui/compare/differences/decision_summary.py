"""What was settled about a place, why, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.domain.consensus import Decision
from kodebenk.ui.compare.differences.decision_words import decision_words
from kodebenk.ui.compare.differences.difference_words import settled_words, tag_name
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.theme import Appearance


class DecisionSummary(QFrame):
    """A card; Change and Withdraw stand in the panel's foot."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._decision: Decision | None = None
        self._codes: Sequence[str] = ()
        self._whose = self._by = ""
        self.setProperty("surface", "card")
        self._icon = IconLabel(appearance, "circle-check", "ok", 16)
        self.when = make_label("", "meta", wrap=True, tone="ink2")
        self.what = make_label("", "panel", wrap=True)
        self.reason = make_label("", "body", wrap=True)
        self.tag = make_label("", "meta", wrap=True, tone="ink2")
        self.note = make_label("", "meta", wrap=True, tone="ink2")
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._icon)
        head.addWidget(self.when, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(4)
        column.addLayout(head)
        for label in (self.what, self.reason, self.tag, self.note):
            column.addWidget(label)

    def show_decision(self, decision: Decision, code_names: Sequence[str], whose: str, by: str) -> None:
        """Show a decision.

        Args:
            decision: what was settled.
            code_names: of what it put into the consensus.
            whose: coder whose codings were accepted, empty for another choice.
            by: who settled it.
        """
        self._decision, self._codes, self._whose, self._by = decision, code_names, whose, by
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        one = self._decision
        if one is None:
            return
        self._icon.show_icon(*(("circle-check", "ok") if one.is_settled else ("circle-dashed", "ink2")))
        self.when.setText(f"{settled_words(one)} · {self._by}")
        self.what.setText(decision_words(one, self._codes, self._whose))
        note = self.tr("For the codebook: {note}").format(note=one.book_note) if one.book_note else ""
        if one.book_note and one.mended_at:
            note += " · " + self.tr("mended")
        for label, words in (
            (self.reason, one.reason),
            (self.tag, tag_name(one.tag) if one.tag is not None else ""),
            (self.note, note),
        ):
            label.setText(words)
            label.setVisible(bool(words))
