"""Paints the numbered disc of a place: an outline while it is open, filled when current, with a tick when settled."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from kodebenk.ui.compare.shown_places import ShownPlace
from kodebenk.ui.fonts import cell_font, interface_scale
from kodebenk.ui.icons import draw_icon
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import Theme

DISC_SIDE = 20
"""Px of the diameter; three and more digits make it wider."""

_BESIDE_DIGITS = 8
_NARROW_DIGITS = 2
_TICK = 12
_OUTLINE = 1.25


def disc_width(shown: ShownPlace, scale: float | None = None) -> float:
    """Return the width of the disc of a place in px; `scale` as in `draw_place_disc`."""
    digits, factor = str(shown.number), interface_scale() if scale is None else scale
    side = float(round(DISC_SIDE * factor))
    if shown.is_settled or len(digits) <= _NARROW_DIGITS:
        return side
    return max(side, text_width(digits, cell_font(11 * factor, 600, tabular=True)) + _BESIDE_DIGITS)


def draw_place_disc(
    painter: QPainter,
    center: QPointF,
    shown: ShownPlace,
    theme: Theme,
    *,
    is_current: bool = False,
    scale: float | None = None,
) -> None:
    """Draw the disc of a place around a point; the same disc stands beside the text and in the list.

    `scale` is px of this system for one px of the design, None for that of the interface.
    """
    factor = interface_scale() if scale is None else scale
    width, side = disc_width(shown, scale), float(round(DISC_SIDE * factor))
    box = QRectF(center.x() - width / 2, center.y() - side / 2, width, side)
    settled = shown.is_settled
    fill = theme.accent if is_current else theme.ok_soft if settled else theme.paper
    edge = theme.accent if is_current else theme.ok if settled else theme.ctl
    ink = theme.on_accent if is_current else theme.ok if settled else theme.ink
    draw_rounded_box(painter, box, side / 2, fill, edge, _OUTLINE)
    if settled:
        tick = round(_TICK * factor)
        draw_icon(painter, "check", QRectF(center.x() - tick / 2, center.y() - tick / 2, tick, tick), ink, 2.4)
        return
    font = cell_font(11 * factor, 600, tabular=True)
    draw_text(painter, box.left(), center.y(), str(shown.number), font, ink, box.width(), Align.CENTER)
