"""The respondents: a table to write in, and beside it names and documents of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from kodebenk.application import material_actions, queries, respondent_actions, respondent_queries
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.material.inline_entry import InlineEntry
from kodebenk.ui.material.material_words import respondent_count, respondent_words
from kodebenk.ui.material.panel_grid_view import SORT, PanelGridView
from kodebenk.ui.material.respondent_model import FIRST_ATTRIBUTE, LABEL_COLUMN, NAME_COLUMN, RespondentModel
from kodebenk.ui.material.respondent_panel import RespondentPanel
from kodebenk.ui.material.row_menu import DELETE, DOWN, UP
from kodebenk.ui.material.small_group_warning import SmallGroupWarning
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem

_ATTRIBUTE_WIDTH = 148


class RespondentView(PanelGridView[RespondentModel, RespondentPanel]):
    """Table and side panel of the respondents; carries out what both ask for."""

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        model, panel = RespondentModel(project, at_once=False), RespondentPanel(project, appearance)
        super().__init__(project, appearance, model, panel, NAME_COLUMN, "users", parent)
        self._is_stale = True  # counting codings reads all texts, so it waits until somebody looks
        self.new_respondent = InlineEntry(appearance)
        self.new_attribute = InlineEntry(appearance)
        self.warning = SmallGroupWarning(appearance)
        self._column.insertWidget(0, self.new_respondent)
        self._column.insertWidget(1, self.new_attribute)
        self._column.addWidget(self.warning)
        self._connect_signals()
        self._retranslate()
        self._set_widths()
        self._choose_first()

    def _own_actions(self) -> Mapping[str, Callable[[], None]]:
        return {"edit": self.table.edit_current}

    def _connect_signals(self) -> None:
        super()._connect_signals()
        self._first_button.clicked.connect(self.start_new_respondent)
        self.new_respondent.settled.connect(self._on_new_respondent)
        self.new_respondent.closed.connect(self._on_entry_closed)
        self.new_attribute.settled.connect(self._on_new_attribute)
        self.new_attribute.closed.connect(self._on_entry_closed)
        self.table.row_chosen.connect(self.panel.show_respondent)
        self.table.entered.connect(self._on_entered)
        self.table.delete_requested.connect(self._on_table_delete)
        self.model.modelReset.connect(self._on_model_reset)
        for source in (self.model, self.panel):
            source.name_written.connect(self._on_name_written)
            source.label_written.connect(self._on_label_written)
        self.model.attribute_written.connect(self._on_attribute_written)
        self.panel.aliases_written.connect(self._on_aliases_written)
        self.panel.memo_written.connect(self._on_memo_written)
        self.panel.merge_requested.connect(self._on_merge_requested)
        self.panel.document_requested.connect(self._on_document_requested)

    def _show_chosen(self) -> None:
        self.panel.show_respondent(self.table.chosen_id)

    def _show_what_stands(self) -> None:
        self.panel.show_respondent(self.panel.respondent_id)

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
        count = len(self.model.rows)
        if not count:
            return []
        items = [StatusItem(respondent_count(count))]
        without = self.model.without_documents()
        if without:
            words = self.tr("{count} without documents").format(count=without)
            items.append(StatusItem(words, "circle-dashed", "ink2"))
        return items

    def status_right(self) -> list[StatusItem]:
        return [StatusItem(self.tr("Exports print the label, not the name"), "eye-off")] if self.model.rows else []

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Respondents"))
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
            SORT: self.tr("Sort by this column"),
            DELETE: self.tr("Delete respondent"),
        }
        self._menu.set_texts(texts)
        super()._retranslate()

    def _show_what_there_is(self) -> None:
        super()._show_what_there_is()
        self.warning.show_groups(respondent_queries.small_groups_of(self._project))

    def _set_widths(self) -> None:
        last = self.model.documents_column
        widths = dict.fromkeys(range(FIRST_ATTRIBUTE, last), _ATTRIBUTE_WIDTH)
        self.table.set_widths({LABEL_COLUMN: 76, **widths, last: 104, last + 1: 88})

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
        if cleaned and self.model.rows:
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
    def _on_place_requested(self, respondent_id: int, place: int) -> None:
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
