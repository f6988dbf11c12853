"""Which value each coder gave each unit, counted by pattern: a million units cost no more than their patterns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kodebenk.analysis.agreement.values import Undefined

Value = Hashable
Pattern = tuple[int | None, ...]
"""For each coder the position of a value in `values`; None where the coder gave none."""
Tally = tuple[tuple[int, int], ...]
"""Positions of the values that a unit was given, and by how many coders each; ascending."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """How many coders gave each value to each unit; who did so is not known.

    Attributes:
        values: what could be given, in their order where they have one.
        units: how many units have a tally; units that nobody coded are not among them.
        pairable: those of them with at least two values, which can be compared.
        coders: how many coders there are at most for a unit.
        ordered: the order of `values` means something.
    """

    values: tuple[Value, ...]
    units: Mapping[Tally, int]
    pairable: Mapping[Tally, int]
    coders: int
    ordered: bool = False

    @property
    def number_of_units(self) -> int:
        """Units with at least one value."""
        return sum(self.units.values())

    def shares(self) -> list[float]:
        """Return how often each value is used: the mean over units of the share of coders who gave it.

        Units that one coder alone coded count too (Gwet, Handbook of Inter-Rater Reliability, 4th ed. 2014, ch. 2 and
        5: the classification probabilities with missing ratings).
        """
        sums = [0.0] * len(self.values)
        for tally, number in self.units.items():
            size = size_of(tally)
            for value, count in tally:
                sums[value] += number * count / size
        units = self.number_of_units
        return [one / units for one in sums]


@dataclass(frozen=True, slots=True)
class Ratings:
    """Which value each coder gave each unit.

    Attributes:
        values: what could be given, in their order where they have one.
        patterns: how many units have a pattern.
        ordered: the order of `values` means something.
    """

    values: tuple[Value, ...]
    patterns: Mapping[Pattern, int]
    ordered: bool = False

    @property
    def coders(self) -> int:
        """Coders, also those who coded nothing."""
        return len(next(iter(self.patterns), ()))

    @property
    def active_coders(self) -> tuple[int, ...]:
        """The positions of the coders who coded at least one unit."""
        return tuple(
            coder for coder in range(self.coders) if any(pattern[coder] is not None for pattern in self.patterns)
        )

    def tallies(self) -> Tallies:
        """Return how many coders gave each value."""
        units: Counter[Tally] = Counter()
        for pattern, number in self.patterns.items():
            tally = tuple(sorted(Counter(value for value in pattern if value is not None).items()))
            if tally:
                units[tally] += number
        return Tallies(self.values, units, _pairable(units), len(self.active_coders), self.ordered)

    def of_coders(self, chosen: Sequence[int]) -> Ratings:
        """Return the ratings of some coders, by their positions."""
        patterns: Counter[Pattern] = Counter()
        for pattern, number in self.patterns.items():
            patterns[tuple(pattern[coder] for coder in chosen)] += number
        return Ratings(self.values, patterns, self.ordered)


def gather_ratings(rows: Iterable[Sequence[Value | None]], values: Sequence[Value] | None = None) -> Ratings:
    """Return the ratings of rows of values, a row per unit and a column per coder; None is a missing value.

    Args:
        rows: all of the same length.
        values: what could be given, in order. Without it the values that occur: numbers are ordered by size, others
            have no order, except that the order of two never matters.

    Raises:
        ValueError: a row has a value that could not be given, or another length than the first.
    """
    counted = Counter(map(tuple, rows))
    found = {value for row in counted for value in row if value is not None}
    known = tuple(values) if values is not None else _sorted_values(found)
    place = {value: number for number, value in enumerate(known)}
    if strange := found - place.keys():
        raise ValueError(f"{len(strange)} values that could not be given")
    if len({len(row) for row in counted}) > 1:
        raise ValueError("rows of different lengths")
    patterns = {
        tuple(None if value is None else place[value] for value in row): number for row, number in counted.items()
    }
    return Ratings(known, patterns, values is not None or len(known) <= 2 or numbers_of(known) is not None)


def spread_table(values: Sequence[Value], table: Sequence[Sequence[int]]) -> Ratings:
    """Return the ratings behind a contingency table: rows are values of the first coder, columns of the second."""
    patterns: dict[Pattern, int] = {
        (row, column): cell for row, cells in enumerate(table) for column, cell in enumerate(cells) if cell > 0
    }
    return Ratings(tuple(values), patterns, ordered=True)


def gather_counts(values: Sequence[Value], counts: Iterable[Sequence[int]]) -> Tallies:
    """Return tallies of rows that hold for each value the number of coders who gave it to the unit."""
    units = Counter(tuple((value, count) for value, count in enumerate(row) if count > 0) for row in counts)
    del units[()]
    return Tallies(tuple(values), units, _pairable(units), max(map(size_of, units), default=0), ordered=True)


def tallies_of(ratings: Ratings | Tallies) -> Tallies:
    """Return the tallies of either."""
    return ratings.tallies() if isinstance(ratings, Ratings) else ratings


def size_of(tally: Tally) -> int:
    """Return how many coders gave the unit a value."""
    return sum(count for _, count in tally)


def numbers_of(values: Iterable[Value]) -> tuple[float, ...] | None:
    """Return the values as numbers, or None when some are none; truth values are no numbers."""
    numbers = []
    for value in values:
        if not isinstance(value, int | float) or isinstance(value, bool):
            return None
        numbers.append(float(value))
    return tuple(numbers)


def find_lack(tallies: Tallies) -> Undefined | None:
    """Return what is missing for any comparison; None when two coders have coded the same unit."""
    if tallies.coders < 2:
        return Undefined.TOO_FEW_CODERS if tallies.units else Undefined.NO_UNITS
    return None if tallies.pairable else Undefined.NO_UNITS


def find_lack_for_all(ratings: Ratings) -> Undefined | None:
    """Return what is missing for a measure by which every coder must have coded every unit; None when nothing is."""
    active = ratings.active_coders
    if len(active) < 2:
        return Undefined.TOO_FEW_CODERS if active else Undefined.NO_UNITS
    for pattern in ratings.patterns:
        coded = sum(pattern[coder] is not None for coder in active)
        if 0 < coded < len(active):
            return Undefined.MISSING_VALUES
    return None


def find_lack_for_two(ratings: Ratings) -> Undefined | None:
    """Return what is missing for a measure of two coders who have both coded every unit; None when nothing is."""
    return Undefined.TOO_MANY_CODERS if len(ratings.active_coders) > 2 else find_lack_for_all(ratings)


def _pairable(units: Mapping[Tally, int]) -> dict[Tally, int]:
    return {tally: number for tally, number in units.items() if size_of(tally) > 1}


def _sorted_values(found: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(sorted(found, key=lambda value: (0, value, "") if _is_number(value) else (1, 0, str(value))))


def _is_number(value: Value) -> bool:
    return numbers_of((value,)) is not None
