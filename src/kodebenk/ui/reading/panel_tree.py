"""A tree for side panels: rows with round ground over the whole width, chevrons, and a memory of what is folded."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QStyle, QStyleOptionViewItem, QTreeView, QWidget

from kodebenk.ui.fonts import scaled
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.grounds import draw_focus_ring, draw_rounded_box
from kodebenk.ui.theme import Appearance

_INDENT = 20
_SIDE = 6
_CHEVRON = 12
_RADIUS = 6
Index = QModelIndex | QPersistentModelIndex


class PanelTree(QTreeView):
    """A tree whose delegate paints only the contents of a row; all is unfolded unless the user folded it.

    Args:
        appearance: Colours.
        key_role: Role under which the model gives a key that outlives a reset.
        bar: The selected row has a bar at its left edge.
    """

    def __init__(
        self, appearance: Appearance, key_role: int, *, bar: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._key_role = key_role
        self._bar = bar
        self._folded: set[object] = set()
        self._kept_key: object = None
        self._hovered = QPersistentModelIndex()
        self._restoring = False
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(scaled(_INDENT))
        self.setUniformRowHeights(False)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setProperty("focus_ring", False)
        self.collapsed.connect(self._on_collapsed)
        self.expanded.connect(self._on_expanded)
        appearance.theme_changed.connect(self._on_theme_changed)

    def follow_model(self) -> None:
        """Keep folded rows and the current row over resets of the model, which must be set."""
        self.model().modelAboutToBeReset.connect(self._on_about_to_be_reset)
        self.model().modelReset.connect(self._on_reset)
        self._restore()

    def show_current(self, index: QModelIndex) -> None:
        """Make a row current and bring it into view without telling anybody."""
        self.selectionModel().blockSignals(True)
        try:
            self.setCurrentIndex(index)
        finally:
            self.selectionModel().blockSignals(False)
        if index.isValid():
            self.scrollTo(index)
        self.viewport().update()

    def rows(self, parent: QModelIndex | None = None) -> list[QModelIndex]:
        """Return all rows below an index, from top to bottom."""
        above = QModelIndex() if parent is None else parent
        found = []
        for row in range(self.model().rowCount(above)):
            index = self.model().index(row, 0, above)
            found += [index, *self.rows(index)]
        return found

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, at: Index) -> None:
        index = self.model().index(at.row(), at.column(), at.parent())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRect(0, option.rect.top(), self.viewport().width(), option.rect.height())
        selected = self.selectionModel().isSelected(index)
        self._draw_ground(painter, row, selected=selected, hovered=index == self._hovered)
        if self.model().hasChildren(index):
            self._draw_chevron(painter, row, index)
        content = QStyleOptionViewItem(option)
        content.rect = QRect(self.visualRect(index))
        content.rect.setRight(row.right())
        content.state = QStyle.StateFlag.State_Enabled
        if selected:
            content.state |= QStyle.StateFlag.State_Selected
        self.itemDelegate().paint(painter, content, index)
        if self.hasFocus() and index == self.currentIndex():
            inner = QRectF(row).adjusted(_SIDE, 0, -_SIDE, 0)
            draw_focus_ring(painter, inner, self._appearance.theme, _RADIUS, gap=-2)
        painter.restore()

    def _draw_ground(self, painter: QPainter, row: QRect, *, selected: bool, hovered: bool) -> None:
        theme = self._appearance.theme
        inner = QRectF(row).adjusted(_SIDE, 0, -_SIDE, 0)
        if selected:
            draw_rounded_box(painter, inner, _RADIUS, theme.soft)
            if self._bar:
                bar = QRectF(inner.left(), inner.top() + 9, 3, inner.height() - 18)
                draw_rounded_box(painter, bar, 1.5, theme.accent)
        elif hovered:
            draw_rounded_box(painter, inner, _RADIUS, theme.hover)

    def _draw_chevron(self, painter: QPainter, row: QRect, index: QModelIndex) -> None:
        side = scaled(_CHEVRON)
        left = self.visualRect(index).left() - side - 5
        name = "chevron-down" if self.isExpanded(index) else "chevron-right"
        box = QRectF(left, row.center().y() + 1 - side / 2, side, side)
        draw_icon(painter, name, box, self._appearance.theme.ink3)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(event.position().toPoint())
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self._hover(QPoint(-1, -1))
        super().leaveEvent(event)  # type: ignore[arg-type]

    def _hover(self, at: QPoint) -> None:
        index = QPersistentModelIndex(self.indexAt(at))
        if index != self._hovered:
            self._hovered = index
            self.viewport().update()

    def _restore(self) -> None:
        self._restoring = True
        for index in self.rows():
            self.setExpanded(index, index.data(self._key_role) not in self._folded)
            if self._kept_key is not None and index.data(self._key_role) == self._kept_key:
                self.show_current(index)
        self._restoring = False

    @Slot()
    def _on_about_to_be_reset(self) -> None:
        self._kept_key = self.currentIndex().data(self._key_role)

    @Slot()
    def _on_reset(self) -> None:
        self._restore()

    @Slot(QModelIndex)
    def _on_collapsed(self, index: QModelIndex) -> None:
        if not self._restoring:
            self._folded.add(index.data(self._key_role))

    @Slot(QModelIndex)
    def _on_expanded(self, index: QModelIndex) -> None:
        self._folded.discard(index.data(self._key_role))

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()
