"""The import page: files at the left, what is known of one in the middle, its text at the right."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSplitter, QVBoxLayout, QWidget

from kodebenk.application import queries
from kodebenk.application.import_actions import import_settled
from kodebenk.application.import_labels import predict_labels
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import WorkbenchError
from kodebenk.ui.components.banner import Banner
from kodebenk.ui.components.buttons import ghost_button, primary_button
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label, make_line, make_surface
from kodebenk.ui.error_messages import explain
from kodebenk.ui.fonts import scaled
from kodebenk.ui.import_page.file_panel import FilePanel
from kodebenk.ui.import_page.planned_source import PlannedSource
from kodebenk.ui.import_page.preview_panel import PreviewPanel
from kodebenk.ui.import_page.source_form import SourceForm
from kodebenk.ui.import_page.source_list import SourceList
from kodebenk.ui.import_page.speaker_faces import answers_for, speaker_faces
from kodebenk.ui.import_page.speaker_table import People
from kodebenk.ui.number_words import counted
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.theme import Appearance
from kodebenk.ui.workspace import StatusItem, Workspace

_NARROW = 1200
_PROJECT_SUFFIX = ".kodebenk"
_WIDTHS, _WIDTHS_NARROW = (285, 435, 635), (224, 372, 448)


class ImportPage(Workspace):
    """Reads the files in the background and adds them in one step when the user says so.

    It stands in the place of the material while an import is under way.

    Signals:
        more_requested(): the user wants to choose more files.
        imported(int): that many documents were added.
        cancelled(): the page was left; nothing was added.
        failed(WorkbenchError): the project could not be saved; nothing was added.
    """

    more_requested = Signal()
    imported = Signal(int)
    cancelled = Signal()

    def __init__(
        self,
        project: OpenProject,
        project_signals: ProjectSignals,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(project, project_signals, appearance, parent)
        self._list = SourceList(project, self)
        self._is_adding = False
        self._widths = _WIDTHS
        self._title = make_label("", "page")
        self._hint = ElidedLabel("", "body")
        self.cancel = ghost_button(appearance, "")
        self.add = primary_button(appearance, "", "check")
        self.banner = Banner(appearance, "circle-alert", "", "", "bad")
        self._file_panel = FilePanel(appearance)
        self.form = SourceForm(appearance)
        self.preview = PreviewPanel(appearance)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._form_part = QScrollArea()
        self._arrange()
        self._connect_signals()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.files)
        self.banner.hide()
        self._translate()

    def _arrange(self) -> None:
        head = make_surface("panel")
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 10, 16, 10)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(make_line())
        column.addWidget(self.banner)
        column.addWidget(self._split, 1)
        self._arrange_columns()

    def _arrange_columns(self) -> None:
        scroll = self._form_part
        scroll.setProperty("surface", "panel")
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.form)
        paper = make_surface("paper")
        inner = QVBoxLayout(paper)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.preview)
        self._split.setObjectName("import")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for part, least in ((self._file_panel, 190), (scroll, 340), (paper, 300)):
            part.setMinimumWidth(scaled(least))
            self._split.addWidget(part)
        self._split.setStretchFactor(2, 1)
        self._split.setSizes([scaled(width) for width in _WIDTHS])

    def _connect_signals(self) -> None:
        self.cancel.clicked.connect(self._on_cancel)
        self.add.clicked.connect(self._on_add)
        self._file_panel.more_requested.connect(self.more_requested)
        self._file_panel.current_changed.connect(self._on_current_changed)
        self._file_panel.stop_requested.connect(self._on_stop_requested)
        self.form.reread_requested.connect(self._on_reread_requested)
        self.form.edited.connect(self._refresh)
        self.form.removal_requested.connect(self._on_removal_requested)
        self.form.doubt_requested.connect(self._on_doubt_requested)
        self.preview.doubt_answered.connect(self._on_doubt_answered)
        self.preview.stop_requested.connect(self._on_stop_one_requested)
        self._list.changed.connect(self._refresh)
        self._list.first_page_read.connect(self._show_current)
        self._list.progressed.connect(self._on_progressed)
        self.project_signals.changed.connect(self._on_project_changed)
        for keys, step in (("Alt+Down", self._on_next_file), ("Alt+Up", self._on_previous_file)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(step)

    # What others may ask

    def add_files(self, paths: Sequence[Path]) -> None:
        """Read more files; those in the list already are left alone."""
        self._list.add(paths)
        self._refresh()

    @property
    def sources(self) -> Sequence[PlannedSource]:
        return self._list.sources

    @property
    def files(self) -> QWidget:
        """Return the list of files."""
        return self._file_panel.files

    @property
    def file_panel(self) -> FilePanel:
        return self._file_panel

    @property
    def is_busy(self) -> bool:
        """Whether files are still being read or compared."""
        return self._list.is_busy

    def stop(self) -> None:
        """End all work and wait for it; the page is about to go."""
        self._list.stop()

    def status_left(self) -> Sequence[StatusItem]:
        source = self._current()
        if source is None:
            return ()
        number, of = self.sources.index(source) + 1, len(self.sources)
        return (StatusItem(self.tr("File {number} of {total}").format(number=number, total=of)),)

    def status_right(self) -> Sequence[StatusItem]:
        return (StatusItem(self.tr("Alt + arrow: next file")),) if len(self.sources) > 1 else ()

    def panels(self) -> Sequence[QWidget]:
        return (self._file_panel, self._form_part, self.preview)

    def keys(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+↓", self.tr("Next file")),
            ("Alt+↑", self.tr("File before")),
            ("Del", self.tr("Take the file out of the list")),
            ("Esc", self.tr("Leave without adding anything")),
        )

    def resize_to(self, width: int) -> None:
        widths = _WIDTHS_NARROW if width < _NARROW else _WIDTHS
        if widths != self._widths:
            self._widths = widths
            self._split.setSizes([scaled(one) for one in widths])

    # Keys and files that are dropped

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.files.hasFocus():
            self._on_removal_requested()
        elif event.key() == Qt.Key.Key_Escape and self._is_in_form(QApplication.focusWidget()):
            self.files.setFocus()  # lets go of the field, not of all that was settled
        elif event.key() == Qt.Key.Key_Escape:
            self._on_cancel()
        else:
            super().keyPressEvent(event)

    def _is_in_form(self, focused: QWidget | None) -> bool:
        return focused is not None and self._form_part.isAncestorOf(focused)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_sources(event):
            event.acceptProposedAction()
            self._file_panel.more.show_drop_wanted(wanted=True)
        else:
            event.ignore()  # projects are for the window

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._file_panel.more.show_drop_wanted(wanted=False)

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self._file_panel.more.show_drop_wanted(wanted=False)
        self.add_files(_dropped_sources(event))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    # What is shown

    def _current(self) -> PlannedSource | None:
        return self._file_panel.current()

    def _translate(self) -> None:
        self._hint.set_text(self.tr("Nothing is added yet. The import can be undone as one step."))
        self.cancel.set_text(self.tr("Cancel"))
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        self._title.setText(counted(len(self.sources), self.tr("Import 1 file"), self.tr("Import {count} files")))
        self.add.set_text(self._add_text())
        self.add.setEnabled(bool(self._list.wanted) and not self.is_busy)
        self._file_panel.show_sources(self.sources)
        self._show_current()
        self.status_changed.emit()

    def _add_text(self) -> str:
        wanted = len(self._list.wanted)
        if not wanted:
            return self.tr("Nothing to add")
        text = counted(wanted, self.tr("Add 1"), self.tr("Add {count}"))
        left = [one for one in self.sources if not one.is_wanted]
        if not left or self._list.reading:
            return text
        if all(one.is_skipped for one in left):
            skipped = counted(len(left), self.tr("skip 1 duplicate"), self.tr("skip {count} duplicates"))
        else:
            skipped = self.tr("skip {count}").format(count=len(left))
        return f"{text}, {skipped}"

    @Slot()
    def _show_current(self) -> None:
        source = self._current()
        respondents = queries.respondents(self.project)
        names = [name for one in self.sources if one.is_wanted or one is source for name in one.names_to_add()]
        labels = predict_labels(respondents, names)
        self.form.show_source(source, People(respondents, labels))
        faces = speaker_faces(source, labels) if source is not None else {}
        answers = answers_for(source, labels) if source is not None else ()
        self.preview.show_source(source, faces, answers)

    # Slots

    @Slot(object)
    def _on_progressed(self, source: PlannedSource) -> None:
        self._file_panel.show_sources(self.sources)
        if source is self._current():
            self.preview.show_progress()

    @Slot()
    def _on_current_changed(self) -> None:
        self._show_current()
        self.status_changed.emit()

    @Slot()
    def _on_reread_requested(self) -> None:
        source = self._current()
        if source is not None:
            self._list.read(source)
            self._refresh()

    @Slot()
    def _on_removal_requested(self) -> None:
        source = self._current()
        if source is None:
            return
        self._list.remove(source)
        self._refresh()
        if not self.sources:
            self.cancelled.emit()

    @Slot()
    def _on_stop_requested(self) -> None:
        self._list.cancel(self._list.reading)

    @Slot()
    def _on_stop_one_requested(self) -> None:
        source = self._current()
        if source is not None:
            self._list.cancel([source])

    @Slot()
    def _on_doubt_requested(self) -> None:
        source = self._current()
        if source is not None and source.open_doubts:
            self.preview.show_doubt(source.open_doubts[0].start)

    @Slot(int, str)
    def _on_doubt_answered(self, start: int, label: str) -> None:
        source = self._current()
        if source is not None:
            source.settle(start, label)
            self._refresh()
            following = [doubt.start for doubt in source.open_doubts if doubt.start > start]
            if following:
                self.preview.show_doubt(following[0])

    @Slot(object)
    def _on_project_changed(self, change: ProjectChange) -> None:
        if self._is_adding:
            return
        if change.touches("document", "document_text"):
            self._list.twins.forget_project()
            self._list.compare()
        self._refresh()

    @Slot()
    def _on_next_file(self) -> None:
        self._file_panel.step(1)

    @Slot()
    def _on_previous_file(self) -> None:
        self._file_panel.step(-1)

    @Slot()
    def _on_cancel(self) -> None:
        self.cancelled.emit()

    @Slot()
    def _on_add(self) -> None:
        self.form.save()
        settled = [one.settled_source() for one in self._list.wanted]
        self._is_adding = True
        try:
            report = import_settled(self.project, settled)
        except WorkbenchError as error:
            said = explain(error)
            self.banner.show_message("circle-alert", said.title, said.sentence, "bad")
            self.banner.show()
            self.failed.emit(error)
            return
        finally:
            self._is_adding = False
        self.imported.emit(len(report.document_ids))


def _dropped_sources(event: QDropEvent) -> list[Path]:
    """Return the files of a drop; none where a project is among them."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [] if any(path.suffix.casefold() == _PROJECT_SUFFIX for path in paths) else paths
