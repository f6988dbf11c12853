"""A panel at the right edge of the comparison: title, a way to close it, a column that scrolls, a foot that stays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

WIDTH = 322
"""Of the column at the right edge."""

_HEAD = 40
_EDGE = 16


class SideFrame(QFrame):
    """Esc closes it.

    Signals:
        close_requested(): the panel shall go away.
    """

    close_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = ElidedLabel("", "title")
        self.close_button = IconButton(appearance, "x", "")
        self.column = QVBoxLayout()
        self.foot = QVBoxLayout()
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(scaled(WIDTH))
        self._arrange()
        self.close_button.clicked.connect(self.close_requested)

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_EDGE, 0, 8, 0)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        top = QWidget()
        top.setFixedHeight(scaled(_HEAD))
        top.setLayout(head)
        body = QWidget()
        body.setLayout(self.column)
        self.column.setContentsMargins(_EDGE, 2, 12, 14)
        self.column.setSpacing(6)
        scroll = QScrollArea()
        scroll.setWidget(body)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(top)
        page.addWidget(scroll, 1)
        page.addLayout(self.foot)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.close_button.set_name(self.tr("Close"), "Esc")

    def set_title(self, title: str) -> None:
        """Show another title; screen readers get it too."""
        self.title.set_text(title)
        self.setAccessibleName(title)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)
