"""Interview guides from files: read, search for their questions, add both in one change."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kodebenk.application import guide_queries
from kodebenk.application.guide_search import FoundPlace, GuideSearch, find_places, prepare_search, write_places
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Code, Codebook
from kodebenk.domain.guide import Guide, GuideQuestion
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import codebook_store, guide_store
from kodebenk.storage.writer import Writer

if TYPE_CHECKING:
    from kodebenk.importing.guide_reader import ImportedGuide
    from kodebenk.importing.imported_document import SourceWarning

_DRAFT = -1
"""Id of a guide that is not in the project yet; its questions are −1, −2 …"""


@dataclass(frozen=True, slots=True)
class GuideReport:
    """What an import did: the guide, how many places are proposed for its questions, and the reader's warnings."""

    guide_id: int
    places: int
    warnings: tuple[SourceWarning, ...]


def guide_suffixes() -> tuple[str, ...]:
    """Return the endings of files that can be guides, with their dot."""
    from kodebenk.importing.guide_reader import GUIDE_SUFFIXES

    return GUIDE_SUFFIXES


def read_guide_file(path: Path) -> ImportedGuide:
    """Return the guide in a file; safe in a worker. Raises SourceUnreadable."""
    from kodebenk.importing.guide_reader import read_guide

    return read_guide(path)


def import_guide_file(project: OpenProject, path: Path, *, target_group: str = "") -> GuideReport:
    """Read a guide, find its questions and add both in one change.

    Raises:
        SourceUnreadable: the file cannot be read; nothing changed.
        RuleBroken: NAME_TAKEN for a guide of that name, target group and version.
    """
    return import_guide(project, read_guide_file(path), target_group=target_group)


def prepare_import(project: OpenProject, imported: ImportedGuide) -> GuideSearch:
    """Return what `find_places` needs to look for the questions of a guide that is not in the project yet.

    The guides of the project are looked for as well: a question belongs to the guide that fits best.
    """
    return prepare_search(project, more=[_draft_of(imported)])


def _draft_of(imported: ImportedGuide) -> Guide:
    questions = tuple(
        GuideQuestion(-number, "", _DRAFT, None, one.number, one.text)
        for number, one in enumerate(imported.questions, start=1)
    )
    return Guide(_DRAFT, "", imported.name, imported.target_group, imported.version, "", (), questions)


def import_guide(
    project: OpenProject,
    imported: ImportedGuide,
    *,
    name: str = "",
    target_group: str = "",
    search: GuideSearch | None = None,
    found: Sequence[FoundPlace] = (),
) -> GuideReport:
    """Add a guide and the places of its questions in one change.

    Themes mean the code at the top of the codebook that has their name, or has it as a synonym.

    Args:
        project: the open project.
        imported: the guide that was read.
        name: instead of the one in the file.
        target_group: instead of the one in the file.
        search: what `prepare_import` gave, when its search was done in a worker; None searches here and now.
        found: what `find_places` gave for it.

    Raises:
        RuleBroken: NAME_TAKEN for a guide of that name, target group and version.
    """
    given = replace(imported, name=name or imported.name, target_group=target_group or imported.target_group)
    _refuse_double(project, given)
    if search is None:
        search = prepare_import(project, given)
        found = find_places(search)
    texts = {text.document_id: text.text for text in search.texts}
    with project.change(ChangeName.IMPORT_GUIDE, guide=given.name) as write:
        guide_id, ids = _add(write, given)
        settled = [replace(one, question_id=ids.get(one.question_id, one.question_id)) for one in found]
        questions = {ids.get(one.id, one.id) for one in search.questions}
        write_places(write, questions, texts, settled, texts)
    own = set(ids.values())
    return GuideReport(guide_id, sum(one.question_id in own for one in settled), imported.warnings)


def _refuse_double(project: OpenProject, given: ImportedGuide) -> None:
    wanted = _identity(given.name, given.target_group, given.version)
    for one in guide_queries.guides(project):
        if _identity(one.name, one.target_group, one.version) == wanted:
            raise RuleBroken(Rule.NAME_TAKEN, kind="guide", name=guide_queries.title_of(one))


def _identity(*parts: str) -> tuple[str, ...]:
    return tuple(" ".join(part.split()).casefold() for part in parts)


def _add(write: Writer, given: ImportedGuide) -> tuple[int, Mapping[int, int]]:
    """Insert a guide; return its id, and the ids of its questions by those of the draft."""
    guide_id = guide_store.add_guide(
        write,
        name=given.name,
        target_group=given.target_group,
        version=given.version,
        file_name=given.path.name.encode("utf-8", "replace").decode("utf-8"),
        sha256=hashlib.sha256(given.content).hexdigest(),
        content=given.content,
    )
    book = codebook_store.read_codebook(write.connection)
    themes = {
        theme: guide_store.add_theme(write, guide_id, name=theme, position=position, code_id=code_meant(book, theme))
        for position, theme in enumerate(given.themes)
    }
    ids = {
        -number: guide_store.add_question(
            write,
            guide_id,
            theme_id=themes.get(one.theme),
            position=number - 1,
            number=one.number,
            text=one.text,
        )
        for number, one in enumerate(given.questions, start=1)
    }
    return guide_id, ids


def code_meant(book: Codebook, theme: str) -> int | None:
    """Return the code at the top that a theme of a guide means, by its names and synonyms, or None.

    Tried in order: the name as it stands, the same without regard to case, the other language's name, a synonym.
    """
    wanted = " ".join(theme.split())
    folded = wanted.casefold()
    for code in book.themes:
        if code.name == wanted:
            return code.id
    for names_of in (_name, _other_name, _synonyms):
        found = [code.id for code in book.themes if folded in names_of(code)]
        if found:
            return found[0]
    return None


def _name(code: Code) -> frozenset[str]:
    return frozenset({code.name.casefold()})


def _other_name(code: Code) -> frozenset[str]:
    return frozenset({code.name_other.casefold()})


def _synonyms(code: Code) -> frozenset[str]:
    return frozenset(one.casefold() for one in code.synonyms)


def original_of(project: OpenProject, guide_id: int) -> tuple[str, bytes]:
    """Return name and content of the file that a guide was made from."""
    return guide_store.read_original(project.connection, guide_queries.guide(project, guide_id).id)
