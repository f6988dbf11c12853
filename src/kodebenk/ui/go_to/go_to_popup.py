"""The list under the search field: what fits the letters typed there. Arrows move, Enter goes, Esc closes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QVBoxLayout, QWidget

from kodebenk.application.open_project import OpenProject
from kodebenk.ui.actions import MenuEntry
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.search_field import SearchField
from kodebenk.ui.fonts import scaled
from kodebenk.ui.go_to.targets import Target, Targets
from kodebenk.ui.shell.rows import RowList
from kodebenk.ui.theme import Appearance

_WIDTH = 520
_HEIGHT = 420
_SETTLE_MS = 80
_MOVES = frozenset({Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp})


class GoToPopup(QFrame):
    """A child of the window; the keyboard stays in the search field.

    Signals:
        target_chosen(Target): go there.
    """

    target_chosen = Signal(object)

    def __init__(
        self,
        appearance: Appearance,
        project: OpenProject,
        field: SearchField,
        window: QWidget,
        entries: Callable[[], Sequence[MenuEntry]] = tuple,
    ) -> None:
        """Make the list under a search field; `entries` as in `Targets`."""
        super().__init__(window)
        self._appearance = appearance
        self._window = window
        self._field = field
        self._targets = Targets(project, entries, self)
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self.list = RowList(appearance, 44)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = make_label("", "body", wrap=True)
        self._nothing.setContentsMargins(14, 10, 14, 10)
        self.setProperty("surface", "popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(3, 4, 3, 4)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self._connect_signals()
        self._translate()
        self._on_theme_changed()
        self.hide()
        field.installEventFilter(self)
        window.installEventFilter(self)

    def _connect_signals(self) -> None:
        self._field.textEdited.connect(self._on_text_edited)
        self._timer.timeout.connect(self._on_settled)
        self.list.activated.connect(self._on_activated)
        self.list.clicked.connect(self._on_activated)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    def open(self) -> None:
        """Put the keyboard into the field and show the list."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()
        self._show()

    def close_list(self) -> None:
        """Hide the list and let go of what was typed."""
        self._timer.stop()
        self.hide()
        self._field.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() == QEvent.Type.Resize and self.isVisible():
                self._place()
            return False
        if event.type() == QEvent.Type.FocusOut and QApplication.activePopupWidget() is None:
            self.close_list()
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._show()
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _take_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_list()
            self._window.setFocus()
            self._field.clearFocus()
            return True
        if event.key() in _MOVES:
            if not self.isVisible():
                self._show()
            QApplication.sendEvent(self.list, QKeyEvent(event.type(), event.key(), Qt.KeyboardModifier.NoModifier))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._on_settled()
            self._go()
            return True
        return False

    def _show(self) -> None:
        self._refresh()
        self._place()
        self.show()
        self.raise_()

    def _refresh(self) -> None:
        rows = self._targets.find(self._field.text())
        self.list.setCurrentIndex(QModelIndex())
        self.list.set_rows(rows)
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        if rows:
            self.list.select(0)
            self.list.scrollToTop()

    def _place(self) -> None:
        below = self._field.mapTo(self._window, QPoint(0, self._field.height() + 4))
        width = min(scaled(_WIDTH), self._window.width() - 16)
        room = self._window.height() - below.y() - 12
        wanted = scaled(44) * max(1, len(self.list.rows_shown.rows)) + 12
        x = min(below.x(), self._window.width() - width - 8)
        self.setGeometry(x, below.y(), width, min(wanted, scaled(_HEIGHT), room))

    def _go(self) -> None:
        row = self.list.current_row()
        if row is None:
            return
        self.close_list()
        self._field.clearFocus()
        assert isinstance(row.key, Target)
        self.target_chosen.emit(row.key)

    def _translate(self) -> None:
        self._nothing.setText(self.tr("Nothing found. Three letters or more also search all texts."))
        self.list.setAccessibleName(self.tr("Places to go"))
        if self.isVisible():
            self._refresh()

    @Slot(str)
    def _on_text_edited(self, _text: str) -> None:
        if not self.isVisible():
            self._show()
        self._timer.start()

    @Slot()
    def _on_settled(self) -> None:
        self._timer.stop()
        self._refresh()
        self._place()

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self._go()

    @Slot()
    def _on_theme_changed(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(self._appearance.theme.shadow)
        self.setGraphicsEffect(shadow)
