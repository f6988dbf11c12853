"""What every measure of agreement takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Undefined(StrEnum):
    """Why a coefficient has no value; the key of the sentence that says so."""

    NO_UNITS = "no_units"
    """There is nothing that two coders have both looked at."""
    NO_VARIATION = "no_variation"
    """Everybody gives every unit the same value: agreement beyond chance cannot be told."""
    TOO_FEW_CODERS = "too_few_coders"
    TOO_MANY_CODERS = "too_many_coders"
    """The measure is for two coders."""
    MISSING_VALUES = "missing_values"
    """The measure is not for tables with gaps."""
    NOT_NUMERIC = "not_numeric"
    """The level needs numbers, and some values are none."""
    NOTHING_CODED = "nothing_coded"
    """No coder has coded anything."""
    TOO_MANY_UNITS = "too_many_units"
    """The exact computation would take too long."""
    NOT_SEGMENTED = "not_segmented"
    """The measure is for texts that everybody divides without gaps."""
    TOO_LITTLE = "too_little"
    """So little was coded by two coders that chance cannot be told."""
    NO_PAIRS = "no_pairs"
    """No units of two coders lie near enough each other to compare their values."""


@dataclass(frozen=True, slots=True)
class Coefficient:
    """A measure's value, or why it has none; exactly one of the two is set."""

    value: float | None = None
    undefined: Undefined | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.undefined is None):
            raise ValueError("a coefficient has a value or a reason why not")


@dataclass(frozen=True, slots=True, order=True)
class CodedSpan:
    """A range `[start, end)` of one text that one coder coded with one code; coder and code are numbers from 0."""

    start: int
    end: int
    coder: int
    code: int


def whole_percent(share: float) -> int:
    """Return a share in whole percent; 100 is all and not nearly all, so that 99.6 is 99."""
    return 100 if share == 1 else min(99, round(100 * share))
