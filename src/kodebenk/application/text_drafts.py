"""Corrections that somebody is typing, kept so that nothing is lost when the program ends before they are done.

A draft is neither data nor part of the history: saving one is no change, and undo knows nothing of it. It goes when the
correction is applied, when it is dropped, and with its document.
"""

from __future__ import annotations

from dataclasses import dataclass

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.document import hash_of
from kodebenk.storage import document_store, draft_store
from kodebenk.storage.draft_store import StoredDraft


@dataclass(frozen=True, slots=True)
class TextDraft:
    """A correction that is not applied yet.

    Attributes:
        text: as it was typed.
        saved_at: UTC, ISO 8601.
        is_current: the document still has the text that the draft began from; else the draft can be read and compared,
            and applying it would take back what was corrected in between.
    """

    document_id: int
    text: str
    saved_at: str
    is_current: bool


def save_draft(project: OpenProject, document_id: int, text: str) -> None:
    """Keep what is being typed in a document, in place of what was kept before.

    Raises:
        RuleBroken: READ_ONLY, NOT_FOUND.
        ProjectFileError: the file could not be written; the draft that was kept before is still there.
    """
    queries.document(project, document_id)
    base = hash_of(queries.text_of(project, document_id).text)
    with project.aside() as connection:
        draft_store.save_draft(connection, document_id, base, text)


def read_draft(project: OpenProject, document_id: int) -> TextDraft | None:
    """Return the draft of a document, or None where there is none."""
    stored = draft_store.read_draft(project.connection, document_id)
    return None if stored is None else _draft(project, stored)


def list_drafts(project: OpenProject) -> tuple[TextDraft, ...]:
    """Return the drafts of all documents."""
    return tuple(_draft(project, stored) for stored in draft_store.list_drafts(project.connection))


def drop_draft(project: OpenProject, document_id: int) -> None:
    """Throw the draft of a document away; it does not come back. Raises RuleBroken READ_ONLY."""
    if draft_store.read_draft(project.connection, document_id) is not None:
        with project.aside() as connection:
            draft_store.drop_draft(connection, document_id)


def _draft(project: OpenProject, stored: StoredDraft) -> TextDraft:
    words = document_store.read_words(project.connection, stored.document_id)
    return TextDraft(stored.document_id, stored.text, stored.saved_at, stored.base_sha256 == hash_of(words))
