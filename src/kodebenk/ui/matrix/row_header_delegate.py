"""Paints the first column of the matrix: who each row is, and the heads of bands."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kodebenk.analysis.theme_matrix import MatrixRow
from kodebenk.domain.matrix import RowKind
from kodebenk.ui.fonts import cell_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.matrix_model import LINE_ROLE, BandLine, CellLine, MatrixModel
from kodebenk.ui.matrix.text_wrap import TextFace, wrap_text
from kodebenk.ui.painting.chips import draw_respondent_badge, respondent_badge_width
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.theme import Appearance

_LEFT = 12
_MOST_NAME_LINES = 2


class RowHeaderDelegate(QStyledItemDelegate):
    """Paints badges, roles and band heads."""

    def __init__(self, appearance: Appearance, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return nothing useful: the view sets heights and widths itself."""
        return QSize(0, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        line = index.data(LINE_ROLE)
        model = index.model()
        if not isinstance(model, MatrixModel) or model.matrix is None:
            return
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, BandLine):
            self._paint_band(painter, rect, model, line)
        elif isinstance(line, CellLine):
            self._paint_row(painter, rect, model.matrix.rows[line.row])
        painter.restore()

    def _paint_band(self, painter: QPainter, rect: QRectF, model: MatrixModel, line: BandLine) -> None:
        theme = self._appearance.theme
        scale = self._appearance.scale
        matrix = model.matrix
        if matrix is None:
            return
        band = matrix.bands[line.index]
        painter.fillRect(rect, theme.sunken)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)
        center = rect.center().y()
        icon = "chevron-down" if line.is_open else "chevron-right"
        draw_icon(painter, icon, QRectF(rect.left() + 8, center - 6, 12, 12), theme.ink3)
        left = rect.left() + 25
        number = str(len(band.row_indexes))
        room = rect.width() - 25 - (14 + 8 * len(number)) * scale
        advance = draw_text(
            painter, left, center, words.band_title(band, matrix), cell_font(12 * scale, 600), theme.ink2, room
        )
        number_font = cell_font(11.5 * scale, tabular=True)
        draw_text(painter, left + advance + 7, center, number, number_font, theme.ink3)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: MatrixRow) -> None:
        theme = self._appearance.theme
        scale = self._appearance.scale
        painter.fillRect(rect, theme.panel)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), theme.line2)
        left = rect.left() + _LEFT
        room = rect.width() - _LEFT - 10
        label = words.row_label(row)
        top = rect.top()
        if row.group is None and respondent_badge_width(label, scale) <= room:
            draw_respondent_badge(painter, left, top + 19.5 * scale, label, theme, scale=scale)
            y = top + 43 * scale
        else:
            y = self._paint_lines(painter, left, top + 19 * scale, label, room, 600) + 2 * scale
        if row.group is not None:
            count = words.count_rows(RowKind.RESPONDENTS, row.members)
            draw_text(painter, left, y, count, cell_font(11.5 * scale, tabular=True), theme.ink3, room)
            return
        if row.title:
            y = self._paint_lines(painter, left, y, row.title, room, 500)
        draw_text(painter, left, y, row.subtitle, cell_font(11.5 * scale, tabular=True), theme.ink3, room)

    def _paint_lines(self, painter: QPainter, left: float, y: float, name: str, room: float, weight: int) -> float:
        scale = self._appearance.scale
        face = TextFace(cell_font(12.5 * scale, weight))
        for pieces in wrap_text([(name, False)], face, room, _MOST_NAME_LINES):
            for one in pieces:
                draw_text(painter, left + one.x, y, one.text, face.font, self._appearance.theme.ink)
            y += 17 * scale
        return y
