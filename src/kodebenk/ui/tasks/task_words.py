"""The states of coding tasks, and the words and icons for them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from kodebenk.application.turn_samples import BY_DOCUMENT
from kodebenk.domain.coder import CodingTask, TurnSample
from kodebenk.ui.material.material_words import attribute_title
from kodebenk.ui.number_words import number_words
from kodebenk.ui.reading.coding_words import day_words


class TaskState(StrEnum):
    """What a coder has to do with a source."""

    NONE = "none"
    ASSIGNED = "assigned"
    BLIND = "blind"
    UNBLINDED = "unblinded"
    FINISHED = "finished"


STATE_ICONS: dict[TaskState, tuple[str, str]] = {
    TaskState.ASSIGNED: ("highlighter", "ink2"),
    TaskState.BLIND: ("eye-off", "ink"),
    TaskState.UNBLINDED: ("eye", "ink2"),
    TaskState.FINISHED: ("circle-check", "ok"),
}
"""Icon and colour role of each state but the first, in the order of the legend."""


def state_of(task: CodingTask | None) -> TaskState:
    """Return the state of a task; None is no task."""
    if task is None:
        return TaskState.NONE
    if task.is_finished:
        return TaskState.FINISHED
    if task.hides:
        return TaskState.BLIND
    return TaskState.UNBLINDED if task.blind else TaskState.ASSIGNED


def state_name(state: TaskState) -> str:
    """Return what a state is called, as in the legend."""
    translate = QCoreApplication.translate
    return {
        TaskState.NONE: translate("TaskWords", "Not assigned"),
        TaskState.ASSIGNED: translate("TaskWords", "Assigned"),
        TaskState.BLIND: translate("TaskWords", "Codes blind"),
        TaskState.UNBLINDED: translate("TaskWords", "No longer blind"),
        TaskState.FINISHED: translate("TaskWords", "Finished"),
    }[state]


def task_words(task: CodingTask | None) -> str:
    """Return the state of a task with the day since when: "Finished 12 May"."""
    state, since = state_of(task), since_words(task)
    if not since:
        return state_name(state)
    return QCoreApplication.translate("TaskWords", "{state} {day}").format(state=state_name(state), day=since)


def since_words(task: CodingTask | None) -> str:
    """Return the day since when a task is finished or no longer blind; empty for other states."""
    state = state_of(task)
    if task is None or state not in {TaskState.FINISHED, TaskState.UNBLINDED}:
        return ""
    return day_words(task.finished_at if state is TaskState.FINISHED else task.unblinded_at)


def material_words(task: CodingTask, sample: TurnSample | None) -> str:
    """Return what of the source is to be coded: a sample, marked units; empty for the whole source."""
    translate = QCoreApplication.translate
    parts = [sample.name] if sample is not None else []
    if task.units:
        one, many = translate("TaskWords", "1 unit marked"), translate("TaskWords", "{count} units marked")
        parts.append(one if len(task.units) == 1 else many.format(count=number_words(len(task.units))))
    return " · ".join(parts)


def stratum_words(stratum: str) -> str:
    """Return within what a sample was drawn."""
    translate = QCoreApplication.translate
    if not stratum:
        return translate("TaskWords", "from all turns together")
    if stratum == BY_DOCUMENT:
        return translate("TaskWords", "within each source")
    return translate("TaskWords", "within the groups of {attribute}").format(attribute=attribute_title(stratum))


def sample_facts(sample: TurnSample) -> str:
    """Return "42 of 210 turns (20 %), within each source, seed 4711, drawn 12 May"."""
    translate = QCoreApplication.translate
    facts = translate("TaskWords", "{drawn} of {all} turns ({share}), {stratum}, seed {seed}, drawn {day}")
    return facts.format(
        drawn=number_words(len(sample.turns)),
        all=number_words(sample.drawn_from),
        share=share_words(len(sample.turns), sample.drawn_from),
        stratum=stratum_words(sample.stratum),
        seed=sample.seed,
        day=day_words(sample.drawn_at),
    )


def share_words(part: int, whole: int) -> str:
    """Return a share as whole percent in the language's way of writing."""
    number = round(100 * part / whole) if whole else 0
    return QCoreApplication.translate("TaskWords", "{number}%").format(number=number)


def round_name(number: int) -> str:
    return QCoreApplication.translate("TaskWords", "Round {number}").format(number=number)


def source_count(count: int) -> str:
    translate = QCoreApplication.translate
    if count == 1:
        return translate("TaskWords", "1 source")
    return translate("TaskWords", "{count} sources").format(count=number_words(count))


def progress_words(coded: int, whole: int, *, units: bool) -> str:
    """Return "12 of 40 turns coded", or the same of units."""
    translate = QCoreApplication.translate
    if units:
        words = translate("TaskWords", "{coded} of {all} units coded")
    else:
        words = translate("TaskWords", "{coded} of {all} turns coded")
    return words.format(coded=number_words(coded), all=number_words(whole))
