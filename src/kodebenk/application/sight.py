"""What the one who works on a project may see of the codings in it, and of what was written on them.

Reading functions ask here, so that neither a window nor a command has to think of it. What writes (corrections of a
text, merges, deletions) reads everything, and tells nothing of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from kodebenk.domain.coder import Coder, Sight
from kodebenk.domain.coding import Coding
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coder_store, document_store, task_store
from kodebenk.storage.reader import ReadConnection

if TYPE_CHECKING:
    from kodebenk.application.open_project import OpenProject

SIGHT_TABLES = {"coder", "coding_task"}
"""What sight follows from; whatever is kept of a project and depends on sight names them too."""


def sight_of(project: OpenProject) -> Sight:
    """Return what the one who works may see: all but what their blind tasks hide.

    Somebody who is no coder of the project, and a reader of whom nobody said who it is, see what everybody may see.
    """
    return project.kept("sight", SIGHT_TABLES, lambda: sight_in(project.connection, project.reader_name))


def common_sight(project: OpenProject) -> Sight:
    """Return what everybody may see: nothing at all in documents that somebody is to code blind."""
    return project.kept("common sight", SIGHT_TABLES, lambda: sight_in(project.connection, ""))


def sight_in(connection: ReadConnection, coder_name: str) -> Sight:
    """Return what the coder of a name may see, read on a connection of its own; for worker threads.

    An empty name, or one of no person in the project, gives what everybody may see.
    """
    coders = coder_store.list_coders(connection)
    who = coder_named([one for one in coders if one.is_person], coder_name)
    hidden: dict[int, int] = {}
    for task in task_store.list_tasks(connection):
        if task.hides and (who is None or task.coder_id == who.id):
            hidden[task.document_id] = max(task.round, hidden.get(task.document_id, 0))
    return Sight(
        coder_id=who.id if who else None,
        hidden=hidden,
        layers=frozenset(one.id for one in coders if not one.is_person),
    )


def seen_of(sight: Sight, codings: Iterable[Coding]) -> list[Coding]:
    """Return the codings that may be seen, of the layers too."""
    return [one for one in codings if sight.sees(one.passage.document_id, one.coder_id, one.round)]


def coder_named(coders: Iterable[Coder], name: str) -> Coder | None:
    """Return the coder of that name, exactly or without regard to case, or None."""
    known = tuple(coders)
    for fold in (str, str.casefold):
        for one in known:
            if fold(one.name) == fold(name.strip()):
                return one
    return None


def refuse_blind(project: OpenProject, document_ids: Collection[int] | None = None) -> None:
    """Make sure that nothing of the documents, or of all with None, is hidden from the one who works.

    Raises:
        RuleBroken: STILL_BLIND, with the coder, empty for nobody in particular, and the names of the documents.
    """
    _refuse(project.connection, sight_of(project), project.reader_name, document_ids)


def refuse_blind_reader(
    connection: ReadConnection, coder_name: str, document_ids: Collection[int] | None = None
) -> None:
    """Make sure of the same for the coder of a name, on a connection of its own. Raises as `refuse_blind` does."""
    _refuse(connection, sight_in(connection, coder_name), coder_name, document_ids)


def _refuse(connection: ReadConnection, sight: Sight, coder_name: str, document_ids: Collection[int] | None) -> None:
    if not sight.is_blind:
        return
    wanted = sight.hidden.keys() if document_ids is None else sight.hidden.keys() & set(document_ids)
    names = [one.name for one in document_store.list_documents(connection) if one.id in wanted]
    if names:
        who = "" if sight.coder_id is None else coder_name
        raise RuleBroken(Rule.STILL_BLIND, coder=who, documents=names)
