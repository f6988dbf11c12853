"""The matrix workspace: toolbar, grid and side panel, and what the user does with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.application import queries
from kodebenk.domain.matrix import CellContent, ColumnKind, MatrixSpec, RowKind
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.actions import SEPARATOR, MenuEntry
from kodebenk.ui.components.labels import make_line
from kodebenk.ui.components.stage import Stage
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.cell_place import CellPlace
from kodebenk.ui.matrix.cell_side import CellSide
from kodebenk.ui.matrix.cell_writing import CellWriting
from kodebenk.ui.matrix.empty_page import EmptyPage, EmptyReason
from kodebenk.ui.matrix.export_desk import ExportDesk
from kodebenk.ui.matrix.matrix_choice import MatrixChoice
from kodebenk.ui.matrix.matrix_source import MatrixSource
from kodebenk.ui.matrix.matrix_toolbar import MatrixToolbar
from kodebenk.ui.matrix.matrix_view import MatrixView
from kodebenk.ui.matrix.quote_preview import QuotePreview
from kodebenk.ui.matrix.saved_matrices import SavedMatrices
from kodebenk.ui.matrix.side_panel import CellPanel
from kodebenk.ui.matrix.spec_picking import SpecPicking
from kodebenk.ui.matrix.text_leads import TextLeads
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem, Workspace

if TYPE_CHECKING:
    from kodebenk.application.open_project import OpenProject
    from kodebenk.ui.project_signals import ProjectSignals

_NARROW = 1200


class MatrixScreen(Workspace):
    """What respondents say, theme by theme, with the way back to where they say it."""

    def __init__(
        self,
        project: OpenProject,
        project_signals: ProjectSignals,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(project, project_signals, appearance, parent)
        self.choice = MatrixChoice(project)
        self.source = MatrixSource(project, project_signals, self.choice.spec, self)
        self.leads = TextLeads(project, self)
        self._watched: QWidget | None = None
        self._writer = project.coder_name
        self.toolbar = MatrixToolbar(appearance)
        self.view = MatrixView(appearance, self.leads.has_text)
        self.panel = CellPanel(appearance)
        self.writing = CellWriting(project, self)
        self.saved = SavedMatrices(self.choice, self.toolbar.name, self.writing, self)
        self.desk = ExportDesk(project, self.source, appearance, self)
        self.stage = Stage(self.view)
        self.preview = QuotePreview(appearance, self.stage)
        self.empty = EmptyPage(appearance)
        self.picking = SpecPicking(project, self.choice, self.source, self.toolbar, self.view, appearance, self)
        self._pages = QStackedWidget()
        self._blank = QWidget()
        self.side = CellSide(self.stage, self.view, self.panel, self.desk.panel, self.preview, self.leads)
        self.panel.set_editable(not project.read_only)
        self.view.grid.letters_act = self._letters_act
        self._arrange()
        self._connect_signals()
        self._show_toolbar()

    def _arrange(self) -> None:
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.toolbar)
        page.addWidget(make_line())
        page.addWidget(self._pages, 1)
        self._pages.addWidget(self.stage)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._blank)

    def _connect_signals(self) -> None:
        self.project_signals.changed.connect(self._on_project_changed)
        self.source.voided.connect(self._on_voided)
        self.source.went_stale.connect(self._on_went_stale)
        self.source.built.connect(self._on_built)
        self.source.failed.connect(self.failed)
        self._connect_toolbar()
        self._connect_view()
        self.leads.passage_requested.connect(self.passage_requested)
        self.leads.failed.connect(self.failed)
        self.writing.done.connect(self.done)
        self.writing.failed.connect(self.failed)
        self.saved.about_to_change.connect(self.commit_pending)
        self.saved.changed.connect(self._refresh)
        self.panel.summary_written.connect(self._on_summary_written)
        self.panel.state_chosen.connect(self.writing.set_state)
        self.panel.keep_requested.connect(self._on_keep_requested)
        self.panel.open_requested.connect(self.leads.lead_to_coding)
        self.panel.text_requested.connect(self.leads.lead_to_text)
        self.empty.action_requested.connect(self._on_empty_action)
        self.desk.about_to_export.connect(self.commit_pending)
        self.desk.failed.connect(self.failed)
        self.side.export_shown.connect(self._on_export_shown)

    def _connect_toolbar(self) -> None:
        bar = self.toolbar
        bar.export_requested.connect(self.start_export)
        self.picking.spec_picked.connect(self.use)
        self.picking.only_picked.connect(self._on_only_picked)

    def _connect_view(self) -> None:
        view = self.view
        view.open_requested.connect(self.leads.lead_to_first)
        view.clear_requested.connect(self._on_clear_requested)
        view.chip_clicked.connect(self.leads.lead_to_coding)
        view.text_wanted.connect(self.leads.lead_to_text)
        view.synthesis_written.connect(self.writing.write_synthesis)

    # Workspace

    def status_left(self) -> Sequence[StatusItem]:
        matrix = self.source.matrix
        if matrix is None or not matrix.columns:
            return ()
        rows = words.count_rows(matrix.spec.rows, len(matrix.rows))
        codes = self.tr("{shown} of {possible} codes").format(
            shown=len(matrix.columns), possible=self.picking.possible_count()
        )
        if matrix.spec.columns is ColumnKind.QUESTIONS:
            codes = self.tr("{shown} of {possible} questions").format(
                shown=len(matrix.columns), possible=self.picking.possible_count()
            )
        elif matrix.spec.columns is ColumnKind.THEMES:
            codes = self.tr("{shown} of {possible} themes").format(
                shown=len(matrix.columns), possible=self.picking.possible_count()
            )
        items = [StatusItem(f"{rows} · {codes}")]
        if matrix.stale_cells:
            items.append(StatusItem(words.count_stale(matrix.stale_cells), "history", "warn"))
        if matrix.not_coded_cells:
            items.append(StatusItem(words.count_not_coded(matrix.not_coded_cells), "circle-dashed", "ink3"))
        return items

    def status_right(self) -> Sequence[StatusItem]:
        return (StatusItem(words.counting_note(self.choice.spec.rows)),)

    def panels(self) -> Sequence[QWidget]:
        shown: list[QWidget] = [self.toolbar.rows]
        shown += [self.view.grid, self.view.synthesis] if self._pages.currentWidget() is self.stage else [self.empty]
        if self.stage.panel is self.panel:
            shown.append(self.panel.editor)
        elif self.side.is_exporting:
            shown.append(self.desk.panel.format)
        return [widget for widget in shown if widget.isVisible()]

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("↑ ↓ ← →", self.tr("Move between cells")),
            ("Enter, F2", self.tr("Write the summary")),
            ("Ctrl+Enter", self.tr("In the summary: keep it. In a cell: open the first passage")),
            ("O", self.tr("Open the first passage")),
            (self.tr("Space"), self.tr("Preview the first quote")),
            ("Del", self.tr("Let the state follow the codings again")),
            ("Esc", self.tr("Let go")),
        )

    def menu_actions(self) -> Sequence[MenuEntry]:
        writable = not self.project.read_only
        place = self.view.current_place()
        content = self.choice.spec.content
        saved = self.choice.saved is not None
        return (
            MenuEntry(self.tr("New matrix"), self.saved.begin_new),
            MenuEntry(self.tr("Save"), self.saved.save, enabled=writable and self.choice.is_changed),
            MenuEntry(self.tr("Save as …"), partial(self.toolbar.name.ask_for, "save_as"), enabled=writable),
            MenuEntry(self.tr("Rename …"), partial(self.toolbar.name.ask_for, "rename"), enabled=writable and saved),
            MenuEntry(self.tr("Delete"), self.saved.delete, enabled=writable and saved),
            SEPARATOR,
            *(
                MenuEntry(text, partial(self.picking.pick_content, one), checked=content is one)
                for one, text in (
                    (CellContent.SUMMARY, self.tr("Summary")),
                    (CellContent.QUOTES, self.tr("Quotes")),
                    (CellContent.COUNTS, self.tr("Counts")),
                )
            ),
            SEPARATOR,
            MenuEntry(self.tr("Write the summary"), self.side.edit_summary, "Enter", enabled=place is not None),
            MenuEntry(self.tr("Export …"), self.start_export, enabled=self._has_cells()),
        )

    def resize_to(self, width: int) -> None:
        self.stage.set_over(width < _NARROW)
        self.side.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch_window()
        self.source.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.commit_pending()
        self.preview.close_preview()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.status_changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._watched and event.type() == QEvent.Type.Close:
            self.commit_pending()
        return super().eventFilter(watched, event)

    def _watch_window(self) -> None:
        window = self.window()
        if self._watched is not window:
            if self._watched is not None:
                self._watched.removeEventFilter(self)
            self._watched = window
            window.installEventFilter(self)

    @Slot()
    def commit_pending(self) -> None:
        """Keep everything that is being written."""
        self.panel.commit()
        self.view.commit_pending()

    def _letters_act(self) -> bool:
        return self.letter_keys

    # Building

    @Slot(object)
    def use(self, spec: MatrixSpec) -> None:
        """Show other rows, columns or content."""
        self.commit_pending()
        self.choice.update(spec)
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self.source.use(self.choice.spec)
        self._show_toolbar()
        if self.isVisible():
            self.source.refresh()

    @Slot()
    def _on_voided(self) -> None:
        if self._writer != self.project.coder_name:
            self._writer = self.project.coder_name
            self.panel.forget()  # what one coder could not keep must not be kept under the name of another
        self.preview.close_preview()
        self._pages.setCurrentWidget(self._blank)
        self.status_changed.emit()

    @Slot()
    def _on_went_stale(self) -> None:
        if self.isVisible():
            self.source.refresh()

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if change.touches("matrix"):
            self.choice.follow_project()
            self._refresh()
        elif change.touches("attribute", "code", "coder"):
            self._show_toolbar()

    @Slot(object)
    def _on_built(self, matrix: ThemeMatrix) -> None:
        self.leads.refresh()
        self.view.show_matrix(matrix, matrix.spec.content)
        self.desk.panel.show_matrix(matrix)
        if self.view.current_place() is None and not self.view.grid.currentIndex().isValid():
            self.view.select_first()
        self._show_page()
        self._show_toolbar()
        self.status_changed.emit()

    def _show_toolbar(self) -> None:
        matrix = self.source.matrix
        spec = self.choice.spec
        shown = len(matrix.columns) if matrix is not None else 0
        filtered = bool(spec.coder_ids or spec.hidden_respondent_ids or self.view.model.only)
        names = [one.name for one in queries.attributes(self.project)]
        self.toolbar.show_spec(spec, names, (shown, self.picking.possible_count()), filtered=filtered)
        self.toolbar.name.show_names(
            queries.saved_matrices(self.project),
            self.choice.saved_id,
            changed=self.choice.is_changed,
            writable=not self.project.read_only,
        )
        self.toolbar.export.setEnabled(self._has_cells() and not self.side.is_exporting)

    def _has_cells(self) -> bool:
        matrix = self.source.matrix
        return matrix is not None and bool(matrix.rows and matrix.columns)

    def _show_page(self) -> None:
        reason = self._empty_reason()
        if reason is not None:
            self.empty.show_reason(reason)
        had_focus = self.empty.button.hasFocus()
        self._pages.setCurrentWidget(self.stage if reason is None else self.empty)
        if had_focus and reason is None:
            self.view.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        self.side.refresh()

    def _empty_reason(self) -> EmptyReason | None:
        matrix = self.source.matrix
        if not queries.documents(self.project):
            return EmptyReason.NO_DOCUMENTS
        if matrix is None or not matrix.rows:
            return EmptyReason.NO_ROWS
        if not matrix.columns:
            return EmptyReason.NO_CODINGS
        return None if self.view.model.lines else EmptyReason.ALL_FILTERED

    @Slot()
    def _on_empty_action(self) -> None:
        reason = self.empty.reason
        if reason is EmptyReason.NO_DOCUMENTS:
            self.import_requested.emit()
        elif reason is EmptyReason.NO_ROWS:
            spec = replace(self.choice.spec, rows=RowKind.DOCUMENTS, hidden_respondent_ids=())
            self.use(spec)
        elif reason is EmptyReason.NO_CODINGS:
            self.passage_requested.emit(queries.documents(self.project)[0].id, 0, 0)
        else:
            self._on_only_picked("")

    @Slot(str)
    def _on_only_picked(self, only: str) -> None:
        self.view.show_only(only)
        self._show_page()
        self._show_toolbar()

    # Writing

    @Slot(object, str)
    def _on_summary_written(self, place: CellPlace, text: str) -> None:
        if not self.writing.write_summary(place, text):
            self.panel.editor.unkeep()

    @Slot(object)
    def _on_keep_requested(self, place: CellPlace) -> None:
        # What was just written may have made a newer build of the same cell.
        self.writing.keep_text(self.panel.place or place)

    @Slot(object)
    def _on_clear_requested(self, place: CellPlace) -> None:
        if place.cell.state_by_hand and not self.project.read_only:
            self.writing.set_state(place, None, "")

    # Export

    @Slot()
    def start_export(self) -> None:
        """Show the panel that asks how."""
        self.commit_pending()
        self.side.start_export()

    @Slot(bool)
    def _on_export_shown(self, _shown: bool) -> None:
        self._show_toolbar()
