"""A field for a few lines of text that reports what was written when the writer pauses or leaves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from kodebenk.ui.fonts import scaled, ui_font

_PAUSE_MS = 2000
_MARGINS = 16


class SavingText(QPlainTextEdit):
    """Plain text that grows with its lines.

    Signals:
        written(str): The text is another than the one shown last; after a pause of two seconds, on leaving,
            on Ctrl+Enter.
        left(): Esc was pressed: the writer wants back to where they were.
    """

    written = Signal(str)
    left = Signal()

    def __init__(self, lines: int = 2, most_lines: int = 6, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._most_lines = most_lines
        self._saved = ""
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.setTabChangesFocus(True)
        self.setFont(ui_font(13))
        self.document().setDocumentMargin(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._timer.timeout.connect(self._on_pause)
        self.textChanged.connect(self._on_text_changed)

    def show_text(self, text: str) -> None:
        """Show a text as saved; what somebody is writing in this field stays, unless the text became another."""
        if text == self._saved and self.toPlainText() != self._saved:
            return
        self._timer.stop()
        self._saved = text
        if self.toPlainText() != text:
            self.setPlainText(text)

    def save(self) -> None:
        """Report the text if it is another than the one shown."""
        self._timer.stop()
        text = self.toPlainText()
        if text != self._saved:
            self._saved = text
            self.written.emit(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.save()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and control:
            self.save()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        lines = min(max(self._lines, self._line_count()), self._most_lines)
        return QSize(scaled(160), round(lines * self.fontMetrics().lineSpacing()) + scaled(_MARGINS))

    def minimumSizeHint(self) -> QSize:
        return QSize(scaled(80), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def _line_count(self) -> int:
        return int(self.document().size().height())

    @Slot()
    def _on_text_changed(self) -> None:
        self.updateGeometry()
        if self.toPlainText() != self._saved:
            self._timer.start()

    @Slot()
    def _on_pause(self) -> None:
        self.save()
