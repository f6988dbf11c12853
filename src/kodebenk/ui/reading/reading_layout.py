"""Lays out the lines of the reading view: line height, space between paragraphs, room for page rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, QTimer, Slot
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from kodebenk.ui.fonts import reading_font
from kodebenk.ui.reading.display_text import Paragraph

TEXT_INSET = 10
"""Px left and right of the text inside the viewport: tints, outline and handles reach beyond the words."""

_FONT_PX = 16
_LEAD = 27
_SPACE_ABOVE_TEXT = 18
_SPACE_BELOW_TEXT = 40
_SPACE_AFTER = 12
_SPACE_AFTER_INTERVIEWER = 9
_SPACE_BETWEEN_CELLS = 2
_SPACE_BETWEEN_ITEMS = 5
_INDENT = 18
_PAGE_RULE = 26
_HEADING_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class ReadingMeasures:
    """Sizes of the reading text in px at one scale; heights are whole px so that lines stay crisp when scrolled."""

    scale: float
    font: QFont
    lead: int
    cap_height: float
    average_width: float
    page_rule: int

    @property
    def baseline(self) -> float:
        """Return how far the baseline lies below the top of a line's box: capitals are centred in it."""
        return self.lead / 2 + self.cap_height / 2


def measure_reading(scale: float) -> ReadingMeasures:
    """Return the measures at a reading scale, 16/27 px at 1.0."""
    font = reading_font(round(_FONT_PX * scale, 1))
    metrics = QFontMetricsF(font)
    return ReadingMeasures(
        scale=scale,
        font=font,
        lead=round(_LEAD * scale),
        cap_height=metrics.capHeight(),
        average_width=metrics.horizontalAdvance("enhetslederne fikk være med på å velge") / 38,
        page_rule=round(_PAGE_RULE * scale),
    )


class ReadingLayout(QPlainTextDocumentLayout):
    """Gives every line the same height and puts space between paragraphs.

    QPlainTextEdit ignores line heights and margins of block formats, so the lines of a block are placed here, before
    the base class would do it.
    """

    def __init__(self, document: QTextDocument, measures: ReadingMeasures) -> None:
        super().__init__(document)
        self._measures = measures
        self._width = 0
        self._above: list[int] = []
        self._below: list[int] = []
        self._indents: list[int] = []
        self._counts_changed = QTimer(self)
        self._counts_changed.setSingleShot(True)
        self._counts_changed.timeout.connect(self.settle)
        self.generation = 0
        """Grows with every change of widths or measures; line geometry of another generation is void."""

    @property
    def measures(self) -> ReadingMeasures:
        return self._measures

    def space_above(self, number: int) -> int:
        """Return the px between the top of a block and its first line."""
        return self._above[number] if number < len(self._above) else 0

    def set_paragraphs(self, paragraphs: Sequence[Paragraph], measures: ReadingMeasures) -> None:
        """Take over the spaces of another text or scale; the document must hold that text already."""
        self._measures = measures
        scale = measures.scale
        self._above = [measures.page_rule if paragraph.opens_page is not None else 0 for paragraph in paragraphs]
        self._below = [round(space * scale) for space in _spaces_below(paragraphs)]
        self._indents = [round(_INDENT * paragraph.level * scale) for paragraph in paragraphs]
        if paragraphs:
            self._above[0] += round(_SPACE_ABOVE_TEXT * scale)
            self._below[-1] = round(_SPACE_BELOW_TEXT * scale)
        self._set_heading_formats(paragraphs)
        self.forget_lines()

    def set_width(self, width: int) -> None:
        """Tell the width of the viewport in px; the widget tells it to the base class itself."""
        self._width = width
        self.forget_lines()

    def forget_lines(self) -> None:
        """Lay out every block again when it is needed, and guess the line counts until then."""
        self.generation += 1
        characters = max(10.0, (self._width - 2 * TEXT_INSET) / self._measures.average_width)
        block = self.document().firstBlock()
        while block.isValid():
            block.clearLayout()
            # The scroll bar counts lines; without a guess every paragraph would count as one until it is seen.
            block.setLineCount(1 + int(block.length() / characters))
            block = block.next()
        self._counts_changed.start()

    @Slot()
    def settle(self) -> None:
        """Let the scroll bar know the line counts found since the last time."""
        self._counts_changed.stop()
        self.documentSizeChanged.emit(self.documentSize())

    def settle_if_needed(self) -> None:
        """Do what `settle` does if a line count has changed since."""
        if self._counts_changed.isActive():
            self.settle()

    def documentSize(self) -> QSizeF:
        return QSizeF(self._width, self.document().lineCount())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        layout = block.layout()
        if layout is None:
            return QRectF()
        count = layout.lineCount()
        if count == 0:
            count = self._lay_out(block, layout)
        number = block.blockNumber()
        if number >= len(self._above):
            return QRectF(0, 0, self._width, count * self._measures.lead)
        # A blank line is nothing but the space between what stands around it.
        height = count * self._measures.lead if block.length() > 1 else 0
        return QRectF(0, 0, self._width, self._above[number] + height + self._below[number])

    def _lay_out(self, block: QTextBlock, layout: QTextLayout) -> int:
        measures = self._measures
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        number = block.blockNumber()
        top = self.space_above(number)
        left = TEXT_INSET + (self._indents[number] if number < len(self._indents) else 0)
        width = max(1, self._width - left - TEXT_INSET)
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(left, round(top + measures.baseline - line.ascent())))
            top += measures.lead
        layout.endLayout()
        count = layout.lineCount()
        if block.lineCount() != count:
            block.setLineCount(count)
            self._counts_changed.start()
        return count

    def documentChanged(self, start: int, removed: int, added: int) -> None:
        super().documentChanged(start, removed, added)
        # The base class lays out a single changed block at once, with its own line height.
        document = self.document()
        if document.blockCount() == 1:
            document.firstBlock().clearLayout()

    def _set_heading_formats(self, paragraphs: Sequence[Paragraph]) -> None:
        # Formats of the layout, not of the document: those would enter its history and its clipboard.
        document = self.document()
        for number, paragraph in enumerate(paragraphs):
            if paragraph.is_strong:
                document.findBlockByNumber(number).layout().setFormats([_heading_format(paragraph)])


def _heading_format(paragraph: Paragraph) -> QTextLayout.FormatRange:
    character_format = QTextCharFormat()
    character_format.setFontWeight(_HEADING_WEIGHT)
    whole = QTextLayout.FormatRange()
    whole.start = 0
    whole.length = paragraph.end - paragraph.start
    whole.format = character_format
    return whole


def _spaces_below(paragraphs: Sequence[Paragraph]) -> list[int]:
    spaces = []
    quiet = False
    for number, paragraph in enumerate(paragraphs):
        below = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        quiet = quiet if paragraph.is_blank else paragraph.is_quiet
        if below is None or below.follows_on or below.is_blank:
            spaces.append(0)
        else:
            spaces.append(_space_between(paragraph, below, quiet=quiet))
    return spaces


def _space_between(paragraph: Paragraph, below: Paragraph, *, quiet: bool) -> int:
    if paragraph.cell is not None and below.cell is not None and not below.opens_row:
        return _SPACE_BETWEEN_CELLS
    if paragraph.level and below.level:
        return _SPACE_BETWEEN_ITEMS
    return _SPACE_AFTER_INTERVIEWER if quiet else _SPACE_AFTER
