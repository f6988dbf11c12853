"""Paints what the gallery shows of the reading view and the matrix, with the product's marks and chips."""

from __future__ import annotations

from dataclasses import dataclass

from palette_sheet import draw_bracket
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from kodebenk.ui.fonts import cell_font, reading_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.chips import (
    ChipState,
    draw_citation_chip,
    draw_history_chip,
    draw_key_cap,
    draw_respondent_badge,
)
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_dashed_box, draw_hatching, draw_rounded_box
from kodebenk.ui.painting.stance_mark import draw_stance_mark
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

_STANCES = (("for", "For"), ("mot", "Mot"), ("blandet", "Blandet"))
_LEAD = 27
_TEXT_LEFT = 116


class Painted(QWidget):
    """A widget of fixed height painted by a subclass."""

    def __init__(self, appearance: Appearance, height: int) -> None:
        super().__init__()
        self._appearance = appearance
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - overrides Qt
        return QSize(100, self._height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - overrides Qt
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter, self._appearance.theme)
        painter.end()

    def draw(self, painter: QPainter, theme: Theme) -> None:
        raise NotImplementedError


class ChipRow(Painted):
    """Citations, respondent, code, stances, keys."""

    def draw(self, painter: QPainter, theme: Theme) -> None:
        middle = self.height() / 2
        x = 0.0
        for state, focused in ((ChipState.NORMAL, False), (ChipState.ACTIVE, False), (ChipState.NORMAL, True)):
            x = draw_citation_chip(painter, x, middle, "R4:12", theme, state, focused=focused).right() + 8
        missing = ChipState.WITHOUT_EVIDENCE
        x = draw_citation_chip(painter, x + 2, middle, "uten belegg", theme, missing).right() + 16
        x = draw_respondent_badge(painter, x, middle, "R1", theme).right() + 20
        draw_code_mark(painter, 4, QPointF(x, middle), 5, theme)
        x += 11 + draw_text(painter, x + 11, middle, "Medvirkning", cell_font(13), theme.ink) + 26
        for stance, word in _STANCES:
            draw_stance_mark(painter, stance, QPointF(x, middle), 6, theme)
            x += 11 + draw_text(painter, x + 11, middle, word, cell_font(12, 500), theme.ink2) + 20
        x = draw_key_cap(painter, x - 5, middle, "4", theme).right() + 5
        draw_key_cap(painter, x, middle, "K", theme)


