"""The document list panel: head with import and filter, tree, and how many documents are finished."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from kodebenk.domain.document import SourceKind
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.components.search_field import SearchField
from kodebenk.ui.fonts import scaled, ui_font
from kodebenk.ui.material_list.document_delegate import DocumentDelegate
from kodebenk.ui.material_list.document_model import DocumentFilter, DocumentModel, DocumentRole
from kodebenk.ui.material_list.kind_words import group_name
from kodebenk.ui.painting.grounds import draw_progress_bar
from kodebenk.ui.painting.text_line import draw_text
from kodebenk.ui.reading.panel_tree import PanelTree
from kodebenk.ui.theme import Appearance


class DocumentTree(PanelTree):
    """The tree of documents.

    Signals:
        document_chosen(int): A document was clicked or became current by key.
        opened(): Enter: go on to the text.
    """

    document_chosen = Signal(int)
    opened = Signal()

    def __init__(self, model: DocumentModel, appearance: Appearance) -> None:
        super().__init__(appearance, DocumentRole.ROW_KEY, bar=True)
        self.setModel(model)
        self.setItemDelegate(DocumentDelegate(appearance, self))
        self.follow_model()
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        document_id = current.data(DocumentRole.DOCUMENT_ID)
        if document_id is not None:
            self.document_chosen.emit(document_id)


class FinishedBar(QWidget):
    """Says how many documents are finished, with a bar."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._done = 0
        self._total = 0
        appearance.theme_changed.connect(self._on_theme_changed)

    def show_count(self, done: int, total: int) -> None:
        """Show that `done` of `total` documents are finished."""
        self._done = done
        self._total = total
        self.setAccessibleName(self._words())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(scaled(160), scaled(52))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _words(self) -> str:
        return self.tr("{done} of {total} documents finished").format(done=self._done, total=self._total)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(0, 0, self.width(), 1, theme.line)
        room = self.width() - 28
        draw_text(painter, 14, scaled(21), self._words(), ui_font(12, 500), theme.ink2, room)
        share = self._done / self._total if self._total else 0.0
        draw_progress_bar(painter, QRectF(14, scaled(36), room, scaled(5)), share, theme)
        painter.end()

    @Slot()
    def _on_theme_changed(self) -> None:
        self.update()


