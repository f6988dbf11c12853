"""The report that figures are shown of, and the passages behind them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import (
    AgreementFigures,
    AgreementReport,
    CodeFigures,
    ComparedCode,
    ComparedPlace,
)
from kodebenk.analysis.agreement.comparison import DisagreementClass
from kodebenk.analysis.agreement.drift import differing_first
from kodebenk.analysis.agreement.shared_passages import (
    ComparedTexts,
    CountedBy,
    RatersCodes,
    passages_alike,
    passages_of,
    passages_with,
)
from kodebenk.domain.codebook import Codebook
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.figure_cells import Opener
from kodebenk.ui.compare.shown_places import ChosenPlaces

translate = QCoreApplication.translate
_SHARED = (DisagreementClass.AGREE, DisagreementClass.BOUNDARY)


@dataclass(frozen=True, slots=True)
class ShownReport:
    """What is shown.

    Attributes:
        report: of the comparison.
        after: its figures with the decisions put in; None where nothing was decided.
        texts: to tell whose words the passages behind a figure are.
    """

    report: AgreementReport
    after: AgreementFigures | None
    texts: ComparedTexts

    @property
    def codebook(self) -> Codebook:
        return self.texts.codebook

    @property
    def raters(self) -> tuple[str, ...]:
        return tuple(rater.name for rater in self.report.setup.raters)

    def slot_of(self, code_id: int) -> int | None:
        """Return the slot of a code; None for themes and for what the codebook no longer has."""
        code = self.codebook.by_id.get(code_id)
        return None if code is None or self.codebook.is_heading(code) else code.slot

    def code_after(self, code: ComparedCode) -> CodeFigures | None:
        """Return a code as it is once the decisions are put in."""
        return next((one for one in self.after.codes if one.id == code.id), None) if self.after else None

    def opens_all(self, title: str) -> Opener:
        """Return what finds all places."""
        return partial(_choose, title, self.report.places)

    def opens_codes(self, title: str, paths: Iterable[str]) -> Opener:
        """Return what finds the places with some codes."""
        return partial(_choose_with, self.report.places, title, frozenset(paths))

    def opens_shared(self, title: str, path: str) -> Opener:
        """Return what finds the places where at least two coders have a code: what boundaries are measured on."""
        found = (
            place for place in self.report.places if place.kind in _SHARED and any(path in its for its in place.codes)
        )
        return partial(_choose, title, tuple(found))

    def opens_pair(self, title: str, one: int, other: int) -> Opener:
        """Return what finds the places that either of two coders coded, those where the two differ first."""
        return partial(_choose_pair, self.report.places, title, one, other)

    def opens_document(self, title: str, document_id: int) -> Opener:
        """Return what finds the places of one document."""
        return partial(_choose_in, self.report.places, title, document_id)

    def opens_passages(self, rater: int, numbers: Iterable[int], title: str, document_id: int | None = None) -> Opener:
        """Return what finds the passages of a coder with some codes, by number, in all documents or in one."""
        return partial(_own, self, rater, frozenset(numbers), title, document_id)

    def opens_alike(self, one: int, other: int, title: str) -> Opener:
        """Return what finds the passages with which two coders gave the same code."""
        return partial(_alike, self, one, other, title)

    def opens_crossing(self, first: RatersCodes, second: RatersCodes, counted_by: CountedBy, title: str) -> Opener:
        """Return what finds the passages behind a cell of two coders' codes."""
        return partial(_crossing, self, first, second, counted_by, title)


def _choose(title: str, places: tuple[ComparedPlace, ...]) -> ChosenPlaces:
    return ChosenPlaces(words.titled(title, words.place_count(len(places))), differing_first(places))


def _choose_with(places: tuple[ComparedPlace, ...], title: str, paths: frozenset[str]) -> ChosenPlaces:
    return _choose(title, tuple(one for one in places if any(paths & set(its) for its in one.codes)))


def _choose_in(places: tuple[ComparedPlace, ...], title: str, document_id: int) -> ChosenPlaces:
    return _choose(title, tuple(one for one in places if one.document_id == document_id))


def _choose_pair(places: tuple[ComparedPlace, ...], title: str, one: int, other: int) -> ChosenPlaces:
    found = [place for place in places if place.codes[one] or place.codes[other]]
    # With three coders two may agree about a place where the third differs.
    found.sort(key=lambda place: place.codes[one] == place.codes[other])
    return ChosenPlaces(words.titled(title, words.place_count(len(found))), tuple(found))


def _passages(title: str, places: tuple[ComparedPlace, ...]) -> ChosenPlaces:
    return ChosenPlaces(words.titled(title, words.passage_count(len(places))), places)


def _own(shown: ShownReport, rater: int, numbers: frozenset[int], title: str, document_id: int | None) -> ChosenPlaces:
    return _passages(title, passages_of(shown.report, shown.texts, rater, numbers, document_id))


def _alike(shown: ShownReport, one: int, other: int, title: str) -> ChosenPlaces:
    return _passages(title, passages_alike(shown.report, shown.texts, one, other))


def _crossing(
    shown: ShownReport, first: RatersCodes, second: RatersCodes, counted_by: CountedBy, title: str
) -> ChosenPlaces:
    return _passages(title, passages_with(shown.report, shown.texts, first, second, counted_by))


def between(one: str, other: str) -> str:
    """Return "Trust (Ane) and Power (Jonas)" of two such names."""
    return translate("ShownReport", "{one} and {other}").format(one=one, other=other)


def by_rater(what: str, rater: str) -> str:
    """Return "Trust (Ane)"."""
    return translate("ShownReport", "{what} ({rater})").format(what=what, rater=rater)
