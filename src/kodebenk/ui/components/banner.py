"""A message in its panel: icon, title, one sentence, at most two actions."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import Button, link_button
from kodebenk.ui.components.labels import IconLabel, make_label, restyle
from kodebenk.ui.theme import Appearance

Tone = Literal["warn", "bad", "info", "ok"]
_MOST_ACTIONS = 2


class Banner(QFrame):
    """A message that stays in its panel until what it says is no longer so.

    Connect to the buttons that `add_action` returns.
    """

    def __init__(
        self,
        appearance: Appearance,
        icon_name: str,
        title: str,
        sentence: str = "",
        tone: Tone = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon = IconLabel(appearance, icon_name, tone)
        self._title = make_label(title, "panel", wrap=True)
        self._sentence = make_label(sentence, "body", wrap=True, tone="ink")
        self._actions = QHBoxLayout()
        self._buttons: list[Button] = []
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._arrange()
        self.show_message(icon_name, title, sentence, tone)

    def _arrange(self) -> None:
        texts = QVBoxLayout()
        texts.setContentsMargins(0, 0, 0, 0)
        texts.setSpacing(3)
        texts.addWidget(self._title)
        texts.addWidget(self._sentence)
        self._actions.setSpacing(18)
        self._actions.addStretch(1)
        texts.addLayout(self._actions)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 12, 12, 9)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)

    def show_message(self, icon_name: str, title: str, sentence: str, tone: Tone) -> None:
        """Say something else in the same place; the actions stay."""
        self._icon.show_icon(icon_name, tone)
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        self.setProperty("banner", tone)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        restyle(self)

    def add_action(self, text: str) -> Button:
        """Add an underlined action and return its button.

        Raises:
            ValueError: the banner has two actions already.
        """
        if len(self._buttons) == _MOST_ACTIONS:
            raise ValueError("a banner has at most two actions")
        button = link_button(self._appearance, text)
        self._actions.insertWidget(len(self._buttons), button)
        self._buttons.append(button)
        return button
