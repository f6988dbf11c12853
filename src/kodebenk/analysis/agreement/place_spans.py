"""Finds which raters' codings a place of a comparison was found in."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import ComparedSource, Range
from kodebenk.analysis.agreement.values import CodedSpan

_Given = tuple[int, int]
"""A rater and a code, by number."""


def spans_of_place(report: AgreementReport, place: ComparedPlace) -> tuple[CodedSpan, ...]:
    """Return the codings in question at a place, as the raters made them, in the order of the text.

    `PlaceSpans` is faster for many places of one report.

    Args:
        report: of the comparison.
        place: one of the report's, or passages behind a figure of it.

    Raises:
        ValueError: the place's document was not compared.
    """
    return PlaceSpans(report).of(place)


class PlaceSpans:
    """The codings of a report by the places they belong to.

    Raters and codes have the numbers of the report's setup. Codings that have no character in scope belong to none.
    numpy is loaded only where a coding lies within two places.
    """

    def __init__(self, report: AgreementReport) -> None:
        self._report = report
        self._number_of = {code.path: number for number, code in enumerate(report.codes)}
        self._spans: dict[int, dict[_Given, list[CodedSpan]]] = {}
        self._places: dict[int, dict[_Given, list[ComparedPlace]]] = {}
        self._by_document: dict[int, list[ComparedPlace]] = {}

    def of(self, place: ComparedPlace) -> tuple[CodedSpan, ...]:
        """Return the codings in question at a place, as the raters made them, in the order of the text.

        Raises:
            ValueError: the place's document was not compared.
        """
        number = self._report.setup.documents.index(place.document_id)
        source = self._report.comparison.sources[number]
        within = self._spans_within(number, source, place)
        found = [span for joined in _join(within) if _counts(joined, source.scope) for span in joined]
        if self._is_shared(place, found):
            chosen = _match_again(self._report, source, place)
            found = [span for span in found if any(_holds(one, span) for one in chosen)] if chosen else found
        return tuple(sorted(found))

    def _given_at(self, place: ComparedPlace) -> Iterator[_Given]:
        for rater, paths in enumerate(place.codes):
            for path in paths:
                yield rater, self._number_of[path]

    def _spans_within(self, number: int, source: ComparedSource, place: ComparedPlace) -> Iterator[CodedSpan]:
        if number not in self._spans:
            self._spans[number] = _by_giver(source.spans)
        for given in self._given_at(place):
            spans = self._spans[number].get(given, [])
            for span in spans[bisect_left(spans, place.start, key=lambda one: one.start) :]:
                if span.start >= place.end:
                    break
                if span.end <= place.end:
                    yield span

    def _is_shared(self, place: ComparedPlace, spans: Iterable[CodedSpan]) -> bool:
        """Tell whether some of the spans could as well be of another place."""
        if place.document_id not in self._places:
            self._places[place.document_id] = self._list_places(place.document_id)
        places = self._places[place.document_id]
        return any(
            one.start <= span.start and span.end <= one.end and _key_of(one) != _key_of(place)
            for span in spans
            for one in places.get((span.coder, span.code), ())
        )

    def _list_places(self, document_id: int) -> dict[_Given, list[ComparedPlace]]:
        if not self._by_document:
            self._by_document = _by_document(self._report.places)
        found: dict[_Given, list[ComparedPlace]] = defaultdict(list)
        for place in self._by_document.get(document_id, ()):
            for given in self._given_at(place):
                found[given].append(place)
        return found


def _by_document(places: Iterable[ComparedPlace]) -> dict[int, list[ComparedPlace]]:
    found: dict[int, list[ComparedPlace]] = defaultdict(list)
    for place in places:
        found[place.document_id].append(place)
    return found


def _by_giver(spans: Iterable[CodedSpan]) -> dict[_Given, list[CodedSpan]]:
    found: dict[_Given, list[CodedSpan]] = defaultdict(list)
    for span in sorted(spans):
        if span.start < span.end:
            found[span.coder, span.code].append(span)
    return found


def _key_of(place: ComparedPlace) -> tuple[int, int, tuple[tuple[str, ...], ...]]:
    return place.start, place.end, place.codes


def _join(spans: Iterable[CodedSpan]) -> list[list[CodedSpan]]:
    """Return the spans in groups of those of one rater and code that overlap, which count as one passage."""
    groups: list[list[CodedSpan]] = []
    reached = 0
    for span in sorted(spans, key=lambda one: (one.coder, one.code, one.start, one.end)):
        last = groups[-1][-1] if groups else None
        if last and (last.coder, last.code) == (span.coder, span.code) and span.start < reached:
            groups[-1].append(span)
            reached = max(reached, span.end)
        else:
            groups.append([span])
            reached = span.end
    return groups


def _counts(joined: Sequence[CodedSpan], scope: Sequence[Range] | None) -> bool:
    start, end = joined[0].start, max(span.end for span in joined)
    return scope is None or any(max(low, start) < min(high, end) for low, high in scope)


def _match_again(report: AgreementReport, source: ComparedSource, place: ComparedPlace) -> tuple[CodedSpan, ...]:
    """Return the passages of a place, found anew among the spans that hang together with it; none for another place."""
    from kodebenk.analysis.agreement.disagreements import list_disagreements
    from kodebenk.analysis.agreement.span_matching import match_spans

    around = replace(source, spans=_hanging_together(source.spans, place))
    paths = [code.path for code in report.codes]
    for found in list_disagreements(match_spans(replace(report.comparison, sources=(around,)))):
        given: dict[int, tuple[str, ...]] = defaultdict(tuple)
        given |= {rater: tuple(paths[code] for code in codes) for rater, codes in found.votes.items()}
        codes = tuple(given[rater] for rater in range(len(place.codes)))
        if (found.start, found.end, found.kind, codes) == (place.start, place.end, place.kind, place.codes):
            return found.spans
    return ()


def _hanging_together(spans: Sequence[CodedSpan], place: ComparedPlace) -> list[CodedSpan]:
    """Return the spans that overlap the place, those that overlap these, and so on."""
    reached, cluster = 0, list[CodedSpan]()
    for span in sorted(spans):
        if span.start >= reached:
            if reached > place.start:
                break
            cluster = []
        cluster.append(span)
        reached = max(reached, span.end)
    return cluster


def _holds(passage: CodedSpan, span: CodedSpan) -> bool:
    return (
        (passage.coder, passage.code) == (span.coder, span.code)
        and passage.start <= span.start
        and span.end <= passage.end
    )
