"""Lays out a text that is being corrected: the lines of the reading view, blank lines as high as others."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextDocumentLayout

from kodebenk.ui.reading.reading_layout import ReadingLayout, ReadingMeasures

_ABOVE_TEXT = 18
_BELOW_TEXT = 40
_BETWEEN = 3


class EditingLayout(ReadingLayout):
    """Breaks lines as the reading view does, and keeps doing so while somebody types."""

    def use_measures(self, measures: ReadingMeasures) -> None:
        """Lay out everything anew at another scale."""
        self.set_paragraphs((), measures)

    def space_above(self, number: int) -> int:
        return round(_ABOVE_TEXT * self.measures.scale) if number == 0 else 0

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        layout = block.layout()
        if layout is None:
            return QRectF()
        lines = layout.lineCount() or self._lay_out(block, layout)
        scale = self.measures.scale
        below = _BETWEEN if block.next().isValid() else _BELOW_TEXT
        height = self.space_above(block.blockNumber()) + lines * self.measures.lead + round(below * scale)
        return QRectF(0, 0, self._width, height)

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        QPlainTextDocumentLayout.documentChanged(self, start, removed, added)
        # The base class lays out a changed paragraph at once, with its own lines. The caret needs ours at once too.
        document = self.document()
        block, last = document.findBlock(start), document.findBlock(max(start, start + added - 1))
        block.clearLayout()
        self.blockBoundingRect(block)
        while block.isValid() and block != last:
            block = block.next()
            block.clearLayout()
        self.generation += 1
