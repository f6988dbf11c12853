"""The synthesis rows as a table in which Enter, F2 and a click on the current cell write."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from kodebenk.ui.matrix.matrix_model import Index
from kodebenk.ui.matrix.synthesis_delegate import SynthesisDelegate
from kodebenk.ui.matrix.synthesis_model import SynthesisModel
from kodebenk.ui.matrix.table_setup import set_up_table


class SynthesisGrid(QTableView):
    """Shows the current cell only while it has the keyboard."""

    def __init__(self, model: SynthesisModel, delegate: SynthesisDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = delegate
        set_up_table(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.horizontalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.SelectedClicked | trigger.EditKeyPressed)
        self.retranslate()

    def retranslate(self) -> None:
        """Say to screen readers what this is."""
        self.setAccessibleName(self.tr("Synthesis"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._mark(current if self.hasFocus() else QModelIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.model().columnCount() > 1:
            self.setCurrentIndex(self.model().index(0, 1))
        self._mark(self.currentIndex())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark(QModelIndex())

    def _mark(self, current: Index) -> None:
        self._texts.current = QPersistentModelIndex(current)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        editing = self.state() == QAbstractItemView.State.EditingState
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not editing and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Do nothing: letters are keys here."""
