"""What stands left of the compared text: who speaks, the number of the turn, and where pages begin."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QPainter

from kodebenk.ui.fonts import ui_font
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.reading.gutter import SPEAKER_LEFT, Gutter, page_rule_y
from kodebenk.ui.reading.reading_page import VisibleBlock, VisiblePage

_LEFT = 12
_WITHOUT_NUMBERS = SPEAKER_LEFT - _LEFT


class LaneGutter(Gutter):
    """The gutter of the reading view without the column of line numbers."""

    @staticmethod
    def width_when(compact: bool) -> int:
        """Return the width of the columns in px."""
        return Gutter.width_when(compact) - _WITHOUT_NUMBERS

    def _shift(self) -> int:
        return super()._shift() - _WITHOUT_NUMBERS

    def _paint_rule(self, _painter: QPainter) -> None:
        """Leave out the line beside the numbers."""

    def _paint_numbers(self, painter: QPainter, page: VisiblePage, block: VisibleBlock) -> None:
        lead = page.measures.lead
        if block.paragraph.opens_page is not None:
            self._paint_page_label(painter, page_rule_y(page, block), block.paragraph.opens_page)
        for line, label in self._pages_inside(block):
            if line > 0:
                self._paint_page_label(painter, block.first_line + (line + 0.5) * lead, label)

    def _paint_page_label(self, painter: QPainter, y: float, label: str) -> None:
        words = QCoreApplication.translate("Gutter", "p. {page}").format(page=label)
        draw_text(painter, SPEAKER_LEFT, y, words, ui_font(10.5, 600), self._appearance.theme.ink2)
