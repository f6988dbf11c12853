"""What the marks of the preview mean, below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.import_page.preview_content import MarkKind, PreviewMode
from kodebenk.ui.import_page.preview_painting import paint_mark
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance

_SIDE = 16
_SWATCH = 18
_SWATCH_HEIGHT = 16
_GAP = 6
_BETWEEN = 18
_LINE = 22
_ABOVE = 7


@dataclass(frozen=True, slots=True)
class _Entry:
    """A swatch with its words; the last entry has no swatch."""

    text: str
    kind: MarkKind | None = None
    is_doubt: bool = False

    @property
    def has_swatch(self) -> bool:
        return self.kind is not None or self.is_doubt


class PreviewLegend(QWidget):
    """Swatches with words, in as many lines as they need."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._mode = PreviewMode.CHANGES
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        appearance.theme_changed.connect(self.update)
        self._translate()

    def show_mode(self, mode: PreviewMode) -> None:
        """Explain the marks that this mode has."""
        self._mode = mode
        self._translate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        # Inside a splitter nobody asks for the height for a width.
        self.setFixedHeight(scaled(_LINE) * len(self._lines(self.width())) + 2 * scaled(_ABOVE))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            y = scaled(_ABOVE) + scaled(_LINE) / 2
            for line in self._lines(self.width()):
                x = float(scaled(_SIDE))
                for entry in line:
                    if not entry.has_swatch and len(line) > 1:
                        x = self.width() - scaled(_SIDE) - text_width(entry.text, ui_font(12)) - 1
                    x = self._paint_swatch(painter, entry, x, y)
                    draw_text(painter, x, y, entry.text, ui_font(12), theme.ink2, self.width() - x)
                    x += text_width(entry.text, ui_font(12)) + scaled(_BETWEEN)
                y += scaled(_LINE)

    def _paint_swatch(self, painter: QPainter, entry: _Entry, x: float, y: float) -> float:
        if not entry.has_swatch:
            return x
        theme = self._appearance.theme
        width, height = scaled(_SWATCH), scaled(_SWATCH_HEIGHT)
        box = QRectF(x, y - height / 2, width, height)
        if entry.is_doubt:
            draw_rounded_box(painter, box, 3, theme.warn_soft, theme.warn_line)
            draw_icon(painter, "triangle-alert", QRectF(box.center().x() - 5.5, y - 5.5, 11, 11), theme.warn)
        elif entry.kind is not None:
            paint_mark(painter, box, height - 5, entry.kind, theme)
            if entry.kind is MarkKind.REMOVED:
                painter.setPen(QPen(theme.bad, 1.4))
                painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        return x + width + scaled(_GAP)

    def _lines(self, width: int) -> Sequence[Sequence[_Entry]]:
        lines: list[list[_Entry]] = [[]]
        x = float(scaled(_SIDE))
        for entry in self._entries:
            needed = text_width(entry.text, ui_font(12)) + 1
            needed += scaled(_SWATCH) + scaled(_GAP) if entry.has_swatch else 0
            if lines[-1] and x + needed > width - scaled(_SIDE):
                lines.append([])
                x = float(scaled(_SIDE))
            lines[-1].append(entry)
            x += needed + scaled(_BETWEEN)
        return lines

    def _translate(self) -> None:
        marks = (
            _Entry(self.tr("corrected"), MarkKind.ALTERED),
            _Entry(self.tr("hyphen kept"), MarkKind.KEPT),
            _Entry(self.tr("removed"), MarkKind.REMOVED),
        )
        doubt = _Entry(self.tr("to be settled"), is_doubt=True)
        shown = {PreviewMode.CHANGES: (*marks, doubt), PreviewMode.FINISHED: (doubt,), PreviewMode.ORIGINAL: ()}
        self._entries = (*shown[self._mode], _Entry(self.tr("The original file is left as it is")))
        self.setAccessibleName(", ".join(entry.text for entry in self._entries))
        self._fit_height()
        self.update()
