"""A panel that opens under a button of the toolbar and closes with Esc or a click beside it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from kodebenk.ui.fonts import scaled

_GAP = 4
_MOST_HEIGHT = 520


class Popup(QFrame):
    """Holds a column of controls; the column scrolls when it is higher than the window."""

    def __init__(self, parent: QWidget, width: int) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("surface", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(scaled(width))
        self.head = QVBoxLayout()
        self.column = QVBoxLayout()
        self._scroll = QScrollArea()
        self._body = QWidget()
        self._body.setLayout(self.column)
        self._scroll.setWidget(self._body)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.head.setContentsMargins(14, 12, 14, 4)
        self.column.setContentsMargins(14, 4, 14, 12)
        self.column.setSpacing(2)
        page = QVBoxLayout(self)
        page.setContentsMargins(1, 1, 1, 1)
        page.setSpacing(0)
        page.addLayout(self.head)
        page.addWidget(self._scroll, 1)

    def open_under(self, button: QWidget) -> None:
        """Show the panel under a button, within the window."""
        self._show_new()
        height = self.head.sizeHint().height() + self.column.sizeHint().height() + 8
        self.setFixedHeight(min(height, scaled(_MOST_HEIGHT), button.window().height() - 60))
        place = button.mapToGlobal(QPoint(0, button.height() + _GAP))
        window = button.window()
        right = window.mapToGlobal(QPoint(window.width(), 0)).x()
        place.setX(max(0, min(place.x(), right - self.width() - 8)))
        self.move(place)
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self.focusNextChild()

    def _show_new(self) -> None:
        """Show what the column was given while it stood on the screen: till a layout does so, it counts as empty."""
        for number in range(self.column.count()):
            item = self.column.itemAt(number)
            widget = item.widget() if item is not None else None
            if widget is not None and not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                widget.show()
