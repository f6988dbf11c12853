"""Finds the passages behind a count of a comparison. What they are counted by loads numpy when first asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import Disagreement, DisagreementClass
from kodebenk.analysis.attribution import Source
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.respondent import Respondent

if TYPE_CHECKING:  # the window shows figures without it
    from kodebenk.analysis.agreement.span_layout import Layout, Passages
    from kodebenk.analysis.agreement.span_matching import Overlaps

_SAME_FROM = 0.9
"""As in the list of disagreements."""


class CountedBy(StrEnum):
    """What a table of two coders' codes counts."""

    PASSAGES = "passages"
    """Pairs of passages that overlap by at least half of the shorter."""
    CHARACTERS = "characters"
    """Characters that carry both."""


@dataclass(frozen=True, slots=True)
class ComparedTexts:
    """What it takes to say of passages whose words they are: sources and respondents by id, and the codebook."""

    codebook: Codebook
    sources: Mapping[int, Source]
    respondents: Mapping[int, Respondent]


@dataclass(frozen=True, slots=True)
class RatersCodes:
    """Some codes of a rater, both by number in the setup; no code stands for what the rater has not coded."""

    rater: int
    codes: frozenset[int] = frozenset()


def passages_with(
    report: AgreementReport,
    texts: ComparedTexts,
    first: RatersCodes,
    second: RatersCodes,
    counted_by: CountedBy = CountedBy.PASSAGES,
) -> tuple[ComparedPlace, ...]:
    """Return what a cell of `Confusion` counts, in the order of the texts.

    For CHARACTERS these are the pairs of passages that share some, and passages with some that the other has not coded.
    Nothing is returned where neither has codes.

    Args:
        report: of the comparison.
        texts: of the same project.
        first: codes of the rater of the rows.
        second: codes of the rater of the columns.
        counted_by: what the cell counts.
    """
    found = _SharedPassages(report, first.rater, second.rater)
    if first.codes and second.codes:
        places = found.pairs(first.codes, second.codes, counted_by)
    elif first.codes or second.codes:
        places = found.alone(first if first.codes else second, counted_by)
    else:
        return ()
    return _describe(report, texts, places)


def passages_alike(report: AgreementReport, texts: ComparedTexts, one: int, other: int) -> tuple[ComparedPlace, ...]:
    """Return the passages with which two raters, by number, gave the same code: the diagonal of `Confusion`."""
    return _describe(report, texts, _SharedPassages(report, one, other).alike())


def passages_of(
    report: AgreementReport, texts: ComparedTexts, rater: int, codes: Collection[int], document_id: int | None = None
) -> tuple[ComparedPlace, ...]:
    """Return a rater's passages with some codes: what `CodeAgreement.spans` counts, or `SourceAgreement.spans`.

    Each has the class of the place that it belongs to. They are those of all documents, or of the one that is named.
    """
    found = _own_passages(report, rater, frozenset(codes))
    if document_id is not None:
        source = report.setup.documents.index(document_id)
        found = (one for one in found if one.source == source)
    return _describe(report, texts, found)


class _SharedPassages:
    """The passages of two raters in scope and how they overlap."""

    def __init__(self, report: AgreementReport, first: int, second: int) -> None:
        import numpy as np

        from kodebenk.analysis.agreement.span_layout import lay_out_shared
        from kodebenk.analysis.agreement.span_matching import find_overlaps

        self._layout = lay_out_shared(report.comparison, frozenset((first, second)))
        whole = self._layout.passages
        self._passages = whole.chosen(np.isin(whole.coder, (first, second)))
        self._overlaps = find_overlaps(self._passages)
        self._first = first
        self._rows = _Rows(self._layout, self._passages)

    def pairs(self, codes: frozenset[int], others: frozenset[int], counted_by: CountedBy) -> Iterator[Disagreement]:
        for one, other, iou in self._counted(counted_by):
            if self._rows.code[one] in codes and self._rows.code[other] in others:
                yield self._rows.describe_pair(one, other, iou)

    def alike(self) -> Iterator[Disagreement]:
        for one, other, iou in self._counted(CountedBy.PASSAGES):
            if self._rows.code[one] == self._rows.code[other]:
                yield self._rows.describe_pair(one, other, iou)

    def alone(self, whose: RatersCodes, counted_by: CountedBy) -> Iterator[Disagreement]:
        """Yield the passages that the other has no code for, or in CHARACTERS some words of which nobody else coded."""
        for row, left in enumerate(self._left_over(counted_by)):
            if left and self._rows.coder[row] == whose.rater and self._rows.code[row] in whose.codes:
                yield self._rows.describe_one(row, DisagreementClass.MISSING, left)

    def _counted(self, counted_by: CountedBy) -> Iterator[tuple[int, int, float]]:
        """Yield the pairs that count, the passage of the first rater before that of the second."""
        overlaps = self._overlaps
        if counted_by is CountedBy.PASSAGES:
            overlaps = overlaps.chosen(overlaps.mostly)
        for one, other, iou in zip(overlaps.one.tolist(), overlaps.other.tolist(), overlaps.iou.tolist(), strict=True):
            yield (one, other, iou) if self._rows.coder[one] == self._first else (other, one, iou)

    def _left_over(self, counted_by: CountedBy) -> list[int]:
        """Return for each passage the characters that the other rater left without code; 0 for what has a partner."""
        if counted_by is CountedBy.PASSAGES:
            partnered = {row for one, other, _ in self._counted(counted_by) for row in (one, other)}
            return [0 if row in partnered else size for row, size in enumerate(self._rows.size)]
        return _uncovered(self._passages, self._overlaps)


