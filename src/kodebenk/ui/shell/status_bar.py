"""The line at the bottom: what was done last with its undo, what the workspace says, text size, keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label, make_line
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem

_HEIGHT = 28


class StatusBar(QWidget):
    """The status bar.

    Signals:
        undo_requested(): Undo beside the message was chosen.
        keys_requested(): the sheet of keys was asked for.
    """

    undo_requested = Signal()
    keys_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._compact = False
        self._left: Sequence[StatusItem] = ()
        self._right: Sequence[StatusItem] = ()
        self._check = IconLabel(appearance, "check", "ok", 14)
        self._message = ElidedLabel("", "strong")
        self._undo = Button(appearance, "", "", "small")
        self._undo_keys = make_label("Ctrl+Z", "small")
        self._divider = make_line(Qt.Orientation.Vertical)
        self._left_row = QHBoxLayout()
        self._right_row = QHBoxLayout()
        self._zoom = make_label("", "meta", tone="ink2")
        self._keys = Button(appearance, "", "keyboard", "ghost", icon_size=13)
        self.setProperty("surface", "chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._arrange()
        self._connect_signals()
        self.clear_message()
        self._translate()

    def _arrange(self) -> None:
        self.setFixedHeight(scaled(_HEIGHT))
        for button in (self._undo, self._keys):
            button.setFixedHeight(scaled(22))
            button.setProperty("status", True)
        self._divider.setFixedHeight(scaled(15))
        for row in (self._left_row, self._right_row):
            row.setSpacing(scaled(20))
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 1, 8, 0)
        line.setSpacing(7)
        for part in (self._check, self._message, self._undo, self._undo_keys, self._divider):
            line.addWidget(part)
        line.addSpacing(4)
        line.addLayout(self._left_row)
        line.addStretch(1)
        line.addLayout(self._right_row)
        line.addSpacing(scaled(13))
        line.addWidget(self._zoom)
        line.addSpacing(scaled(8))
        line.addWidget(self._keys)

    def _connect_signals(self) -> None:
        self._undo.clicked.connect(self.undo_requested)
        self._keys.clicked.connect(self.keys_requested)
        self._appearance.scale_changed.connect(self._on_scale_changed)

    def show_message(self, text: str, *, undo: bool = True) -> None:
        """Say what was done and announce it; `undo` offers to take it back."""
        self._message.set_text(text)
        self._check.setVisible(True)
        self._message.setVisible(True)
        self._undo.setVisible(undo)
        self._undo_keys.setVisible(undo)
        self._show_items()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def clear_message(self) -> None:
        """Say nothing; what was said is no longer the last thing done."""
        self._message.set_text("")
        for part in (self._check, self._message, self._undo, self._undo_keys, self._divider):
            part.setVisible(False)
        self._show_items()

    def message(self) -> str:
        return self._message.text()

    @property
    def undo_button(self) -> Button:
        return self._undo

    def show_items(self, left: Sequence[StatusItem], right: Sequence[StatusItem]) -> None:
        """Show what a workspace says."""
        self._left, self._right = left, right
        self._show_items()

    def set_compact(self, compact: bool) -> None:
        """Say less, for a narrow window."""
        self._compact = compact
        self._show_items()
        self._translate()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _show_items(self) -> None:
        said = bool(self._message.text())
        left = () if self._compact and said else self._left
        right = self._right[-1:] if self._compact else self._right
        self._fill(self._left_row, left)
        self._fill(self._right_row, right)
        self._divider.setVisible(said and bool(left))

    def _fill(self, row: QHBoxLayout, items: Sequence[StatusItem]) -> None:
        clear_layout(row)
        for item in items:
            row.addWidget(_StatusPiece(self._appearance, item))

    def _translate(self) -> None:
        self._undo.set_text(self.tr("Undo"))
        self._keys.set_text(self.tr("F1") if self._compact else self.tr("F1 keys"))
        self._on_scale_changed(self._appearance.scale)

    @Slot(float)
    def _on_scale_changed(self, scale: float) -> None:
        self._zoom.setText(self.tr("{percent}%").format(percent=QLocale().toString(round(scale * 100))))


class _StatusPiece(QWidget):
    """An icon and a few words."""

    def __init__(self, appearance: Appearance, item: StatusItem) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        if item.icon:
            row.addWidget(IconLabel(appearance, item.icon, item.tone, 13))
        row.addWidget(ElidedLabel(item.text, "meta", tone="ink2"))
