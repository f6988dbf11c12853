"""What "go to anything" can lead to: actions, documents, codes, respondents, and words in the texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice

from PySide6.QtCore import QObject

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.actions import ACTIONS, SEPARATOR, MenuEntry, plain_action_text, plain_entry_text
from kodebenk.ui.go_to.matches import best
from kodebenk.ui.shell.rows import Row

_MOST_OF_A_KIND = 5
_MOST_HITS = 30
_FEWEST_LETTERS = 3


class TargetKind(Enum):
    """What kind of thing a target is."""

    ACTION = auto()
    ENTRY = auto()
    """An action of the workspace that is shown."""
    DOCUMENT = auto()
    CODE = auto()
    RESPONDENT = auto()
    PASSAGE = auto()


@dataclass(frozen=True, slots=True)
class Target:
    """A place to go: an action, or the id of a thing; passages have a range in code points.

    `action` is the name of an action of the window, or the text of an entry.
    """

    kind: TargetKind
    action: str = ""
    id: int = 0
    start: int = 0
    end: int = 0


class Targets(QObject):
    """Finds targets in a project and makes rows of them, in the language in use.

    `entries` gives what can be done in the workspace that is shown.
    """

    def __init__(
        self, project: OpenProject, entries: Callable[[], Sequence[MenuEntry]] = tuple, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._entries_here = entries

    def find(self, query: str) -> list[Row]:
        """Return what fits, things before words in the texts; without a query the documents and actions."""
        rows = [*self._documents(query), *self._codes(query), *self._respondents(query)]
        rows += [*self._entries(query), *self._actions(query)]
        if len(query.strip()) >= _FEWEST_LETTERS:
            rows.extend(self._passages(query.strip()))
        return rows

    def _documents(self, query: str) -> list[Row]:
        names = [(f"{one.name} {one.label}", one) for one in queries.documents(self._project)]
        kind = self.tr("document")
        return [
            Row(Target(TargetKind.DOCUMENT, id=one.id), one.name, icon="file-text", aside=kind)
            for one in best(query, names, _MOST_OF_A_KIND)
        ]

    def _codes(self, query: str) -> list[Row]:
        if not query.strip():
            return []
        book = queries.codebook(self._project)
        names = [(f"{one.name} {' '.join(one.synonyms)}", one) for one in book.codes]
        kind = self.tr("code")
        return [
            Row(Target(TargetKind.CODE, id=one.id), one.name, book.path_of(one.id), "tag", aside=kind)
            if one.parent_id is not None or not book.children_of(one.id)
            else Row(Target(TargetKind.CODE, id=one.id), one.name, icon="folder-tree", aside=self.tr("theme"))
            for one in best(query, names, _MOST_OF_A_KIND)
        ]

    def _respondents(self, query: str) -> list[Row]:
        if not query.strip():
            return []
        people = queries.respondents(self._project)
        names = [(f"{one.label} {one.name} {' '.join(one.aliases)}", one) for one in people]
        kind = self.tr("respondent")
        return [
            Row(Target(TargetKind.RESPONDENT, id=one.id), f"{one.label} · {one.name}", icon="user-round", aside=kind)
            for one in best(query, names, _MOST_OF_A_KIND)
        ]

    def _entries(self, query: str) -> list[Row]:
        if not query.strip():
            return []
        named = [(plain_entry_text(one), one) for one in self._entries_here() if one is not SEPARATOR and one.enabled]
        return [
            Row(
                Target(TargetKind.ENTRY, action=one.text),
                plain_entry_text(one),
                icon="check" if one.checked else "arrow-right",
                aside=one.keys or self.tr("action"),
            )
            for one in best(query, named, _MOST_OF_A_KIND)
        ]

    def _actions(self, query: str) -> list[Row]:
        named = [(plain_action_text(spec.name), spec) for spec in ACTIONS if spec.in_go_to]
        return [
            Row(
                Target(TargetKind.ACTION, action=spec.name),
                plain_action_text(spec.name),
                icon="arrow-right",
                aside=spec.keys[0] if spec.keys else self.tr("action"),
            )
            for spec in best(query, named, _MOST_OF_A_KIND if query.strip() else 3)
        ]

    def _passages(self, query: str) -> Iterator[Row]:
        for hit in islice(queries.search(self._project, query), _MOST_HITS):
            target = Target(TargetKind.PASSAGE, id=hit.document_id, start=hit.start, end=hit.end)
            yield Row(target, hit.document, hit.context, "quote", aside=hit.citation)


def first_passage_of_code(project: OpenProject, code_id: int) -> Target | None:
    """Return the first passage coded with a code or one below it, or None."""
    book = queries.codebook(project)
    code_ids: Sequence[int] = [code_id, *(one.id for one in book.below(code_id))]
    found = queries.codings(project, code_ids=code_ids)
    if not found:
        return None
    passage = found[0].passage
    return Target(TargetKind.PASSAGE, id=passage.document_id, start=passage.start, end=passage.end)


def first_document_of_respondent(project: OpenProject, respondent_id: int) -> Target | None:
    """Return the first document in which a respondent has words, or None."""
    found = queries.documents_of_respondents(project).get(respondent_id, [])
    return Target(TargetKind.DOCUMENT, id=found[0]) if found else None


def resolve(project: OpenProject, target: Target) -> Target | None:
    """Return the passage or document that a target leads to, or None where nothing is coded or said yet."""
    if target.kind is TargetKind.CODE:
        return first_passage_of_code(project, target.id)
    if target.kind is TargetKind.RESPONDENT:
        return first_document_of_respondent(project, target.id)
    return target
