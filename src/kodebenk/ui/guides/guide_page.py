"""The page of one guide: its themes and questions, the places of the chosen one, and what was asked of whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kodebenk.application import guide_actions, guide_codes, guide_queries, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import Guide, PlaceStatus
from kodebenk.errors import WorkbenchError
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.labels import make_line
from kodebenk.ui.guides.asked_table import AskedView
from kodebenk.ui.guides.guide_head import GuideHead
from kodebenk.ui.guides.guide_toolbar import ASKED, QUESTIONS, GuideToolbar
from kodebenk.ui.guides.place_picker import PlacePicker
from kodebenk.ui.guides.question_lines import QuestionLine, ThemeLine
from kodebenk.ui.guides.question_panel import QuestionPanel
from kodebenk.ui.guides.question_section import QuestionSection
from kodebenk.ui.guides.theme_panel import ThemePanel
from kodebenk.ui.material.panel_split import PanelSplit
from kodebenk.ui.number_words import counted
from kodebenk.ui.theme import Appearance

_PANEL = 400


class GuidePage(QWidget):
    """Shows one guide and carries out what its parts ask for.

    Signals:
        done(str), done_to_many(str), failed(WorkbenchError), passage_requested(int, int, int), action_requested(str):
            as in `Workspace`.
        back_requested(): to the list of guides.
        delete_requested(int): delete the guide with this id.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)
    passage_requested = Signal(int, int, int)
    action_requested = Signal(str)
    back_requested = Signal()
    delete_requested = Signal(int)

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self.guide_id = 0
        self.head = GuideHead(appearance)
        self.toolbar = GuideToolbar(appearance)
        self.banner = Banner(appearance, "info", "", "", "info")
        self._hide_banner = self.banner.add_action("")
        self.section = QuestionSection(project, appearance)
        self.model, self.questions = self.section.model, self.section.list
        self.asked = AskedView(project, appearance)
        self.question_panel = QuestionPanel(project, appearance)
        self.theme_panel = ThemePanel(project, appearance)
        self.picker = PlacePicker(project, appearance)
        self._main = QStackedWidget()
        self.panel = QStackedWidget()
        self.split = PanelSplit(self._main, self.panel, width=_PANEL)
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        self._main.setProperty("surface", "paper")
        self._main.addWidget(self.section)
        self._main.addWidget(self.asked)
        for one in (self.question_panel, self.theme_panel, self.picker):
            self.panel.addWidget(one)
        self.banner.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banner)
        column.addWidget(self.head)
        column.addWidget(self.toolbar)
        column.addWidget(make_line())
        column.addWidget(self.split, 1)

    def _connect_signals(self) -> None:
        self.head.back_requested.connect(self.back_requested)
        self.head.edited.connect(self._on_edited)
        self.head.delete_requested.connect(self._on_delete_requested)
        self._hide_banner.clicked.connect(self.banner.hide)
        self.toolbar.view_picked.connect(self.show_view)
        self.toolbar.score_picked.connect(self._show_count)
        self.toolbar.confirm_requested.connect(self._on_confirm_all)
        self.toolbar.find_requested.connect(self._on_find_requested)
        self.toolbar.code_requested.connect(self._on_code_requested)
        self.toolbar.panel_requested.connect(self.split.toggle_panel)
        self.section.done.connect(self.done)
        self.section.done_to_many.connect(self.done_to_many)
        self.section.failed.connect(self.failed)
        self.questions.line_chosen.connect(self._on_line_chosen)
        self.questions.line_clicked.connect(self.split.open_panel)
        self.questions.details_requested.connect(self._on_details_requested)
        self.questions.code_requested.connect(self.theme_panel.open_menu)
        self.questions.menu_requested.connect(self.section.open_menu)
        self._connect_panels()

    def _connect_panels(self) -> None:
        self.asked.passage_requested.connect(self.passage_requested)
        self.asked.question_requested.connect(self._on_question_requested)
        self.question_panel.settle_requested.connect(self._on_settle_requested)
        self.question_panel.remove_requested.connect(self._on_remove_requested)
        self.question_panel.place_requested.connect(self._on_place_requested)
        self.question_panel.passage_requested.connect(self.passage_requested)
        self.question_panel.close_requested.connect(self._on_panel_left)
        self.question_panel.left.connect(self._on_panel_left)
        self.theme_panel.code_chosen.connect(self._on_code_chosen)
        self.theme_panel.new_code_requested.connect(self._on_new_code_requested)
        self.theme_panel.close_requested.connect(self._on_panel_left)
        self.picker.chosen.connect(self._on_place_chosen)
        self.picker.passage_requested.connect(self.passage_requested)
        self.picker.left.connect(self._on_picker_left)
        self.split.open_changed.connect(self._on_open_changed)

    # What is shown

    @property
    def guide(self) -> Guide:
        """The guide that is shown."""
        return guide_queries.guide(self._project, self.guide_id)

    @property
    def is_gone(self) -> bool:
        """Tell whether the guide was deleted, or its import undone."""
        return all(one.id != self.guide_id for one in guide_queries.guides(self._project))

    def show_guide(self, guide_id: int, remarks: Sequence[str] = ()) -> None:
        """Show a guide, with what its reader had to say."""
        self.guide_id = guide_id
        self.banner.setVisible(bool(remarks))
        if remarks:
            self.banner.show_message("info", self.tr("Read from the file"), " ".join(remarks), "info")
        self.head.show_guide(self.guide, keep_writing=False)
        self.show_view(QUESTIONS)
        self.read_again()
        self.questions.choose_first()

    def read_again(self) -> None:
        """Read everything anew."""
        self.head.show_guide(self.guide)
        self.section.show_guide(self.guide_id)
        if self._main.currentWidget() is self.asked:
            self.asked.show_guide(self.guide_id)
        self._show_count()
        self._show_panel()

    @Slot(str)
    def show_view(self, name: str) -> None:
        """Show the questions, or the table of what was asked."""
        self.toolbar.switch.set_value(name)
        is_table = name == ASKED
        self._main.setCurrentIndex(1 if is_table else 0)
        if is_table and self.guide_id:
            self.asked.show_guide(self.guide_id)
        self._show_panel()

    @property
    def main_focus(self) -> QWidget:
        """What the keyboard belongs to on this page."""
        return self.asked.grid if self._main.currentWidget() is self.asked else self.section.main_focus

    def set_words(self, text: str) -> None:
        """Show only questions with these words."""
        self.section.set_words(text)

    def set_narrow(self, *, narrow: bool) -> None:
        """Let the panel slide over the questions."""
        self.split.set_narrow(narrow)
        self._on_open_changed()

    def _show_panel(self) -> None:
        """Show the side panel where there is something that it can be about."""
        self.split.set_panel_wanted(wanted=self._has_panel)
        self._on_open_changed()

    @property
    def _has_panel(self) -> bool:
        is_list = self._main.currentWidget() is self.section
        return is_list and not self.is_gone and bool(self.guide.themes or self.guide.questions)

    @Slot()
    def _show_count(self) -> None:
        own = {question.id for question in self.guide.questions}
        self.toolbar.show_count(
            sum(
                place.question_id in own
                and place.status is PlaceStatus.PROPOSED
                and place.score >= self.toolbar.least_score
                for place in guide_queries.places(self._project)
            )
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._hide_banner.set_text(self.tr("Hide"))

    @Slot(object)
    def _on_line_chosen(self, line: object) -> None:
        is_picking = self.panel.currentWidget() is self.picker and self.picker.hasFocus()
        if isinstance(line, QuestionLine) and not is_picking:
            self.question_panel.show_question(line)
            self.panel.setCurrentWidget(self.question_panel)
        elif isinstance(line, ThemeLine):
            self.theme_panel.show_theme(line)
            self.panel.setCurrentWidget(self.theme_panel)

    @Slot()
    def _on_open_changed(self) -> None:
        narrow = self.split.is_narrow
        self.toolbar.panel_button.setVisible(narrow and self._has_panel)
        self.toolbar.panel_button.setChecked(self.split.is_panel_shown)
        for panel in (self.question_panel, self.theme_panel):
            panel.close_button.setVisible(narrow)

    @Slot()
    def _on_details_requested(self) -> None:
        self.split.open_panel()
        self.question_panel.focus_list()

    @Slot()
    def _on_panel_left(self) -> None:
        self.split.close_panel()
        self.questions.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_question_requested(self, question_id: int) -> None:
        self.show_view(QUESTIONS)
        self.questions.choose_question(question_id)
        self._on_details_requested()

    # What is done

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """Tell of an error, and show again what stands."""
        try:
            yield
        except WorkbenchError as error:
            if not self.is_gone:
                self.head.show_guide(self.guide, keep_writing=False)
            self.failed.emit(error)

    @Slot(str, str)
    def _on_edited(self, field: str, value: str) -> None:
        if self.is_gone:
            return  # a field is left because its guide was deleted
        with self._trying():
            guide_actions.edit_guide(self._project, self.guide_id, **{field: value})
            self.done.emit(self.tr("Changed “{name}”").format(name=self.guide.name))

    @Slot()
    def _on_delete_requested(self) -> None:
        self.delete_requested.emit(self.guide_id)

    @Slot(int, object)
    def _on_settle_requested(self, place_id: int, status: PlaceStatus) -> None:
        with self._trying():
            guide_actions.settle(self._project, {place_id: status})
            place = guide_queries.place(self._project, place_id)
            citation = queries.cite_passage(self._project, place.document_id, place.start, place.end)
            confirmed = status is PlaceStatus.CONFIRMED
            said = self.tr("Confirmed at {citation}") if confirmed else self.tr("Rejected at {citation}")
            self.done.emit(said.format(citation=citation))

    @Slot(int)
    def _on_remove_requested(self, place_id: int) -> None:
        with self._trying():
            place = guide_queries.place(self._project, place_id)
            citation = queries.cite_passage(self._project, place.document_id, place.start, place.end)
            guide_actions.remove_place(self._project, place_id)
            self.done_to_many.emit(self.tr("Removed the place at {citation}").format(citation=citation))

    @Slot()
    def _on_confirm_all(self) -> None:
        with self._trying():
            count = guide_actions.confirm_all(self._project, self.guide_id, self.toolbar.least_score)
            said = counted(count, self.tr("Confirmed 1 place"), self.tr("Confirmed {count} places"))
            self.done_to_many.emit(said)

    @Slot()
    def _on_find_requested(self) -> None:
        self.action_requested.emit("find_questions")

    @Slot()
    def _on_code_requested(self) -> None:
        self.action_requested.emit("code_answers")

    @Slot(int, object)
    def _on_code_chosen(self, theme_id: int, code_id: int | None) -> None:
        with self._trying():
            guide_actions.map_theme(self._project, theme_id, code_id)
            self._say_meaning(theme_id)

    @Slot(int)
    def _on_new_code_requested(self, theme_id: int) -> None:
        with self._trying():
            guide_codes.make_theme_code(self._project, theme_id)
            self._say_meaning(theme_id)

    def _say_meaning(self, theme_id: int) -> None:
        _, theme = guide_queries.theme(self._project, theme_id)
        if theme.code_id is None:
            self.done.emit(self.tr("“{theme}” means no code").format(theme=theme.name))
            return
        code = queries.codebook(self._project).by_id[theme.code_id].name
        self.done.emit(self.tr("“{theme}” means “{code}”").format(theme=theme.name, code=code))

    @Slot(int, int)
    def _on_place_requested(self, question_id: int, document_id: int) -> None:
        self.panel.setCurrentWidget(self.picker)
        self.picker.show_document(question_id, document_id)

    @Slot(int, int, int, int)
    def _on_place_chosen(self, question_id: int, document_id: int, start: int, end: int) -> None:
        with self._trying():
            guide_actions.place_by_hand(self._project, question_id, document_id, start, end)
            citation = queries.cite_passage(self._project, document_id, start, end)
            self.done.emit(self.tr("Placed at {citation}").format(citation=citation))
        self._on_picker_left()

    @Slot()
    def _on_picker_left(self) -> None:
        self.panel.setCurrentWidget(self.question_panel)
        self._on_line_chosen(self.questions.current_line)
        self.question_panel.focus_list()
