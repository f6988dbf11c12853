"""Numbers the places about which coders differ, in every document anew and in the order of its text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.decided_places import decided_place, decisions_by_place
from kodebenk.domain.consensus import Decision
from kodebenk.ui.compare.shown_places import ShownPlace

_ALIKE = (DisagreementClass.AGREE, DisagreementClass.SCOPE)


def number_places(report: AgreementReport, decisions: Iterable[Decision]) -> Mapping[int, tuple[ShownPlace, ...]]:
    """Return the places of every compared document, by its id, with what was settled about them."""
    known = _Decided(report, decisions)
    indexes: dict[int, list[int]] = defaultdict(list)
    for index, place in enumerate(report.places):
        if place.kind not in _ALIKE:
            indexes[place.document_id].append(index)
    return {document.id: tuple(_number(report, indexes[document.id], known)) for document in report.documents}


def _number(report: AgreementReport, indexes: Iterable[int], known: _Decided) -> Iterator[ShownPlace]:
    def order(index: int) -> tuple[int, int, int]:
        return report.places[index].start, report.places[index].end, index

    for number, index in enumerate(sorted(indexes, key=order), start=1):
        yield ShownPlace(number, index, report.places[index], known.about(report.places[index]))


class _Decided:
    """What was settled, by place."""

    def __init__(self, report: AgreementReport, decisions: Iterable[Decision]) -> None:
        self._report = report
        self._by_place = decisions_by_place(decisions)
        self._documents = {one.document_id for one in self._by_place}

    def about(self, place: ComparedPlace) -> Decision | None:
        if place.document_id not in self._documents:
            return None
        return self._by_place.get(decided_place(self._report, place))
