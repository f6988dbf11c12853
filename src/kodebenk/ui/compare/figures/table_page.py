"""A page of figures that is one table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kodebenk.ui.compare.cell_label import CellLabel
from kodebenk.ui.compare.figures.figure_cells import FigureGrid
from kodebenk.ui.compare.figures.figure_table import FigureTable
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_EDGE = 14


class TablePage(QWidget):
    """The table, how its figures came about, and the current one in words; pages say what is in it.

    Signals:
        places_chosen(ChosenPlaces): the user wants to see what a figure rests on.
    """

    places_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownReport | None = None
        self.table = FigureTable(appearance)
        self.note = CellLabel(appearance)
        self.detail = CellLabel(appearance)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table)
        for label in (self.note, self.detail):
            label.setContentsMargins(scaled(_EDGE), 6, scaled(_EDGE), 2)
            column.addWidget(label)
        column.addStretch(1)
        self.table.places_chosen.connect(self.places_chosen)
        self.table.cell_chosen.connect(self._on_cell_chosen)
        self.setFocusProxy(self.table)
        self._retranslate()

    def title_and_note(self) -> tuple[str, str]:
        """Return what stands above and below the table."""
        raise NotImplementedError

    def make_grid(self, shown: ShownReport) -> FigureGrid:
        """Return what is in the table."""
        raise NotImplementedError

    def show_report(self, shown: ShownReport | None) -> None:
        """Show a report, or nothing."""
        self._shown = shown
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        title, note = self.title_and_note()
        self.table.set_title(title)
        self.note.setText(note)
        self._fill()

    def _fill(self) -> None:
        for part in (self.table, self.note, self.detail):
            part.setVisible(self._shown is not None)
        if self._shown is not None:
            self.table.show_grid(self.make_grid(self._shown))
        self._on_cell_chosen()

    @Slot()
    def _on_cell_chosen(self) -> None:
        index = self.table.currentIndex()
        if not index.isValid():
            self.detail.setText("")
            return
        remark = self.table.figures.row(index.row()).remark
        self.detail.setText(f"{self.table.figures.spoken(index)}. {remark}".strip())
