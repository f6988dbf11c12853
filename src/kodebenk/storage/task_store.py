"""Reads and writes who is to code what, and samples of turns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from kodebenk.domain.coder import CodingTask, TurnSample
from kodebenk.domain.passage import Passage
from kodebenk.storage.identity import new_guid
from kodebenk.storage.tables import coding_task, sampled_turn, task_unit, turn_sample
from kodebenk.storage.writer import Writer


def list_tasks(connection: Connection) -> tuple[CodingTask, ...]:
    """Return every task, oldest first; units that a corrected text left without a place are not among its units."""
    rows = connection.execute(select(coding_task).order_by(coding_task.c.id)).all()
    units = _units_by_task(connection, {row.id: row.document_id for row in rows}) if rows else {}
    return tuple(_task_from(row, tuple(units.get(row.id, ()))) for row in rows)


def _units_by_task(connection: Connection, documents: Mapping[int, int]) -> Mapping[int, list[Passage]]:
    found: dict[int, list[Passage]] = defaultdict(list)
    columns = task_unit.c
    query = select(columns.task_id, columns.start, columns.end).where(columns.unplaced == "")
    for task_id, start, end in connection.execute(query.order_by(columns.start, columns.end, columns.id)):
        found[task_id].append(Passage(documents[task_id], start, end))
    return found


def _task_from(row: Any, units: tuple[Passage, ...]) -> CodingTask:
    return CodingTask(
        id=row.id,
        guid=row.guid,
        document_id=row.document_id,
        coder_id=row.coder_id,
        round=row.round,
        blind=row.blind,
        sample_id=row.sample_id,
        assigned_at=row.assigned_at,
        finished_at=row.finished_at,
        unblinded_at=row.unblinded_at,
        unblinded_because=row.unblinded_because,
        units=units,
    )


def add_task(
    writer: Writer,
    *,
    document_id: int,
    coder_id: int,
    round_number: int,
    blind: bool,
    sample_id: int | None,
    assigned_at: str,
    units: Iterable[tuple[Passage, str]] = (),
) -> int:
    """Insert a task with its units, each with its words, and return its id."""
    task_id = writer.insert(
        coding_task,
        guid=new_guid(),
        document_id=document_id,
        coder_id=coder_id,
        round=round_number,
        blind=blind,
        sample_id=sample_id,
        assigned_at=assigned_at,
    )
    for passage, quote in units:
        writer.insert(task_unit, task_id=task_id, start=passage.start, end=passage.end, quote=quote)
    return task_id


def update_task(writer: Writer, task_id: int, **values: Any) -> bool:
    """Set columns of a task; return whether anything became different."""
    return writer.update(coding_task, task_id, **values)


def delete_task(writer: Writer, task_id: int) -> None:
    """Delete a task with its units."""
    writer.delete_where(task_unit, task_unit.c.task_id == task_id)
    writer.delete(coding_task, task_id)


def forget_document(writer: Writer, document_id: int) -> None:
    """Delete the tasks in a document with their units, and take its turns out of the samples."""
    query = select(coding_task.c.id).where(coding_task.c.document_id == document_id)
    for task_id in writer.connection.execute(query).scalars().all():
        delete_task(writer, task_id)
    writer.delete_where(sampled_turn, sampled_turn.c.document_id == document_id)


def list_samples(connection: Connection) -> tuple[TurnSample, ...]:
    """Return every sample, oldest first."""
    rows = connection.execute(select(turn_sample).order_by(turn_sample.c.id)).all()
    turns: dict[int, list[Passage]] = defaultdict(list)
    if rows:
        columns = sampled_turn.c
        query = select(columns.sample_id, columns.document_id, columns.start, columns.end)
        query = query.where(columns.unplaced == "")
        for sample_id, *place in connection.execute(query.order_by(columns.document_id, columns.start, columns.id)):
            turns[sample_id].append(Passage(*place))
    return tuple(_sample_from(row, tuple(turns[row.id])) for row in rows)


def _sample_from(row: Any, turns: tuple[Passage, ...]) -> TurnSample:
    return TurnSample(
        id=row.id,
        guid=row.guid,
        name=row.name,
        share=row.share,
        stratum=row.stratum,
        seed=row.seed,
        drawn_at=row.drawn_at,
        drawn_from=row.drawn_from,
        turns=turns,
    )


def add_sample(
    writer: Writer,
    *,
    name: str,
    share: float,
    stratum: str,
    seed: int,
    drawn_at: str,
    drawn_from: int,
    turns: Iterable[tuple[Passage, str]],
) -> int:
    """Insert a sample with its turns, each with its words, and return its id."""
    sample_id = writer.insert(
        turn_sample,
        guid=new_guid(),
        name=name,
        share=share,
        stratum=stratum,
        seed=seed,
        drawn_at=drawn_at,
        drawn_from=drawn_from,
    )
    for passage, quote in turns:
        writer.insert(
            sampled_turn,
            sample_id=sample_id,
            document_id=passage.document_id,
            start=passage.start,
            end=passage.end,
            quote=quote,
        )
    return sample_id


def delete_sample(writer: Writer, sample_id: int) -> None:
    """Delete a sample with its turns; no task may use it."""
    writer.delete_where(sampled_turn, sampled_turn.c.sample_id == sample_id)
    writer.delete(turn_sample, sample_id)
