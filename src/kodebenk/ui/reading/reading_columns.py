"""The three columns of the coding workspace, and how they fold in narrow windows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMenu,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kodebenk.application.open_project import OpenProject
from kodebenk.ui.codebook.codebook_model import CodebookModel
from kodebenk.ui.codebook.codebook_view import CodebookPanel
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_line, make_surface
from kodebenk.ui.correcting.correcting_view import CorrectingView
from kodebenk.ui.correcting.correction_panel import CorrectionPanel
from kodebenk.ui.correcting.draft_keeper import DraftBanner
from kodebenk.ui.fonts import scaled
from kodebenk.ui.material_list.document_list import DocumentListPanel
from kodebenk.ui.material_list.document_model import DocumentModel
from kodebenk.ui.reading.document_view import DocumentView
from kodebenk.ui.reading.find_bar import FindBar
from kodebenk.ui.reading.inspector import Inspector
from kodebenk.ui.reading.reading_header import ReadingHeader
from kodebenk.ui.reading.side_panel import SidePanel
from kodebenk.ui.tasks.blind_banner import BlindBanner
from kodebenk.ui.theme import Appearance

COMPACT_BELOW = 1200
_DOCUMENTS = 244
_SIDE = 312
_SIDE_COMPACT = 272
_LEAST_READING = 480
_POPUP = (300, 460)


class ReadingColumns(QWidget):
    """Arranges documents, text and side panel; has no rules.

    Signals:
        import_requested(): The text column is empty and the user wants to add sources.
    """

    import_requested = Signal()

    def __init__(self, project: OpenProject, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.compact = False
        self.documents = DocumentListPanel(DocumentModel(project), appearance)
        self.header = ReadingHeader(appearance)
        self.find_bar = FindBar(appearance)
        self.view = DocumentView(appearance)
        self.empty = EmptyState(appearance, "file-plus", "", "")
        self.empty_action = self.empty.set_action("", primary=True)
        self.codebook = CodebookPanel(CodebookModel(project), appearance)
        self.inspector = Inspector(appearance)
        self.side = SidePanel(self.codebook, self.inspector, appearance)
        self.blind_banner = BlindBanner(appearance)
        self.draft_banner = DraftBanner(appearance)
        self.correcting = CorrectingView(appearance)
        self.correction_panel = CorrectionPanel(project, appearance)
        self.right = QStackedWidget()
        self.reading = make_surface("paper")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._popup = QFrame(self)
        self._popup.hide()
        self._arrange()
        self.header.picker_requested.connect(self._on_picker_requested)
        self.documents.document_chosen.connect(self._on_document_chosen)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self.empty_action.clicked.connect(self.import_requested)
        self._retranslate()
        self.show_text(shown=False)

    def _arrange(self) -> None:
        self._popup.setProperty("surface", "popup")
        inner = self._popup_column = QVBoxLayout(self._popup)
        inner.setContentsMargins(1, 1, 1, 1)
        self._empty_page = make_centred_page(self.empty)
        column = QVBoxLayout(self.reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(make_line())
        column.addWidget(self.blind_banner)
        column.addWidget(self.find_bar)
        column.addWidget(self.draft_banner)
        column.addWidget(self.view, 1)
        column.addWidget(self.correcting, 1)
        column.addWidget(self._empty_page, 1)
        self.correcting.hide()
        self.right.addWidget(self.side)
        self.right.addWidget(self.correction_panel)
        self.reading.setMinimumWidth(scaled(_LEAST_READING))
        self.documents.setMinimumWidth(scaled(180))
        self.right.setMinimumWidth(scaled(240))
        self.splitter.setObjectName("columns")
        self.splitter.setChildrenCollapsible(False)
        for widget in (self.documents, self.reading, self.right):
            self.splitter.addWidget(widget)
        self.splitter.setHandleWidth(1)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setSizes([scaled(_DOCUMENTS), 10_000, scaled(_SIDE)])
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.splitter)

    def show_text(self, *, shown: bool) -> None:
        """Show the text, or how one gets here."""
        self.view.setVisible(shown and not self.is_correcting)
        self._empty_page.setVisible(not shown)

    @property
    def is_correcting(self) -> bool:
        """Return whether a correction stands in the place of the text."""
        return self.right.currentWidget() is self.correction_panel

    def show_correcting(self, *, shown: bool) -> None:
        """Show a correction in the place of text and codebook, or those again."""
        self.right.setCurrentWidget(self.correction_panel if shown else self.side)
        self.correcting.setVisible(shown)
        self.view.setVisible(not shown)
        self.header.set_correcting(shown)
        if shown:
            self.find_bar.hide()

    def set_compact(self, compact: bool) -> None:
        """Fold the documents into a picker and the side panel into tabs, or unfold them."""
        if compact == self.compact:
            return
        self.compact = compact
        self._popup.hide()
        # The main window remembers splitters by name; the two forms have different parts.
        self.splitter.setObjectName("columns_compact" if compact else "columns")
        if compact:
            self._popup_column.addWidget(self.documents)
        else:
            self.splitter.insertWidget(0, self.documents)
            self.splitter.setStretchFactor(0, 0)
            self.splitter.setStretchFactor(1, 1)
        self.documents.show()
        self.header.set_compact(compact)
        self.side.set_compact(compact)
        widths = [scaled(_SIDE_COMPACT)] if compact else [scaled(_SIDE)]
        self.splitter.setSizes([10_000, *widths] if compact else [scaled(_DOCUMENTS), 10_000, *widths])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        sentence = self.tr("Add a transcript, notes or a document, and read and code it here.")
        self.empty.set_texts(self.tr("No document is shown"), sentence)
        self.empty.set_action(self.tr("Add sources"))
        self.view.setAccessibleName(self.tr("Text"))

    @Slot()
    def _on_picker_requested(self) -> None:
        if self._popup.isVisible():
            self._popup.hide()
            return
        at = self.header.picker.mapTo(self, QPoint(0, self.header.picker.height() + 2))
        room = QSize(self.width() - at.x() - 8, self.height() - at.y() - 8)
        self._popup.resize(QSize(scaled(_POPUP[0]), scaled(_POPUP[1])).boundedTo(room))
        self._popup.move(at)
        self._popup.show()
        self._popup.raise_()
        self.documents.tree.setFocus()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        outside = new is not None and new is not self.header.picker and not self._popup.isAncestorOf(new)
        if outside and not isinstance(new, QMenu):
            self._popup.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._popup.isVisible():
            self._popup.hide()
            self.header.picker.setFocus()
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _on_document_chosen(self, _document_id: int) -> None:
        self._popup.hide()
