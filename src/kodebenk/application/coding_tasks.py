"""Who codes what, blind or not, in which round. Each function that writes is one change.

As long as a blind task is neither finished nor unblinded, its coder sees nothing of others in the document (`sight`).
What ends that is recorded in the task and in the history, and cannot be undone: what was seen cannot be unseen. Nor
can somebody undo that they were given a blind task; they can withdraw it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from kodebenk.application import queries
from kodebenk.application.coding_actions import coder_id_of
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import refuse_blind
from kodebenk.domain.coder import CodingTask, TurnSample
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import property_store, task_store
from kodebenk.storage.moments import now

REOPENED = "reopened"
"""Why a blind task that was finished and opened again hides nothing: its coder has seen what the others did."""

_TASK_TABLES = {"coding_task", "task_unit"}


def tasks(project: OpenProject) -> tuple[CodingTask, ...]:
    """Return every task, oldest first."""
    return project.kept("tasks", _TASK_TABLES, lambda: task_store.list_tasks(project.connection))


def task(project: OpenProject, task_id: int) -> CodingTask:
    """Return a task. Raises RuleBroken NOT_FOUND."""
    for one in tasks(project):
        if one.id == task_id:
            return one
    raise RuleBroken(Rule.NOT_FOUND, kind="task", name=str(task_id))


def task_of(project: OpenProject, document_id: int, coder_id: int | None = None) -> CodingTask | None:
    """Return the newest task of a coder, or of the one who works, in a document; None where they have none."""
    if coder_id is None:
        who = queries.find_coder(project, project.reader_name)
        coder_id = who.id if who else 0
    found = [one for one in tasks(project) if (one.document_id, one.coder_id) == (document_id, coder_id)]
    return max(found, key=lambda one: one.round, default=None)


def finished(project: OpenProject) -> Mapping[tuple[int, int], CodingTask]:
    """Return the tasks that are finished, by document and coder; the newest of several rounds."""
    ordered = sorted(tasks(project), key=lambda one: one.round)
    return {(one.document_id, one.coder_id): one for one in ordered if one.is_finished}


def assign(
    project: OpenProject,
    document_ids: Sequence[int],
    coder_name: str,
    *,
    blind: bool = True,
    units_of: int | None = None,
    sample_id: int | None = None,
    round_number: int | None = None,
) -> list[int]:
    """Give somebody documents to code, and return the ids of the tasks, in the order of the documents.

    A task that they have in that document and round already stays as it is.

    Args:
        project: the project.
        document_ids: what is to be coded.
        coder_name: by whom; added when new.
        blind: they see nothing of others there until they have finished.
        units_of: a coder whose passages they are to code, without seeing their codes; each passage once.
        sample_id: only these turns of it are to be coded; units beside them are left out.
        round_number: of the coding, one that has begun; the present round with None.

    Raises:
        RuleBroken: NOT_FOUND for a document or sample; NAME_EMPTY; NAME_TAKEN by a layer of agreed codings;
            VALUE_NOT_ALLOWED for a round to come; STILL_BLIND where units are hidden from the one who works.
    """
    known = queries.find_coder(project, coder_name)
    name = known.name if known else " ".join(coder_name.split())
    names = {one: queries.document(project, one).name for one in document_ids}
    sample = _sample(project, sample_id)
    if units_of is not None:
        refuse_blind(project, document_ids)
    number = _round(project, round_number)
    details = {"coder": name, "count": str(len(names)), "documents": ", ".join(names.values())}
    with project.change(ChangeName.ASSIGN_CODING, **details) as write:
        coder_id = coder_id_of(write, name)
        there = {one.document_id: one.id for one in tasks(project) if (one.coder_id, one.round) == (coder_id, number)}
        assigned = []
        for document_id in names:
            units = () if units_of is None else _units(project, document_id, units_of, sample)
            assigned.append(
                there.get(document_id)
                or task_store.add_task(
                    write,
                    document_id=document_id,
                    coder_id=coder_id,
                    round_number=number,
                    blind=blind,
                    sample_id=sample_id,
                    assigned_at=now(),
                    units=units,
                )
            )
        return assigned


def _round(project: OpenProject, wanted: int | None) -> int:
    """Return the round of a task; one that has not begun would hide what its coder codes now."""
    latest = queries.current_round(project)
    if wanted is not None and not 1 <= wanted <= latest:
        allowed = [str(one) for one in range(1, latest + 1)]
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="round", value=str(wanted), allowed=allowed)
    return wanted or latest


def _sample(project: OpenProject, sample_id: int | None) -> TurnSample | None:
    if sample_id is None:
        return None
    for one in task_store.list_samples(project.connection):
        if one.id == sample_id:
            return one
    raise RuleBroken(Rule.NOT_FOUND, kind="sample", name=str(sample_id))


def _units(
    project: OpenProject, document_id: int, coder_id: int, sample: TurnSample | None
) -> list[tuple[Passage, str]]:
    """Return the passages that a coder coded, each once, by place, with their words."""
    codings = queries.codings(project, document_id=document_id, coder_ids=[coder_id])
    passages = sorted({one.passage for one in codings})
    if sample is not None:
        passages = [one for one in passages if any(one.overlaps(turn) for turn in sample.turns)]
    text = queries.text_of(project, document_id).text
    return [(one, text[one.start : one.end]) for one in passages]


def withdraw(project: OpenProject, task_ids: Collection[int]) -> None:
    """Take tasks back; their coders' codings stay. Raises RuleBroken NOT_FOUND."""
    found = [task(project, one) for one in task_ids]
    with project.change(ChangeName.WITHDRAW_TASK, **_names(project, found)) as write:
        for one in found:
            task_store.delete_task(write, one.id)


