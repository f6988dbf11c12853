"""The heads of the lanes: who coded, as a badge with initials and the name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from kodebenk.ui.compare.lanes.compared_text import LaneRater
from kodebenk.ui.compare.lanes.lane_columns import LaneColumns, LaneDetail
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import Appearance, Theme

BADGE_SIDE = 22
"""Px of the diameter of a badge."""

_LEFT = 7
_NARROW_LEFT = 2
_TO_NAME = 5


class LaneHeads(QWidget):
    """Stands over the lanes; wide lanes have the name beside the badge."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._raters: Sequence[LaneRater] = ()
        self._columns: LaneColumns | None = None
        appearance.theme_changed.connect(self.update)

    def show_raters(self, raters: Sequence[LaneRater], columns: LaneColumns) -> None:
        """Show these raters over lanes of these widths; the widget takes the width of the lanes."""
        self._raters, self._columns = raters, columns
        self.setFixedWidth(len(raters) * columns.lane)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._columns is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for number, rater in enumerate(self._raters):
                self._paint_head(painter, rater, number * self._columns.lane, self._columns)

    def _paint_head(self, painter: QPainter, rater: LaneRater, left: int, columns: LaneColumns) -> None:
        theme, middle = self._appearance.theme, self.height() / 2
        side = min(float(scaled(BADGE_SIDE)), columns.lane - _NARROW_LEFT)
        with_name = columns.detail is LaneDetail.LETTERS
        x = left + (_LEFT if with_name else (columns.lane - side) / 2)
        draw_coder_badge(painter, x, middle, side, rater.initials, theme)
        if with_name:
            name_left = x + side + _TO_NAME
            room = left + columns.lane - name_left
            draw_text(painter, name_left, middle, rater.name, ui_font(13, 500), theme.ink, room)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._name_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _name_at(self, place: QPointF) -> str:
        lane = self._columns.lane if self._columns is not None else 0
        number = int(place.x() // lane) if lane else -1
        return self._raters[number].name if 0 <= number < len(self._raters) else ""


def draw_coder_badge(painter: QPainter, x: float, middle: float, side: float, initials: str, theme: Theme) -> None:
    """Draw the badge of a coder from `x` on, around a height; the smallest have smaller letters."""
    draw_rounded_box(painter, QRectF(x, middle - side / 2, side, side), side / 2, theme.raised, theme.ctl)
    font = ui_font(10, 600) if side >= scaled(BADGE_SIDE) else ui_font(8, 600)
    draw_text(painter, x, middle, initials, font, theme.ink2, side, Align.CENTER)
