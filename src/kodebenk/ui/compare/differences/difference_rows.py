"""The rows of the list of differences, and which of them its filters let through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.ui.compare.differences.difference_words import PlaceTeller
from kodebenk.ui.compare.shown_places import ShownPlace


class ShownClass(StrEnum):
    """Which classes are listed; values as those of `DisagreementClass` where it is one class."""

    DIFFERENCES = "differences"
    BOUNDARY = "boundary"
    DIFFERENT_CODE = "different_code"
    EXTRA_CODE = "extra_code"
    MISSING = "missing"
    ALL = "all"
    """The agreed ones too."""


class ShownState(StrEnum):
    """Which states are listed."""

    ALL = "all"
    OPEN = "open"
    SETTLED = "settled"


class RowOrder(StrEnum):
    """What the rows are sorted by."""

    TEXT = "text"
    STAKE = "stake"


@dataclass(frozen=True, slots=True)
class RowFilter:
    """What is listed, and in which order; empty and None let everything through.

    Attributes:
        path: of a code; rater: number of one who differs.
        all_texts: also places of other documents than the one on the screen.
    """

    kind: ShownClass = ShownClass.DIFFERENCES
    path: str = ""
    rater: int | None = None
    state: ShownState = ShownState.ALL
    all_texts: bool = False
    order: RowOrder = RowOrder.TEXT

    @property
    def is_narrow(self) -> bool:
        """Tell whether it keeps differences of the text on the screen from being listed."""
        return bool(
            self.kind not in (ShownClass.DIFFERENCES, ShownClass.ALL)
            or self.path
            or self.rater is not None
            or self.state is not ShownState.ALL
        )


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A row; `shown` is None for a passage that the report does not list as a place."""

    place: ComparedPlace
    shown: ShownPlace | None

    @property
    def number(self) -> int:
        """Return the number beside the text, 0 for none."""
        return self.shown.number if self.shown is not None else 0


_AGREED = (DisagreementClass.AGREE, DisagreementClass.SCOPE)


def all_rows(places: Sequence[ShownPlace], report: AgreementReport | None) -> list[DifferenceRow]:
    """Return a row for each place: those given, and the agreed ones of the report without a number."""
    known = {one.index for one in places}
    agreed = (
        DifferenceRow(place, ShownPlace(0, index, place, None))
        for index, place in enumerate(report.places if report is not None else ())
        if place.kind in _AGREED and index not in known
    )
    return [*(DifferenceRow(one.place, one) for one in places), *agreed]


def chosen_rows(rows: Iterable[DifferenceRow], chosen: Iterable[ComparedPlace]) -> list[DifferenceRow]:
    """Return the rows of the passages behind a figure, in their order."""
    known = {_key_of(row.place): row for row in rows}
    return [known.get(_key_of(place)) or DifferenceRow(place, None) for place in chosen]


def _key_of(place: ComparedPlace) -> tuple[object, ...]:
    return place.document_id, place.start, place.end, place.kind, place.codes


def filter_rows(
    rows: Sequence[DifferenceRow], wanted: RowFilter, teller: PlaceTeller, document_id: int | None
) -> list[DifferenceRow]:
    """Return the rows that a filter lets through, in its order."""
    found = [row for row in rows if _passes(row, wanted, teller, document_id)]
    if wanted.order is RowOrder.STAKE:
        return sorted(found, key=lambda row: -row.place.stake)
    order = document_order(rows, teller)
    return sorted(found, key=lambda row: (order[row.place.document_id], row.place.start, row.place.end))


def document_order(rows: Sequence[DifferenceRow], teller: PlaceTeller) -> dict[int, int]:
    """Return the place of each document with rows in the order of the comparison, by id."""
    compared = teller.report.setup.documents if teller.report is not None else ()
    documents = dict.fromkeys((*compared, *(row.place.document_id for row in rows)))
    return {document_id: number for number, document_id in enumerate(documents)}


def _passes(row: DifferenceRow, wanted: RowFilter, teller: PlaceTeller, document_id: int | None) -> bool:
    place = row.place
    if not wanted.all_texts and document_id is not None and place.document_id != document_id:
        return False
    if wanted.kind is ShownClass.DIFFERENCES and place.kind in _AGREED:
        return False
    if wanted.kind not in (ShownClass.DIFFERENCES, ShownClass.ALL) and place.kind.value != wanted.kind.value:
        return False
    if wanted.path and not any(wanted.path in paths for paths in place.codes):
        return False
    if wanted.state is not ShownState.ALL and _is_settled(row) is not (wanted.state is ShownState.SETTLED):
        return False
    return wanted.rater is None or wanted.rater in teller.tell(place).raters


def _is_settled(row: DifferenceRow) -> bool:
    return row.shown is not None and row.shown.is_settled
