from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QCheckBox

from kodebenk.ui.indicator_images import write_indicator_images
from kodebenk.ui.theme import COLOR_ROLES, Appearance, blend, contrast, load_theme, palette, stylesheet

_THEMES = ("light", "dark")
_SURFACES = ("chrome", "panel", "paper", "raised", "sunken", "hover")
_SOFT_GROUNDS = ("warn_soft", "bad_soft", "info_soft", "ok_soft")
# The tints of the design's picture of the palette.
_LIGHT_TINTS = [
    "E2E9F1",
    "F9EEE2",
    "EDF2EB",
    "EEE9F9",
    "F2EDE2",
    "E3EEEE",
    "F5E8E9",
    "E4F2F9",
    "EBE7E5",
    "F6ECF4",
    "EBEAE2",
    "F0F0F1",
]
_DARK_TINTS = [
    "313B49",
    "453720",
    "233C2E",
    "36324F",
    "3B3C25",
    "1A3F3E",
    "482C27",
    "2F3E41",
    "3B3A36",
    "3F3239",
    "323D31",
    "363C3B",
]


def _worst(theme, roles, grounds):
    return min(contrast(theme.color(role), theme.color(ground)) for role, ground in product(roles, grounds))


@pytest.mark.parametrize("name", _THEMES)
@pytest.mark.parametrize(
    ("roles", "at_least"),
    [
        (("ink",), 9.5),
        (("ink2",), 7.1),
        (("ink3",), 4.5),
        (("accent",), 4.5),
        (("stance_for", "stance_against", "stance_mixed"), 4.5),
        (("ok", "warn", "bad", "info"), 4.5),
        (("ctl",), 3.0),
    ],
)
def test_that_text_and_borders_reach_their_contrast_on_every_surface(name, roles, at_least):
    assert _worst(load_theme(name), roles, _SURFACES) >= at_least - 0.05


@pytest.mark.parametrize("name", _THEMES)
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("on_accent", "accent"),
        ("on_accent", "accent_hover"),
        ("on_soft", "soft"),
        ("ink2", "soft"),
        ("ink", "sel"),
        ("warn", "warn_soft"),
        ("bad", "bad_soft"),
        ("info", "info_soft"),
        ("ok", "ok_soft"),
        ("toast_text", "toast"),
        ("toast_link", "toast"),
    ],
)
def test_that_text_on_its_own_ground_can_be_read(name, text, ground):
    theme = load_theme(name)
    assert contrast(theme.color(text), theme.color(ground)) >= 4.5


@pytest.mark.parametrize("name", _THEMES)
def test_that_the_focus_ring_stands_out_from_every_surface_and_soft_ground(name):
    assert _worst(load_theme(name), ("accent",), (*_SURFACES, *_SOFT_GROUNDS)) >= 3.0


@pytest.mark.parametrize("name", _THEMES)
@pytest.mark.parametrize("slot", range(1, 13))
def test_that_code_colours_stand_out_and_text_on_their_tints_can_be_read(name, slot):
    theme = load_theme(name)
    color, tint = theme.code_color(slot), theme.tint(slot)
    grounds = [theme.color(ground) for ground in _SURFACES] + [tint]
    assert min(contrast(color, ground) for ground in grounds) >= 2.95
    assert contrast(color, theme.tint(slot, selected=True)) >= 2.65
    assert contrast(theme.ink, tint) >= 9.0
    assert contrast(theme.ink, theme.tint(slot, selected=True)) >= 6.2


@pytest.mark.parametrize(("name", "tints"), [("light", _LIGHT_TINTS), ("dark", _DARK_TINTS)])
def test_that_tints_are_those_of_the_palette_sheet(name, tints):
    theme = load_theme(name)
    for slot, expected in enumerate(tints, start=1):
        tint, wanted = theme.tint(slot), QColor(f"#{expected}")
        apart = max(
            abs(tint.red() - wanted.red()), abs(tint.green() - wanted.green()), abs(tint.blue() - wanted.blue())
        )
        assert apart <= 1, slot