def finish(project: OpenProject, task_ids: Collection[int]) -> None:
    """Say that tasks are done; from now on their coders see what the others did. Raises RuleBroken NOT_FOUND."""
    found = [one for one in (task(project, each) for each in task_ids) if not one.is_finished]
    with project.change(ChangeName.FINISH_TASK, **_names(project, found)) as write:
        for one in found:
            task_store.update_task(write, one.id, finished_at=now())


def reopen(project: OpenProject, task_id: int) -> None:
    """Say that a finished task is not done after all. Its coder has seen the others' work, and goes on seeing it.

    Raises:
        RuleBroken: NOT_FOUND.
    """
    one = task(project, task_id)
    if not one.is_finished:
        return
    values = {"finished_at": ""}
    if one.blind and not one.unblinded_at:
        values |= {"unblinded_at": now(), "unblinded_because": REOPENED}
    with project.change(ChangeName.REOPEN_TASK, **_names(project, [one])) as write:
        task_store.update_task(write, task_id, **values)


def unblind(project: OpenProject, task_ids: Collection[int], reason: str) -> None:
    """Let coders see the others' work before they have finished; why is recorded.

    Raises:
        RuleBroken: NOT_FOUND; REASON_MISSING.
    """
    because = " ".join(reason.split())
    if not because:
        raise RuleBroken(Rule.REASON_MISSING)
    found = [one for one in (task(project, each) for each in task_ids) if one.hides]
    with project.change(ChangeName.UNBLIND, **_names(project, found), reason=because) as write:
        for one in found:
            task_store.update_task(write, one.id, unblinded_at=now(), unblinded_because=because)


def _names(project: OpenProject, found: Iterable[CodingTask]) -> dict[str, str]:
    listed = tuple(found)
    coders = {one.id: one.name for one in queries.coders(project)}
    documents = {one.id: one.name for one in queries.documents(project)}
    return {
        "coder": ", ".join(dict.fromkeys(coders[one.coder_id] for one in listed)),
        "document": ", ".join(dict.fromkeys(documents[one.document_id] for one in listed)),
    }


def current_round(project: OpenProject) -> int:
    """Return the number of the round that new codings belong to, from 1."""
    return queries.current_round(project)


def start_round(project: OpenProject) -> int:
    """Begin the next round and return its number: the same words can be coded with the same codes once more."""
    number = queries.current_round(project) + 1
    with project.change(ChangeName.START_ROUND, round=str(number)) as write:
        property_store.set_value(write, queries.ROUND, str(number))
    return number
