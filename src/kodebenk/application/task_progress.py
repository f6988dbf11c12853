"""How far the one who works has come with what they are to code in a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kodebenk.analysis.coded_places import coded_places
from kodebenk.application import coding_tasks, turn_samples
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import sight_of
from kodebenk.domain.coder import CodingTask, TurnSample
from kodebenk.domain.passage import Passage
from kodebenk.storage import coding_store


@dataclass(frozen=True, slots=True)
class TaskProgress:
    """A coding task of one document, and what of it is done.

    Attributes:
        sample: whose turns are to be coded; None for the whole document.
        turns: those of the sample that stand in the document, in order.
        units: passages marked to be coded, in order; those outside of the sample left out.
        turn_coded, unit_coded: of each of them, whether the coder has coded it in the round of the task.
    """

    task: CodingTask
    sample: TurnSample | None = None
    turns: tuple[Passage, ...] = ()
    units: tuple[Passage, ...] = ()
    turn_coded: tuple[bool, ...] = ()
    unit_coded: tuple[bool, ...] = ()

    @property
    def places(self) -> tuple[Passage, ...]:
        """What is coded one by one: the units, else the turns; empty where the coder finds their own passages."""
        return self.units or self.turns

    @property
    def place_coded(self) -> tuple[bool, ...]:
        return self.unit_coded if self.units else self.turn_coded


def task_progress(project: OpenProject, document_id: int) -> TaskProgress | None:
    """Return the task in a document of the one who works, None where they have none."""
    task = coding_tasks.task_of(project, document_id)
    if task is None:
        return None
    sample = next((one for one in turn_samples.samples(project) if one.id == task.sample_id), None)
    turns = tuple(one for one in sample.turns if one.document_id == document_id) if sample is not None else ()
    units = task.units if sample is None else tuple(one for one in task.units if _lies_in(one, turns))
    if not turns and not units:
        return TaskProgress(task, sample)
    spans = _own_spans(project, task)
    return TaskProgress(task, sample, turns, units, _coded(turns, spans), _coded(units, spans))


def _lies_in(unit: Passage, turns: Sequence[Passage]) -> bool:
    return any(turn.start < unit.end and unit.start < turn.end for turn in turns)


def _own_spans(project: OpenProject, task: CodingTask) -> list[tuple[int, int]]:
    return coding_store.list_spans(
        project.connection, task.document_id, task.coder_id, first_round=task.round, sight=sight_of(project)
    )


def _coded(places: Sequence[Passage], spans: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    return coded_places([(one.start, one.end) for one in places], spans)
