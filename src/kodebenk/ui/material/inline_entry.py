"""A line that opens over a table to write the name of something new."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from kodebenk.ui.components.buttons import ghost_button, plain_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.fonts import scaled
from kodebenk.ui.material.speaker_list import NameLine
from kodebenk.ui.theme import Appearance


class InlineEntry(QFrame):
    """Asks for a name; Enter adds, Esc closes.

    Signals:
        settled(str): this name is to be added.
        closed(): the line was closed.
    """

    settled = Signal(str)
    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "sunken")
        self._caption = make_label("", "label")
        self.line = NameLine()
        self.add_button = plain_button(appearance, "", "plus")
        self.close_button = ghost_button(appearance, "")
        self.line.setMinimumWidth(scaled(180))
        self.line.setMaximumWidth(scaled(320))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.setSpacing(8)
        row.addWidget(self._caption)
        row.addWidget(self.line, 1)
        row.addWidget(self.add_button)
        row.addWidget(self.close_button)
        row.addStretch(1)
        self._connect_signals()
        self._retranslate()
        self.hide()

    def _connect_signals(self) -> None:
        self.line.settled.connect(self._on_settled)
        self.line.given_up.connect(self._on_closed)
        self.add_button.clicked.connect(self._on_add_clicked)
        self.close_button.clicked.connect(self._on_closed)

    def set_caption(self, caption: str, example: str) -> None:
        """Say what is asked for."""
        self._caption.setText(caption)
        self.line.setAccessibleName(caption)
        self.line.setPlaceholderText(example)

    def open(self) -> None:
        """Show the line, empty, with the keyboard in it."""
        self.line.clear()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.add_button.set_text(self.tr("Add"))
        self.close_button.set_text(self.tr("Close"))

    @Slot(str)
    def _on_settled(self, name: str) -> None:
        self.settled.emit(name)

    @Slot()
    def _on_add_clicked(self) -> None:
        self.settled.emit(self.line.text())

    @Slot()
    def _on_closed(self) -> None:
        self.hide()
        self.closed.emit()