class DocumentListPanel(QFrame):
    """Shows the documents and asks for changes to them.

    Signals:
        document_chosen(int): show this document.
        reading_requested(): Enter: put the keyboard into the text.
        import_requested(): add sources.
        rename_requested(int, str): document id and name.
        progress_requested(int, float): document id and share looked at, 0 to 1.
        read_to_caret_requested(): the document shown was read up to the caret.
        move_requested(int, int): document id and by how many places of its group, −1 or 1.
        delete_requested(int): remove the document.
    """

    document_chosen = Signal(int)
    reading_requested = Signal()
    import_requested = Signal()
    rename_requested = Signal(int, str)
    progress_requested = Signal(int, float)
    read_to_caret_requested = Signal()
    move_requested = Signal(int, int)
    delete_requested = Signal(int)

    def __init__(self, model: DocumentModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._model = model
        self._shown_id: int | None = None
        self.tree = DocumentTree(model, appearance)
        self.import_button = IconButton(appearance, "file-plus", "")
        self.filter_button = IconButton(appearance, "list-filter", "")
        self.filter_button.setCheckable(True)
        self.header = PanelHeader("", "", [self.import_button, self.filter_button])
        self.filter_field = SearchField(appearance)
        self.filter_field.hide()
        self._rename_title = make_label("", "label")
        self.rename_field = QLineEdit()
        self._rename_row = self._make_rename_row()
        self._empty = EmptyState(appearance, "files", "", "", framed=False)
        self._import_first = self._empty.set_action("")
        self._footer = FinishedBar(appearance)
        self._filter_menu = QMenu(self)
        self._menu = QMenu(self)
        self.setFocusProxy(self.tree)
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _make_rename_row(self) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(14, 0, 10, 8)
        column.setSpacing(4)
        column.addWidget(self._rename_title)
        column.addWidget(self.rename_field)
        row.hide()
        return row

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        field_row = QHBoxLayout()
        field_row.setContentsMargins(10, 0, 10, 0)
        field_row.addWidget(self.filter_field)
        column.addWidget(self.header)
        column.addLayout(field_row)
        column.addWidget(self._rename_row)
        column.addWidget(self._empty)
        column.addWidget(self.tree, 1)
        column.addStretch(0)
        column.addWidget(self._footer)

    def _connect_signals(self) -> None:
        self.tree.document_chosen.connect(self._on_document_chosen)
        self.tree.opened.connect(self.reading_requested)
        self.tree.customContextMenuRequested.connect(self._on_context_menu_requested)
        self.import_button.clicked.connect(self.import_requested)
        self._import_first.clicked.connect(self._on_empty_action)
        self.filter_button.clicked.connect(self._on_filter_clicked)
        self.filter_field.text_settled.connect(self._on_filter_text)
        self._filter_menu.triggered.connect(self._on_filter_picked)
        self._menu.triggered.connect(self._on_menu_picked)
        self.rename_field.returnPressed.connect(self._on_rename_entered)
        self.rename_field.editingFinished.connect(self._on_rename_left)
        self._model.modelReset.connect(self._on_model_reset)

    @property
    def filter_menu(self) -> QMenu:
        """Return the menu of the filter button."""
        return self._filter_menu

    @property
    def menu(self) -> QMenu:
        """Return the menu of what can be done to the current document."""
        return self._menu

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project."""
        self._model.follow(change)
        self._show_counts()

    def show_document(self, document_id: int | None) -> None:
        """Make a document current without telling anybody."""
        self._shown_id = document_id
        self.tree.show_current(QModelIndex() if document_id is None else self._model.index_of(document_id))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.import_button.set_name(self.tr("Add sources"))
        self.filter_button.set_name(self.tr("Filter"))
        self.filter_field.set_placeholder(self.tr("Words in the name"))
        self._rename_title.setText(self.tr("New name"))
        self.rename_field.setAccessibleName(self.tr("New name"))
        self.tree.setAccessibleName(self.tr("Documents"))
        self._fill_filter_menu()
        self._show_counts()
        self.tree.viewport().update()

    def _show_counts(self) -> None:
        done, total = self._model.finished()
        self.header.set_title(self.tr("Material"))
        self.header.set_count(str(total))
        self._footer.show_count(done, total)
        filtered = self._model.filter != DocumentFilter()
        self.filter_button.setChecked(filtered)
        self._empty.setVisible(not self._model.listed())
        self.tree.setVisible(bool(self._model.listed()))
        if filtered:
            self._empty.set_texts(self.tr("Nothing fits"), self.tr("No document fits the filter."))
            self._empty.set_action(self.tr("Show all"))
        else:
            sentence = self.tr("Add transcripts, notes and documents, and they are listed here.")
            self._empty.set_texts(self.tr("No documents yet"), sentence)
            self._empty.set_action(self.tr("Add sources"))

    def _fill_filter_menu(self) -> None:
        menu = self._filter_menu
        menu.clear()
        group = QActionGroup(menu)
        choices: list[tuple[str, str]] = [("kind:", self.tr("All kinds"))]
        choices += [(f"kind:{kind.value}", group_name(kind)) for kind in self._model.kinds()]
        for value, text in choices:
            action = self._add_choice(menu, text, value)
            action.setCheckable(True)
            group.addAction(action)
            kind = self._model.filter.kind
            action.setChecked(value == f"kind:{kind.value if kind else ''}")
        menu.addSeparator()
        unfinished = self._add_choice(menu, self.tr("Only what is not finished"), "unfinished")
        unfinished.setCheckable(True)
        unfinished.setChecked(self._model.filter.only_unfinished)
        words = self._add_choice(menu, self.tr("Words in the name …"), "words")
        words.setCheckable(True)
        words.setChecked(not self.filter_field.isHidden())

    def _fill_menu(self, document_id: int) -> None:
        menu = self._menu
        menu.clear()
        self._add_choice(menu, self.tr("Rename"), "rename")
        menu.addSeparator()
        self._add_choice(menu, self.tr("Finished"), "done")
        if document_id == self._shown_id:
            self._add_choice(menu, self.tr("Read to here (L)"), "here")
        self._add_choice(menu, self.tr("Not begun"), "none")
        menu.addSeparator()
        self._add_choice(menu, self.tr("Move up"), "up")
        self._add_choice(menu, self.tr("Move down"), "down")
        menu.addSeparator()
        self._add_choice(menu, self.tr("Delete with its codings"), "delete")

    def _add_choice(self, menu: QMenu, text: str, value: str) -> QAction:
        action = menu.addAction(text)
        action.setData(value)
        return action

    def _current_id(self) -> int | None:
        found = self.tree.currentIndex().data(DocumentRole.DOCUMENT_ID)
        return None if found is None else int(found)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F2 and self._current_id() is not None:
            self._ask_for_name()
        elif event.key() == Qt.Key.Key_Escape and not self._rename_row.isHidden():
            self._rename_row.hide()
            self.tree.setFocus()
        else:
            super().keyPressEvent(event)

    def _ask_for_name(self) -> None:
        self.rename_field.setText(str(self.tree.currentIndex().data()))
        self.rename_field.selectAll()
        self._rename_row.show()
        self.rename_field.setFocus()

    @Slot(int)
    def _on_document_chosen(self, document_id: int) -> None:
        self._shown_id = document_id
        self.document_chosen.emit(document_id)

    @Slot()
    def _on_rename_entered(self) -> None:
        document_id = self._current_id()
        self._rename_row.hide()
        self.tree.setFocus()
        if document_id is not None and self.rename_field.text() != self.tree.currentIndex().data():
            self.rename_requested.emit(document_id, self.rename_field.text())

    @Slot()
    def _on_rename_left(self) -> None:
        if not self.rename_field.hasFocus():
            self._rename_row.hide()

    @Slot()
    def _on_filter_clicked(self) -> None:
        self._fill_filter_menu()
        self._show_counts()
        self._filter_menu.popup(self.filter_button.mapToGlobal(QPoint(0, self.filter_button.height() + 2)))

    @Slot(QAction)
    def _on_filter_picked(self, action: QAction) -> None:
        value = str(action.data())
        now = self._model.filter
        if value.startswith("kind:"):
            kind = SourceKind(value[5:]) if value[5:] else None
            self._model.set_filter(replace(now, kind=kind))
        elif value == "unfinished":
            self._model.set_filter(replace(now, only_unfinished=action.isChecked()))
        elif action.isChecked():
            self.filter_field.show()
            self.filter_field.setFocus()
        else:
            self.filter_field.clear()
            self.filter_field.hide()
            self._model.set_filter(replace(now, words=""))

    @Slot()
    def _on_empty_action(self) -> None:
        if self._model.filter == DocumentFilter():
            self.import_requested.emit()
        else:
            self.filter_field.clear()
            self.filter_field.hide()
            self._model.set_filter(DocumentFilter())

    @Slot(str)
    def _on_filter_text(self, words: str) -> None:
        self._model.set_filter(replace(self._model.filter, words=words))

    @Slot(QPoint)
    def _on_context_menu_requested(self, at: QPoint) -> None:
        document_id = self.tree.indexAt(at).data(DocumentRole.DOCUMENT_ID)
        if document_id is not None:
            self.tree.setCurrentIndex(self.tree.indexAt(at))
            self._fill_menu(document_id)
            self._menu.popup(self.tree.viewport().mapToGlobal(at))

    @Slot(QAction)
    def _on_menu_picked(self, action: QAction) -> None:
        document_id = self._current_id()
        if document_id is None:
            return
        match action.data():
            case "rename":
                self._ask_for_name()
            case "done":
                self.progress_requested.emit(document_id, 1.0)
            case "here":
                self.read_to_caret_requested.emit()
            case "none":
                self.progress_requested.emit(document_id, 0.0)
            case "up":
                self.move_requested.emit(document_id, -1)
            case "down":
                self.move_requested.emit(document_id, 1)
            case "delete":
                self.delete_requested.emit(document_id)

    @Slot()
    def _on_model_reset(self) -> None:
        self._show_counts()
        if self._shown_id is not None:
            self.show_document(self._shown_id)
