"""The import page: files at the left, what is known of one in the middle, its text at the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QScrollArea, QSplitter, QVBoxLayout, QWidget

from kodebenk.application import queries
from kodebenk.application.import_actions import SourceDraft, find_same_source, import_settled
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import Cancelled, WorkbenchError
from kodebenk.ui.background import BackgroundTask
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import ghost_button, primary_button
from kodebenk.ui.components.card_button import CardButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line, make_surface
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.components.progress_card import ProgressCard
from kodebenk.ui.error_messages import explain
from kodebenk.ui.fonts import reading_font, scaled
from kodebenk.ui.import_page.import_words import counted
from kodebenk.ui.import_page.planned_source import PlannedSource, ReadingState
from kodebenk.ui.import_page.source_form import SourceForm
from kodebenk.ui.material_list.kind_words import KIND_ICONS, kind_name, page_count
from kodebenk.ui.shell.rows import Row, RowList
from kodebenk.ui.theme import Appearance

_LONGEST_PREVIEW = 200_000
_PATIENCE_MS = 500


class ImportPage(QWidget):
    """Reads the files in the background and adds them in one step when the user says so.

    Signals:
        more_requested(): the user wants to choose more files.
        imported(int): that many documents were added.
        cancelled(): the page was left; nothing was added.
        failed(WorkbenchError): the project could not be saved; nothing was added.
    """

    more_requested = Signal()
    imported = Signal(int)
    cancelled = Signal()
    failed = Signal(object)

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._appearance = appearance
        self._sources: list[PlannedSource] = []
        self._ended: list[BackgroundTask] = []
        self._title = make_label("", "page")
        self._hint = ElidedLabel("", "body")
        self.cancel = ghost_button(appearance, "")
        self.add = primary_button(appearance, "", "check")
        self.banner = Banner(appearance, "circle-alert", "", "", "bad")
        self._files_head = PanelHeader("")
        self.more = CardButton(appearance, "file-plus", "", "")
        self.more.setProperty("drop", True)
        self.files = RowList(appearance, 66)
        self.progress = ProgressCard(appearance, "")
        self.form = SourceForm(appearance)
        self._preview_head = PanelHeader("")
        self.preview = QPlainTextEdit()
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._arrange()
        self._connect_signals()
        self._translate()
        self._on_scale_changed(appearance.scale)
        self.banner.hide()
        self.progress.hide()

    def _arrange(self) -> None:
        head = make_surface("panel")
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.add)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setObjectName("import")
        split.setChildrenCollapsible(False)
        for part in (self._files_part(), self._form_part(), self._preview_part()):
            split.addWidget(part)
        split.setSizes([scaled(285), scaled(435), scaled(635)])
        split.setStretchFactor(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(make_line())
        column.addWidget(self.banner)
        column.addWidget(split, 1)

    def _files_part(self) -> QWidget:
        part = make_surface("panel")
        part.setMinimumWidth(scaled(220))
        column = QVBoxLayout(part)
        column.setContentsMargins(6, 0, 6, 8)
        column.setSpacing(4)
        column.addWidget(self._files_head)
        inset = QHBoxLayout()
        inset.setContentsMargins(6, 0, 6, 6)
        inset.addWidget(self.more)
        column.addLayout(inset)
        column.addWidget(self.files, 1)
        column.addWidget(self.progress)
        return part

    def _form_part(self) -> QWidget:
        part = QScrollArea()
        part.setProperty("surface", "panel")
        part.setWidgetResizable(True)
        part.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        part.setWidget(self.form)
        part.setMinimumWidth(scaled(300))
        return part

    def _preview_part(self) -> QWidget:
        part = make_surface("paper")
        part.setMinimumWidth(scaled(260))
        self.preview.setReadOnly(True)
        self.preview.setProperty("frameless", True)
        self.preview.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._preview_head)
        column.addWidget(make_line())
        inset = QVBoxLayout()
        inset.setContentsMargins(scaled(28), 12, 8, 8)
        inset.addWidget(self.preview)
        column.addLayout(inset, 1)
        return part

    def _connect_signals(self) -> None:
        self.cancel.clicked.connect(self._on_cancel)
        self.add.clicked.connect(self._on_add)
        self.more.clicked.connect(self.more_requested)
        self.files.selectionModel().currentChanged.connect(self._on_current_changed)
        self.form.reread_requested.connect(self._on_reread_requested)
        self.form.edited.connect(self._on_edited)
        self.form.removal_requested.connect(self._on_removal_requested)
        self.progress.stop_requested.connect(self._on_stop_requested)
        self._patience.timeout.connect(self._on_patience_ended)
        self._appearance.scale_changed.connect(self._on_scale_changed)

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read more files; those in the list already are left alone."""
        known = {one.path for one in self._sources}
        new = [PlannedSource(path) for path in dict.fromkeys(paths) if path not in known]
        self._sources.extend(new)
        for one in new:
            self._read(one)
        self._refresh()
        if self.files.current_row() is None and self._sources:
            self.files.select(0)

    @property
    def sources(self) -> Sequence[PlannedSource]:
        return self._sources

    def stop(self) -> None:
        """End all reading and wait for it; the page is about to go."""
        for one in self._sources:
            if one.task is not None:
                one.task.stop_and_wait()
        for task in self._ended:
            task.stop_and_wait()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.files.hasFocus():
            self._on_removal_requested()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _read(self, source: PlannedSource) -> None:
        if source.task is not None:
            source.task.cancel()
            self._ended.append(source.task)
        task = source.start_reading()
        task.succeeded.connect(self._on_task_succeeded)
        task.failed.connect(self._on_task_failed)
        task.cancelled.connect(self._on_task_cancelled)
        task.start()
        self._patience.start()

    def _source_of_sender(self) -> PlannedSource | None:
        task = self.sender()
        return next((one for one in self._sources if one.task is task), None)

    def _current(self) -> PlannedSource | None:
        row = self.files.current_row()
        return row.key if row is not None and isinstance(row.key, PlannedSource) else None

    def _ready(self) -> list[PlannedSource]:
        return [one for one in self._sources if one.state is ReadingState.READY]

    def _reading(self) -> list[PlannedSource]:
        return [one for one in self._sources if one.state is ReadingState.READING]

    def _translate(self) -> None:
        self._hint.set_text(self.tr("Nothing is added yet. The import can be undone as one step."))
        self.cancel.set_text(self.tr("Cancel"))
        self._files_head.set_title(self.tr("Files"))
        self.files.setAccessibleName(self.tr("Files"))
        self.more.set_texts(self.tr("Drop more files here"), self.tr("Word, PDF or text"))
        self.progress.set_texts(self.tr("Reading files"), self.tr("You can settle those that are read."))
        self._preview_head.set_title(self.tr("How the text will be"))
        self.preview.setAccessibleName(self.tr("How the text will be"))
        self._refresh()

    def _refresh(self) -> None:
        total, ready = len(self._sources), len(self._ready())
        self._title.setText(counted(total, self.tr("Import 1 file"), self.tr("Import {count} files")))
        self._files_head.set_count(str(total))
        text = counted(ready, self.tr("Add 1"), self.tr("Add {count}"))
        skipped = total - ready
        if skipped and not self._reading():
            text += ", " + self.tr("skip {count}").format(count=skipped)
        self.add.set_text(text)
        self.add.setEnabled(bool(ready) and not self._reading())
        self.progress.show_progress(total - len(self._reading()), total)
        if not self._reading():
            self._patience.stop()
            self.progress.hide()
        self.files.set_rows([self._row(one) for one in self._sources])
        self._show_current()

    def _row(self, one: PlannedSource) -> Row:
        kind = one.shown_kind
        icon = KIND_ICONS[kind] if kind is not None else "file-text"
        note, note_icon, tone = self._state(one)
        detail = ""
        if one.draft is not None and kind is not None:
            name = kind_name(kind)
            pages = page_count(len(one.draft.read.pages))
            speakers = len(one.draft.speakers)
            spoken = counted(speakers, self.tr("1 speaker"), self.tr("{count} speakers")) if speakers else ""
            detail = " · ".join(part for part in (name[:1].upper() + name[1:], pages, spoken) if part)
        title = one.name or one.path.name
        return Row(one, title, detail, icon, note=note, note_icon=note_icon, tone=tone, note_below=True)

    def _state(self, one: PlannedSource) -> tuple[str, str, str]:
        if one.state is ReadingState.READING:
            return self.tr("Reading …"), "circle-dashed", "ink3"
        if one.error is not None:
            return explain(one.error).title, "circle-alert", "bad"
        if one.same_as:
            return self.tr("In the project already"), "copy", "warn"
        things = len(one.draft.read.warnings) if one.draft else 0
        things += one.speakers_to_settle
        if things:
            said = counted(things, self.tr("1 thing to look at"), self.tr("{count} things to look at"))
            return said, "triangle-alert", "warn"
        return self.tr("Ready"), "circle-check", "ok"

    def _show_current(self) -> None:
        source = self._current()
        self.form.show_source(source, queries.respondents(self._project))
        text = source.draft.read.text if source is not None and source.draft is not None else ""
        shown = text[:_LONGEST_PREVIEW]
        if self.preview.toPlainText() != shown:
            self.preview.setPlainText(shown)
        self._preview_head.set_count(self.tr("the beginning") if len(shown) < len(text) else "")

    def _take_error(self, error: WorkbenchError) -> None:
        source = self._source_of_sender()
        if source is not None:
            source.fail(error)
            self._refresh()

    @Slot(object)
    def _on_task_succeeded(self, draft: SourceDraft) -> None:
        source = self._source_of_sender()
        if source is not None:
            source.take(draft, queries.respondents(self._project), find_same_source(self._project, draft))
            self._refresh()

    @Slot(object)
    def _on_task_failed(self, error: WorkbenchError) -> None:
        self._take_error(error)

    @Slot()
    def _on_task_cancelled(self) -> None:
        self._take_error(Cancelled())

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_current()

    @Slot()
    def _on_reread_requested(self) -> None:
        source = self._current()
        if source is not None:
            self._read(source)
            self._refresh()

    @Slot()
    def _on_edited(self) -> None:
        self._refresh()

    @Slot()
    def _on_removal_requested(self) -> None:
        source = self._current()
        if source is None:
            return
        if source.task is not None:
            source.task.cancel()
            self._ended.append(source.task)
        self._sources.remove(source)
        self._refresh()
        if not self._sources:
            self.cancelled.emit()
        elif self.files.current_row() is None:
            self.files.select(0)

    @Slot()
    def _on_stop_requested(self) -> None:
        for one in self._reading():
            if one.task is not None:
                one.task.cancel()

    @Slot()
    def _on_patience_ended(self) -> None:
        self.progress.setVisible(bool(self._reading()))

    @Slot(float)
    def _on_scale_changed(self, scale: float) -> None:
        self.preview.setFont(reading_font(round(16 * scale)))

    @Slot()
    def _on_cancel(self) -> None:
        self.cancelled.emit()

    @Slot()
    def _on_add(self) -> None:
        ready = self._ready()
        try:
            report = import_settled(self._project, [one.settled() for one in ready])
        except WorkbenchError as error:
            said = explain(error)
            self.banner.show_message("circle-alert", said.title, said.sentence, "bad")
            self.banner.show()
            self.failed.emit(error)
            return
        self.imported.emit(len(report.document_ids))
