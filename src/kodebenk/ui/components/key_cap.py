"""A label that looks like a key of the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kodebenk.ui.fonts import interface_scale, ui_font
from kodebenk.ui.painting.chips import draw_key_cap, key_cap_width
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import Appearance


class KeyCap(QWidget):
    """A key or a combination, such as `4` or `Ctrl+P`."""

    def __init__(
        self, appearance: Appearance, label: str, *, on_accent: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._label = label
        self._on_accent = on_accent
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        appearance.theme_changed.connect(self._on_theme_changed)

    def set_label(self, label: str) -> None:
        """Show another key."""
        self._label = label
        self.setAccessibleName(label)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = interface_scale()
        return QSize(round(key_cap_width(self._label, scale) + 0.5), round(18 * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        middle = self.height() / 2
        if self._on_accent:
            # On the primary button the cap is drawn in the colour of its text.
            draw_rounded_box(painter, QRectF(self.rect()), 4, None, theme.on_accent)
            font = ui_font(10.5, 600)
            draw_text(painter, 0, middle, self._label, font, theme.on_accent, self.width(), Align.CENTER)
        else:
            draw_key_cap(painter, 0, middle, self._label, theme, scale=interface_scale())
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
