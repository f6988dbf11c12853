"""The words of a place in a card, with citation, page and line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kodebenk.ui.components.citation_chip import CitationChip
from kodebenk.ui.fonts import interface_scale, reading_font, scaled, ui_font
from kodebenk.ui.matrix.text_wrap import Line, TextFace, wrap_text
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.theme import Appearance

_SIDE = 12
_HEAD = 32
_LINE = 21.5
_FOOT = 9
_MOST_LINES = 8


class QuoteBlock(QWidget):
    """A quote of up to eight lines; the tool tip has the whole.

    Signals:
        open_requested(): the chip was opened.
    """

    open_requested = Signal()

    def __init__(self, appearance: Appearance, most_lines: int = _MOST_LINES, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._most_lines = most_lines
        self._words = self._place = ""
        self._chip = CitationChip(appearance, "", parent=self)
        self._face = self._make_face()
        # Not fixed: the hint may be of the width before a scroll bar came.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._chip.open_requested.connect(self._on_chip_opened)
        appearance.theme_changed.connect(self.update)
        appearance.scale_changed.connect(self._on_scale_changed)

    def show_quote(self, words: str, citation: str, place: str) -> None:
        """Show these words; `place` is such as "p. 3, l. 50"."""
        self._words, self._place = " ".join(words.split()), place
        self._chip.setText(citation)
        self._chip.setAccessibleName(citation)
        self._chip.setVisible(bool(citation))
        self.setAccessibleName(self._words)
        self._arrange()
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(scaled(_HEAD) + len(self._wrapped(width)) * self._line_height() + scaled(_FOOT))

    def sizeHint(self) -> QSize:
        return QSize(scaled(286), self.heightForWidth(self.width() if self.isVisible() else scaled(286)))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(120), scaled(_HEAD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_rounded_box(painter, QRectF(self.rect()), 8, theme.paper, theme.line2)
        left = self._chip.geometry().right() + scaled(6) if not self._chip.isHidden() else scaled(_SIDE)
        room = self.width() - left - scaled(_SIDE)
        draw_text(painter, left, scaled(19), self._place, ui_font(12, tabular=True), theme.ink2, room)
        painter.setFont(self._face.font)
        painter.setPen(theme.ink)
        rise = (self._line_height() + QFontMetricsF(self._face.font).capHeight()) / 2
        for number, line in enumerate(self._wrapped(self.width())):
            for piece in line:
                baseline = scaled(_HEAD) + number * self._line_height() + rise
                painter.drawText(QPointF(scaled(_SIDE) + piece.x, baseline), piece.text)
        painter.end()

    def _wrapped(self, width: int) -> list[Line]:
        room = max(60, width - 2 * scaled(_SIDE))
        return wrap_text([(self._words, False)], self._face, room, self._most_lines)

    def _line_height(self) -> float:
        return _LINE * self._appearance.scale * interface_scale()

    def _make_face(self) -> TextFace:
        return TextFace(reading_font(14 * self._appearance.scale * interface_scale()))

    def _arrange(self) -> None:
        hint = self._chip.sizeHint()
        self._chip.setGeometry(scaled(_SIDE) - 3, scaled(19) - hint.height() // 2, hint.width(), hint.height())
        lines = wrap_text([(self._words, False)], self._face, max(60, self.width() - 2 * scaled(_SIDE)))
        self.setToolTip(self._words if len(lines) > self._most_lines else "")

    @Slot(str)
    def _on_chip_opened(self, _citation: str) -> None:
        self.open_requested.emit()

    @Slot(float)
    def _on_scale_changed(self, _scale: float) -> None:
        self._face = self._make_face()
        self.updateGeometry()
        self.update()
