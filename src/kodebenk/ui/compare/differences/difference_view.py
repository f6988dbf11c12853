"""The rows of the list of differences with their keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from kodebenk.ui.compare.differences.difference_delegate import DifferenceDelegate
from kodebenk.ui.compare.differences.difference_model import DifferenceModel, Index
from kodebenk.ui.compare.differences.difference_rows import DifferenceRow
from kodebenk.ui.theme import Appearance

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
DECISION_KEYS = frozenset("UINED123456789")
"""Letters and digits that choose what is settled."""


def decision_key(event: QKeyEvent) -> str:
    """Return the letter or digit that means a choice, or an empty text."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
    key = event.text().upper()
    return key if plain and key in DECISION_KEYS else ""


class DifferenceView(QListView):
    """One row is current.

    Signals:
        row_chosen(DifferenceRow): by mouse or arrows, also the current one once more.
        row_opened(DifferenceRow): Enter or a double click.
        decision_key_pressed(str): a letter or digit that means a choice.
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)
    decision_key_pressed = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.differences = DifferenceModel(self)
        self._is_quiet = False
        self.setModel(self.differences)
        self.setItemDelegate(DifferenceDelegate(appearance, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.doubleClicked.connect(self._on_double_clicked)
        appearance.theme_changed.connect(self._on_theme_changed)
        appearance.scale_changed.connect(self._on_scale_changed)

    @property
    def current_row(self) -> DifferenceRow | None:
        return self.differences.row_at(self.currentIndex())

    def choose_quietly(self, at: int) -> None:
        """Make a row current without `row_chosen`; −1 makes none current."""
        self._is_quiet = True
        self.setCurrentIndex(self.differences.index(at))
        if at >= 0:
            self.scrollTo(self.differences.index(at))
        else:
            self.clearSelection()
        self._is_quiet = False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        row = self.differences.row_at(current)
        if row is not None and not self._is_quiet:
            self.row_chosen.emit(row)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        before = self.currentIndex()
        super().mousePressEvent(event)
        row = self.current_row
        is_current_again = before.isValid() and before == self.indexAt(event.position().toPoint())
        if row is not None and is_current_again and event.button() == Qt.MouseButton.LeftButton:
            self.row_chosen.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row
        if event.key() in _ENTER and row is not None:
            self.row_opened.emit(row)
        elif row is not None and decision_key(event):
            self.decision_key_pressed.emit(decision_key(event))
        elif event.text().isprintable() and event.text().strip():
            # Other letters are keys of the workspace, not the beginning of a search in the list.
            event.ignore()
        else:
            super().keyPressEvent(event)

    @Slot("QModelIndex")
    def _on_double_clicked(self, index: Index) -> None:
        row = self.differences.row_at(index)
        if row is not None:
            self.row_opened.emit(row)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.viewport().update()

    @Slot()
    def _on_scale_changed(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.viewport().update()
