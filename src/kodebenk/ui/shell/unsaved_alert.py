"""The one message that blocks the window: the project cannot be saved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from kodebenk.ui.error_messages import Explanation


class UnsavedAlert(QMessageBox):
    """Says what was not saved and what is safe.

    Signals:
        copy_requested(): save a copy in another place.
    """

    copy_requested = Signal()

    def __init__(self, explanation: Explanation, parent: QWidget) -> None:
        super().__init__(parent)
        translate = QCoreApplication.translate
        self.setIcon(QMessageBox.Icon.Warning)
        self.setWindowTitle(translate("UnsavedAlert", "Not saved"))
        self.setText(explanation.title)
        self.setInformativeText(explanation.sentence)
        self.copy_button = self.addButton(
            translate("UnsavedAlert", "Save a copy as …"), QMessageBox.ButtonRole.ActionRole
        )
        self.addButton(QMessageBox.StandardButton.Close)
        self.buttonClicked.connect(self._on_button_clicked)
        self.finished.connect(self.deleteLater)

    @Slot(QAbstractButton)
    def _on_button_clicked(self, button: QAbstractButton) -> None:
        if button is self.copy_button:
            self.copy_requested.emit()
