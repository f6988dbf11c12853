"""What the sections of a preview have in common."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from kodebenk.ui.merging.section_values import Heading, Item, Line
from kodebenk.ui.number_words import number_words

translate = QCoreApplication.translate


def group(title: str, items: list[Item], sentence: str = "") -> Iterator[Line]:
    """Yield items under a heading with their number; nothing where there are none."""
    if items:
        yield Heading(title, number_words(len(items)), sentence)
        yield from items


def new_and_known(added: int, known: int) -> str:
    """Return how many are new and how many are known."""
    words = translate("MergeSections", "{added} new, {known} known")
    return words.format(added=number_words(added), known=number_words(known))


def called_there(name: str) -> str:
    """Return what something is called in the other copy."""
    return translate("MergeSections", "“{name}” in the other copy").format(name=name)
