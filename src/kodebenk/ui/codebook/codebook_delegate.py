"""Paints and edits a row of the codebook: mark, name, count, key cap."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kodebenk.ui.codebook.codebook_model import CodeRole
from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.painting.chips import draw_key_cap
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance

_ROW = 26
_MARK = 5.0
_NAME_AFTER_MARK = 14
_COUNT_RIGHT = 48
_KEY_RIGHT = 34
Index = QModelIndex | QPersistentModelIndex


class CodebookDelegate(QStyledItemDelegate):
    """Rows of the codebook; themes stand without colour."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(120), scaled(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._appearance.theme
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        heading = bool(index.data(CodeRole.IS_HEADING))
        middle = rect.center().y() + 1
        ink = theme.on_soft if selected else theme.ink2 if heading else theme.ink
        left = rect.left()
        if not heading:
            radius = _MARK * interface_scale()
            draw_code_mark(painter, index.data(CodeRole.SLOT), QPointF(left - scaled(4), middle), radius, theme)
            left += scaled(_NAME_AFTER_MARK - 4)
        font = ui_font(12.5, 600) if heading else ui_font(13, 600 if selected else 400)
        count = str(index.data(CodeRole.COUNT))
        count_font = ui_font(12 if heading else 12.5, 500 if heading else 400, tabular=True)
        count_left = rect.right() - scaled(_COUNT_RIGHT) - text_width(count, count_font)
        draw_text(painter, left, middle, str(index.data()), font, ink, count_left - left - scaled(6))
        count_ink = theme.on_soft if selected else theme.ink3 if heading else theme.ink2
        draw_text(painter, count_left, middle, count, count_font, count_ink)
        self._draw_key(painter, rect, middle, str(index.data(CodeRole.KEY) or ""))

    def _draw_key(self, painter: QPainter, rect: QRect, middle: float, key: str) -> None:
        if key:
            left = rect.right() - scaled(_KEY_RIGHT)
            draw_key_cap(painter, left, middle, key, self._appearance.theme, scale=interface_scale())

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setProperty("inline", True)
        editor.setStyleSheet("QLineEdit { min-height: 0; padding: 0 4px; border-radius: 4px; }")
        editor.setAccessibleName(self.tr("Name of the code"))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
        editor.selectAll()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(scaled(4), 1, -scaled(8), -1))
