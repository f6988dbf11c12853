"""Agreement within each source, and by whose turn it is."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kodebenk.ui.compare.figures.figure_cells import FigureGrid
from kodebenk.ui.compare.figures.shown_report import ShownReport
from kodebenk.ui.compare.figures.source_grid import make_source_grid
from kodebenk.ui.compare.figures.table_page import TablePage
from kodebenk.ui.compare.figures.turn_grid import make_group_grid, make_speaker_grid
from kodebenk.ui.components.segmented_control import Segment, SegmentedControl
from kodebenk.ui.fonts import scaled
from kodebenk.ui.theme import Appearance

_EDGE = 14


class PartsBy(StrEnum):
    """What the rows are."""

    SOURCE = "source"
    SPEAKER = "speaker"
    GROUP = "group"


class SourcesPage(TablePage):
    """The table of sources, of speakers or of groups of respondents, and how its figures came about."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        self.parts_switch = SegmentedControl(appearance, "", (), PartsBy.SOURCE)
        super().__init__(appearance, parent)
        row = QHBoxLayout()
        row.setContentsMargins(scaled(_EDGE), 0, scaled(8), 8)
        row.addWidget(self.parts_switch)
        row.addStretch(1)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertLayout(0, row)
        self.parts_switch.picked.connect(self._on_parts_picked)

    @property
    def parts_by(self) -> PartsBy:
        """What the rows are that the user wants to see."""
        return PartsBy(self.parts_switch.value)

    def set_parts_by(self, parts_by: PartsBy) -> None:
        """Show other rows."""
        self.parts_switch.set_value(parts_by)
        self._retranslate()

    def title_and_note(self) -> tuple[str, str]:
        match self.parts_by:
            case PartsBy.SPEAKER:
                return self.tr("Agreement by speaker"), self.tr(
                    "The turns of each by themselves, pooled as by source. What lies across turns belongs to the one "
                    "in which it begins."
                )
            case PartsBy.GROUP:
                return self.tr("Agreement by group"), self.tr(
                    "The turns of the respondents of each group, pooled as by source. What lies across turns belongs "
                    "to the one in which it begins."
                )
        return self.tr("Agreement by source"), self.tr(
            "Each source by itself: pooled over the codes that are on some of its units and not on all."
        )

    def make_grid(self, shown: ShownReport) -> FigureGrid:
        match self.parts_by:
            case PartsBy.SPEAKER:
                return make_speaker_grid(shown)
            case PartsBy.GROUP:
                return make_group_grid(shown) or FigureGrid()
        return make_source_grid(shown)

    def _retranslate(self) -> None:
        self.parts_switch.setAccessibleName(self.tr("What the rows are"))
        self.parts_switch.set_segments(
            [
                Segment(PartsBy.SOURCE, self.tr("Sources")),
                Segment(PartsBy.SPEAKER, self.tr("Speakers")),
                Segment(PartsBy.GROUP, self.tr("Groups")),
            ],
            self.parts_switch.value or PartsBy.SOURCE,
        )
        super()._retranslate()

    def _fill(self) -> None:
        super()._fill()
        self.parts_switch.setVisible(self._shown is not None)
        if self._shown is not None and self.parts_by is PartsBy.GROUP and not self.table.figures.rowCount():
            self.table.hide()
            self.note.setText(self.tr("No respondent in these sources has a group. Groups are set under Material."))

    @Slot(str)
    def _on_parts_picked(self, _value: str) -> None:
        self._retranslate()
