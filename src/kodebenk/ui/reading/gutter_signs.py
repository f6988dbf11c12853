"""What the gutter shows besides line numbers and speakers: voices, who leaves, times, and cells of tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from kodebenk.domain.passage import index_at
from kodebenk.domain.voice import Voice
from kodebenk.ui.fonts import ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.reading.reading_page import ShownDocument, VisibleBlock, VisiblePage
from kodebenk.ui.reading.text_positions import Side
from kodebenk.ui.theme import Appearance
from kodebenk.ui.voices.voice_words import VOICE_ICONS, voice_words

_RULE_FROM_RIGHT = 2
_RULE_STEP = 4
_ICON = 12
_ICON_FROM_RIGHT = 19
_REACH = 24
_SECOND = 1000
_MINUTE = 60


@dataclass(frozen=True, slots=True)
class _PlacedVoice:
    """A voice in the displayed text; `lane` keeps the rules of overlapping voices apart."""

    voice: Voice
    start: int
    end: int
    first: int
    last: int
    lane: int
    words: str


class GutterSigns:
    """Paints the signs of a paragraph and knows which voice lies under the mouse."""

    def __init__(self, appearance: Appearance) -> None:
        self._appearance = appearance
        self._voices: dict[int, list[_PlacedVoice]] = {}
        self._leaving: dict[int, list[str]] = {}

    def show_document(self, document: ShownDocument) -> None:
        """Show the signs of this document from now on."""
        self._voices = _voices_by_paragraph(document)
        self._leaving = _leaving_by_paragraph(document)

    def paint(
        self, painter: QPainter, page: VisiblePage, block: VisibleBlock, left: float, right: float, taken: float
    ) -> None:
        """Paint what belongs to one paragraph.

        Args:
            painter: Of the gutter.
            page: What is visible.
            block: The paragraph.
            left: Px at which the column of the speakers begins.
            right: Px at which the gutter ends.
            taken: Px up to which the first line is taken; `left` where it is free.
        """
        lead = page.measures.lead
        line = 0 if taken <= left else 1
        if block.paragraph.cell_label is not None:
            words = cell_words(*block.paragraph.cell_label)
            draw_text(painter, left, block.first_line + lead / 2, words, ui_font(11), self._appearance.theme.ink3)
            line = 1
        if block.paragraph.milliseconds is not None and line < max(1, block.layout.lineCount()):
            y = block.first_line + (line + 0.5) * lead
            words = time_words(block.paragraph.milliseconds)
            draw_text(painter, left, y, words, ui_font(10.5, tabular=True), self._appearance.theme.ink3)
        self._paint_leaving(painter, page, block, left)
        self._paint_voices(painter, page, block, right, taken)

    def _paint_leaving(self, painter: QPainter, page: VisiblePage, block: VisibleBlock, left: float) -> None:
        labels = self._leaving.get(block.number)
        if not labels:
            return
        theme = self._appearance.theme
        lines = block.layout.lineCount()
        # Below the badge; a turn of one line has a little room under it.
        y = block.first_line + ((lines - 0.5) * page.measures.lead if lines > 1 else page.measures.lead + 5)
        draw_icon(painter, "log-out", QRectF(left + 1, y - 6, 12, 12), theme.ink2)
        draw_text(painter, left + 17, y, ", ".join(labels), ui_font(10.5, 500), theme.ink2)

    def _paint_voices(
        self, painter: QPainter, page: VisiblePage, block: VisibleBlock, right: float, taken: float
    ) -> None:
        theme = self._appearance.theme
        lead = page.measures.lead
        for placed in self._voices.get(block.number, ()):
            first, last = _lines_of(placed, block)
            x = right - _RULE_FROM_RIGHT - placed.lane * _RULE_STEP
            top, bottom = block.first_line + first * lead + 3, block.first_line + (last + 1) * lead - 3
            painter.setPen(QPen(theme.ink2, 1.5, Qt.PenStyle.DotLine))
            painter.drawLine(QPointF(x, top), QPointF(x, bottom))
            if placed.first != block.number:
                continue
            icon_left = right - _ICON_FROM_RIGHT - placed.lane * _RULE_STEP
            is_crowded = first == 0 and taken > icon_left
            y = block.first_line + (first + (1.12 if is_crowded else 0.5)) * lead
            box = QRectF(icon_left, y - _ICON / 2, _ICON, _ICON)
            draw_icon(painter, VOICE_ICONS[placed.voice.kind], box, theme.ink2)

    def voice_at(self, block: VisibleBlock, lead: int, from_right: float, y: float) -> Voice | None:
        """Return the voice whose rule or sign is under the mouse.

        Args:
            block: The paragraph at this height.
            lead: Line height in px.
            from_right: Px from the right edge of the gutter.
            y: Px from its top.
        """
        if not 0 <= from_right <= _REACH:
            return None
        line = int((y - block.first_line) // lead)
        inside = [one for one in self._voices.get(block.number, ()) if _holds(_lines_of(one, block), line)]
        return min(inside, key=lambda one: one.end - one.start).voice if inside else None

    def tool_tip(self, block: VisibleBlock) -> list[str]:
        """Return what is to be said of a paragraph: voices, who leaves, the time, the cell."""
        lines = [one.words for one in self._voices.get(block.number, ())]
        leaves = QCoreApplication.translate("Gutter", "{label} leaves here")
        lines += [leaves.format(label=label) for label in self._leaving.get(block.number, ())]
        if block.paragraph.milliseconds is not None:
            lines.append(time_words(block.paragraph.milliseconds))
        if block.paragraph.cell is not None:
            cell = block.paragraph.cell
            words = QCoreApplication.translate("Gutter", "Row {row}, column {column}")
            lines.append(words.format(row=cell.row + 1, column=cell.column + 1))
        return lines


def cell_words(row: int, column: int) -> str:
    """Return "r2·c3" for a cell, counted from 0."""
    return QCoreApplication.translate("Gutter", "r{row}·c{column}").format(row=row + 1, column=column + 1)


def time_words(milliseconds: int) -> str:
    """Return "0:12:33" for a moment of the recording."""
    minutes, seconds = divmod(milliseconds // _SECOND, _MINUTE)
    hours, minutes = divmod(minutes, _MINUTE)
    return f"{hours}:{minutes:02d}:{seconds:02d}"


def _voices_by_paragraph(document: ShownDocument) -> dict[int, list[_PlacedVoice]]:
    found: dict[int, list[_PlacedVoice]] = defaultdict(list)
    for placed in _placed_voices(document):
        for number in range(placed.first, placed.last + 1):
            found[number].append(placed)
    return dict(found)


def _placed_voices(document: ShownDocument) -> Iterator[_PlacedVoice]:
    positions = document.display.positions
    ends: list[int] = []
    for voice in sorted(document.source.voices, key=lambda one: (one.start, -one.end)):
        if voice.unplaced:
            continue
        start, end = positions.to_display(voice.start, Side.START), positions.to_display(voice.end, Side.END)
        first = max(0, index_at(document.starts, start))
        last = max(first, index_at(document.starts, max(start, end - 1)))
        lane = _free_lane(ends, start)
        ends[lane : lane + 1] = [end]
        yield _PlacedVoice(voice, start, end, first, last, lane, voice_words(voice, document.respondents))


def _free_lane(ends: Sequence[int], start: int) -> int:
    return next((lane for lane, end in enumerate(ends) if end <= start), len(ends))


def _leaving_by_paragraph(document: ShownDocument) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for speaker in document.source.speakers:
        if speaker.left_at is not None:
            units = document.display.positions.to_display(speaker.left_at, Side.END)
            number = max(0, index_at(document.starts, max(0, units - 1)))
            face = document.speakers.get(speaker.id)
            found[number].append(face.label if face is not None else speaker.label)
    return dict(found)


def _lines_of(placed: _PlacedVoice, block: VisibleBlock) -> tuple[int, int]:
    first = block.line_at(placed.start) if placed.first == block.number else 0
    last = block.line_at(max(placed.start, placed.end - 1)) if placed.last == block.number else None
    return first, block.layout.lineCount() - 1 if last is None else last


def _holds(lines: tuple[int, int], line: int) -> bool:
    return lines[0] <= line <= lines[1] + 1
