"""Which needs of actions an open project meets."""

from __future__ import annotations

from kodebenk.application import guide_queries, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.ui.actions import Needs


def needs_met(project: OpenProject) -> frozenset[Needs]:
    """Return what there is in the project for actions to work on."""
    writable = not project.read_only
    documents, codes = bool(queries.documents(project)), bool(queries.codebook(project).codes)
    met = {
        Needs.NOTHING: True,
        Needs.PROJECT: True,
        Needs.WRITABLE_PROJECT: writable,
        Needs.DOCUMENTS: writable and documents,
        Needs.CODES: codes,
        Needs.CODINGS: any(queries.coding_counts(project).values()),
        Needs.MATRIX_CELLS: writable and documents and codes,
        Needs.GUIDES: writable and bool(guide_queries.guides(project)),
    }
    return frozenset(need for need, is_met in met.items() if is_met)
