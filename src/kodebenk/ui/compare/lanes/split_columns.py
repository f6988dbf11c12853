"""How wide the columns are in which the compared text stands once for each coder."""

from __future__ import annotations

from dataclasses import dataclass

from kodebenk.ui.compare.lanes.lane_columns import LaneColumns, LaneDetail
from kodebenk.ui.compare.lanes.lane_gutter import LaneGutter
from kodebenk.ui.fonts import scaled
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.reading_layout import TEXT_INSET

MOST_COLUMNS = 3

_WIDEST_TEXT = 500
_NARROWEST_TEXT = 168
_COMFORTABLE_TEXT = 250
_COMPACT_BELOW = 800
_DISCS = 28
_WIDEST_LANE = 150
_NAMED_FROM = 124


@dataclass(frozen=True, slots=True)
class SplitColumns:
    """Widths in px: gutter, discs, and for each coder the text with its insets and a lane.

    Attributes:
        count: of the coders.
        is_compact: the gutter uses short words.
        detail: what stands in a lane.
        has_names: lanes are wide enough for the names of codes instead of their letters.
    """

    count: int
    is_compact: bool
    left: int
    discs: int
    text: int
    lane: int
    detail: LaneDetail
    has_names: bool

    @property
    def before(self) -> int:
        """Return the px left of the first text."""
        return self.left + self.discs

    def edges_of(self, number: int) -> tuple[int, int]:
        """Return where a column begins and ends, counted from 0; the first has gutter and discs."""
        width = self.text + self.lane
        start = self.before + number * width
        return (start if number else 0), start + width

    def lane_of(self, number: int) -> LaneColumns:
        """Return the widths of a column; its discs stand apart."""
        left = 0 if number else self.left
        return LaneColumns(self.is_compact, left, self.text, 0, self.lane, self.detail, self.has_names)

    def disc_column(self) -> LaneColumns:
        """Return the widths of the column with the discs."""
        return LaneColumns(self.is_compact, 0, 0, self.discs, 0, self.detail, has_names=False)


def measure_split(width: int, raters: int, scale: float) -> SplitColumns | None:
    """Return the columns of a view of this width for so many coders, at a reading scale.

    Three coders have a column each where there is room. Else two of them have one; None where not even those fit.
    """
    is_compact = width < scaled(_COMPACT_BELOW)
    left, discs = LaneGutter.width_when(is_compact), scaled(_DISCS)
    room = width - left - discs - STRIP_WIDTH
    least = least_column(scale)
    count = MOST_COLUMNS if raters == MOST_COLUMNS and room >= MOST_COLUMNS * least else 2
    column = room // count
    if column < least:
        return None
    lane, detail = _choose_lane(column, scale)
    text = min(column - lane, round(_WIDEST_TEXT * max(1.0, scale)) + 2 * TEXT_INSET)
    spare = room - count * (text + lane)
    has_names = lane >= scaled(_NAMED_FROM)
    return SplitColumns(count, is_compact, left + spare // 2, discs, text, lane, detail, has_names)


def least_column(scale: float) -> int:
    """Return the least width of a column, in px."""
    return scaled(LaneDetail.CLOSE.value) + 2 * TEXT_INSET + round(_NARROWEST_TEXT * max(1.0, scale))


def _choose_lane(column: int, scale: float) -> tuple[int, LaneDetail]:
    """Return the width of a lane and what stands in it; the text comes first."""
    spare = column - 2 * TEXT_INSET - round(_COMFORTABLE_TEXT * max(1.0, scale))
    if spare >= scaled(_NAMED_FROM):
        return min(spare, scaled(_WIDEST_LANE)), LaneDetail.LETTERS
    if spare >= scaled(LaneDetail.LETTERS.value):
        return scaled(LaneDetail.LETTERS.value), LaneDetail.LETTERS
    return scaled(LaneDetail.CLOSE.value), LaneDetail.CLOSE
