"""The field that says who a speaker of a file is in the project."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.material.saving_fields import QuietCombo
from kodebenk.ui.painting.chips import draw_respondent_badge
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.theme import Appearance

_HEIGHT = 40
_SIDE = 8
_GAP = 7
_TAIL = 24
_LINE_STEP = 8.5
_ICON = 15


@dataclass(frozen=True, slots=True)
class SpeakerOption:
    """Somebody whom a speaker may be.

    Attributes:
        value: what choosing it means.
        text: in the list.
        title: in the field.
        detail: below the title, in quieter letters.
        badge: label of the respondent.
        is_open: nobody is chosen yet.
    """

    value: str
    text: str
    title: str
    detail: str = ""
    badge: str = ""
    is_open: bool = False


class SpeakerBox(QuietCombo):
    """A combo box that shows the badge of the respondent chosen, and one or two lines beside it."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._options: tuple[SpeakerOption, ...] = ()
        appearance.theme_changed.connect(self.update)

    def show_options(self, options: tuple[SpeakerOption, ...], value: str) -> None:
        """Offer these, with the one of this value chosen."""
        if options != self._options:
            self._options = options
            self.clear()
            for option in options:
                self.addItem(option.text, option.value)
        self.setCurrentIndex(self.findData(value))

    @property
    def chosen(self) -> SpeakerOption | None:
        """Return what is chosen."""
        return self._options[self.currentIndex()] if self.currentIndex() >= 0 else None

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), scaled(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), scaled(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.chosen is not None:
            self._draw(painter, self.chosen)
        painter.end()

    def _draw(self, painter: QPainter, chosen: SpeakerOption) -> None:
        theme = self._appearance.theme
        middle = self.height() / 2
        left = float(scaled(_SIDE))
        if chosen.badge:
            left = draw_respondent_badge(painter, left, middle, chosen.badge, theme).right() + _GAP
        elif chosen.is_open:
            side = scaled(_ICON)
            draw_icon(painter, "circle-question-mark", QRectF(left, middle - side / 2, side, side), theme.warn)
            left += side + _GAP - 2
        room = self.width() - left - scaled(_TAIL)
        ink = theme.warn if chosen.is_open else theme.ink
        if not chosen.detail:
            draw_text(painter, left, middle, chosen.title, ui_font(13), ink, room)
            return
        step = scaled(_LINE_STEP)
        draw_text(painter, left, middle - step, chosen.title, ui_font(13, 500), ink, room)
        draw_text(painter, left, middle + step, chosen.detail, ui_font(11), theme.ink3, room)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.showPopup()
        else:
            super().keyPressEvent(event)
