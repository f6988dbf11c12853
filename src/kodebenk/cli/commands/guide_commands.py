"""`guide`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kodebenk.analysis.asked import Asked
from kodebenk.application import guide_queries, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.cli.finding_messages import warning_message
from kodebenk.cli.output import CommandResult, cut, join_blocks, table
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import Language, message
from kodebenk.domain.guide import Guide, GuideQuestion, PlaceStatus, QuestionPlace

_Told = tuple[str, dict[str, object]]
"""What a change did: a sentence, and what the JSON document says more."""


def show_guides(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """List guides with the places of their questions, after the one change that was asked for, if any."""
    change = next(
        (function for name, function in _CHANGES.items() if getattr(arguments, name) not in (None, False)), None
    )
    if change is None:
        with reading(arguments, language) as project:
            return _listed(project, arguments, language, ("", {}))
    with changing(arguments, language, arguments.coder) as project:
        return _listed(project, arguments, language, change(project, arguments, language))


def _import(project: OpenProject, arguments: argparse.Namespace, language: Language) -> _Told:
    from kodebenk.application.guide_files import import_guide_file

    report = import_guide_file(project, arguments.import_file, target_group=arguments.target_group)
    guide = guide_queries.guide(project, report.guide_id)
    title = guide_queries.title_of(guide)
    said = message("guide_imported", language, guide=title, count=len(guide.questions), places=report.places)
    warnings = [warning_message(one.kind, one.fields, language) for one in report.warnings]
    return join_blocks(said, *warnings), {"imported": title, "warnings": warnings}


def _find(project: OpenProject, arguments: argparse.Namespace, language: Language) -> _Told:
    from kodebenk.application.guide_search import search_and_store

    guide_id, document_ids = _scope(project, arguments)
    count = search_and_store(project, None if guide_id is None else [guide_id], document_ids)
    return message("places_found", language, count=count), {"proposed": count}


def _confirm(project: OpenProject, arguments: argparse.Namespace, language: Language) -> _Told:
    from kodebenk.application.guide_actions import confirm_all

    guide_id, document_ids = _scope(project, arguments)
    count = confirm_all(project, guide_id, arguments.confirm, document_ids=document_ids)
    return message("places_confirmed", language, count=count), {"newly_confirmed": count}


def _make_codes(project: OpenProject, arguments: argparse.Namespace, language: Language) -> _Told:
    from kodebenk.application.guide_actions import make_theme_codes

    count = make_theme_codes(project, _scope(project, arguments)[0])
    return message("theme_codes_made", language, count=count), {"codes_made": count}


def _code_answers(project: OpenProject, arguments: argparse.Namespace, language: Language) -> _Told:
    from kodebenk.application.answer_coding import code_answers

    guide_id, document_ids = _scope(project, arguments)
    coded = code_answers(project, guide_id, document_ids=document_ids)
    return message("answers_coded", language, count=len(coded)), {"codings": coded}


_CHANGES = {
    "import_file": _import,
    "find": _find,
    "confirm": _confirm,
    "make_codes": _make_codes,
    "code_answers": _code_answers,
}


def _scope(project: OpenProject, arguments: argparse.Namespace) -> tuple[int | None, list[int] | None]:
    """Return the guide and the documents that were named; None where all are meant."""
    guide_id = guide_queries.find_guide(project, arguments.guide).id if arguments.guide else None
    documents = [queries.find_document(project, arguments.document).id] if arguments.document else None
    return guide_id, documents


def _listed(project: OpenProject, arguments: argparse.Namespace, language: Language, told: _Told) -> CommandResult:
    said, more = told
    guides = guide_queries.guides(project)
    if arguments.guide:
        guides = (guide_queries.find_guide(project, arguments.guide),)
    listing = _Listing(project)
    found = {"guides": [listing.guide(one) for one in guides], **more}
    tables = [join_blocks(guide_queries.title_of(one), _question_table(listing, one, language)) for one in guides]
    shown = "\n\n".join(tables) if tables else message("empty", language)
    return CommandResult(found, join_blocks(said, shown))


class _Listing:
    def __init__(self, project: OpenProject) -> None:
        self._texts = {one.id: queries.text_of(project, one.id) for one in queries.documents(project)}
        self._documents = {one.id: one.name for one in queries.documents(project)}
        self._people = queries.respondents(project)
        self._book = queries.codebook(project)
        self._asked = guide_queries.asked_of(project).by_question
        self._places: dict[int, list[QuestionPlace]] = {}
        for place in guide_queries.shown_places(project):
            self._places.setdefault(place.question_id, []).append(place)

    def guide(self, one: Guide) -> dict[str, object]:
        return {
            "name": one.name,
            "target_group": one.target_group,
            "version": one.version,
            "file": one.file_name,
            "themes": [
                {"name": theme.name, "code": None if theme.code_id is None else self._book.path_of(theme.code_id)}
                for theme in one.themes
            ],
            "questions": [self._question(one, question) for question in one.questions],
        }

    def _question(self, guide: Guide, question: GuideQuestion) -> dict[str, object]:
        theme = guide.theme_of(question)
        return {
            "id": question.id,
            "number": question.number,
            "theme": theme.name if theme else "",
            "text": question.text,
            "found": [self._place(place) for place in self.places(question.id)],
            "asked": self._who(question.id, Asked.ASKED),
            "not_asked": self._who(question.id, Asked.NOT_ASKED),
        }

    def _place(self, place: QuestionPlace) -> dict[str, object]:
        where = self._texts[place.document_id].place_of(place.start, place.end)
        return {
            "id": place.id,
            "document": self._documents[place.document_id],
            "start": place.start,
            "end": place.end,
            "score": None if place.is_by_hand else place.score,
            "confirmed": place.status is PlaceStatus.CONFIRMED,
            "words": place.quote,
            "page": where.page,
            "line": where.line,
            "paragraph": where.paragraph,
        }

    def _who(self, question_id: int, asked: Asked) -> list[str]:
        return [one.name for one in self._people if self._asked.get((one.id, question_id)) is asked]

    def places(self, question_id: int) -> Sequence[QuestionPlace]:
        """Return the proposed and confirmed places of a question."""
        return self._places.get(question_id, ())


def _question_table(listing: _Listing, guide: Guide, language: Language) -> str:
    rows = []
    for question in guide.questions:
        theme, places = guide.theme_of(question), listing.places(question.id)
        confirmed = sum(place.status is PlaceStatus.CONFIRMED for place in places)
        rows.append((question.number, theme.name if theme else "", cut(question.text), len(places), confirmed))
    return table(("id", "theme", "question", "found", "confirmed"), rows, language)
