"""The respondents: a table to write in, and beside it names and documents of the chosen one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from kodebenk.application import material_actions, queries, respondent_actions, respondent_queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import WorkbenchError
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.material.grid_table import GridTable
from kodebenk.ui.material.inline_entry import InlineEntry
from kodebenk.ui.material.material_words import respondent_count, respondent_words
from kodebenk.ui.material.panel_split import PanelSplit
from kodebenk.ui.material.respondent_model import FIRST_ATTRIBUTE, LABEL_COLUMN, NAME_COLUMN, RespondentModel
from kodebenk.ui.material.respondent_panel import RespondentPanel
from kodebenk.ui.material.row_menu import DELETE, DOWN, UP, RowMenu
from kodebenk.ui.material.small_group_warning import SmallGroupWarning
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem

_ATTRIBUTE_WIDTH = 148


class RespondentView(QWidget):
    """Table and side panel of the respondents; carries out what both ask for.

    Signals:
        done(str), done_to_many(str), failed(WorkbenchError), passage_requested(int, int, int): as in `Workspace`.
        summary_changed(): what the status bar says is another.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)
    passage_requested = Signal(int, int, int)
    summary_changed = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._is_stale = True  # counting codings reads all texts, so it waits until somebody looks
        self.model = RespondentModel(project, self, at_once=False)
        self.table = GridTable(self.model, appearance, NAME_COLUMN)
        self.panel = RespondentPanel(project, appearance)
        self.new_respondent = InlineEntry(appearance)
        self.new_attribute = InlineEntry(appearance)
        self.empty = EmptyState(appearance, "users", "", "")
        self._first_button = self.empty.set_action("")
        self._empty_page = make_centred_page(self.empty)
        self._no_hits = make_label("", "body", wrap=True)
        self._no_hits.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.warning = SmallGroupWarning(appearance)
        self._main = self._make_main()
        self.split = PanelSplit(self._main, self.panel)
        self._menu = self._make_menu()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.split)
        self._connect_signals()
        self._retranslate()
        self._set_widths()
        self._choose_first()

    def _make_main(self) -> QFrame:
        main = QFrame()
        main.setProperty("surface", "paper")
        main.setFocusProxy(self.table)
        self._no_hits.setContentsMargins(16, 14, 16, 14)
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.new_respondent)
        column.addWidget(self.new_attribute)
        column.addWidget(self.table, 1)
        column.addWidget(self._no_hits, 1)
        column.addWidget(self._empty_page, 1)
        column.addWidget(self.warning)
        return main

    def _make_menu(self) -> RowMenu:
        slots = {
            "edit": self.table.edit_current,
            UP: self._on_up_action,
            DOWN: self._on_down_action,
            "sort": self.table.sort_by_current_column,
            DELETE: self._on_delete_action,
        }
        return RowMenu(slots, self)

    def _connect_signals(self) -> None:
        self._first_button.clicked.connect(self.start_new_respondent)
        self.new_respondent.settled.connect(self._on_new_respondent)
        self.new_respondent.closed.connect(self._on_entry_closed)
        self.new_attribute.settled.connect(self._on_new_attribute)
        self.new_attribute.closed.connect(self._on_entry_closed)
        self.table.row_chosen.connect(self.panel.show_respondent)
        self.table.entered.connect(self._on_entered)
        self.table.details_requested.connect(self._on_details_requested)
        self.table.delete_requested.connect(self._on_table_delete)
        self.table.move_requested.connect(self._on_move_requested)
        self.table.menu_requested.connect(self._on_menu_requested)
        self.table.order.layoutChanged.connect(self._on_order_changed)
        self.model.modelReset.connect(self._on_model_reset)
        for source in (self.model, self.panel):
            source.name_written.connect(self._on_name_written)
            source.label_written.connect(self._on_label_written)
        self.model.attribute_written.connect(self._on_attribute_written)
        self._connect_panel()

    def _connect_panel(self) -> None:
        self.panel.aliases_written.connect(self._on_aliases_written)
        self.panel.memo_written.connect(self._on_memo_written)
        self.panel.merge_requested.connect(self._on_merge_requested)
        self.panel.delete_requested.connect(self._on_delete_requested)
        self.panel.move_requested.connect(self._on_move_requested)
        self.panel.document_requested.connect(self._on_document_requested)
        self.panel.close_requested.connect(self.split.close_panel)
        self.panel.left.connect(self._on_panel_left)
        self.split.open_changed.connect(self._on_open_changed)

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project; while nobody looks, only remember that there was one."""
        if not self.model.touched_by(change):
            return
        if self.isVisible():
            self._read_again()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._read_again()
        super().showEvent(event)

    def _read_again(self) -> None:
        self._is_stale = False
        self.model.read_again()
        self._choose_first()
        self.panel.show_respondent(self.table.chosen_id)
        self._show_what_there_is()
        self.summary_changed.emit()

    def set_words(self, text: str) -> None:
        """Show only respondents with these words."""
        self.table.order.set_words(text)
        self._on_order_changed()
        self._show_what_there_is()

    @Slot()
    def start_new_respondent(self) -> None:
        """Open the line for the name of a new respondent."""
        self.new_attribute.hide()
        self.new_respondent.open()

    @Slot()
    def start_new_attribute(self) -> None:
        """Open the line for the name of a new attribute."""
        self.new_respondent.hide()
        self.new_attribute.open()

    @Slot()
    def ask_for_file(self) -> None:
        """Let the user choose a table with respondents and add or complete them."""
        words = self.tr("Tables (*.csv *.xlsx)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Read respondents from a table"), "", words)
        if chosen:
            self.import_file(Path(chosen))

    def import_file(self, path: Path) -> None:
        """Add or complete the respondents of a csv or xlsx file."""
        from kodebenk.application.respondent_files import import_respondent_file

        with self._trying():
            found = import_respondent_file(self._project, path)
            words = self.tr("{respondents} read from {file}")
            self.done_to_many.emit(words.format(respondents=respondent_count(len(found)), file=path.name))

    def status_left(self) -> list[StatusItem]:
        count = len(self.model.people)
        if not count:
            return []
        items = [StatusItem(respondent_count(count))]
        without = self.model.without_documents()
        if without:
            words = self.tr("{count} without documents").format(count=without)
            items.append(StatusItem(words, "circle-dashed", "ink2"))
        return items

    def status_right(self) -> list[StatusItem]:
        return [StatusItem(self.tr("Exports print the label, not the name"), "eye-off")] if self.model.people else []

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Respondents"))
        self.model.retranslate()
        self.new_respondent.set_caption(self.tr("New respondent"), self.tr("Name"))
        self.new_attribute.set_caption(self.tr("New attribute"), self.tr("such as role or municipality"))
        self.empty.set_texts(
            self.tr("No respondents yet"),
            self.tr(
                "The people who were interviewed belong here. They come when you say who speaks in a document, from a "
                "table in csv or Excel, or by name."
            ),
        )
        self.empty.set_action(self.tr("New respondent"))
        self._no_hits.setText(self.tr("No respondent has these words. Esc in the search field shows all."))
        texts = {
            "edit": self.tr("Edit"),
            UP: self.tr("Move up"),
            DOWN: self.tr("Move down"),
            "sort": self.tr("Sort by this column"),
            DELETE: self.tr("Delete respondent"),
        }
        self._menu.set_texts(texts)
        self._show_what_there_is()

    def _show_what_there_is(self) -> None:
        has_people = bool(self.model.people)
        hits = self.table.order.rowCount()
        self.table.setVisible(has_people and hits > 0)
        self._no_hits.setVisible(has_people and hits == 0)
        self._empty_page.setVisible(not has_people)
        self.split.set_panel_wanted(wanted=has_people)
        self.warning.show_groups(respondent_queries.small_groups_of(self._project))

    def _set_widths(self) -> None:
        last = self.model.documents_column
        widths = dict.fromkeys(range(FIRST_ATTRIBUTE, last), _ATTRIBUTE_WIDTH)
        self.table.set_widths({LABEL_COLUMN: 76, **widths, last: 104, last + 1: 88})

    def _choose_first(self) -> None:
        if not self.table.chosen_id and self.table.order.rowCount():
            self.table.setCurrentIndex(self.table.order.index(0, 0))

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """Tell of an error, and show again what stands."""
        try:
            yield
        except WorkbenchError as error:
            self.panel.show_respondent(self.panel.respondent_id)
            self.failed.emit(error)

    def _words(self, respondent_id: int) -> str:
        return respondent_words(queries.respondents_by_id(self._project)[respondent_id])

    def _say_changed(self, respondent_id: int) -> None:
        self.done.emit(self.tr("Changed {respondent}").format(respondent=self._words(respondent_id)))

    @Slot()
    def _on_model_reset(self) -> None:
        self._set_widths()

    @Slot(str)
    def _on_new_respondent(self, name: str) -> None:
        with self._trying():
            respondent_id = respondent_actions.add_respondent(self._project, name)
            self.table.choose(respondent_id)
            self.new_respondent.line.clear()
            self.done.emit(self.tr("Added {respondent}").format(respondent=self._words(respondent_id)))

    @Slot(str)
    def _on_new_attribute(self, name: str) -> None:
        cleaned = " ".join(name.split())
        if cleaned and self.model.people:
            column = self.model.add_attribute(cleaned)
            self.new_attribute.hide()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.table.setCurrentIndex(self.table.order.index(max(0, self.table.currentIndex().row()), column))
            self.table.edit_current()

    @Slot()
    def _on_entry_closed(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, str)
    def _on_name_written(self, respondent_id: int, name: str) -> None:
        with self._trying():
            respondent_actions.edit_respondent(self._project, respondent_id, name=name)
            self._say_changed(respondent_id)

    @Slot(int, str)
    def _on_label_written(self, respondent_id: int, label: str) -> None:
        with self._trying():
            respondent_actions.edit_respondent(self._project, respondent_id, label=label)
            self._say_changed(respondent_id)

    @Slot(int, str, str)
    def _on_attribute_written(self, respondent_id: int, attribute: str, value: str) -> None:
        with self._trying():
            respondent_actions.edit_respondent(self._project, respondent_id, attributes={attribute: value})
            self._say_changed(respondent_id)

    @Slot(int, object)
    def _on_aliases_written(self, respondent_id: int, aliases: tuple[str, ...]) -> None:
        with self._trying():
            respondent_actions.edit_respondent(self._project, respondent_id, aliases=aliases)
            self._say_changed(respondent_id)

    @Slot(int, str)
    def _on_memo_written(self, respondent_id: int, memo: str) -> None:
        with self._trying():
            respondent_actions.edit_respondent(self._project, respondent_id, memo=memo)
            self._say_changed(respondent_id)

    @Slot(int, int)
    def _on_merge_requested(self, respondent_id: int, into_id: int) -> None:
        with self._trying():
            gone = self._words(respondent_id)
            respondent_actions.merge_respondents(self._project, respondent_id, into_id)
            self.table.choose(into_id)
            words = self.tr("{gone} is merged into {into}")
            self.done_to_many.emit(words.format(gone=gone, into=self._words(into_id)))

    @Slot(int)
    def _on_delete_requested(self, respondent_id: int) -> None:
        with self._trying():
            gone = self._words(respondent_id)
            respondent_actions.delete_respondent(self._project, respondent_id)
            self.done.emit(self.tr("Deleted {respondent}").format(respondent=gone))

    @Slot(int, int)
    def _on_table_delete(self, respondent_id: int, column: int) -> None:
        attribute = self.model.attribute_at(column)
        if not attribute:
            self._on_delete_requested(respondent_id)
        elif attribute in queries.respondents_by_id(self._project)[respondent_id].attributes:
            self._on_attribute_written(respondent_id, attribute, "")

    @Slot(int, int)
    def _on_move_requested(self, respondent_id: int, step: int) -> None:
        order = [one.id for one in queries.respondents(self._project)]
        place = order.index(respondent_id) + step
        if 0 <= place < len(order):
            with self._trying():
                material_actions.move_respondent(self._project, respondent_id, place)
                words = self.tr("{respondent} is now number {place}")
                self.done.emit(words.format(respondent=self._words(respondent_id), place=place + 1))

    @Slot(int, int)
    def _on_document_requested(self, respondent_id: int, document_id: int) -> None:
        start, end = respondent_queries.first_words_of(self._project, respondent_id, document_id)
        self.passage_requested.emit(document_id, start, end)

    @Slot(int)
    def _on_entered(self, _respondent_id: int) -> None:
        self.table.edit_current()

    @Slot(int)
    def _on_details_requested(self, _respondent_id: int) -> None:
        self.split.toggle_panel()

    @Slot(bool)
    def _on_open_changed(self, _is_open: bool) -> None:
        self.panel.close_button.setVisible(self.split.is_narrow)

    @Slot()
    def _on_panel_left(self) -> None:
        self.split.close_panel()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_order_changed(self) -> None:
        self.panel.set_can_move(self.table.order.is_own_order)

    @Slot(int, QPoint)
    def _on_menu_requested(self, _row_id: int, place: QPoint) -> None:
        up, down = self.panel.up_button.isEnabled(), self.panel.down_button.isEnabled()
        self._menu.popup(place, can_move_up=up, can_move_down=down)

    @Slot()
    def _on_up_action(self) -> None:
        self._on_move_requested(self.table.chosen_id, -1)

    @Slot()
    def _on_down_action(self) -> None:
        self._on_move_requested(self.table.chosen_id, 1)

    @Slot()
    def _on_delete_action(self) -> None:
        self._on_delete_requested(self.table.chosen_id)
