"""A sheet that is one long list, with a few words around it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from kodebenk.ui.shell.rows import RowList
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance

_ROW = 46


class ListSheet(SheetPage):
    """The list takes the height there is, and the keyboard."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(appearance, _ROW)

    def fills_height(self) -> bool:
        return True

    def first_focus(self) -> QWidget:
        return self.list

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        """Show the words of the language in use."""
        raise NotImplementedError
