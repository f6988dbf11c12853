from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from kodebenk.ui.fonts import cell_font, load_fonts
from kodebenk.ui.painting import chips, grounds
from kodebenk.ui.painting.text_line import Align, draw_text, text_width
from kodebenk.ui.theme import load_theme

_WIDTH, _HEIGHT = 200, 40


@pytest.fixture(autouse=True)
def _fonts(qapp):
    load_fonts()


def _paint(draw, theme):
    image = QImage(_WIDTH, _HEIGHT, QImage.Format.Format_RGB32)
    image.fill(theme.paper)
    painter = QPainter(image)
    try:
        returned = draw(painter)
    finally:
        painter.end()
    return image, returned


def _changed(image, theme):
    places = [(x, y) for x in range(_WIDTH) for y in range(_HEIGHT) if image.pixelColor(x, y) != theme.paper]
    xs, ys = [x for x, _ in places], [y for _, y in places]
    return QRectF(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1)


_CHIPS = [
    (chips.draw_citation_chip, chips.citation_chip_width, "R4:12"),
    (chips.draw_key_cap, chips.key_cap_width, "Ctrl+P"),
    (chips.draw_respondent_badge, chips.respondent_badge_width, "R1"),
    (chips.draw_history_chip, chips.history_chip_width, "2 nye"),
    (chips.draw_new_chip, chips.new_chip_width, "ny"),
]


@pytest.mark.parametrize(("draw", "width", "label"), _CHIPS)
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_that_a_chip_covers_exactly_the_rectangle_it_returns(draw, width, label, scale):
    theme = load_theme("light")
    image, rect = _paint(lambda painter: draw(painter, 5, 20, label, theme, scale=scale), theme)
    assert rect.width() == pytest.approx(width(label, scale=scale))
    covered = _changed(image, theme)
    assert rect.adjusted(-1, -1, 1, 1).contains(covered)
    assert covered.width() >= rect.width() - 2


@pytest.mark.parametrize(("draw", "width", "label"), _CHIPS)
def test_that_longer_labels_make_wider_chips_instead_of_being_cut(draw, width, label):
    font_advance = text_width(label * 3, cell_font(11)) - text_width(label, cell_font(11))
    assert width(label * 3) - width(label) >= font_advance * 0.8


def test_that_citation_chips_of_equal_length_have_equal_width():
    assert chips.citation_chip_width("R1:11") == pytest.approx(chips.citation_chip_width("R8:88"), abs=0.01)


def test_that_the_states_of_a_citation_chip_look_different():
    theme = load_theme("light")
    pictures = []
    for state in chips.ChipState:
        image, _ = _paint(lambda p, s=state: chips.draw_citation_chip(p, 5, 20, "R4:12", theme, s), theme)
        pictures.append(image)
    focused, _ = _paint(lambda p: chips.draw_citation_chip(p, 5, 20, "R4:12", theme, focused=True), theme)
    pictures.append(focused)
    assert all(one != other for place, one in enumerate(pictures) for other in pictures[place + 1 :])


def test_that_the_focus_ring_stands_outside_the_chip_in_the_accent_colour():
    theme = load_theme("dark")
    image, rect = _paint(lambda p: chips.draw_citation_chip(p, 10, 20, "R4:12", theme, focused=True), theme)
    assert image.pixelColor(round(rect.center().x()), round(rect.top()) - 2) == theme.accent


def test_that_hatching_stays_inside_its_cell():
    theme = load_theme("light")
    cell = QRectF(20, 5, 60, 30)
    image, _ = _paint(lambda painter: grounds.draw_hatching(painter, cell, theme), theme)
    assert cell.contains(_changed(image, theme))


@pytest.mark.parametrize("share", [0.0, 0.5, 1.0, 1.5])
def test_that_a_progress_bar_fills_its_share(share):
    theme = load_theme("light")
    bar = QRectF(10, 10, 100, 6)
    image, _ = _paint(lambda painter: grounds.draw_progress_bar(painter, bar, share, theme), theme)
    filled = [x for x in range(_WIDTH) if image.pixelColor(x, 13) == theme.accent]
    assert len(filled) == pytest.approx(min(share, 1.0) * 100, abs=3)


def test_that_text_is_elided_only_when_it_gets_a_width():
    theme = load_theme("light")
    font = cell_font(13)
    _, whole = _paint(lambda p: draw_text(p, 5, 20, "Mål og indikatorer", font, theme.ink), theme)
    _, cut = _paint(lambda p: draw_text(p, 5, 20, "Mål og indikatorer", font, theme.ink, 60), theme)
    assert whole == pytest.approx(text_width("Mål og indikatorer", font))
    assert cut <= 60


def test_that_text_stands_at_the_side_asked_for():
    theme = load_theme("light")
    lefts = []
    for align in Align:
        image, _ = _paint(lambda p, a=align: draw_text(p, 10, 20, "42", cell_font(13), theme.ink, 100, a), theme)
        lefts.append(_changed(image, theme).left())
    assert lefts == sorted(lefts)
    assert lefts[2] > lefts[0] + 70
