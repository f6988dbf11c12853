"""A choice of the decision panel: radio button, what it is, who has it, its key."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.painting.chips import draw_key_cap, key_cap_width
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_rounded_box
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance

_HEIGHT = 32
_TWO_LINES = 48
_SIDE = 10
_RADIO = 16
_TEXT = 34
_SECOND = 34


class ChoiceRow(QAbstractButton):
    """One of several; the text is the title, the tool tip has the whole."""

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        *,
        who: str = "",
        extent: str = "",
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._who, self._extent, self._key = who, extent, key
        self.setText(title)
        self.setAccessibleName(", ".join(part for part in (title, who, extent) if part))
        self.setToolTip("\n".join(part for part in (title, who, extent) if part))
        self.setCheckable(True)
        # Screen readers call it a radio button for this; the form's group keeps the rows apart.
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_ring", False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(scaled(240), scaled(_TWO_LINES if self._extent else _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        taken = self.isChecked()
        pointed_at = self.underMouse() and not taken
        fill = theme.soft if taken else theme.hover if pointed_at else theme.raised
        draw_rounded_box(painter, rect, 6, fill, theme.soft_line if taken else theme.line2)
        middle = scaled(_HEIGHT) / 2
        self._paint_radio(painter, QPointF(scaled(_SIDE + _RADIO / 2), middle), theme.accent if taken else theme.ctl)
        right = rect.right() - scaled(_SIDE)
        if self._key:
            scale = interface_scale()
            right -= key_cap_width(self._key, scale)
            draw_key_cap(painter, right, middle, self._key, theme, scale=scale)
            right -= scaled(8)
        self._paint_words(painter, middle, right)
        if self.hasFocus():
            draw_focus_ring(painter, rect, theme, 6, gap=-2)
        painter.end()

    def _paint_radio(self, painter: QPainter, center: QPointF, color: QColor) -> None:
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(self._appearance.theme.paper)
        radius = scaled(_RADIO) / 2 - 0.8
        painter.drawEllipse(center, radius, radius)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(center, scaled(4), scaled(4))

    def _paint_words(self, painter: QPainter, middle: float, right: float) -> None:
        theme, taken = self._appearance.theme, self.isChecked()
        left = scaled(_TEXT)
        font, quiet = ui_font(13, 600 if taken else 400), ui_font(12)
        ink, quiet_ink = (theme.on_soft, theme.on_soft) if taken else (theme.ink, theme.ink3)
        room = right - left
        who = min(text_width(self._who, quiet) + scaled(8), room / 2) if self._who else 0.0
        width = draw_text(painter, left, middle, self.text(), font, ink, room - who)
        if self._who:
            draw_text(painter, left + width + scaled(8), middle, self._who, quiet, quiet_ink, room - width - scaled(8))
        if self._extent:
            below = self.width() - scaled(_SIDE) - left
            draw_text(painter, left, scaled(_SECOND), self._extent, quiet, quiet_ink, below)
