"""Which written cells and column texts of matrices the one who works may see.

They condense codings, so others' are hidden in every row that a document coded blind speaks in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kodebenk.application.sight import refuse_blind, sight_of
from kodebenk.domain.coder import Sight
from kodebenk.domain.matrix import CellKey, ColumnKey, SynthesisKind, WrittenCell
from kodebenk.storage import coding_store, document_store, matrix_store, voice_store
from kodebenk.storage.reader import ReadConnection

if TYPE_CHECKING:
    from kodebenk.application.open_project import OpenProject


@dataclass(frozen=True, slots=True)
class HiddenRows:
    """Rows of matrices that a document coded blind has a part in, by id.

    Rows of whole groups are among them as long as there is any such document.
    """

    respondents: frozenset[int] = frozenset()
    documents: frozenset[int] = frozenset()

    def has(self, respondent_id: int | None, document_id: int | None) -> bool:
        """Tell whether a row is one of them; a group's row names neither a respondent nor a document."""
        if respondent_id is None and document_id is None:
            return bool(self.documents)
        return respondent_id in self.respondents or document_id in self.documents


def hidden_rows(connection: ReadConnection, sight: Sight) -> HiddenRows:
    """Return the rows that are hidden: of the documents, of who is in them, and of whom codings there were given to."""
    if not sight.is_blind:
        return HiddenRows()
    people = people_in(connection, sight.hidden)
    for document_id in sight.hidden:
        named = coding_store.list_codings(connection, document_id=document_id, with_unplaced=True)
        people |= {who for one in named for who in one.respondent_ids}
    return HiddenRows(frozenset(people), frozenset(sight.hidden))


def people_in(connection: ReadConnection, document_ids: Collection[int]) -> set[int]:
    """Return the respondents to whom documents belong, who speak in them or are heard there."""
    people = {
        who for one in document_store.list_documents(connection) if one.id in document_ids for who in one.respondent_ids
    }
    speakers = document_store.read_speakers(connection)
    people |= {one.respondent_id for one in speakers if one.document_id in document_ids and one.respondent_id}
    voices = voice_store.list_voices(connection)
    return people | {who for one in voices if one.document_id in document_ids for who in one.respondent_ids}


def seen_cells(connection: ReadConnection, sight: Sight) -> Mapping[CellKey, WrittenCell]:
    """Return the cells that may be seen: in hidden rows those that the one who looks wrote the text of, alone."""
    cells = matrix_store.read_cells(connection)
    if not sight.is_blind:
        return cells
    hidden = hidden_rows(connection, sight)
    return {
        key: one
        for key, one in cells.items()
        if not hidden.has(key.respondent_id, key.document_id)
        or (one.written_by is not None and one.written_by == sight.coder_id)
    }


def seen_synthesis(connection: ReadConnection, sight: Sight) -> Mapping[tuple[ColumnKey, SynthesisKind], str]:
    """Return what is written about whole columns; nothing as long as anything is hidden, for nobody signs it."""
    return {} if sight.is_blind else matrix_store.read_synthesis(connection)


def refuse_hidden_cells(project: OpenProject, keys: Iterable[CellKey]) -> None:
    """Make sure that cells can be written: what stands in a hidden one must be neither shown nor replaced.

    Raises:
        RuleBroken: STILL_BLIND.
    """
    hidden = hidden_rows(project.connection, sight_of(project))
    if any(hidden.has(key.respondent_id, key.document_id) for key in keys):
        refuse_blind(project)
