"""Numbers the places about which coders differ, in every document anew and in the order of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.decided_places import decided_places, decisions_by_place
from kodebenk.domain.consensus import Decision
from kodebenk.ui.compare.shown_places import ShownPlace

_ALIKE = (DisagreementClass.AGREE, DisagreementClass.SCOPE)


def number_places(report: AgreementReport, decisions: Iterable[Decision]) -> Mapping[int, tuple[ShownPlace, ...]]:
    """Return the places of every compared document, by its id, with what was settled about them."""
    known = _find_decided(report, decisions)
    indexes: dict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(report.places):
        if place.kind not in _ALIKE:
            indexes[place.document_id].append(index)
    return {document.id: tuple(_number(report, indexes[document.id], known)) for document in report.documents}


def _number(report: AgreementReport, indexes: Iterable[int], known: Mapping[int, Decision]) -> Iterator[ShownPlace]:
    def order(index: int) -> tuple[int, int, int]:
        return report.places[index].start, report.places[index].end, index

    for number, index in enumerate(sorted(indexes, key=order), start=1):
        yield ShownPlace(number, index, report.places[index], known.get(index))


def _find_decided(report: AgreementReport, decisions: Iterable[Decision]) -> Mapping[int, Decision]:
    """Return what was settled, by the index of the place."""
    known = decisions_by_place(decisions)
    keys = decided_places(report, report.places) if known else []
    return {index: known[key] for index, key in enumerate(keys) if key in known}
