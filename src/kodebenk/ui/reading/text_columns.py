"""How wide the columns of the reading view are at a width."""

from __future__ import annotations

from dataclasses import dataclass

from kodebenk.ui.reading.coding_margin import CodingMargin
from kodebenk.ui.reading.gutter import Gutter
from kodebenk.ui.reading.overview_strip import STRIP_WIDTH
from kodebenk.ui.reading.reading_layout import TEXT_INSET

_WIDEST_TEXT = 500
_NARROWEST_TEXT = 240
_COMPACT_BELOW = 785
_NAMES_GROW_BY = 100


@dataclass(frozen=True, slots=True)
class TextColumns:
    """Widths in px: gutter, text with its insets, margin with the names. The overview strip stands right of them."""

    is_compact: bool
    left: int
    text: int
    right: int


def measure_columns(width: int, scale: float) -> TextColumns:
    """Return the columns of a reading view of this width, at a reading scale."""
    is_compact = width < _COMPACT_BELOW
    left, right = Gutter.width_when(is_compact), CodingMargin.width_when(is_compact)
    widest = round(_WIDEST_TEXT * max(1.0, scale))
    room = width - left - right - STRIP_WIDTH - 2 * TEXT_INSET
    text = max(_NARROWEST_TEXT, min(widest, room)) + 2 * TEXT_INSET
    spare = max(0, room - widest)
    left += max(0, spare - _NAMES_GROW_BY) // 2
    return TextColumns(is_compact, left, text, max(0, width - STRIP_WIDTH - left - text))
