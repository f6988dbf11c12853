"""Samples of turns that several coders are to code: drawn by chance, with the seed kept. Each writing is one change."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from kodebenk.analysis.turn_sampling import DrawableTurn, StratumCount, count_strata, draw_turns
from kodebenk.application import coding_tasks, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coder import TurnSample
from kodebenk.domain.document import DocumentText
from kodebenk.domain.naming import check_free_name
from kodebenk.domain.passage import Passage, trim_blanks
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.transcript import SpeakerRole, Turn
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import comparison_store, task_store
from kodebenk.storage.moments import now

BY_DOCUMENT = "document"
"""Stratum of a sample that is drawn within each document."""

_HIGHEST_SEED = 9999

_SILENT = (SpeakerRole.INTERVIEWER, SpeakerRole.NOBODY)


@dataclass(frozen=True, slots=True)
class SampleWish:
    """Which turns are wanted.

    Attributes:
        share: of the turns, above 0 and up to 1; or count: how many. Exactly one of them.
        stratum: what is drawn within: empty for all turns together, `document`, or the name of an attribute of those
            who speak.
        document_ids: from which documents; None for all. Documents without turns have none to draw.
        respondents_only: leave out the turns of interviewers and of speakers who are nobody.
    """

    share: float | None = None
    count: int | None = None
    stratum: str = ""
    document_ids: Collection[int] | None = None
    respondents_only: bool = True


def suggest_seed() -> int:
    """Return a seed by chance, short enough to be written down."""
    return secrets.randbelow(_HIGHEST_SEED) + 1


def samples(project: OpenProject) -> tuple[TurnSample, ...]:
    """Return every sample, oldest first."""
    tables = {"turn_sample", "sampled_turn"}
    return project.kept("samples", tables, lambda: task_store.list_samples(project.connection))


def find_sample(project: OpenProject, name: str) -> TurnSample:
    """Return the sample of a name, exactly or without regard to case. Raises RuleBroken NOT_FOUND."""
    for fold in (str, str.casefold):
        for one in samples(project):
            if fold(one.name) == fold(name.strip()):
                return one
    raise RuleBroken(Rule.NOT_FOUND, kind="sample", name=name, candidates=[one.name for one in samples(project)])


def preview(project: OpenProject, wish: SampleWish) -> tuple[StratumCount, ...]:
    """Return how many turns each stratum has, and how many would be drawn.

    The name of a stratum is that of the document or the attribute's value, empty for those without.

    Raises:
        RuleBroken: NOT_FOUND for a document or attribute; VALUE_NOT_ALLOWED for a share or number out of range.
    """
    turns = list(_drawable(project, wish))
    return count_strata(turns, _wanted(wish, len(turns)))


def draw_sample(project: OpenProject, name: str, wish: SampleWish, seed: int) -> int:
    """Draw a sample, keep it under a name and return its id.

    Raises:
        RuleBroken: NAME_EMPTY, NAME_TAKEN, VALUE_NOT_ALLOWED, NOT_FOUND; also VALUE_NOT_ALLOWED when there is no turn.
    """
    cleaned = check_free_name("sample", name, (one.name for one in samples(project)))
    turns = list(_drawable(project, wish))
    wanted = _wanted(wish, len(turns))
    drawn = draw_turns(turns, wanted, seed)
    with project.change(ChangeName.DRAW_SAMPLE, sample=cleaned) as write:
        return task_store.add_sample(
            write,
            name=cleaned,
            share=wish.share or wanted / len(turns),
            stratum=_stratum(project, wish),
            seed=seed,
            drawn_at=now(),
            drawn_from=len(turns),
            turns=[(one, _words(project, one)) for one in drawn],
        )


def delete_sample(project: OpenProject, sample_id: int) -> None:
    """Forget a sample that neither a task nor a saved comparison uses. Raises RuleBroken NOT_FOUND, SAMPLE_IN_USE."""
    found = [one for one in samples(project) if one.id == sample_id]
    if not found:
        raise RuleBroken(Rule.NOT_FOUND, kind="sample", name=str(sample_id))
    compared = comparison_store.list_comparisons(project.connection)
    tasks = sum(one.sample_id == sample_id for one in coding_tasks.tasks(project))
    comparisons = sum(one.setup.turns_of == sample_id for one in compared)
    if tasks or comparisons:
        raise RuleBroken(Rule.SAMPLE_IN_USE, name=found[0].name, tasks=tasks, comparisons=comparisons)
    with project.change(ChangeName.DELETE_SAMPLE, sample=found[0].name) as write:
        task_store.delete_sample(write, sample_id)


def _wanted(wish: SampleWish, turns: int) -> int:
    """Return how many turns are wanted, one at least."""
    if wish.count is not None:
        if not 1 <= wish.count <= turns:
            raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="count", value=str(wish.count), allowed=[f"1–{turns}"])
        return wish.count
    if wish.share is None or not 0 < wish.share <= 1:
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="share", value=f"{wish.share or 0:g}", allowed=["0–1"])
    if not turns:
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind="share", value=f"{wish.share:g}", allowed=["0"])
    return max(1, round(wish.share * turns))


def _stratum(project: OpenProject, wish: SampleWish) -> str:
    """Return the stratum as the project writes it."""
    if wish.stratum in ("", BY_DOCUMENT):
        return wish.stratum
    known = [one.name for one in queries.attributes(project)]
    for name in known:
        if name.casefold() == wish.stratum.casefold():
            return name
    raise RuleBroken(Rule.NOT_FOUND, kind="attribute", name=wish.stratum, candidates=known)


def _drawable(project: OpenProject, wish: SampleWish) -> Iterator[DrawableTurn]:
    """Yield the turns that can be drawn, by document and place."""
    stratum = _stratum(project, wish)
    chosen = None if wish.document_ids is None else {queries.document(project, one).id for one in wish.document_ids}
    for document in queries.documents(project):
        if chosen is None or document.id in chosen:
            text = queries.text_of(project, document.id)
            for turn in text.structure.turns:
                start, end = trim_blanks(text.text, turn.body_start, turn.end)
                if start < end and not (wish.respondents_only and _is_silent(text, turn)):
                    name = document.name if stratum == BY_DOCUMENT else _value(project, text, turn, stratum)
                    yield DrawableTurn(Passage(document.id, start, end), name)


def _is_silent(text: DocumentText, turn: Turn) -> bool:
    return text.speakers_by_id[turn.speaker_id].role in _SILENT


def _value(project: OpenProject, text: DocumentText, turn: Turn, attribute: str) -> str:
    """Return the value of an attribute of who speaks, empty for none."""
    respondent_id = text.speakers_by_id[turn.speaker_id].respondent_id
    if not attribute or respondent_id is None:
        return ""
    return queries.respondents_by_id(project)[respondent_id].attributes.get(attribute, "")


def _words(project: OpenProject, passage: Passage) -> str:
    return queries.text_of(project, passage.document_id).text[passage.start : passage.end]