def _uncovered(passages: Passages, overlaps: Overlaps) -> list[int]:
    """Return for each passage the characters that no passage of the other rater covers."""
    starts, ends = passages.start.tolist(), passages.end.tolist()
    covers: list[list[tuple[int, int]]] = [[] for _ in starts]
    for one, other in zip(overlaps.one.tolist(), overlaps.other.tolist(), strict=True):
        shared = max(starts[one], starts[other]), min(ends[one], ends[other])
        covers[one].append(shared)
        covers[other].append(shared)
    return [end - start - _joined_length(its) for start, end, its in zip(starts, ends, covers, strict=True)]


def _joined_length(ranges: Iterable[tuple[int, int]]) -> int:
    length = reached = 0
    for start, end in sorted(ranges):
        length += max(0, end - max(start, reached))
        reached = max(reached, end)
    return length


class _Rows:
    """Passages one by one, as places are described from."""

    def __init__(self, layout: Layout, passages: Passages) -> None:
        base = layout.text_start[passages.source]
        self.source: list[int] = passages.source.tolist()
        self.start: list[int] = (passages.raw_start - base).tolist()
        self.end: list[int] = (passages.raw_end - base).tolist()
        self.coder: list[int] = passages.coder.tolist()
        self.code: list[int] = passages.code.tolist()
        self.size: list[int] = (passages.end - passages.start).tolist()

    def describe_pair(self, one: int, other: int, iou: float) -> Disagreement:
        same = self.code[one] == self.code[other]
        together = self.size[one] + self.size[other]
        shared = round(iou * together / (1 + iou))
        kind = DisagreementClass.AGREE if iou >= _SAME_FROM else DisagreementClass.BOUNDARY
        return Disagreement(
            self.source[one],
            min(self.start[one], self.start[other]),
            max(self.end[one], self.end[other]),
            kind if same else DisagreementClass.DIFFERENT_CODE,
            None,
            tuple(sorted({self.code[one], self.code[other]})),
            {self.coder[row]: (self.code[row],) for row in (one, other)},
            (),
            iou,
            together - 2 * shared if same else together - shared,
        )

    def describe_one(self, row: int, kind: DisagreementClass, stake: int) -> Disagreement:
        code = self.code[row]
        votes = {self.coder[row]: (code,)}
        return Disagreement(
            self.source[row], self.start[row], self.end[row], kind, None, (code,), votes, (), 0.0, stake
        )


def _own_passages(report: AgreementReport, rater: int, codes: frozenset[int]) -> Iterator[Disagreement]:
    import numpy as np

    from kodebenk.analysis.agreement.span_layout import lay_out_shared

    layout = lay_out_shared(report.comparison)
    counted = layout.cluster_start if layout.unit_start is None else layout.unit_start
    passages = layout.passages.chosen(np.isin(layout.passages.source, layout.source_at(counted)))
    rows = _Rows(layout, passages)
    kinds = _Kinds(report, rater)
    for row, (coder, code) in enumerate(zip(rows.coder, rows.code, strict=True)):
        if coder == rater and code in codes:
            yield rows.describe_one(row, kinds.of(rows.source[row], code, (rows.start[row], rows.end[row])), 0)


class _Kinds:
    """Which class the place has that a rater's passage belongs to."""

    def __init__(self, report: AgreementReport, rater: int) -> None:
        self._paths = [code.path for code in report.codes]
        self._places: dict[tuple[int, str], list[ComparedPlace]] = {}
        numbers = {document_id: number for number, document_id in enumerate(report.setup.documents)}
        for place in report.places:
            for path in place.codes[rater]:
                self._places.setdefault((numbers[place.document_id], path), []).append(place)

    def of(self, source: int, code: int, extent: tuple[int, int]) -> DisagreementClass:
        start, end = extent
        around = [
            place
            for place in self._places.get((source, self._paths[code]), ())
            if place.start <= start and end <= place.end
        ]
        nearest = min(around, key=lambda place: place.end - place.start, default=None)
        return nearest.kind if nearest else DisagreementClass.SCOPE


def _describe(
    report: AgreementReport, texts: ComparedTexts, found: Iterable[Disagreement]
) -> tuple[ComparedPlace, ...]:
    from kodebenk.analysis.agreement.compared_places import describe_places

    material = AgreementMaterial(report.title, texts.codebook, texts.sources, (), (), (), texts.respondents)
    ordered = sorted(found, key=lambda one: (one.source, one.start, one.end, one.codes))
    return tuple(describe_places(material, report.setup, ordered))
