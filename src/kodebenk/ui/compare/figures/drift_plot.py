"""Draws alpha point by point, with intervals and guides; arrows go from point to point."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from kodebenk.ui.compare.cell_scale import CellScale, cell_scale
from kodebenk.ui.compare.figures import figure_numbers as numbers
from kodebenk.ui.compare.figures.drift_grid import PlotPoint
from kodebenk.ui.compare.figures.figure_cells import Whisker
from kodebenk.ui.compare.figures.whisker import GUIDES, Axis, axis_for, draw_dot, guide_pen, is_open
from kodebenk.ui.fonts import scaled
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.grounds import draw_focus_ring
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import Appearance, Theme

_HEIGHT = 196
_POINT = 52
_NARROW_POINT = 26
"""Of many documents, of which not every value can be written beside its point."""
_MANY = 12
_LEFT, _TOP, _RIGHT, _BOTTOM = 44, 22, 14, 30
_TICK = 4
_TREND = 10
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DriftPlot(QWidget):
    """Points from left to right. Left, Right, Home and End move, Enter and a click open the passages of a point.

    Signals:
        point_chosen(int): the user wants to see what a point rests on.
        current_changed(int): another point is current.
    """

    point_chosen = Signal(int)
    current_changed = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._points: tuple[PlotPoint, ...] = ()
        self._joined = False
        self._current = -1
        self._axis = Axis(0.0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("focus_ring", False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        appearance.theme_changed.connect(self._on_theme_changed)
        appearance.scale_changed.connect(self._on_scale_changed)

    def show_points(self, points: Sequence[PlotPoint], *, joined: bool) -> None:
        """Show points; `joined` draws a line through those that follow each other in time."""
        same = [one.label for one in points] == [one.label for one in self._points]
        self._points, self._joined = tuple(points), joined
        lines = [Whisker(value) for one in points for value in (one.ground, one.trend)]
        self._axis = axis_for([*(one.whisker for one in points), *lines])
        self._move_to(self._current if same else -1)
        self._widen()
        self.update()

    def _widen(self) -> None:
        pitch = _POINT if len(self._points) < _MANY else _NARROW_POINT
        self.setMinimumWidth(self._scale.px(_LEFT + _RIGHT) + len(self._points) * self._scale.px(pitch))

    @property
    def _scale(self) -> CellScale:
        return cell_scale(self._appearance)

    @property
    def points(self) -> tuple[PlotPoint, ...]:
        return self._points

    @property
    def current(self) -> int:
        """The point that keys act on; -1 for none."""
        return self._current

    def sizeHint(self) -> QSize:
        return QSize(scaled(380), self._scale.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self._scale.px(_HEIGHT))

    def center_of(self, number: int) -> QPointF:
        """Return where a point is drawn, or where it would stand if it had a value."""
        area = self._area()
        value = self._points[number].whisker.value
        share = self._axis.share(value) if value is not None else 0.0
        x = area.left() + (number + 0.5) * area.width() / len(self._points)
        return QPointF(x, area.bottom() - share * area.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._points) - 1
        steps = {
            Qt.Key.Key_Left: max(0, self._current - 1),
            Qt.Key.Key_Right: min(last, self._current + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last < 0 or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif event.key() in _ENTER and self._current >= 0:
            self.point_chosen.emit(self._current)
        elif event.key() in steps:
            self._move_to(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._current < 0 and self._points:
            self._move_to(0)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        at = self._point_at(event.position())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._move_to(at)
            self.point_chosen.emit(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = self._point_at(event.position())
        opens = at >= 0 and self._points[at].opens is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._point_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._points[at].spoken if at >= 0 else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._appearance.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), theme.panel)
        if self._points:
            self._paint_axis(painter, theme)
            self._paint_ground(painter, theme)
            self._paint_line(painter, theme)
            self._paint_trend(painter, theme)
            for number in range(len(self._points)):
                self._paint_point(painter, number, theme)
        painter.end()

    def _area(self) -> QRectF:
        return QRectF(self.rect()).adjusted(
            self._scale.px(_LEFT), self._scale.px(_TOP), -self._scale.px(_RIGHT), -self._scale.px(_BOTTOM)
        )

    def _point_at(self, position: QPointF) -> int:
        area = self._area()
        if not self._points or not area.left() <= position.x() < area.right():
            return -1
        return int((position.x() - area.left()) * len(self._points) / area.width())

    def _move_to(self, number: int) -> None:
        if self._points and 0 <= number < len(self._points):
            self.setAccessibleDescription(self._points[number].spoken)
        else:
            number = -1
            self.setAccessibleDescription("")
        self._current = number
        self.update()
        self.current_changed.emit(number)

    def _y(self, value: float) -> float:
        area = self._area()
        return area.bottom() - self._axis.share(value) * area.height()

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        area = self._area()
        for value in (1.0, self._axis.start):
            painter.setPen(QPen(theme.line2, 1))
            painter.drawLine(QLineF(area.left(), self._y(value), area.right(), self._y(value)))
        for guide in GUIDES:
            painter.setPen(guide_pen(theme))
            painter.drawLine(QLineF(area.left(), self._y(guide), area.right(), self._y(guide)))
        for value in (1.0, *GUIDES, self._axis.start):
            shown, font = numbers.coefficient(value), self._scale.font(11, tabular=True)
            draw_text(painter, 0, self._y(value), shown, font, theme.ink3, area.left() - self._scale.px(6), Align.RIGHT)

    def _paint_ground(self, painter: QPainter, theme: Theme) -> None:
        """Draw the values for all codes behind those of one code."""
        painter.setPen(QPen(theme.ctl, 1.2))
        places = [
            None if point.ground is None else QPointF(self.center_of(at).x(), self._y(point.ground))
            for at, point in enumerate(self._points)
        ]
        if self._joined:
            for one, other in pairwise(places):
                if one is not None and other is not None:
                    painter.drawLine(one, other)
        painter.setBrush(theme.ctl)
        for place in places:
            if place is not None:
                painter.drawEllipse(place, self._scale.px(2), self._scale.px(2))

    def _paint_line(self, painter: QPainter, theme: Theme) -> None:
        if not self._joined:
            return
        painter.setPen(QPen(theme.accent, 1.4))
        for at, (one, other) in enumerate(pairwise(self._points)):
            if one.whisker.value is not None and other.whisker.value is not None:
                painter.drawLine(self.center_of(at), self.center_of(at + 1))

    def _paint_trend(self, painter: QPainter, theme: Theme) -> None:
        """Draw the line that runs beside the points; where one has no value there it breaks off."""
        painter.setPen(QPen(theme.accent, 2.2))
        places = [
            None if point.trend is None else QPointF(self.center_of(at).x(), self._y(point.trend))
            for at, point in enumerate(self._points)
        ]
        for one, other in pairwise(places):
            if one is not None and other is not None:
                painter.drawLine(one, other)
        known = [one for one in places if one is not None]
        if len(known) == 1:  # of three documents: a line of one place would not be seen
            painter.drawLine(
                known[0] - QPointF(self._scale.px(_TREND), 0), known[0] + QPointF(self._scale.px(_TREND), 0)
            )

    def _paint_point(self, painter: QPainter, number: int, theme: Theme) -> None:
        point, center, area = self._points[number], self.center_of(number), self._area()
        width = area.width() / len(self._points)
        column = QRectF(
            center.x() - width / 2, area.top() - self._scale.px(_TOP - 4), width, self.height() - self._scale.px(8)
        )
        ink = theme.ink3 if point.whisker.value is None else theme.ink
        middle = self.height() - self._scale.px(_BOTTOM) / 2
        draw_text(painter, column.left() + 2, middle, point.label, self._scale.font(12), ink, width - 4, Align.CENTER)
        if point.whisker.value is None:
            side = self._scale.px(14)
            place = QRectF(center.x() - side / 2, area.center().y() - side / 2, side, side)
            draw_icon(painter, "circle-dashed", place, theme.ink3)
        else:
            self._paint_value(painter, point.whisker, point.whisker.value, center, theme)
        if number == self._current and self.hasFocus():
            draw_focus_ring(painter, column.adjusted(2, 0, -2, 0), theme, 5, gap=-2)

    def _paint_value(self, painter: QPainter, whisker: Whisker, value: float, center: QPointF, theme: Theme) -> None:
        if whisker.low is not None and whisker.high is not None:
            painter.setPen(QPen(theme.ink2, 1.5))
            low, high, tick = self._y(whisker.low), self._y(whisker.high), self._scale.px(_TICK)
            painter.drawLine(QLineF(center.x(), low, center.x(), high))
            for y in (low, high):
                painter.drawLine(QLineF(center.x() - tick, y, center.x() + tick, y))
        draw_dot(painter, center, theme, hollow=is_open(value), scale=self._scale.factor)
        if self._area().width() / len(self._points) >= self._scale.px(_POINT) - 1:
            font = self._scale.font(12, 600, tabular=True)
            draw_text(painter, center.x() + self._scale.px(8), center.y(), numbers.coefficient(value), font, theme.ink)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()

    @Slot()
    def _on_scale_changed(self) -> None:
        self._widen()
        self.updateGeometry()
        self.update()
