"""A row of choices of which one is taken, such as Summary · Quotations · Counts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from kodebenk.ui.components.buttons import Button
from kodebenk.ui.fonts import scaled
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.theme import Appearance, Theme

MarkPainter = Callable[[QPainter, QPointF, Theme], None]
_MARK_SIZE = 16
_MARGIN = 2
_SHADES = (1.0, 2.0, 3.0)


@dataclass(frozen=True, slots=True)
class Segment:
    """One choice.

    Attributes:
        value: What `picked` carries.
        text: Already translated.
        icon_name: Lucide icon before the text, if any.
        mark: Paints a mark around the given centre instead of an icon, if any.
    """

    value: str
    text: str
    icon_name: str = ""
    mark: MarkPainter | None = None


class SegmentedControl(QWidget):
    """A row of segments; arrows move between them, and Tab enters at the one taken.

    Signals:
        picked(str): The user took the segment with this value.
    """

    picked = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        segments: Sequence[Segment],
        value: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._segments: tuple[Segment, ...] = ()
        self._buttons: dict[str, Button] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_MARGIN + 1, _MARGIN + 1, _MARGIN + 1, _MARGIN + 1)
        self._row.setSpacing(1)
        self.setAccessibleName(name)
        self.set_segments(segments, value)
        self._connect_signals()

    def _connect_signals(self) -> None:
        self._group.buttonClicked.connect(self._on_button_clicked)
        self._group.buttonToggled.connect(self._on_button_toggled)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    @property
    def value(self) -> str:
        """Return the value of the segment taken; empty if none is."""
        return next((value for value, button in self._buttons.items() if button.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Take a segment without `picked`; a value that no segment has takes none."""
        button = self._buttons.get(value)
        if button is not None:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._buttons.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def set_segments(self, segments: Sequence[Segment], value: str = "") -> None:
        """Show other segments, as after a change of language."""
        self._clear()
        self._segments = tuple(segments)
        for segment in self._segments:
            self._add(segment)
        self._draw_marks()
        self.set_value(value)

    def button(self, value: str) -> Button:
        """Return the button of a segment, to set its tool tip or switch it off.

        Raises:
            KeyError: no segment has this value.
        """
        return self._buttons[value]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        draw_rounded_box(painter, QRectF(self.rect()), 7, theme.sunken, theme.line2)
        buttons = list(self._buttons.values())
        for left, right in pairwise(buttons):
            if not left.isChecked() and not right.isChecked():
                self._draw_divider(painter, left, right)
        painter.end()

    def _draw_divider(self, painter: QPainter, left: QAbstractButton, right: QAbstractButton) -> None:
        x = (left.geometry().right() + 1 + right.geometry().left()) / 2
        inset = self.height() * 0.28
        divider = QRectF(x - 0.5, inset, 1, self.height() - 2 * inset)
        painter.fillRect(divider, self._appearance.theme.line2)

    def _clear(self) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = {}

    def _add(self, segment: Segment) -> None:
        button = Button(self._appearance, segment.text, segment.icon_name, "segment", icon_size=15)
        if segment.mark is not None:
            button.setText(" " + segment.text)
            button.setIconSize(QSize(scaled(_MARK_SIZE), scaled(_MARK_SIZE)))
        button.setCheckable(True)
        self._group.addButton(button)
        self._row.addWidget(button, 1)
        self._buttons[segment.value] = button

    def _draw_marks(self) -> None:
        for segment in self._segments:
            if segment.mark is not None:
                self._buttons[segment.value].setIcon(_mark_icon(segment.mark, self._appearance.theme))

    @Slot(QAbstractButton)
    def _on_button_clicked(self, _button: QAbstractButton) -> None:
        self.picked.emit(self.value)

    @Slot(QAbstractButton, bool)
    def _on_button_toggled(self, _button: QAbstractButton, _checked: bool) -> None:
        self.update()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._draw_marks()
        self.update()


def _mark_icon(mark: MarkPainter, theme: Theme) -> QIcon:
    icon = QIcon()
    side = scaled(_MARK_SIZE)
    for shade in _SHADES:
        pixmap = QPixmap(round(side * shade), round(side * shade))
        pixmap.fill(Qt.GlobalColor.transparent)
        pixmap.setDevicePixelRatio(shade)
        painter = QPainter(pixmap)
        try:
            mark(painter, QPointF(side / 2, side / 2), theme)
        finally:
            painter.end()
        icon.addPixmap(pixmap)
    return icon
