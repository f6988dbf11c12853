"""Writes numbers as the language of the windows does."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def number_words(number: int) -> str:
    """Return a number with the language's separators."""
    return QLocale().toString(number)


def counted(count: int, one: str, many: str) -> str:
    """Return `one`, or `many` with its {count}."""
    return one if count == 1 else many.format(count=number_words(count))
