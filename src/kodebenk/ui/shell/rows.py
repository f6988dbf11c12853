"""A list of rows with icon, two lines at the left and two at the right, for things to be opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Appearance, Theme

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What a row shows; texts are translated already.

    Attributes:
        key: what the row stands for: an id, a path, a value.
        aside: right of the title, quieter.
        note: below `aside`, or below the detail where `note_below`; in the colour role `tone` with `note_icon`.
        struck: the title is crossed out, as of a change that was undone.
    """

    key: object
    title: str
    detail: str = ""
    icon: str = ""
    aside: str = ""
    note: str = ""
    note_icon: str = ""
    tone: str = "ink2"
    note_below: bool = False
    struck: bool = False

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.detail, self.aside, self.note) if part)


class RowModel(QAbstractListModel):
    """Rows, replaced as a whole."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        if len(rows) == len(self._rows):
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row(self, index: AnyIndex) -> Row:
        return self._rows[index.row()]

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (row.title, row.detail, row.note if row.note_below else "") if part)
        return None


class RowDelegate(QStyledItemDelegate):
    """Paints a row."""

    def __init__(
        self, appearance: Appearance, height: int, *, tiled: bool = False, lined: bool = False, parent: QWidget
    ) -> None:
        """Make a delegate.

        Args:
            appearance: Gives the theme.
            height: Of a row in px at ordinary system font size.
            tiled: The icon stands in a framed tile.
            lined: Hair lines between the rows.
            parent: The view.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._height = height
        self._tiled = tiled
        self._lined = lined

    def sizeHint(self, _option: QStyleOptionViewItem, _index: AnyIndex) -> QSize:
        return QSize(scaled(160), scaled(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        model = index.model()
        assert isinstance(model, RowModel)
        row = model.row(index)
        theme = self._appearance.theme
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        self._paint_ground(painter, option, rect, index.row())
        left = self._paint_icon(painter, rect, row, theme, selected)
        self._paint_texts(painter, rect, left, row, theme, selected)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRectF, number: int) -> None:
        theme = self._appearance.theme
        inner = rect.adjusted(4, 2, -4, -2)
        if option.state & QStyle.StateFlag.State_Selected:
            draw_rounded_box(painter, inner, 7, theme.soft)
            if not self._tiled:
                bar = QRectF(inner.left() - 1, inner.top() + 8, 3, inner.height() - 16)
                draw_rounded_box(painter, bar, 1.5, theme.accent)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            draw_rounded_box(painter, inner, 7, theme.hover)
        if self._lined and number:
            painter.fillRect(QRectF(rect.left() + 14, rect.top(), rect.width() - 28, 1), theme.line)
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and option.state & QStyle.StateFlag.State_Selected:
            draw_focus_ring(painter, inner, theme, 7, gap=-2)

    def _paint_icon(self, painter: QPainter, rect: QRectF, row: Row, theme: Theme, selected: bool) -> float:
        left = rect.left() + scaled(14)
        if not row.icon:
            return left
        if self._tiled:
            side = scaled(36)
            tile = QRectF(left + scaled(5), rect.center().y() - side / 2, side, side)
            draw_rounded_box(painter, tile, 8, theme.paper if selected else theme.sunken, theme.line2)
            draw_icon(painter, row.icon, _square(tile.center().x(), tile.center().y(), scaled(18)), theme.ink2)
            return tile.right() + scaled(16)
        middle = self._baselines(rect, row)[0]
        ink = theme.on_soft if selected else theme.ink2
        draw_icon(painter, row.icon, _square(left + scaled(8), middle, scaled(16)), ink)
        return left + scaled(26)

    def _paint_texts(
        self, painter: QPainter, rect: QRectF, left: float, row: Row, theme: Theme, selected: bool
    ) -> None:
        right = rect.right() - scaled(20 if self._tiled else 12)
        first, second, third = self._baselines(rect, row)
        title = ui_font(14 if self._tiled else 13, 600 if row.detail or row.note else 500)
        title.setStrikeOut(row.struck)
        aside = ui_font(12, tabular=True)
        aside_width = text_width(row.aside, aside)
        note_width = (
            0.0
            if row.note_below
            else text_width(row.note, ui_font(12, tabular=True)) + 1 + (scaled(20) if row.note_icon else 0)
        )
        ink = theme.on_soft if selected else (theme.ink3 if row.struck else theme.ink)
        draw_text(painter, left, first, row.title, title, ink, right - left - aside_width - 8)
        draw_text(painter, right - aside_width, first, row.aside, aside, theme.ink2)
        if row.detail:
            room = right - left - note_width - 8
            draw_text(painter, left, second, row.detail, ui_font(12, tabular=True), theme.ink2, room)
        if row.note:
            x, y = (left, third) if row.note_below else (right - note_width, second)
            self._paint_note(painter, x, y, right - x, row, theme)

    def _paint_note(self, painter: QPainter, x: float, y: float, room: float, row: Row, theme: Theme) -> None:
        if row.note_icon:
            draw_icon(painter, row.note_icon, _square(x + scaled(7), y, scaled(14)), theme.color(row.tone))
            x += scaled(20)
            room -= scaled(20)
        ink = row.tone if row.note_below else "ink2"
        weight = 500 if row.note_below else 400
        draw_text(painter, x, y, row.note, ui_font(12, weight, tabular=True), theme.color(ink), room, Align.LEFT)

    def _baselines(self, rect: QRectF, row: Row) -> tuple[float, float, float]:
        middle = rect.center().y()
        step = scaled(18 if not self._tiled else 22)
        below = row.note_below and bool(row.note)
        if not row.detail:
            return (middle - step / 2, middle, middle + step / 2) if below else (middle, middle, middle)
        if below:
            return middle - step, middle, middle + step
        return middle - step / 2, middle + step / 2, middle + step


def _square(x: float, y: float, side: float) -> QRectF:
    return QRectF(x - side / 2, y - side / 2, side, side)


class RowList(QListView):
    """A list of rows. Enter and a double click `activated` a row, as everywhere in Qt."""

    def __init__(
        self,
        appearance: Appearance,
        height: int,
        *,
        tiled: bool = False,
        lined: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows_shown = RowModel(self)
        self.setModel(self.rows_shown)
        self.setItemDelegate(RowDelegate(appearance, height, tiled=tiled, lined=lined, parent=self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        appearance.theme_changed.connect(self._on_theme_changed)

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the row that was current stays current if it is still there."""
        kept = self.current_row()
        self.rows_shown.set_rows(rows)
        keys = [row.key for row in rows]
        if kept is not None and kept.key in keys:
            self.select(keys.index(kept.key))

    def current_row(self) -> Row | None:
        """Return the row with the focus, or None."""
        index = self.currentIndex()
        return self.rows_shown.row(index) if index.isValid() else None

    def select(self, number: int) -> None:
        """Make a row current, counted from 0."""
        self.setCurrentIndex(self.rows_shown.index(number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # On macOS Enter would start editing.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
