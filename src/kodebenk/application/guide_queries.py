"""Questions about interview guides that windows and commands may ask of an open project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeVar

from kodebenk.analysis.asked import Asked, asked_by_question, asked_by_theme
from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import Guide, GuideQuestion, GuideTheme, PlaceStatus, QuestionPlace
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import guide_store

_Thing = TypeVar("_Thing")

_GUIDE_TABLES = {"guide", "guide_theme", "guide_question"}
_ASKED_TABLES = _GUIDE_TABLES | {
    "question_place",
    "document",
    "document_text",
    "document_respondent",
    "speaker",
    "turn",
    "respondent",
    "voice",
    "voice_respondent",
}


@dataclass(frozen=True, slots=True)
class AskedOf:
    """What was asked of whom, as far as confirmed places tell.

    Attributes:
        by_theme: by `(respondent id, code id)`, for the codes that themes of guides mean.
        by_question: by `(respondent id, question id)`.
    """

    by_theme: Mapping[tuple[int, int], Asked]
    by_question: Mapping[tuple[int, int], Asked]


def guides(project: OpenProject) -> tuple[Guide, ...]:
    """Return the guides in their order, with themes and questions."""
    return project.kept("guides", _GUIDE_TABLES, lambda: guide_store.list_guides(project.connection))


def guide(project: OpenProject, guide_id: int) -> Guide:
    """Return a guide. Raises RuleBroken NOT_FOUND."""
    return _found("guide", guide_id, next((one for one in guides(project) if one.id == guide_id), None))


def title_of(one: Guide) -> str:
    """Return how lists name a guide: its name, with its target group and version where the name does not say them."""
    more = [part for part in (one.target_group, one.version) if part and part.casefold() not in one.name.casefold()]
    return f"{one.name} ({', '.join(more)})" if more else one.name


def find_guide(project: OpenProject, name: str) -> Guide:
    """Return the guide of that name or title; exactly first, then without regard to case.

    Raises:
        RuleBroken: NOT_FOUND, or AMBIGUOUS_NAME, with the titles that come into question.
    """
    known = guides(project)
    for fold in (str, str.casefold):
        found = [one for one in known if fold(name.strip()) in (fold(one.name), fold(title_of(one)))]
        if len(found) == 1:
            return found[0]
        if found:
            candidates = [title_of(one) for one in found]
            raise RuleBroken(Rule.AMBIGUOUS_NAME, kind="guide", name=name, candidates=candidates)
    raise RuleBroken(Rule.NOT_FOUND, kind="guide", name=name, candidates=[title_of(one) for one in known])


def questions_by_id(project: OpenProject) -> Mapping[int, GuideQuestion]:
    """Return the questions of all guides by id."""
    return {question.id: question for one in guides(project) for question in one.questions}


def question(project: OpenProject, question_id: int) -> GuideQuestion:
    """Return a question. Raises RuleBroken NOT_FOUND."""
    return _found("question", question_id, questions_by_id(project).get(question_id))


def theme(project: OpenProject, theme_id: int) -> tuple[Guide, GuideTheme]:
    """Return a theme of a guide, with the guide. Raises RuleBroken NOT_FOUND."""
    pairs = ((one, each) for one in guides(project) for each in one.themes)
    return _found("theme", theme_id, next((pair for pair in pairs if pair[1].id == theme_id), None))


def places(project: OpenProject, document_id: int | None = None) -> tuple[QuestionPlace, ...]:
    """Return where questions are put, by document and place, those rejected too; of one document where it is given."""
    found = project.kept("question places", {"question_place"}, lambda: guide_store.list_places(project.connection))
    return tuple(one for one in found if document_id is None or one.document_id == document_id)


def place(project: OpenProject, place_id: int) -> QuestionPlace:
    """Return the place of a question. Raises RuleBroken NOT_FOUND."""
    return _found("place", place_id, next((one for one in places(project) if one.id == place_id), None))


def shown_places(project: OpenProject, document_id: int | None = None) -> tuple[QuestionPlace, ...]:
    """Return the places that are proposed or confirmed, by document and place."""
    return tuple(one for one in places(project, document_id) if one.status is not PlaceStatus.REJECTED)


def asked_of(project: OpenProject) -> AskedOf:
    """Return what was asked of whom, by theme and by question."""
    return project.kept("asked", _ASKED_TABLES, lambda: _asked_of(project))


def _asked_of(project: OpenProject) -> AskedOf:
    known, found = guides(project), places(project)
    sources = {one.id: queries.source_of(project, one.id) for one in queries.documents(project)} if known else {}
    return AskedOf(asked_by_theme(known, found, sources), asked_by_question(known, found, sources))


def _found(kind: str, thing_id: int, thing: _Thing | None) -> _Thing:
    if thing is None:
        raise RuleBroken(Rule.NOT_FOUND, kind=kind, name=str(thing_id))
    return thing
