"""`respondents`."""

from __future__ import annotations

import argparse
from dataclasses import asdict, dataclass

from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.cli.output import CommandResult, join_blocks, table
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import Language, message


@dataclass(frozen=True, slots=True)
class _RespondentRow:
    """A respondent as it is listed; documents by name."""

    name: str
    label: str
    aliases: list[str]
    attributes: dict[str, str]
    documents: list[str]
    codings: int


def list_respondents(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """List respondents, after importing a file where one is given."""
    if not arguments.import_file:
        with reading(arguments, language) as project:
            listed = _respondents(project)
        return CommandResult(_as_json(listed), _respondent_table(listed, language))
    from kodebenk.application.respondent_files import import_respondent_file

    with changing(arguments, language) as project:
        ids = import_respondent_file(project, arguments.import_file)
        listed = _respondents(project)
    said = message("respondents_imported", language, count=len(ids))
    text = join_blocks(said, _respondent_table(listed, language))
    return CommandResult({**_as_json(listed), "imported": len(ids)}, text)


def _respondents(project: OpenProject) -> list[_RespondentRow]:
    documents = queries.documents_of_respondents(project)
    names = {one.id: one.name for one in queries.documents(project)}
    counts = queries.codings_by_respondent(project)
    return [
        _RespondentRow(
            name=one.name,
            label=one.label,
            aliases=list(one.aliases),
            attributes=dict(one.attributes),
            documents=[names[document_id] for document_id in documents.get(one.id, ())],
            codings=counts[one.id],
        )
        for one in queries.respondents(project)
    ]


def _as_json(listed: list[_RespondentRow]) -> dict[str, object]:
    return {"respondents": [asdict(one) for one in listed]}


def _respondent_table(listed: list[_RespondentRow], language: Language) -> str:
    if not listed:
        return message("empty", language)
    rows = [
        (
            one.label,
            one.name,
            ", ".join(f"{name}: {value}" for name, value in one.attributes.items()),
            "; ".join(one.documents),
            one.codings,
        )
        for one in listed
    ]
    return table(("label", "name", "attributes", "documents", "codings"), rows, language)
