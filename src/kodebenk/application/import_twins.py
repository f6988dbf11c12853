"""Finds, among sources to be added, those that are in the project already or nearly are, or are chosen twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kodebenk.analysis.near_duplicates import Fingerprint, find_nearest, take_fingerprint
from kodebenk.application.import_actions import SourceDraft
from kodebenk.errors import Cancelled
from kodebenk.storage import document_store, respondent_store
from kodebenk.storage.reader import ReadConnection, open_reader


@dataclass(frozen=True, slots=True)
class KnownText:
    """A text to compare with; `label` is what citations of its document say, such as R4 or D1."""

    name: str
    label: str
    sha256: str
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True)
class Twin:
    """What a source is like.

    Attributes:
        name: of the document or the other file.
        label: of the document as citations say it; empty for files.
        percent: how much of the texts agrees, 90 to 100.
        is_same_file: the very same file.
        in_project: a document of the project, not another file of the same import.
    """

    name: str
    label: str
    percent: int
    is_same_file: bool
    in_project: bool


def read_known_texts(path: Path, is_cancelled: Callable[[], bool] = lambda: False) -> tuple[KnownText, ...]:
    """Return the texts of a project to compare with, read on a connection of its own; for worker threads.

    Raises:
        Cancelled: the user stopped.
    """
    known = []
    with open_reader(path) as connection:
        labels = _citation_labels(connection)
        for one in document_store.list_documents(connection):
            if is_cancelled():
                raise Cancelled
            words = document_store.read_words(connection, one.id)
            label = one.label or labels.get(one.id, "")
            known.append(KnownText(one.name, label, one.sha256, take_fingerprint(words)))
    return tuple(known)


def _citation_labels(connection: ReadConnection) -> Mapping[int, str]:
    """Return the label of the respondent whom a document belongs to or who alone speaks in it."""
    people = {one.id: one.label for one in respondent_store.list_respondents(connection)}
    found: dict[int, set[int]] = {}
    for speaker in document_store.read_speakers(connection):
        if speaker.respondent_id is not None:
            found.setdefault(speaker.document_id, set()).add(speaker.respondent_id)
    for document in document_store.list_documents(connection):
        found.setdefault(document.id, set()).update(document.respondent_ids)
    return {document_id: people[min(ids)] for document_id, ids in found.items() if len(ids) == 1}


def find_twins(
    drafts: Sequence[SourceDraft], known: Sequence[KnownText], is_cancelled: Callable[[], bool] = lambda: False
) -> tuple[Twin | None, ...]:
    """Return for every source what it is like: a document of the project, else a file before it in the list.

    For worker threads.

    Raises:
        Cancelled: the user stopped.
    """
    found: list[Twin | None] = []
    before: list[KnownText] = []
    for draft in drafts:
        if is_cancelled():
            raise Cancelled
        mine = KnownText(draft.path.name, "", draft.sha256, take_fingerprint(draft.read.text))
        found.append(_find_twin(mine, known, in_project=True) or _find_twin(mine, before, in_project=False))
        before.append(mine)
    return tuple(found)


def _find_twin(mine: KnownText, others: Sequence[KnownText], *, in_project: bool) -> Twin | None:
    for other in others:
        if other.sha256 == mine.sha256:
            return Twin(other.name, other.label, 100, is_same_file=True, in_project=in_project)
    nearest = find_nearest(mine.fingerprint, {number: other.fingerprint for number, other in enumerate(others)})
    if nearest is None:
        return None
    number, percent = nearest
    return Twin(others[number].name, others[number].label, percent, is_same_file=False, in_project=in_project)
