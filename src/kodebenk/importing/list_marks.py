"""Numbers and bullets in front of list items and pages, as they are printed."""

from __future__ import annotations

BULLET = "•"
"""Stands for whatever sign a list has in front of its items."""

_ROMAN = (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")
_ROMAN_BELOW_40 = (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")
_LETTERS_REPEATED = 30


def format_number(number: int, form: str) -> str:
    """Return a number in one of Word's forms: letters, Roman or decimal (ISO 29500-1, 17.18.59)."""
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman if form == "lowerRoman" else roman.upper()
    if form in {"lowerLetter", "upperLetter"} and 0 < number <= 26 * _LETTERS_REPEATED:
        letters = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    return f"{number:02d}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, letters in (*_ROMAN, *_ROMAN_BELOW_40):
        written += letters * (number // value)
        number %= value
    return written
