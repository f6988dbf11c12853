"""Places a page and, beside or over it, one side panel."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kodebenk.ui.components.labels import make_line


class Stage(QWidget):
    """The panel stands beside the page; in narrow windows it slides over the page's right edge."""

    def __init__(self, grid: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = grid
        self._panel: QWidget | None = None
        self._is_over = False
        self._line = make_line(Qt.Orientation.Vertical)
        self._line.setParent(self)
        self._line.hide()
        grid.setParent(self)

    @property
    def panel(self) -> QWidget | None:
        """Return the side panel shown, if any."""
        return self._panel

    @property
    def is_over(self) -> bool:
        """Return whether a panel covers part of the grid."""
        return self._is_over

    def set_over(self, over: bool) -> None:
        """Let panels cover the grid, or make room for them."""
        self._is_over = over
        self._place()

    def show_panel(self, panel: QWidget | None) -> None:
        """Show this panel alone, or none."""
        if self._panel is not None and self._panel is not panel:
            self._panel.hide()
        self._panel = panel
        self._line.setVisible(panel is not None)
        if panel is not None:
            panel.setParent(self)
            panel.show()
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        room = self.rect()
        if self._panel is None:
            self._grid.setGeometry(room)
            return
        width = min(self._panel.maximumWidth(), room.width())
        left = room.width() - width
        self._panel.setGeometry(QRect(left, 0, width, room.height()))
        self._line.setGeometry(left - 1, 0, 1, room.height())
        self._grid.setGeometry(room if self._is_over else QRect(0, 0, left - 1, room.height()))
        self._line.raise_()
        self._panel.raise_()
