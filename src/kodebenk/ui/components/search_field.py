"""A field that filters or searches while one types."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from kodebenk.ui import icons
from kodebenk.ui.components.key_cap import KeyCap
from kodebenk.ui.theme import Appearance

_SETTLE_MS = 150
_EDGE = 6


class SearchField(QLineEdit):
    """A line with a magnifier, a way to clear it, and, if wanted, the key that leads here.

    Esc clears it; Esc in the empty field goes on to the window.

    Signals:
        text_settled(str): The text after a pause of 150 ms in typing, or at once on Enter and on clearing.
    """

    text_settled = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        placeholder: str = "",
        *,
        shortcut_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._own_placeholder = not placeholder
        self._last_settled = ""
        self._magnifier = QAction(self)
        self._clear = QAction(self)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._key_cap = KeyCap(appearance, shortcut_text, parent=self) if shortcut_text else None
        self.setProperty("quiet", True)
        self.addAction(self._magnifier, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.set_placeholder(placeholder)
        self._connect_signals()
        self._on_theme_changed()
        self._translate()
        self._show_what_fits()

    def _connect_signals(self) -> None:
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_settled)
        self._clear.triggered.connect(self._on_clear_triggered)
        self._timer.timeout.connect(self._on_settled)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    def set_placeholder(self, placeholder: str) -> None:
        """Say in the empty field, and to screen readers, what is searched."""
        self._own_placeholder = not placeholder
        if placeholder:
            self.setPlaceholderText(placeholder)
            self.setAccessibleName(placeholder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self._on_clear_triggered()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_key_cap()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._clear.setText(self.tr("Clear search"))
        if self._own_placeholder:
            self.setPlaceholderText(self.tr("Search"))
            self.setAccessibleName(self.tr("Search"))

    def _place_key_cap(self) -> None:
        if self._key_cap is None:
            return
        size = self._key_cap.sizeHint()
        self._key_cap.resize(size)
        self._key_cap.move(self.width() - size.width() - _EDGE, (self.height() - size.height()) // 2)

    def _show_what_fits(self) -> None:
        self._clear.setVisible(bool(self.text()))
        if self._key_cap is not None:
            self._key_cap.setVisible(not self.text())

    @Slot(str)
    def _on_text_changed(self, _text: str) -> None:
        self._show_what_fits()
        self._timer.start()

    @Slot()
    def _on_settled(self) -> None:
        self._timer.stop()
        if self.text() != self._last_settled:
            self._last_settled = self.text()
            self.text_settled.emit(self._last_settled)

    @Slot()
    def _on_clear_triggered(self) -> None:
        self.clear()
        self._on_settled()

    @Slot()
    def _on_theme_changed(self) -> None:
        color = self._appearance.theme.ink3
        self._magnifier.setIcon(icons.icon("search", color))
        self._clear.setIcon(icons.icon("x", color))
