"""A citation such as `R4:12` as a control of its own."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kodebenk.ui.fonts import interface_scale
from kodebenk.ui.painting.chips import ChipState, citation_chip_width, draw_citation_chip
from kodebenk.ui.theme import Appearance

_HEIGHT = 24


class CitationChip(QAbstractButton):
    """A chip that leads to its passage.

    Enter and a click open it, Space shows a preview. The chip is painted 18 px high in a target of 24 px.

    Signals:
        open_requested(str): Go to the passage with this citation.
        preview_requested(str): Show the passage beside the chip.
    """

    open_requested = Signal(str)
    preview_requested = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        citation: str,
        state: ChipState = ChipState.NORMAL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._state = state
        self.setText(citation)
        self.setAccessibleName(citation)
        self.setProperty("focus_ring", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self.clicked.connect(self._on_clicked)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    @property
    def state(self) -> ChipState:
        """Return how the chip looks."""
        return self._state

    def set_state(self, state: ChipState) -> None:
        """Show the chip as normal, active or without evidence."""
        self._state = state
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = interface_scale()
        ring = 6
        width = citation_chip_width(self.text(), self._state, scale) + ring
        return QSize(round(width + 0.5), round(_HEIGHT * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_requested.emit(self.text())
        elif event.key() == Qt.Key.Key_Space:
            self.preview_requested.emit(self.text())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pointed_at = self.underMouse() and self._state is ChipState.NORMAL
        draw_citation_chip(
            painter,
            3,
            self.height() / 2,
            self.text(),
            self._appearance.theme,
            ChipState.ACTIVE if pointed_at else self._state,
            focused=self.hasFocus(),
            scale=interface_scale(),
        )
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        self.open_requested.emit(self.text())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
