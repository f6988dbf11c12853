from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kodebenk.ui.painting.code_mark import Shape, draw_code_mark, draw_shape, mark_of_slot
from kodebenk.ui.theme import load_theme

_SIDE = 40


def _paint(draw):
    image = QImage(_SIDE, _SIDE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    draw(painter)
    painter.end()
    return image


def _mark(slot, theme):
    return _paint(lambda painter: draw_code_mark(painter, slot, QPointF(_SIDE / 2, _SIDE / 2), 8, theme))


def _coverage(image):
    return {(x, y) for x in range(_SIDE) for y in range(_SIDE) if image.pixelColor(x, y).alpha() > 127}


def test_that_the_first_twelve_slots_have_twelve_shapes_in_order():
    assert [mark_of_slot(slot).shape for slot in range(1, 13)] == list(Shape)
    assert all(mark_of_slot(slot).letter == "" for slot in range(1, 25))


@pytest.mark.parametrize(("slot", "as_slot"), [(13, 7), (18, 12), (19, 1), (24, 6)])
def test_that_slots_13_to_24_take_the_shape_six_places_on(slot, as_slot):
    assert mark_of_slot(slot).shape == mark_of_slot(as_slot).shape


@pytest.mark.parametrize(("slot", "letter"), [(24, ""), (25, "a"), (48, "a"), (49, "b"), (25 + 24 * 26, "aa")])
def test_that_letters_begin_at_slot_25(slot, letter):
    assert mark_of_slot(slot).letter == letter


@given(st.sets(st.integers(min_value=1, max_value=2000), min_size=2, max_size=40))
def test_that_no_two_slots_look_alike(slots):
    looks = {((slot - 1) % 12, mark_of_slot(slot).shape, mark_of_slot(slot).letter) for slot in slots}
    assert len(looks) == len(slots)


def test_that_slot_zero_has_no_mark():
    with pytest.raises(ValueError, match="count from 1"):
        mark_of_slot(0)


def test_that_every_shape_can_be_told_from_the_others_without_colour(qapp):
    covered = {}
    for shape in Shape:
        image = _paint(lambda painter, s=shape: draw_shape(painter, s, QPointF(20, 20), 8, QColor("black")))
        covered[shape] = _coverage(image)
    for one, other in combinations(Shape, 2):
        assert len(covered[one] ^ covered[other]) > 25, (one, other)


@pytest.mark.parametrize("name", ["light", "dark"])
def test_that_marks_wear_the_colour_of_their_slot(qapp, name):
    theme = load_theme(name)
    disc = _mark(1, theme)
    assert disc.pixelColor(20, 20) == theme.code_color(1)


def test_that_a_letter_is_drawn_beside_the_mark(qapp):
    theme = load_theme("light")
    plain, lettered = _coverage(_mark(1, theme)), _coverage(_mark(25, theme))
    assert plain < lettered
    assert max(x for x, _ in lettered) > max(x for x, _ in plain)


def test_that_painting_a_mark_leaves_the_painter_as_it_was(qapp):
    def draw(painter):
        painter.setPen(QColor("#010203"))
        draw_code_mark(painter, 29, QPointF(20, 20), 8, load_theme("light"))
        assert painter.pen().color() == QColor("#010203")
        assert painter.transform().isIdentity()

    _paint(draw)
