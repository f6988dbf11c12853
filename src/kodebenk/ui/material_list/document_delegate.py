"""Paints a row of the document list: kind, name, pages and codings, progress."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.material_list.document_model import DocumentRole, percent
from kodebenk.ui.painting.grounds import draw_progress_bar
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Appearance

_ROW = 45
_GROUP = 30
_ICON = 15
_PROGRESS_WIDTH = 46
_RIGHT = 16
_BAR = 32
Index = QModelIndex | QPersistentModelIndex


class DocumentDelegate(QStyledItemDelegate):
    """Groups with their count; documents with name and facts in two lines."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        is_group = index.data(DocumentRole.DOCUMENT_ID) is None
        return QSize(scaled(120), scaled(_GROUP if is_group else _ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.data(DocumentRole.DOCUMENT_ID) is None:
            self._paint_group(painter, option.rect, index)
        else:
            self._paint_document(painter, option, index)

    def _paint_group(self, painter: QPainter, rect: QRect, index: Index) -> None:
        theme = self._appearance.theme
        middle = rect.center().y() + 1
        name = str(index.data())
        advance = draw_text(painter, rect.left(), middle, name, ui_font(12, 600), theme.ink2)
        count_font = ui_font(11.5, tabular=True)
        draw_text(
            painter, rect.left() + advance + 6, middle, str(index.data(DocumentRole.COUNT)), count_font, theme.ink3
        )

    def _paint_document(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._appearance.theme
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        icon = QRectF(rect.left() - scaled(21), rect.top() + scaled(6), scaled(_ICON), scaled(_ICON))
        draw_icon(painter, str(index.data(DocumentRole.KIND_ICON)), icon, theme.on_soft if selected else theme.ink3)
        left = rect.left() + scaled(2)
        share = float(index.data(DocumentRole.PROGRESS))
        room = rect.right() - scaled(_RIGHT) - self._progress_width(share) - left - scaled(5)
        first, second = rect.top() + scaled(14), rect.top() + scaled(31)
        name_ink, fact_ink = (theme.on_soft, theme.ink2) if selected else (theme.ink, theme.ink3)
        draw_text(painter, left, first, str(index.data()), ui_font(12.5, 600 if selected else 500), name_ink, room)
        facts = str(index.data(DocumentRole.FACTS))
        draw_text(painter, left, second, facts, ui_font(11.5, tabular=True), fact_ink, room)
        self._paint_progress(painter, rect, share)

    def _progress_width(self, share: float) -> float:
        if 0 < share < 1:
            return max(float(scaled(_BAR)), text_width(percent(share), ui_font(11.5, 600, tabular=True)))
        return scaled(16)

    def _paint_progress(self, painter: QPainter, rect: QRect, share: float) -> None:
        theme = self._appearance.theme
        right = rect.right() - scaled(_RIGHT)
        side = scaled(16)
        if 0 < share < 1:
            font = ui_font(11.5, 600, tabular=True)
            left = right - scaled(_PROGRESS_WIDTH)
            middle = rect.top() + scaled(14)
            draw_text(painter, left, middle, percent(share), font, theme.ink2, scaled(_PROGRESS_WIDTH), Align.RIGHT)
            bar = QRectF(right - scaled(_BAR), rect.top() + scaled(29), scaled(_BAR), scaled(4))
            draw_progress_bar(painter, bar, share, theme)
            return
        name, color = ("circle-check", theme.ok) if share >= 1 else ("circle-dashed", theme.ink3)
        draw_icon(painter, name, QRectF(right - side, rect.top() + scaled(6), side, side), color)
