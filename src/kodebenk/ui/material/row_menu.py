"""The context menu of a row, with the same actions as keys and side panel."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

DELETE = "delete"
UP = "up"
DOWN = "down"


class RowMenu:
    """Actions by name, in order; what deletes stands last, below a line."""

    def __init__(self, slots: Mapping[str, Callable[[], None]], parent: QWidget) -> None:
        self._parent = parent
        self._actions = {name: QAction(parent) for name in slots}
        for name, slot in slots.items():
            self._actions[name].triggered.connect(slot)

    def set_texts(self, texts: Mapping[str, str]) -> None:
        """Show these texts, by name of the action."""
        for name, text in texts.items():
            self._actions[name].setText(text)

    def popup(self, place: QPoint, *, can_move_up: bool, can_move_down: bool) -> None:
        """Open the menu at a place of the screen."""
        self._actions[UP].setEnabled(can_move_up)
        self._actions[DOWN].setEnabled(can_move_down)
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(list(self._actions.values()))
        menu.insertSeparator(self._actions[DELETE])
        menu.popup(place)
