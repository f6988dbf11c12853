"""The big buttons of the welcome page: icon, title, sentence, key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kodebenk.ui.components.enter_key import press_by_enter
from kodebenk.ui.components.key_cap import KeyCap
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_SMALLEST_HEIGHT = 64
_ORDINARY_WIDTH = 320


class CardButton(QPushButton):
    """A push button with two lines of text that grows when they need more lines."""

    def __init__(
        self,
        appearance: Appearance,
        icon_name: str,
        title: str,
        sentence: str,
        *,
        shortcut_text: str = "",
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = make_label(title, "title", wrap=True)
        self._sentence = make_label(sentence, "meta", wrap=True)
        self._row = QHBoxLayout(self)
        self._parts: list[QWidget] = [self._title, self._sentence]
        self.setProperty("role", "card")
        self.setProperty("primary", primary)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        icon = IconLabel(appearance, icon_name, "on_accent" if primary else "accent", 22)
        cap = KeyCap(appearance, shortcut_text, on_accent=primary) if shortcut_text else None
        self._arrange(icon, cap)
        self.set_texts(title, sentence)

    def _arrange(self, icon: QLabel, cap: KeyCap | None) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(self._title)
        texts.addWidget(self._sentence)
        row = self._row
        row.setContentsMargins(18, 13, 14, 13)
        row.setSpacing(16)
        row.addWidget(icon)
        row.addLayout(texts, 1)
        if cap is not None:
            row.addWidget(cap, 0, Qt.AlignmentFlag.AlignTop)
            self._parts.append(cap)
        for part in (icon, *self._parts):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_texts(self, title: str, sentence: str) -> None:
        """Say something else, as after a change of language."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        width = scaled(_ORDINARY_WIDTH)
        return QSize(width, self._height_for(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(_ORDINARY_WIDTH) // 2, scaled(_SMALLEST_HEIGHT))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit_height()
        return handled

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        # Push buttons do not pass on the height for a width of the layout inside them.
        self.setMinimumHeight(self._height_for(self.width()))

    def _height_for(self, width: int) -> int:
        return max(self._row.totalHeightForWidth(width), scaled(_SMALLEST_HEIGHT))
