"""Says that a file is in the project already, or nearly, and lets the user add it nevertheless."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kodebenk.application.import_twins import Twin
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.theme import Appearance


def twin_name(twin: Twin) -> str:
    """Return what a file is like: name and label of the document, or the other file's name."""
    return f"{twin.label} · {twin.name}" if twin.label else twin.name


class TwinBanner(QWidget):
    """A message, and a switch below it.

    Signals:
        switched(bool): the file shall be added anyway, or not.
    """

    switched = Signal(bool)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._twin: Twin | None = None
        self._banner = Banner(appearance, "copy", "", "", "info")
        self.anyway = QCheckBox()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._banner)
        column.addWidget(self.anyway)
        self.anyway.clicked.connect(self.switched)
        self.hide()

    def show_twin(self, twin: Twin | None, *, take_anyway: bool) -> None:
        """Show what a file is like; None hides the banner."""
        self._twin = twin
        self.setVisible(twin is not None)
        self.anyway.setChecked(take_anyway)
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        twin = self._twin
        if twin is None:
            return
        self.anyway.setText(self.tr("Add it anyway"))
        self._banner.show_message("copy", self._title(twin), self.tr("It is skipped unless you say otherwise."), "info")

    def _title(self, twin: Twin) -> str:
        if twin.is_same_file and twin.in_project:
            words = self.tr("The very same file is in the project: {name}")
        elif twin.is_same_file:
            words = self.tr("The very same file is in the list: {name}")
        else:
            words = self.tr("{percent} % of the text is the same as in {name}")
        return words.format(percent=twin.percent, name=twin_name(twin))
