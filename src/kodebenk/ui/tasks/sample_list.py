"""The samples of turns that were drawn, below the table of tasks."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from kodebenk.domain.coder import TurnSample
from kodebenk.ui.components.buttons import IconButton
from kodebenk.ui.components.elided_label import ElidedLabel
from kodebenk.ui.components.labels import make_label
from kodebenk.ui.components.layouts import clear_layout
from kodebenk.ui.fonts import scaled
from kodebenk.ui.tasks.task_words import sample_facts
from kodebenk.ui.theme import Appearance

_ROW = 30
_MOST_SHOWN = 4


class SampleList(QFrame):
    """One line for each sample, with a button that deletes it.

    Signals:
        delete_requested(int): id of a sample.
    """

    delete_requested = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "panel")
        self._appearance = appearance
        self._samples: Sequence[TurnSample] = ()
        self._used: Collection[int] = ()
        self.buttons: dict[int, IconButton] = {}
        self._title = make_label("", "panel")
        self._scroll = QScrollArea()
        self._page = QWidget()
        self._rows = QGridLayout(self._page)
        self._rows.setContentsMargins(14, 0, 8, 6)
        self._rows.setHorizontalSpacing(12)
        self._rows.setVerticalSpacing(0)
        self._rows.setColumnStretch(1, 1)
        self._scroll.setWidget(self._page)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title.setContentsMargins(14, 10, 14, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._scroll)
        self._retranslate()

    def show_samples(self, samples: Sequence[TurnSample], used: Collection[int]) -> None:
        """Show these samples; those that tasks use, by id, cannot be deleted."""
        self._samples, self._used = samples, used
        self.setVisible(bool(samples))
        clear_layout(self._rows)
        self.buttons = {}
        for row, sample in enumerate(samples):
            name, facts = ElidedLabel(sample.name, "strong"), ElidedLabel(sample_facts(sample), "meta")
            name.setMinimumWidth(scaled(110))
            self._rows.addWidget(name, row, 0)
            self._rows.addWidget(facts, row, 1)
            self._rows.addWidget(self._make_button(sample), row, 2)
            self._rows.setRowMinimumHeight(row, scaled(_ROW))
        shown = min(len(samples), _MOST_SHOWN)
        self._scroll.setFixedHeight(scaled(_ROW) * shown + 8)

    def _make_button(self, sample: TurnSample) -> IconButton:
        button = IconButton(self._appearance, "trash-2", self.tr("Delete {name}").format(name=sample.name))
        button.setProperty("sample_id", sample.id)
        button.clicked.connect(self._on_delete_clicked)
        if sample.id in self._used:
            button.setEnabled(False)
            button.setToolTip(self.tr("A task uses this sample. Withdraw the task first."))
        self.buttons[sample.id] = button
        return button

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Samples of turns"))
        self.setAccessibleName(self.tr("Samples of turns"))
        self.show_samples(self._samples, self._used)

    @Slot()
    def _on_delete_clicked(self) -> None:
        self.delete_requested.emit(self.sender().property("sample_id"))
