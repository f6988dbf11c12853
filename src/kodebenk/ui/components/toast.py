"""A message over the page after a change to several things at once, with a way to take it back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QEnterEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QHBoxLayout, QWidget

from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.theme import Appearance

_SHOWN_MS = 8000
_FROM_BOTTOM = 20
_SIDE = 16


class Toast(QFrame):
    """A message at the lower edge of its parent for 8 s; it stays while it has the focus or the pointer.

    Signals:
        action_requested: The user took the action, by default Undo.
    """

    action_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._page = parent
        self._message = make_label("", "panel")
        self._action = Button(appearance, "", "", "toast")
        self._keys = make_label("", "meta")
        self._own_action_text = True
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self.setProperty("surface", "toast")
        self._arrange()
        self._translate()
        self._connect_signals()
        self._on_theme_changed()
        self.hide()
        parent.installEventFilter(self)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._appearance, "check", "toast_text"))
        row.addWidget(self._message)
        row.addSpacing(6)
        row.addWidget(self._action)
        row.addWidget(self._keys)
        row.addStretch(1)

    def _connect_signals(self) -> None:
        self._timer.timeout.connect(self._on_timeout)
        self._action.clicked.connect(self._on_action_clicked)
        self._appearance.theme_changed.connect(self._on_theme_changed)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    def show_message(self, text: str, *, action_text: str = "", shortcut_text: str | None = None) -> None:
        """Show a message and announce it to screen readers.

        Args:
            text: Already translated, such as "12 codings moved".
            action_text: By default Undo in the language of the window.
            shortcut_text: Keys that do the same as the action; by default those of Undo on this system.
        """
        self._own_action_text = not action_text
        self._message.setText(text)
        self._action.set_text(action_text or self.tr("Undo"))
        keys = _undo_keys() if shortcut_text is None else shortcut_text
        self._keys.setText(keys)
        self._keys.setVisible(bool(keys))
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def message(self) -> str:
        """Return the message shown or last shown."""
        return self._message.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._page:
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._start_unless_focused()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        if self._own_action_text:
            self._action.set_text(self.tr("Undo"))

    def _place(self) -> None:
        room = self._page.rect()
        self.resize(self.sizeHint().boundedTo(room.size()))
        left = (room.width() - self.width()) // 2
        self.move(QPoint(max(left, 0), room.height() - self.height() - _FROM_BOTTOM))

    def _start_unless_focused(self) -> None:
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        if self.isVisible() and not held:
            self._timer.start()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._timer.stop()
        elif not self._timer.isActive() and not self.underMouse():
            self._start_unless_focused()

    def _on_timeout(self) -> None:
        self.hide()

    def _on_action_clicked(self) -> None:
        self.hide()
        self.action_requested.emit()

    def _on_theme_changed(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(_SIDE)
        shadow.setOffset(0, 3)
        shadow.setColor(self._appearance.theme.shadow)
        self.setGraphicsEffect(shadow)


def _undo_keys() -> str:
    return QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)
