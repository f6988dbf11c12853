"""What can be settled about a place: each rater's codings, all of them, what they share, or none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.domain.consensus import DecisionChoice

Given = tuple[tuple[int, int, int], ...]
"""Start, end (code points of the text) and code number of codings, in order."""


@dataclass(frozen=True, slots=True)
class OfferedChoice:
    """One way to settle a place.

    Attributes:
        choice: what it is; rater: number of the first rater who has exactly this, where it is ACCEPT.
        given: the codings that it leads to; empty for NEITHER, EDIT and DEFER.
        raters: numbers of all raters who have exactly this.
        also: other choices that lead to the same.
    """

    choice: DecisionChoice
    rater: int | None = None
    given: Given = ()
    raters: tuple[int, ...] = ()
    also: tuple[DecisionChoice, ...] = ()

    def answers(self, choice: DecisionChoice, rater: int | None = None) -> bool:
        """Tell whether this is what a choice leads to; `rater` is asked for where that is ACCEPT."""
        if choice is DecisionChoice.ACCEPT:
            return rater in self.raters
        return choice is self.choice or choice in self.also


def offer_choices(spans: Iterable[CodedSpan], counting: Sequence[int]) -> tuple[OfferedChoice, ...]:
    """Return the ways to settle a place, none of which leads to the same as another.

    Args:
        spans: the raters' codings in question.
        counting: numbers of the raters who count there.
    """
    own: dict[int, list[tuple[int, int, int]]] = {rater: [] for rater in counting}
    for span in sorted(spans):
        own.setdefault(span.coder, []).append((span.start, span.end, span.code))
    offered = _offer_raters(own)
    for choice, given in (
        (DecisionChoice.UNION, _unite(own.values())),
        (DecisionChoice.INTERSECTION, _intersect([own[rater] for rater in counting])),
    ):
        _add(offered, choice, given)
    nobody = tuple(rater for rater, given in own.items() if not given)
    return (
        *offered,
        OfferedChoice(DecisionChoice.NEITHER, raters=nobody),
        OfferedChoice(DecisionChoice.EDIT),
        OfferedChoice(DecisionChoice.DEFER),
    )


def _offer_raters(own: Mapping[int, Sequence[tuple[int, int, int]]]) -> list[OfferedChoice]:
    """Return what raters have, those most often had first."""
    alike: dict[Given, list[int]] = defaultdict(list)
    for rater, given in own.items():
        if given:
            alike[tuple(given)].append(rater)
    offered = [OfferedChoice(DecisionChoice.ACCEPT, who[0], given, tuple(who)) for given, who in alike.items()]
    return sorted(offered, key=lambda one: (-len(one.raters), one.raters))


def _add(offered: list[OfferedChoice], choice: DecisionChoice, given: Given) -> None:
    if not given:
        return
    for number, one in enumerate(offered):
        if _unite([one.given]) == _unite([given]):
            offered[number] = replace(one, also=(*one.also, choice))
            return
    offered.append(OfferedChoice(choice, given=given))


def _unite(own: Iterable[Sequence[tuple[int, int, int]]]) -> Given:
    by_code: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for given in own:
        for start, end, code in given:
            by_code[code].append((start, end))
    return tuple(sorted((*one, code) for code, ranges in by_code.items() for one in _join(ranges)))


def _intersect(own: Sequence[Sequence[tuple[int, int, int]]]) -> Given:
    codes = {code for given in own for _, _, code in given}
    found = []
    for code in codes:
        shared: list[tuple[int, int]] | None = None
        for given in own:
            ranges = _join((start, end) for start, end, its in given if its == code)
            shared = ranges if shared is None else _overlaps(shared, ranges)
        found += [(start, end, code) for start, end in shared or ()]
    return tuple(sorted(found))


def _join(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _overlaps(some: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    return [
        (max(one[0], other[0]), min(one[1], other[1]))
        for one in some
        for other in others
        if max(one[0], other[0]) < min(one[1], other[1])
    ]
