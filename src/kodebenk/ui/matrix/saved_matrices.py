"""Opens, saves, renames and deletes saved matrices as the name's menu asks."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.ui.matrix.cell_writing import CellWriting
from kodebenk.ui.matrix.matrix_choice import MatrixChoice
from kodebenk.ui.matrix.matrix_name import MatrixName


class SavedMatrices(QObject):
    """Listens to the name of the matrix.

    Signals:
        about_to_change(): keep what is being written.
        changed(): another matrix is open, or it has another name.
    """

    about_to_change = Signal()
    changed = Signal()

    def __init__(self, choice: MatrixChoice, name: MatrixName, writing: CellWriting, parent: QObject) -> None:
        super().__init__(parent)
        self._choice = choice
        self._writing = writing
        name.open_requested.connect(self._on_open_requested)
        name.new_requested.connect(self.begin_new)
        name.save_requested.connect(self.save)
        name.save_as_requested.connect(self._on_save_as_requested)
        name.rename_requested.connect(self._on_rename_requested)
        name.delete_requested.connect(self.delete)

    @Slot(int)
    def _on_open_requested(self, saved_id: int) -> None:
        self.about_to_change.emit()
        self._choice.open(saved_id)
        self.changed.emit()

    @Slot()
    def begin_new(self) -> None:
        """Show the usual rows and columns."""
        self.about_to_change.emit()
        self._choice.begin_new()
        self.changed.emit()

    @Slot()
    def save(self) -> None:
        """Keep the matrix shown in place of the saved one."""
        self._writing.try_to(self._choice.save, self.tr("Matrix saved"))
        self.changed.emit()

    @Slot(str)
    def _on_save_as_requested(self, name: str) -> None:
        sentence = self.tr("Matrix saved as “{name}”").format(name=name)
        self._writing.try_to(partial(self._choice.save_as, name), sentence)
        self.changed.emit()

    @Slot(str)
    def _on_rename_requested(self, name: str) -> None:
        sentence = self.tr("Matrix renamed “{name}”").format(name=name)
        self._writing.try_to(partial(self._choice.rename, name), sentence)
        self.changed.emit()

    @Slot()
    def delete(self) -> None:
        """Forget the saved matrix; what was written into cells stays."""
        self._writing.try_to(self._choice.delete, self.tr("Matrix deleted; what was written in its cells stays"))
        self.changed.emit()
