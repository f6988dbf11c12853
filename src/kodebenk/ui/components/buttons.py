"""Buttons in the roles of the style sheet, with icons tinted by the theme."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from kodebenk.ui import icons
from kodebenk.ui.components.enter_key import press_by_enter
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

Role = Literal["primary", "plain", "ghost", "danger", "icon", "link", "quiet", "small", "segment", "toast"]

_ICON_ROLES = {"primary": "on_accent", "danger": "bad", "toast": "toast_link", "small": "accent"}
_ICON_GAP = " "


class Button(QPushButton):
    """A push button with a role and, if wanted, an icon that follows the theme."""

    def __init__(
        self,
        appearance: Appearance,
        text: str = "",
        icon_name: str = "",
        role: Role = "plain",
        *,
        icon_size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._icon_name = icon_name
        self._icon_size = scaled(icon_size)
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIconSize(QSize(self._icon_size, self._icon_size))
        self.set_text(text)
        self._connect_signals()
        self._tint_icon()

    def _connect_signals(self) -> None:
        self._appearance.theme_changed.connect(self._on_theme_changed)
        self.toggled.connect(self._on_toggled)

    def set_text(self, text: str) -> None:
        """Show another text, set off from the icon; screen readers get it without the gap."""
        self.setText(_ICON_GAP + text if text and self._icon_name else text)
        self.setAccessibleName(text.replace("&", ""))

    def set_icon_name(self, name: str) -> None:
        """Show another icon, as when a button changes between moon and sun."""
        self._icon_name = name
        self._tint_icon()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._tint_icon()

    @Slot(bool)
    def _on_toggled(self, _checked: bool) -> None:
        self._tint_icon()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._tint_icon()

    def _tint_icon(self) -> None:
        if self._icon_name:
            color = self._appearance.theme.color(self._icon_role())
            self.setIcon(icons.icon(self._icon_name, color, self._icon_size))

    def _icon_role(self) -> str:
        if not self.isEnabled():
            return "ink3"
        if self.isChecked():
            return "on_soft"
        return _ICON_ROLES.get(self.property("role"), "ink2")


class IconButton(Button):
    """A square button with only an icon; its name is the tool tip and what screen readers say."""

    def __init__(
        self,
        appearance: Appearance,
        icon_name: str,
        name: str,
        *,
        shortcut_text: str = "",
        icon_size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, "", icon_name, "icon", icon_size=icon_size, parent=parent)
        self.set_name(name, shortcut_text)

    def set_name(self, name: str, shortcut_text: str = "") -> None:
        """Say in the tool tip and to screen readers what the button does.

        Args:
            name: Already translated.
            shortcut_text: Keys shown behind it in the tool tip, such as `Ctrl+F`.
        """
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({shortcut_text})" if shortcut_text else name)


def primary_button(appearance: Appearance, text: str, icon_name: str = "") -> Button:
    """Return the one button of a page that does what the page is for."""
    return Button(appearance, text, icon_name, "primary")


def plain_button(appearance: Appearance, text: str, icon_name: str = "") -> Button:
    """Return an outlined button."""
    return Button(appearance, text, icon_name, "plain")


def ghost_button(appearance: Appearance, text: str, icon_name: str = "") -> Button:
    """Return a button without outline."""
    return Button(appearance, text, icon_name, "ghost")


def danger_button(appearance: Appearance, text: str, icon_name: str = "trash-2") -> Button:
    """Return a button that takes something away; it can be undone and does not ask."""
    return Button(appearance, text, icon_name, "danger")


def link_button(appearance: Appearance, text: str) -> Button:
    """Return an underlined action, as in banners."""
    return Button(appearance, text, "", "link")


def quiet_button(appearance: Appearance, text: str, icon_name: str = "") -> Button:
    """Return an action in the accent colour without ground, as beside a heading."""
    return Button(appearance, text, icon_name, "quiet")
