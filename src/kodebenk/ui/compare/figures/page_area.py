"""Gives a page all the height there is, and scrolls only where that is less than the page can do with."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget


class PageArea(QScrollArea):
    """A page that scrolls as a whole once its own tables are as low as they can be.

    A scroll area gives pages with broken lines their full height at once, and the heads of their tables scroll away.
    """

    def __init__(self, page: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidget(_Holder(page))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


class _Holder(QWidget):
    """Holds the page without a layout: a scroll area asks layouts for their full height."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        page.setParent(self)
        page.installEventFilter(self)

    def minimumSizeHint(self) -> QSize:
        layout = self._page.layout()
        width = self._page.minimumSizeHint().width()
        if layout is None or not layout.hasHeightForWidth():
            return self._page.minimumSizeHint()
        return QSize(width, layout.minimumHeightForWidth(max(width, self.width())))

    def sizeHint(self) -> QSize:
        return self._page.sizeHint()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._page.setGeometry(self.rect())
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
