"""What the views of sources, respondents and interview guides have in common: a table, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange
from kodebenk.errors import WorkbenchError
from kodebenk.ui.components.centred_page import make_centred_page
from kodebenk.ui.components.empty_state import EmptyState
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.material.grid_model import GridModel
from kodebenk.ui.material.grid_table import GridTable
from kodebenk.ui.theme import Appearance

Model = TypeVar("Model", bound=GridModel[Any])


class GridView(QWidget, Generic[Model]):
    """Shows the table of a model, a sentence where no row has the words searched for, or what belongs here.

    Signals:
        done(str), done_to_many(str), failed(WorkbenchError), passage_requested(int, int, int): as in `Workspace`.
        summary_changed(): what the status bar says is another.
    """

    done = Signal(str)
    done_to_many = Signal(str)
    failed = Signal(object)
    passage_requested = Signal(int, int, int)
    summary_changed = Signal()

    def __init__(
        self,
        project: OpenProject,
        appearance: Appearance,
        model: Model,
        name_column: int,
        icon: str,
        parent: QWidget | None = None,
    ) -> None:
        """Take over a model; `icon` stands over the words for a project without rows."""
        super().__init__(parent)
        self._project = project
        self._is_stale = False
        self.model = model
        model.setParent(self)
        self.table = GridTable(model, appearance, name_column)
        self.empty = EmptyState(appearance, icon, "", "")
        self._first_button = self.empty.set_action("")
        self._empty_page = make_centred_page(self.empty)
        self._no_hits = make_label("", "body", wrap=True)
        self._no_hits.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._no_hits.setContentsMargins(16, 14, 16, 14)

    def _make_main(self) -> tuple[QFrame, QVBoxLayout]:
        """Return the ground on which the table stands, and its column."""
        main = QFrame()
        main.setProperty("surface", "paper")
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.table, self._no_hits, self._empty_page):
            column.addWidget(part, 1)
        return main, column

    def _fill_with(self, part: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(part)

    def follow(self, change: ProjectChange) -> None:
        """Take over a change of the project; while nobody looks, only remember that there was one."""
        if not self.model.touched_by(change):
            return
        if self.isVisible():
            self._read_again()
        else:
            self._is_stale = True

    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale:
            self._read_again()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def set_words(self, text: str) -> None:
        """Show only rows with these words."""
        self.table.order.set_words(text)
        self._show_what_there_is()

    def _read_again(self) -> None:
        self._is_stale = False
        self.model.read_again()
        self._choose_first()
        self._show_chosen()
        self._show_what_there_is()
        self.summary_changed.emit()

    def _retranslate(self) -> None:
        """Show the words of another language; a subclass sets its own before."""
        self.model.retranslate()
        self._show_what_there_is()

    def _choose_first(self) -> None:
        if not self.table.chosen_id and self.table.order.rowCount():
            self.table.setCurrentIndex(self.table.order.index(0, 0))

    def _show_chosen(self) -> None:
        """Show what became of the chosen row, where more than the table says it."""

    def _show_what_there_is(self) -> None:
        has_rows, hits = bool(self.model.rows), self.table.order.rowCount()
        focused = QApplication.focusWidget()
        had_focus = focused is not None and self._empty_page.isAncestorOf(focused)
        self.table.setVisible(has_rows and hits > 0)
        self._no_hits.setVisible(has_rows and hits == 0)
        self._empty_page.setVisible(not has_rows)
        if had_focus and self.table.isVisible():  # else Qt gives it to whatever comes next
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @contextmanager
    def _trying(self) -> Iterator[None]:
        """Tell of an error, and show again what stands."""
        try:
            yield
        except WorkbenchError as error:
            self._show_what_stands()
            self.failed.emit(error)

    def _show_what_stands(self) -> None:
        """Take back what was written and could not be done, where the table does not do so itself."""
