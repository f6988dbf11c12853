"""A check box that elides its words at the end and then has the whole in its tool tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from kodebenk.ui.fonts import scaled

_SHORTEST = 64


class ElidedCheckBox(QCheckBox):
    """One line of plain text, never wider than there is room; screen readers always get the whole."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show another text; "&" is a letter of it."""
        self._whole = text
        self.setAccessibleName(text)
        self._fit()
        self.updateGeometry()

    @property
    def whole_text(self) -> str:
        """Return the text, elided or not."""
        return self._whole

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + self._beside(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(scaled(_SHORTEST), self.sizeHint().width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self._beside()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(self._whole if shown != self._whole else "")

    def _beside(self) -> int:
        """Return the width of the mark and the gap behind it (px)."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        mark = self.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, option, self)
        gap = self.style().pixelMetric(QStyle.PixelMetric.PM_CheckBoxLabelSpacing, option, self)
        return mark + gap + 4
