"""Figures of agreement as the window writes them, in the language in use."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from kodebenk.analysis.agreement.comparison import Interval
from kodebenk.analysis.agreement.values import Coefficient, whole_percent

NONE = "–"


def coefficient(one: Coefficient | float | None, decimals: int = 2) -> str:
    """Return `0,74` or `0.74`; a dash for none."""
    value = one.value if isinstance(one, Coefficient) else one
    if value is None:
        return NONE
    rounded = round(value, decimals)
    # Minus nothing is nothing; English locales write a hyphen for the minus sign.
    return QLocale().toString(rounded or 0.0, "f", decimals).replace("-", "−")


def percentage(one: Coefficient | float | None) -> str:
    """Return a share as a whole percentage without its sign; a dash for none."""
    value = one.value if isinstance(one, Coefficient) else one
    return NONE if value is None else str(whole_percent(value))


def count(number: int) -> str:
    return QLocale().toString(number)


def interval(one: Interval) -> tuple[str, str] | None:
    """Return both ends, or None where there is no interval."""
    if one.low is None or one.high is None:
        return None
    return coefficient(one.low), coefficient(one.high)
