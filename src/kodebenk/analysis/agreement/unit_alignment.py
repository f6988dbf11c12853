"""Which units of several coders belong together: the alignment of least disorder."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import combinations
from math import comb, inf, sqrt
from operator import or_

from kodebenk.analysis.agreement.continuum import Unit
from kodebenk.analysis.agreement.pair_assignment import assign_pairs

MOST_STEPS = 3_000_000
"""Steps of the search with three coders or more, after which it is given up: about a second."""
_MOST_CANDIDATES = 100_000
_TIE = 1e-9
"""What a group costs besides its disorder, so that of equally good alignments the one with fewer groups is best."""
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Dissimilarity:
    """How unlike two units are, against leaving one without a partner, which counts 1 (Mathet 2015, section 4).

    Attributes:
        position: weight of the squared distance of the ends, over the units' lengths (alpha in the source).
        value: weight of different values (beta in the source).
    """

    position: float = 3.0
    value: float = 1.0

    def apart(self, one: Unit, other: Unit) -> float:
        """Return how far apart two units are, weighted."""
        ends = abs(one.start - other.start) + abs(one.end - other.end)
        return self.position * (ends / (one.end - one.start + other.end - other.start)) ** 2

    def between(self, one: Unit, other: Unit) -> float:
        """Return how unlike two units are."""
        return self.apart(one, other) + (self.value if one.value != other.value else 0.0)

    def reach(self, most: float) -> float:
        """Return how far both ends may be apart, in lengths of both units, for no more dissimilarity than this."""
        return sqrt(most / self.position) if self.position else inf


USUAL = Dissimilarity()
"""Position weighs three times as much as value."""

Group = tuple[tuple[int, int], ...]
"""Units that belong together, of different coders; each is coder and place in the coder's list."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """Every unit in exactly one group; `disorder` is the sum of the groups', over the mean number of units a coder."""

    groups: tuple[Group, ...]
    disorder: float


def align_units(
    units: Sequence[Sequence[Unit]], dissimilarity: Dissimilarity, most_steps: int = MOST_STEPS
) -> Alignment | None:
    """Return the best alignment, which is exact; None where more than two coders make it too much work.

    Mathet, Widlöcher and Métivier 2015, Computational Linguistics 41(3), 437-479, section 4.4. The disorder of a group
    is the mean dissimilarity over all pairs of coders; a pair in which one or both have no unit counts 1.

    Args:
        units: of each coder, at least one unit in all; units may overlap.
        dissimilarity: of two units.
        most_steps: when to give up.
    """
    ordered = [sorted(range(len(listed)), key=listed.__getitem__) for listed in units]
    sorted_units = [[listed[at] for at in order] for listed, order in zip(units, ordered, strict=True)]
    groups = (
        _align_two(sorted_units, dissimilarity)
        if len(units) == 2
        else _align_more(sorted_units, dissimilarity, most_steps)
    )
    if groups is None:
        return None
    disorder = sum(_disorder(group, sorted_units, dissimilarity) for group in groups) / comb(len(units), 2)
    named = tuple(tuple((coder, ordered[coder][at]) for coder, at in group) for group in groups)
    return Alignment(named, disorder * len(units) / sum(map(len, units)))


def _disorder(group: Group, units: Sequence[Sequence[Unit]], dissimilarity: Dissimilarity) -> float:
    """Return the disorder of a group, summed over all pairs of coders."""
    members = [units[coder][at] for coder, at in group]
    pairs = comb(len(units), 2) - comb(len(group), 2)
    return pairs + sum(dissimilarity.between(one, other) for one, other in combinations(members, 2))


def _align_two(units: Sequence[Sequence[Unit]], dissimilarity: Dissimilarity) -> list[Group]:
    """Pair units where that is no more disorder than both alone, which is 2."""
    near = _near(units[0], units[1], dissimilarity, 2.0)
    taken = assign_pairs([{other: 2.0 - apart + _TIE for other, apart in row.items()} for row in near])
    pairs: list[Group] = [((0, one), (1, other)) for one, other in taken.items()]
    alone: list[Group] = [((0, at),) for at in range(len(units[0])) if at not in taken]
    others = {*range(len(units[1]))} - {*taken.values()}
    return [*pairs, *alone, *(((1, at),) for at in sorted(others))]


def _near(
    first: Sequence[Unit], second: Sequence[Unit], dissimilarity: Dissimilarity, most: float
) -> list[dict[int, float]]:
    """Return for each unit those of the other coder that are no more unlike than `most`; both lists are in order."""
    reach = dissimilarity.reach(most)
    starts = [unit.start for unit in second]
    longest = max((unit.length for unit in second), default=0)
    found = []
    for one in first:
        far = reach * (one.length + longest) + 1
        places = range(bisect_left(starts, one.start - far), bisect_right(starts, one.start + far))
        row = ((at, dissimilarity.between(one, second[at])) for at in places)
        found.append({at: apart for at, apart in row if apart <= most + _ROUNDING})
    return found


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A group that may be part of the best alignment; its members are numbers of units in order of their starts."""

    members: tuple[int, ...]
    cost: float


