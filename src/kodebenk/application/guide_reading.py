"""Guides read and searched for away from the open project, with a reader of its own, and then added to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kodebenk.application import guide_queries, queries
from kodebenk.application.guide_files import GuideReport, import_guide, prepare_import, read_guide_file
from kodebenk.application.guide_search import FoundPlace, GuideSearch, find_places, prepare_search
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import Cancelled

if TYPE_CHECKING:
    from kodebenk.importing.guide_reader import ImportedGuide

IsCancelled = Callable[[], bool]
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class FoundQuestions:
    """What was searched, and what was found; `imported` is the guide that was read for it, None for those there."""

    search: GuideSearch
    found: Sequence[FoundPlace]
    imported: ImportedGuide | None = None


def read_and_find(project_path: Path, path: Path, is_cancelled: IsCancelled, progress: Progress) -> FoundQuestions:
    """Read a guide and look for its questions in a project. Raises SourceUnreadable, Cancelled."""
    imported = read_guide_file(path)
    if is_cancelled():
        raise Cancelled
    with OpenProject.open(project_path, read_only=True) as project:
        search = prepare_import(project, imported)
    return FoundQuestions(search, find_places(search, is_cancelled=is_cancelled, progress=progress), imported)


def find_again(project_path: Path, is_cancelled: IsCancelled, progress: Progress) -> FoundQuestions:
    """Look for the questions of all guides of a project. Raises Cancelled."""
    with OpenProject.open(project_path, read_only=True) as project:
        search = prepare_search(project)
    return FoundQuestions(search, find_places(search, is_cancelled=is_cancelled, progress=progress))


def add_guide_read(project: OpenProject, read: FoundQuestions) -> GuideReport:
    """Add a guide that was read with the places of its questions, in one change.

    A text that became another since it was searched gets none; those in it are found by the next search.

    Raises:
        RuleBroken: NAME_TAKEN for a guide of that name, target group and version.
    """
    assert read.imported is not None, "this search read no guide"
    here = {one.id for one in queries.documents(project)}
    texts = tuple(
        text
        for text in read.search.texts
        if text.document_id in here and queries.text_of(project, text.document_id).text == text.text
    )
    unchanged = {text.document_id for text in texts}
    known = guide_queries.questions_by_id(project)
    questions = tuple(one for one in read.search.questions if one.id < 0 or one.id in known)
    asked = {one.id for one in questions}
    search = replace(read.search, questions=questions, texts=texts)
    found = [one for one in read.found if one.document_id in unchanged and one.question_id in asked]
    return import_guide(project, read.imported, search=search, found=found)
