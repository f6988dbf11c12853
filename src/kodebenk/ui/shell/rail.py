"""The rail at the left: one button for each workspace, help and settings at the bottom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from kodebenk.ui.actions import plain_action_text
from kodebenk.ui.components.enter_key import press_by_enter
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import Appearance

_WIDE = 84
_NARROW = 56


@dataclass(frozen=True, slots=True)
class RailPlace:
    """A button of the rail: name of the action that it stands for, icon, and its key."""

    name: str
    icon: str
    key: str


WORKSPACES = (
    RailPlace("material", "files", "Ctrl+1"),
    RailPlace("coding", "highlighter", "Ctrl+2"),
    RailPlace("matrix", "table-2", "Ctrl+3"),
    RailPlace("compare", "git-compare-arrows", "Ctrl+5"),
)
_BELOW = (RailPlace("keys", "circle-question-mark", "F1"), RailPlace("settings", "settings", "Ctrl+,"))


class Rail(QWidget):
    """The rail.

    Signals:
        chosen(str): a workspace, `keys` or `settings` was chosen.
    """

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._group = QButtonGroup(self)
        self._buttons = {place.name: RailButton(appearance, place, self) for place in (*WORKSPACES, *_BELOW)}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, scaled(8), 0, scaled(10))
        column.setSpacing(0)
        self._add(column, WORKSPACES, checkable=True)
        column.addStretch(1)
        self._add(column, _BELOW, checkable=False)
        self.set_narrow(False)
        self._connect_signals()

    def _add(self, column: QVBoxLayout, places: Sequence[RailPlace], *, checkable: bool) -> None:
        for place in places:
            button = self._buttons[place.name]
            button.setCheckable(checkable)
            if checkable:
                self._group.addButton(button)
            column.addWidget(button)

    def _connect_signals(self) -> None:
        for button in self._buttons.values():
            button.clicked.connect(self._on_clicked)
        self._appearance.theme_changed.connect(self.update)

    def button(self, name: str) -> RailButton:
        return self._buttons[name]

    def set_current(self, name: str) -> None:
        """Mark the workspace that is shown."""
        self._buttons[name].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, with the names as tool tips."""
        self.setFixedWidth(scaled(_NARROW if narrow else _WIDE))
        for place in WORKSPACES:
            self._buttons[place.name].set_narrow(narrow)
        for place in _BELOW:
            self._buttons[place.name].set_narrow(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.chrome)
        painter.fillRect(QRectF(self.width() - 1, 0, 1, self.height()), theme.line)
        painter.end()

    @Slot()
    def _on_clicked(self) -> None:
        button = self.sender()
        assert isinstance(button, RailButton)
        self.chosen.emit(button.name)


class RailButton(QAbstractButton):
    """Icon over label; the current one has a soft ground, a bar at the edge and a bold label."""

    def __init__(self, appearance: Appearance, place: RailPlace, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._place = place
        self._narrow = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._translate()
        appearance.theme_changed.connect(self.update)

    @property
    def name(self) -> str:
        return self._place.name

    def set_narrow(self, narrow: bool) -> None:
        self._narrow = narrow
        self._translate()
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        if not self.isCheckable():
            return QSize(scaled(_NARROW), scaled(38))
        return QSize(scaled(_NARROW if self._narrow else _WIDE), scaled(48 if self._narrow else 58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        ground = QRectF(6, 0, self.width() - 13, self.height() - scaled(4))
        if self.isChecked():
            draw_rounded_box(painter, ground, 8, theme.soft)
            inset = scaled(9)
            draw_rounded_box(painter, QRectF(0, inset, 3, ground.height() - 2 * inset), 1.5, theme.accent)
        elif self.underMouse():
            draw_rounded_box(painter, ground, 8, theme.hover)
        ink = theme.on_soft if self.isChecked() else theme.ink2
        side = scaled(20)
        middle = (self.width() - 1) / 2
        top = scaled(8) if not self._narrow else (ground.height() - side) / 2
        draw_icon(painter, self._place.icon, QRectF(middle - side / 2, top, side, side), ink)
        if not self._narrow:
            font = ui_font(11, 600 if self.isChecked() else 500)
            draw_text(painter, 2, scaled(40), self.text(), font, ink, self.width() - 5, Align.CENTER)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        text = plain_action_text(self._place.name)
        self.setText(text)
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({self._place.key})")
        self.update()
