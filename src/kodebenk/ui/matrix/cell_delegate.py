"""Paints the cells of the matrix in all their states, and the counts in band lines."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from kodebenk.analysis.theme_matrix import BandCount
from kodebenk.domain.matrix import UNCODED, CellState
from kodebenk.ui.fonts import cell_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.cell_layout import STATE_ICONS, CellLayout, PlacedText, Voice, center_in
from kodebenk.ui.matrix.layout_cache import LayoutCache
from kodebenk.ui.matrix.matrix_model import LINE_ROLE, BandLine, CellLine, MatrixModel
from kodebenk.ui.painting.chips import ChipState, draw_citation_chip, draw_history_chip
from kodebenk.ui.painting.grounds import draw_dashed_box, draw_focus_ring, draw_hatching
from kodebenk.ui.painting.stance_mark import draw_stance_mark
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

BAND_HEIGHT = 25
_VOICE_ROLES = {
    Voice.SUMMARY: "ink",
    Voice.QUOTE: "ink",
    Voice.STATE: "ink2",
    Voice.REASON: "ink2",
    Voice.NOTICE: "ink3",
    Voice.COUNT: "ink",
    Voice.LINK: "accent",
}


class CellDelegate(QStyledItemDelegate):
    """Paints from the layouts that the view keeps; row heights follow from the same layouts."""

    def __init__(self, appearance: Appearance, layouts: LayoutCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._layouts = layouts
        self.current = QPersistentModelIndex()
        self.pointed_chip: tuple[int, int, int] | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return nothing useful: the view sets heights and widths itself."""
        return QSize(0, 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = QRectF(option.rect)
        painter.save()
        painter.setClipRect(rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = index.data(LINE_ROLE)
        if isinstance(line, BandLine):
            self._paint_band(painter, rect, index)
        elif isinstance(line, CellLine):
            self._paint_cell(painter, rect, index, line)
        if self.current == index:
            draw_focus_ring(painter, rect.adjusted(0, 0, -1, -1), self._appearance.theme, radius=5, gap=-3)
        painter.restore()

    def _paint_band(self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex) -> None:
        theme = self._appearance.theme
        painter.fillRect(rect, theme.sunken)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)
        model = index.model()
        band = model.band(index) if isinstance(model, MatrixModel) else None
        if band is not None:
            draw_band_count(painter, rect, band.counts[index.column() - 1], theme, self._appearance.scale)

    def _paint_cell(
        self, painter: QPainter, rect: QRectF, index: QModelIndex | QPersistentModelIndex, line: CellLine
    ) -> None:
        theme = self._appearance.theme
        column = index.column() - 1
        layout = self._layouts.layout(line.row, column)
        pointed = None
        if self.pointed_chip is not None and self.pointed_chip[:2] == (line.row, column):
            pointed = self.pointed_chip[2]
        draw_ground(painter, rect, layout, theme)
        painter.translate(rect.topLeft())
        draw_layout(painter, layout, rect.height(), self._layouts, theme, pointed)
        painter.translate(-rect.topLeft())
        painter.fillRect(QRectF(rect.right() - 1, rect.top(), 1, rect.height()), theme.line)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)


def draw_ground(painter: QPainter, rect: QRectF, layout: CellLayout, theme: Theme) -> None:
    """Draw what a state looks like from afar: sunken, hatched, dashed or plain."""
    inner = rect.adjusted(0, 0, -1, -1)
    painter.fillRect(rect, theme.sunken if layout.state is CellState.NOT_ASKED else theme.paper)
    if layout.state is CellState.NOT_APPLICABLE:
        draw_hatching(painter, inner, theme)
    elif layout.state in UNCODED:
        draw_dashed_box(painter, rect.adjusted(7, 7, -8, -8), theme)


