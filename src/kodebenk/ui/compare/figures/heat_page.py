"""Codes of one coder against codes of another, as a table with shaded cells."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.analysis.agreement.shared_passages import CountedBy
from kodebenk.ui.compare.cell_label import CellLabel
from kodebenk.ui.compare.figures.figure_table import FigureTable
from kodebenk.ui.compare.figures.heat_grid import HeatChoice, HeatValue, make_heat_grid
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.components.buttons import Button
from kodebenk.ui.components.pick_button import PickButton
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_EDGE = 14


class HeatPage(QWidget):
    """The table and what it shows: which two coders, passages or characters, counts, shares or lift, codes or themes.

    Signals:
        places_chosen(ChosenPlaces): the user wants to see what a cell rests on.
    """

    places_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: ShownReport | None = None
        self._choice = HeatChoice()
        self.pair_picker = PickButton(appearance, "", "users")
        self.themes_button = Button(appearance, "", "folder-tree", "plain")
        self.themes_button.setCheckable(True)
        self.counted_switch = SegmentedControl(appearance, "", (), CountedBy.PASSAGES)
        self.value_switch = SegmentedControl(appearance, "", (), HeatValue.COUNT)
        self.table = FigureTable(appearance, heat=True)
        self.detail = CellLabel(appearance)
        self._arrange()
        self._connect_signals()
        self.setFocusProxy(self.table)
        self._retranslate()

    def _arrange(self) -> None:
        self.detail.setContentsMargins(scaled(_EDGE), 6, scaled(_EDGE), 6)
        self.detail.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.detail.setMinimumHeight(scaled(46))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for parts in ((self.pair_picker, self.themes_button), (self.counted_switch, self.value_switch)):
            row = QHBoxLayout()
            row.setContentsMargins(scaled(_EDGE), 0, scaled(8), 8)
            row.setSpacing(8)
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.table)
        column.addWidget(self.detail)
        column.addStretch(1)

    def _connect_signals(self) -> None:
        self.pair_picker.picked.connect(self._on_pair_picked)
        self.themes_button.toggled.connect(self._on_themes_toggled)
        self.counted_switch.picked.connect(self._on_counted_picked)
        self.value_switch.picked.connect(self._on_value_picked)
        self.table.places_chosen.connect(self.places_chosen)
        self.table.cell_chosen.connect(self._on_cell_chosen)

    def show_report(self, shown: ShownReport | None) -> None:
        """Show a report, or nothing."""
        self._shown = shown
        pairs = len(shown.report.pairs) if shown else 0
        if self._choice.pair >= pairs:
            self._choice = replace(self._choice, pair=0)
        self._name_pairs()
        self._fill()

    @property
    def choice(self) -> HeatChoice:
        return self._choice

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.table.set_title(self.tr("Codes of one coder against codes of another"))
        self.pair_picker.set_caption(self.tr("Coders"))
        self.themes_button.set_text(self.tr("Themes"))
        self.themes_button.setToolTip(self.tr("Put the codes of a theme together, and see whether agreement rises"))
        self.counted_switch.setAccessibleName(self.tr("What is counted"))
        self.counted_switch.set_segments(
            [
                Segment(CountedBy.PASSAGES, self.tr("Passages")),
                Segment(CountedBy.CHARACTERS, self.tr("Characters")),
            ],
            self._choice.counted_by,
        )
        self.value_switch.setAccessibleName(self.tr("What a cell says"))
        self.value_switch.set_segments(
            [
                Segment(HeatValue.COUNT, self.tr("Count")),
                Segment(HeatValue.ROW_SHARE, self.tr("Row %")),
                Segment(HeatValue.LIFT, self.tr("Lift")),
            ],
            self._choice.value,
        )
        self._name_pairs()
        self._fill()

    def _name_pairs(self) -> None:
        pairs = self._shown.report.pairs if self._shown else ()
        self.pair_picker.setVisible(len(pairs) > 1)
        if self._shown is None or not pairs:
            return
        names = self._shown.raters
        self.pair_picker.set_choices(
            [(str(at), f"{names[pair.one]} × {names[pair.other]}") for at, pair in enumerate(pairs)],
            str(self._choice.pair),
        )

    def _choose(self, **changes: object) -> None:
        self._choice = replace(self._choice, **changes)  # type: ignore[arg-type] # names and types stand at the callers
        self._fill()

    def _fill(self) -> None:
        lift = self.value_switch.button(HeatValue.LIFT)
        lift.setEnabled(self._choice.counted_by is CountedBy.CHARACTERS)
        lift.setToolTip(self.tr("How many times more characters carry both codes than chance would have it"))
        shown = self._shown is not None and bool(self._shown.report.pairs)
        self.table.setVisible(shown)
        if self._shown is not None and shown:
            self.table.show_grid(make_heat_grid(self._shown, self._choice))
        self._on_cell_chosen()

    @Slot(str)
    def _on_pair_picked(self, key: str) -> None:
        self._choose(pair=int(key))

    @Slot(bool)
    def _on_themes_toggled(self, checked: bool) -> None:
        self._choose(by_theme=checked)

    @Slot(str)
    def _on_counted_picked(self, value: str) -> None:
        counted_by = CountedBy(value)
        if counted_by is CountedBy.PASSAGES and self._choice.value is HeatValue.LIFT:
            self.value_switch.set_value(HeatValue.COUNT)
            self._choose(counted_by=counted_by, value=HeatValue.COUNT)
        else:
            self._choose(counted_by=counted_by)

    @Slot(str)
    def _on_value_picked(self, value: str) -> None:
        self._choose(value=HeatValue(value))

    @Slot()
    def _on_cell_chosen(self) -> None:
        index = self.table.currentIndex()
        if index.isValid() and self._shown is not None:
            row = self.table.figures.row(index.row())
            head = self.table.figures.head(index.column())
            said = self.tr("{row} and {column}: {figure}")
            cell = self.table.figures.cell(index)
            self.detail.setText(said.format(row=row.spoken, column=head.spoken, figure=cell.spoken))
            return
        hint = self.tr("Rows are codes of the first coder, columns of the second. Overlapping codes share characters.")
        self.detail.setText(hint if self._shown is not None else "")
