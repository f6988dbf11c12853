"""The list of codings that a correction touches, each with old and new words and whether it follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kodebenk.ui.correcting.review_rows import Excerpt, Group, ReviewRow, words_of
from kodebenk.ui.fonts import reading_font, scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_rounded_box
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_HEADING_HEIGHT = 30
_HEIGHTS = {Group.ALTERED: 74, Group.FOUND: 74, Group.UNPLACED: 74}
_LEFT = 14
_BOX = 18


@dataclass(frozen=True, slots=True)
class _Heading:
    group: Group


class ReviewModel(QAbstractListModel):
    """Headings and codings; the check of a coding says whether it follows.

    Signals:
        choices_changed(): a coding follows that did not, or the other way round.
    """

    choices_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[_Heading | ReviewRow] = []
        self._left_out: set[int] = set()

    def set_rows(self, rows: Sequence[ReviewRow]) -> None:
        """Show other rows; what was left out of those that are still there stays so."""
        self.beginResetModel()
        self._rows = []
        for row in rows:
            if not self._rows or self._group_of(self._rows[-1]) is not row.group:
                self._rows.append(_Heading(row.group))
            self._rows.append(row)
        self._left_out &= {row.coding_id for row in rows if row.group is not Group.UNPLACED}
        self.endResetModel()

    def forget_choices(self) -> None:
        """Let all follow, for another correction."""
        self._left_out.clear()

    @property
    def left_out(self) -> frozenset[int]:
        """Return the ids of the codings that shall not follow."""
        return frozenset(self._left_out)

    def row(self, index: AnyIndex) -> ReviewRow | None:
        """Return the coding of a row, None for a heading."""
        found = self._rows[index.row()]
        return found if isinstance(found, ReviewRow) else None

    def group(self, index: AnyIndex) -> Group:
        return self._group_of(self._rows[index.row()])

    def follows(self, row: ReviewRow) -> bool:
        return row.group is not Group.UNPLACED and row.coding_id not in self._left_out

    def toggle(self, index: AnyIndex) -> None:
        """Let a coding follow, or leave it out; those without a place stay as they are."""
        row = self.row(index)
        if row is None or row.group is Group.UNPLACED:
            return
        self._left_out ^= {row.coding_id}
        self.dataChanged.emit(index, index)
        self.choices_changed.emit()

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid() or self.row(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.row(index)
        if row is None:
            texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self.heading(self.group(index)) if role in texts else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.code
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join((row.code, row.citation, words_of(row.old), words_of(row.new), self.fate_words(row)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (words_of(row.old), words_of(row.new)) if part)
        return None

    def heading(self, group: Group) -> str:
        """Return the title of a group."""
        return {
            Group.ALTERED: self.tr("The words were corrected"),
            Group.FOUND: self.tr("Found elsewhere"),
            Group.UNPLACED: self.tr("No place"),
        }[group]

    def fate_words(self, row: ReviewRow) -> str:
        """Return what becomes of a coding."""
        if row.group is Group.UNPLACED:
            return {
                "ambiguous": self.tr("Its words stand in several places"),
            }.get(row.reason, self.tr("Its words are not in the new text"))
        return self.tr("Follows") if self.follows(row) else self.tr("Goes to the unplaced ones")

    @staticmethod
    def _group_of(row: _Heading | ReviewRow) -> Group:
        return row.group


class ReviewDelegate(QStyledItemDelegate):
    """Paints a coding in three lines: check, code and citation; old words; new words, or why there is no place."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        model = _model_of(index)
        height = _HEADING_HEIGHT if model.row(index) is None else _HEIGHTS[model.group(index)]
        return QSize(scaled(180), scaled(height))

    def editorEvent(
        self, event: QEvent, _model: QAbstractItemModel, option: QStyleOptionViewItem, index: AnyIndex
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            box = _box_of(QRectF(option.rect)).adjusted(-4, -4, 4, 4)
            if box.contains(event.position()):
                _model_of(index).toggle(index)
                return True
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = _model_of(index)
        row = model.row(index)
        theme = self._appearance.theme
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row is None:
            y = rect.bottom() - scaled(11)
            draw_text(painter, rect.left() + _LEFT, y, model.heading(model.group(index)), ui_font(12, 600), theme.ink2)
        else:
            self._paint_ground(painter, option, rect, theme)
            self._paint_row(painter, rect, row, model, theme)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, theme: Theme) -> None:
        inner = rect.adjusted(5, 2, -5, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_rounded_box(painter, inner, 7, theme.soft)
            if option.state & QStyle.StateFlag.State_HasFocus:
                draw_focus_ring(painter, inner, theme, 7, gap=-2)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_rounded_box(painter, inner, 7, theme.hover)

    def _paint_row(self, painter: QPainter, rect: QRectF, row: ReviewRow, model: ReviewModel, theme: Theme) -> None:
        box = _box_of(rect)
        placed = row.group is not Group.UNPLACED
        icon = ("square-check-big" if model.follows(row) else "square") if placed else "unlink"
        draw_icon(painter, icon, box, theme.accent if placed else theme.warn)
        left, right = box.right() + 8, rect.right() - scaled(12)
        first, step = box.center().y(), scaled(20)
        draw_code_mark(painter, row.slot, QPointF(left + 5, first), 4.6, theme)
        aside = ui_font(12, tabular=True)
        aside_width = text_width(row.citation, aside)
        draw_text(painter, left + 16, first, row.code, ui_font(13, 600), theme.ink, right - left - 24 - aside_width)
        draw_text(painter, right - aside_width, first, row.citation, aside, theme.ink2)
        follows = model.follows(row)
        old, new = (theme.ink3, theme.ink) if follows else (theme.ink, theme.ink3)
        _paint_excerpt(painter, left, first + step, right, row.old, old, struck=follows)
        if follows:
            _paint_excerpt(painter, left, first + 2 * step, right, row.new, new)
        else:
            words = model.fate_words(row)
            draw_text(painter, left, first + 2 * step, words, ui_font(12, 500), theme.warn, right - left)


def _paint_excerpt(
    painter: QPainter, left: float, y: float, right: float, words: Excerpt, color: QColor, *, struck: bool = False
) -> None:
    """Paint words on one line; what is marked is crossed out or underlined."""
    x = left
    blank = text_width(" ", reading_font(scaled(13)))
    for piece in words:
        if x >= right - 12:
            return
        font = reading_font(scaled(13))
        font.setStrikeOut(piece.is_marked and struck)
        font.setUnderline(piece.is_marked and not struck)
        draw_text(painter, x, y, piece.words, font, color, right - x)
        x += text_width(piece.words, font) + blank


def _box_of(rect: QRectF) -> QRectF:
    side = scaled(_BOX)
    return QRectF(rect.left() + _LEFT - 1, rect.top() + scaled(7), side, side)


def _model_of(index: AnyIndex) -> ReviewModel:
    model = index.model()
    assert isinstance(model, ReviewModel)
    return model


class ReviewList(QListView):
    """The list.

    Signals:
        row_shown(ReviewRow): a coding became current, by mouse or key.
    """

    row_shown = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ReviewModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(ReviewDelegate(appearance, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        appearance.theme_changed.connect(self._on_theme_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.rows.toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.rows.row(index) if index.isValid() else None
        if row is not None:
            self.row_shown.emit(row)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
