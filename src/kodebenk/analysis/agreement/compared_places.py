"""Says of the places where coders differ whose words they are and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import ComparedPlace
from kodebenk.analysis.agreement.coders_setup import AgreementSetup
from kodebenk.analysis.agreement.comparison import Disagreement
from kodebenk.analysis.attribution import cite


def describe_places(
    material: AgreementMaterial, setup: AgreementSetup, found: Iterable[Disagreement]
) -> Iterator[ComparedPlace]:
    """Yield the places with names, quote and citation, in the order they come in."""
    paths = [material.codebook.path_of(code_id) for code_id in setup.codes]

    @cache
    def name(codes: tuple[int, ...]) -> tuple[str, ...]:
        return tuple(paths[code] for code in codes)

    for one in found:
        source = material.sources[setup.documents[one.source]]
        place = source.text.place_of(one.start, one.end)
        yield ComparedPlace(
            document_id=source.document.id,
            document=source.document.name,
            start=one.start,
            end=one.end,
            kind=one.kind,
            boundary=one.boundary,
            codes=tuple([name(one.votes.get(rater, ())) for rater in range(len(setup.raters))]),
            iou=one.iou,
            stake=one.stake,
            quote=source.text.text[one.start : one.end],
            citation=cite(source, one.start, one.end, material.respondents),
            page=place.page,
            line=place.line,
        )