def draw_layout(
    painter: QPainter,
    layout: CellLayout,
    height: float,
    layouts: LayoutCache,
    theme: Theme,
    pointed: int | None = None,
) -> None:
    """Draw texts, chips and stances of a cell whose upper left corner is the painter's origin."""
    if layout.state is CellState.NOT_APPLICABLE:
        _clear_behind_texts(painter, layout, theme)
    if layout.state is not CellState.ANSWERED:
        _draw_state_icon(painter, layout, theme)
    for text in layout.texts:
        _draw_text(painter, text, layouts, theme, layout.scale)
    for chip in layout.chips:
        state = ChipState.ACTIVE if chip.coding_id == pointed else ChipState.NORMAL
        center = center_in(chip.center_y, height)
        draw_citation_chip(painter, chip.x, center, chip.citation, theme, state, scale=layout.scale)
    row = center_in(-16.0 * layout.scale, height)
    if layout.more is not None:
        draw_text(painter, layout.more[0], row, layout.more[1], layouts.faces.more.font, theme.ink3)
    if layout.news is not None:
        draw_history_chip(painter, layout.news[0], row, layout.news[1], theme, scale=layout.scale)
    for stance in layout.stances:
        center = center_in(stance.center_y, height)
        draw_stance_mark(painter, stance.stance, QPointF(stance.x, center), 5.6 * layout.scale, theme)
        if stance.text:
            left = stance.x + 11 * layout.scale
            draw_text(painter, left, center, stance.text, layouts.faces.stance.font, theme.ink2)


def _draw_text(painter: QPainter, text: PlacedText, layouts: LayoutCache, theme: Theme, scale: float) -> None:
    color = theme.color(_VOICE_ROLES[text.voice])
    draw_text(painter, text.x, text.center_y, text.text, layouts.faces.of_voice[text.voice].font, color)
    below = text.center_y + 8 * scale
    if text.voice is Voice.LINK:
        painter.fillRect(QRectF(text.x, below - 1, text.width, 1), color)
    elif text.dotted:
        draw_missing_evidence_line(painter, text.x, below, text.width, theme.warn)


def draw_missing_evidence_line(painter: QPainter, x: float, y: float, width: float, color: QColor) -> None:
    """Draw the dotted underline of a sentence that no coding stands behind."""
    pen = QPen(color, 1.6, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1, 2.2])
    painter.setPen(pen)
    painter.drawLine(QPointF(x, y), QPointF(x + width, y))


def _draw_state_icon(painter: QPainter, layout: CellLayout, theme: Theme) -> None:
    label = layout.texts[0]
    left = label.x - 18 * layout.scale
    if layout.state is CellState.NOT_ASKED:
        painter.fillRect(QRectF(left, label.center_y - 1, 11 * layout.scale, 2), theme.ink3)
        return
    side = 14 * layout.scale
    box = QRectF(left - 1, label.center_y - side / 2, side, side)
    draw_icon(painter, STATE_ICONS[layout.state], box, theme.ink2, stroke=2)


def _clear_behind_texts(painter: QPainter, layout: CellLayout, theme: Theme) -> None:
    """Keep the hatching away from letters."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.paper)
    for text in layout.texts:
        left = text.x - (22 if text.voice is Voice.STATE else 4) * layout.scale
        right = text.x + text.width + 4 * layout.scale
        half = 9.5 * layout.scale
        painter.drawRoundedRect(QRectF(left, text.center_y - half, right - left, 2 * half), 4, 4)


def draw_band_count(painter: QPainter, rect: QRectF, count: BandCount, theme: Theme, scale: float) -> None:
    """Draw "2 of 2" and a mark for each respondent's stance; a number stands for marks without room."""
    font = cell_font(11.5 * scale, 500, tabular=True)
    center = rect.center().y()
    left = rect.left() + 11 * scale
    x = left + draw_text(painter, left, center, words.band_count(count), font, theme.ink2, rect.right() - left)
    x += 9 * scale
    step = 13 * scale
    room = int((rect.right() - 4 - x) // step)
    shown = count.stances if len(count.stances) <= room else count.stances[: max(0, room - 2)]
    for stance in shown:
        draw_stance_mark(painter, stance, QPointF(x + 5 * scale, center), 4.8 * scale, theme)
        x += step
    if len(shown) < len(count.stances):
        rest = f"+{len(count.stances) - len(shown)}"
        if x + text_width(rest, font) < rect.right():
            draw_text(painter, x, center, rest, font, theme.ink3)
