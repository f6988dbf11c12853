"""Characters that Word stores by their place in a symbol font (`w:sym`)."""

from __future__ import annotations

_GREEK = dict(
    zip(
        "abgdezhqiklmnxoprstufcywABGDEZHQIKLMNXOPRSTUFCYW",
        "αβγδεζηθικλμνξοπρστυφχψωΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ",
        strict=True,
    )
)
_SYMBOL = {ord(latin): greek for latin, greek in _GREEK.items()} | {
    0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓", 0xB0: "°", 0xB1: "±", 0xB3: "≥",
    0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠", 0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xDB: "⇔", 0xDE: "⇒", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x76: "❖", 0x9F: "•", 0xA7: "▪",
    0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}
UNKNOWN = "□"


def read_symbol(font: str, code: str) -> str:
    """Return the character that a font shows for a hexadecimal code, or `□` where it is not known.

    Codes F020 to F0FF are a symbol font's own places; all others are Unicode (ISO 29500-1, 17.3.3.30).
    """
    try:
        point = int(code, 16)
    except ValueError:
        return UNKNOWN
    if 0xF000 <= point <= 0xF0FF:
        point -= 0xF000
    elif point > 0xFF and point < 0x110000:
        return UNKNOWN if 0xD800 <= point < 0xF900 else chr(point)
    known = _FONTS.get(font.casefold())
    if known is None:
        return chr(point) if 0x20 < point < 0x7F else UNKNOWN
    return known.get(point, UNKNOWN)
