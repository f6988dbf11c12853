"""`search`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kodebenk.application import queries
from kodebenk.application.coding_actions import code_hits
from kodebenk.application.open_project import OpenProject
from kodebenk.application.queries import SearchHit
from kodebenk.cli.output import CommandResult, join_blocks, table
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import Language, message
from kodebenk.domain.passage import Passage


def search(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Find words in all documents, or in one; with `--code-as` code every hit in one change."""
    coded: list[int] | None = None
    if arguments.code_as:
        with changing(arguments, language, arguments.coder) as project:
            code_id = queries.codebook(project).find(arguments.code_as).id
            hits = _hits(project, arguments)
            coded = code_hits(project, [Passage(hit.document_id, hit.start, hit.end) for hit in hits], code_id)
    else:
        with reading(arguments, language) as project:
            hits = _hits(project, arguments)
    found: dict[str, object] = {"hits": [_hit(hit) for hit in hits]}
    said = ""
    if coded is not None:
        found["codings"] = coded
        said = message("coded_hits", language, count=len(coded), of=len(hits))
    return CommandResult(found, join_blocks(_hit_table(hits, language), said))


def _hits(project: OpenProject, arguments: argparse.Namespace) -> list[SearchHit]:
    document_id = queries.find_document(project, arguments.document).id if arguments.document else None
    return list(queries.search(project, arguments.query, document_id=document_id))


def _hit(hit: SearchHit) -> dict[str, object]:
    return {
        "document": hit.document,
        "start": hit.start,
        "end": hit.end,
        "page": hit.page,
        "line": hit.line,
        "citation": hit.citation,
        "context": hit.context,
        "score": hit.score,
    }


def _hit_table(hits: Sequence[SearchHit], language: Language) -> str:
    if not hits:
        return message("empty", language)
    rows = [(hit.document, hit.page, hit.line, hit.citation, hit.context) for hit in hits]
    return table(("document", "page", "line", "citation", "context"), rows, language)
