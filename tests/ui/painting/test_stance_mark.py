from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from kodebenk.ui.painting.stance_mark import draw_stance_mark
from kodebenk.ui.theme import load_theme

_STANCES = ("for", "mot", "blandet", "nøytral")


def _draw(stance):
    image = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        draw_stance_mark(painter, stance, QPointF(12, 12), 9, load_theme("light"))
    finally:
        painter.end()
    return image


def _grey(image):
    return {
        (x, y): image.pixelColor(x, y).lightness() if image.pixelColor(x, y).alpha() > 127 else 255
        for x in range(24)
        for y in range(24)
    }


def test_that_the_four_stances_differ_in_shape(qapp):
    pictures = {stance: _grey(_draw(stance)) for stance in _STANCES}
    for one, other in combinations(_STANCES, 2):
        different = [place for place, shade in pictures[one].items() if abs(shade - pictures[other][place]) > 80]
        assert len(different) > 15, (one, other)


def test_that_for_is_filled_and_against_is_open(qapp):
    assert _draw("for").pixelColor(8, 8).alpha() == 255
    assert _draw("mot").pixelColor(12, 8).alpha() == 0


def test_that_mixed_is_filled_on_its_right_half_only(qapp):
    image = _draw("blandet")
    assert image.pixelColor(16, 12).alpha() == 255
    assert image.pixelColor(8, 12).alpha() == 0


def test_that_an_unknown_stance_is_refused(qapp):
    with pytest.raises(KeyError):
        _draw("ambivalent")
