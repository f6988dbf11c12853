"""Paints the rows of a merge: a title, where it is, and two answers or two wordings beside each other."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
)
from PySide6.QtGui import QColor, QFont, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from kodebenk.ui.correcting.review_rows import difference
from kodebenk.ui.fonts import reading_font, scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.matrix.text_wrap import TextFace, wrap_text
from kodebenk.ui.merging.item_model import AnyIndex, ItemModel, word_captions
from kodebenk.ui.merging.section_values import Choice, Heading, Item, Line
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

Parts = tuple[tuple[str, bool], ...]
"""Pieces of a text; marked where the other side has other words."""

_HEADING, _SENTENCE, _LINE = 38, 18, 20
_EDGE, _SIDE, _GAP, _PAD = 8, 14, 10, 8
_MARK = 22
_MOST_LINES = 8
_LONG = 280
"""Characters from which on only what differs in two wordings is shown, with a little around it."""


class _Side:
    """One of the two boxes of a row: its caption, its words, whether it is chosen (None: nothing is to choose)."""

    __slots__ = ("caption", "is_chosen", "is_quoted", "parts", "whole")

    def __init__(self, caption: str, parts: Parts, whole: str, *, is_chosen: bool | None, is_quoted: bool) -> None:
        self.caption = caption
        self.parts = parts
        self.whole = whole
        self.is_chosen = is_chosen
        self.is_quoted = is_quoted


class ItemDelegate(QStyledItemDelegate):
    """Paints headings and items; heights follow the width of the view."""

    def __init__(self, appearance: Appearance, parent: QListView) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._view = parent
        self._faces: dict[bool, TextFace] = {}

    def forget(self) -> None:
        """Measure anew, after the size of the text changed."""
        self._faces.clear()

    # Where things are

    def answer_rects(self, rect: QRect, line: Line) -> tuple[QRectF, QRectF]:
        """Return the boxes of the answers of a row, ours and theirs."""
        top = rect.top() + scaled(_EDGE) + self._head_height(line)
        left, right = rect.left() + scaled(_SIDE), rect.right() - scaled(_SIDE)
        width = (right - left - scaled(_GAP)) / 2
        height = rect.bottom() - scaled(_EDGE) - top
        return QRectF(left, top, width, height), QRectF(left + width + scaled(_GAP), top, width, height)

    def link_rect(self, rect: QRect, item: Item) -> QRectF:
        """Return where the link to the passage of a row stands."""
        width = text_width(_open_words(), ui_font(12, 600)) if item.place is not None else 0
        right = rect.right() - scaled(_SIDE)
        return QRectF(right - width, rect.top() + scaled(_EDGE) - 2, width, scaled(_LINE) + 4)

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        line = _line_of(index)
        width = self._view.viewport().width()
        if isinstance(line, Heading):
            height = scaled(_HEADING) + (scaled(_SENTENCE) if line.sentence else 0)
            return QSize(width, height)
        height = self._head_height(line) + 2 * scaled(_EDGE)
        sides = _sides_of(line)
        if sides:
            room = (width - 2 * scaled(_SIDE) - scaled(_GAP)) / 2 - 2 * scaled(_PAD) - self._mark_room(sides[0])
            lines = max(self._line_count(one, room) for one in sides)
            height += scaled(_LINE) + lines * self._line_height(sides[0]) + 2 * scaled(_PAD) - 2
        return QSize(width, height)

    def _head_height(self, line: Line) -> int:
        rows = 2 if isinstance(line, Item) and line.detail else 1
        below = scaled(6) if isinstance(line, Item) and _sides_of(line) else 0
        return rows * scaled(_LINE) + below

    def _mark_room(self, side: _Side) -> int:
        return 0 if side.is_chosen is None else scaled(_MARK)

    def _line_height(self, side: _Side) -> int:
        return scaled(21 if side.is_quoted else 18)

    def _face(self, *, is_quoted: bool) -> TextFace:
        if is_quoted not in self._faces:
            self._faces[is_quoted] = TextFace(reading_font(scaled(14)) if is_quoted else ui_font(13))
        return self._faces[is_quoted]

    def _line_count(self, side: _Side, room: float) -> int:
        return max(1, len(wrap_text(side.parts, self._face(is_quoted=side.is_quoted), max(room, 40.0), _MOST_LINES)))

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        line = _line_of(index)
        theme = self._appearance.theme
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            self._paint_heading(painter, rect, line, theme)
        else:
            self._paint_ground(painter, option, index.row(), theme)
            self._paint_head(painter, option.rect, line, theme)
            for box, side in zip(self.answer_rects(option.rect, line), _sides_of(line), strict=False):
                self._paint_side(painter, box, side, theme)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRectF, line: Heading, theme: Theme) -> None:
        y = rect.top() + scaled(_HEADING) - scaled(13)
        left, right = rect.left() + scaled(_SIDE), rect.right() - scaled(_SIDE)
        advance = draw_text(painter, left, y, line.title, ui_font(13, 600), theme.ink, right - left - scaled(60))
        draw_text(painter, left + advance + 8, y, line.count, ui_font(12, tabular=True), theme.ink3)
        if line.sentence:
            draw_text(painter, left, y + scaled(_SENTENCE), line.sentence, ui_font(12), theme.ink3, right - left)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, row: int, theme: Theme) -> None:
        rect = QRectF(option.rect)
        inner, inset = rect.adjusted(4, 1, -4, -1), scaled(_SIDE)
        if row:
            painter.fillRect(QRectF(rect.left() + inset, rect.top(), rect.width() - 2 * inset, 1), theme.line)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            draw_rounded_box(painter, inner, 7, theme.hover)
        if is_current and option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, inner, theme, 7, gap=-2)

    def _paint_head(self, painter: QPainter, rect: QRect, item: Item, theme: Theme) -> None:
        y = rect.top() + scaled(_EDGE) + scaled(_LINE) / 2
        left, right = float(rect.left() + scaled(_SIDE)), float(rect.right() - scaled(_SIDE))
        if item.place is not None:
            link = self.link_rect(rect, item)
            draw_text(painter, link.left(), y, _open_words(), ui_font(12, 600), theme.accent)
            right = link.left() - scaled(14)
        if item.icon:
            side = scaled(16)
            draw_icon(painter, item.icon, QRectF(left, y - side / 2, side, side), theme.color(item.tone))
            left += scaled(24)
        aside = ui_font(12, tabular=True)
        room = right - left
        aside_width = min(text_width(item.aside, aside) + 1, room / 2)
        draw_text(painter, right - aside_width, y, item.aside, aside, theme.ink2, aside_width, Align.RIGHT)
        draw_text(painter, left, y, item.title, ui_font(13, 600), theme.ink, room - aside_width - 10)
        if item.detail:
            draw_text(painter, left, y + scaled(_LINE), item.detail, ui_font(12), theme.ink2, room)

    def _paint_side(self, painter: QPainter, box: QRectF, side: _Side, theme: Theme) -> None:
        chosen = side.is_chosen
        fill = theme.soft if chosen else theme.panel
        draw_rounded_box(painter, box, 7, fill, theme.soft_line if chosen else theme.line)
        left, y = box.left() + scaled(_PAD), box.top() + scaled(_PAD) + scaled(_LINE) / 2 - 2
        if chosen is not None:
            _paint_radio(painter, QPointF(left + scaled(8), y), theme, is_chosen=chosen)
            left += scaled(_MARK)
        room = box.right() - scaled(_PAD) - left
        ink = theme.on_soft if chosen else theme.ink2
        draw_text(painter, left, y, side.caption, ui_font(12, 600), ink, room)
        self._paint_words(painter, QPointF(left, y + scaled(_LINE) / 2 + 2), side, room, theme.ink)

    def _paint_words(self, painter: QPainter, top_left: QPointF, side: _Side, room: float, ink: QColor) -> None:
        face = self._face(is_quoted=side.is_quoted)
        step = self._line_height(side)
        y = top_left.y() + step / 2
        for line in wrap_text(side.parts, face, max(room, 40.0), _MOST_LINES):
            for piece in line:
                font = QFont(face.font)
                font.setUnderline(piece.marked)
                draw_text(painter, top_left.x() + piece.x, y, piece.text, font, ink)
            y += step

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        """Show the whole words of the side under the pointer."""
        line = _line_of(index) if index.isValid() else None
        if isinstance(line, Item) and event.type() == QEvent.Type.ToolTip:
            for box, side in zip(self.answer_rects(option.rect, line), _sides_of(line), strict=False):
                if box.contains(QPointF(event.pos())) and side.whole:
                    QToolTip.showText(event.globalPos(), side.whole, view)
                    return True
        QToolTip.hideText()
        return False


def _paint_radio(painter: QPainter, center: QPointF, theme: Theme, *, is_chosen: bool) -> None:
    side = scaled(14)
    ring = QRectF(center.x() - side / 2, center.y() - side / 2, side, side)
    draw_rounded_box(painter, ring, side / 2, theme.paper, theme.accent if is_chosen else theme.ctl, 1.5)
    if is_chosen:
        inset = side * 0.29
        draw_rounded_box(painter, ring.adjusted(inset, inset, -inset, -inset), side / 2, theme.accent)


def _open_words() -> str:
    return QCoreApplication.translate("MergeItems", "Open in text")


def _line_of(index: AnyIndex) -> Line:
    model = index.model()
    assert isinstance(model, ItemModel)
    return model.line(index)


def _sides_of(line: Line) -> tuple[_Side, ...]:
    if not isinstance(line, Item):
        return ()
    if line.choice is not None:
        return _sides_of_choice(line.choice)
    return _compared_sides(line.was, line.now, word_captions(line)) if line.was else ()


@lru_cache(maxsize=4096)
def _sides_of_choice(choice: Choice) -> tuple[_Side, ...]:
    ours, theirs = _plain(choice.ours), _plain(choice.theirs)
    if choice.is_compared:
        ours, theirs = _compared(choice.ours, choice.theirs)
    quoted = choice.is_quoted
    return (
        _Side(choice.ours_caption, ours, choice.ours, is_chosen=not choice.is_theirs, is_quoted=quoted),
        _Side(choice.theirs_caption, theirs, choice.theirs, is_chosen=choice.is_theirs, is_quoted=quoted),
    )


@lru_cache(maxsize=4096)
def _compared_sides(was: str, now: str, captions: tuple[str, str]) -> tuple[_Side, ...]:
    if not now:
        return (_Side(captions[0], _plain(was), was, is_chosen=None, is_quoted=True),)
    old, new = _compared(was, now)
    return (
        _Side(captions[0], old, was, is_chosen=None, is_quoted=True),
        _Side(captions[1], new, now, is_chosen=None, is_quoted=True),
    )


def _compared(one: str, other: str) -> tuple[Parts, Parts]:
    """Return two wordings with what differs marked; of long ones only that, and a little around it."""
    if max(len(one), len(other)) < _LONG:
        return _marked(one.split(), other.split())
    first, second = difference(one, other)
    return (
        tuple((piece.words, piece.is_marked) for piece in first),
        tuple((piece.words, piece.is_marked) for piece in second),
    )


def _marked(one: list[str], other: list[str]) -> tuple[Parts, Parts]:
    """Return two wordings by pieces; where they have no word in common nothing is marked."""
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    if all(kind != "equal" for kind, *_ in steps):
        return _plain(" ".join(one)), _plain(" ".join(other))
    return (
        tuple((" ".join(one[start:end]), kind != "equal") for kind, start, end, _, _ in steps if start < end),
        tuple((" ".join(other[start:end]), kind != "equal") for kind, _, _, start, end in steps if start < end),
    )


def _plain(words: str) -> Parts:
    return ((" ".join(words.split()), False),)
