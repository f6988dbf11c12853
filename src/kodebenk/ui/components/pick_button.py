"""A button that shows a caption and the chosen value, and opens a menu of values: "Coder **all** ⌄"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from kodebenk.ui.components.enter_key import press_by_enter
from kodebenk.ui.components.segmented_control import MarkPainter
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.text_line import draw_text, text_width
from kodebenk.ui.theme import Appearance

_SIDE = 10
_ICON = 15
_CHEVRON = 14
_GAP = 5
_SHORTEST_VALUE = 48


class PickButton(QPushButton):
    """A caption, the value in bolder letters, and a chevron.

    Long values elide at the end and are then whole in the tool tip.

    Signals:
        picked(str): The user chose the value with this key in the menu.
    """

    picked = Signal(str)

    def __init__(
        self, appearance: Appearance, caption: str = "", icon_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._caption = caption
        self._value_text = ""
        self._icon_name = icon_name
        self._mark: MarkPainter | None = None
        self._choices: dict[str, str] = {}
        self._key = ""
        self._describe()
        appearance.theme_changed.connect(self._on_theme_changed)

    @property
    def key(self) -> str:
        """Return the key of the chosen value; empty if the value was set as text."""
        return self._key

    def set_caption(self, caption: str) -> None:
        """Show another caption, as after a change of language."""
        self._caption = caption
        self._describe()

    def set_value_text(self, text: str) -> None:
        """Show a value of your own; open your own menu with `setMenu` or on `clicked`."""
        self._value_text = text
        self._describe()

    def set_mark(self, mark: MarkPainter | None) -> None:
        """Paint a mark before the value, such as a code mark."""
        self._mark = mark
        self.updateGeometry()
        self.update()

    def set_choices(self, choices: Sequence[tuple[str, str]], key: str) -> None:
        """Offer values in a menu.

        Args:
            choices: Pairs of key and translated text, in order.
            key: Of the chosen one.

        Raises:
            KeyError: `key` is not among them.
        """
        self._choices = dict(choices)
        menu = QMenu(self)
        group = QActionGroup(menu)
        for choice, text in choices:
            action = QAction(text.replace("&", "&&"), menu)
            action.setData(choice)
            action.setCheckable(True)
            group.addAction(action)
            menu.addAction(action)
        menu.triggered.connect(self._on_triggered)
        self._replace_menu(menu)
        self.set_key(key)

    def set_key(self, key: str) -> None:
        """Show the value with this key as chosen, without `picked`.

        Raises:
            KeyError: no choice has this key.
        """
        self._value_text = self._choices[key]
        self._key = key
        for action in self.menu().actions():
            action.setChecked(action.data() == key)
        self._describe()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        value = text_width(self._value_text, ui_font(13, 500))
        return QSize(round(self._value_left() + value + self._tail()), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        value = min(text_width(self._value_text, ui_font(13, 500)), scaled(_SHORTEST_VALUE))
        return QSize(round(self._value_left() + value + self._tail()), super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_content(painter)
        painter.end()

    def _draw_content(self, painter: QPainter) -> None:
        theme = self._appearance.theme
        middle = self.height() / 2
        enabled = self.isEnabled()
        left = float(scaled(_SIDE))
        if self._mark is not None:
            self._mark(painter, QPointF(left + scaled(_ICON) / 2 - 1, middle), theme)
        elif self._icon_name:
            draw_icon(painter, self._icon_name, self._square(left, _ICON), theme.ink2 if enabled else theme.ink3)
        draw_text(painter, left + self._mark_width(), middle, self._caption, ui_font(12.5), theme.ink3)
        start = self._value_left()
        room = self.width() - start - self._tail()
        ink = theme.ink if enabled else theme.ink3
        draw_text(painter, start, middle, self._value_text, ui_font(13, 500), ink, room + 1)
        chevron = self.width() - scaled(_SIDE - 3 + _CHEVRON)
        draw_icon(painter, "chevron-down", self._square(chevron, _CHEVRON), theme.ink3)

    def _square(self, left: float, side: int) -> QRectF:
        length = scaled(side)
        return QRectF(left, (self.height() - length) / 2, length, length)

    def _mark_width(self) -> float:
        return scaled(_ICON + _GAP) if self._icon_name or self._mark is not None else 0

    def _value_left(self) -> float:
        left = scaled(_SIDE) + self._mark_width()
        return left + text_width(f"{self._caption} ", ui_font(12.5)) + 2 if self._caption else left

    def _tail(self) -> float:
        return scaled(_GAP + _CHEVRON + _SIDE - 3)

    def _describe(self) -> None:
        whole = ": ".join(part for part in (self._caption, self._value_text) if part)
        self.setAccessibleName(whole)
        self.setToolTip(whole)
        self.updateGeometry()
        self.update()

    def _replace_menu(self, menu: QMenu) -> None:
        old = self.menu()
        self.setMenu(menu)
        if old is not None:
            old.deleteLater()

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        key = str(action.data())
        self.set_key(key)
        self.picked.emit(key)

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()