def _align_more(units: Sequence[Sequence[Unit]], dissimilarity: Dissimilarity, most_steps: int) -> list[Group] | None:
    order = sorted((unit, coder, at) for coder, listed in enumerate(units) for at, unit in enumerate(listed))
    names = [(coder, at) for _, coder, at in order]
    number = {name: place for place, name in enumerate(names)}
    candidates = []
    for group, cost in _candidates(units, dissimilarity):
        candidates.append(_Candidate(tuple(sorted(number[name] for name in group)), cost))
        if len(candidates) > _MOST_CANDIDATES:
            return None
    found = _choose(len(names), candidates, most_steps)
    if found is None:
        return None
    return [tuple(sorted(names[place] for place in one.members)) for one in found]


def _candidates(units: Sequence[Sequence[Unit]], dissimilarity: Dissimilarity) -> Iterator[tuple[Group, float]]:
    """Yield the groups that are no more disorder than what they can be split into, with their disorder in pairs.

    Parting a member from the r-1 others costs a pair with nothing for each of the C pairs of coders, and for each
    pair of member and other one instead of their dissimilarity; so all these together must not exceed C + r - 1.
    """
    coders = range(len(units))
    pairs = comb(len(units), 2)
    near = {
        (one, other): _near(units[one], units[other], dissimilarity, pairs + len(units) - 1)
        for one, other in combinations(coders, 2)
    }

    def extend(group: Group, sums: tuple[float, ...], coder: int) -> Iterator[tuple[Group, float]]:
        """Yield the group and all that has more members, of coders from this one on; sums are to all other members."""
        size = len(group)
        if max(sums) <= pairs + size - 1 + _ROUNDING:
            yield group, pairs - comb(size, 2) + sum(sums) / 2 + _TIE
        for later in coders[coder:]:
            first_coder, first_at = group[0]
            for at in near[first_coder, later][first_at]:
                apart = [near[one, later][place].get(at) for one, place in group]
                known = [value for value in apart if value is not None]
                if len(known) < size:
                    continue
                grown = (*(old + more for old, more in zip(sums, known, strict=True)), sum(known))
                if max(grown) <= pairs + len(units) - 1 + _ROUNDING:
                    yield from extend((*group, (later, at)), grown, later + 1)

    for coder in coders:
        for at in range(len(units[coder])):
            yield from extend(((coder, at),), (0.0,), coder + 1)


def _choose(number: int, candidates: Sequence[_Candidate], most_steps: int) -> list[_Candidate] | None:
    """Return the candidates of least cost that hold every unit once; None when it takes too many steps.

    Units are settled from left to right. What is left to do depends only on which of the coming units are taken
    already, so of all ways to the same set the cheapest is kept; and none that already costs more than a solution
    which is known, over the shares that every solution must pay.
    """
    excess = _excess(number, candidates)
    most = _known_solution(candidates, excess) + _ROUNDING * number
    ways: dict[int, tuple[float, _Way | None]] = {0: (0.0, None)}
    steps = 0
    for choices in _by_lead(number, candidates, excess):
        further: dict[int, tuple[float, _Way | None]] = {}
        for taken, (cost, way) in ways.items():
            if steps > most_steps:
                return None
            if taken & 1:
                steps += 1
                _keep(further, taken >> 1, cost, way)
                continue
            for over, mask, one in choices:
                steps += 1
                if cost + over > most:
                    break
                if not taken & mask:
                    _keep(further, (taken | mask) >> 1, cost + over, (one, way))
        ways = further
    return list(_follow(ways[0][1]))


def _by_lead(
    number: int, candidates: Sequence[_Candidate], excess: Sequence[float]
) -> list[list[tuple[float, int, _Candidate]]]:
    """Return for each unit the candidates whose first it is, the best in front, and which of the coming they take."""
    found: list[list[tuple[float, int, _Candidate]]] = [[] for _ in range(number)]
    for one, over in zip(candidates, excess, strict=True):
        lead = one.members[0]
        found[lead].append((over, reduce(or_, (1 << place - lead for place in one.members)), one))
    for choices in found:
        choices.sort(key=lambda choice: choice[0])
    return found


_Way = tuple[_Candidate, "_Way | None"]


def _keep(ways: dict[int, tuple[float, _Way | None]], taken: int, cost: float, way: _Way | None) -> None:
    known = ways.get(taken)
    if known is None or cost < known[0]:
        ways[taken] = cost, way


def _follow(way: _Way | None) -> Iterator[_Candidate]:
    while way is not None:
        one, way = way
        yield one


def _excess(number: int, candidates: Sequence[_Candidate]) -> list[float]:
    """Return what each candidate costs over the shares of its members; no set of shares exceeds any candidate's cost.

    Each share begins as the least a unit can pay, and is then raised as far as all its candidates allow.
    """
    of_unit: list[list[int]] = [[] for _ in range(number)]
    for index, one in enumerate(candidates):
        for place in one.members:
            of_unit[place].append(index)
    share = [min(candidates[index].cost / len(candidates[index].members) for index in listed) for listed in of_unit]
    excess = [one.cost - sum(share[place] for place in one.members) for one in candidates]
    for listed in of_unit:
        room = max(0.0, min(excess[index] for index in listed))
        for index in listed:
            excess[index] -= room
    return excess


def _known_solution(candidates: Sequence[_Candidate], excess: Sequence[float]) -> float:
    """Return the excess of a solution that takes the candidates in order of theirs, the largest first among equals."""
    order = sorted(range(len(candidates)), key=lambda at: (round(excess[at], 9), -len(candidates[at].members)))
    taken: set[int] = set()
    total = 0.0
    for index in order:
        members = candidates[index].members
        if taken.isdisjoint(members):
            taken.update(members)
            total += excess[index]
    return total
