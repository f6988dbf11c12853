"""Hands out the two typefaces: Inter for the interface, Literata for text that is read."""

from __future__ import annotations

import sys
from functools import cache, lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QGuiApplication

from kodebenk.bundled_files import find_resource

UI_FAMILIES = ("Inter", "Segoe UI Variable", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
# Inter closes the reading chain: it has the Skolt Sámi letters that Literata lacks.
READING_FAMILIES = ("Literata", "Charter", "Georgia", "Noto Serif", "Inter", "DejaVu Serif")

_FONT_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "Literata-Regular.ttf",
    "Literata-Italic.ttf",
    "Literata-SemiBold.ttf",
)
# Ordinary size of the system font in px: 9 pt on Windows, 13 pt on macOS, 11 pt on Linux desktops.
_ORDINARY_SYSTEM_PX = {"win32": 12.0, "darwin": 13.0}
_ORDINARY_LINUX_PX = 14.7
_LARGEST_INTERFACE_SCALE = 2.0


class FontFileUnreadable(RuntimeError):
    """A shipped font file could not be read; the installation is damaged."""

    def __init__(self, file_name: str) -> None:
        super().__init__(file_name)
        self.file_name = file_name


@cache
def load_fonts() -> None:
    """Make the shipped fonts known to Qt; later calls do nothing. Needs the application object.

    Raises:
        FontFileUnreadable: Qt refuses one of the files.
        FileNotFoundError: one of the files is missing.
    """
    for name in _FONT_FILES:
        path = find_resource(f"fonts/{name}")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontFileUnreadable(name)


@cache
def interface_scale() -> float:
    """Return how much larger than usual the system font is, 1.0 to 2.0 in steps of 0.05.

    Needs the application object. Smaller system fonts do not shrink the interface, because its smallest letters
    are 11 px.
    """
    system_px = QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize()
    ordinary = _ORDINARY_SYSTEM_PX.get(sys.platform, _ORDINARY_LINUX_PX)
    steps = round(system_px / ordinary * 20)
    return min(max(steps / 20, 1.0), _LARGEST_INTERFACE_SCALE)


def scaled(px: float) -> int:
    """Return a length of the design, in px at ordinary system font size, in px of this system."""
    return round(px * interface_scale())


def ui_font(px: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Return Inter for the interface.

    Args:
        px: Size in px at ordinary system font size; it follows the system font.
        weight: 400, 500, 600 or 700.
        tabular: All digits get the same width (OpenType feature `tnum`).
    """
    return cell_font(px * interface_scale(), weight, tabular=tabular)


def cell_font(px: float, weight: int = 400, *, tabular: bool = False) -> QFont:
    """Return Inter of exactly this size in px, for text that follows the reading scale."""
    return QFont(_cached_font(UI_FAMILIES, px, weight, italic=False, tabular=tabular))


def reading_font(px: float, *, italic: bool = False, weight: int = 400) -> QFont:
    """Return Literata of exactly this size in px; the caller multiplies by the reading scale."""
    return QFont(_cached_font(READING_FAMILIES, px, weight, italic=italic, tabular=False))


@lru_cache(maxsize=256)
def _cached_font(families: tuple[str, ...], px: float, weight: int, *, italic: bool, tabular: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    _set_size(font, px)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def _set_size(font: QFont, px: float) -> None:
    # QFont takes whole px only; fractions have to go through points of this screen.
    if float(px).is_integer():
        font.setPixelSize(int(px))
        return
    screen = QGuiApplication.primaryScreen()
    dots_per_inch = screen.logicalDotsPerInchY() if screen else 96.0
    font.setPointSizeF(px * 72.0 / dots_per_inch)
