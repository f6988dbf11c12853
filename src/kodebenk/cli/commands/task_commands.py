"""`tasks`, `sample`."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from kodebenk.application import coding_tasks, queries, turn_samples
from kodebenk.application.open_project import OpenProject
from kodebenk.application.turn_samples import SampleWish
from kodebenk.cli.output import CommandResult, join_blocks, local_time, table
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import Language, Text, message
from kodebenk.domain.coder import CodingTask, TurnSample
from kodebenk.errors import Rule, RuleBroken

_STATES = {
    "open": Text("gitt", "assigned"),
    "blind": Text("blind", "blind"),
    "unblinded": Text("ikke blind lenger", "no longer blind"),
    "finished": Text("ferdig", "finished"),
}
_ROUND = Text("Koderunde {round}", "Coding round {round}")
_ASSIGNED = Text("Ga {count} kodeoppdrag.", "Gave {count} tasks.", "Ga 1 kodeoppdrag.", "Gave 1 task.")
_CHANGED = Text("Endret {count} kodeoppdrag.", "Changed {count} tasks.", "Endret 1 kodeoppdrag.", "Changed 1 task.")
_DRAWN = Text(
    "Trakk {drawn} av {of} turer til «{sample}» med frø {seed}.",
    "Drew {drawn} of {of} turns for “{sample}” with seed {seed}.",
)
_WOULD_DRAW = Text("Ville trekke {drawn} av {of} turer.", "Would draw {drawn} of {of} turns.")
_DELETED = Text("Slettet «{sample}».", "Deleted “{sample}”.")


def show_tasks(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """List tasks; or assign, finish, reopen, unblind or withdraw some, or begin a round, and list what there is."""
    change = _change_of_tasks(arguments)
    if change is None:
        with reading(arguments, language) as project:
            return _listed_tasks(project, language)
    with changing(arguments, language) as project:
        said = change(project, arguments, language)
        return _listed_tasks(project, language, said)


_Change = Callable[[OpenProject, argparse.Namespace, Language], str]


def _change_of_tasks(arguments: argparse.Namespace) -> _Change | None:
    for is_wanted, change in (
        (arguments.assign, _assign),
        (arguments.new_round, _start_round),
        (arguments.finish or arguments.reopen or arguments.unblind or arguments.withdraw, _change_tasks),
    ):
        if is_wanted:
            return change
    return None


def _assign(project: OpenProject, arguments: argparse.Namespace, language: Language) -> str:
    before = {one.id for one in coding_tasks.tasks(project)}
    units_of = _coder_id(project, arguments.units_of) if arguments.units_of else None
    sample_id = turn_samples.find_sample(project, arguments.sample).id if arguments.sample else None
    given = coding_tasks.assign(
        project,
        _documents(project, arguments),
        arguments.assign,
        blind=not arguments.not_blind,
        units_of=units_of,
        sample_id=sample_id,
    )
    return _ASSIGNED.say(language, count=len(set(given) - before))


def _start_round(project: OpenProject, _arguments: argparse.Namespace, _language: Language) -> str:
    coding_tasks.start_round(project)
    return ""


def _change_tasks(project: OpenProject, arguments: argparse.Namespace, language: Language) -> str:
    """Change the newest tasks of a coder in the documents named."""
    name = arguments.finish or arguments.reopen or arguments.unblind or arguments.withdraw
    coder_id = _coder_id(project, name)
    found = [coding_tasks.task_of(project, one, coder_id) for one in _documents(project, arguments)]
    ids = [one.id for one in found if one is not None]
    if not ids:
        raise RuleBroken(Rule.NOT_FOUND, kind="task", name=name)
    if arguments.finish:
        coding_tasks.finish(project, ids)
    elif arguments.unblind:
        coding_tasks.unblind(project, ids, arguments.because)
    elif arguments.withdraw:
        coding_tasks.withdraw(project, ids)
    else:
        for one in ids:
            coding_tasks.reopen(project, one)
    return _CHANGED.say(language, count=len(ids))


def _coder_id(project: OpenProject, name: str) -> int:
    known = queries.find_coder(project, name)
    if known is None or not known.is_person:
        people = [one.name for one in queries.people(project)]
        raise RuleBroken(Rule.NOT_FOUND, kind="coder", name=name, candidates=people)
    return known.id


def _documents(project: OpenProject, arguments: argparse.Namespace) -> list[int]:
    if arguments.documents:
        return [queries.find_document(project, one).id for one in arguments.documents]
    return [one.id for one in queries.documents(project)]


def _listed_tasks(project: OpenProject, language: Language, said: str = "") -> CommandResult:
    number = coding_tasks.current_round(project)
    tasks = coding_tasks.tasks(project)
    coders = {one.id: one.name for one in queries.coders(project)}
    documents = {one.id: one.name for one in queries.documents(project)}
    samples = {one.id: one.name for one in turn_samples.samples(project)}
    shown = [
        {
            "coder": coders[one.coder_id],
            "document": documents[one.document_id],
            "round": one.round,
            "state": _state(one),
            "blind": one.blind,
            "sample": samples[one.sample_id] if one.sample_id is not None else None,
            "units": len(one.units),
            "assigned_at": one.assigned_at,
            "finished_at": one.finished_at,
            "unblinded_at": one.unblinded_at,
            "unblinded_because": one.unblinded_because,
        }
        for one in tasks
    ]
    rows = [
        (
            coders[one.coder_id],
            documents[one.document_id],
            one.round,
            _STATES[_state(one)].say(language),
            samples.get(one.sample_id or 0, ""),
            len(one.units) or None,
            local_time(one.finished_at or one.unblinded_at or one.assigned_at),
            one.unblinded_because,
        )
        for one in tasks
    ]
    columns = ("coder", "document", "round", "state", "sample", "units", "at", "reason")
    listed = table(columns, rows, language) if rows else message("empty", language)
    return CommandResult(
        {"round": number, "tasks": shown}, join_blocks(said, _ROUND.say(language, round=number), listed)
    )


def _state(task: CodingTask) -> str:
    if task.is_finished:
        return "finished"
    if task.hides:
        return "blind"
    return "unblinded" if task.blind else "open"


def show_samples(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """List samples of turns; or draw one, count what would be drawn, or forget one."""
    if arguments.draw and not arguments.dry_run:
        with changing(arguments, language) as project:
            return _draw(project, arguments, language)
    if arguments.delete:
        with changing(arguments, language) as project:
            one = turn_samples.find_sample(project, arguments.delete)
            turn_samples.delete_sample(project, one.id)
            return _listed_samples(project, language, _DELETED.say(language, sample=one.name))
    with reading(arguments, language) as project:
        return _count(project, arguments, language) if arguments.draw else _listed_samples(project, language)


def _wish(project: OpenProject, arguments: argparse.Namespace) -> SampleWish:
    return SampleWish(
        share=arguments.share,
        count=arguments.count,
        stratum=arguments.within,
        document_ids=_documents(project, arguments) if arguments.documents else None,
        respondents_only=not arguments.all_speakers,
    )


def _draw(project: OpenProject, arguments: argparse.Namespace, language: Language) -> CommandResult:
    seed = turn_samples.suggest_seed() if arguments.seed is None else arguments.seed
    sample_id = turn_samples.draw_sample(project, arguments.draw, _wish(project, arguments), seed)
    drawn = next(one for one in turn_samples.samples(project) if one.id == sample_id)
    told = {"drawn": len(drawn.turns), "of": drawn.drawn_from, "sample": drawn.name, "seed": seed}
    return _listed_samples(project, language, _DRAWN.say(language, **told))


def _count(project: OpenProject, arguments: argparse.Namespace, language: Language) -> CommandResult:
    strata = turn_samples.preview(project, _wish(project, arguments))
    shown = [{"stratum": one.stratum, "turns": one.turns, "drawn": one.drawn} for one in strata]
    drawn, turns = sum(one.drawn for one in strata), sum(one.turns for one in strata)
    listed = table(("stratum", "turns", "drawn"), [(one.stratum, one.turns, one.drawn) for one in strata], language)
    return CommandResult({"strata": shown}, join_blocks(_WOULD_DRAW.say(language, drawn=drawn, of=turns), listed))


def _listed_samples(project: OpenProject, language: Language, said: str = "") -> CommandResult:
    found = turn_samples.samples(project)
    rows = [
        (one.name, len(one.turns), one.drawn_from, one.stratum, one.seed, local_time(one.drawn_at)) for one in found
    ]
    columns = ("sample", "drawn", "turns", "stratum", "seed", "at")
    listed = table(columns, rows, language) if rows else message("empty", language)
    return CommandResult({"samples": [_sample(project, one) for one in found]}, join_blocks(said, listed))


def _sample(project: OpenProject, one: TurnSample) -> dict[str, object]:
    documents = {each.id: each.name for each in queries.documents(project)}
    turns: Sequence[dict[str, object]] = [
        {
            "document": documents[turn.document_id],
            "start": turn.start,
            "end": turn.end,
            "citation": queries.cite_passage(project, turn.document_id, turn.start, turn.end),
        }
        for turn in one.turns
    ]
    return {
        "name": one.name,
        "share": one.share,
        "within": one.stratum,
        "seed": one.seed,
        "drawn_at": one.drawn_at,
        "drawn_from": one.drawn_from,
        "turns": turns,
    }
