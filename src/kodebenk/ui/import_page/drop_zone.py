"""The dashed field into which files are dropped; as a button it lets one choose them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_HEIGHT = 66


class DropZone(QPushButton):
    """An icon and two lines."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel("", "panel")
        self._formats = ElidedLabel("", "meta", tone="ink2")
        icon = IconLabel(appearance, "file-plus", "accent", 20)
        self.setProperty("role", "card")
        self.setProperty("drop", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addStretch(1)
        texts.addWidget(self._title)
        texts.addWidget(self._formats)
        texts.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(12)
        row.addWidget(icon)
        row.addLayout(texts, 1)
        for part in (icon, self._title, self._formats):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_texts(self, title: str, formats: str, all_formats: str) -> None:
        """Say what can be dropped; `all_formats` is the tool tip."""
        self._title.set_text(title)
        self._formats.set_text(formats)
        self.setToolTip(all_formats)
        self.setAccessibleName(title)
        self.setAccessibleDescription(all_formats)

    def sizeHint(self) -> QSize:
        return QSize(scaled(220), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(_HEIGHT))

    def show_drop_wanted(self, *, wanted: bool) -> None:
        """Look pressed while files are held over the page."""
        self.setDown(wanted)
