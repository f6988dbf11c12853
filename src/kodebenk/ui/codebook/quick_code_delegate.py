"""Paints the rows of the quick-code palette."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kodebenk.analysis.code_search import MatchedField
from kodebenk.domain.codebook import Code
from kodebenk.ui.codebook.quick_code_rows import ROW_ROLE, PaletteRow, RowKind
from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.chips import draw_key_cap, key_cap_width
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance

_HEIGHTS = {
    RowKind.HEADING: 26,
    RowKind.TOP_HIT: 37,
    RowKind.HIT: 32,
    RowKind.RECENT: 29,
    RowKind.NEW_CODE: 36,
}
_LINE = 17
_NAME = 42
_COUNT_RIGHT = 78
_KEY = 70
_ENTER = 44
_DIVIDER = 8
ENTER_SIGN = "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}"
Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """Rows of different heights; the top hit tells when to use the code and when not."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.new_code_place = ""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        row: PaletteRow = index.data(ROW_ROLE)
        height = _HEIGHTS[row.kind] + (_DIVIDER if row.first else 0)
        if row.kind is RowKind.TOP_HIT:
            height += _LINE * len(self._definition(row.code))
        return QSize(scaled(120), scaled(height))

    def _definition(self, code: Code | None) -> list[tuple[str, str]]:
        """Return the lines about a code, each with the role of its colour."""
        if code is None:
            return []
        lines = []
        use = code.use_when or code.definition
        if use:
            words = self.tr("With: {words}") if code.use_when else "{words}"
            lines.append((words.format(words=use), "ink"))
        if code.use_not:
            lines.append((self.tr("Not: {words}").format(words=code.use_not), "ink2"))
        return lines

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: PaletteRow = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        if row.first:
            line = QRectF(rect.left() + 16, rect.top() + 3, rect.width() - 32, 1)
            painter.fillRect(line, self._appearance.theme.line)
            rect.setTop(rect.top() + scaled(_DIVIDER))
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if row.kind is RowKind.HEADING:
            font = ui_font(11.5, 600)
            draw_text(painter, rect.left() + 16, rect.center().y() + 1, row.text, font, self._appearance.theme.ink3)
        else:
            self._paint_choice(painter, rect, row, selected=selected)
        painter.restore()

    def _paint_choice(self, painter: QPainter, rect: QRect, row: PaletteRow, *, selected: bool) -> None:
        theme = self._appearance.theme
        if selected:
            ground = QRectF(rect).adjusted(7, 0, -7, 0)
            draw_rounded_box(painter, ground, 7, theme.soft)
            inset = min(10.0, ground.height() * 0.2)
            bar = QRectF(ground.left(), ground.top() + inset, 3, ground.height() - 2 * inset)
            draw_rounded_box(painter, bar, 1.5, theme.accent)
        middle = rect.top() + scaled(_HEIGHTS[row.kind]) / 2
        if row.kind is RowKind.NEW_CODE:
            self._paint_new_code(painter, rect, middle, row)
            return
        middle -= 2 if row.kind is RowKind.TOP_HIT else 0
        ink = theme.on_soft if selected else theme.ink
        assert row.code is not None
        mark = QPointF(rect.left() + scaled(26), middle)
        draw_code_mark(painter, row.code.slot, mark, 5 * interface_scale(), theme)
        self._paint_name(painter, rect, middle, row, ink)
        self._paint_tail(painter, rect, middle, row, theme.on_soft if selected else theme.ink2, enter=selected)
        if row.kind is RowKind.TOP_HIT:
            for number, (words, role) in enumerate(self._definition(row.code)):
                y = middle + scaled(21 + _LINE * number)
                room = rect.width() - scaled(_NAME + 22)
                draw_text(painter, rect.left() + scaled(_NAME), y, words, ui_font(12), theme.color(role), room)

    def _paint_name(self, painter: QPainter, rect: QRect, middle: float, row: PaletteRow, ink: QColor) -> None:
        theme = self._appearance.theme
        x = float(rect.left() + scaled(_NAME))
        room = rect.right() - scaled(_COUNT_RIGHT + 40) - x
        top = row.kind is RowKind.TOP_HIT
        font, bold = ui_font(14 if top else 13.5, 500 if top else 400), ui_font(14 if top else 13.5, 700)
        match = row.match
        in_name = match is not None and match.field is MatchedField.NAME and match.text == row.text
        letters = match.letters if match is not None and in_name else ()
        x += self._paint_letters(painter, x, middle, row.text, letters, (font, bold), ink, room)
        after = "" if in_name else self._words_after(row)
        small = (ui_font(12), ui_font(12, 600))
        x += 10
        left = rect.right() - scaled(_COUNT_RIGHT + 34) - x
        if match is not None and not in_name and left > 40:
            x += draw_text(painter, x, middle, after, small[0], theme.ink3, left)
            shown, places = _around(match.text, match.letters)
            room = rect.right() - scaled(_COUNT_RIGHT + 34) - x
            self._paint_letters(painter, x, middle, shown, places, small, theme.ink2, room)
        elif match is None and left > 20:
            draw_text(painter, x, middle, row.theme, small[0], theme.ink3, left)

    def _words_after(self, row: PaletteRow) -> str:
        if row.match is None:
            return row.theme
        if row.match.field is MatchedField.SYNONYM:
            return self.tr("synonym:") + " "
        return self.tr("definition:") + " " if row.match.field is MatchedField.DEFINITION else ""

    def _paint_letters(
        self,
        painter: QPainter,
        x: float,
        middle: float,
        text: str,
        letters: Sequence[int],
        fonts: tuple[QFont, QFont],
        ink: QColor,
        room: float,
    ) -> float:
        """Draw text with some letters bold and underlined; return how wide it is."""
        if not letters:
            return draw_text(painter, x, middle, text, fonts[0], ink, room)
        start = x
        for run, marked in _runs(text, frozenset(letters)):
            font = fonts[1] if marked else fonts[0]
            width = text_width(run, font)
            if x + width > start + room:
                return x - start + draw_text(painter, x, middle, run, font, ink, max(0.0, start + room - x))
            if marked:
                underline = QRectF(x, middle + scaled(8), width, 1.8)
                painter.fillRect(underline, self._appearance.theme.accent)
            draw_text(painter, x, middle, run, font, ink)
            x += width
        return x - start

    def _paint_tail(
        self, painter: QPainter, rect: QRect, middle: float, row: PaletteRow, ink: QColor, *, enter: bool
    ) -> None:
        font = ui_font(12.5, tabular=True)
        count = str(row.count)
        right = rect.right() - scaled(_COUNT_RIGHT)
        draw_text(painter, right - text_width(count, font), middle, count, font, ink)
        theme, scale = self._appearance.theme, interface_scale()
        if row.code is not None and row.code.key:
            draw_key_cap(painter, rect.right() - scaled(_KEY), middle, row.code.key, theme, scale=scale)
        if enter:
            draw_key_cap(painter, rect.right() - scaled(_ENTER), middle, ENTER_SIGN, theme, scale=scale)

    def _paint_new_code(self, painter: QPainter, rect: QRect, middle: float, row: PaletteRow) -> None:
        theme = self._appearance.theme
        side = scaled(16)
        plus = QRectF(rect.left() + scaled(18), middle - side / 2, side, side)
        draw_icon(painter, "plus", plus, theme.accent, 2.2)
        label = f"Shift+{ENTER_SIGN}"
        cap = rect.right() - scaled(27) - key_cap_width(label, interface_scale())
        x = float(rect.left() + scaled(_NAME))
        words = self.tr("New code “{name}”").format(name=row.text)
        x += draw_text(painter, x, middle, words, ui_font(13.5, 500), theme.ink, cap - x - 12) + 10
        if cap - x > 30:
            draw_text(painter, x, middle, self.new_code_place, ui_font(12), theme.ink3, cap - x - 8)
        draw_key_cap(painter, cap, middle, label, theme, scale=interface_scale())


def _runs(text: str, letters: frozenset[int]) -> list[tuple[str, bool]]:
    runs: list[tuple[str, bool]] = []
    for place, letter in enumerate(text):
        marked = place in letters
        if runs and runs[-1][1] == marked:
            runs[-1] = (runs[-1][0] + letter, marked)
        else:
            runs.append((letter, marked))
    return runs


def _around(text: str, letters: Sequence[int], before: int = 12) -> tuple[str, tuple[int, ...]]:
    """Return text that begins not long before its first matched letter, and the places of the letters in it."""
    if not letters or letters[0] <= before:
        return text, tuple(letters)
    cut = text.rfind(" ", 0, max(1, letters[0] - before // 2)) + 1
    cut = max(cut, letters[0] - before)
    return "…" + text[cut:], tuple(place - cut + 1 for place in letters)
