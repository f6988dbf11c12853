"""How wide the columns beside the compared text are at a width."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kodebenk.ui.compare.lanes.lane_gutter import LaneGutter
from kodebenk.ui.fonts import scaled
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.reading_layout import TEXT_INSET

_WIDEST_TEXT = 500
_NARROWEST_TEXT = 232
_COMPACT_BELOW = 560
_DISCS = 30
_MOST_LETTERED = 4
_WIDEST_LANE = 150
_NAMED_FROM = 124


class LaneDetail(Enum):
    """What stands in a lane; the value is its least width in px."""

    LETTERS = 76
    """Brackets, marks and the letters of the codes."""
    CLOSE = 64
    """The same, closer together."""
    MARKS = 38
    BRACKETS = 18


@dataclass(frozen=True, slots=True)
class LaneColumns:
    """Widths in px: gutter, text with its insets, discs, and each lane. The overview strip stands at the right edge.

    Attributes:
        is_compact: the gutter uses short words.
        detail: what stands in a lane.
        has_names: lanes are wide enough for the names of codes instead of their letters.
    """

    is_compact: bool
    left: int
    text: int
    discs: int
    lane: int
    detail: LaneDetail
    has_names: bool

    @property
    def lanes_left(self) -> int:
        """Px left of the first lane."""
        return self.left + self.text + self.discs


def measure_lanes(width: int, raters: int, scale: float) -> LaneColumns:
    """Return the columns of a view of this width with so many lanes, at a reading scale.

    The text keeps its least width; lanes that then find no room show marks without letters, or brackets alone.
    """
    is_compact = width < scaled(_COMPACT_BELOW)
    left, discs = LaneGutter.width_when(is_compact), scaled(_DISCS)
    room = width - left - discs - STRIP_WIDTH - 2 * TEXT_INSET
    detail = _choose_detail(room - _NARROWEST_TEXT, raters)
    lane = scaled(detail.value)
    widest = round(_WIDEST_TEXT * max(1.0, scale))
    text = max(_NARROWEST_TEXT, min(widest, room - raters * lane))
    spare = max(0, room - text - raters * lane)
    if detail is LaneDetail.LETTERS and raters:
        wider = min(spare // raters, scaled(_WIDEST_LANE) - lane)
        lane, spare = lane + wider, spare - raters * wider
    has_names = lane >= scaled(_NAMED_FROM)
    return LaneColumns(is_compact, left + spare // 2, text + 2 * TEXT_INSET, discs, lane, detail, has_names)


def _choose_detail(room: int, raters: int) -> LaneDetail:
    for detail in (LaneDetail.LETTERS, LaneDetail.MARKS):
        too_many = detail is LaneDetail.LETTERS and raters > _MOST_LETTERED
        if not too_many and raters * scaled(detail.value) <= room:
            return detail
    return LaneDetail.BRACKETS
