"""A language that is made up, for tests of windows that change theirs."""

from __future__ import annotations

from PySide6.QtCore import QTranslator


class Shouted(QTranslator):
    """Another language: the same words in capitals, places to fill in as they are."""

    def translate(self, context, text, *_more):
        return "".join(part.upper() if not n % 2 else part for n, part in enumerate(_split(text)))

    def isEmpty(self):
        return False


def _split(text):
    """Return words and places to fill in, in turns."""
    parts = []
    for number, part in enumerate(text.replace("}", "{").split("{")):
        parts.append("{" + part + "}" if number % 2 else part)
    return parts
