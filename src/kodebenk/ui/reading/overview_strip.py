"""The narrow strip right of the text: where codings lie in the whole document, and which part is on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.reading.coding_index import CodingIndex
from kodebenk.ui.theme import Appearance

STRIP_WIDTH = 12
"""8 px for the marks, the rest for the line beside it."""

_MARK_LEFT = 3
_MARK_WIDTH = 5
_SMALLEST_MARK = 2
_SMALLEST_VIEW = 24
_VIEW_OPACITY = 28
_REFRESH_MS = 30


class OverviewStrip(QWidget):
    """Shows and moves the place in the document.

    Signals:
        place_requested(float): The middle of the screen should come here, 0 to 1 of the text.
    """

    place_requested = Signal(float)

    def __init__(self, parent: QWidget, appearance: Appearance) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._codings: CodingIndex | None = None
        self._length = 1
        self._visible = (0.0, 1.0)
        self._marks: QPixmap | None = None
        self._refresh = QTimer(self)
        self._refresh.setSingleShot(True)
        self._refresh.setInterval(_REFRESH_MS)
        self._refresh.timeout.connect(self._on_refresh)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def show_codings(self, codings: CodingIndex, length: int) -> None:
        """Show these codings of a text of `length` UTF-16 units."""
        self._codings = codings
        self._length = max(1, length)
        self.refresh()

    @property
    def visible_share(self) -> tuple[float, float]:
        """Return first and last place on the screen, 0 to 1 of the text."""
        return self._visible

    def set_visible_share(self, start: float, end: float) -> None:
        """Move the frame that shows the visible part, 0 to 1 of the text."""
        if (start, end) != self._visible:
            self._visible = (start, end)
            self.update()

    def refresh(self) -> None:
        """Draw the marks again soon; they need not be exact while codings come and go."""
        self._refresh.start()

    def sizeHint(self) -> QSize:
        return QSize(STRIP_WIDTH, 0)

    @Slot()
    def _on_refresh(self) -> None:
        self._marks = None
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._marks = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._marks is None:
            self._marks = self._draw_marks()
        theme = self._appearance.theme
        with QPainter(self) as painter:
            painter.setClipRect(event.rect())
            painter.drawPixmap(0, 0, self._marks)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            fill = QColor(theme.ink)
            fill.setAlpha(_VIEW_OPACITY)
            draw_rounded_box(painter, self._view_frame(), 3, fill, theme.ink3)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ask_for(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._ask_for(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _ask_for(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.place_requested.emit(min(1.0, max(0.0, event.position().y() / max(1, self.height()))))

    def _view_frame(self) -> QRectF:
        top = self._visible[0] * self.height()
        height = max(_SMALLEST_VIEW, (self._visible[1] - self._visible[0]) * self.height())
        top = max(0.0, min(top, self.height() - height))
        return QRectF(_MARK_LEFT - 1.5, top, _MARK_WIDTH + 3, height)

    def _draw_marks(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        theme = self._appearance.theme
        pixmap.fill(theme.paper)
        with QPainter(pixmap) as painter:
            painter.fillRect(QRectF(0, 0, 1, self.height()), theme.line)
            for top, height, slot in self._runs():
                painter.fillRect(QRectF(_MARK_LEFT, top, _MARK_WIDTH, height), theme.code_color(slot))
        return pixmap

    def _runs(self) -> Sequence[tuple[int, int, int]]:
        """Return top, height and code slot of every run of rows; where codings share a row the shortest shows."""
        if self._codings is None:
            return []
        rows = [0] * (self.height() + _SMALLEST_MARK)
        scale = self.height() / self._length
        for placed in sorted(self._codings, key=lambda coding: coding.start - coding.end):
            top = int(placed.start * scale)
            bottom = max(top + _SMALLEST_MARK, int(placed.end * scale))
            slot = placed.span.slot
            for row in range(top, min(bottom, len(rows))):
                rows[row] = slot
        return _join_rows(rows)


def _join_rows(rows: Sequence[int]) -> list[tuple[int, int, int]]:
    runs: list[tuple[int, int, int]] = []
    start = 0
    for row in range(1, len(rows) + 1):
        if row == len(rows) or rows[row] != rows[start]:
            if rows[start]:
                runs.append((start, row - start, rows[start]))
            start = row
    return runs
