"""Reads and shows what people write in fields: texts, dates, whole numbers."""

from __future__ import annotations

import re
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication, QDate, QLocale

_ISO_PARTS = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[./ ]+(\d{1,2})[./ ]+(\d{4})")
_MONTH_FIRST = re.compile(r"(\d{1,2})[./ ]+(\d{4})")


class ValueKind(Enum):
    """What a field holds."""

    TEXT = auto()
    DATE = auto()
    NUMBER = auto()


def read_value(kind: ValueKind, text: str) -> tuple[bool, object]:
    """Return whether a text can be read, and its value.

    A date becomes ISO 8601, of which month and day may be unknown; a number is whole and above 0, None when empty.
    """
    cleaned = " ".join(text.split())
    if kind is ValueKind.TEXT:
        return True, cleaned
    if kind is ValueKind.NUMBER:
        is_number = cleaned.isdecimal() and int(cleaned) > 0
        return is_number or not cleaned, int(cleaned) if is_number else None
    date = read_date(cleaned) if cleaned else ""
    return date is not None, date


def show_value(kind: ValueKind, value: object) -> str:
    """Return a value as it stands in a field, in the language in use."""
    if value is None:
        return ""
    return show_date(str(value)) if kind is ValueKind.DATE else str(value)


def value_hint(kind: ValueKind) -> str:
    """Return what to write in a field of this kind."""
    if kind is ValueKind.NUMBER:
        return QCoreApplication.translate("WrittenValues", "Write a whole number.")
    today = show_date(QDate.currentDate().toString("yyyy-MM-dd"))
    return QCoreApplication.translate("WrittenValues", "Write a date such as {today}, or only the year.").format(
        today=today
    )


def read_date(text: str) -> str | None:
    """Return a date as ISO 8601, or None when the text is none: 2024, 2024-05, 2024-05-12, 12.5.2024, 5.2024."""
    for pattern, order in ((_ISO_PARTS, (0, 1, 2)), (_DAY_FIRST, (2, 1, 0)), (_MONTH_FIRST, (1, 0))):
        match = pattern.fullmatch(text)
        if match:
            parts = [match.groups()[place] for place in order]
            return _iso_from([int(part) for part in parts if part is not None])
    return None


def _iso_from(parts: list[int]) -> str | None:
    year, month, day = (*parts, 1, 1)[:3]
    if year < 1 or not QDate.isValid(year, month, day):
        return None
    return "-".join(f"{part:0{4 if place == 0 else 2}}" for place, part in enumerate(parts))


def show_date(iso: str) -> str:
    """Return a date (ISO 8601, perhaps only year or month) as the language writes it in fields and tables."""
    parts = iso.split("-")
    separator = "." if QLocale().language() == QLocale.Language.NorwegianBokmal else "/"
    return separator.join(reversed(parts)) if _ISO_PARTS.fullmatch(iso) else iso
