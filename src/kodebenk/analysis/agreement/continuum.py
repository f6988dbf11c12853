"""A text that several coders cut into valued units, with gaps between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kodebenk.errors import Rule, RuleBroken


@dataclass(frozen=True, slots=True, order=True)
class Unit:
    """A range `[start, end)` to which a coder gave a value; positions are code points."""

    start: int
    end: int
    value: str

    @property
    def length(self) -> int:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Continuum:
    """What each coder did to the range `[0, length)`; made by `make_continuum`.

    Attributes:
        length: of the continuum.
        units: of each coder, by name: in order, without overlap, none of them empty. All else is gap.
        joined: how many units were joined to one of the same coder and value that they overlapped.
        dropped: how many empty units were left out.
    """

    length: int
    units: Mapping[str, tuple[Unit, ...]]
    joined: int = 0
    dropped: int = 0

    @property
    def values(self) -> list[str]:
        """Return all values that were given, in order of their names."""
        return sorted({unit.value for units in self.units.values() for unit in units})

    @property
    def is_segmented(self) -> bool:
        """Tell whether every coder divided the whole continuum, without a gap."""
        return all(sum(unit.length for unit in units) == self.length for units in self.units.values())


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two units of two coders share; they are told by their places in the coders' lists."""

    first: int
    second: int
    length: int


def make_continuum(length: int, units: Mapping[str, Iterable[Unit]]) -> Continuum:
    """Return the continuum of some coders' units, in any order.

    Units of one coder and value that overlap become one; those that merely touch stay apart, for the measures depend
    on the lengths of units. Empty units are dropped.

    Raises:
        RuleBroken: VALUES_OVERLAP, a coder gave two values to the same range: the coefficients of unitizing are for
            values that exclude each other.
        ValueError: a unit lies outside the continuum.
    """
    given = {coder: sorted(listed) for coder, listed in units.items()}
    solid = {coder: [unit for unit in listed if unit.length > 0] for coder, listed in given.items()}
    apart = {coder: _join(coder, listed) for coder, listed in solid.items()}
    if any(listed and not 0 <= listed[0].start <= listed[-1].end <= length for listed in apart.values()):
        raise ValueError("a unit lies outside the continuum")
    kept = _count(solid)
    return Continuum(length, apart, joined=kept - _count(apart), dropped=_count(given) - kept)


def walk_overlaps(first: Sequence[Unit], second: Sequence[Unit]) -> Iterator[Overlap]:
    """Yield what units of two coders share, from left to right; both lists are in order and without overlap."""
    one, other = 0, 0
    while one < len(first) and other < len(second):
        left, right = first[one], second[other]
        end = left.end if left.end < right.end else right.end
        shared = end - (left.start if left.start > right.start else right.start)
        if shared > 0:
            yield Overlap(one, other, shared)
        if left.end == end:
            one += 1
        if right.end == end:
            other += 1


def _join(coder: str, units: Iterable[Unit]) -> tuple[Unit, ...]:
    joined: list[Unit] = []
    for unit in units:
        last = joined[-1] if joined else None
        if last is None or unit.start >= last.end:
            joined.append(unit)
        elif unit.value == last.value:
            joined[-1] = Unit(last.start, max(last.end, unit.end), last.value)
        else:
            end = min(last.end, unit.end)
            values = [last.value, unit.value]
            raise RuleBroken(Rule.VALUES_OVERLAP, coder=coder, start=unit.start, end=end, values=values)
    return tuple(joined)


def _count(units: Mapping[str, Sequence[Unit]]) -> int:
    return sum(map(len, units.values()))
