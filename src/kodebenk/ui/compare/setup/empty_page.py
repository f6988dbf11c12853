"""What stands where nothing can be compared: why, what to do, and who has coded what."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from kodebenk.application.comparison_reading import CodingStand, ReadComparison
from kodebenk.errors import Rule
from kodebenk.ui.compare.compare_words import joined
from kodebenk.ui.compare.setup.stand_table import StandTable
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.error_messages import explain
from kodebenk.ui.theme import Appearance


class EmptyReason(Enum):
    """Why there is no comparison."""

    WAITING = auto()
    """It is being made."""
    STOPPED = auto()
    NO_CODINGS = auto()
    HIDDEN = auto()
    """Whoever works codes all that others have coded blind."""
    ONE_CODER = auto()
    NOT_SHARED = auto()
    TEXT_CHANGED = auto()
    REFUSED = auto()
    """Something of a saved comparison is gone."""


class EmptyPage(QFrame):
    """A card in the middle of the page, with a table below where that helps.

    Signals:
        action_requested(): the user took the way out that the button offers.
    """

    action_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = EmptyReason.WAITING
        self._read: ReadComparison | None = None
        self.setProperty("surface", "panel")
        self._state = EmptyState(appearance, "git-compare-arrows", "", "", framed=False)
        self.button = self._state.set_action("")
        self.table = StandTable()
        card = QFrame()
        card.setProperty("surface", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 12)
        column.addWidget(self._state)
        inset = QVBoxLayout()
        inset.setContentsMargins(54, 0, 16, 0)
        inset.addWidget(self.table)
        column.addLayout(inset)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(make_centred_page(card))
        self.button.clicked.connect(self.action_requested)
        self.setFocusProxy(self.button)
        self.show_reason(self.reason, None)

    def show_reason(self, reason: EmptyReason, read: ReadComparison | None) -> None:
        """Say why, and what to do."""
        self.reason, self._read = reason, read
        title, sentence, action = self._texts(reason)
        self._state.set_texts(title, sentence)
        self._state.set_action(action)
        self.button.setVisible(bool(action))
        with_table = reason is EmptyReason.NOT_SHARED and read is not None
        self.table.setVisible(with_table)
        if read is not None and with_table:
            self.table.show_stand(read.stand, read.stand.active)

    def _texts(self, reason: EmptyReason) -> tuple[str, str, str]:
        if reason is EmptyReason.HIDDEN:
            return self._hidden_texts()
        if reason in (EmptyReason.TEXT_CHANGED, EmptyReason.REFUSED):
            return self._refused_texts(reason)
        return {
            EmptyReason.WAITING: (
                self.tr("Comparing the coders"),
                self.tr("You can go on working meanwhile."),
                "",
            ),
            EmptyReason.STOPPED: (
                self.tr("Nothing is compared yet"),
                self.tr("The comparison was stopped."),
                self.tr("Compare"),
            ),
            EmptyReason.NO_CODINGS: (
                self.tr("Nothing is coded yet"),
                self.tr("When two coders have coded the same source, you see here where they differ."),
                self.tr("Go to the text"),
            ),
            EmptyReason.ONE_CODER: (
                self.tr("It takes two coders"),
                self.tr(
                    "A second coder works in a copy of the project that you merge with this one, or here under "
                    "another name, blind if you like. Somebody who coded in two rounds, or on several days, can be "
                    "compared with themselves: choose that under Coders."
                ),
                self.tr("Merge another copy …"),
            ),
            EmptyReason.NOT_SHARED: (
                self.tr("There is no source that all of them have coded and finished"),
                self.tr("Choose coders who share a source, or wait until they have finished one."),
                self.tr("Choose coders …"),
            ),
        }[reason]

    def _hidden_texts(self) -> tuple[str, str, str]:
        hidden: Sequence[str] = self._read.stand.hidden if self._read is not None else ()
        return (
            self.tr("You are coding blind"),
            self.tr(
                "What others coded in {sources} is hidden from you until you have finished. Then you can compare."
            ).format(sources=joined(self.tr("“{name}”").format(name=name) for name in hidden)),
            self.tr("Go to the text"),
        )

    def _refused_texts(self, reason: EmptyReason) -> tuple[str, str, str]:
        problem = self._read.problem if self._read is not None else None
        said = explain(problem) if problem is not None else None
        if reason is EmptyReason.TEXT_CHANGED:
            action = self.tr("Compare the texts as they are now")
        else:
            action = self.tr("Begin another comparison")
        return (said.title if said else "", said.sentence if said else "", action)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.show_reason(self.reason, self._read)


def why_empty(read: ReadComparison) -> EmptyReason | None:
    """Return why a comparison has nothing to show; None where it has a report."""
    if read.report is not None:
        return None
    if read.problem is not None:
        if read.problem.rule is Rule.NOT_FOUND and read.stand.hidden:  # a source is missing to this reader alone
            return EmptyReason.HIDDEN
        return _REASONS.get(read.problem.rule, EmptyReason.REFUSED)
    return _why_nobody(read.stand)


def _why_nobody(stand: CodingStand) -> EmptyReason:
    if stand.hidden:
        return EmptyReason.HIDDEN
    return EmptyReason.ONE_CODER if stand.active else EmptyReason.NO_CODINGS


_REASONS = {
    Rule.TOO_FEW_CODERS: EmptyReason.ONE_CODER,
    Rule.NO_SHARED_SOURCE: EmptyReason.NOT_SHARED,
    Rule.COMPARED_TEXT_CHANGED: EmptyReason.TEXT_CHANGED,
}
