"""Stores what the user writes into the matrix and says so."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from kodebenk.application import matrix_actions
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.matrix import CellState, ColumnKey, SynthesisKind
from kodebenk.errors import WorkbenchError
from kodebenk.ui.matrix import matrix_words as words
from kodebenk.ui.matrix.cell_place import CellPlace


class CellWriting(QObject):
    """One function for each thing that can be written; each is one step of undo.

    Signals:
        done(str): it is stored; the sentence says what.
        failed(WorkbenchError): it is not, and why.
    """

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, project: OpenProject, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._project = project

    def try_to(self, action: Callable[[], object], sentence: str) -> bool:
        """Return whether an action was done; `sentence` says what it did."""
        try:
            action()
        except WorkbenchError as error:
            self.failed.emit(error)
            return False
        self.done.emit(sentence)
        return True

    def write_summary(self, place: CellPlace, text: str) -> bool:
        """Return whether the condensed text was stored."""
        action = partial(matrix_actions.write_summary, self._project, place.row, place.column.key, place.cell, text)
        return self.try_to(action, self._about(self.tr("Summary of {row} × {code} kept"), place))

    @Slot(object, object, str)
    def set_state(self, place: CellPlace, state: CellState | None, reason: str) -> None:
        """Set a state by hand, or let it follow the codings."""
        action = partial(matrix_actions.set_cell_state, self._project, place.row, place.column.key, state, reason)
        self.try_to(action, self._about(self.tr("State of {row} × {code} set"), place))

    def keep_text(self, place: CellPlace) -> None:
        """Take what was coded since the summary as read."""
        action = partial(matrix_actions.confirm_cell, self._project, place.row, place.column.key, place.cell)
        self.try_to(action, self._about(self.tr("Text of {row} × {code} still holds"), place))

    @Slot(object, object, str)
    def write_synthesis(self, column: ColumnKey, kind: SynthesisKind, text: str) -> None:
        """Store what is said about a column."""
        name = matrix_actions.column_name(self._project, column)
        action = partial(matrix_actions.write_synthesis, self._project, column, kind, text)
        self.try_to(action, self.tr("{kind} of {code} kept").format(kind=words.synthesis_name(kind), code=name))

    def _about(self, sentence: str, place: CellPlace) -> str:
        return sentence.format(row=words.row_label(place.row), code=place.column.name)
