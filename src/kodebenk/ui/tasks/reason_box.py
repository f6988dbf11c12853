"""Asks why blind coding ends: in a box of its own, or in one line of a banner."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import ghost_button, primary_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance


class ReasonBox(QFrame):
    """Asks why blind coding ends before the coder has finished.

    Signals:
        given(str): the reason, not empty.
        left(): nothing shall end.
    """

    given = Signal(str)
    left = Signal()

    def __init__(self, appearance: Appearance, *, in_one_line: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_one_line = in_one_line
        self._caption = make_label("", "label")
        self.line = QLineEdit()
        self._words = make_label("", "meta", wrap=True)
        self.end_button = primary_button(appearance, "")
        self.cancel_button = ghost_button(appearance, "")
        if in_one_line:
            self._arrange_in_one_line()
        else:
            self._arrange_in_a_box()
        self.line.textChanged.connect(self._on_text_changed)
        self.line.returnPressed.connect(self._on_end)
        self.end_button.clicked.connect(self._on_end)
        self.cancel_button.clicked.connect(self.left)
        self._retranslate()
        self._on_text_changed("")

    def _arrange_in_one_line(self) -> None:
        self.line.setMinimumWidth(scaled(140))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._caption)
        row.addWidget(self.line, 1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.end_button)

    def _arrange_in_a_box(self) -> None:
        self.setProperty("surface", "note")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        for part in (self._caption, self.line, self._words):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.end_button)
        column.addLayout(row)

    @Slot()
    def begin(self) -> None:
        """Ask anew."""
        self.line.clear()
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        question = self.tr("Why does blind coding end here?")
        self._caption.setText(self.tr("Why?") if self._in_one_line else question)
        self.line.setAccessibleName(question)
        self.line.setPlaceholderText(self.tr("The reason is recorded") if self._in_one_line else "")
        self._words.setText(
            self.tr("The reason is kept with the task and in the history. The source is no longer coded blind.")
        )
        self.end_button.set_text(self.tr("End blindness"))
        self.cancel_button.set_text(self.tr("Cancel"))

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.end_button.setEnabled(bool(text.strip()))

    @Slot()
    def _on_end(self) -> None:
        reason = " ".join(self.line.text().split())
        if reason:
            self.given.emit(reason)
