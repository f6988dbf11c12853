"""What the head of an RTF file defines: fonts with their character sets, and styles with their heading levels."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field

from kodebenk.importing.heading_styles import level_of_style
from kodebenk.importing.rtf_tokens import RtfPart, RtfToken, RtfTokens

_CHARSETS = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253",
    162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874",
    238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_CODE_PAGES = {10000: "mac_roman", 65001: "utf-8", 10029: "mac_latin2"}
_SYMBOL_CHARSET = 2
_BODY_OUTLINE = 9


@dataclass(slots=True)
class RtfFont:
    """A font; `encoding` is empty for that of the whole file, `is_symbol` where its places are no letters."""

    name: str = ""
    encoding: str = ""
    is_symbol: bool = False


@dataclass(slots=True)
class _Style:
    name: str = ""
    outline: int = _BODY_OUTLINE
    based_on: int | None = None


@dataclass(slots=True)
class RtfStyles:
    """The paragraph styles of a file by number."""

    _styles: dict[int, _Style] = field(default_factory=dict)

    def heading_level(self, number: int | None) -> int:
        """Return the heading level of a style, following the styles it is based on, or 0."""
        seen: set[int] = set()
        while number in self._styles and number not in seen:
            seen.add(number)
            style = self._styles[number]
            if style.outline < _BODY_OUTLINE:
                return style.outline + 1
            if level := level_of_style(style.name):
                return level
            number = style.based_on
        return 0

    def read(self, tokens: RtfTokens) -> None:
        """Read the tokens of the style sheet; a semicolon ends a style."""
        number, style = 0, _Style()
        for token in _without_optional(tokens):
            if token.part is RtfPart.TEXT:
                style.name += token.value
                if ";" in token.value:
                    style.name = style.name.split(";")[0].strip()
                    self._styles[number] = style
                    number, style = 0, _Style()
            elif token.value == "s":
                number = _argument(token)
            elif token.value == "outlinelevel":
                style.outline = _argument(token)
            elif token.value == "sbasedon":
                style.based_on = _argument(token)


def read_fonts(tokens: RtfTokens) -> dict[int, RtfFont]:
    """Return the fonts that the tokens of the font table define."""
    fonts: dict[int, RtfFont] = {}
    font = RtfFont()
    for token in _without_optional(tokens):
        if token.part is RtfPart.TEXT:
            font.name += token.value.partition(";")[0].strip()
        elif token.value == "f":
            font = fonts.setdefault(_argument(token), RtfFont())
        elif token.value == "fcharset":
            font.is_symbol = _argument(token) == _SYMBOL_CHARSET
            font.encoding = _CHARSETS.get(_argument(token), "")
        elif token.value == "cpg":
            font.encoding = code_page(_argument(token)) or font.encoding
    return fonts


def code_page(number: int) -> str:
    """Return Python's name of a Windows code page, or an empty string."""
    name = _CODE_PAGES.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return ""
    return name


def _without_optional(tokens: RtfTokens) -> Iterator[RtfToken]:
    """Yield the tokens outside optional groups; character and table styles are such, and share numbers with others."""
    for token in tokens:
        if token.part is RtfPart.SIGN and token.value == "*":
            tokens.skip_group()
        else:
            yield token


def _argument(token: RtfToken) -> int:
    return token.argument or 0
