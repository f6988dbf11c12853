"""The interview guides: a table of them, and the page of the one that is opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from kodebenk.application import guide_actions, guide_queries
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.guides.guide_model import GuideColumn, GuideModel
from kodebenk.ui.guides.guide_page import GuidePage
from kodebenk.ui.guides.guide_words import to_confirm_count
from kodebenk.ui.material.grid_view import GridView
from kodebenk.ui.material.inline_entry import InlineEntry
from kodebenk.ui.number_words import counted
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem

_WIDTHS: dict[int, int] = {
    GuideColumn.GROUP: 250,
    GuideColumn.VERSION: 90,
    GuideColumn.QUESTIONS: 96,
    GuideColumn.FOUND: 120,
    GuideColumn.TO_CONFIRM: 140,
}


class GuideView(GridView[GuideModel]):
    """Table and page of the guides; carries out what both ask for.

    Signals:
        action_requested(str): as in `Workspace`.
    """

    action_requested = Signal(str)

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(project, appearance, GuideModel(project), GuideColumn.NAME, "list-checks", parent)
        self.page = GuidePage(project, appearance)
        self._pages = QStackedWidget()
        listed, column = self._make_main()
        self.new_guide = InlineEntry(appearance)
        column.insertWidget(0, self.new_guide)
        self._pages.addWidget(listed)
        self._pages.addWidget(self.page)
        self._fill_with(self._pages)
        self.table.set_widths(_WIDTHS)
        self._connect_signals()
        self._retranslate()
        self._choose_first()

    def _connect_signals(self) -> None:
        self._first_button.clicked.connect(self._on_import_clicked)
        self.new_guide.settled.connect(self._on_new_guide)
        self.new_guide.closed.connect(self._on_new_guide_closed)
        self.table.entered.connect(self.open_guide)
        self.table.row_clicked.connect(self.open_guide)
        self.table.details_requested.connect(self.open_guide)
        self.table.delete_requested.connect(self._on_delete_requested)
        self.table.menu_requested.connect(self._on_menu_requested)
        self.model.rename_requested.connect(self._on_rename_requested)
        page = self.page
        page.done.connect(self.done)
        page.done_to_many.connect(self.done_to_many)
        page.failed.connect(self.failed)
        page.passage_requested.connect(self.passage_requested)
        page.action_requested.connect(self.action_requested)
        page.back_requested.connect(self.show_list)
        page.delete_requested.connect(self._on_delete_requested)

    # What is shown

    @property
    def is_page_shown(self) -> bool:
        return self._pages.currentWidget() is self.page

    @property
    def main_focus(self) -> QWidget:
        """What the keyboard belongs to."""
        if self.is_page_shown:
            return self.page.main_focus
        return self.table if self.model.rows else self._first_button

    @Slot(int)
    def open_guide(self, guide_id: int) -> None:
        """Show the page of a guide."""
        self.show_guide(guide_id)

    def show_guide(self, guide_id: int, remarks: Sequence[str] = ()) -> None:
        """Show the page of a guide, with what its reader had to say."""
        self.table.choose(guide_id)
        self.page.show_guide(guide_id, remarks)
        self._pages.setCurrentWidget(self.page)
        self.page.main_focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self.summary_changed.emit()

    @Slot()
    def show_list(self) -> None:
        """Show the table of all guides."""
        self._pages.setCurrentIndex(0)
        target = self.table if self.model.rows else self._first_button
        if target.isVisible():
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.summary_changed.emit()

    @Slot()
    def start_new_guide(self) -> None:
        """Open the line for the name of a guide that is made from scratch."""
        self.show_list()
        self.new_guide.open()

    def _read_again(self) -> None:
        super()._read_again()
        if self.is_page_shown and self.page.is_gone:
            self.show_list()
        elif self.is_page_shown:
            self.page.read_again()

    def set_words(self, text: str) -> None:
        """Show only guides, or questions of the guide that is open, with these words."""
        if self.page.guide_id and not self.page.is_gone:
            self.page.set_words(text)
        super().set_words(text)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take the layout for a narrow window."""
        self.page.set_narrow(narrow=narrow)

    def panels(self) -> Sequence[QWidget]:
        """The panels that F6 goes through, in order."""
        if not self.is_page_shown:
            return (self.table if self.table.isVisible() else self.empty,)
        page = self.page
        shown = page.split.is_panel_shown and page.panel.isVisible()
        return (page.head, page.toolbar, page.main_focus, *((page.panel,) if shown else ()))

    def keys(self) -> Sequence[tuple[str, str]]:
        """The keys of what is shown."""
        if not self.is_page_shown:
            return (
                ("Enter", self.tr("open the guide")),
                ("F2", self.tr("rename")),
                (self.tr("Del"), self.tr("delete")),
            )
        return (
            ("Enter", self.tr("settle the places of a question; at a place: open it in the text")),
            (self.tr("Space"), self.tr("confirm a place, or place it by hand")),
            (self.tr("Del"), self.tr("reject a place; in the list of questions: delete")),
            (self.tr("Shift+Del"), self.tr("remove a place")),
            ("F2", self.tr("edit a question or a theme")),
            (self.tr("Ins, Ctrl+Enter"), self.tr("new question below; Enter in it begins the next one")),
            ("Ctrl+Shift+Enter", self.tr("new theme below")),
            (self.tr("Alt+Up, Alt+Down"), self.tr("move a question or a theme")),
            ("Esc", self.tr("back to the questions")),
        )

    def status_left(self) -> list[StatusItem]:
        rows = self.model.rows
        if not rows:
            return []
        items = [StatusItem(counted(len(rows), self.tr("1 interview guide"), self.tr("{count} interview guides")))]
        proposed = sum(row.finding.proposed for row in rows)
        if proposed:
            items.append(StatusItem(to_confirm_count(proposed), "circle-question-mark", "warn"))
        return items

    def status_right(self) -> list[StatusItem]:
        return []

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Interview guides"))
        self.new_guide.set_caption(self.tr("New guide"), self.tr("such as Interview guide for leaders"))
        self.empty.set_texts(
            self.tr("No interview guides yet"),
            self.tr(
                "A guide says what you meant to ask. Import it from Word, text or a table, or write a new one. Its "
                "questions are found in the interviews, so that you see what was asked of whom and can code the "
                "answers."
            ),
        )
        self.empty.set_action(self.tr("Import guide"))
        self._no_hits.setText(self.tr("No guide has these words. Esc in the search field shows all."))
        super()._retranslate()

    # What is done

    @Slot()
    def _on_import_clicked(self) -> None:
        self.action_requested.emit("import_guide")

    @Slot(str)
    def _on_new_guide(self, name: str) -> None:
        with self._trying():
            guide_id = guide_actions.add_guide(self._project, name)
            self.new_guide.hide()
            self.show_guide(guide_id)
            self.done.emit(self.tr("Added “{name}”").format(name=" ".join(name.split())))

    @Slot()
    def _on_new_guide_closed(self) -> None:
        self.show_list()

    @Slot(int, str)
    def _on_rename_requested(self, guide_id: int, name: str) -> None:
        with self._trying():
            guide_actions.edit_guide(self._project, guide_id, name=name)
            self.done.emit(self.tr("Renamed to “{name}”").format(name=" ".join(name.split())))

    @Slot(int)
    @Slot(int, int)
    def _on_delete_requested(self, guide_id: int, _column: int = 0) -> None:
        with self._trying():
            name = guide_queries.title_of(guide_queries.guide(self._project, guide_id))
            confirmed = guide_actions.delete_guide(self._project, guide_id)
            one = self.tr("Deleted “{name}” with 1 confirmed place")
            many = self.tr("Deleted “{name}” with {places} confirmed places")
            said = (one if confirmed == 1 else many) if confirmed else self.tr("Deleted “{name}”")
            self.done_to_many.emit(said.format(name=name, places=confirmed))

    @Slot(int, QPoint)
    def _on_menu_requested(self, _guide_id: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        self._add(menu, self.tr("Open"), "Enter").triggered.connect(self._on_open_action)
        self._add(menu, self.tr("Rename"), "F2").triggered.connect(self._on_rename_action)
        menu.addSeparator()
        self._add(menu, self.tr("Delete"), self.tr("Del")).triggered.connect(self._on_delete_action)
        menu.popup(place)

    def _add(self, menu: QMenu, text: str, keys: str) -> QAction:
        return menu.addAction(f"{text}\t{keys}")

    @Slot()
    def _on_open_action(self) -> None:
        self.open_guide(self.table.chosen_id)

    @Slot()
    def _on_rename_action(self) -> None:
        self.table.edit_name(self.table.chosen_id)

    @Slot()
    def _on_delete_action(self) -> None:
        self._on_delete_requested(self.table.chosen_id)
