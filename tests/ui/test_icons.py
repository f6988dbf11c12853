from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from kodebenk.bundled_files import find_resource
from kodebenk.ui import icons

_RED, _BLUE = QColor("#A3231B"), QColor("#1F5C99")


def _all_names():
    return sorted(path.stem for path in find_resource("icons").glob("*.svg") if path.stem != "kodebenk")


def _inked(image):
    return [
        image.pixelColor(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 0
    ]


def test_that_every_icon_named_in_the_program_is_shipped():
    source = find_resource("icons").parent.parent / "src" / "kodebenk" / "ui"
    if not source.exists():
        pytest.skip("the sources are only in a checkout")
    calls = re.compile(r'(?:draw_icon\(painter, |icons\.(?:icon|pixmap)\(|IconLabel\([^,()]+, )"([a-z0-9-]+)"')
    named = {name for path in source.rglob("*.py") for name in calls.findall(path.read_text(encoding="utf-8"))}
    assert named
    assert named <= set(_all_names())


@pytest.mark.parametrize("name", _all_names())
def test_that_every_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    image = icons.pixmap(name, _RED, 20).toImage()
    inked = _inked(image)
    assert len(inked) > 8
    strongest = max(inked, key=lambda color: color.alpha())
    assert abs(strongest.red() - _RED.red()) < 12
    assert abs(strongest.blue() - _RED.blue()) < 12


def test_that_a_missing_icon_raises_with_its_name(qapp):
    with pytest.raises(icons.IconMissing) as caught:
        icons.pixmap("no-such-icon", _RED)
    assert caught.value.name == "no-such-icon"


def test_that_two_colours_of_one_icon_are_kept_apart(qapp):
    red, blue = icons.pixmap("search", _RED), icons.pixmap("search", _BLUE)
    assert red.toImage() != blue.toImage()


def test_that_device_pixels_multiply(qapp):
    pixmap = icons.pixmap("search", _RED, 16, dpr=2.0)
    assert (pixmap.width(), pixmap.devicePixelRatio()) == (32, 2.0)


def test_that_small_icons_get_thicker_lines(qapp):
    assert _drawn(14, None) == _drawn(14, 2.0)
    assert _drawn(16, None) == _drawn(16, 1.75)
    assert _drawn(16, 1.75) != _drawn(16, 2.0)


def _drawn(side, stroke):
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.draw_icon(painter, "search", QRectF(0, 0, side, side), _RED, stroke)
    painter.end()
    return image


def test_that_the_logo_takes_the_colours_of_the_theme(qapp):
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.draw_logo(painter, QRectF(0, 0, 48, 48), _BLUE, QColor("#FFFFFF"))
    painter.end()
    assert image.pixelColor(24, 4) == _BLUE
    assert image.pixelColor(36, 24).lightness() > 200
    assert not icons.logo_icon().isNull()
