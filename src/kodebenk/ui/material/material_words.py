"""Words that several parts of the material workspace share."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kodebenk.domain.respondent import GROUP, Respondent
from kodebenk.ui.number_words import number_words


def respondent_words(one: Respondent) -> str:
    """Return label and name, such as "R1 Kari Nes"."""
    return one.name if one.name == one.label else f"{one.label} {one.name}"


def attribute_title(name: str) -> str:
    """Return what windows call an attribute; the one that groups respondents has a translated name."""
    return QCoreApplication.translate("MaterialWords", "Group") if name == GROUP else name


def document_count(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MaterialWords", "1 document")
    return QCoreApplication.translate("MaterialWords", "{count} documents").format(count=number_words(count))


def coding_count(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MaterialWords", "1 coding")
    return QCoreApplication.translate("MaterialWords", "{count} codings").format(count=number_words(count))


def turn_count(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MaterialWords", "1 turn")
    return QCoreApplication.translate("MaterialWords", "{count} turns").format(count=number_words(count))


def respondent_count(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MaterialWords", "1 respondent")
    return QCoreApplication.translate("MaterialWords", "{count} respondents").format(count=number_words(count))


def unresolved_count(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("MaterialWords", "1 speaker unresolved")
    return QCoreApplication.translate("MaterialWords", "{count} speakers unresolved").format(count=number_words(count))


def listed(parts: list[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    both = QCoreApplication.translate("MaterialWords", "{first} and {last}")
    return both.format(first=", ".join(parts[:-1]), last=parts[-1])
