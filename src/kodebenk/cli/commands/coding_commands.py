"""`code`, `codings`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import asdict

from kodebenk.application import coding_files, queries
from kodebenk.application.coding_actions import apply_code
from kodebenk.application.coding_files import CodingFilter, ListedCoding
from kodebenk.application.coding_import import CodingImportReport, import_codings, read_coding_rows
from kodebenk.application.open_project import OpenProject
from kodebenk.cli.finding_messages import unplaced_message
from kodebenk.cli.output import CommandResult, Value, cut, join_blocks, table
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import STANCES, Language, message
from kodebenk.domain.coding import read_stance
from kodebenk.domain.passage import Passage
from kodebenk.domain.respondent import find_respondent
from kodebenk.errors import Rule, RuleBroken


def code_passage(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Code one passage with a code that exists."""
    with changing(arguments, language, arguments.coder) as project:
        project.work_as(project.coder_name)  # who codes sees what they coded
        coding_id = apply_code(
            project,
            _passage(project, arguments),
            queries.codebook(project).find(arguments.code).id,
            coder_name=project.coder_name,
            stance=read_stance(arguments.stance),
            comment=arguments.comment,
            respondent_ids=_named_respondent(project, arguments.respondent),
        )
        made = _coding(coding_files.list_coding(project, coding_id))
    said = message("coded", language, **{name: made[name] for name in ("code", "citation", "id")})
    return CommandResult({"coding": coding_id, **{name: value for name, value in made.items() if name != "id"}}, said)


def _passage(project: OpenProject, arguments: argparse.Namespace) -> Passage:
    document_id = queries.find_document(project, arguments.document).id
    if arguments.start < 0:
        length = len(queries.text_of(project, document_id).text)
        raise RuleBroken(Rule.PASSAGE_OUTSIDE_TEXT, start=arguments.start, end=arguments.end, length=length)
    if arguments.end <= arguments.start:
        raise RuleBroken(Rule.EMPTY_PASSAGE)
    return Passage(document_id, arguments.start, arguments.end)


def _named_respondent(project: OpenProject, name: str) -> list[int] | None:
    return [find_respondent(name, queries.respondents(project)).id] if name.strip() else None


def list_codings(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """List codings or write them to a file; with `--import` place those of a file first and tell how that went."""
    if arguments.import_file:
        return _import(arguments, language)
    with reading(arguments, language) as project:
        codings = coding_files.list_codings(project, _filter(project, arguments))
        written = _write(project, codings, arguments, language)
    found: dict[str, object] = {"codings": [_coding(one) for one in codings]}
    if written:
        return CommandResult({**found, "written": str(arguments.out)}, written)
    return CommandResult(found, _coding_table(codings, language))


def _filter(project: OpenProject, arguments: argparse.Namespace) -> CodingFilter:
    book = queries.codebook(project)
    code_ids = None
    if arguments.code:
        top = book.find(arguments.code)
        code_ids = [top.id, *(code.id for code in book.below(top.id))]
    respondent_ids = _named_respondent(project, arguments.respondent)
    return CodingFilter(
        document_id=queries.find_document(project, arguments.document).id if arguments.document else None,
        code_ids=code_ids,
        respondent_id=respondent_ids[0] if respondent_ids else None,
        coder_ids=[_coder_id(project, arguments.coder)] if arguments.coder else None,
    )


def _coder_id(project: OpenProject, name: str) -> int:
    found = queries.find_coder(project, name)
    if found is None:
        known = [one.name for one in queries.coders(project)]
        raise RuleBroken(Rule.NOT_FOUND, kind="coder", name=name, candidates=known)
    return found.id


def _write(
    project: OpenProject, codings: Sequence[ListedCoding], arguments: argparse.Namespace, language: Language
) -> str:
    if not arguments.out:
        return ""
    coding_files.export_codings(
        codings,
        arguments.out,
        title=project.title,
        language=language,
        overwrite=arguments.overwrite,
        policy=arguments.show,
    )
    return message("written", language, path=arguments.out)


def _import(arguments: argparse.Namespace, language: Language) -> CommandResult:
    rows = read_coding_rows(arguments.import_file)
    with changing(arguments, language, arguments.coder) as project:
        report = import_codings(project, rows, coder_name=project.coder_name)
        written = _write(project, coding_files.list_codings(project), arguments, language)
    text = _import_text(report, [row["quote"] for row in rows], language)
    return CommandResult(_report(report, rows, language), join_blocks(text, written))


def _report(report: CodingImportReport, rows: Sequence[Mapping[str, str]], language: Language) -> dict[str, object]:
    return {
        "placed": report.placed,
        "exact": report.exact,
        "fuzzy": [asdict(one) for one in report.fuzzy],
        "ambiguous": [asdict(one) for one in report.ambiguous],
        "unplaced": [
            {
                "row": one.row,
                "reason": one.reason,
                "message": unplaced_message(one.reason, one.fields, language),
                "quote": rows[one.row - 1]["quote"],
            }
            for one in report.unplaced
        ],
        "known": report.known,
    }


def _import_text(report: CodingImportReport, quotes: Sequence[str], language: Language) -> str:
    def listed(said: str, columns: Sequence[str], found: Sequence[tuple[int, Value]], **fields: object) -> str:
        if not found:
            return ""
        cells = [(row, value, cut(quotes[row - 1])) for row, value in found]
        return f"{message(said, language, **fields)}\n{table(('row', *columns, 'quote'), cells, language)}"

    unplaced = [(one.row, unplaced_message(one.reason, one.fields, language)) for one in report.unplaced]
    return join_blocks(
        message("placed", language, placed=report.placed, of=len(quotes), exact=report.exact),
        message("known", language, count=report.known) if report.known else "",
        listed("nearly", ["score"], [(one.row, one.score) for one in report.fuzzy]),
        listed("several_places", ["places"], [(one.row, one.places) for one in report.ambiguous]),
        listed("not_placed", ["reason"], unplaced, count=len(unplaced)),
    )


def _coding(one: ListedCoding) -> dict[str, object]:
    coding = one.coding
    return {
        "id": coding.id,
        "document": one.document,
        "start": coding.passage.start,
        "end": coding.passage.end,
        "quote": coding.anchor.quote,
        "code": one.code,
        "coder": one.coder,
        "round": coding.round,
        "respondents": [who.name for who in one.respondents],
        "stance": coding.stance.value if coding.stance else None,
        "kind": coding.kind.value if coding.kind else None,
        "evidence": coding.evidence.value if coding.evidence else None,
        "comment": coding.comment,
        "condensation": coding.condensation,
        "page": one.page,
        "line": one.line,
        "citation": one.citation,
    }


def _coding_table(codings: Sequence[ListedCoding], language: Language) -> str:
    if not codings:
        return message("empty", language)
    rows = [
        (
            one.coding.id,
            one.citation,
            one.page,
            one.line,
            one.code,
            STANCES[one.coding.stance.value].say(language) if one.coding.stance else "",
            one.coder,
            cut(one.coding.anchor.quote),
        )
        for one in codings
    ]
    return table(("id", "citation", "page", "line", "code", "stance", "coder", "quote"), rows, language)
