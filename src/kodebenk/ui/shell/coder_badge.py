"""The round badge with the coder's initials and a menu of coders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from kodebenk.domain.coder import Coder
from kodebenk.ui.components.enter_key import press_by_enter
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text
from kodebenk.ui.theme import Appearance

_SIDE = 28


class CoderBadge(QPushButton):
    """Says who is coding.

    Signals:
        coder_chosen(str): another coder of the project, by name.
        new_coder_requested(): a coder who is not in the list is wanted.
    """

    coder_chosen = Signal(str)
    new_coder_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names: Sequence[str] = ()
        self._name = ""
        self._menu = QMenu(self)
        self.setProperty("role", "icon")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setMenu(self._menu)
        self._menu.triggered.connect(self._on_triggered)
        appearance.theme_changed.connect(self.update)

    def show_coders(self, names: Sequence[str], current: str) -> None:
        """Offer these coders; `current` is working now."""
        self._names, self._name = names, current
        self._translate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_by_enter(self, event):
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(scaled(_SIDE), scaled(_SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        side = scaled(26)
        circle = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        draw_rounded_box(painter, circle, side / 2, theme.hover if self.underMouse() else theme.raised, theme.ctl)
        initials = Coder(0, "", self._name).initials
        draw_text(painter, 0, self.height() / 2, initials, ui_font(10.5, 600), theme.ink2, self.width(), Align.CENTER)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        text = self.tr("Coder: {name}").format(name=self._name or "–")
        self.setAccessibleName(text)
        self.setToolTip(text)
        self._menu.clear()
        group = QActionGroup(self._menu)
        for name in self._names:
            action = QAction(name.replace("&", "&&"), self._menu)
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name == self._name)
            group.addAction(action)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(QAction(self.tr("New coder …"), self._menu))
        self.update()

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        name = action.data()
        if name is None:
            self.new_coder_requested.emit()
        elif name != self._name:
            self.coder_chosen.emit(str(name))
