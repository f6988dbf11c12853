"""Tells decisions to the places of a comparison that they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from kodebenk.analysis.agreement.coders_report import AgreementReport, ComparedPlace
from kodebenk.domain.consensus import DecidedPlace, Decision


def decided_place(report: AgreementReport, place: ComparedPlace) -> DecidedPlace:
    """Return what a decision about a place of the report is told by: document, extent and codes in question.

    Codes that are not among those compared are left out.
    """
    return decided_places(report, (place,))[0]


def decided_places(report: AgreementReport, places: Iterable[ComparedPlace]) -> list[DecidedPlace]:
    """Return what decisions about places of the report are told by, in the order of the places."""
    code_of = {code.path: code.id for code in report.codes}

    @cache
    def ids_of(codes: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
        return tuple(sorted({code_of[path] for paths in codes for path in paths if path in code_of}))

    return [DecidedPlace(one.document_id, one.start, one.end, ids_of(one.codes)) for one in places]


def decisions_by_place(decisions: Iterable[Decision]) -> Mapping[DecidedPlace, Decision]:
    """Return the decisions by their places, those left out that have none in a corrected text.

    Of several about one place, as after a merge, it is the latest.
    """
    return {one.place: one for one in sorted(decisions, key=lambda one: (one.decided_at, one.id)) if not one.unplaced}


def settled_places(report: AgreementReport, decisions: Iterable[Decision]) -> list[tuple[ComparedPlace, Decision]]:
    """Return the places about which raters differ and of which nothing is open any more, in the report's order."""
    known = decisions_by_place(one for one in decisions if one.is_settled)
    if not known:
        return []
    places = report.disagreements
    found = zip(places, map(known.get, decided_places(report, places)), strict=True)
    return [(place, decision) for place, decision in found if decision is not None]
