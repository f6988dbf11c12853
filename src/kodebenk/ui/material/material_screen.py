"""The workspace for material: sources, respondents, interview guides and coding tasks, one view at a time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.components.buttons import Button, IconButton, plain_button, primary_button
from kodebenk.ui.components.labels import make_line
from kodebenk.ui.components.search_field import SearchField
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.guides.guide_view import GuideView
from kodebenk.ui.material.respondent_view import RespondentView
from kodebenk.ui.material.source_view import SourceView
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.tasks.task_view import TaskView
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem, Workspace

SOURCES = "sources"
RESPONDENTS = "respondents"
GUIDES = "guides"
TASKS = "tasks"
_TOOLBAR = 50
_NARROW = 1200


class MaterialScreen(Workspace):
    """What the project is made of: documents, the people in them, what they were to be asked, and who codes what."""

    def __init__(
        self,
        project: OpenProject,
        project_signals: ProjectSignals,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(project, project_signals, appearance, parent)
        self._is_narrow = False
        self.sources = SourceView(project, appearance)
        self.respondents = RespondentView(project, appearance)
        self.guides = GuideView(project, appearance)
        self.tasks = TaskView(project, appearance)
        self.switch = SegmentedControl(appearance, "", self._segments(), SOURCES)
        self.search = SearchField(appearance)
        self.import_button: Button = primary_button(appearance, "", "file-plus")
        self.guide_button: Button = primary_button(appearance, "", "file-plus")
        self.new_guide_button: Button = plain_button(appearance, "", "plus")
        self.new_button: Button = primary_button(appearance, "", "plus")
        self.attribute_button: Button = plain_button(appearance, "", "columns-3")
        self.file_button: Button = plain_button(appearance, "", "file-spreadsheet")
        self.assign_button: Button = primary_button(appearance, "", "plus")
        self.sample_button: Button = plain_button(appearance, "", "list-filter")
        self.round_button: Button = plain_button(appearance, "", "flag")
        self.panel_button = IconButton(appearance, "panel-right", "")
        self._toolbar = self._make_toolbar()
        self._pages = QStackedWidget()
        self._arrange()
        self._connect_signals()
        self._retranslate()
        self.show_view(SOURCES)

    def _make_toolbar(self) -> QFrame:
        bar = QFrame()
        bar.setProperty("surface", "panel")
        bar.setMinimumHeight(scaled(_TOOLBAR))
        self.search.setMinimumWidth(scaled(120))
        self.search.setMaximumWidth(scaled(240))
        self.panel_button.setCheckable(True)
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(8)
        row.addWidget(self.switch)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        for button in (self.attribute_button, self.file_button, self.round_button, self.sample_button):
            row.addWidget(button)
        row.addWidget(self.new_guide_button)
        for button in (self.panel_button, self.new_button, self.import_button, self.guide_button, self.assign_button):
            row.addWidget(button)
        return bar

    def _arrange(self) -> None:
        for view in (self.sources, self.respondents, self.guides, self.tasks):
            self._pages.addWidget(view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._toolbar)
        column.addWidget(make_line())
        column.addWidget(self._pages, 1)

    def _connect_signals(self) -> None:
        self.project_signals.changed.connect(self._on_changed)
        self.switch.picked.connect(self.show_view)
        self.search.text_settled.connect(self._on_text_settled)
        self.import_button.clicked.connect(self.import_requested)
        self.sources.import_requested.connect(self.import_requested)
        self.sources.replace_text_requested.connect(self._on_replace_text_requested)
        self.new_button.clicked.connect(self.respondents.start_new_respondent)
        self.attribute_button.clicked.connect(self.respondents.start_new_attribute)
        self.file_button.clicked.connect(self.respondents.ask_for_file)
        self.panel_button.clicked.connect(self._on_panel_clicked)
        self.guide_button.clicked.connect(self._on_guide_clicked)
        self.new_guide_button.clicked.connect(self.guides.start_new_guide)
        self.guides.action_requested.connect(self.action_requested)
        self.guides.summary_changed.connect(self._on_guides_changed)
        self.assign_button.clicked.connect(self.tasks.panel.start_assigning)
        self.sample_button.clicked.connect(self.tasks.panel.start_sample)
        self.round_button.clicked.connect(self.tasks.panel.start_round)
        self.tasks.import_requested.connect(self.import_requested)
        for view in (self.sources, self.respondents, self.guides, self.tasks):
            view.done.connect(self.done)
            view.done_to_many.connect(self.done_to_many)
            view.failed.connect(self.failed)
            view.passage_requested.connect(self.passage_requested)
            view.summary_changed.connect(self.status_changed)
        for split in (self.sources.split, self.respondents.split, self.tasks.split):
            split.open_changed.connect(self._on_open_changed)

    @property
    def _view(self) -> SourceView | RespondentView | GuideView | TaskView:
        return (self.sources, self.respondents, self.guides, self.tasks)[self._pages.currentIndex()]

    @property
    def _table_view(self) -> SourceView | RespondentView | TaskView | None:
        """The view with a table and a side panel that is shown; None at the guides."""
        view = self._view
        return None if isinstance(view, GuideView) else view

    @property
    def shown_guide(self) -> int | None:
        """The id of the guide whose page is shown, None where none is."""
        return self.guides.page.guide_id if self._view is self.guides and self.guides.is_page_shown else None

    @Slot(str)
    def show_view(self, name: str) -> None:
        """Show the sources, the respondents, the interview guides or the coding tasks."""
        self.switch.set_value(name)
        self._pages.setCurrentIndex((SOURCES, RESPONDENTS, GUIDES, TASKS).index(name))
        self.import_button.setVisible(name == SOURCES)
        for button in (self.guide_button, self.new_guide_button):
            button.setVisible(name == GUIDES)
        for button in (self.new_button, self.attribute_button, self.file_button):
            button.setVisible(name == RESPONDENTS)
        for button in (self.assign_button, self.sample_button, self.round_button):
            button.setVisible(name == TASKS)
        self._take_focus_proxy()
        self._view.set_words(self.search.text())
        self._show_what_fits()
        self.status_changed.emit()

    def show_tasks(self) -> None:
        """Show who codes what, with the keyboard in the table."""
        self.search.clear()
        self.show_view(TASKS)
        self.tasks.main_focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_document(self, document_id: int) -> None:
        """Show a document in the table of sources."""
        self.search.clear()
        self.show_view(SOURCES)
        self.sources.table.choose(document_id)

    def show_guide(self, guide_id: int, remarks: Sequence[str] = ()) -> None:
        """Show the page of a guide, with what its reader had to say."""
        self.search.clear()
        self.show_view(GUIDES)
        self.guides.show_guide(guide_id, remarks)

    def _take_focus_proxy(self) -> None:
        view = self._view
        self.setFocusProxy(view.main_focus if isinstance(view, GuideView | TaskView) else view.table)

    @property
    def document_id(self) -> int:
        """Return the document chosen in the table of sources, 0 while something else is shown."""
        return self.sources.table.chosen_id if self._view is self.sources else 0

    def status_left(self) -> Sequence[StatusItem]:
        return self._view.status_left()

    def status_right(self) -> Sequence[StatusItem]:
        return self._view.status_right()

    def panels(self) -> Sequence[QWidget]:
        view = self._view
        if isinstance(view, GuideView | TaskView):
            return (self._toolbar_focus(), *view.panels())
        if not view.table.isVisible():
            return (view.empty, self._toolbar_focus()) if view.empty.isVisible() else (self._toolbar_focus(),)
        return (view.table, view.panel) if view.split.is_panel_shown else (view.table,)

    def _toolbar_focus(self) -> QWidget:
        return self.search

    def keys(self) -> Sequence[tuple[str, str]]:
        view = self._view
        if isinstance(view, GuideView | TaskView):
            return (*view.keys(), ("Ctrl+F", self.tr("search in the table")), ("F6", self.tr("next panel")))
        shared = (
            ("F2", self.tr("rename, or edit the cell")),
            ("Del", self.tr("delete; in a cell with an attribute: empty it")),
            (self.tr("Space"), self.tr("open or close the side panel in a narrow window")),
            (self.tr("Alt+Up, Alt+Down"), self.tr("move up or down")),
            ("Ctrl+F", self.tr("search in the table")),
            ("F6", self.tr("next panel")),
        )
        enter = self.tr("open in coding") if self._view is self.sources else self.tr("edit the cell")
        return (("Enter", enter), *shared)

    def start_find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resize_to(self, width: int) -> None:
        self._is_narrow = width < _NARROW
        for view in (self.sources, self.respondents, self.tasks):
            view.split.set_narrow(self._is_narrow)
        self.guides.set_narrow(narrow=self._is_narrow)
        self._show_what_fits()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _segments(self) -> list[Segment]:
        return [
            Segment(SOURCES, self.tr("Sources"), "files"),
            Segment(RESPONDENTS, self.tr("Respondents"), "users"),
            Segment(GUIDES, self.tr("Interview guides"), "list-checks"),
            Segment(TASKS, self.tr("Coding tasks"), "highlighter"),
        ]

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Material"))
        self.switch.setAccessibleName(self.tr("What is shown"))
        self.switch.set_segments(self._segments(), self.switch.value)
        self.search.set_placeholder(self.tr("Search in the table"))
        self.import_button.set_text(self.tr("Import"))
        self.guide_button.set_text(self.tr("Import guide"))
        self.new_guide_button.set_text(self.tr("New guide"))
        self.new_button.set_text(self.tr("New respondent"))
        self.assign_button.set_text(self.tr("Assign …"))
        self.panel_button.set_name(self.tr("Side panel"), self.tr("Space"))
        self._show_what_fits()

    def _show_what_fits(self) -> None:
        texts = {
            self.attribute_button: self.tr("New attribute"),
            self.file_button: self.tr("Read from file"),
            self.sample_button: self.tr("Sample of turns …"),
            self.round_button: self.tr("Start round {number} …").format(number=self.tasks.panel.next_round),
        }
        for button, text in texts.items():
            button.set_text("" if self._is_narrow else text)
            button.setAccessibleName(text)
            button.setToolTip(text)
        view = self._table_view
        self.panel_button.setVisible(self._is_narrow and view is not None)
        self.panel_button.setChecked(view is not None and view.split.is_panel_shown)

    @Slot(object)
    def _on_changed(self, change: ProjectChange) -> None:
        self.sources.follow(change)
        self.respondents.follow(change)
        self.guides.follow(change)
        self.tasks.follow(change)
        if change.touches("project_property"):
            self._show_what_fits()

    @Slot(str)
    def _on_text_settled(self, text: str) -> None:
        self._view.set_words(text)

    @Slot()
    def _on_panel_clicked(self) -> None:
        view = self._table_view
        if view is None:
            return
        view.split.toggle_panel()
        self.panel_button.setChecked(view.split.is_panel_shown)
        if view.split.is_panel_shown:
            view.panel.focus_first()

    @Slot(bool)
    def _on_open_changed(self, _is_open: bool) -> None:
        view = self._table_view
        self.panel_button.setChecked(view is not None and view.split.is_panel_shown)

    @Slot()
    def _on_guide_clicked(self) -> None:
        self.action_requested.emit("import_guide")

    @Slot()
    def _on_guides_changed(self) -> None:
        if self._view is self.guides:
            self._take_focus_proxy()

    @Slot()
    def _on_replace_text_requested(self) -> None:
        self.action_requested.emit("replace_text")
