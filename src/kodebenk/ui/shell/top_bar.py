"""The bar at the top: logo, menus, project with its state of saving, undo, search, theme, coder."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QWidget

from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import IconLabel, make_label
from kodebenk.ui.components.search_field import SearchField
from kodebenk.ui.fonts import scaled
from kodebenk.ui.icons import draw_logo
from kodebenk.ui.shell.coder_badge import CoderBadge
from kodebenk.ui.theme import Appearance

_HEIGHT = 44
_SEARCH = 268
_SEARCH_NARROW = 180


class TopBar(QWidget):
    """The top bar; without a project it has only menus and theme.

    Signals:
        undo_requested(), redo_requested(), theme_requested(): buttons.
    """

    undo_requested = Signal()
    redo_requested = Signal()
    theme_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._narrow = False
        self._undo_text = self._redo_text = ""
        self._title = ElidedLabel("", "panel")
        self._saved_mark = IconLabel(appearance, "check", "ok", 13)
        self._saved = make_label("", "meta")
        self._undo = IconButton(appearance, "undo-2", "")
        self._redo = IconButton(appearance, "redo-2", "")
        self._theme = IconButton(appearance, "moon", "")
        self.search = SearchField(appearance, " ", shortcut_text="Ctrl+P")
        self.coder = CoderBadge(appearance)
        self._row = QHBoxLayout(self)
        self._arrange()
        self._connect_signals()
        self._translate()
        self.set_project_shown(False)

    def _arrange(self) -> None:
        self.setFixedHeight(scaled(_HEIGHT))
        row = self._row
        row.setContentsMargins(16, 0, 14, 1)
        row.setSpacing(4)
        row.addWidget(_Logo(self._appearance))
        row.addSpacing(6)
        row.addStretch(1)
        row.addWidget(self._title)
        row.addSpacing(6)
        row.addWidget(self._saved_mark)
        row.addWidget(self._saved)
        row.addStretch(1)
        row.addWidget(self._undo)
        row.addWidget(self._redo)
        row.addSpacing(6)
        row.addWidget(self.search)
        row.addSpacing(4)
        row.addWidget(self._theme)
        row.addWidget(self.coder)
        order = (self._undo, self._redo, self.search, self._theme, self.coder)
        for before, after in pairwise(order):
            self.setTabOrder(before, after)

    def _connect_signals(self) -> None:
        self._undo.clicked.connect(self.undo_requested)
        self._redo.clicked.connect(self.redo_requested)
        self._theme.clicked.connect(self.theme_requested)
        self._appearance.theme_changed.connect(self._on_theme_changed)

    def take_menu_bar(self, menu_bar: QMenuBar) -> None:
        """Put the menus beside the logo."""
        menu_bar.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row.insertWidget(2, menu_bar)

    def set_project_shown(self, shown: bool) -> None:
        """Show or hide what belongs to an open project."""
        for part in (self._title, self._undo, self._redo, self.search, self.coder):
            part.setVisible(shown)
        self._show_saved(shown)

    def show_project(self, title: str, saved: str) -> None:
        """Show the title, and when the project was last saved, such as "Saved 14:06"."""
        self._title.set_text(title)
        self._saved.setText(saved)
        self._show_saved(True)

    def project_title(self) -> str:
        return self._title.text()

    def saved_text(self) -> str:
        return self._saved.text()

    def show_undo(self, undo: str, redo: str) -> None:
        """Name what undo and redo would do; empty where there is nothing."""
        self._undo_text, self._redo_text = undo, redo
        self._translate()

    def set_narrow(self, narrow: bool) -> None:
        """Take less room, for a window under 1200 px."""
        self._narrow = narrow
        self.search.setFixedWidth(scaled(_SEARCH_NARROW if narrow else _SEARCH))
        self._show_saved(self._title.isVisibleTo(self))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._appearance.theme
        painter.fillRect(self.rect(), theme.chrome)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.line)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _show_saved(self, project: bool) -> None:
        shown = project and not self._narrow and bool(self._saved.text())
        self._saved.setVisible(shown)
        self._saved_mark.setVisible(shown)
        self._title.setToolTip("" if shown else self._saved.text())

    def _translate(self) -> None:
        self._undo.set_name(self._undo_text or self.tr("Nothing to undo"), "Ctrl+Z")
        self._redo.set_name(self._redo_text or self.tr("Nothing to redo"), "Ctrl+Shift+Z")
        self._undo.setEnabled(bool(self._undo_text))
        self._redo.setEnabled(bool(self._redo_text))
        self.search.set_placeholder(self.tr("Search, go to …"))
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        dark = self._appearance.theme.is_dark
        self._theme.set_icon_name("sun" if dark else "moon")
        self._theme.set_name(self.tr("Light theme") if dark else self.tr("Dark theme"))
        self.update()


class _Logo(QWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setFixedSize(QSize(scaled(22), scaled(22)))
        appearance.theme_changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._appearance.theme
        draw_logo(painter, QRectF(self.rect()), theme.accent, theme.on_accent)
        painter.end()
