"""Paints a row of the list of differences: disc, citation, code and class, and what differs below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kodebenk.ui.compare.differences.difference_model import DifferenceModel, DifferenceRole, Index
from kodebenk.ui.compare.differences.difference_rows import DifferenceRow
from kodebenk.ui.compare.differences.difference_words import CLASS_ICONS, class_name
from kodebenk.ui.compare.lanes.place_disc import DISC_SIDE, draw_place_disc
from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.chips import draw_citation_chip
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_rounded_box
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

ROW_HEIGHT = 44
_SIDE = 14
_DISC_GAP = 8
_FIRST = 14
_SECOND = 32
_ICON = 15
_MARK = 5


class DifferenceDelegate(QStyledItemDelegate):
    """Rows of 44 px."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(200), scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DifferenceRow = index.data(DifferenceRole.ROW)
        model = index.model()
        assert isinstance(model, DifferenceModel)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, option, is_last=index.row() == len(model.rows) - 1)
        self._paint_disc(painter, rect, row, is_current=selected)
        left = rect.left() + scaled(_SIDE + DISC_SIDE + _DISC_GAP)
        right = rect.right() - scaled(_SIDE)
        self._paint_first(painter, rect.top() + scaled(_FIRST), left, right, row, model, selected=selected)
        ink = self._appearance.theme.on_soft if selected else self._appearance.theme.ink2
        sentence = str(index.data(DifferenceRole.SENTENCE))
        draw_text(painter, left, rect.top() + scaled(_SECOND), sentence, ui_font(12), ink, right - left)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, is_last: bool) -> None:
        theme = self._appearance.theme
        inner = rect.adjusted(scaled(6), 1, -scaled(6), -1)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_rounded_box(painter, inner, 7, theme.soft, theme.soft_line)
            bar = QRectF(inner.left(), inner.top() + 9, 3, inner.height() - 18)
            draw_rounded_box(painter, bar, 1.5, theme.accent)
            if option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus_ring(painter, inner, theme, 7, gap=-2)
            return
        if option.state & QStyle.StateFlag.State_MouseOver:
            draw_rounded_box(painter, inner, 7, theme.hover)
        if not is_last:
            line = QRectF(rect.left() + scaled(_SIDE), rect.bottom() - 1, rect.width() - 2 * scaled(_SIDE), 1)
            painter.fillRect(line, theme.line)

    def _paint_disc(self, painter: QPainter, rect: QRectF, row: DifferenceRow, *, is_current: bool) -> None:
        if row.shown is None or not row.number:
            return
        center = QPointF(rect.left() + scaled(_SIDE + DISC_SIDE / 2), rect.center().y())
        draw_place_disc(painter, center, row.shown, self._appearance.theme, is_current=is_current)

    def _paint_first(
        self,
        painter: QPainter,
        middle: float,
        left: float,
        right: float,
        row: DifferenceRow,
        model: DifferenceModel,
        *,
        selected: bool,
    ) -> None:
        theme = self._appearance.theme
        right = self._paint_class(painter, right, middle, row, theme, selected=selected) - scaled(10)
        if row.place.citation:
            chip = draw_citation_chip(painter, left, middle, row.place.citation, theme, scale=interface_scale())
            left = chip.right() + scaled(9)
        path = model.teller.tell(row.place).path
        code = model.teller.code(path)
        if code is not None:
            center = QPointF(left + scaled(_MARK), middle)
            draw_code_mark(painter, code.slot, center, _MARK * interface_scale(), theme)
        left += scaled(2 * _MARK + 7)
        ink = theme.on_soft if selected else theme.ink
        draw_text(painter, left, middle, model.teller.name(path), ui_font(13, 600), ink, max(0.0, right - left))

    def _paint_class(
        self, painter: QPainter, right: float, middle: float, row: DifferenceRow, theme: Theme, *, selected: bool
    ) -> float:
        """Paint icon and word of the class and return where they begin."""
        font = ui_font(12, 600)
        word = class_name(row.place.kind)
        ink = theme.on_soft if selected else theme.ink2
        left = right - text_width(word, font)
        draw_text(painter, left, middle, word, font, ink)
        side = scaled(_ICON)
        left -= side + scaled(6)
        draw_icon(painter, CLASS_ICONS[row.place.kind], QRectF(left, middle - side / 2, side, side), ink)
        return left
