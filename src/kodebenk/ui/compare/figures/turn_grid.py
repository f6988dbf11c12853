"""Makes the tables of speakers, and of groups of respondents, from a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication

from kodebenk.analysis.agreement.coders_report import ComparedPlace, TurnAgreement, TurnsBy
from kodebenk.analysis.agreement.drift import differing_first
from kodebenk.analysis.agreement.shared_passages import passages_of
from kodebenk.analysis.agreement.turn_owners import TurnKind, TurnOwner, first_counted, owner_at, owners_within
from kodebenk.ui.compare.figures import figure_words as words
from kodebenk.ui.compare.figures.figure_cells import FigureGrid, Opener
from kodebenk.ui.compare.figures.part_grid import Part, make_part_grid, whole_part
from kodebenk.ui.compare.figures.shown_report import ShownReport, by_rater
from kodebenk.ui.compare.shown_places import ChosenPlaces

translate = QCoreApplication.translate
Owners = frozenset[TurnOwner]


def make_speaker_grid(shown: ShownReport) -> FigureGrid:
    """Return a row for each kind of turn, where there are several, one for each respondent, and one for all."""
    kinds, people = (shown.report.turns_by(by) for by in (TurnsBy.KIND, TurnsBy.RESPONDENT))
    respondents = [one for one in people if one.kind is None]
    if len(kinds) > 1 and respondents:
        by_kind, by_name = translate("TurnGrid", "Turns"), translate("TurnGrid", "Respondents")
        parts = [*_parts(shown, kinds, by_kind), *_parts(shown, respondents, by_name)]
    else:
        parts = [*_parts(shown, people, "")]
    return _make_grid(shown, translate("TurnGrid", "Speaker"), parts)


def make_group_grid(shown: ShownReport) -> FigureGrid | None:
    """Return a row for each group of respondents and one for all; None where no respondent has a group."""
    groups = shown.report.turns_by(TurnsBy.GROUP)
    if not groups:
        return None
    return _make_grid(shown, translate("TurnGrid", "Group"), [*_parts(shown, groups, "")])


def _make_grid(shown: ShownReport, corner: str, parts: list[Part]) -> FigureGrid:
    title = translate("SourceGrid", "All sources")
    spoken = translate("SourceGrid", "All sources together, as under Codes")
    whole = whole_part(shown, spoken, shown.opens_all(title), partial(_opens_passages, shown, title, None))
    return make_part_grid(shown, corner, [*parts, whole])


def _parts(shown: ShownReport, rows: Iterable[TurnAgreement], group: str) -> Iterator[Part]:
    for number, row in enumerate(rows):
        name = _name(row)
        yield Part(
            f"{row.by} {row.kind or row.respondent_id or row.name}",
            name,
            _spoken(shown, row),
            row.units,
            row.spans,
            row.pooled,
            partial(_choose, shown, name, row.owners),
            partial(_opens_passages, shown, name, row.owners),
            group if number == 0 else "",
        )


def _name(row: TurnAgreement) -> str:
    if row.kind is None:
        return row.name
    if row.by is TurnsBy.GROUP and row.kind is TurnKind.RESPONDENT:
        return translate("TurnGrid", "No group")
    return {
        TurnKind.RESPONDENT: translate("TurnGrid", "Respondents"),
        TurnKind.INTERVIEWER: translate("TurnGrid", "Interviewers"),
        TurnKind.NOBODY: translate("TurnGrid", "Nobody"),
        TurnKind.UNSETTLED: translate("TurnGrid", "Not settled"),
        TurnKind.OUTSIDE: translate("TurnGrid", "Outside turns"),
    }[row.kind]


def _spoken(shown: ShownReport, row: TurnAgreement) -> str:
    """Return the name with what else is to be said of it."""
    if row.respondent_id is not None:
        respondent = shown.texts.respondents.get(row.respondent_id)
        return f"{row.name}, {respondent.name}" if respondent and respondent.name != row.name else row.name
    said = {
        TurnKind.NOBODY: translate("TurnGrid", "Turns of speakers whose words are nobody's"),
        TurnKind.UNSETTLED: translate("TurnGrid", "Turns of speakers of whom it is not settled who they are"),
        TurnKind.OUTSIDE: translate("TurnGrid", "Text outside turns"),
    }
    return said.get(row.kind, _name(row)) if row.kind else _name(row)


def _choose(shown: ShownReport, title: str, owners: Owners) -> ChosenPlaces:
    """Return the places with words of some owners."""
    sources = shown.texts.sources
    places = tuple(
        one
        for one in shown.report.places
        if not owners.isdisjoint(owners_within(sources[one.document_id], one.start, one.end))
    )
    return ChosenPlaces(words.titled(title, words.place_count(len(places))), differing_first(places))


def _opens_passages(shown: ShownReport, title: str, owners: Owners | None, rater: int) -> Opener:
    return partial(_choose_passages, shown, by_rater(title, shown.raters[rater]), owners, rater)


def _choose_passages(shown: ShownReport, title: str, owners: Owners | None, rater: int) -> ChosenPlaces:
    """Return the passages of a coder that begin in turns of some owners, or with None all of them."""
    found = passages_of(shown.report, shown.texts, rater, range(len(shown.report.codes)))
    if owners is not None:
        found = tuple(one for one in found if _owner_of(shown, one) in owners)
    return ChosenPlaces(words.titled(title, words.passage_count(len(found))), found)


def _owner_of(shown: ShownReport, passage: ComparedPlace) -> TurnOwner:
    """Return whose the first word of a passage is that counts."""
    number = shown.report.setup.documents.index(passage.document_id)
    scope = shown.report.comparison.sources[number].scope
    start = first_counted(scope, passage.start)
    return owner_at(shown.texts.sources[passage.document_id], start)
