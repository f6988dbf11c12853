"""Paints a row of the list of differences: disc, citation, code and class, and what differs below."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.ui.compare.cell_scale import CellScale, cell_scale
from kodebenk.ui.compare.differences.difference_model import DifferenceModel, DifferenceRole, Index
from kodebenk.ui.compare.differences.difference_rows import DifferenceRow
from kodebenk.ui.compare.differences.difference_words import CLASS_ICONS, class_name
from kodebenk.ui.compare.lanes.place_disc import DISC_SIDE, draw_place_disc
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.chips import draw_citation_chip
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_rounded_box
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance

ROW_HEIGHT = 44
_SIDE = 14
_DISC_GAP = 8
_FIRST = 14
_SECOND = 32
_ICON = 15
_MARK = 5
_WORDS_FROM = 320
"""Rows that are narrower have the icon of the class alone, so that the names of codes are not cut."""


class DifferenceDelegate(QStyledItemDelegate):
    """Rows of 44 px at the ordinary scale."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        scale = cell_scale(self._appearance)
        return QSize(scale.px(200), scale.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: DifferenceRow = index.data(DifferenceRole.ROW)
        model = index.model()
        assert isinstance(model, DifferenceModel)
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        scale = cell_scale(self._appearance)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._paint_ground(painter, rect, option, is_last=index.row() == len(model.rows) - 1)
        self._paint_disc(painter, rect, row, is_current=selected)
        left = rect.left() + scale.px(_SIDE + DISC_SIDE + _DISC_GAP)
        right = rect.right() - scale.px(_SIDE)
        self._paint_first(painter, rect.top() + scale.px(_FIRST), left, right, row, model, selected=selected)
        ink = self._appearance.theme.on_soft if selected else self._appearance.theme.ink2
        sentence = str(index.data(DifferenceRole.SENTENCE))
        draw_text(painter, left, rect.top() + scale.px(_SECOND), sentence, scale.font(12), ink, right - left)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem, *, is_last: bool) -> None:
        theme, scale = self._appearance.theme, cell_scale(self._appearance)
        inner = rect.adjusted(scale.px(6), 1, -scale.px(6), -1)
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
            line = QRectF(rect.left() + scale.px(_SIDE), rect.bottom() - 1, rect.width() - 2 * scale.px(_SIDE), 1)
            painter.fillRect(line, theme.line)

    def _paint_disc(self, painter: QPainter, rect: QRectF, row: DifferenceRow, *, is_current: bool) -> None:
        if row.shown is None or not row.number:
            return
        scale = cell_scale(self._appearance)
        center = QPointF(rect.left() + scale.px(_SIDE + DISC_SIDE / 2), rect.center().y())
        draw_place_disc(painter, center, row.shown, self._appearance.theme, is_current=is_current, scale=scale.factor)

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
        theme, scale = self._appearance.theme, cell_scale(self._appearance)
        ink = theme.on_soft if selected else theme.ink2
        word = class_name(row.place.kind) if right - left > scale.px(_WORDS_FROM - 2 * _SIDE - DISC_SIDE) else ""
        right = _paint_class(painter, right, middle, row.place.kind, word, ink, scale) - scale.px(10)
        if row.place.citation:
            chip = draw_citation_chip(painter, left, middle, row.place.citation, theme, scale=scale.factor)
            left = chip.right() + scale.px(9)
        path = model.teller.tell(row.place).path
        code = model.teller.code(path)
        if code is not None:
            center = QPointF(left + scale.px(_MARK), middle)
            draw_code_mark(painter, code.slot, center, _MARK * scale.factor, theme)
        left += scale.px(2 * _MARK + 7)
        ink = theme.on_soft if selected else theme.ink
        draw_text(painter, left, middle, model.teller.name(path), scale.font(13, 600), ink, max(0.0, right - left))


def _paint_class(
    painter: QPainter, right: float, middle: float, kind: DisagreementClass, word: str, ink: QColor, scale: CellScale
) -> float:
    """Paint icon and word of a class and return where they begin."""
    left = right
    if word:
        font = scale.font(12, 600)
        left -= text_width(word, font)
        draw_text(painter, left, middle, word, font, ink)
        left -= scale.px(6)
    side = scale.px(_ICON)
    left -= side
    draw_icon(painter, CLASS_ICONS[kind], QRectF(left, middle - side / 2, side, side), ink)
    return left
