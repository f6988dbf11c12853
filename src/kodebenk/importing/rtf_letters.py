"""Makes letters of the bytes of an RTF file, by the character set of their font or of the whole file."""

from __future__ import annotations

from collections import Counter

from kodebenk.importing.rtf_definitions import RtfFont, code_page, read_fonts
from kodebenk.importing.rtf_tokens import RtfPart, RtfToken, RtfTokens
from kodebenk.importing.word_symbols import UNKNOWN, read_symbol

_PRIVATE = range(0xF000, 0xF100)
_SYMBOL_FONTS = frozenset({"symbol", "wingdings"})


class RtfLetters:
    """Gathers bytes until something else comes; what has no letter is counted.

    Attributes:
        encoding: that of the whole file, as it says in its head.
        default_font: number of the font where none is told.
        to_skip: characters to pass over, which stand in for one of Unicode before them.
        counts: `undecodable` and `unknown_symbols`.
    """

    def __init__(self) -> None:
        self.encoding = "cp1252"
        self.default_font = 0
        self.to_skip = 0
        self.counts: Counter[str] = Counter()
        self._is_ansi = True
        self._fonts: dict[int, RtfFont] = {}
        self._bytes = bytearray()

    def set_old(self, encoding: str) -> None:
        """Take the file for one of an old Mac or PC, which means its own letters by a font's character set "ANSI"."""
        self._is_ansi, self.encoding = False, encoding

    def set_code_page(self, number: int) -> None:
        """Take a Windows code page for the whole file, where there is one of that number."""
        self.encoding = code_page(number) or self.encoding

    def add_fonts(self, tokens: RtfTokens) -> None:
        """Take the fonts of the font table."""
        self._fonts |= read_fonts(tokens)

    def gather(self, token: RtfToken) -> None:
        """Keep the bytes of a token."""
        content = bytes.fromhex(token.value) if token.part is RtfPart.HEX else token.value.encode("latin-1")
        skipped = min(self.to_skip, len(content))
        self.to_skip -= skipped
        self._bytes += content[skipped:]

    def take(self, font_number: int | None) -> str:
        """Return what was gathered as text in a font."""
        content, self._bytes = bytes(self._bytes), bytearray()
        font = self._font(font_number)
        if font.is_symbol:
            return "".join(self._symbol(font, byte) if byte > 0x20 else chr(byte) for byte in content)
        text = content.decode(self._encoding_of(font), "replace")
        self.counts["undecodable"] += text.count("\ufffd")
        return text

    def take_unicode(self, number: int, font_number: int | None) -> str:
        r"""Return the character of `\u` with that number, which files write as 16 bits with a sign.

        Half a surrogate pair is returned as such; its other half comes next.
        """
        code = number % 0x10000 if number < 0x10000 else min(number, 0x10FFFF)
        font = self._font(font_number)
        if code in _PRIVATE and (font.is_symbol or font.name.casefold() in _SYMBOL_FONTS):
            return self._symbol(font, code - _PRIVATE.start)
        return chr(code)

    def _font(self, number: int | None) -> RtfFont:
        return self._fonts.get(self.default_font if number is None else number) or RtfFont()

    def _encoding_of(self, font: RtfFont) -> str:
        means_the_files = not font.encoding or (font.encoding == "cp1252" and not self._is_ansi)
        return self.encoding if means_the_files else font.encoding

    def _symbol(self, font: RtfFont, place: int) -> str:
        symbol = read_symbol(font.name, f"{_PRIVATE.start + place:X}")
        self.counts["unknown_symbols"] += symbol == UNKNOWN
        return symbol
