"""What a user can do to interview guides and to the places of their questions. Each function is one change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kodebenk.application import guide_queries, queries
from kodebenk.application.codebook_actions import create_code
from kodebenk.application.guide_files import code_meant
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.guide import BY_HAND, Guide, GuideTheme, PlaceStatus, QuestionPlace
from kodebenk.domain.guide_order import QuestionSpot, group_questions, number_at, split_number
from kodebenk.domain.passage import Passage, check_passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import codebook_store, guide_store
from kodebenk.storage.writer import Writer

# Guides


def add_guide(project: OpenProject, name: str) -> int:
    """Add an empty guide and return its id. Raises RuleBroken NAME_EMPTY, NAME_TAKEN."""
    cleaned = _checked(project, name, "", "")
    with project.change(ChangeName.ADD_GUIDE, guide=cleaned) as write:
        return guide_store.add_guide(write, name=cleaned, target_group="", version="")


def edit_guide(
    project: OpenProject,
    guide_id: int,
    *,
    name: str | None = None,
    target_group: str | None = None,
    version: str | None = None,
) -> None:
    """Set what is given; what is None stays. Raises RuleBroken NAME_EMPTY, NAME_TAKEN."""
    one = guide_queries.guide(project, guide_id)
    values = {
        "name": one.name if name is None else name,
        "target_group": one.target_group if target_group is None else target_group,
        "version": one.version if version is None else version,
    }
    cleaned = {field: " ".join(value.split()) for field, value in values.items()}
    _checked(project, cleaned["name"], cleaned["target_group"], cleaned["version"], ignore_id=guide_id)
    with project.change(ChangeName.EDIT_GUIDE, guide=one.name) as write:
        guide_store.update_guide(write, guide_id, **cleaned)


def _checked(project: OpenProject, name: str, target_group: str, version: str, *, ignore_id: int | None = None) -> str:
    """Return the name as it may be stored: name, target group and version together are unique."""
    cleaned = _words(name, "guide")
    wanted = tuple(" ".join(part.split()).casefold() for part in (name, target_group, version))
    for one in guide_queries.guides(project):
        known = (one.name.casefold(), one.target_group.casefold(), one.version.casefold())
        if one.id != ignore_id and known == wanted:
            raise RuleBroken(Rule.NAME_TAKEN, kind="guide", name=guide_queries.title_of(one))
    return cleaned


def _words(text: str, kind: str) -> str:
    cleaned = " ".join(text.split())
    if not cleaned:
        raise RuleBroken(Rule.NAME_EMPTY, kind=kind)
    return cleaned


def delete_guide(project: OpenProject, guide_id: int) -> int:
    """Delete a guide with its questions and their places; return how many confirmed ones went. Undo brings all back."""
    one = guide_queries.guide(project, guide_id)
    confirmed = sum(place.status is PlaceStatus.CONFIRMED for place in _places_of(project, one))
    with project.change(ChangeName.DELETE_GUIDE, guide=one.name) as write:
        guide_store.delete_guide(write, guide_id)
    return confirmed


def _places_of(project: OpenProject, one: Guide) -> list[QuestionPlace]:
    own = {question.id for question in one.questions}
    return [place for place in guide_queries.places(project) if place.question_id in own]


# Themes


def add_theme(project: OpenProject, guide_id: int, name: str, *, place: int | None = None) -> int:
    """Add a theme to a guide, for the code of that name, and return its id. Raises RuleBroken NAME_EMPTY.

    Args:
        project: the open project.
        guide_id: the guide.
        name: what it is called.
        place: from 0 among the themes; None for the last one.
    """
    one = guide_queries.guide(project, guide_id)
    cleaned = _words(name, "theme")
    with project.change(ChangeName.EDIT_GUIDE, guide=one.name) as write:
        code_id = code_meant(codebook_store.read_codebook(write.connection), cleaned)
        theme_id = guide_store.add_theme(write, guide_id, name=cleaned, position=len(one.themes), code_id=code_id)
        if place is not None:
            _write_order(write, one, _with(one.themes, theme_id, place))
    return theme_id


def move_theme(project: OpenProject, theme_id: int, place: int) -> None:
    """Put a theme with its questions at another place among the themes, from 0. Raises RuleBroken NOT_FOUND."""
    one, _ = guide_queries.theme(project, theme_id)
    with project.change(ChangeName.EDIT_GUIDE, guide=one.name) as write:
        _write_order(write, one, _with(one.themes, theme_id, place))


def _with(themes: Sequence[GuideTheme], theme_id: int, place: int) -> list[int]:
    order = [one.id for one in themes if one.id != theme_id]
    order.insert(max(0, place), theme_id)
    return order


def _write_order(write: Writer, one: Guide, themes: Sequence[int]) -> None:
    """Give themes and questions the order in which they are listed: theme by theme, behind what has none."""
    for position, theme_id in enumerate(themes):
        guide_store.update_theme(write, theme_id, position=position)
    groups = group_questions(one)
    _write_questions(write, {theme_id: [q.id for q in groups.get(theme_id, ())] for theme_id in (None, *themes)})


def _write_questions(write: Writer, groups: Mapping[int | None, Sequence[int]]) -> None:
    pairs = [(theme_id, question_id) for theme_id, own in groups.items() for question_id in own]
    for position, (theme_id, question_id) in enumerate(pairs):
        guide_store.update_question(write, question_id, theme_id=theme_id, position=position)


def rename_theme(project: OpenProject, theme_id: int, name: str) -> None:
    """Rename a theme of a guide; the code that it means stays. Raises RuleBroken NAME_EMPTY."""
    one, _ = guide_queries.theme(project, theme_id)
    with project.change(ChangeName.EDIT_GUIDE, guide=one.name) as write:
        guide_store.update_theme(write, theme_id, name=_words(name, "theme"))


def map_theme(project: OpenProject, theme_id: int, code_id: int | None) -> None:
    """Say which code a theme of a guide means; None for none. Raises RuleBroken NOT_FOUND."""
    one, _ = guide_queries.theme(project, theme_id)
    if code_id is not None and code_id not in queries.codebook(project).by_id:
        raise RuleBroken(Rule.NOT_FOUND, kind="code", name=str(code_id))
    with project.change(ChangeName.EDIT_GUIDE, guide=one.name) as write:
        guide_store.update_theme(write, theme_id, code_id=code_id)


def make_theme_codes(project: OpenProject, guide_id: int | None = None) -> int:
    """Make a code at the top of the codebook for every theme that means none; return how many codes are new.

    A theme for which the codebook has a code by now gets that one. `guide_id` None means the themes of all guides.
    """
    guides = [one for one in guide_queries.guides(project) if guide_id in (None, one.id)]
    unmapped = [theme for one in guides for theme in one.themes if theme.code_id is None]
    made = 0
    names = ", ".join(guide_queries.title_of(one) for one in guides)
    with project.change(ChangeName.EDIT_GUIDE, guide=names) as write:
        for theme in unmapped:
            book = codebook_store.read_codebook(write.connection)
            name = theme.name.replace("/", "\u2215")  # a slash parts the names of a path
            code_id = code_meant(book, name)
            made += code_id is None
            code_id = create_code(write, book, name, None) if code_id is None else code_id
            guide_store.update_theme(write, theme.id, code_id=code_id)
    return made


def delete_theme(project: OpenProject, theme_id: int) -> None:
    """Delete a theme of a guide; its questions stay, without a theme, before all others that have one."""
    one, _ = guide_queries.theme(project, theme_id)
    groups = {key: [question.id for question in own] for key, own in group_questions(one).items()}
    groups[None] += groups.pop(theme_id)
    with project.change(ChangeName.EDIT_GUIDE, guide=one.name) as write:
        _write_questions(write, groups)
        guide_store.delete_theme(write, theme_id)


# Questions


def add_question(project: OpenProject, guide_id: int, words: str, spot: QuestionSpot | None = None) -> int:
    """Add a question to a guide and return its id.

    Args:
        project: the open project.
        guide_id: the guide.
        words: what it says; `3b. Hva …` gives it that number, else it gets one that fits the others.
        spot: under which theme, and where there; None for the end of the guide.

    Raises:
        RuleBroken: NAME_EMPTY; NOT_FOUND for a guide or theme that is not there.
    """
    one = guide_queries.guide(project, guide_id)
    number, text = split_number(words)
    text = _words(text, "question")
    last, own = list(group_questions(one).items())[-1]
    spot = QuestionSpot(last, len(own)) if spot is None else spot
    groups = _groups_without(one, None, spot)
    number = number or number_at(one, spot)
    with project.change(ChangeName.EDIT_GUIDE, guide=one.name) as write:
        question_id = guide_store.add_question(
            write, guide_id, theme_id=spot.theme_id, position=len(one.questions), number=number, text=text
        )
        groups[spot.theme_id].insert(spot.place, question_id)
        _write_questions(write, groups)
    return question_id


def edit_question(project: OpenProject, question_id: int, words: str) -> None:
    """Let a question say something else; its places stay as they are. Raises RuleBroken NAME_EMPTY.

    `3b. Hva …` gives it that number; without one it keeps its own.
    """
    question = guide_queries.question(project, question_id)
    number, text = split_number(words)
    text = _words(text, "question")
    with project.change(ChangeName.EDIT_GUIDE, guide=guide_queries.guide(project, question.guide_id).name) as write:
        guide_store.update_question(write, question_id, text=text, number=number or question.number)


def move_question(project: OpenProject, question_id: int, spot: QuestionSpot) -> None:
    """Put a question under a theme of its guide, or under none, counted among the other questions there.

    It keeps its number and its places. Raises RuleBroken NOT_FOUND.
    """
    question = guide_queries.question(project, question_id)
    one = guide_queries.guide(project, question.guide_id)
    groups = _groups_without(one, question_id, spot)
    groups[spot.theme_id].insert(spot.place, question_id)
    with project.change(ChangeName.EDIT_GUIDE, guide=one.name) as write:
        _write_questions(write, groups)


def _groups_without(one: Guide, question_id: int | None, spot: QuestionSpot) -> dict[int | None, list[int]]:
    """Return the questions of a guide by theme, without one of them; the theme of `spot` must be there."""
    if spot.theme_id is not None and spot.theme_id not in {theme.id for theme in one.themes}:
        raise RuleBroken(Rule.NOT_FOUND, kind="theme", name=str(spot.theme_id))
    return {
        theme_id: [question.id for question in own if question.id != question_id]
        for theme_id, own in group_questions(one).items()
    }


def delete_question(project: OpenProject, question_id: int) -> int:
    """Delete a question with its places; return how many confirmed ones went. Undo brings all back."""
    question = guide_queries.question(project, question_id)
    own = [one for one in guide_queries.places(project) if one.question_id == question_id]
    with project.change(ChangeName.EDIT_GUIDE, guide=guide_queries.guide(project, question.guide_id).name) as write:
        guide_store.delete_question(write, question_id)
    return sum(one.status is PlaceStatus.CONFIRMED for one in own)


# Places


def settle(project: OpenProject, statuses: Mapping[int, PlaceStatus]) -> None:
    """Confirm or reject places, or make them proposals again, in one step. Raises RuleBroken NOT_FOUND."""
    known = {one.id for one in guide_queries.places(project)}
    for place_id in statuses:
        if place_id not in known:
            raise RuleBroken(Rule.NOT_FOUND, kind="place", name=str(place_id))
    with project.change(ChangeName.SETTLE_QUESTIONS, count=str(len(statuses))) as write:
        for place_id, status in statuses.items():
            guide_store.update_place(write, place_id, status=status)


def confirm_all(
    project: OpenProject,
    guide_id: int | None = None,
    min_score: float = 0.0,
    *,
    document_ids: Sequence[int] | None = None,
) -> int:
    """Confirm what is proposed with at least this score, and return how many places that were.

    Args:
        project: the open project.
        guide_id: only questions of this guide; None for all.
        min_score: 50 to 100.
        document_ids: only in these documents; None for all.
    """
    guides = [one for one in guide_queries.guides(project) if guide_id in (None, one.id)]
    chosen = {
        place.id: PlaceStatus.CONFIRMED
        for one in guides
        for place in _places_of(project, one)
        if place.status is PlaceStatus.PROPOSED
        and place.score >= min_score
        and (document_ids is None or place.document_id in document_ids)
    }
    settle(project, chosen)
    return len(chosen)


def place_by_hand(project: OpenProject, question_id: int, document_id: int, start: int, end: int) -> int:
    """Say that a question is put at `[start, end)` of a document; the place is confirmed. Return its id.

    Blanks at the ends are left out. What was proposed or rejected for the question from there on is replaced.

    Raises:
        RuleBroken: NOT_FOUND, EMPTY_PASSAGE, PASSAGE_OUTSIDE_TEXT.
    """
    question = guide_queries.question(project, question_id)
    text = queries.text_of(project, queries.document(project, document_id).id).text
    check_passage(Passage(document_id, start, end), len(text))
    start, end = trim_blanks(text, start, end)
    check_passage(Passage(document_id, start, end), len(text))
    values: dict[str, Any] = {"end": end, "score": BY_HAND, "status": PlaceStatus.CONFIRMED, "quote": text[start:end]}
    with project.change(ChangeName.SETTLE_QUESTIONS, count="1") as write:
        for one in guide_queries.places(project, document_id):
            if (one.question_id, one.start) == (question.id, start):
                guide_store.update_place(write, one.id, **values)
                return one.id
        return guide_store.add_place(write, question_id=question.id, document_id=document_id, start=start, **values)


def remove_place(project: OpenProject, place_id: int) -> None:
    """Forget a place altogether; a later search may propose it again. Raises RuleBroken NOT_FOUND."""
    one = guide_queries.place(project, place_id)
    with project.change(ChangeName.SETTLE_QUESTIONS, count="1") as write:
        guide_store.delete_place(write, one.id)
