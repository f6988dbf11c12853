"""Finds the encoding of a text file by rule; no statistics, no guessing between alphabets.

The rule: byte order mark, zero bytes (UTF-16), strict UTF-8, and else the one among four old encodings of Norwegian
text that yields the most Norwegian letters and quotation marks and the fewest oddities.
"""

from __future__ import annotations

import codecs
from itertools import pairwise

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CANDIDATES = ("cp1252", "mac_roman", "cp865", "cp850")
_NORWEGIAN = frozenset("æøåÆØÅ")
_EXPECTED = frozenset("æøåÆØÅéèêòóôüäöÄÖ«»“”‘’„–—…•§½°")
_UNREMARKABLE = frozenset("\n\r\t\f\xa0\xad") | frozenset(map(chr, range(0x20, 0x7F)))
_WEIGHT_OF_ODDITY = 3
_SAMPLE = 400_000
"""Bytes that are scored; a longer text shows its encoding well before."""


def find_encoding(content: bytes) -> str:
    """Return the Python name of the encoding that `content` most likely has; `utf-8` for plain ASCII."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    if zero_bytes := _zero_byte_encoding(content):
        return zero_bytes
    if _is_utf8(content):
        return "utf-8"
    return max(_CANDIDATES, key=lambda encoding: _score(content[:_SAMPLE], encoding))


def decode(content: bytes, encoding: str) -> tuple[str, int]:
    """Return the text and how many places of it could not be decoded; each of those is U+FFFD.

    Raises:
        LookupError: Python knows no encoding of that name, or it is not one of text.
    """
    text = content.decode(encoding, "replace")
    return text, text.count("\ufffd") - _written_replacements(content, encoding)


def _written_replacements(content: bytes, encoding: str) -> int:
    """Count the U+FFFD that the file itself holds."""
    return content.decode(encoding, "ignore").count("\ufffd")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _zero_byte_encoding(content: bytes) -> str:
    """Return UTF-16's byte order where zero bytes show one; a few stray zero bytes show nothing."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if even + odd < len(sample) / 5:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _score(content: bytes, encoding: str) -> int:
    text = content.decode(encoding, "replace")
    expected = sum((character in _EXPECTED) + (character in _NORWEGIAN) for character in text)
    odd = sum(character not in _EXPECTED and character not in _UNREMARKABLE for character in text)
    misplaced = sum(_is_misplaced(before, after) for before, after in pairwise(text) if after > "\x7f")
    return expected - _WEIGHT_OF_ODDITY * (odd + misplaced)


def _is_misplaced(before: str, after: str) -> bool:
    """Tell whether a capital or an opening quotation mark stands inside a word."""
    return (after in "ÆØÅÄÖ" and before.islower()) or (after in "‘“„«" and before.isalpha())
