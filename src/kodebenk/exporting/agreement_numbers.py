"""Coefficients as reports print them."""

from __future__ import annotations

from kodebenk.analysis.agreement.comparison import Interval
from kodebenk.analysis.agreement.values import Coefficient, whole_percent

_NONE = "–"


def shown_coefficient(one: Coefficient | float | None, language: str, decimals: int = 2) -> str:
    """Return a number that cannot exceed one; a dash for none.

    English follows APA (Publication Manual, 7th ed. 2020, 6.36): no zero before the point. Norwegian has a comma.
    """
    value = one.value if isinstance(one, Coefficient) else one
    if value is None:
        return _NONE
    shown = _minus(f"{value:.{decimals}f}")
    if language == "en":
        return shown.replace("0.", ".", 1) if shown.lstrip("−").startswith("0.") else shown
    return shown.replace(".", ",")


def shown_measurement(one: Coefficient, language: str) -> str:
    """Return a length with one decimal; a dash for none."""
    if one.value is None:
        return _NONE
    shown = f"{one.value:.1f}"
    return shown if language == "en" else shown.replace(".", ",")


def shown_percent(one: Coefficient | float | None) -> str:
    """Return a share as a whole percentage without its sign; a dash for none."""
    value = one.value if isinstance(one, Coefficient) else one
    return _NONE if value is None else str(whole_percent(value))


def shown_interval(one: Interval, language: str) -> str:
    """Return `[.12, .67]` or `[0,12; 0,67]`; a dash for none."""
    if one.low is None or one.high is None:
        return _NONE
    between = ", " if language == "en" else "; "
    return f"[{between.join(shown_coefficient(end, language) for end in (one.low, one.high))}]"


def shown_count(number: int, language: str) -> str:
    """Return a whole number, from five digits on (in English four) with its thousands apart."""
    if language == "en":
        return f"{number:,}"
    return f"{number:,}".replace(",", "\N{NO-BREAK SPACE}") if number >= 10_000 else str(number)


def _minus(shown: str) -> str:
    return shown.removeprefix("-") if float(shown) == 0 else shown.replace("-", "−")
