"""What of a document is visible: the values that text, gutter and margin paint from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextLayout, QTextLine

from kodebenk.domain.document import DocumentText
from kodebenk.domain.respondent import Respondent
from kodebenk.ui.reading.coding_index import CodingIndex
from kodebenk.ui.reading.display_text import DisplayText, Paragraph
from kodebenk.ui.reading.reading_layout import ReadingMeasures
from kodebenk.ui.reading.spans import SpeakerFace

_RECT_INSET = 1.5


@dataclass(frozen=True, slots=True)
class VisibleBlock:
    """A paragraph on the screen.

    Attributes:
        number: of the paragraph.
        paragraph: what it is.
        top: y of its top in the viewport; negative for one that begins above it.
        first_line: y of the top of its first line.
        bottom: y below its space.
        block: the paragraph in the text widget.
    """

    number: int
    paragraph: Paragraph
    top: float
    first_line: float
    bottom: float
    block: QTextBlock

    @property
    def layout(self) -> QTextLayout:
        """Return the lines; positions in them are UTF-16 units from the start of the paragraph."""
        # WORKAROUND(PySide6 6.11): a layout must not be kept. Qt frees it without telling, and the next object at its
        # address, whatever it is, is then taken for a QTextLayout.
        return self.block.layout()

    def line_at(self, units: int) -> int:
        """Return the number of the visual line that holds a UTF-16 position of the displayed text."""
        place = min(max(units - self.paragraph.start, 0), self.paragraph.end - self.paragraph.start)
        return max(0, self.layout.lineForTextPosition(place).lineNumber())


@dataclass(frozen=True, slots=True)
class VisiblePage:
    """The blocks on the screen, and those close above it whose names reach into it.

    Attributes:
        blocks: those that show, from top to bottom.
        above: those just above, from top to bottom.
        height: of the viewport in px.
        width: of the text column in px.
        measures: of the text.
        generation: of the line geometry.
    """

    blocks: tuple[VisibleBlock, ...]
    above: tuple[VisibleBlock, ...]
    height: int
    width: int
    measures: ReadingMeasures
    generation: int


@dataclass(frozen=True)
class ShownDocument:
    """A document as it is shown: frozen text, displayed text, paragraphs, speakers and codings."""

    source: DocumentText
    display: DisplayText
    paragraphs: tuple[Paragraph, ...]
    speakers: Mapping[int, SpeakerFace]
    codings: CodingIndex
    starts: Sequence[int] = field(repr=False)
    """UTF-16 units at which the paragraphs begin."""
    source_starts: Sequence[int] = field(repr=False)
    """Code points at which the paragraphs begin, hidden labels included."""
    respondents: Mapping[int, Respondent] = field(repr=False, default_factory=dict)
    """The respondents by id, for the names of voices."""

    def source_range(self, number: int) -> tuple[int, int]:
        """Return the code points that belong to a paragraph, its break included."""
        following = number + 1
        end = self.source_starts[following] if following < len(self.source_starts) else len(self.source.text) + 1
        return self.source_starts[number], end


PageSource = Callable[[], VisiblePage | None]
"""Gives what is visible now, None while there is no document."""


def line_rects(layout: QTextLayout, start: int, end: int, first_line: float, lead: int) -> list[QRectF]:
    """Return one rectangle per visual line for a range of a paragraph.

    Args:
        layout: Lines of the paragraph.
        start: UTF-16 units from the start of the paragraph.
        end: The same, exclusive.
        first_line: y of the top of the first line.
        lead: Line height in px.

    Blanks at the ends of lines are not covered.
    """
    rects = []
    line = layout.lineForTextPosition(start)
    number = line.lineNumber() if line.isValid() else layout.lineCount()
    for index in range(number, layout.lineCount()):
        line = layout.lineAt(index)
        line_start = line.textStart()
        if line_start >= end:
            break
        left, right = _line_extent(line, max(start, line_start), end)
        if right > left:
            top = first_line + index * lead + _RECT_INSET
            rects.append(QRectF(left, top, right - left, lead - 2 * _RECT_INSET))
    return rects


def _line_extent(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    line_end = line.textStart() + line.textLength()
    right = line.x() + line.naturalTextWidth()
    if end < line_end:
        right = min(right, _cursor_x(line, end))
    return _cursor_x(line, start), right


def _cursor_x(line: QTextLine, units: int) -> float:
    # The stubs of PySide6 say object; it is the x and the position it belongs to.
    x, _ = cast("tuple[float, int]", line.cursorToX(units))
    return x
