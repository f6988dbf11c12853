"""The left column of the import page: where files are dropped, the files, and how far their reading has come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application.import_actions import readable_suffixes
from kodebenk.ui.components.labels import make_surface
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.components.progress_card import ProgressCard
from kodebenk.ui.import_page.drop_zone import DropZone
from kodebenk.ui.import_page.file_rows import file_row
from kodebenk.ui.import_page.planned_source import PlannedSource, ReadingState
from kodebenk.ui.shell.rows import RowList
from kodebenk.ui.theme import Appearance

_PATIENCE_MS = 500
_ROW = 66


class FilePanel(QWidget):
    """The files, one of which is current.

    Signals:
        more_requested(): the user wants to choose more files.
        current_changed(): another file is current.
        stop_requested(): no file shall be read on.
    """

    more_requested = Signal()
    current_changed = Signal()
    stop_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sources: Sequence[PlannedSource] = ()
        self._head = PanelHeader("")
        self.more = DropZone(appearance)
        self.files = RowList(appearance, _ROW)
        self.progress = ProgressCard(appearance, "")
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._arrange()
        self.more.clicked.connect(self.more_requested)
        self.files.selectionModel().currentChanged.connect(self._on_current_changed)
        self.progress.stop_requested.connect(self.stop_requested)
        self._patience.timeout.connect(self._on_patience_ended)
        self.progress.hide()
        self._translate()

    def _arrange(self) -> None:
        ground = make_surface("panel")
        column = QVBoxLayout(ground)
        column.setContentsMargins(6, 0, 6, 8)
        column.setSpacing(4)
        column.addWidget(self._head)
        inset = QHBoxLayout()
        inset.setContentsMargins(6, 0, 6, 6)
        inset.addWidget(self.more)
        column.addLayout(inset)
        column.addWidget(self.files, 1)
        column.addWidget(self.progress)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)

    def show_sources(self, sources: Sequence[PlannedSource]) -> None:
        """Show these files; the current one stays current, else the first becomes it."""
        self._sources = tuple(sources)
        self._head.set_count(str(len(sources)))
        self.files.set_rows([file_row(one) for one in sources])
        reading = self._reading()
        self.progress.show_progress(len(sources) - len(reading), len(sources))
        if not reading:
            self._patience.stop()
            self.progress.hide()
        elif not self.progress.isVisible() and not self._patience.isActive():
            self._patience.start()
        if self.current() is None and sources:
            self.files.select(0)

    def current(self) -> PlannedSource | None:
        """Return the file that is current."""
        row = self.files.current_row()
        source = row.key if row is not None else None
        return source if isinstance(source, PlannedSource) and source in self._sources else None

    def step(self, by: int) -> None:
        """Make another file current: the next (1) or the one before (−1)."""
        source = self.current()
        at = self._sources.index(source) + by if source is not None else 0
        if 0 <= at < len(self._sources):
            self.files.select(at)

    def _reading(self) -> Sequence[PlannedSource]:
        return [one for one in self._sources if one.state is ReadingState.READING]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._translate()

    def _translate(self) -> None:
        self._head.set_title(self.tr("Files"))
        self.files.setAccessibleName(self.tr("Files"))
        endings = ", ".join(readable_suffixes())
        self.more.set_texts(self.tr("Drop more files here"), self.tr("Word, PDF, ODT, RTF, text …"), endings)
        self.progress.set_texts(self.tr("Reading files"), self.tr("You can settle those that are read."))

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.current_changed.emit()

    @Slot()
    def _on_patience_ended(self) -> None:
        # One file alone shows its progress above its text.
        self.progress.setVisible(len(self._sources) > 1 and bool(self._reading()))
