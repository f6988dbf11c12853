"""Draws a ring around the control that has the keyboard focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QComboBox, QWidget
from shiboken6 import isValid

from kodebenk.ui.painting.grounds import draw_focus_ring
from kodebenk.ui.theme import Appearance

_GAP = 2
_REACH = 4
_MOVING_EVENTS = frozenset({QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show})


class FocusFollower(QObject):
    """Keeps a ring, 2 px wide with a gap of 2 px, around the focused button or combo box.

    Fields show the focus by their own border, lists and grids by a ring inside the current item. A widget that
    wants the ring sets the property `focus_ring` to true, one that draws its own sets it to false. After a mouse
    press the ring waits for the next key.
    """

    def __init__(self, appearance: Appearance, application: QApplication) -> None:
        super().__init__(application)
        self._appearance = appearance
        self._target: QWidget | None = None
        self._ring: FocusRing | None = None
        application.focusChanged.connect(self._on_focus_changed)

    @property
    def ring(self) -> FocusRing | None:
        """Return the ring shown, if any."""
        if self._ring is not None and not isValid(self._ring):
            self._ring = None
        return self._ring

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and watched is self._target and self.ring is None:
            self._surround()
        return False

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._leave()
        if new is None or not _wants_ring(new):
            return
        self._target = new
        new.installEventFilter(self)
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._surround()

    def _surround(self) -> None:
        if self._target is not None:
            self._ring = FocusRing(self._appearance, self._target)

    def _leave(self) -> None:
        if self._target is not None and isValid(self._target):
            self._target.removeEventFilter(self)
        self._target = None
        ring = self.ring
        self._ring = None
        if ring is not None:
            ring.hide()
            ring.deleteLater()


class FocusRing(QWidget):
    """The ring around one widget; it lies over its neighbours and moves along."""

    def __init__(self, appearance: Appearance, target: QWidget) -> None:
        host = _find_host(target)
        super().__init__(host)
        self._appearance = appearance
        self._target = target
        self._host = host
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in _path(target, host):
            widget.installEventFilter(self)
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        # A window on its way out still sends events to what is in it.
        alive = isValid(self) and isValid(self._target) and isValid(self._host)
        if event.type() in _MOVING_EVENTS and alive:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = QRectF(self.rect()).adjusted(_REACH, _REACH, -_REACH, -_REACH)
        draw_focus_ring(painter, inner, self._appearance.theme, gap=_GAP)
        painter.end()

    def _place(self) -> None:
        if not self._target.isVisibleTo(self._host):
            self.hide()
            return
        origin = self._target.mapTo(self._host, QPoint(0, 0))
        self.setGeometry(QRect(origin, self._target.size()).adjusted(-_REACH, -_REACH, _REACH, _REACH))
        self.raise_()
        self.show()


def _wants_ring(widget: QWidget) -> bool:
    asked = widget.property("focus_ring")
    if asked is None:
        asked = isinstance(widget, QAbstractButton | QComboBox)
    return bool(asked) and not widget.isWindow()


def _find_host(target: QWidget) -> QWidget:
    # The ring lies over the window, but inside a scrolled page, so that it moves and is clipped with it.
    host = target.window()
    ancestor = target.parentWidget()
    while ancestor is not None and ancestor is not host:
        viewport = ancestor.parentWidget()
        if viewport is not None and isinstance(viewport.parentWidget(), QAbstractScrollArea):
            return ancestor
        ancestor = viewport
    return host


def _path(target: QWidget, host: QWidget) -> list[QWidget]:
    path = [target]
    while path[-1] is not host:
        parent = path[-1].parentWidget()
        if parent is None:
            break
        path.append(parent)
    return path
