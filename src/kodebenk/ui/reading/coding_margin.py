"""Paints brackets and code names right of the text, and lets them be clicked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QToolTip, QWidget

from kodebenk.ui.fonts import ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.stance_mark import draw_stance_mark
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.reading.coding_index import CodingIndex, PlacedCoding
from kodebenk.ui.reading.margin_layout import (
    BRACKET_LANES,
    CODING_ROOM,
    Bracket,
    BracketLanes,
    MarginRows,
    MoreRow,
    NameRow,
    arrange_margin,
)
from kodebenk.ui.reading.reading_layout import TEXT_INSET
from kodebenk.ui.reading.reading_page import PageSource
from kodebenk.ui.theme import Appearance

_LEFT = 16 - TEXT_INSET
_LANE = 11
_TICK = 5
_TO_NAMES = 10
_NAMES = 146
_NAMES_COMPACT = 128
_MARK_RADIUS = 4.6
_NAME_LEFT = 14
_STANCE_ROOM = 18
_COMMENT_ROOM = 16
_PILL_HEIGHT = 22
_RIGHT = 4


@dataclass(frozen=True, slots=True)
class MarginTarget:
    """Something that can be pointed at, and clicked where it stands for codings."""

    rect: QRectF
    codings: tuple[PlacedCoding, ...]
    tool_tip: str


class CodingMargin(QWidget):
    """Brackets and names of the codings on the screen.

    Signals:
        coding_clicked(int): The bracket or name of this coding was clicked. On "+2" the next hidden one each time.
        context_menu_requested(int, QPoint): The same with the right button, and where on the screen.
    """

    coding_clicked = Signal(int)
    context_menu_requested = Signal(int, QPoint)

    def __init__(self, parent: QWidget, appearance: Appearance, page_source: PageSource) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._page_source = page_source
        self._codings: CodingIndex | None = None
        self._lanes: BracketLanes | None = None
        self._selected: PlacedCoding | None = None
        self._generation = -1
        self._targets: list[MarginTarget] = []
        self._is_compact = False
        self._room = CODING_ROOM
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @staticmethod
    def width_when(compact: bool) -> int:
        """Return the least width in px."""
        return _LEFT + BRACKET_LANES * _LANE + (_NAMES_COMPACT if compact else _NAMES) + _RIGHT

    def show_codings(self, codings: CodingIndex) -> None:
        """Show these codings from now on."""
        self._codings = codings
        self._lanes = BracketLanes(codings, self._room)
        self._selected = None
        self.update()

    def forget(self, changed: list[PlacedCoding]) -> None:
        """Arrange the codings around these anew."""
        if self._lanes is not None:
            self._lanes.forget(changed)
        self.update()

    def select(self, selected: PlacedCoding | None) -> None:
        """Mark this coding, which may be dragged to another range than it has."""
        self._selected = selected
        self.update()

    def set_compact(self, compact: bool) -> None:
        self._is_compact = compact
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.width_when(self._is_compact), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._targets = []
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._appearance.theme.paper)
            rows = self._arrange()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for bracket in rows.brackets:
                self._paint_bracket(painter, bracket)
            names_left = self._names_left()
            for row in rows.names:
                if -_PILL_HEIGHT <= row.y <= self.height() + _PILL_HEIGHT:
                    self._paint_leader(painter, row, names_left)
                    self._paint_name(painter, row, names_left)
            for more in rows.more:
                self._paint_more(painter, more, names_left)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        target = self._target_at(event.position())
        if target is None or not target.codings:
            return
        coding = _next_of(target.codings, self._selected)
        if event.button() == Qt.MouseButton.LeftButton:
            self.coding_clicked.emit(coding.id)
        elif event.button() == Qt.MouseButton.RightButton:
            self.context_menu_requested.emit(coding.id, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            target = self._target_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), target.tool_tip if target is not None else "", self)
            return True
        return super().event(event)

    def _arrange(self) -> MarginRows:
        page = self._page_source()
        if page is None or self._codings is None or self._lanes is None:
            return MarginRows()
        if page.generation != self._generation:
            self._generation = page.generation
            self._lanes.clear()
        return arrange_margin(page, self._codings, self._lanes, self._selected, self._room)

    def _names_left(self) -> float:
        lanes = self._lanes.count if self._lanes is not None else 0
        return _LEFT + lanes * _LANE + _TO_NAMES

    def _target_at(self, place: QPointF) -> MarginTarget | None:
        for target in reversed(self._targets):
            if target.rect.contains(place):
                return target
        return None

    def _is_selected(self, placed: PlacedCoding) -> bool:
        return self._selected is not None and placed.id == self._selected.id

    def _paint_bracket(self, painter: QPainter, bracket: Bracket) -> None:
        span = bracket.placed.span
        x = _bracket_x(bracket)
        width = 3 if self._is_selected(bracket.placed) else 2
        painter.setPen(
            QPen(
                self._appearance.theme.code_color(span.slot),
                width,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.FlatCap,
                Qt.PenJoinStyle.MiterJoin,
            )
        )
        painter.setBrush(Qt.BrushStyle.NoBrush)
        top, bottom = max(bracket.top, -_TICK), min(bracket.bottom, self.height() + _TICK)
        corners = [QPointF(x - _TICK, top), QPointF(x, top), QPointF(x, bottom), QPointF(x - _TICK, bottom)]
        painter.drawPolyline(QPolygonF(corners))
        reach = QRectF(x - _LANE / 2 - 2, top, _LANE, bottom - top)
        self._targets.append(MarginTarget(reach, (bracket.placed,), span.name))

    def _paint_leader(self, painter: QPainter, row: NameRow, left: float) -> None:
        if not row.is_pushed:
            return
        y = row.bracket.top + 5
        painter.setPen(QPen(self._appearance.theme.line2, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = [QPointF(_bracket_x(row.bracket) + 4, y), QPointF(left - 9, y), QPointF(left - 4, row.y)]
        painter.drawPolyline(QPolygonF(points))

    def _paint_name(self, painter: QPainter, row: NameRow, left: float) -> None:
        theme = self._appearance.theme
        span = row.bracket.placed.span
        selected = self._is_selected(row.bracket.placed)
        font = ui_font(12, 600 if selected else 500)
        after = (_STANCE_ROOM if span.stance else 0) + (_COMMENT_ROOM if span.has_comment else 0)
        room = max(20.0, self.width() - _RIGHT - left - _NAME_LEFT - after - 10)
        width = min(room, text_width(span.name, font))
        marks = (20 if span.stance else 0) + (18 if span.has_comment else 0)
        pill = QRectF(left - 5, row.y - _PILL_HEIGHT / 2, _NAME_LEFT + width + marks + 10, _PILL_HEIGHT)
        if selected:
            draw_rounded_box(painter, pill, 6, theme.soft, theme.soft_line)
        draw_code_mark(painter, span.slot, QPointF(left + 4, row.y), _MARK_RADIUS, theme)
        ink = theme.on_soft if selected else theme.ink
        draw_text(painter, left + _NAME_LEFT, row.y, span.name, font, ink, room)
        x = left + _NAME_LEFT + width + 6
        if span.stance:
            draw_stance_mark(painter, span.stance, QPointF(x + 6.5, row.y), 5.6, theme)
            x += _STANCE_ROOM
        if span.has_comment:
            draw_icon(painter, "message-square", QRectF(x, row.y - 6, 12.5, 12.5), theme.ink3, 2)
        self._targets.append(MarginTarget(pill, (row.bracket.placed,), span.name))

    def _paint_more(self, painter: QPainter, more: MoreRow, left: float) -> None:
        words = f"+{len(more.hidden)}"
        font = ui_font(12, 600, tabular=True)
        draw_text(painter, left + _NAME_LEFT, more.y, words, font, self._appearance.theme.ink2)
        rect = QRectF(left - 5, more.y - _PILL_HEIGHT / 2, 60, _PILL_HEIGHT)
        self._targets.append(MarginTarget(rect, more.hidden, "\n".join(placed.span.name for placed in more.hidden)))


def _bracket_x(bracket: Bracket) -> float:
    return _LEFT + min(bracket.lane, BRACKET_LANES - 1) * _LANE + _TICK


def _next_of(codings: tuple[PlacedCoding, ...], selected: PlacedCoding | None) -> PlacedCoding:
    ids = [placed.id for placed in codings]
    if selected is not None and selected.id in ids:
        return codings[(ids.index(selected.id) + 1) % len(ids)]
    return codings[0]
