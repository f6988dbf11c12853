"""Questions that the coding workspace asks about progress and about codings of one place."""

from __future__ import annotations

from collections.abc import Mapping

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coding import Coding
from kodebenk.domain.passage import Passage
from kodebenk.storage import coding_reach

MOST_WITHOUT_THE_USER = 0.99
"""A document is finished only when the user says so."""


def reading_progress(project: OpenProject) -> Mapping[int, float]:
    """Return how much of each document was looked at, 0 to 1, by document id.

    That is what the user said (`set_progress`), and at least the share of the text up to the furthest coding, up to
    99 %.
    """
    reach = project.kept("reach", {"coding"}, lambda: coding_reach.furthest_by_document(project.connection))
    progress = {}
    for one in queries.documents(project):
        coded = reach.get(one.id, 0) / max(1, one.characters)
        progress[one.id] = max(one.progress, min(MOST_WITHOUT_THE_USER, coded))
    return progress


def own_coding(project: OpenProject, passage: Passage, code_id: int) -> Coding | None:
    """Return the coding of exactly this passage with this code by the one who works, or None."""
    coder = queries.find_coder(project, project.coder_name)
    if coder is None:
        return None
    found = queries.codings(project, document_id=passage.document_id, code_ids=[code_id], coder_ids=[coder.id])
    return next((one for one in found if one.passage == passage), None)
