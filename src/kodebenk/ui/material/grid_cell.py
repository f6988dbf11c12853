"""What a cell of the material tables looks like, and how it is painted."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from kodebenk.ui.fonts import interface_scale, scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.material_list.document_model import percent
from kodebenk.ui.painting.chips import draw_respondent_badge
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_progress_bar, draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex

ROW_HEIGHT = 38
_SIDE = 10
_ICON = 15
_GAP = 7
_BAR = 40


class GridRole(IntEnum):
    """What table, order and delegate ask a model for beside Qt's own roles."""

    ROW_ID = Qt.ItemDataRole.UserRole + 1
    SORT = Qt.ItemDataRole.UserRole + 2
    SEARCH = Qt.ItemDataRole.UserRole + 3
    LOOK = Qt.ItemDataRole.UserRole + 4
    SUGGESTIONS = Qt.ItemDataRole.UserRole + 5


@dataclass(frozen=True, slots=True)
class CellLook:
    """The parts of a cell, from left to right.

    Attributes:
        badges: labels of respondents.
        tone: colour role of the text.
        numeric: the text is a number and stands at the right.
        warning: words after a warning icon, at the end.
        share: progress from 0 to 1 instead of a text.
    """

    text: str = ""
    icon: str = ""
    badges: tuple[str, ...] = ()
    tone: str = "ink2"
    weight: int = 400
    numeric: bool = False
    warning: str = ""
    warning_icon: str = "circle-question-mark"
    share: float | None = None


class GridDelegate(QStyledItemDelegate):
    """Paints rows with a hair line below, the chosen row with an accent bar, and a ring in the current cell."""

    def __init__(self, appearance: Appearance, table: QWidget) -> None:
        super().__init__(table)
        self._appearance = appearance
        self.hovered_row = -1

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(scaled(60), scaled(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRect(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, rect, index, selected=selected)
        look = index.data(GridRole.LOOK)
        if look is not None:
            self._paint_look(painter, rect, look, selected=selected)
        if option.state & QStyle.StateFlag.State_HasFocus:
            draw_focus_ring(painter, QRectF(rect).adjusted(2, 2, -2, -3), self._appearance.theme, 4, gap=-2)
        painter.restore()

    def _paint_ground(self, painter: QPainter, rect: QRect, index: Index, *, selected: bool) -> None:
        theme = self._appearance.theme
        hovered = index.row() == self.hovered_row
        painter.fillRect(rect, theme.soft if selected else theme.hover if hovered else theme.paper)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.line)
        if selected and index.column() == 0:
            draw_rounded_box(painter, QRectF(rect.left() + 1, rect.top() + 7, 3, rect.height() - 15), 1.5, theme.accent)

    def _paint_look(self, painter: QPainter, rect: QRect, look: CellLook, *, selected: bool) -> None:
        theme = self._appearance.theme
        painter.setClipRect(rect)
        middle = rect.center().y()
        left, right = float(rect.left() + scaled(_SIDE)), float(rect.right() - scaled(_SIDE))
        ink = theme.on_soft if selected and look.tone == "ink" else theme.color(look.tone)
        if look.share is not None:
            self._paint_share(painter, left, middle, look.share)
            return
        if look.icon:
            self._paint_icon(painter, left, middle, look.icon, "on_soft" if selected else "ink3")
            left += scaled(_ICON + _GAP)
        for label in look.badges:
            if left >= right:
                return
            box = draw_respondent_badge(painter, left, middle, label, theme, scale=interface_scale())
            left = box.right() + scaled(5)
        if look.text:
            font = ui_font(13, look.weight, tabular=look.numeric or look.text[:1].isdigit())
            align = Align.RIGHT if look.numeric else Align.LEFT
            left += draw_text(painter, left, middle, look.text, font, ink, max(0.0, right - left), align) + scaled(_GAP)
        if look.warning and left + scaled(_ICON) < right:
            self._paint_icon(painter, left, middle, look.warning_icon, "warn")
            left += scaled(_ICON + 4)
            draw_text(painter, left, middle, look.warning, ui_font(12, 500), theme.warn, max(0.0, right - left))

    def _paint_icon(self, painter: QPainter, left: float, middle: float, name: str, role: str) -> None:
        side = scaled(_ICON)
        draw_icon(painter, name, QRectF(left, middle - side / 2, side, side), self._appearance.theme.color(role))

    def _paint_share(self, painter: QPainter, left: float, middle: float, share: float) -> None:
        theme = self._appearance.theme
        if 0 < share < 1:
            draw_progress_bar(painter, QRectF(left, middle - scaled(2), scaled(_BAR), scaled(4)), share, theme)
            words = percent(share)
            draw_text(painter, left + scaled(_BAR + 8), middle, words, ui_font(12, 500, tabular=True), theme.ink2)
            return
        name, role = ("circle-check", "ok") if share >= 1 else ("circle-dashed", "ink3")
        self._paint_icon(painter, left, middle, name, role)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or ""))
        suggestions = index.data(GridRole.SUGGESTIONS)
        if suggestions:
            completer = QCompleter(list(suggestions), editor)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            editor.setCompleter(completer)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        if editor.text() != str(index.data(Qt.ItemDataRole.EditRole) or ""):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        editor.setGeometry(option.rect.adjusted(2, 2, -2, -3))
