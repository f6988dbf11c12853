"""Lists the places where coders differ, and how. Loads numpy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, reduce
from itertools import combinations
from operator import or_

from kodebenk.analysis.agreement.comparison import BoundaryType, Disagreement, DisagreementClass
from kodebenk.analysis.agreement.span_matching import Link, SpanMatches
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.errors import Cancelled

AGREE_FROM = 0.9
"""Share of characters in common from which on two passages count as the same."""

_CHECKED_EVERY = 500


def list_disagreements(
    matches: SpanMatches, *, agree_from: float = AGREE_FROM, is_cancelled: Callable[[], bool] = lambda: False
) -> list[Disagreement]:
    """Return all places that somebody coded, most characters at stake first; those that agree are among them.

    A place is what hangs together: passages with one code that are matched or pieces of each other, and passages with
    different codes that stand for each other. Whoever overlaps with less than half of the shorter passage spilled over,
    and has not coded the place.

    Args:
        matches: what `match_spans` found.
        agree_from: least `iou` of a place that counts as agreed, 0 to 1.
        is_cancelled: asked now and then.

    Raises:
        Cancelled: the user stopped.
    """
    places = _Places(matches, agree_from)
    found = []
    for number, members in enumerate(_join_linked(len(matches.layout.passages), _all_links(matches))):
        if number % _CHECKED_EVERY == 0 and is_cancelled():
            raise Cancelled
        found.append(places.describe(members))
    return sorted(found, key=lambda one: (-one.stake, one.source, one.start, one.end, one.codes))


def _all_links(matches: SpanMatches) -> Iterable[Link]:
    return (*matches.same, *matches.pieces, *matches.others)


def _join_linked(size: int, links: Iterable[Link]) -> list[list[int]]:
    """Return the connected components of the numbers below `size`."""
    parent = list(range(size))

    def find(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for link in links:
        parent[find(link.one)] = find(link.other)
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for one in range(size):
        groups[find(one)].append(one)
    return list(groups.values())


class _Places:
    """Describes places by the numbers of their passages."""

    def __init__(self, matches: SpanMatches, agree_from: float) -> None:
        passages, layout = matches.layout.passages, matches.layout
        base = layout.text_start[passages.source]
        self._agree_from = agree_from
        self._accompanied = matches.accompanied
        self._seen: list[list[int]] = layout.seen.tolist()
        self._source: list[int] = passages.source.tolist()
        self._range: list[tuple[int, int]] = list(zip(passages.start.tolist(), passages.end.tolist(), strict=True))
        columns = (passages.raw_start - base, passages.raw_end - base, passages.coder, passages.code)
        self._spans = list(map(CodedSpan, *(column.tolist() for column in columns)))
        self._links: defaultdict[int, list[Link]] = defaultdict(list)
        for link in (*matches.same, *matches.others):
            self._links[link.one].append(link)
        self._coders_in = cache(_coders_in)

    def describe(self, members: Sequence[int]) -> Disagreement:
        if len(members) == 1:
            return self._describe_alone(members[0])
        spans = sorted(self._spans[one] for one in members)
        source = self._source[members[0]]
        codes = tuple(sorted({span.code for span in spans}))
        seen = {code: self._seen[source][code] for code in codes}
        votes = self._find_votes(spans, seen)
        shares = self._find_shares(members, votes)
        iou = min(shares.values(), default=0.0)
        kind = self._classify(members, codes, votes, iou)
        return Disagreement(
            source,
            spans[0].start,
            max(span.end for span in spans),
            kind,
            self._find_boundary(members, shares) if kind is DisagreementClass.BOUNDARY else None,
            codes,
            votes,
            tuple(spans),
            iou,
            self._count_stake(members, seen),
        )

    def _describe_alone(self, one: int) -> Disagreement:
        """Return the place of a passage that nobody else has anything for; there are more of them than of others."""
        span, source, (start, end) = self._spans[one], self._source[one], self._range[one]
        codes = (span.code,)
        bits = self._seen[source][span.code]
        votes = {coder: codes if coder == span.coder else () for coder in self._coders_in(bits)}
        stake = 0 if bits == 1 << span.coder else end - start
        kind = self._classify((one,), codes, votes, 0.0)
        return Disagreement(source, span.start, span.end, kind, None, codes, votes, (span,), 0.0, stake)

    def _find_votes(self, spans: Sequence[CodedSpan], seen: Mapping[int, int]) -> dict[int, tuple[int, ...]]:
        """Return what each coder gave who counts for one of the codes."""
        given: dict[int, set[int]] = {coder: set() for coder in self._coders_in(reduce(or_, seen.values()))}
        for span in spans:
            given[span.coder].add(span.code)
        return {coder: tuple(sorted(codes)) for coder, codes in given.items()}

    def _find_shares(self, members: Sequence[int], coders: Iterable[int]) -> dict[tuple[int, int], float]:
        """Return for each two coders the least of what their passages here have in common."""
        shares: dict[tuple[int, int], float] = {}
        for member in members:
            for link in self._links.get(member, ()):
                one, other = self._spans[member].coder, self._spans[link.other].coder
                pair = (one, other) if one < other else (other, one)
                shares[pair] = min(link.iou, shares.get(pair, 1.0))
        return {pair: shares.get(pair, 0.0) for pair in combinations(sorted(coders), 2)}

    def _classify(
        self, members: Sequence[int], codes: tuple[int, ...], votes: Mapping[int, tuple[int, ...]], iou: float
    ) -> DisagreementClass:
        if len(votes) < 2:
            return DisagreementClass.SCOPE
        if len(codes) > 1:
            return DisagreementClass.DIFFERENT_CODE
        without = [coder for coder, given in votes.items() if not given]
        if not without:
            return DisagreementClass.AGREE if iou >= self._agree_from else DisagreementClass.BOUNDARY
        if all(any((one, coder) in self._accompanied for one in members) for coder in without):
            return DisagreementClass.EXTRA_CODE
        return DisagreementClass.MISSING

    def _find_boundary(self, members: Sequence[int], shares: Mapping[tuple[int, int], float]) -> BoundaryType:
        first = min(coder for coder, _ in shares)
        second = min((share, pair) for pair, share in shares.items() if pair[0] == first)[1][1]
        mine, its = ([self._range[one] for one in members if self._spans[one].coder == who] for who in (first, second))
        if len(mine) != len(its):
            return BoundaryType.SPLIT if len(its) > len(mine) else BoundaryType.MERGED
        (my_start, my_end), (its_start, its_end) = _extent(mine), _extent(its)
        if its_start <= my_start and its_end >= my_end:
            return BoundaryType.WIDER
        if its_start >= my_start and its_end <= my_end:
            return BoundaryType.NARROWER
        return BoundaryType.SHIFTED

    def _count_stake(self, members: Sequence[int], seen: Mapping[int, int]) -> int:
        """Return the characters on which not all who count for one of the codes have it, or none of them."""
        events = []
        for one in members:
            span, (start, end) = self._spans[one], self._range[one]
            events += [(start, span.code, 1 << span.coder), (end, span.code, -1 << span.coder)]
        events.sort()
        state, stake, before = dict.fromkeys(seen, 0), 0, events[0][0]
        for place, code, change in events:
            if place > before:
                for one, bits in seen.items():
                    if state[one] and state[one] != bits:
                        stake += place - before
                        break
                before = place
            state[code] += change
        return stake


def _extent(ranges: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return min(start for start, _ in ranges), max(end for _, end in ranges)


def _coders_in(bits: int) -> tuple[int, ...]:
    return tuple(coder for coder in range(bits.bit_length()) if bits >> coder & 1)
