"""What can be done with a guide as a whole: questions or table, confirm many at once, find again, code the answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kodebenk.ui.components.buttons import IconButton, plain_button
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.number_words import counted
from kodebenk.ui.theme import Appearance

QUESTIONS = "questions"
ASKED = "asked"
_SCORES = ("100", "95", "90", "85", "80", "75", "70", "60", "50")
_USUAL = "85"


class GuideToolbar(QFrame):
    """A row of controls.

    Signals:
        view_picked(str): QUESTIONS or ASKED.
        score_picked(): another score is wanted for confirming.
        confirm_requested(): confirm all proposals with at least that score.
        find_requested(): look for the questions once more.
        code_requested(): code the answers.
        panel_requested(): open or close the side panel of a narrow window.
    """

    view_picked = Signal(str)
    score_picked = Signal()
    confirm_requested = Signal()
    find_requested = Signal()
    code_requested = Signal()
    panel_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._count = 0
        self.setProperty("surface", "panel")
        self.switch = SegmentedControl(appearance, "", self._segments(), QUESTIONS)
        self.confirm_button = plain_button(appearance, "", "square-check-big")
        self.score_button = PickButton(appearance)
        self.score_button.set_choices([(score, score) for score in _SCORES], _USUAL)
        self.find_button = plain_button(appearance, "", "refresh-cw")
        self.code_button = plain_button(appearance, "", "highlighter")
        self.panel_button = IconButton(appearance, "panel-right", "")
        self.panel_button.setCheckable(True)
        self.panel_button.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self.switch)
        self._row.addStretch(1)
        for button in (
            self.confirm_button,
            self.score_button,
            self.find_button,
            self.code_button,
            self.panel_button,
        ):
            self._row.addWidget(button)
        self._connect_signals()
        self._retranslate()

    def _connect_signals(self) -> None:
        self.switch.picked.connect(self.view_picked)
        self.score_button.picked.connect(self._on_score_picked)
        self.confirm_button.clicked.connect(self.confirm_requested)
        self.find_button.clicked.connect(self.find_requested)
        self.code_button.clicked.connect(self.code_requested)
        self.panel_button.clicked.connect(self.panel_requested)

    @property
    def least_score(self) -> float:
        """The score from which proposals are confirmed."""
        return float(self.score_button.key)

    def show_count(self, count: int) -> None:
        """Say how many proposals have the score that is chosen."""
        self._count = count
        self.confirm_button.setEnabled(count > 0)
        one, many = self.tr("Confirm 1 at or above"), self.tr("Confirm {count} at or above")
        self.confirm_button.set_text(counted(count, one, many) if count else self.tr("Confirm at or above"))
        self._show_what_fits()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_what_fits()

    def minimumSizeHint(self) -> QSize:
        """Return a width without the words of secondary buttons, which drop where there is no room."""
        return QSize(0, super().minimumSizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _segments(self) -> list[Segment]:
        return [
            Segment(QUESTIONS, self.tr("Questions"), "list-tree"),
            Segment(ASKED, self.tr("Asked"), "table-2"),
        ]

    def _retranslate(self) -> None:
        self.switch.setAccessibleName(self.tr("What is shown of the guide"))
        self.switch.set_segments(self._segments(), self.switch.value)
        self.score_button.setAccessibleName(self.tr("Score from which proposals are confirmed"))
        self.score_button.setToolTip(self.tr("Score from which proposals are confirmed"))
        self.panel_button.set_name(self.tr("Side panel"))
        self.show_count(self._count)

    def _show_what_fits(self) -> None:
        texts = {self.find_button: self.tr("Find again"), self.code_button: self.tr("Code the answers …")}
        for button, text in texts.items():
            button.set_text(text)
        if self._row.sizeHint().width() > self.width():
            for button in texts:
                button.set_text("")
        for button, text in texts.items():
            button.setAccessibleName(text)
            button.setToolTip(text)

    @Slot(str)
    def _on_score_picked(self, _key: str) -> None:
        self.score_button.setAccessibleName(self.tr("Score from which proposals are confirmed"))
        self.score_button.setToolTip(self.tr("Score from which proposals are confirmed"))
        self.score_picked.emit()
