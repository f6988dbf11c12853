"""Makes labels, surfaces and lines that the style sheet knows by a property."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from kodebenk.ui import icons
from kodebenk.ui.components.paragraph import Paragraph
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

Level = Literal["display", "heading", "page", "title", "panel", "strong", "body", "label", "meta", "small"]
Surface = Literal["chrome", "panel", "paper", "sunken", "card", "note", "popup"]


def make_label(text: str, level: Level, *, wrap: bool = False, tone: str = "") -> QLabel:
    """Return a label of one of the text levels.

    Args:
        text: Already translated; plain, never read as markup.
        level: From 28 px `display` down to 11 px `small`; see the style sheet.
        wrap: Breaks into lines where it would not fit.
        tone: Colour role instead of the level's own: ink, ink2, ink3, accent, on_soft, ok, warn, bad, info.
    """
    label = Paragraph(text) if wrap else QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("level", level)
    if tone:
        label.setProperty("tone", tone)
    return label


def make_surface(surface: Surface, parent: QWidget | None = None) -> QFrame:
    """Return an empty frame with the ground of a surface."""
    frame = QFrame(parent)
    frame.setProperty("surface", surface)
    frame.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return frame


def make_line(orientation: Qt.Orientation = Qt.Orientation.Horizontal) -> QFrame:
    """Return a hair line between two parts."""
    line = QFrame()
    line.setProperty("surface", "line")
    if orientation == Qt.Orientation.Horizontal:
        line.setFixedHeight(1)
    else:
        line.setFixedWidth(1)
    return line


def restyle(widget: QWidget) -> None:
    """Make the style sheet look again at a widget whose properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class IconLabel(QLabel):
    """An icon in a colour role; decorative, so screen readers pass it by."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        role: str = "ink2",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._name = name
        self._role = role
        self._size = scaled(size)
        self.setFixedSize(self._size, self._size)
        appearance.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon, or the same in another colour role."""
        self._name = name
        self._role = role
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        color = self._appearance.theme.color(self._role)
        self.setPixmap(icons.pixmap(self._name, color, self._size, self.devicePixelRatioF()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._on_theme_changed()
        return super().event(event)
