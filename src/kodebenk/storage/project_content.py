"""Reads all that a project says, for comparing it with another copy."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from kodebenk.analysis.agreement.coders_setup import SavedComparison
from kodebenk.domain.codebook import Codebook
from kodebenk.domain.coder import Coder, CodingTask, TurnSample
from kodebenk.domain.coding import Coding
from kodebenk.domain.consensus import Decision
from kodebenk.domain.document import Document, DocumentText
from kodebenk.domain.guide import Guide, QuestionPlace
from kodebenk.domain.matrix import CellKey, ColumnKey, SavedMatrix, SynthesisKind, WrittenCell
from kodebenk.domain.respondent import Attribute, Respondent
from kodebenk.storage import (
    codebook_store,
    coder_store,
    coding_store,
    comparison_store,
    document_store,
    guide_store,
    matrix_store,
    property_store,
    respondent_store,
    task_store,
)
from kodebenk.storage.tables import change, change_row, matrix_cell

State = tuple[int, int]
"""Number of the last change, and how many were taken back: the same as long as nothing was changed."""


@dataclass(frozen=True)
class ProjectContent:
    """All that a project says, at one moment.

    Attributes:
        texts: by document id, with speakers and voices.
        codings: those without a place too.
        cell_guids: the stable identities of the cells.
        removed: identities of rows that somebody deleted, as far as the history tells.
    """

    title: str
    state: State
    coders: tuple[Coder, ...]
    attributes: tuple[Attribute, ...]
    respondents: tuple[Respondent, ...]
    documents: tuple[Document, ...]
    texts: Mapping[int, DocumentText]
    codebook: Codebook
    codings: tuple[Coding, ...]
    guides: tuple[Guide, ...]
    places: tuple[QuestionPlace, ...]
    cells: Mapping[CellKey, WrittenCell]
    cell_guids: Mapping[CellKey, str]
    synthesis: Mapping[tuple[ColumnKey, SynthesisKind], str]
    matrices: tuple[SavedMatrix, ...]
    tasks: tuple[CodingTask, ...] = ()
    samples: tuple[TurnSample, ...] = ()
    comparisons: tuple[SavedComparison, ...] = ()
    decisions: tuple[Decision, ...] = ()
    removed: frozenset[str] = field(default_factory=frozenset)


def read_content(connection: Connection) -> ProjectContent:
    """Return all that a project says."""
    documents = document_store.list_documents(connection)
    return ProjectContent(
        title=property_store.get_value(connection, "title"),
        state=state_of(connection),
        coders=coder_store.list_coders(connection),
        attributes=respondent_store.list_attributes(connection),
        respondents=respondent_store.list_respondents(connection),
        documents=documents,
        texts={one.id: document_store.read_text(connection, one.id) for one in documents},
        codebook=codebook_store.read_codebook(connection),
        codings=tuple(coding_store.list_codings(connection, with_unplaced=True)),
        guides=guide_store.list_guides(connection),
        places=guide_store.list_places(connection),
        cells=matrix_store.read_cells(connection),
        cell_guids=_cell_guids(connection),
        synthesis=matrix_store.read_synthesis(connection),
        matrices=matrix_store.list_matrices(connection),
        tasks=task_store.list_tasks(connection),
        samples=task_store.list_samples(connection),
        comparisons=comparison_store.list_comparisons(connection),
        decisions=comparison_store.list_decisions(connection),
        removed=_removed_guids(connection),
    )


def state_of(connection: Connection) -> State:
    """Return what is the same as long as nobody changes the project."""
    highest = connection.execute(select(func.max(change.c.id))).scalar() or 0
    undone = connection.execute(select(func.count()).where(change.c.undone)).scalar() or 0
    return highest, undone


def _cell_guids(connection: Connection) -> dict[CellKey, str]:
    return {
        CellKey(
            ColumnKey(row.code_id, row.question_id), row.respondent_id, row.document_id, row.group_value, row.section
        ): row.guid
        for row in connection.execute(select(matrix_cell))
    }


def _removed_guids(connection: Connection) -> frozenset[str]:
    """Return the identities in the record of rows that were deleted. Some of them may be back since."""
    query = (
        select(change_row.c.before)
        .join(change, change.c.id == change_row.c.change_id)
        .where(change_row.c.after.is_(None), ~change.c.undone)
    )
    return frozenset(
        guid for (before,) in connection.execute(query) if (guid := json.loads(before).get("guid")) is not None
    )
