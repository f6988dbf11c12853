"""The codebook panel: head, tree, and what can be done to codes."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QMenu, QVBoxLayout, QWidget

from kodebenk.domain.codebook import Code
from kodebenk.domain.project_change import ProjectChange
from kodebenk.ui.codebook.code_bars import MergeBar, NewCodeBar
from kodebenk.ui.codebook.codebook_delegate import CodebookDelegate
from kodebenk.ui.codebook.codebook_model import CodebookModel, CodeRole
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.panel_header import PanelHeader
from kodebenk.ui.reading.panel_tree import PanelTree
from kodebenk.ui.theme import Appearance


class CodeTree(PanelTree):
    """The tree of codes; Enter and a double click choose a code, F2 renames, Del deletes.

    Signals:
        code_chosen(int): code with this.
        delete_requested(int): remove this code.
    """

    code_chosen = Signal(int)
    delete_requested = Signal(int)

    def __init__(self, model: CodebookModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, CodeRole.CODE_ID, parent=parent)
        self.setModel(model)
        self.setItemDelegate(CodebookDelegate(appearance, self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setUniformRowHeights(True)
        self.follow_model()
        self.doubleClicked.connect(self._on_double_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        code_id = self.currentIndex().data(CodeRole.CODE_ID)
        editing = self.state() == QAbstractItemView.State.EditingState
        if code_id is None or editing:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.code_chosen.emit(code_id)
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_requested.emit(code_id)
        else:
            super().keyPressEvent(event)

    @Slot(QModelIndex)
    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.code_chosen.emit(index.data(CodeRole.CODE_ID))


@dataclass(frozen=True, slots=True)
class _Actions:
    new_code: QAction
    new_theme: QAction
    rename: QAction
    edit: QAction
    merge: QAction
    delete: QAction
    unfold: QAction
    fold: QAction


class CodebookPanel(QFrame):
    """Shows the codebook and asks for changes to it.

    Signals:
        code_chosen(int): code the passage with this.
        code_marked(int): another code is current in the tree.
        add_requested(str, int): a new code with this name below the code with this id, 0 for a theme.
        rename_requested(int, str), move_requested(int, int, int): as `CodebookModel`.
        merge_requested(int, int): the code that vanishes and the one that stays.
        delete_requested(int): remove this code with all below it.
        edit_requested(int): show all fields of this code.
    """

    code_chosen = Signal(int)
    code_marked = Signal(int)
    add_requested = Signal(str, int)
    rename_requested = Signal(int, str)
    move_requested = Signal(int, int, int)
    merge_requested = Signal(int, int)
    delete_requested = Signal(int)
    edit_requested = Signal(int)

    def __init__(self, model: CodebookModel, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._model = model
        self.tree = CodeTree(model, appearance)
        self.add_button = IconButton(appearance, "plus", "")
        self.more_button = IconButton(appearance, "ellipsis", "")
        self.header = PanelHeader("", "", [self.add_button, self.more_button])
        self.new_code_bar = NewCodeBar(appearance)
        self.merge_bar = MergeBar(appearance)
        self._empty = EmptyState(appearance, "tags", "", "", framed=False)
        self._first_code = self._empty.set_action("")
        self._actions = self._make_actions()
        self._menu = self._make_menu()
        self.setFocusProxy(self.tree)
        self._arrange()
        self._connect_signals()
        self._retranslate()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.header, self.new_code_bar, self.merge_bar, self._empty):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)

    def _make_actions(self) -> _Actions:
        return _Actions(*(QAction(self) for _ in range(8)))

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        actions = self._actions
        menu.addActions([actions.new_code, actions.new_theme])
        menu.addSeparator()
        menu.addActions([actions.rename, actions.edit, actions.merge, actions.delete])
        menu.addSeparator()
        menu.addActions([actions.unfold, actions.fold])
        return menu

    def _connect_signals(self) -> None:
        self.tree.code_chosen.connect(self.code_chosen)
        self.tree.delete_requested.connect(self.delete_requested)
        self.tree.customContextMenuRequested.connect(self._on_context_menu_requested)
        self.tree.selectionModel().currentChanged.connect(self._on_current_changed)
        # Queued: the model is read again while the view would still be busy with its editor or with the drop.
        queued = Qt.ConnectionType.QueuedConnection
        self._model.rename_requested.connect(self.rename_requested, queued)
        self._model.move_requested.connect(self.move_requested, queued)
        self._model.modelReset.connect(self._on_model_reset)
        self.add_button.clicked.connect(self._on_new_code)
        self._first_code.clicked.connect(self._on_new_code)
        self.more_button.clicked.connect(self._on_more_clicked)
        self.new_code_bar.code_requested.connect(self.add_requested)
        self.new_code_bar.closed.connect(self._on_bar_closed)
        self.merge_bar.merge_requested.connect(self.merge_requested)
        self.merge_bar.closed.connect(self._on_bar_closed)
        self._actions.new_code.triggered.connect(self._on_new_code)
        self._actions.new_theme.triggered.connect(self._on_new_theme)
        self._actions.rename.triggered.connect(self._on_rename)
        self._actions.edit.triggered.connect(self._on_edit)
        self._actions.merge.triggered.connect(self._on_merge)
        self._actions.delete.triggered.connect(self._on_delete)
        self._actions.unfold.triggered.connect(self.tree.expandAll)
        self._actions.fold.triggered.connect(self.tree.collapseAll)

    @property
    def current_code(self) -> Code | None:
        """Return the code that is current in the tree."""
        return self._model.code_at(self.tree.currentIndex())

    @property
    def menu(self) -> QMenu:
        """Return the menu of what can be done to the current code."""
        return self._menu

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project."""
        self._model.follow(change)

    def show_code(self, code_id: int | None) -> None:
        """Make a code current, or none, without telling anybody."""
        self.tree.show_current(QModelIndex() if code_id is None else self._model.index_of(code_id))

    def take_buttons(self) -> None:
        """Put the two buttons, which narrow windows show elsewhere, back into the head."""
        row = self.header.layout()
        assert row is not None
        row.addWidget(self.add_button)
        row.addWidget(self.more_button)

    def finish_new_code(self, code_id: int) -> None:
        """Put the form for a new code away and show the code."""
        self.new_code_bar.finish()
        self.show_code(code_id)

    def finish_merge(self, into_id: int) -> None:
        """Put the form for merging away and show the code that stayed."""
        self.merge_bar.finish()
        self.show_code(into_id)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        actions = self._actions
        for action, text in (
            (actions.new_code, self.tr("New code")),
            (actions.new_theme, self.tr("New theme")),
            (actions.rename, self.tr("Rename")),
            (actions.edit, self.tr("Edit definition and colour")),
            (actions.merge, self.tr("Merge into …")),
            (actions.delete, self.tr("Delete")),
            (actions.unfold, self.tr("Unfold all")),
            (actions.fold, self.tr("Fold all")),
        ):
            action.setText(text)
        self.add_button.set_name(self.tr("New code"))
        self.more_button.set_name(self.tr("More choices"))
        self.tree.setAccessibleName(self.tr("Codebook"))
        title = self.tr("No codes yet")
        self._empty.set_texts(title, self.tr("Codes are made here, or while you read: select words and press K."))
        self._empty.set_action(self.tr("New code"))
        self._show_count()

    def _show_count(self) -> None:
        count = self.code_count()
        self.header.set_title(self.tr("Codebook"))
        self.header.set_count(self.tr("1 code") if count == 1 else self.tr("{count} codes").format(count=count))
        self._empty.setVisible(not self._model.book.codes)
        self.tree.setVisible(bool(self._model.book.codes))

    def code_count(self) -> int:
        """Return the number of codes, headings left out."""
        book = self._model.book
        return sum(not book.is_heading(code) for code in book.codes)

    def _parent_for_new(self) -> Code | None:
        current = self.current_code
        if current is None:
            themes = self._model.book.themes
            return themes[-1] if themes and self._model.book.is_heading(themes[-1]) else None
        return current if current.parent_id is None else self._model.book.by_id[current.parent_id]

    @Slot()
    def _on_new_code(self) -> None:
        above = self._parent_for_new()
        self.merge_bar.hide()
        self.new_code_bar.ask(above.id if above else 0, above.name if above else "")

    @Slot()
    def _on_new_theme(self) -> None:
        self.merge_bar.hide()
        self.new_code_bar.ask(0, "")

    @Slot()
    def _on_rename(self) -> None:
        self.tree.edit(self.tree.currentIndex())

    @Slot()
    def _on_edit(self) -> None:
        if self.current_code is not None:
            self.edit_requested.emit(self.current_code.id)

    @Slot()
    def _on_merge(self) -> None:
        if self.current_code is not None:
            self.new_code_bar.hide()
            self.merge_bar.ask(self.current_code.id, self._model.book)

    @Slot()
    def _on_delete(self) -> None:
        if self.current_code is not None:
            self.delete_requested.emit(self.current_code.id)

    @Slot()
    def _on_bar_closed(self) -> None:
        self.tree.setFocus()

    @Slot()
    def _on_more_clicked(self) -> None:
        self._open_menu(self.more_button.mapToGlobal(QPoint(0, self.more_button.height() + 2)))

    @Slot(QPoint)
    def _on_context_menu_requested(self, at: QPoint) -> None:
        self._open_menu(self.tree.viewport().mapToGlobal(at))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._open_menu(event.globalPos())

    def _open_menu(self, at: QPoint) -> None:
        known = self.current_code is not None
        for action in (self._actions.rename, self._actions.edit, self._actions.merge, self._actions.delete):
            action.setEnabled(known)
        self._menu.popup(at)

    @Slot(QModelIndex, QModelIndex)
    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        code = self._model.code_at(current)
        self.code_marked.emit(code.id if code is not None else 0)

    @Slot()
    def _on_model_reset(self) -> None:
        self._show_count()
