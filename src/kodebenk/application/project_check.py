"""Whether a project is sound, and mending what can be mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kodebenk.application import queries
from kodebenk.application.backup_actions import KeptBackup, backups_of
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import seen_of, sight_of
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.voice import Voice
from kodebenk.errors import ProjectFileError, ProjectFileProblem
from kodebenk.storage import coding_store, integrity, voice_store

Problem = integrity.Problem


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What the checks found that the one who works may know of, and the backups that there are, newest first.

    `unplaced` counts the codings that corrected texts left without a place, `unplaced_voices` the marked voices: the
    project is sound, and they wait to be settled.
    """

    problems: tuple[Problem, ...]
    backups: tuple[KeptBackup, ...]
    repaired: int = 0
    unplaced: int = 0
    unplaced_voices: int = 0

    @property
    def ok(self) -> bool:
        return not self.problems


def make_sure_readable(project: OpenProject) -> None:
    """Read what every window shows first; it is kept, so reading it later costs nothing.

    SQLite finds a file sound whose pages hold together, whatever stands in them.

    Raises:
        ProjectFileError: DAMAGED.
    """
    try:
        for read in (queries.documents, queries.respondents, queries.codebook, queries.coders):
            read(project)
    except (ValueError, KeyError, TypeError, IndexError) as error:  # such as a role that there is none of
        raise ProjectFileError(ProjectFileProblem.DAMAGED, project.path, detail=type(error).__name__) from error


def check_project(project: OpenProject, *, repair: bool = False) -> CheckReport:
    """Check file, schema, references, texts and quotes; with `repair` mend first what can be mended.

    Repairs are one change that can be undone.
    """
    repaired = repair_project(project) if repair else 0
    return CheckReport(
        tuple(_seen(project, integrity.find_problems(project.connection))),
        tuple(backups_of(project.path)),
        repaired,
        len(coding_store.list_unplaced(project.connection, sight=sight_of(project))),
        len(_unplaced_voices(project)),
    )


def _seen(project: OpenProject, problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what is wrong with codings that are hidden from the one who works."""
    found = list(problems)
    sight = sight_of(project)
    if not sight.is_blind or not any("coding" in one.fields for one in found):
        return found
    everything = coding_store.list_codings(project.connection, with_unplaced=True)
    hidden = {str(one.id) for one in everything} - {str(one.id) for one in seen_of(sight, everything)}
    return [one for one in found if one.fields.get("coding") not in hidden]


def repair_project(project: OpenProject) -> int:
    """Mend in one change what can be mended without losing anything, and return how many rows that were."""
    with project.change(ChangeName.REPAIR) as write:
        return integrity.repair(write)


def misplaced_codings(project: OpenProject) -> list[Problem]:
    """Return the codings without a place, as `unplaced_actions.list_unplaced` lists them; asked at every opening.

    They are those whose quote does not stand in its place, and those that a corrected text left unplaced; hidden ones
    are not among them.
    """
    quotes = _seen(project, integrity.check_quotes(project.connection))
    misplaced = [one for one in quotes if one.kind == "quote_not_in_place"]
    unplaced = [
        Problem("coding_unplaced", {"coding": str(one.id), "document": str(one.passage.document_id)})
        for one in coding_store.list_unplaced(project.connection, sight=sight_of(project))
    ]
    return misplaced + unplaced


def count_misplaced_voices(project: OpenProject) -> int:
    """Return how many marked voices have no place, as `unplaced_actions.list_unplaced_voices` lists them."""
    misplaced = sum(1 for _ in integrity.check_voices(project.connection))
    return misplaced + len(_unplaced_voices(project))


def _unplaced_voices(project: OpenProject) -> list[Voice]:
    return [one for one in voice_store.list_voices(project.connection) if one.unplaced]
