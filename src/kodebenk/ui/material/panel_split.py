"""A main part with a side panel, which slides over it where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSplitter, QWidget

from kodebenk.ui.components.labels import make_line
from kodebenk.ui.fonts import scaled

PANEL_WIDTH = 318


class PanelSplit(QWidget):
    """Main part and side panel, `width` px wide in the design.

    In a wide window the panel stands beside the main part. In a narrow one it lies over its right edge while it is
    open; Esc in the panel closes it.

    Signals:
        open_changed(bool): the panel of a narrow window was opened or closed.
    """

    open_changed = Signal(bool)

    def __init__(
        self, main: QWidget, panel: QWidget, parent: QWidget | None = None, *, width: int = PANEL_WIDTH
    ) -> None:
        super().__init__(parent)
        self._width = scaled(width)
        self._main = main
        self._panel = panel
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._edge = make_line(Qt.Orientation.Vertical)
        self._edge.setParent(self)
        self._edge.hide()
        self._is_narrow = False
        self._is_open = False
        self._is_wanted = True
        panel.setMinimumWidth(self._width - scaled(40))
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._splitter.addWidget(main)
        self._splitter.addWidget(panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._splitter.setSizes([10_000, self._width])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._splitter)
        panel.installEventFilter(self)

    @property
    def is_narrow(self) -> bool:
        return self._is_narrow

    @property
    def is_panel_shown(self) -> bool:
        return self._is_open or not self._is_narrow

    def set_narrow(self, narrow: bool) -> None:
        """Put the panel beside the main part, or over it."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        if narrow:
            self._panel.setParent(self)
            self._is_open = False
        else:
            self._splitter.addWidget(self._panel)
            self._splitter.setSizes([10_000, self._width])
        self._show_panel()
        self.open_changed.emit(self.is_panel_shown)

    def set_panel_wanted(self, *, wanted: bool) -> None:
        """Have a panel at all, or only the main part, as while there is nothing to choose."""
        self._is_wanted = wanted
        self._show_panel()

    def open_panel(self) -> None:
        """Show the panel, over the main part where the window is narrow."""
        if self._is_narrow and self._is_wanted and not self._is_open:
            self._is_open = True
            self._place()
            self._show_panel()
            self.open_changed.emit(True)

    def close_panel(self) -> None:
        """Take the panel away where the window is narrow, and give the keyboard back to the main part."""
        if self._is_narrow and self._is_open:
            self._is_open = False
            focused = QApplication.focusWidget()
            held = focused is not None and (focused is self._panel or self._panel.isAncestorOf(focused))
            self._show_panel()
            if held:
                self._main.setFocus(Qt.FocusReason.OtherFocusReason)
            self.open_changed.emit(False)

    def toggle_panel(self) -> None:
        if self._is_open:
            self.close_panel()
        else:
            self.open_panel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_escape and event.type() == QEvent.Type.KeyPress and self._is_narrow:
            self.close_panel()
            return True
        return False

    def _show_panel(self) -> None:
        self._panel.setVisible(self._is_wanted and self.is_panel_shown)
        self._edge.setVisible(self._is_wanted and self._is_narrow and self._is_open)
        if self._is_narrow:
            self._panel.raise_()
            self._edge.raise_()

    def _place(self) -> None:
        if self._is_narrow:
            width = min(self._width, self.width())
            self._panel.setGeometry(self.width() - width, 0, width, self.height())
            self._edge.setGeometry(self.width() - width, 0, 1, self.height())
