"""The question below doubtful words: who says this?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance


@dataclass(frozen=True, slots=True)
class Answer:
    """Somebody who may have said it: label in the file, what stands on the button, and the long form."""

    label: str
    text: str
    spoken: str


class DoubtBar(QWidget):
    """A button for each speaker, and one to leave the words where they are.

    Signals:
        answered(int, str): start of the doubt in the text, and the label, empty to leave the words as they are.
    """

    answered = Signal(int, str)

    def __init__(self, appearance: Appearance, key: int, answers: Sequence[Answer], parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._key = key
        self._answers = tuple(answers)
        self._question = make_label("", "label")
        self._row = QHBoxLayout(self)
        self.buttons: list[Button] = []
        self.more = Button(appearance, "", "ellipsis", "small")
        self.menu = QMenu(self)
        self._leave = Button(appearance, "", "", "ghost")
        self._arrange()
        self._translate()

    def _arrange(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self._row.addWidget(self._question)
        self._row.addSpacing(6)
        for number, answer in enumerate(self._answers):
            button = Button(self._appearance, answer.text, "", "small")
            button.setProperty("answer", number)
            button.clicked.connect(self._on_answer_clicked)
            self.buttons.append(button)
        for button in (*self.buttons, self.more, self._leave):
            button.setFixedHeight(scaled(24))
            self._row.addWidget(button)
        self.more.clicked.connect(self._on_more_clicked)
        self.menu.triggered.connect(self._on_triggered)
        self._leave.setProperty("status", True)  # low, as in the status bar
        self._leave.clicked.connect(self._on_leave_clicked)
        self._row.addStretch(1)
        self.setCursor(Qt.CursorShape.ArrowCursor)

    @property
    def leave(self) -> Button:
        """Return the button that leaves the words as they are."""
        return self._leave

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show as many answers as there is room for; the others come into the menu."""
        self.menu.clear()
        spacing = self._row.spacing()
        room = (
            self.width() - sum(one.sizeHint().width() + spacing for one in (self._question, self._leave)) - 2 * spacing
        )
        widths = [button.sizeHint().width() + spacing for button in self.buttons]
        if sum(widths) > room:
            room -= self.more.sizeHint().width() + spacing
        for number, reached in enumerate(accumulate(widths)):
            self.buttons[number].setVisible(reached <= room)
            if reached > room:
                action = QAction(self._answers[number].spoken, self.menu)
                action.setData(self._answers[number].label)
                self.menu.addAction(action)
        self.more.setVisible(not self.menu.isEmpty())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        question = self.tr("Who says this?")
        self._question.setText(question)
        self.setAccessibleName(question)
        self._leave.set_text(self.tr("Leave it"))
        self.more.setToolTip(self.tr("More speakers"))
        self.more.setAccessibleName(self.tr("More speakers"))
        self._leave.setToolTip(self.tr("The words stay with the speaker before"))
        for button, answer in zip(self.buttons, self._answers, strict=False):
            button.setToolTip(answer.spoken)
            button.setAccessibleName(f"{question} {answer.spoken}")

    @Slot()
    def _on_answer_clicked(self) -> None:
        number = int(self.sender().property("answer"))
        self.answered.emit(self._key, self._answers[number].label)

    @Slot()
    def _on_more_clicked(self) -> None:
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.answered.emit(self._key, str(action.data()))

    @Slot()
    def _on_leave_clicked(self) -> None:
        self.answered.emit(self._key, "")
