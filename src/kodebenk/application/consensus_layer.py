"""The layer of codings on which coders agreed, as it is written inside a change."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import TYPE_CHECKING, TypeVar

from kodebenk.analysis.attribution import Source
from kodebenk.analysis.project_matching import free_name
from kodebenk.application.coding_actions import usual_evidence, usual_kind
from kodebenk.domain.coder import CoderKind
from kodebenk.domain.coding import Attribution, Coding
from kodebenk.domain.passage import Passage, anchor_of
from kodebenk.storage import coder_store, coding_store, comparison_store
from kodebenk.storage.moments import now
from kodebenk.storage.writer import Writer

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.consensus_codings import ConsensusCoding

CONSENSUS_NAME = "Konsensus"
"""What the layer is called in a project where nobody has that name."""

_Value = TypeVar("_Value", bound=Hashable)


class ConsensusLayer:
    """The codings of the layer in one document. The layer is made where the project has none."""

    def __init__(self, write: Writer, source: Source) -> None:
        self._write = write
        self._source = source
        self._coder_id = _layer_id(write)
        document_id = source.document.id
        there = coding_store.list_codings(write.connection, document_id=document_id, coder_ids=[self._coder_id])
        self._known = {(one.passage.start, one.passage.end, one.code_id): one.id for one in there}

    def put(self, one: ConsensusCoding) -> int:
        """Return the id of the coding that has this passage and code, which is added where there is none.

        It has kind and evidence of its originals, stance and respondents where all of them have the same.
        """
        key = (one.start, one.end, one.code_id)
        if key not in self._known:
            self._known[key] = self._add(one)
        return self._known[key]

    def _add(self, one: ConsensusCoding) -> int:
        document = self._source.document
        kinds = _shared(original.kind for original in one.originals)
        grades = _shared(original.evidence for original in one.originals)
        return coding_store.add(
            self._write,
            passage=Passage(document.id, one.start, one.end),
            anchor=anchor_of(self._source.text.text, one.start, one.end),
            code_id=one.code_id,
            coder_id=self._coder_id,
            created_at=now(),
            round=one.round,
            stance=_shared(original.stance for original in one.originals),
            kind=kinds or usual_kind(document.kind),
            evidence=grades or usual_evidence(document.kind),
            respondent_ids=_shared(_named_by_hand(original) for original in one.originals),
        )


def _layer_id(write: Writer) -> int:
    known = coder_store.list_coders(write.connection)
    for one in known:
        if one.kind is CoderKind.CONSENSUS:
            return one.id
    return coder_store.add(write, free_name(CONSENSUS_NAME, [one.name for one in known]), CoderKind.CONSENSUS)


def _shared(values: Iterable[_Value | None]) -> _Value | None:
    """Return the value that all have, None where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _named_by_hand(coding: Coding) -> tuple[int, ...] | None:
    return tuple(sorted(coding.respondent_ids)) if coding.attribution is Attribution.HAND else None


def delete_unless_pointed_at(write: Writer, coding_ids: Iterable[int]) -> None:
    """Delete those of the codings that no decision points at."""
    held = {coding_id for one in comparison_store.list_decisions(write.connection) for coding_id in one.coding_ids}
    for coding_id in sorted(set(coding_ids) - held):
        coding_store.delete(write, coding_id)
