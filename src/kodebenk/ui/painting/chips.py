"""Paints the small chips: citations, respondent badges, key caps, and what is new since a summary.

All chips stand around a vertical centre, begin at `x`, and return the rectangle they cover, for hit tests.
`scale` is the reading scale where the chip stands in a cell, else the scale of the interface.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from kodebenk.ui.fonts import cell_font
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.grounds import draw_dashed_box, draw_focus_ring, draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Theme

_HEIGHT = 18.0
_RADIUS = 4.0
_CITATION_PADDING = 6.0
_ICON = 12.0


class ChipState(Enum):
    """How a citation chip looks."""

    NORMAL = auto()
    ACTIVE = auto()
    WITHOUT_EVIDENCE = auto()


@dataclass(frozen=True, slots=True)
class _Lettering:
    px: float
    weight: int

    def font(self, scale: float) -> QFont:
        return cell_font(self.px * scale, self.weight, tabular=True)


_CITATION = _Lettering(11, 500)
_KEY = _Lettering(10.5, 500)
_BADGE = _Lettering(12, 700)
_NEWS = _Lettering(11, 600)


def citation_chip_width(label: str, state: ChipState = ChipState.NORMAL, scale: float = 1.0) -> float:
    """Return the width of a citation chip in px."""
    icon = (_ICON + 5) * scale if state is ChipState.WITHOUT_EVIDENCE else 0.0
    return text_width(label, _CITATION.font(scale)) + 2 * _CITATION_PADDING * scale + icon


def draw_citation_chip(
    painter: QPainter,
    x: float,
    center_y: float,
    label: str,
    theme: Theme,
    state: ChipState = ChipState.NORMAL,
    *,
    focused: bool = False,
    scale: float = 1.0,
) -> QRectF:
    """Draw a chip such as `R4:12`, or a dashed one with a broken link where a sentence has no evidence."""
    width = citation_chip_width(label, state, scale)
    rect = _around(x, center_y, width, _HEIGHT * scale)
    if state is ChipState.WITHOUT_EVIDENCE:
        _draw_missing_evidence(painter, rect, label, theme, scale)
    else:
        active = state is ChipState.ACTIVE
        fill, edge = (theme.soft, theme.soft_line) if active else (theme.sunken, theme.line2)
        draw_rounded_box(painter, rect, _RADIUS, fill, edge)
        ink = theme.on_soft if active else theme.ink2
        draw_text(painter, x, center_y, label, _CITATION.font(scale), ink, width, Align.CENTER)
    if focused:
        draw_focus_ring(painter, rect, theme, _RADIUS, gap=1.0)
    return rect


def _draw_missing_evidence(painter: QPainter, rect: QRectF, label: str, theme: Theme, scale: float) -> None:
    draw_dashed_box(painter, rect, theme, _RADIUS)
    side = _ICON * scale
    left = rect.left() + _CITATION_PADDING * scale
    center_y = rect.center().y()
    draw_icon(painter, "link-2-off", QRectF(left, center_y - side / 2, side, side), theme.warn)
    draw_text(painter, left + side + 5 * scale, center_y, label, _CITATION.font(scale), theme.warn)


def key_cap_width(label: str, scale: float = 1.0) -> float:
    """Return the width of a key cap in px."""
    return max(17.0 * scale, text_width(label, _KEY.font(scale)) + 9 * scale)


def draw_key_cap(
    painter: QPainter, x: float, center_y: float, label: str, theme: Theme, *, scale: float = 1.0
) -> QRectF:
    """Draw a key as printed on a keyboard, such as `K` or `Ctrl+P`."""
    width = key_cap_width(label, scale)
    rect = _around(x, center_y, width, 17 * scale)
    draw_rounded_box(painter, rect, _RADIUS, theme.paper, theme.line2)
    draw_text(painter, x, center_y, label, _KEY.font(scale), theme.ink3, width, Align.CENTER)
    return rect


def respondent_badge_width(label: str, scale: float = 1.0) -> float:
    """Return the width of a respondent badge in px."""
    return max(30.0 * scale, text_width(label, _BADGE.font(scale)) + 14 * scale)


def draw_respondent_badge(
    painter: QPainter, x: float, center_y: float, label: str, theme: Theme, *, scale: float = 1.0
) -> QRectF:
    """Draw the outlined badge of a respondent, such as `R1`."""
    width = respondent_badge_width(label, scale)
    rect = _around(x, center_y, width, 19 * scale)
    draw_rounded_box(painter, rect, _RADIUS, None, theme.ctl)
    draw_text(painter, x, center_y, label, _BADGE.font(scale), theme.ink, width, Align.CENTER)
    return rect


def history_chip_width(label: str, scale: float = 1.0) -> float:
    """Return the width of a history chip in px."""
    return text_width(label, _NEWS.font(scale)) + 26 * scale


def draw_history_chip(
    painter: QPainter, x: float, center_y: float, label: str, theme: Theme, *, scale: float = 1.0
) -> QRectF:
    """Draw the chip that says what came after the summary, such as `2 nye`, with a clock running back."""
    rect = _around(x, center_y, history_chip_width(label, scale), _HEIGHT * scale)
    draw_rounded_box(painter, rect, _RADIUS, theme.warn_soft, theme.warn_line)
    side = _ICON * scale
    icon = QRectF(x + 5 * scale, center_y - side / 2, side, side)
    draw_icon(painter, "history", icon, theme.warn, stroke=2.2)
    draw_text(painter, x + 20 * scale, center_y, label, _NEWS.font(scale), theme.warn)
    return rect


def new_chip_width(label: str, scale: float = 1.0) -> float:
    """Return the width of a chip for one new thing in px."""
    return text_width(label, _NEWS.font(scale)) + 11 * scale


def draw_new_chip(
    painter: QPainter, x: float, center_y: float, label: str, theme: Theme, *, scale: float = 1.0
) -> QRectF:
    """Draw the chip of one new thing in a list, such as `ny`."""
    width = new_chip_width(label, scale)
    rect = _around(x, center_y, width, 17 * scale)
    draw_rounded_box(painter, rect, _RADIUS, theme.warn_soft, theme.warn_line)
    draw_text(painter, x, center_y, label, _NEWS.font(scale), theme.warn, width, Align.CENTER)
    return rect


def _around(x: float, center_y: float, width: float, height: float) -> QRectF:
    return QRectF(x, center_y - height / 2, width, height)
