"""The bar over the synthesis rows, which opens and closes them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.grounds import draw_focus_ring
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.theme import Appearance

_HEIGHT = 26
_HEAD_WIDTH = 150


class SynthesisBar(QAbstractButton):
    """Checked while the rows are shown."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._head_width = scaled(_HEAD_WIDTH)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFixedHeight(scaled(_HEIGHT))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("focus_ring", False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()
        appearance.theme_changed.connect(self.update)

    @property
    def is_open(self) -> bool:
        """Return whether the rows are shown."""
        return self.isChecked()

    def set_head_width(self, width: int) -> None:
        """Stand in line with the row heads; width in px."""
        self._head_width = width
        self.update()

    def retranslate(self) -> None:
        """Say what the rows are for."""
        self.setText(self.tr("Synthesis"))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(self.tr("Read down the column. Goes along to Word."))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(400), scaled(_HEIGHT))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.sunken)
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.line2)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.line)
        center = self.height() / 2
        icon = "chevron-down" if self.isChecked() else "chevron-right"
        draw_icon(painter, icon, QRectF(8, center - 6, 12, 12), theme.ink3)
        draw_text(painter, 25, center, self.text(), ui_font(12, 600), theme.ink2, self._head_width - 30)
        left = self._head_width + 11
        draw_text(
            painter, left, center, self.accessibleDescription(), ui_font(11.5), theme.ink3, self.width() - left - 8
        )
        if self.hasFocus():
            draw_focus_ring(painter, QRectF(self.rect()), theme, radius=4, gap=-2)
        painter.end()
