"""Questions about respondents: what belongs to them, and which groups point at one person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kodebenk.analysis.disclosure import small_groups
from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.seen_cells import seen_cells
from kodebenk.application.sight import sight_of
from kodebenk.domain.transcript import SpeakerRole


@dataclass(frozen=True, slots=True)
class SmallGroup:
    """A value of an attribute that fewer respondents share than reports should show; `labels` are theirs."""

    attribute: str
    value: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Belongings:
    """How much belongs to a respondent.

    Attributes:
        documents: in which they speak or that are theirs.
        turns: that they speak.
        codings: of their words.
        cells: of matrices in which something is written about them.
    """

    documents: int
    turns: int
    codings: int
    cells: int


def small_groups_of(project: OpenProject) -> tuple[SmallGroup, ...]:
    """Return every value of an attribute that points at too few respondents, attribute by attribute."""
    people = queries.respondents(project)
    found: list[SmallGroup] = []
    for attribute in queries.attributes(project):
        values = {one.label: one.attributes.get(attribute.name, "") for one in people}
        for value, _ in small_groups(values.values()):
            labels = tuple(label for label, known in values.items() if known == value)
            found.append(SmallGroup(attribute.name, value, labels))
    return tuple(found)


def turns_by_respondent(project: OpenProject) -> Mapping[int, int]:
    """Return the number of turns that each respondent speaks."""
    turns = queries.turns_by_speaker(project)
    counts: Counter[int] = Counter()
    for speaker in queries.speakers(project):
        if speaker.respondent_id is not None:
            counts[speaker.respondent_id] += turns.get(speaker.id, 0)
    return counts


def belongings_of(project: OpenProject, respondent_id: int) -> Belongings:
    """Return how much belongs to a respondent, and would move when they are merged into another."""
    cells = seen_cells(project.connection, sight_of(project))
    return Belongings(
        documents=len(queries.documents_of_respondents(project).get(respondent_id, ())),
        turns=turns_by_respondent(project).get(respondent_id, 0),
        codings=queries.codings_by_respondent(project).get(respondent_id, 0),
        cells=sum(key.respondent_id == respondent_id for key in cells),
    )


def unresolved_speakers(project: OpenProject) -> Mapping[int, int]:
    """Return the number of speakers that nobody has settled yet, by document id; documents without are absent."""
    return Counter(one.document_id for one in queries.speakers(project) if one.role is SpeakerRole.UNRESOLVED)


def first_words_of(project: OpenProject, respondent_id: int, document_id: int) -> tuple[int, int]:
    """Return the first turn of a respondent in a document as `[start, end)`, or `(0, 0)` where they have none."""
    text = queries.text_of(project, document_id)
    theirs = {one.id for one in text.speakers if one.respondent_id == respondent_id}
    for turn in text.structure.turns:
        if turn.speaker_id in theirs:
            return turn.body_start, turn.end
    return 0, 0
