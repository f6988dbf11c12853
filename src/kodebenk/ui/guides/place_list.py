"""The places of a question, painted: document, the words as they stand there, status and score."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from kodebenk.domain.guide import PlaceStatus, QuestionPlace
from kodebenk.ui.fonts import interface_scale, reading_font, scaled, ui_font
from kodebenk.ui.guides.guide_words import STATUS_ICONS, score_words, status_name
from kodebenk.ui.guides.line_list import ENTER, LineDelegate, LineList
from kodebenk.ui.guides.line_model import Index, LineRole
from kodebenk.ui.guides.place_lines import HeadingLine, Line, MissingLine, PlaceLine, PlaceModel
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.matrix.text_wrap import Line as WrappedLine
from kodebenk.ui.matrix.text_wrap import TextFace, wrap_text
from kodebenk.ui.painting.chips import (
    citation_chip_width,
    draw_citation_chip,
    draw_respondent_badge,
    respondent_badge_width,
)
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

_SIDE = 14
_TOP = 11
_HEAD = 20
_LINE = 21
_FOOT = 26
_HEADING = 34
_MISSING = 34
_MOST_LINES = 5
_ICON = 15


class PlaceDelegate(LineDelegate[PlaceModel, Line]):
    """Rows as high as their words, up to five lines of them; the tool tip has the rest."""

    RING = ((3, 2, -3, -3), 6)

    def __init__(self, appearance: Appearance, model: PlaceModel, view: QListView) -> None:
        super().__init__(appearance, model, view)
        self._face = TextFace(reading_font(14 * interface_scale()))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line = index.data(LineRole.LINE)
        width = self._view.viewport().width()
        if isinstance(line, PlaceLine):
            lines = len(self._wrapped(line, width))
            return QSize(width, scaled(2 * _TOP + _HEAD + _FOOT + lines * _LINE - 2))
        return QSize(width, scaled(_HEADING if isinstance(line, HeadingLine) else _MISSING))

    def _wrapped(self, line: PlaceLine, width: float) -> list[WrappedLine]:
        room = width - 2 * scaled(_SIDE)
        return wrap_text([(line.words, False)], self._face, max(room, 60), _MOST_LINES)

    def _paint_line(self, painter: QPainter, rect: QRectF, line: Line, *, selected: bool, hovered: bool) -> None:
        if isinstance(line, HeadingLine):
            left = rect.left() + scaled(_SIDE)
            ink = self._appearance.theme.ink2
            draw_text(painter, left, rect.center().y() + scaled(3), self._model.heading(line), ui_font(12, 600), ink)
            return
        self._paint_ground(painter, rect, selected=selected, hovered=hovered)
        if isinstance(line, PlaceLine):
            self._paint_place(painter, rect, line, selected=selected)
        else:
            self._paint_missing(painter, rect, line)

    def _paint_ground(self, painter: QPainter, rect: QRectF, *, selected: bool, hovered: bool) -> None:
        theme = self._appearance.theme
        if selected:
            painter.fillRect(rect, theme.soft)
            draw_rounded_box(painter, QRectF(rect.left() + 1, rect.top() + 8, 3, rect.height() - 17), 1.5, theme.accent)
        elif hovered:
            painter.fillRect(rect, theme.hover)
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.line)

    def _paint_place(self, painter: QPainter, rect: QRectF, line: PlaceLine, *, selected: bool) -> None:
        theme = self._appearance.theme
        left, right = rect.left() + scaled(_SIDE), rect.right() - scaled(_SIDE)
        middle = rect.top() + scaled(_TOP + _HEAD / 2)
        chip = citation_chip_width(line.citation, scale=interface_scale())
        draw_citation_chip(painter, right - chip, middle, line.citation, theme, scale=interface_scale())
        ink = theme.on_soft if selected else theme.ink
        room = right - chip - scaled(8) - left
        draw_text(painter, left, middle, line.document_name, ui_font(12.5, 600), ink, room)
        rejected = line.place.status is PlaceStatus.REJECTED
        top = rect.top() + scaled(_TOP + _HEAD + 2)
        self._paint_words(painter, rect, top, line, theme.ink3 if rejected else theme.ink)
        self._paint_status(painter, left, right, rect.bottom() - scaled(_TOP + 9), line, theme)

    def _paint_words(self, painter: QPainter, rect: QRectF, top: float, line: PlaceLine, ink: QColor) -> None:
        metrics = QFontMetricsF(self._face.font)
        painter.setFont(self._face.font)
        painter.setPen(ink)
        left = rect.left() + scaled(_SIDE)
        for number, wrapped in enumerate(self._wrapped(line, rect.width())):
            baseline = top + scaled(_LINE) * number + (scaled(_LINE) + metrics.capHeight()) / 2
            for piece in wrapped:
                painter.drawText(QPointF(left + piece.x, baseline), piece.text)

    def _paint_status(
        self, painter: QPainter, left: float, right: float, middle: float, line: PlaceLine, theme: Theme
    ) -> None:
        icon, role = STATUS_ICONS[line.place.status]
        side = scaled(_ICON)
        draw_icon(painter, icon, QRectF(left, middle - side / 2, side, side), theme.color(role))
        ink = theme.color(role)
        name = status_name(line.place.status)
        width = draw_text(painter, left + side + scaled(5), middle, name, ui_font(12, 500), ink)
        behind = self._paint_score(painter, right, middle, line.place, theme)
        self._paint_badges(painter, left + side + width + scaled(15), behind, middle, line.labels)

    def _paint_score(self, painter: QPainter, right: float, middle: float, place: QuestionPlace, theme: Theme) -> float:
        """Paint how sure the search was, or that a user gave the place; return where that begins."""
        font = ui_font(12, 500, tabular=True)
        score = score_words(place)
        left = right - text_width(score, font)
        draw_text(painter, left, middle, score, font, theme.ink2)
        if place.is_by_hand:
            return left - scaled(8)
        bar = right - text_width("100", font) - scaled(8 + 44)
        self._paint_bar(painter, bar, middle, place.score, theme)
        return bar

    def _paint_badges(self, painter: QPainter, left: float, right: float, middle: float, labels: Sequence[str]) -> None:
        scale = interface_scale()
        for label in labels:
            if left + respondent_badge_width(label, scale) > right:
                return
            badge = draw_respondent_badge(painter, left, middle, label, self._appearance.theme, scale=scale)
            left = badge.right() + scaled(4)

    def _paint_bar(self, painter: QPainter, left: float, middle: float, score: float, theme: Theme) -> None:
        width, height = scaled(44), scaled(4)
        draw_rounded_box(painter, QRectF(left, middle - height / 2, width, height), height / 2, theme.line2)
        filled = QRectF(left, middle - height / 2, width * max(score, 4) / 100, height)
        draw_rounded_box(painter, filled, height / 2, theme.ink3)

    def _paint_missing(self, painter: QPainter, rect: QRectF, line: MissingLine) -> None:
        theme = self._appearance.theme
        left, right, middle = rect.left() + scaled(_SIDE), rect.right() - scaled(_SIDE), rect.center().y()
        side = scaled(_ICON)
        draw_icon(painter, "search-x", QRectF(left, middle - side / 2, side, side), theme.ink3)
        left += side + scaled(7)
        name = text_width(line.document_name, ui_font(12.5))
        draw_text(painter, left, middle, line.document_name, ui_font(12.5), theme.ink, right - left, Align.LEFT)
        self._paint_badges(painter, left + name + scaled(8), right, middle, line.labels)


class PlaceList(LineList[PlaceModel, Line]):
    """Arrows move; Enter, Space and Del become wishes.

    Signals:
        open_requested(): Enter or a double click: show the place in its text.
        confirm_requested(): Space: confirm the place; in a text without one: place it by hand.
        reject_requested(): Del.
        remove_requested(): Shift+Del.
        menu_requested(QPoint): a context menu for the current line at this place of the screen.
        left(): Esc, or the left arrow: back to the questions.
    """

    open_requested = Signal()
    confirm_requested = Signal()
    reject_requested = Signal()
    remove_requested = Signal()
    menu_requested = Signal(QPoint)
    left = Signal()

    def __init__(self, model: PlaceModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(model, appearance, parent)
        self.setItemDelegate(PlaceDelegate(appearance, model, self))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.doubleClicked.connect(self.open_requested)

    @property
    def current_line(self) -> PlaceLine | MissingLine | None:
        """Return the line with the focus, or None at a heading."""
        line = super().current_line
        return None if isinstance(line, HeadingLine) else line

    def choose_first(self) -> None:
        """Make the first proposal current, else the first line that is no heading."""
        row = self._lines.next_to_settle(-1)
        rows = (at for at, line in enumerate(self._lines.lines) if not isinstance(line, HeadingLine))
        self.choose_row(row if row >= 0 else next(rows, -1))

    def choose_next(self) -> None:
        """Go on to the next proposal, if there is one."""
        self.choose_row(self._lines.next_to_settle(self.currentIndex().row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        wish = {
            Qt.Key.Key_Space: self.confirm_requested,
            Qt.Key.Key_Delete: self.remove_requested if shift else self.reject_requested,
            **dict.fromkeys(ENTER, self.open_requested),
        }.get(Qt.Key(event.key()))
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Left):
            self.left.emit()
        elif wish is not None and self.current_line is not None:
            wish.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            place = self.visualRect(index).bottomLeft() if by_key else event.pos()
            self.menu_requested.emit(self.viewport().mapToGlobal(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose_instead(self) -> None:
        if self.hasFocus():
            self._choose_kept_row()
        else:
            self.choose_first()
