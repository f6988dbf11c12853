from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QRawFont

from kodebenk.bundled_files import find_resource
from kodebenk.ui import fonts

_INTER = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold", "Inter-Bold")
_LITERATA = ("Literata-Regular", "Literata-Italic", "Literata-SemiBold")
_NORWEGIAN = "æøåÆØÅéÉèêóòôüÜäÄöÖ"
_SAMI = "áÁčČđĐŋŊšŠŧŦžŽńŃïÏ"
_SKOLT_SAMI = "ǥǤǧǦǩǨʒƷǯǮ"
_MARKS = "«»“”‘’„–—…·×−%§°½"
_LATIN_EXTENDED = "".join(chr(code) for code in range(0x100, 0x180) if code not in (0x149, 0x17F))


def _missing(name: str, letters: str) -> str:
    raw = QRawFont(str(find_resource(f"fonts/{name}.ttf")), 16)
    assert raw.isValid()
    return "".join(letter for letter in letters if not raw.supportsCharacter(ord(letter)))


@pytest.mark.parametrize("name", _INTER + _LITERATA)
def test_that_every_shipped_font_has_norwegian_sami_and_typographic_marks(qapp, name):
    assert _missing(name, _NORWEGIAN + _SAMI + _MARKS + _LATIN_EXTENDED + "←→") == ""


@pytest.mark.parametrize("name", _INTER)
def test_that_inter_has_skolt_sami_and_the_arrows_of_keys(qapp, name):
    assert _missing(name, _SKOLT_SAMI + "↑↓↵↔") == ""


def test_that_reading_falls_back_to_a_shipped_font_for_letters_that_literata_lacks():
    assert fonts.READING_FAMILIES[0] == "Literata"
    assert "Inter" in fonts.READING_FAMILIES


def test_that_both_typefaces_are_found_under_their_names_after_loading(qapp):
    fonts.load_fonts()
    assert QFontInfo(fonts.ui_font(13)).family() == "Inter"
    assert QFontInfo(fonts.reading_font(16)).family() == "Literata"


@pytest.mark.parametrize("weight", [400, 500, 600, 700])
def test_that_every_weight_of_the_interface_is_a_font_of_its_own(qapp, weight):
    fonts.load_fonts()
    assert QFontInfo(fonts.ui_font(13, weight)).weight() == weight


def test_that_bolder_weights_are_wider(qapp):
    fonts.load_fonts()
    widths = [QFontMetricsF(fonts.cell_font(20, weight)).horizontalAdvance("Medvirkning") for weight in (400, 500, 600)]
    assert widths == sorted(set(widths))


def test_that_tabular_digits_have_one_width(qapp):
    fonts.load_fonts()
    tabular = QFontMetricsF(fonts.cell_font(20, tabular=True))
    usual = QFontMetricsF(fonts.cell_font(20))
    assert tabular.horizontalAdvance("1111") == pytest.approx(tabular.horizontalAdvance("8888"))
    assert usual.horizontalAdvance("1111") < usual.horizontalAdvance("8888")


def test_that_fonts_are_unhinted_and_fractions_of_px_are_kept(qapp):
    font = fonts.cell_font(12.5)
    assert font.hintingPreference() == QFont.HintingPreference.PreferNoHinting
    assert QFontMetricsF(font).height() > QFontMetricsF(fonts.cell_font(12)).height()


def test_that_a_changed_font_does_not_change_the_next_one_handed_out(qapp):
    fonts.cell_font(13).setPixelSize(40)
    assert fonts.cell_font(13).pixelSize() == 13


def test_that_the_fonts_stay_below_four_megabytes_with_their_licences():
    folder = find_resource("fonts")
    assert sum(path.stat().st_size for path in folder.iterdir()) < 4_000_000
    for licence in ("Inter-OFL.txt", "Literata-OFL.txt"):
        assert "SIL Open Font License" in (folder / licence).read_text(encoding="utf-8")
