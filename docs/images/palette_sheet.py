"""Paints the sheet of the twelve code slots with simulations of reduced colour vision."""

from __future__ import annotations

from color_vision import simulate, smallest_difference
from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from kodebenk.ui.fonts import cell_font, reading_font
from kodebenk.ui.painting.code_mark import draw_code_mark
from kodebenk.ui.painting.grounds import draw_rounded_box
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import CODE_COLOR_COUNT, Theme, contrast

WIDTH, HEIGHT = 720, 780
_SLOTS = (
    ("Blå", "sirkel"),
    ("Oransje", "firkant"),
    ("Grønn", "trekant"),
    ("Fiolett", "rute"),
    ("Oker", "ring"),
    ("Turkis", "åpen firkant"),
    ("Rød", "trekant ned"),
    ("Lys blå", "halv sirkel"),
    ("Brun", "kors"),
    ("Rosa", "åpen rute"),
    ("Oliven", "åpen trekant"),
    ("Grå", "to streker"),
)
_VISIONS = (
    ("normal", "Vanlig syn"),
    ("protan", "Protanopi"),
    ("deutan", "Deuteranopi"),
    ("tritan", "Tritanopi"),
    ("grey", "Gråtoner"),
)
_SAMPLE = "målene lever fremdeles"
_NORWEGIAN = QLocale(QLocale.Language.NorwegianBokmal, QLocale.Country.Norway)


def draw_palette_sheet(painter: QPainter, theme: Theme) -> None:
    """Draw the sheet of one theme at the origin, 720 × 780 px."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), theme.paper)
    title = "Mørkt" if theme.is_dark else "Lyst"
    advance = draw_text(painter, 28, 26, title, cell_font(20, 600), theme.ink)
    explanation = "12 kodeplasser: farge + form, alltid sammen"
    draw_text(painter, max(28 + advance + 18, 104), 27, explanation, cell_font(12.5), theme.ink2)
    for slot in range(1, CODE_COLOR_COUNT + 1):
        _draw_slot(painter, theme, slot, 56 + (slot - 1) * 38)
    painter.fillRect(QRectF(28, 516, WIDTH - 56, 1), theme.line)
    draw_text(painter, 28, 534, "Slik ser plassene ut med nedsatt fargesyn", cell_font(13, 600), theme.ink)
    for row, (vision, name) in enumerate(_VISIONS):
        _draw_vision(painter, theme, vision, name, 568 + row * 42)


def draw_bracket(
    painter: QPainter, x: float, top: float, bottom: float, color: QColor, width: float = 2, tick: float = 5
) -> None:
    """Draw the margin bracket of a coding; `x` is its upright."""
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corners = [(x - tick, top), (x, top), (x, bottom), (x - tick, bottom)]
    painter.drawPolyline(QPolygonF([QPointF(*corner) for corner in corners]))


def _draw_slot(painter: QPainter, theme: Theme, slot: int, top: int) -> None:
    middle = top + 19
    color = theme.code_color(slot)
    name, shape = _SLOTS[slot - 1]
    small = cell_font(12.5, tabular=True)
    painter.fillRect(QRectF(28, top, WIDTH - 56, 1), theme.line)
    draw_text(painter, 28, middle, str(slot), cell_font(12, 600, tabular=True), theme.ink3, 17, Align.RIGHT)
    draw_code_mark(painter, slot, QPointF(66, middle), 6, theme)
    draw_text(painter, 82, middle, name, cell_font(13, 600), theme.ink)
    draw_text(painter, 146, middle, shape, small, theme.ink2)
    draw_text(painter, 240, middle, color.name().upper(), small, theme.ink2)
    ratio = f"{contrast(color, theme.paper):.1f}"
    draw_text(painter, 296, middle, ratio, small, theme.ink2, 40, Align.RIGHT)
    _draw_sample(painter, theme, slot, middle)
    draw_bracket(painter, 549, middle - 11, middle + 11, color)
    draw_code_mark(painter, slot, QPointF(564.5, middle), 4.6, theme)
    draw_text(painter, 577, middle, theme.tint(slot).name().upper(), small, theme.ink2)


def _draw_sample(painter: QPainter, theme: Theme, slot: int, middle: float) -> None:
    font = reading_font(15)
    width = text_width(_SAMPLE, font)
    draw_rounded_box(painter, QRectF(360, middle - 12, width + 4, 24), 3, theme.tint(slot))
    draw_text(painter, 362, middle, _SAMPLE, font, theme.ink)
    draw_rounded_box(painter, QRectF(362, middle + 9.5, width, 1.7), 0.8, theme.code_color(slot))


def _draw_vision(painter: QPainter, theme: Theme, vision: str, name: str, middle: float) -> None:
    colors = [simulate(color, vision) for color in theme.code_colors]
    if vision == "grey":
        caption = "form og navn bærer"
    else:
        caption = f"minst ΔE {_NORWEGIAN.toString(smallest_difference(list(theme.code_colors), vision), 'f', 1)}"
    draw_text(painter, 28, middle - 6, name, cell_font(12.5, 500), theme.ink)
    draw_text(painter, 28, middle + 10, caption, cell_font(11), theme.ink2)
    for index, color in enumerate(colors):
        x = 168 + index * 43
        draw_code_mark(painter, index + 1, QPointF(x, middle), 6.5, theme, color)
        draw_bracket(painter, x + 16, middle - 14, middle + 14, color)
