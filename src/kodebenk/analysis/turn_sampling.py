"""Draws turns by chance, the same ones whenever seed and texts are the same."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import floor

from kodebenk.domain.passage import Passage


@dataclass(frozen=True, slots=True)
class DrawableTurn:
    """A turn that can be drawn: its words, and the stratum that it belongs to, empty where there is but one."""

    passage: Passage
    stratum: str = ""


@dataclass(frozen=True, slots=True)
class StratumCount:
    """How many turns a stratum has, and how many of them are drawn."""

    stratum: str
    turns: int
    drawn: int


def draw_turns(turns: Sequence[DrawableTurn], wanted: int, seed: int) -> tuple[Passage, ...]:
    """Return turns drawn by chance, in the order given.

    Every turn gets a number by chance, in the order given, and of each stratum those with the lowest are drawn. So a
    larger sample of the same seed holds the smaller one, and no other version of Python draws others
    (https://docs.python.org/3/library/random.html#notes-on-reproducibility).

    Args:
        turns: in an order that depends on the texts alone.
        wanted: how many, of all strata together; each stratum has one at least.
        seed: of the draw.
    """
    chance = random.Random(seed)  # noqa: S311  # a draw that must be repeatable, no secret
    strata: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for index, turn in enumerate(turns):
        strata[turn.stratum].append((chance.random(), index))
    shares = allocate({name: len(members) for name, members in strata.items()}, wanted)
    drawn = sorted(index for name, members in strata.items() for _, index in sorted(members)[: shares[name]])
    return tuple(turns[index].passage for index in drawn)


def count_strata(turns: Sequence[DrawableTurn], wanted: int) -> tuple[StratumCount, ...]:
    """Return what `draw_turns` draws of each stratum, in the order in which they first occur."""
    sizes: dict[str, int] = defaultdict(int)
    for turn in turns:
        sizes[turn.stratum] += 1
    shares = allocate(sizes, wanted)
    return tuple(StratumCount(name, size, shares[name]) for name, size in sizes.items())


def allocate(sizes: Mapping[str, int], wanted: int) -> Mapping[str, int]:
    """Return how many to draw of each stratum: in proportion to its size, by largest remainder, and one at least.

    The sum is what was wanted, unless there are more strata than that or fewer members. What strata get that their
    size would leave without any is taken from those that are furthest above their quota. Ties go by name, so that the
    order of the strata does not matter.
    """
    sizes = {name: size for name, size in sizes.items() if size > 0}
    total = sum(sizes.values())
    wanted = min(wanted, total)
    if wanted <= 0:
        return dict.fromkeys(sizes, 0)
    quotas = {name: wanted * size / total for name, size in sizes.items()}
    shares = {name: floor(quota) for name, quota in quotas.items()}
    by_remainder = sorted(sizes, key=lambda name: (shares[name] - quotas[name], name))
    for name in by_remainder[: wanted - sum(shares.values())]:
        shares[name] += 1
    for name in sizes:
        shares[name] = max(1, shares[name])
    while sum(shares.values()) > max(wanted, len(sizes)):
        rich = (name for name in sizes if shares[name] > 1)
        shares[min(rich, key=lambda name: (quotas[name] - shares[name], name))] -= 1
    return shares
