"""`codes`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from kodebenk.application import codebook_files
from kodebenk.application.codebook_files import ListedCode
from kodebenk.application.open_project import OpenProject
from kodebenk.cli.output import CommandResult, cut, join_blocks, table
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import Language, message


def list_codes(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """List the codebook, after importing a file and before exporting to one where they are given."""
    if not arguments.import_file:
        with reading(arguments, language) as project:
            return _listed(project, arguments, language)
    with changing(arguments, language) as project:
        ids = codebook_files.import_code_file(project, arguments.import_file)
        listed = _listed(project, arguments, language)
    said = message("codes_imported", language, count=len(ids))
    return CommandResult({**listed.json, "imported": len(ids)}, join_blocks(said, listed.text))


def _listed(project: OpenProject, arguments: argparse.Namespace, language: Language) -> CommandResult:
    codes = codebook_files.list_codes(project)
    found: dict[str, object] = {"codes": [_code(one) for one in codes]}
    if not arguments.out:
        return CommandResult(found, _code_table(codes, language))
    codebook_files.export_codes(project, arguments.out, language=language, overwrite=arguments.overwrite)
    return CommandResult({**found, "written": str(arguments.out)}, message("written", language, path=arguments.out))


def _code(one: ListedCode) -> dict[str, object]:
    code = one.code
    return {
        "path": one.path,
        "colour": one.colour,
        "definition": code.definition,
        "use_when": code.use_when,
        "use_not": code.use_not,
        "example": code.example,
        "synonyms": list(code.synonyms),
        "key": code.key,
        "codings": one.codings,
        "respondents": one.respondents,
    }


def _code_table(codes: Sequence[ListedCode], language: Language) -> str:
    if not codes:
        return message("empty", language)
    rows = [
        (f"{'  ' * one.depth}{one.code.name}", one.codings, one.respondents, one.colour, cut(one.code.definition))
        for one in codes
    ]
    return table(("code", "codings", "respondents", "colour", "definition"), rows, language)
