"""Marks texts for translation where they are declared as data."""

from __future__ import annotations


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:
    """Return the text; `pyside6-lupdate` finds it by the name of this function.

    WORKAROUND(PySide6 6.11): its own function of this name is typed to return `object`.
    """
    return text
