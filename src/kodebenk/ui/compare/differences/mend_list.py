"""What is to be mended in the codebook: decisions that ask for it, by the codes they are about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kodebenk.application import consensus_actions, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.codebook import Code
from kodebenk.domain.consensus import Decision


@dataclass(frozen=True, slots=True)
class MendItem:
    """A decision that asks for something; `citation` is empty where its place in a corrected text is not known."""

    decision: Decision
    citation: str
    coder: str


@dataclass(frozen=True, slots=True)
class MendGroup:
    """The decisions about the same codes; those that are mended stand last."""

    codes: tuple[Code, ...]
    items: tuple[MendItem, ...]

    @property
    def open_count(self) -> int:
        return sum(not item.decision.mended_at for item in self.items)


def read_mend_list(project: OpenProject) -> list[MendGroup]:
    """Return the decisions that ask for something, in the order of the codebook; codes that are gone are left out."""
    book = queries.codebook(project)
    order = {code.id: number for number, (code, _) in enumerate(book.in_order())}
    coders = {coder.id: coder.name for coder in queries.coders(project)}
    grouped: dict[tuple[int, ...], list[MendItem]] = {}
    for decision in consensus_actions.decisions(project):
        if not decision.asks_of_codebook:
            continue
        known = tuple(sorted((one for one in decision.place.code_ids if one in order), key=order.__getitem__))
        item = MendItem(decision, _cite(project, decision), coders.get(decision.decided_by, ""))
        grouped.setdefault(known, []).append(item)
    ordered = sorted(grouped, key=lambda ids: [order[one] for one in ids])
    return [MendGroup(tuple(book.by_id[one] for one in ids), _open_first(grouped[ids])) for ids in ordered]


def _cite(project: OpenProject, decision: Decision) -> str:
    place = decision.place
    return "" if decision.unplaced else queries.cite_passage(project, place.document_id, place.start, place.end)


def _open_first(items: Iterable[MendItem]) -> tuple[MendItem, ...]:
    return tuple(sorted(items, key=lambda item: bool(item.decision.mended_at)))
