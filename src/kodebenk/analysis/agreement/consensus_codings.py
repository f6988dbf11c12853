"""Finds the codings that a place of a comparison consists of, and those that a decision about it leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import Range
from kodebenk.analysis.agreement.decided_places import decided_place
from kodebenk.analysis.agreement.place_spans import PlaceSpans
from kodebenk.domain.coding import Coding
from kodebenk.domain.passage import trim_blanks

_Key = tuple[int, int]
"""Ids of a document and a code."""


@dataclass(frozen=True, slots=True)
class ConsensusCoding:
    """A coding that a decision leads to.

    Attributes:
        start, end: in code points.
        originals: the coders' codings that it stands for; none where nobody had the code there.
        round: the latest of the originals, or of all codings at the place where there are none.
    """

    start: int
    end: int
    code_id: int
    originals: tuple[Coding, ...]
    round: int


@dataclass(frozen=True, slots=True)
class PlaceCodings:
    """The coders' codings that a place consists of.

    Attributes:
        raters: those who count there, by number.
        by_rater: for each rater of the setup, by number, their codings.
    """

    raters: tuple[int, ...]
    by_rater: tuple[tuple[Coding, ...], ...]

    @property
    def all(self) -> tuple[Coding, ...]:
        return tuple(coding for codings in self.by_rater for coding in codings)


class ReportedCodings:
    """A project's codings as a report sees them."""

    def __init__(self, report: AgreementReport, codings: Iterable[Coding]) -> None:
        self._report = report
        self._numbers = {one.id: number for number, one in enumerate(report.documents)}
        self._place_spans = PlaceSpans(report)
        self._codings: dict[_Key, list[tuple[int, Coding]]] = defaultdict(list)
        for coding in codings:
            for rater, one in enumerate(report.setup.raters):
                if one.made(coding):
                    self._codings[coding.passage.document_id, coding.code_id].append((rater, coding))
        self._spans: dict[int, dict[int, list[tuple[int, int, int]]]] = {}

    def is_unchanged(self, place: ComparedPlace) -> bool:
        """Tell whether the raters have the codes in question there as they had when the report was made."""
        return all(self._is_unchanged(place, code_id) for code_id in decided_place(self._report, place).code_ids)

    def _is_unchanged(self, place: ComparedPlace, code_id: int) -> bool:
        key = (place.document_id, code_id)
        compared = self._spans_of(place.document_id).get(code_id, ())
        then = (one for one in compared if place.start < one[1] and one[0] < place.end)
        held = ((one.passage.start, one.passage.end, rater) for rater, one in self._codings[key])
        now = (one for one in held if place.start < one[1] and one[0] < place.end)
        return sorted(then) == sorted(now)

    def _spans_of(self, document_id: int) -> Mapping[int, list[tuple[int, int, int]]]:
        """Return start, end and rater of what was compared in a document, by code id."""
        if document_id not in self._spans:
            found: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
            for span in self._report.comparison.sources[self._numbers[document_id]].spans:
                found[self._report.setup.codes[span.code]].append((span.start, span.end, span.coder))
            self._spans[document_id] = found
        return self._spans[document_id]

    def at(self, place: ComparedPlace) -> PlaceCodings:
        """Return the codings that the place consists of."""
        by_rater: list[list[Coding]] = [[] for _ in self._report.setup.raters]
        for span in self._place_spans.of(place):
            for rater, coding in self._codings[place.document_id, self._report.setup.codes[span.code]]:
                passage = coding.passage
                within = span.start <= passage.start and passage.end <= span.end
                if rater == span.coder and within and coding not in by_rater[rater]:
                    by_rater[rater].append(coding)
        source = self._report.comparison.sources[self._numbers[place.document_id]]
        return PlaceCodings(tuple(sorted(source.finished)), tuple(map(tuple, by_rater)))


def accept(place: PlaceCodings, rater: int) -> list[ConsensusCoding]:
    """Return the codings of one rater, by number; those of the same passage and code fall together."""
    alike: dict[tuple[int, int, int], list[Coding]] = defaultdict(list)
    for one in place.by_rater[rater]:
        alike[one.passage.start, one.passage.end, one.code_id].append(one)
    return [_stand_for(*key, originals, place) for key, originals in sorted(alike.items())]


def unite(place: PlaceCodings) -> list[ConsensusCoding]:
    """Return every code in question on all characters that somebody coded with it; what touches is one passage."""
    return [
        _stand_for(start, end, code_id, _touching(codings, start, end), place)
        for code_id, codings in _by_code(place.all).items()
        for start, end in _join(map(_range_of, codings))
    ]


def intersect(place: PlaceCodings, text: str) -> list[ConsensusCoding]:
    """Return every code on the characters that all who count coded with it, without white space at the ends."""
    found = []
    for code_id, codings in _by_code(place.all).items():
        for start, end in (trim_blanks(text, *shared) for shared in _shared_ranges(place, code_id)):
            if start < end:
                found.append(_stand_for(start, end, code_id, _touching(codings, start, end), place))
    return found


def choose_anew(place: PlaceCodings, wanted: Iterable[tuple[int, int, int]]) -> list[ConsensusCoding]:
    """Return what was named by start, end and code id, each once."""
    by_code = _by_code(place.all)
    return [
        _stand_for(start, end, code_id, _touching(by_code.get(code_id, ()), start, end), place)
        for start, end, code_id in dict.fromkeys(wanted)
    ]


def _stand_for(start: int, end: int, code_id: int, originals: Sequence[Coding], place: PlaceCodings) -> ConsensusCoding:
    rounds = [one.round for one in originals or place.all]
    return ConsensusCoding(start, end, code_id, tuple(originals), max(rounds, default=1))


def _shared_ranges(place: PlaceCodings, code_id: int) -> list[Range]:
    given = [_join(_range_of(one) for one in place.by_rater[rater] if one.code_id == code_id) for rater in place.raters]
    return reduce(lambda one, other: list(_overlaps(one, other)), given)


def _by_code(codings: Iterable[Coding]) -> dict[int, list[Coding]]:
    found: dict[int, list[Coding]] = defaultdict(list)
    for one in codings:
        found[one.code_id].append(one)
    return dict(found)


def _range_of(coding: Coding) -> Range:
    return coding.passage.start, coding.passage.end


def _touching(codings: Iterable[Coding], start: int, end: int) -> tuple[Coding, ...]:
    return tuple(one for one in codings if one.passage.start < end and start < one.passage.end)


def _join(ranges: Iterable[Range]) -> list[Range]:
    """Return the ranges in order, those joined that overlap or touch."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _overlaps(one: Iterable[Range], other: Sequence[Range]) -> Iterator[Range]:
    for start, end in one:
        for low, high in other:
            if max(start, low) < min(end, high):
                yield max(start, low), min(end, high)
