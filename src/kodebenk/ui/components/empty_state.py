"""What stands where nothing is yet: what belongs here, how it gets here, one button."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.theme import Appearance


class EmptyState(QFrame):
    """A card with icon, title and sentence; `set_action` adds its one button."""

    def __init__(
        self,
        appearance: Appearance,
        icon_name: str,
        title: str,
        sentence: str,
        *,
        framed: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon = IconLabel(appearance, icon_name, "ink3", 22)
        self._title = make_label(title, "title", wrap=True)
        self._sentence = make_label(sentence, "body", wrap=True)
        self._button: Button | None = None
        self._texts = QVBoxLayout()
        if framed:
            self.setProperty("surface", "card")
        self._arrange()
        self.set_texts(title, sentence)

    def _arrange(self) -> None:
        self._texts.setContentsMargins(0, 0, 0, 0)
        self._texts.setSpacing(3)
        self._texts.addWidget(self._title)
        self._texts.addWidget(self._sentence)
        self._texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 12, 16, 12)
        row.setSpacing(14)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._texts, 1)

    def set_texts(self, title: str, sentence: str) -> None:
        """Say something else, as after a change of language."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def set_action(self, text: str, *, primary: bool = False) -> Button:
        """Show the button with this text and return it; a second call changes the text."""
        if self._button is None:
            self._button = Button(self._appearance, text, "", "primary" if primary else "plain")
            below = self._texts.count() - 1
            self._texts.insertSpacing(below, 4)
            self._texts.insertWidget(below + 1, self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self._button.set_text(text)
        return self._button
