"""Paints what stands left of the text: line numbers, page labels, who speaks and the number of the turn."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from kodebenk.ui.fonts import ui_font
from kodebenk.ui.painting.chips import draw_respondent_badge, respondent_badge_width
from kodebenk.ui.painting.grounds import draw_dashed_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.reading.gutter_signs import GutterSigns
from kodebenk.ui.reading.reading_layout import TEXT_INSET
from kodebenk.ui.reading.reading_page import PageSource, ShownDocument, VisibleBlock, VisiblePage
from kodebenk.ui.reading.spans import SpeakerFace
from kodebenk.ui.reading.task_marks import PlacedMarks
from kodebenk.ui.reading.task_painting import paint_turn_bar
from kodebenk.ui.reading.text_positions import Side
from kodebenk.ui.theme import Appearance

NUMBERED_LINES = 5
"""Every fifth line of the document carries its number."""

_LEFT = 12
_NUMBERS = 30
_RULE_X = _LEFT + _NUMBERS + 4
SPEAKER_LEFT = _LEFT + _NUMBERS + 10
"""Px at which badges begin."""

_SPEAKER = 58
_SPEAKER_COMPACT = 52
_GAP = 12 - TEXT_INSET
_BADGE_TO_NUMBER = 5
_PAGE_RULE_Y = 10


class Gutter(QWidget):
    """The columns left of the text; it repeats what the text widget's accessible text cannot carry.

    Signals:
        voice_clicked(int): the sign of this voice was clicked.
    """

    voice_clicked = Signal(int)

    def __init__(self, parent: QWidget, appearance: Appearance, page_source: PageSource) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._page_source = page_source
        self._document: ShownDocument | None = None
        self._signs = GutterSigns(appearance)
        self._task: PlacedMarks | None = None
        self._is_compact = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @staticmethod
    def width_when(compact: bool) -> int:
        """Return the width of the columns in px."""
        return SPEAKER_LEFT + (_SPEAKER_COMPACT if compact else _SPEAKER) + _GAP

    def show_document(self, document: ShownDocument) -> None:
        self._document = document
        self._signs.show_document(document)
        self.update()

    def mark_task(self, task: PlacedMarks | None) -> None:
        """Draw bars beside the turns of a sample."""
        self._task = task
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Use short words for the interviewer."""
        self._is_compact = compact
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width_when(self._is_compact), 0)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.update()
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tool_tip_at(event.pos().y()), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        page = self._page_source()
        place = event.position()
        for block in page.blocks if page is not None else ():
            if page is not None and block.top <= place.y() < block.bottom:
                voice = self._signs.voice_at(block, page.measures.lead, self.width() - place.x(), place.y())
                if voice is not None:
                    self.voice_clicked.emit(voice.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._appearance.theme.paper)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_rule(painter)
            page = self._page_source()
            if page is None or self._document is None:
                return
            painter.translate(self._shift(), 0)
            for block in page.blocks:
                if block.top <= event.rect().bottom() + 1 and block.bottom >= event.rect().top():
                    self._paint_block(painter, page, block)

    def _paint_rule(self, painter: QPainter) -> None:
        rule = QRectF(self._shift() + _RULE_X, 0, 1, self.height())
        painter.fillRect(rule, self._appearance.theme.line)

    def _shift(self) -> int:
        """Return the px left free where the window is wider than the columns need."""
        return max(0, self.width() - self.width_when(self._is_compact))

    def _paint_block(self, painter: QPainter, page: VisiblePage, block: VisibleBlock) -> None:
        self._paint_numbers(painter, page, block)
        turn = self._task.turn(block.number) if self._task is not None else None
        if turn is not None and not block.paragraph.is_blank:
            paint_turn_bar(painter, page, block, turn, _RULE_X + 0.5, self._appearance.theme)
        taken = 0.0
        if block.paragraph.opens_turn:
            taken = self._paint_speaker(painter, block.first_line + page.measures.lead / 2, block)
        self._signs.paint(painter, page, block, SPEAKER_LEFT, self.width() - self._shift(), taken)

    def _paint_numbers(self, painter: QPainter, page: VisiblePage, block: VisibleBlock) -> None:
        theme = self._appearance.theme
        lead = page.measures.lead
        if block.paragraph.opens_page is not None:
            self._paint_page_label(painter, page_rule_y(page, block), block.paragraph.opens_page)
        pages = dict(self._pages_inside(block))
        for line, label in pages.items():
            self._paint_page_label(painter, block.first_line + (line + 0.5) * lead, label)
        for line, number in self._numbers_of(block):
            if line not in pages:
                # A blank line has no height of its own; its number stands in the space.
                blank = block.paragraph.is_blank
                y = (block.top + block.bottom) / 2 if blank else block.first_line + (line + 0.5) * lead
                font = ui_font(10.5, tabular=True)
                draw_text(painter, 2, y, str(number), font, theme.ink3, _LEFT + _NUMBERS - 4, Align.RIGHT)

    def _paint_page_label(self, painter: QPainter, y: float, label: str) -> None:
        words = self.tr("p. {page}").format(page=label)
        draw_text(
            painter, 2, y, words, ui_font(10.5, 600), self._appearance.theme.ink2, _LEFT + _NUMBERS - 4, Align.RIGHT
        )

    def _paint_speaker(self, painter: QPainter, y: float, block: VisibleBlock) -> float:
        """Paint who speaks and the number of the turn, and return the px up to which that reaches."""
        face = self._face_of(block)
        turn = block.paragraph.turn
        if face is None or turn is None:
            return 0
        theme = self._appearance.theme
        room = (_SPEAKER_COMPACT if self._is_compact else _SPEAKER) + 8
        if face.is_interviewer:
            words = self.tr("Interv.") if self._is_compact else self.tr("Interviewer")
            return SPEAKER_LEFT + draw_text(painter, SPEAKER_LEFT, y, words, ui_font(11, 500), theme.ink3, room)
        right = self._paint_badge(painter, y, face, room)
        number = str(turn.number)
        font = ui_font(11, tabular=True)
        if right + text_width(number, font) > SPEAKER_LEFT + room:
            return right
        return right + draw_text(painter, right, y, number, font, theme.ink3)

    def _paint_badge(self, painter: QPainter, y: float, face: SpeakerFace, room: float) -> float:
        """Paint a badge, dashed for a speaker nobody is chosen for, and return where the number may begin."""
        theme = self._appearance.theme
        if face.is_resolved and respondent_badge_width(face.label) <= room:
            return draw_respondent_badge(painter, SPEAKER_LEFT, y, face.label, theme).right() + _BADGE_TO_NUMBER
        font = ui_font(11, 500)
        width = min(room, text_width(face.label, font) + 12)
        if not face.is_resolved:
            draw_dashed_box(painter, QRectF(SPEAKER_LEFT, y - 9, width, 18), theme, 4)
        draw_text(painter, SPEAKER_LEFT + 6, y, face.label, font, theme.ink2, width - 11)
        return SPEAKER_LEFT + width + _BADGE_TO_NUMBER

    def _face_of(self, block: VisibleBlock) -> SpeakerFace | None:
        turn = block.paragraph.turn
        if turn is None or self._document is None:
            return None
        return self._document.speakers.get(turn.speaker_id)

    def _numbers_of(self, block: VisibleBlock) -> Iterator[tuple[int, int]]:
        """Yield visual lines in which a fifth document line starts, with its number; one number per visual line."""
        if self._document is None:
            return
        low, high = self._document.source_range(block.number)
        starts = self._document.source.structure.line_starts
        taken = -1
        for index in range(bisect_left(starts, low), bisect_left(starts, high)):
            # Printed lines that were removed, or that are empty, stand where the next one does.
            is_gone = index + 1 < len(starts) and starts[index + 1] == starts[index]
            if (index + 1) % NUMBERED_LINES == 0 and not is_gone:
                line = block.line_at(self._document.display.positions.to_display(starts[index], Side.START))
                if line > taken:
                    taken = line
                    yield line, index + 1

    def _pages_inside(self, block: VisibleBlock) -> Iterator[tuple[int, str]]:
        """Yield visual lines in which a page starts behind the beginning of the paragraph, with its label."""
        if self._document is None:
            return
        low, high = self._document.source_range(block.number)
        for page in self._document.source.structure.pages[1:]:
            if max(low, block.paragraph.text_start) < page.start < high:
                yield block.line_at(self._document.display.positions.to_display(page.start, Side.START)), page.label

    def _tool_tip_at(self, y: float) -> str:
        page = self._page_source()
        for block in page.blocks if page is not None else ():
            if block.first_line <= y < block.bottom:
                face = self._face_of(block) if block.paragraph.opens_turn else None
                lines = [face.text if face is not None else "", *self._signs.tool_tip(block), self._task_words(block)]
                return "\n".join(line for line in lines if line)
        return ""

    def _task_words(self, block: VisibleBlock) -> str:
        turn = self._task.turn(block.number) if self._task is not None else None
        if turn is None:
            return ""
        return self.tr("In your sample, coded") if turn.is_coded else self.tr("In your sample, not coded yet")


def page_rule_y(page: VisiblePage, block: VisibleBlock) -> float:
    """Return the y of the rule above a paragraph that opens a page."""
    return block.first_line - page.measures.page_rule + _PAGE_RULE_Y * page.measures.scale


def paint_page_rule(painter: QPainter, page: VisiblePage, block: VisibleBlock, pen: QPen) -> None:
    """Draw the dashed rule above a paragraph that opens a page, in the coordinates of the text column."""
    if block.paragraph.opens_page is None:
        return
    y = page_rule_y(page, block)
    painter.setPen(pen)
    painter.drawLine(QPointF(TEXT_INSET, y), QPointF(page.width - TEXT_INSET, y))
