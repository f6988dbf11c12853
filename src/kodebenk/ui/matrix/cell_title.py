"""The head of the side panel: which row and which code."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.cell_place import CellPlace
from kodebenk.ui.painting.chips import draw_respondent_badge, respondent_badge_width
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance


class CellTitle(QWidget):
    """Badge × mark and name of the code."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._place: CellPlace | None = None
        self.setFixedHeight(scaled(22))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        appearance.theme_changed.connect(self.update)

    def show_place(self, place: CellPlace) -> None:
        """Show another cell."""
        self._place = place
        name = f"{words.row_label(place.row)} × {place.column.name}"
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._place is None:
            return
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = self.height() / 2
        x = self._paint_row(painter, center)
        x += draw_text(painter, x + scaled(9), center, "×", ui_font(13), theme.ink3) + scaled(20)
        if self._place.column.slot is not None:  # a question has no mark
            draw_code_mark(painter, self._place.column.slot, QPointF(x, center), scaled(5.2), theme)
            x += scaled(12)
        draw_text(painter, x, center, self._place.column.name, ui_font(14, 600), theme.ink, self.width() - x)
        painter.end()

    def _paint_row(self, painter: QPainter, center: float) -> float:
        if self._place is None:
            return 0.0
        label = words.row_label(self._place.row)
        scale = interface_scale()
        if respondent_badge_width(label, scale) < self.width() * 0.4:
            return draw_respondent_badge(painter, 0, center, label, self._appearance.theme, scale=scale).right()
        font = ui_font(13, 600)
        width = min(text_width(label, font), self.width() * 0.4)
        draw_text(painter, 0, center, label, font, self._appearance.theme.ink, width)
        return width
