"""What the coding workspace asks about progress."""

from __future__ import annotations

from collections.abc import Mapping

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.sight import SIGHT_TABLES, sight_of
from kodebenk.storage import coding_store

MOST_WITHOUT_THE_USER = 0.99
"""A document is finished only when the user says so."""


def reading_progress(project: OpenProject) -> Mapping[int, float]:
    """Return how much of each document was looked at, 0 to 1, by document id.

    That is what the user said (`set_progress`), and at least the share of the text up to the furthest coding, up to
    99 %. Of documents that the user codes blind it is what they said and coded themselves.
    """
    reach = project.kept(
        "reach",
        {"coding"} | SIGHT_TABLES,
        lambda: coding_store.furthest_by_document(project.connection, sight_of(project)),
    )
    progress = {}
    for one in queries.documents(project):
        coded = reach.get(one.id, 0) / max(1, one.characters)
        progress[one.id] = max(one.progress, min(MOST_WITHOUT_THE_USER, coded))
    return progress
