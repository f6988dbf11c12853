"""A combo box that elides what does not fit."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_TEXT_INSET = 2
_ICON_GAP = 4
_SHORTEST_LETTERS = 8


class ChoiceBox(QComboBox):
    """A combo box whose text elides at the end where the field is narrow; the tool tip then has the whole.

    WORKAROUND(PySide6 6.x): Qt cuts such texts in the middle of a letter.
    """

    def minimumSizeHint(self) -> QSize:
        """Return a width that leaves room for a few letters, however long the choices are."""
        hint = super().minimumSizeHint()
        shortest = self.fontMetrics().averageCharWidth() * _SHORTEST_LETTERS + hint.height()
        return QSize(min(hint.width(), shortest), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEditable():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        if self.currentIndex() < 0:
            option.palette.setBrush(QPalette.ColorRole.ButtonText, option.palette.placeholderText())
            option.currentText = self.placeholderText()
        whole = self.currentText()
        option.currentText = self._fitting(option)
        self.setToolTip(whole if option.currentText not in ("", whole) else "")
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width() - _TEXT_INSET
        if not option.currentIcon.isNull():
            room -= option.iconSize.width() + _ICON_GAP
        text: str = option.currentText
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)
