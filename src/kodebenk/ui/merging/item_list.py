"""The list of what a merge is about; a row with two answers has them beside each other, and one of them is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from kodebenk.ui.merging.item_delegate import ItemDelegate
from kodebenk.ui.merging.item_model import ItemModel
from kodebenk.ui.merging.section_values import Choice, Item, Line
from kodebenk.ui.theme import Appearance

_BATCH = 200


class ItemList(QListView):
    """The list. Left and right choose an answer, Space the other one; Enter shows the place of a coding.

    Signals:
        answered(Choice, bool): the user takes theirs (True) or ours.
        passage_requested(document id, start, end): show this passage (code points).
    """

    answered = Signal(object, bool)
    passage_requested = Signal(int, int, int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items_shown = ItemModel(self)
        self.setModel(self.items_shown)
        self._delegate = ItemDelegate(appearance, self)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        # Thousands of rows have heights of their own, which takes a while.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        appearance.theme_changed.connect(self._on_theme_changed)
        appearance.scale_changed.connect(self._on_theme_changed)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the row that was current stays so where there are as many."""
        before = self.items_shown.lines
        kept = self.currentIndex().row()
        self.items_shown.set_lines(lines)
        if len(before) != len(lines):
            self.setCurrentIndex(QModelIndex())
            self.select(kept if 0 <= kept < len(lines) else 0)
        else:
            self.scheduleDelayedItemsLayout()

    def select(self, row: int) -> None:
        """Make a row current, counted from 0; of a heading the row below it."""
        for at in (*range(row, len(self.items_shown.lines)), *range(row - 1, -1, -1)):
            if isinstance(self.items_shown.lines[at], Item):
                self.setCurrentIndex(self.items_shown.index(at))
                return

    def current_item(self) -> Item | None:
        return self.items_shown.item(self.currentIndex())

    def answer_point(self, row: int, *, theirs: bool) -> QPoint:
        """Return a point on an answer of a row, where a click chooses it."""
        rect = self.visualRect(self.items_shown.index(row))
        return self._delegate.answer_rects(rect, self.items_shown.lines[row])[theirs].center().toPoint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.current_item()
        choice = item.choice if item is not None else None
        wanted = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()))
        if choice is not None and event.key() == Qt.Key.Key_Space:
            self.answered.emit(choice, not choice.is_theirs)
        elif choice is not None and wanted is not None:
            self._answer(choice, theirs=wanted)
        elif item is not None and item.place is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.passage_requested.emit(*item.place)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        item = self.items_shown.item(index)
        if item is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        rect = self.visualRect(index)
        if item.choice is not None:
            for theirs, box in enumerate(self._delegate.answer_rects(rect, item)):
                if box.contains(event.position()):
                    self._answer(item.choice, theirs=bool(theirs))
        elif item.place is not None and self._delegate.link_rect(rect, item).contains(event.position()):
            self.passage_requested.emit(*item.place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        index = self.indexAt(event.position().toPoint())
        item = self.items_shown.item(index)
        is_link = item is not None and self._is_active(index, item, event)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def _is_active(self, index: QModelIndex, item: Item, event: QMouseEvent) -> bool:
        rect = self.visualRect(index)
        if item.choice is not None:
            return any(box.contains(event.position()) for box in self._delegate.answer_rects(rect, item))
        return item.place is not None and self._delegate.link_rect(rect, item).contains(event.position())

    def _answer(self, choice: Choice, *, theirs: bool) -> None:
        if choice.is_theirs != theirs:
            self.answered.emit(choice, theirs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
