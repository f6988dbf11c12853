"""A toolbar that drops labels of secondary things where the window is narrow."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from kodebenk.ui.components.buttons import Button
from kodebenk.ui.fonts import scaled

_HEIGHT = 50
_SMALLEST_WIDTH = 760


class FittingToolbar(QFrame):
    """Shows all labels, and drops one after the other until everything has room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # New buttons know their widths only after they were styled.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._fit)
        self.setProperty("surface", "panel")
        self.setFixedHeight(scaled(_HEIGHT))

    def say(self) -> None:
        """Say everything that has always room in the language of the window."""
        raise NotImplementedError

    def show_full(self) -> None:
        """Show all labels."""
        raise NotImplementedError

    def steps(self) -> Sequence[Callable[[], None]]:
        """Return what gives room, the least missed first."""
        raise NotImplementedError

    def needed_width(self) -> int:
        """Return the width in px that everything takes now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.say()
        self._settle.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def minimumSizeHint(self) -> QSize:
        """Return a width for which all labels that can go are gone."""
        return QSize(scaled(_SMALLEST_WIDTH), scaled(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        self.show_full()
        for drop in self.steps():
            if self.needed_width() <= self.width():
                break
            drop()


def drop_text(button: Button, name: str) -> None:
    """Leave the icon of a button; screen readers still get its name."""
    button.set_text("")
    button.setAccessibleName(name)
