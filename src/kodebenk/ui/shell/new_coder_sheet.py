"""Asks for the name of a coder who is new in the project."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import primary_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.shell.sheet import SheetPage
from kodebenk.ui.theme import Appearance


class NewCoderSheet(SheetPage):
    """One field and one button.

    Signals:
        coder_named(str): the name, not empty.
    """

    coder_named = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = make_label("", "label")
        self.name = QLineEdit()
        self._hint = make_label("", "meta", wrap=True)
        self.add = primary_button(appearance, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(8)
        for part in (self._caption, self.name, self._hint, self.add):
            column.addWidget(part)
        column.addStretch(1)
        self.name.textChanged.connect(self._on_name_changed)
        self.name.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self._on_name_changed("")
        self._translate()

    def title(self) -> str:
        return self.tr("New coder")

    def first_focus(self) -> QWidget:
        return self.name

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._caption.setText(self.tr("Name"))
        self.name.setAccessibleName(self.tr("Name"))
        self._hint.setText(self.tr("New codings carry this name. Codings made before keep theirs."))
        self.add.set_text(self.tr("Code under this name"))

    @Slot(str)
    def _on_name_changed(self, name: str) -> None:
        self.add.setEnabled(bool(name.strip()))

    @Slot()
    def _on_add(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            self.coder_named.emit(name)
            self.close_requested.emit()
