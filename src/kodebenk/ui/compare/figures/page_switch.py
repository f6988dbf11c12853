"""Chooses the page of figures: segments side by side, or a button with a menu where there is no room for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.theme import Appearance


class PageSwitch(QWidget):
    """Shows the pages as segments as long as all their names fit.

    Signals:
        picked(str): the user took the page with this value.
    """

    picked = Signal(str)

    def __init__(self, appearance: Appearance, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self.segments = SegmentedControl(appearance, "", ())
        self.picker = PickButton(appearance)
        for part in (self.segments, self.picker):
            part.setParent(self)
            part.picked.connect(self._on_picked)
        self.picker.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def value(self) -> str:
        return self._value

    @property
    def is_folded(self) -> bool:
        """Tell whether the button stands for the segments."""
        return self.segments.isHidden()

    def set_value(self, value: str) -> None:
        """Take a page without `picked`."""
        self._value = value
        self.segments.set_value(value)
        self.picker.set_key(value)

    def set_pages(self, name: str, pages: Sequence[tuple[str, str]]) -> None:
        """Name the switch, and the pages by their values, as after a change of language."""
        self.segments.setAccessibleName(name)
        self.segments.set_segments([Segment(value, text) for value, text in pages], self._value)
        self.picker.set_caption(name)
        self.picker.set_choices(pages, self._value)
        self._fit()

    def sizeHint(self) -> QSize:
        return self.segments.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.picker.minimumSizeHint().width(), self.segments.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
            self._fit()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        folded = self.width() < self.segments.sizeHint().width()
        shown, hidden = (self.picker, self.segments) if folded else (self.segments, self.picker)
        shown.setGeometry(0, 0, min(self.width(), shown.sizeHint().width()), self.height())
        if shown.isHidden():
            focused = QApplication.focusWidget()
            had_focus = focused is not None and (focused is hidden or hidden.isAncestorOf(focused))
            hidden.hide()
            shown.show()
            if had_focus:
                (self.picker if folded else self.segments.button(self._value)).setFocus()

    @Slot(str)
    def _on_picked(self, value: str) -> None:
        self.set_value(value)
        self.picked.emit(value)
