"""The panel of a question: its words, where it is put, and what can be done there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import PlaceStatus
from kodebenk.ui.components.buttons import IconButton, plain_button
from kodebenk.ui.components.labels import make_label, make_line
from kodebenk.ui.guides.guide_words import found_words, question_words, to_confirm_count
from kodebenk.ui.guides.panel_top import SIDE, make_panel_top
from kodebenk.ui.guides.place_lines import MissingLine, PlaceLine, PlaceModel
from kodebenk.ui.guides.place_list import PlaceList
from kodebenk.ui.guides.question_lines import QuestionLine
from kodebenk.ui.theme import Appearance


class QuestionPanel(QFrame):
    """Shows one question at a time.

    Signals:
        settle_requested(int, object): place id and PlaceStatus.
        remove_requested(int): place id: remove the place.
        place_requested(int, int): question id and document id: place it by hand.
        passage_requested(int, int, int): show this passage (code points).
        close_requested(): take the panel away; only in narrow windows.
        left(): the keyboard wants back to the questions.
    """

    settle_requested = Signal(int, object)
    remove_requested = Signal(int)
    place_requested = Signal(int, int)
    passage_requested = Signal(int, int, int)
    close_requested = Signal()
    left = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: QuestionLine | None = None
        self.setProperty("surface", "panel")
        self.words = make_label("", "title", wrap=True)
        self.facts = make_label("", "meta")
        self.close_button = IconButton(appearance, "x", "")
        self.model = PlaceModel(project, self)
        self.list = PlaceList(self.model, appearance)
        self.confirm_button = plain_button(appearance, "", "check")
        self.reject_button = plain_button(appearance, "", "ban")
        self.remove_button = IconButton(appearance, "trash-2", "")
        self.place_button = plain_button(appearance, "", "map-pin")
        self.open_button = plain_button(appearance, "", "external-link")
        self._arrange()
        self._connect_signals()
        self._retranslate()
        self.close_button.hide()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.setContentsMargins(SIDE - 2, 10, SIDE - 2, 10)
        foot.setSpacing(6)
        for button in (self.confirm_button, self.reject_button, self.remove_button, self.place_button):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.open_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(make_panel_top(self.words, self.close_button, self.facts))
        column.addWidget(self.list, 1)
        column.addWidget(make_line())
        column.addLayout(foot)

    def _connect_signals(self) -> None:
        self.list.line_chosen.connect(self._on_line_chosen)
        self.list.open_requested.connect(self._on_open_requested)
        self.list.confirm_requested.connect(self._on_confirm_requested)
        self.list.reject_requested.connect(self._on_reject_requested)
        self.list.remove_requested.connect(self._on_remove_requested)
        self.list.menu_requested.connect(self.open_menu)
        self.list.left.connect(self.left)
        self.confirm_button.clicked.connect(self._on_confirm_requested)
        self.reject_button.clicked.connect(self._on_reject_requested)
        self.remove_button.clicked.connect(self._on_remove_requested)
        self.place_button.clicked.connect(self._on_confirm_requested)
        self.open_button.clicked.connect(self._on_open_requested)
        self.close_button.clicked.connect(self.close_requested)

    def show_question(self, line: QuestionLine) -> None:
        """Show a question, or what became of it."""
        is_other = self._line is None or self._line.id != line.id
        self._line = line
        self.model.show_question(line.id)
        if is_other:
            self.list.choose_first()
            self.list.scrollToTop()
        self._show_words()
        self._on_line_chosen()

    def focus_list(self) -> None:
        """Give the keyboard to the places."""
        if self.list.current_line is None:
            self.list.choose_first()
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.list.setAccessibleName(self.tr("Places of the question"))
        self.confirm_button.set_text(self.tr("Confirm"))
        self.reject_button.set_text(self.tr("Reject"))
        self.place_button.set_text(self.tr("Place by hand"))
        self.open_button.set_text(self.tr("Open in the text"))
        self.remove_button.set_name(self.tr("Remove the place"), self.tr("Shift+Del"))
        self.close_button.set_name(self.tr("Close"), "Esc")
        self.confirm_button.setToolTip(self.tr("Space"))
        self.reject_button.setToolTip(self.tr("Del"))
        self.open_button.setToolTip("Enter")
        self.model.retranslate()
        self._show_words()

    def _show_words(self) -> None:
        if self._line is None:
            return
        self.words.setText(question_words(self._line.question))
        finding = self._line.finding
        facts = [self.tr("Found in {texts}").format(texts=found_words(finding))]
        if finding.proposed:
            facts.append(to_confirm_count(finding.proposed))
        self.facts.setText(" · ".join(facts))

    @Slot()
    def _on_line_chosen(self) -> None:
        line = self.list.current_line
        is_place = isinstance(line, PlaceLine)
        status = line.place.status if isinstance(line, PlaceLine) else None
        self.confirm_button.setVisible(is_place or line is None)
        self.reject_button.setVisible(is_place or line is None)
        self.remove_button.setVisible(is_place or line is None)
        self.place_button.setVisible(isinstance(line, MissingLine))
        self.confirm_button.setEnabled(is_place and status is not PlaceStatus.CONFIRMED)
        self.reject_button.setEnabled(is_place and status is not PlaceStatus.REJECTED)
        self.remove_button.setEnabled(is_place)
        self.open_button.setEnabled(line is not None)

    @Slot()
    def _on_open_requested(self) -> None:
        line = self.list.current_line
        if isinstance(line, PlaceLine):
            self.passage_requested.emit(line.place.document_id, line.place.start, line.place.end)
        elif isinstance(line, MissingLine):
            self.passage_requested.emit(line.document_id, 0, 0)

    @Slot()
    def _on_confirm_requested(self) -> None:
        line = self.list.current_line
        if isinstance(line, MissingLine) and self._line is not None:
            self.place_requested.emit(self._line.id, line.document_id)
        else:
            self._settle(PlaceStatus.CONFIRMED)

    @Slot()
    def _on_reject_requested(self) -> None:
        self._settle(PlaceStatus.REJECTED)

    def _settle(self, status: PlaceStatus) -> None:
        line = self.list.current_line
        if isinstance(line, PlaceLine) and line.place.status is not status:
            self.settle_requested.emit(line.place.id, status)
            self.list.choose_next()

    @Slot()
    def _on_remove_requested(self) -> None:
        line = self.list.current_line
        if isinstance(line, PlaceLine):
            self.remove_requested.emit(line.place.id)

    @Slot(QPoint)
    def open_menu(self, at: QPoint) -> QMenu:
        """Open the menu of what can be done with the current line at a place of the screen, and return it."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(self.tr("Open in the text") + "\tEnter").triggered.connect(self._on_open_requested)
        menu.addSeparator()
        line = self.list.current_line
        if isinstance(line, MissingLine):
            hand = menu.addAction(self.tr("Place by hand") + "\t" + self.tr("Space"))
            hand.triggered.connect(self._on_confirm_requested)
        elif isinstance(line, PlaceLine):
            confirm = menu.addAction(self.tr("Confirm") + "\t" + self.tr("Space"))
            confirm.triggered.connect(self._on_confirm_requested)
            confirm.setEnabled(self.confirm_button.isEnabled())
            reject = menu.addAction(self.tr("Reject") + "\t" + self.tr("Del"))
            reject.triggered.connect(self._on_reject_requested)
            reject.setEnabled(self.reject_button.isEnabled())
            menu.addSeparator()
            remove = menu.addAction(self.tr("Remove the place") + "\t" + self.tr("Shift+Del"))
            remove.triggered.connect(self._on_remove_requested)
        menu.popup(at)
        return menu
