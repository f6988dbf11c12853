"""Says which file was written, and leads to its folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kodebenk.ui.components.banner import Banner
from kodebenk.ui.theme import Appearance


class WrittenBanner(Banner):
    """A message about the last file that was written; hidden until there is one."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "circle-check", "", "", "ok", parent)
        self.written: Path | None = None
        self.show_folder = self.add_action("")
        self.dismiss = self.add_action("")
        self.show_folder.clicked.connect(self._on_show_folder)
        self.dismiss.clicked.connect(self.hide)
        self._translate()
        self.hide()

    def show_written(self, path: Path) -> None:
        """Say that the file is there."""
        self.written = path
        self._translate()
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self.show_folder.set_text(self.tr("Show in folder"))
        self.dismiss.set_text(self.tr("Hide"))
        if self.written is not None:
            title = self.tr("{file} is saved").format(file=self.written.name)
            sentence = self.tr("It lies in {folder}").format(folder=self.written.parent)
            self.show_message("circle-check", title, sentence, "ok")

    @Slot()
    def _on_show_folder(self) -> None:
        if self.written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self.written.parent)))
