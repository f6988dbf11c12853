"""The panel of a theme of a guide: which code it means."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout, QWidget

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Codebook
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.guides.guide_words import question_count
from kodebenk.ui.guides.panel_top import SIDE, make_panel_top
from kodebenk.ui.guides.question_lines import ThemeLine
from kodebenk.ui.theme import Appearance

_NONE = 0
_NEW = -1
_INDENT = "    "


class ThemePanel(QFrame):
    """Shows one theme at a time, and opens the menu of codes for any.

    Signals:
        code_chosen(int, object): theme id and the id of the code it means, None for none.
        new_code_requested(int): theme id: make a theme of the codebook that has its name.
        close_requested(): take the panel away; only in narrow windows.
    """

    code_chosen = Signal(int, object)
    new_code_requested = Signal(int)
    close_requested = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._line: ThemeLine | None = None
        self._menu_theme = 0
        self.setProperty("surface", "panel")
        self.name = make_label("", "title", wrap=True)
        self.facts = make_label("", "meta")
        self.hint = make_label("", "body", wrap=True)
        self.close_button = IconButton(appearance, "x", "")
        self.code_button = PickButton(appearance, "", "tag")
        self._arrange()
        self._connect_signals()
        self._retranslate()
        self.close_button.hide()

    def _arrange(self) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(SIDE, 12, SIDE, 12)
        body.setSpacing(10)
        body.addWidget(self.hint)
        body.addWidget(self.code_button, 0, Qt.AlignmentFlag.AlignLeft)
        body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(make_panel_top(self.name, self.close_button, self.facts))
        column.addLayout(body, 1)

    def _connect_signals(self) -> None:
        self.code_button.clicked.connect(self._on_code_clicked)
        self.close_button.clicked.connect(self.close_requested)

    def show_theme(self, line: ThemeLine) -> None:
        """Show a theme, or what became of it."""
        self._line = line
        self._retranslate()

    def open_menu(self, line: ThemeLine, at: QPoint) -> QMenu:
        """Open the menu of codes for a theme at a place of the screen, and return it."""
        book = queries.codebook(self._project)
        self._menu_theme = line.id
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add(menu, self.tr("No code"), _NONE, checked=line.code_id is None)
        if all(code.name.casefold() != line.name.casefold() for code in book.themes):
            self._add(menu, self.tr("New theme “{name}”").format(name=line.name), _NEW)
        if book.codes:
            menu.addSeparator()
        for code, depth in book.in_order():
            self._add(menu, _INDENT * depth + code.name, code.id, checked=code.id == line.code_id)
        menu.triggered.connect(self._on_triggered)
        menu.popup(at)
        return menu

    def _add(self, menu: QMenu, text: str, code_id: int, *, checked: bool | None = None) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        action.setData(code_id)
        if checked is not None:
            action.setCheckable(True)
            action.setChecked(checked)
        menu.addAction(action)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.close_button.set_name(self.tr("Close"), "Esc")
        line = self._line
        if line is None:
            return
        self.name.setText(line.name or self.tr("Without a theme"))
        self.facts.setText(question_count(line.questions))
        self.code_button.setVisible(bool(line.id))
        self.hint.setText(self._hint(line, queries.codebook(self._project)))
        self.code_button.set_caption(self.tr("Code"))
        self.code_button.set_value_text(line.code_name or self.tr("none"))

    def _hint(self, line: ThemeLine, book: Codebook) -> str:
        if not line.id:
            return self.tr("These questions stand under no theme, so their answers get no code.")
        if line.code_id is None:
            return self.tr(
                "This theme means no code yet. Choose one, so that answers can be coded with it and the matrix can "
                "tell who was not asked."
            )
        path = " › ".join(code.name for code in (*book.lineage(line.code_id),)) or line.code_name
        return self.tr(
            "Means {code}. Answers to its questions can be coded with it, and the matrix tells who was not asked."
        ).format(code=path)

    @Slot()
    def _on_code_clicked(self) -> None:
        if self._line is not None:
            self.open_menu(self._line, self.code_button.mapToGlobal(QPoint(0, self.code_button.height() + 2)))

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        code_id = int(action.data())
        if code_id == _NEW:
            self.new_code_requested.emit(self._menu_theme)
        else:
            self.code_chosen.emit(self._menu_theme, None if code_id == _NONE else code_id)