class MatrixCells(Painted):
    """The six states of a cell."""

    def draw(self, painter: QPainter, theme: Theme) -> None:
        width, height = self.width() / 3, self.height() / 2
        painter.fillRect(self.rect(), theme.paper)
        cells = (_answered, _unclear, _not_asked, _not_applicable, _not_coded, _to_read_again)
        for place, draw_cell in enumerate(cells):
            row, column = divmod(place, 3)
            draw_cell(painter, theme, QRectF(column * width, row * height, width, height))
        painter.setPen(QPen(theme.line, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.drawLine(QPointF(0, height), QPointF(self.width(), height))
        for column in (1, 2):
            painter.drawLine(QPointF(column * width, 0), QPointF(column * width, self.height()))


def _answered(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    _draw_lines(painter, theme, rect, ("Skrev målene sammen med", "rektorene."))
    draw_citation_chip(painter, rect.left() + 11, rect.bottom() - 16, "R2:14", theme)
    _draw_stance(painter, theme, rect, "for", "For")


def _unclear(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    _draw_state(painter, theme, rect, "circle-question-mark", "Spurt, uklart svar")
    draw_text(painter, rect.left() + 29, rect.top() + 38, "Svarer om økonomi i stedet.", cell_font(12.5), theme.ink2)
    draw_citation_chip(painter, rect.left() + 11, rect.bottom() - 16, "R2:21", theme)


def _not_asked(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    painter.fillRect(rect, theme.sunken)
    painter.fillRect(QRectF(rect.left() + 11, rect.top() + 17, 11, 2), theme.ink3)
    draw_text(painter, rect.left() + 29, rect.top() + 18, "Ikke spurt", cell_font(12.5, 600), theme.ink2)


def _not_applicable(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    draw_hatching(painter, rect, theme)
    reason = "Tiltrådte etter prosessen"
    left = rect.left() + 7
    draw_rounded_box(painter, QRectF(left, rect.top() + 8, 100, 20), 4, theme.paper)
    width = text_width(reason, cell_font(12)) + 8
    draw_rounded_box(painter, QRectF(left, rect.top() + 29, width, 18), 4, theme.paper)
    _draw_state(painter, theme, rect, "ban", "Ikke aktuelt")
    draw_text(painter, rect.left() + 11, rect.top() + 38, reason, cell_font(12), theme.ink2)


def _not_coded(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    draw_dashed_box(painter, rect.adjusted(7, 7, -8, -8), theme)
    _draw_state(painter, theme, rect.translated(4, 0), "circle-dashed", "Ikke kodet ennå")
    link, font = "Gå til teksten", cell_font(12, 500)
    left, middle = rect.left() + 33, rect.top() + 37
    width = draw_text(painter, left, middle, link, font, theme.accent)
    painter.fillRect(QRectF(left, middle + 7, width, 1), theme.accent)


def _to_read_again(painter: QPainter, theme: Theme, rect: QRectF) -> None:
    _draw_lines(painter, theme, rect, ("Lederne fikk kommentere, ikke", "velge."))
    middle = rect.bottom() - 16
    chip = draw_citation_chip(painter, rect.left() + 11, middle, "R1:13", theme)
    draw_history_chip(painter, chip.right() + 7, middle, "2 nye", theme)
    _draw_stance(painter, theme, rect, "blandet", "Blandet")


def _draw_lines(painter: QPainter, theme: Theme, rect: QRectF, lines: tuple[str, ...]) -> None:
    for place, line in enumerate(lines):
        draw_text(painter, rect.left() + 11, rect.top() + 17 + place * 18, line, cell_font(12.5), theme.ink)


def _draw_state(painter: QPainter, theme: Theme, rect: QRectF, icon: str, words: str) -> None:
    draw_icon(painter, icon, QRectF(rect.left() + 10, rect.top() + 11, 14, 14), theme.ink2)
    draw_text(painter, rect.left() + 29, rect.top() + 18, words, cell_font(12.5, 600), theme.ink2)


def _draw_stance(painter: QPainter, theme: Theme, rect: QRectF, stance: str, word: str) -> None:
    font, middle = cell_font(11.5, 500), rect.bottom() - 16
    left = rect.right() - 11 - text_width(word, font)
    draw_text(painter, left, middle, word, font, theme.ink2)
    draw_stance_mark(painter, stance, QPointF(left - 11, middle), 5.6, theme)


@dataclass(frozen=True)
class Span:
    """Part of one line that carries a code; `lane` is its underline."""

    line: int
    start: str
    text: str
    slot: int
    lane: int
    selected: bool = False


@dataclass(frozen=True)
class Name:
    """A bracket and the name beside it."""

    text: str
    slot: int
    lane: int
    first_line: int
    last_line: int
    y: float
    stance: str = ""
    selected: bool = False


_LINES = (
    (0, "Vi satt med rektorene i to dager og skrev"),
    (1, "målene fra bunnen av."),
    (2, "De målene lever fremdeles, fordi folk kjenner"),
    (3, "dem igjen som sine egne."),
    (4, "Da var det tallet for brukertid som avgjorde,"),
    (5, "ikke det lederne hadde skrevet."),
)
_SPEAKERS = ((0, "R2", "1"), (2, "R2", "2"), (4, "R1", "3"))
_TURN_GAP = 12
_SPANS = (
    Span(0, "", "Vi satt med rektorene i to dager", 4, 0),
    Span(2, "", "De målene lever fremdeles, fordi folk kjenner", 4, 0),
    Span(3, "", "dem igjen som sine egne.", 4, 0),
    Span(2, "De målene lever fremdeles, ", "fordi folk kjenner", 5, 1),
    Span(3, "", "dem igjen som sine egne.", 5, 1),
    Span(4, "", "Da var det tallet for brukertid som avgjorde,", 9, 0, selected=True),
    Span(5, "", "ikke det lederne hadde skrevet.", 9, 0, selected=True),
    Span(4, "Da var det tallet for ", "brukertid som avgjorde,", 8, 1),
    Span(5, "", "ikke det lederne hadde skrevet.", 8, 1),
    Span(4, "Da var det ", "tallet for brukertid som avgjorde,", 2, 2),
)
_NAMES = (
    Name("Medvirkning", 4, 0, 0, 0, 30),
    Name("Medvirkning", 4, 0, 2, 3, 96),
    Name("Forankring", 5, 1, 2, 3, 117, "for"),
    Name("Politisk styring", 9, 0, 4, 5, 162, "blandet", selected=True),
    Name("Tillit", 8, 1, 4, 5, 183, "mot"),
    Name("Mål og indikatorer", 2, 2, 4, 4, 204),
)


class ReadingSample(Painted):
    """Overlapping codings: tints, underline lanes, brackets, and a selected coding."""

    def draw(self, painter: QPainter, theme: Theme) -> None:
        draw_rounded_box(painter, QRectF(self.rect()), 8, theme.paper, theme.line)
        for x in (46, self.width() - 12):
            painter.fillRect(QRectF(x, 1, 1, self.height() - 2), theme.line)
        for span in _SPANS:
            tint = theme.tint(span.slot, span.selected)
            draw_rounded_box(painter, _rect_of(span).adjusted(-1.5, 0, 1.5, 0), 3, tint)
        for span in _SPANS:
            rect = _rect_of(span)
            underline = QRectF(rect.left(), rect.bottom() - 2.2 + span.lane * 3.2, rect.width(), 1.7)
            draw_rounded_box(painter, underline, 0.8, theme.code_color(span.slot))
        self._draw_text(painter, theme)
        self._draw_selection(painter, theme)
        for name in _NAMES:
            _draw_name(painter, theme, name)

    def _draw_text(self, painter: QPainter, theme: Theme) -> None:
        for line, text in _LINES:
            draw_text(painter, _TEXT_LEFT, _middle(line), text, reading_font(16), theme.ink)
        for line, label, turn in _SPEAKERS:
            badge = draw_respondent_badge(painter, 52, _middle(line), label, theme, scale=0.95)
            draw_text(painter, badge.right() + 5, _middle(line), turn, cell_font(11, tabular=True), theme.ink3)
        number = cell_font(10.5, tabular=True)
        draw_text(painter, 0, _middle(3), "15", number, theme.ink3, 39, Align.RIGHT)

    def _draw_selection(self, painter: QPainter, theme: Theme) -> None:
        rects = [_rect_of(span) for span in _SPANS if span.selected]
        outline = QPainterPath()
        for rect in rects:
            part = QPainterPath()
            part.addRect(rect.adjusted(-3, -1.6, 3, 1.6))
            outline = outline.united(part)
        painter.setPen(QPen(theme.focus, 1.75, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline.simplified())
        for x, rect in ((rects[0].left() - 3, rects[0]), (rects[-1].right() + 3, rects[-1])):
            handle = QRectF(x - 3, rect.center().y() - 8, 6, 16)
            draw_rounded_box(painter, handle, 3, theme.focus, theme.paper)


def _middle(line: int) -> float:
    return 17 + line * _LEAD + (line // 2) * _TURN_GAP + _LEAD / 2


def _rect_of(span: Span) -> QRectF:
    font = reading_font(16)
    left = _TEXT_LEFT + text_width(span.start, font)
    top = _middle(span.line) - _LEAD / 2 + 1.5
    return QRectF(left, top, text_width(span.text, font), _LEAD - 3)


def _draw_name(painter: QPainter, theme: Theme, name: Name) -> None:
    top = _middle(name.first_line) - _LEAD / 2 + 3.5
    bottom = _middle(name.last_line) + _LEAD / 2 - 3.5
    x = 485 + name.lane * 11
    draw_bracket(painter, x, top, bottom, theme.code_color(name.slot), 3 if name.selected else 2)
    if name.y - top > 12:
        painter.setPen(QPen(theme.line2, 1))
        leader = ((x + 4, top + 5), (514, top + 5), (519, name.y))
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in leader]))
    font = cell_font(12, 600 if name.selected else 500)
    width = text_width(name.text, font)
    if name.selected:
        pill = QRectF(518, name.y - 11, 14 + width + (29 if name.stance else 9), 22)
        draw_rounded_box(painter, pill, 6, theme.soft, theme.soft_line)
    draw_code_mark(painter, name.slot, QPointF(527, name.y), 4.6, theme)
    draw_text(painter, 537, name.y, name.text, font, theme.on_soft if name.selected else theme.ink)
    if name.stance:
        draw_stance_mark(painter, name.stance, QPointF(537 + width + 12.5, name.y), 5.6, theme)
