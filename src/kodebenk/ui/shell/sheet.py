"""A sheet at the right edge of the page: keys, history, settings, a new project. It never blocks the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QScrollArea, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.labels import make_line
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_WIDTH = 420
_GAP = 10
_SCROLL_BAR = 14
_EDGES = 10


class SheetPage(QWidget):
    """What a sheet shows.

    Signals:
        close_requested(): the page has done what it was for.
    """

    close_requested = Signal()

    def title(self) -> str:
        """Return the title in the language in use."""
        raise NotImplementedError

    def fills_height(self) -> bool:
        """Return whether the page takes all the height there is, as a long list does."""
        return False

    def first_focus(self) -> QWidget | None:
        """Return the widget that gets the focus when the sheet opens; None leaves it to the close button."""
        return None


class SheetHost(QFrame):
    """Shows one page at a time over its parent. Esc closes it, and the focus goes back where it was.

    Signals:
        closed(): the sheet is gone.
    """

    closed = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._below = parent
        self._page: SheetPage | None = None
        self._came_from: QWidget | None = None
        self._close = IconButton(appearance, "x", "")
        self._header = PanelHeader("", buttons=(self._close,))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("surface", "popup")
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(make_line())
        column.addWidget(self._scroll, 1)
        self._connect_signals()
        self._translate()
        self._on_theme_changed()
        self.hide()
        parent.installEventFilter(self)

    def _connect_signals(self) -> None:
        self._close.clicked.connect(self.close_page)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    @property
    def page(self) -> SheetPage | None:
        """Return the page shown, or None."""
        return self._page

    def show_page(self, page: SheetPage) -> None:
        """Show a page instead of the one shown; the sheet owns it."""
        if self._page is None:
            self._came_from = QApplication.focusWidget()
        self._drop_page()
        self._page = page
        self._scroll.setWidget(page)
        page.close_requested.connect(self.close_page)
        self._translate()
        self._place()
        self.show()
        self.raise_()
        (page.first_focus() or self._close).setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def close_page(self) -> None:
        """Close the sheet."""
        if self._page is None:
            return
        self._drop_page()
        self.hide()
        came_from, self._came_from = self._came_from, None
        try:
            if came_from is not None and came_from.isVisible():
                came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        except RuntimeError:  # the widget went with a project that was closed
            return
        finally:
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._below and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _drop_page(self) -> None:
        if self._page is not None:
            self._scroll.takeWidget()
            self._page.setParent(self)  # Python would delete what nobody owns at once, in the middle of its own click
            self._page.deleteLater()
            self._page = None

    def _translate(self) -> None:
        self._close.set_name(self.tr("Close"), "Esc")
        if self._page is not None:
            self._header.set_title(self._page.title())
            self.setAccessibleName(self._page.title())

    def _place(self) -> None:
        room = self._below.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        width = min(scaled(_WIDTH), room.width())
        height = room.height()
        if self._page is not None and not self._page.fills_height():
            wanted = self._page.sizeHint().height()
            if self._page.hasHeightForWidth():
                wanted = max(wanted, self._page.heightForWidth(width - _SCROLL_BAR))
            head = max(self._header.sizeHint().height(), self._header.minimumHeight())
            height = min(height, wanted + head + _EDGES)
        self.setGeometry(room.right() - width + 1, room.top(), width, height)

    @Slot()
    def _on_theme_changed(self) -> None:
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        shadow.setColor(self._appearance.theme.shadow)
        self.setGraphicsEffect(shadow)
