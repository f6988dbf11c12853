"""The frame of the forms beside the table of tasks: fields, one primary button, and a way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kodebenk.ui.components.buttons import Button, ghost_button, primary_button
from kodebenk.ui.material.side_panel import SidePanel
from kodebenk.ui.theme import Appearance


class TaskForm(SidePanel):
    """A side panel that is filled in and done, or left.

    Signals:
        left(): the form was left without doing anything.
    """

    left = Signal()

    def __init__(self, appearance: Appearance, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.do_button: Button = primary_button(appearance, "", icon_name)
        self.cancel_button: Button = ghost_button(appearance, "")
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel_button)
        self.foot.addWidget(self.do_button)
        self.close_button.show()
        self.close_button.clicked.connect(self.left)
        self.cancel_button.clicked.connect(self.left)
        self.show_fields(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language in use."""
        self.cancel_button.set_text(self.tr("Cancel"))