def test_that_black_on_white_has_the_largest_contrast():
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21.0)


def test_that_both_themes_have_the_same_roles_and_differ():
    light, dark = load_theme("light"), load_theme("dark")
    assert light.is_dark is False
    assert dark.is_dark is True
    assert all(light.color(role) != dark.color(role) for role in ("paper", "ink", "accent"))
    assert "paper" in COLOR_ROLES


def test_that_an_unknown_role_or_stance_is_refused():
    theme = load_theme("light")
    with pytest.raises(KeyError):
        theme.color("name")
    with pytest.raises(KeyError):
        theme.stance_color("against")


@given(slot=st.integers(min_value=1, max_value=500))
def test_that_code_colours_come_back_every_twelve_slots(slot):
    theme = load_theme("light")
    assert theme.code_color(slot) == theme.code_color(slot + 12)
    assert theme.tint(slot) == theme.tint(slot + 12)


def test_that_slot_zero_is_refused():
    with pytest.raises(ValueError, match="count from 1"):
        load_theme("light").code_color(0)


def test_that_high_contrast_drops_tints():
    theme = load_theme("dark", tinted=False)
    assert theme.tint(5, selected=True) == theme.paper


@given(share=st.floats(min_value=0, max_value=1))
def test_that_blending_stays_between_ground_and_colour(share):
    mixed = blend(QColor(20, 200, 100), QColor(220, 40, 100), share)
    assert 20 <= mixed.red() <= 220
    assert 40 <= mixed.green() <= 200
    assert mixed.blue() == 100


def test_that_changing_the_theme_restyles_the_application_and_tells_painted_widgets(qapp, qtbot, appearance):
    light_sheet = qapp.styleSheet()
    with qtbot.waitSignal(appearance.theme_changed):
        appearance.set_theme("dark")
    assert appearance.theme.name == "dark"
    assert qapp.styleSheet() != light_sheet
    assert qapp.palette() == palette(load_theme("dark"))


def test_that_choosing_the_same_theme_again_is_silent(qtbot, appearance):
    with qtbot.assertNotEmitted(appearance.theme_changed):
        appearance.set_theme("light")


def test_that_the_style_sheet_has_no_place_left_open(qapp, appearance):
    sheet = qapp.styleSheet()
    assert "@" not in sheet
    assert "sp;" not in sheet


def test_that_every_picture_named_in_the_style_sheet_was_written(qapp, appearance):
    names = [part.split('"')[0] for part in qapp.styleSheet().split('url("')[1:]]
    assert len(names) > 10
    assert all(Path(name).read_text(encoding="utf-8").startswith("<svg") for name in names)


def test_that_the_style_sheet_can_be_read_where_folders_have_blanks_and_norwegian_letters(qapp, qtbot, tmp_path):
    # Qt says so with a warning, which fails the test, if it cannot parse the sheet.
    theme = load_theme("light")
    images = tmp_path / "-Kåre Ødegård (privat)" / "light"
    write_indicator_images(images, theme.color)
    qapp.setStyleSheet(stylesheet(theme, images))
    box = QCheckBox("Ta med")
    qtbot.addWidget(box)
    box.setChecked(True)
    picture = box.grab().toImage()
    qapp.setStyleSheet("")
    colors = {picture.pixelColor(x, y).name() for x in range(16) for y in range(picture.height())}
    assert theme.accent.name() in colors


def test_that_the_reading_scale_stays_between_80_and_200_per_cent(qtbot):
    appearance = Appearance("light", scale=3.0)
    assert appearance.scale == 2.0
    appearance.enlarge()
    assert appearance.scale == 2.0
    with qtbot.waitSignal(appearance.scale_changed) as changed:
        appearance.reduce()
    assert changed.args == [1.75]
    for _ in range(20):
        appearance.reduce()
    assert appearance.scale == 0.8
