"""Simulates reduced colour vision and measures how far apart colours are."""

from __future__ import annotations

import math
from itertools import combinations

from PySide6.QtGui import QColor

Triple = tuple[float, float, float]

# Machado, Oliveira & Fernandes (2009), "A physiologically-based model for simulation of color vision
# deficiency", severity 1.0, for linear RGB.
_MACHADO: dict[str, tuple[Triple, Triple, Triple]] = {
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
_WHITE: Triple = (0.95047, 1.0, 1.08883)


def simulate(color: QColor, vision: str) -> QColor:
    """Return how a colour looks with `"normal"`, `"protan"`, `"deutan"`, `"tritan"` or `"grey"` vision."""
    return color if vision == "normal" else _encoded(_seen(color, vision))


def smallest_difference(colors: list[QColor], vision: str = "normal") -> float:
    """Return the smallest ΔE2000 between any two colours as somebody with this vision sees them."""
    seen = [_lab(_seen(color, vision)) for color in colors]
    return min(difference(one, other) for one, other in combinations(seen, 2))


def difference(one: Triple, other: Triple) -> float:
    """Return ΔE2000 of two colours given as CIELAB (Sharma, Wu & Dalal 2005, equations 1–22)."""
    l1, a1, b1 = one
    l2, a2, b2 = other
    mean_chroma = (math.hypot(a1, b1) + math.hypot(a2, b2)) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    c1, c2 = math.hypot(stretch * a1, b1), math.hypot(stretch * a2, b2)
    h1, h2 = _hue(stretch * a1, b1), _hue(stretch * a2, b2)
    turn = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    delta_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    lightness, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = h1 + h2 if c1 * c2 == 0 else (h1 + turn / 2) % 360
    t = 1 - 0.17 * _cos(hue - 30) + 0.24 * _cos(2 * hue) + 0.32 * _cos(3 * hue + 6) - 0.20 * _cos(4 * hue - 63)
    s_l = 1 + 0.015 * (lightness - 50) ** 2 / math.sqrt(20 + (lightness - 50) ** 2)
    s_c, s_h = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    rotation = 2 * math.sqrt(chroma**7 / (chroma**7 + 25**7))
    r_t = -rotation * math.sin(math.radians(60 * math.exp(-(((hue - 275) / 25) ** 2))))
    x, y, z = (l2 - l1) / s_l, (c2 - c1) / s_c, delta_hue / s_h
    return math.sqrt(x * x + y * y + z * z + r_t * y * z)


def _seen(color: QColor, vision: str) -> Triple:
    linear = _linear(color)
    if vision == "normal":
        return linear
    if vision == "grey":
        luminance = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        return luminance, luminance, luminance
    red, green, blue = (sum(m * c for m, c in zip(row, linear, strict=True)) for row in _MACHADO[vision])
    return _within_gamut(red), _within_gamut(green), _within_gamut(blue)


def _within_gamut(channel: float) -> float:
    return min(max(channel, 0.0), 1.0)


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))


def _hue(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360


def _linear(color: QColor) -> Triple:
    def decode(channel: float) -> float:
        return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4

    return decode(color.redF()), decode(color.greenF()), decode(color.blueF())


def _encoded(linear: Triple) -> QColor:
    def encode(channel: float) -> int:
        value = channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055
        return round(value * 255)

    return QColor(*(encode(channel) for channel in linear))


def _lab(linear: Triple) -> Triple:
    red, green, blue = linear
    xyz = (
        0.4124564 * red + 0.3575761 * green + 0.1804375 * blue,
        0.2126729 * red + 0.7151522 * green + 0.0721750 * blue,
        0.0193339 * red + 0.1191920 * green + 0.9503041 * blue,
    )

    def root(share: float) -> float:
        return share ** (1 / 3) if share > (6 / 29) ** 3 else share / (3 * (6 / 29) ** 2) + 4 / 29

    x, y, z = (root(value / white) for value, white in zip(xyz, _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)
