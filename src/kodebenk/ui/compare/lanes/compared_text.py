"""One document of a comparison as the lanes show it: raters, codes, and what was coded at every place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from operator import attrgetter, itemgetter

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import ComparedSource, Range
from kodebenk.analysis.agreement.place_spans import spans_of_place
from kodebenk.analysis.agreement.values import CodedSpan
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coder import Coder
from kodebenk.ui.compare.compare_words import short_names
from kodebenk.ui.compare.lanes.abbreviations import abbreviate
from kodebenk.ui.compare.lanes.differing_parts import DifferingPart, find_differing_parts
from kodebenk.ui.compare.shown_places import ShownPlace

_RaterAndCode = tuple[int, int]

_GREY = 12
"""Slot of a code that the codebook has lost since the comparison."""


@dataclass(frozen=True, slots=True)
class LaneRater:
    """Whose lane it is; the initials stand in the badge."""

    name: str
    initials: str


@dataclass(frozen=True, slots=True)
class LaneCode:
    """A code as brackets show it: colour and shape, name, and the letters of a narrow lane."""

    slot: int
    name: str
    letters: str


class _Claims:
    """The places in which a rater gave a code: their ranges by start, and how far those up to each one reach."""

    def __init__(self, ranges: list[Range]) -> None:
        self.ranges = ranges
        self.reached = list(accumulate((end for _, end in ranges), max))


class ComparedText:
    """What raters coded in one document.

    Args:
        report: The comparison.
        document_number: Which of its documents.
        places: Those of the document about which raters differ.
        raters: In the order of the report.
        codes: In the order of the report.
    """

    def __init__(
        self,
        report: AgreementReport,
        document_number: int,
        places: Sequence[ShownPlace],
        raters: Sequence[LaneRater],
        codes: Sequence[LaneCode],
    ) -> None:
        self.raters = tuple(raters)
        self.codes = tuple(codes)
        self.places = {shown.index: shown for shown in places}
        self._report = report
        self._document_id = report.setup.documents[document_number]
        self._source: ComparedSource = report.comparison.sources[document_number]
        self._numbers = {code.path: number for number, code in enumerate(report.codes)}
        self._found: dict[int, tuple[CodedSpan, ...]] = {}
        self._parts: dict[int, tuple[DifferingPart, ...]] = {}

    @property
    def spans(self) -> Sequence[CodedSpan]:
        """Everything that was coded with the compared codes."""
        return self._source.spans

    def codes_of(self, place: ComparedPlace) -> tuple[int, ...]:
        """Return the numbers of the codes in question at a place, ascending."""
        return tuple(sorted({code for _, code in self._given(place)}))

    def spans_of(self, index: int) -> tuple[CodedSpan, ...]:
        """Return the passages in question at a place; places are looked at when they are first shown."""
        known = self._found.get(index)
        if known is None:
            place = self.places[index].place
            known = tuple(self._spans_within(place))
            if any(self._is_claimed_twice(span) for span in known):
                known = spans_of_place(self._report, place)
            self._found[index] = known
        return known

    def place_of(self, span: CodedSpan, indices: Sequence[int]) -> int | None:
        """Return which of these places a passage belongs to, None where raters agree about it."""
        return next((index for index in indices if span in self.spans_of(index)), None)

    def lacking(self, place: ComparedPlace) -> tuple[int, ...]:
        """Return the raters who count at a place and gave none of the codes in question."""
        counting = {rater for raters in self._counting(place).values() for rater in raters}
        return tuple(rater for rater in sorted(counting) if not place.codes[rater])

    def differing_parts(self, index: int) -> tuple[DifferingPart, ...]:
        """Return the characters of a place on which raters differ."""
        known = self._parts.get(index)
        if known is None:
            counting = self._counting(self.places[index].place)
            known = self._parts[index] = find_differing_parts(self.spans_of(index), counting, self._scope)
        return known

    def lacking_parts(self, index: int, rater: int) -> tuple[Range, ...]:
        """Return the characters of a place on which raters differ, and to which this one gave no code in question.

        A rater who counts for none of these codes lacks nothing.
        """
        place = self.places[index].place
        if not any(rater in counting for counting in self._counting(place).values()):
            return ()
        own = sorted((span.start, span.end) for span in self.spans_of(index) if span.coder == rater)
        return tuple(left for part in self.differing_parts(index) for left in _without(part.start, part.end, own))

    def _given(self, place: ComparedPlace) -> Iterator[_RaterAndCode]:
        for rater, paths in enumerate(place.codes):
            for path in paths:
                yield rater, self._numbers[path]

    def _spans_within(self, place: ComparedPlace) -> Iterator[CodedSpan]:
        for given in self._given(place):
            spans = self._by_rater_and_code.get(given, [])
            first = bisect_left(spans, place.start, key=lambda span: span.start)
            last = bisect_left(spans, place.end, key=lambda span: span.start)
            yield from (span for span in spans[first:last] if span.end <= place.end)

    def _is_claimed_twice(self, span: CodedSpan) -> bool:
        """Tell whether two places reach around a passage, so that their ends do not say to which of them it belongs."""
        claims = self._claims.get((span.coder, span.code))
        if claims is None:
            return False
        low = bisect_left(claims.reached, span.end)
        high = bisect_right(claims.ranges, span.start, key=itemgetter(0))
        return sum(span.end <= end for _, end in claims.ranges[low:high]) > 1

    def _counting(self, place: ComparedPlace) -> Mapping[int, frozenset[int]]:
        source = self._source
        return {
            code: frozenset(rater for rater in source.finished if (rater, code) not in source.absent)
            for code in self.codes_of(place)
        }

    @cached_property
    def _scope(self) -> list[Range] | None:
        return None if self._source.scope is None else sorted(self._source.scope)

    @cached_property
    def _by_rater_and_code(self) -> dict[_RaterAndCode, list[CodedSpan]]:
        found: dict[_RaterAndCode, list[CodedSpan]] = defaultdict(list)
        for span in sorted(self._source.spans, key=attrgetter("start")):
            found[span.coder, span.code].append(span)
        return found

    @cached_property
    def _claims(self) -> dict[_RaterAndCode, _Claims]:
        found: dict[_RaterAndCode, list[Range]] = defaultdict(list)
        for place in self._report.places:
            if place.document_id == self._document_id:
                for given in self._given(place):
                    found[given].append((place.start, place.end))
        return {given: _Claims(sorted(ranges)) for given, ranges in found.items()}


def _without(start: int, end: int, taken: Sequence[Range]) -> Iterator[Range]:
    """Yield what is left of a range without these, which are sorted."""
    for low, high in taken:
        if start < min(low, end):
            yield start, min(low, end)
        start = max(start, high)
    if start < end:
        yield start, end


def lane_raters(report: AgreementReport, coders: Mapping[int, Coder]) -> list[LaneRater]:
    """Return the raters of a report by their short names, with the initials of the coders."""
    raters = report.setup.raters
    known = [coders.get(rater.coder_id) or Coder(rater.coder_id, "", rater.name) for rater in raters]
    names = short_names([rater.name for rater in raters])
    return [LaneRater(name, coder.initials) for name, coder in zip(names, known, strict=True)]


def lane_codes(report: AgreementReport, codebook: Codebook) -> list[LaneCode]:
    """Return the codes of a report as the codebook shows them."""
    known = [codebook.by_id.get(code.id) for code in report.codes]
    names = [code.name if code else old.name for code, old in zip(known, report.codes, strict=True)]
    slots = [code.slot if code else _GREY for code in known]
    return [LaneCode(*parts) for parts in zip(slots, names, abbreviate(names), strict=True)]
