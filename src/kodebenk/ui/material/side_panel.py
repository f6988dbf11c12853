"""The frame of the side panels: a head, a scrolled body, a foot with what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_SIDE = 16


class SidePanel(QFrame):
    """Title, one line of facts, fields, and actions; or one sentence while nothing is chosen.

    Signals:
        close_requested(): take the panel away; only in narrow windows.
    """

    close_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.head = QHBoxLayout()
        self.title = ElidedLabel("", "title")
        self.facts = make_label("", "meta", wrap=True)
        self.close_button = IconButton(appearance, "x", "")
        self.body = QVBoxLayout()
        self.foot = QHBoxLayout()
        self.nothing = make_label("", "body", wrap=True)
        self.page = QScrollArea()
        self._inner = QWidget()
        self._pages = QStackedWidget()
        self._arrange()
        self._name_close_button()
        self.close_button.hide()
        self.close_button.clicked.connect(self.close_requested)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._pages)
        self._pages.addWidget(self._make_page())
        empty = QWidget()
        inner = QVBoxLayout(empty)
        inner.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        inner.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignTop)
        self._pages.addWidget(empty)

    def _make_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.head.setContentsMargins(_SIDE, 12, 8, 0)
        self.head.setSpacing(7)
        self.head.addWidget(self.title, 1)
        self.head.addWidget(self.close_button)
        column.addLayout(self.head)
        facts = QVBoxLayout()
        facts.setContentsMargins(_SIDE, 2, _SIDE, 10)
        facts.addWidget(self.facts)
        column.addLayout(facts)
        column.addWidget(make_line())
        column.addWidget(self.page, 1)
        column.addWidget(make_line())
        self.foot.setContentsMargins(_SIDE - 4, 10, _SIDE - 4, 10)
        self.foot.setSpacing(4)
        column.addLayout(self.foot)
        self._make_scrolled_body()
        return page

    def _make_scrolled_body(self) -> None:
        self.body.setContentsMargins(_SIDE, 12, _SIDE, 16)
        self.body.setSpacing(10)
        self._inner.setLayout(self.body)
        self.page.setWidget(self._inner)
        self.page.setWidgetResizable(True)
        self.page.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setMinimumHeight(scaled(80))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name_close_button()

    def _name_close_button(self) -> None:
        self.close_button.set_name(self.tr("Close"), "Esc")

    def show_fields(self, shown: bool) -> None:
        """Show the fields, or the sentence for when nothing is chosen."""
        self._pages.setCurrentIndex(0 if shown else 1)

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        first = next((one for one in self._inner.findChildren(QWidget) if _takes_keys(one)), None)
        if first is not None and self._pages.currentIndex() == 0:
            first.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.setFocus(Qt.FocusReason.TabFocusReason)


def _takes_keys(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled() and not widget.isHidden()
