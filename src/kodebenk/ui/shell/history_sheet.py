"""The history of the project: what was done, by whom and when, the last first."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.project_change import ProjectChange, RecordedChange
from kodebenk.ui.actions import change_text
from kodebenk.ui.components.buttons import plain_button
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.error_messages import local_moment
from kodebenk.ui.project_signals import ProjectSignals
from kodebenk.ui.shell.list_sheet import ListSheet
from kodebenk.ui.shell.rows import Row
from kodebenk.ui.theme import Appearance

_NAMES = frozenset(
    {"title", "document", "respondent", "code", "into", "to", "place", "matrix", "coder", "row", "comparison"}
)
"""Details of a change that are names; others are for the program."""


class HistorySheet(ListSheet):
    """A list of changes; those that were undone are crossed out and say so.

    Signals:
        export_requested(): the user wants the history as a file.
    """

    export_requested = Signal()

    def __init__(
        self, appearance: Appearance, project: OpenProject, signals: ProjectSignals, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        self._project = project
        self._hint = make_label("", "meta", wrap=True)
        self.export = plain_button(appearance, "", "file-output")
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 8, 6, 8)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(10, 4, 10, 4)
        foot.addWidget(self.export)
        foot.addStretch(1)
        column.addLayout(foot)
        self._hint.setContentsMargins(10, 0, 10, 4)
        self.export.clicked.connect(self.export_requested)
        signals.changed.connect(self._on_project_changed)
        self._translate()

    def title(self) -> str:
        return self.tr("History")

    def _translate(self) -> None:
        self._hint.setText(self.tr("Undo and redo go step by step: Ctrl+Z, Ctrl+Shift+Z."))
        self.list.setAccessibleName(self.title())
        self.export.set_text(self.tr("Export the history …"))
        self._refresh()

    def _refresh(self) -> None:
        self.list.set_rows([self._row(one) for one in reversed(queries.history(self._project))])

    def _row(self, one: RecordedChange) -> Row:
        text = change_text(one.name)
        named = ", ".join(
            self.tr("“{name}”").format(name=value) for key, value in one.details.items() if value and key in _NAMES
        )
        return Row(
            key=one.id,
            title=text[:1].upper() + text[1:],
            detail=" · ".join(part for part in (one.coder, named) if part),
            aside=local_moment(one.at),
            note=self.tr("undone") if one.undone else "",
            note_icon="undo-2" if one.undone else "",
            tone="ink3",
            struck=one.undone,
        )

    @Slot(object)
    def _on_project_changed(self, _change: ProjectChange) -> None:
        self._refresh()
