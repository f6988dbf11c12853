"""A label of several lines with the line height of the design, which `QLabel` cannot set."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QWidget

_LINE_HEIGHT = 1.38
"""Of the size of the letters: 13 px text has lines of 18 px."""
_ORDINARY_LETTERS = 44
_SHORTEST_LETTERS = 8


class Paragraph(QLabel):
    """Plain text that breaks into lines; screen readers find a label."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = self._lines(width - margins.left() - margins.right()).lineCount()
        return max(1, lines) * self._line_height() + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        return self._hint(_ORDINARY_LETTERS)

    def minimumSizeHint(self) -> QSize:
        margins = self.contentsMargins()
        width = self._hint(_SHORTEST_LETTERS).width()
        return QSize(width, self._line_height() + margins.top() + margins.bottom())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        option = QStyleOption()
        option.initFrom(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        room = self.contentsRect()
        lines = self._lines(room.width())
        top = room.top()
        if not self.alignment() & Qt.AlignmentFlag.AlignTop:
            top += max(0, (room.height() - lines.lineCount() * self._line_height()) // 2)
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines.draw(painter, QPointF(room.left(), top))
        painter.end()

    def _hint(self, letters: int) -> QSize:
        metrics = self.fontMetrics()
        margins = self.contentsMargins()
        widest = max(metrics.horizontalAdvance(one) for one in self.text().split("\n")) + 1
        width = min(widest, letters * metrics.averageCharWidth()) + margins.left() + margins.right()
        return QSize(width, self.heightForWidth(width))

    def _line_height(self) -> int:
        return max(round(self.fontInfo().pixelSize() * _LINE_HEIGHT), self.fontMetrics().height())

    def _lines(self, width: int) -> QTextLayout:
        layout = QTextLayout(self.text().replace("\n", "\N{LINE SEPARATOR}"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        height = self._line_height()
        layout.beginLayout()
        top = (height - self.fontMetrics().height()) / 2
        line = layout.createLine()
        while line.isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += height
            line = layout.createLine()
        layout.endLayout()
        return layout
