"""`import`, `text`, `speakers`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass

from kodebenk.application import guide_queries, queries
from kodebenk.application.document_actions import ImportReport, ImportWish
from kodebenk.application.document_import import import_one_by_one
from kodebenk.application.import_choices import ReadingChoices
from kodebenk.application.open_project import OpenProject
from kodebenk.application.respondent_actions import candidates_for, set_speakers
from kodebenk.cli.error_messages import explain, place_words
from kodebenk.cli.finding_messages import warning_message
from kodebenk.cli.output import CommandResult, join_blocks, table
from kodebenk.cli.progress import Progress
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import KINDS, ROLES, Language, message
from kodebenk.domain.document import Document, DocumentDetails, DocumentText, TableCell
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.transcript import Speaker, SpeakerRole


@dataclass(frozen=True, slots=True)
class _SpeakerRow:
    """A speaker with names and counts; `characters` are those of the words, without the label."""

    label: str
    role: str
    respondent: str | None
    turns: int
    characters: int
    aliases: tuple[str, ...]
    left_at: int | None
    candidates: list[str]


@dataclass(frozen=True, slots=True)
class _Added:
    """A document that was added, with all that is told of it."""

    document: Document
    paragraphs: int
    speakers: list[_SpeakerRow]
    warnings: list[dict[str, str]]
    repairs: list[dict[str, object]]


def import_documents(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Add sources in one change; files that cannot be read are told and leave nothing behind."""
    details = DocumentDetails(issuer=arguments.issuer, date=arguments.date or "")
    wish = ImportWish(kind=arguments.kind, respondent=arguments.respondent, details=details)
    progress = Progress(len(arguments.files))
    with changing(arguments, language) as project:
        try:
            report = import_one_by_one(
                project,
                arguments.files,
                wish,
                _choices(arguments),
                on_file=progress.start,
                on_part=progress.part,
            )
        finally:
            progress.finish()
        added = [_added(project, document_id, report, language) for document_id in report.document_ids]
    failed = [
        {"file": str(error.path), "problem": error.problem.value, "reason": explain(error, language)}
        for error in report.failed
    ]
    return CommandResult(
        {"documents": [_as_json(one) for one in added], "failed": failed},
        _import_text(added, len(arguments.files), language),
        trouble=_failure(failed, len(arguments.files), language),
    )


def _added(project: OpenProject, document_id: int, report: ImportReport, language: Language) -> _Added:
    text = queries.text_of(project, document_id)
    warnings = [
        {"kind": one.kind, "place": one.place, "message": warning_message(one.kind, one.fields, language)}
        for one in report.warnings[document_id]
    ]
    document = queries.document(project, document_id)
    repairs: list[dict[str, object]] = [
        {"step": step, "outcome": outcome, "count": count}
        for (step, outcome), count in sorted(report.repairs.get(document_id, {}).items())
    ]
    return _Added(document, len(text.structure.paragraphs), _speakers(project, text), warnings, repairs)


def _choices(arguments: argparse.Namespace) -> ReadingChoices:
    return ReadingChoices(
        as_is=arguments.as_is,
        without=arguments.without,
        encoding=arguments.encoding,
        columns=dict(arguments.columns),
        join_labels=arguments.join_labels,
    )


def _as_json(one: _Added) -> dict[str, object]:
    return {
        "name": one.document.name,
        "label": one.document.label,
        "kind": one.document.kind.value,
        "characters": one.document.characters,
        "paragraphs": one.paragraphs,
        "pages": one.document.pages,
        "speakers": [{"label": who.label, "turns": who.turns, "role": who.role} for who in one.speakers],
        "warnings": one.warnings,
        "repairs": one.repairs,
    }


def _import_text(added: Sequence[_Added], of: int, language: Language) -> str:
    said = message("added", language, count=len(added), of=of)
    if not added:
        return said
    columns = ("document", "kind", "characters", "paragraphs", "pages", "speakers")
    rows = [
        (
            one.document.name,
            KINDS[one.document.kind].say(language),
            one.document.characters,
            one.paragraphs,
            one.document.pages,
            ", ".join(who.label for who in one.speakers),
        )
        for one in added
    ]
    warnings = (
        ": ".join(part for part in (one.document.name, place_words(told["place"], language), told["message"]) if part)
        for one in added
        for told in one.warnings
    )
    return join_blocks(said, table(columns, rows, language), *warnings)


def _failure(failed: Sequence[dict[str, str]], of: int, language: Language) -> str:
    if not failed:
        return ""
    reasons = " – ".join(one["reason"] for one in failed)
    return message("failed", language, count=len(failed), of=of, reasons=reasons)


def show_text(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Show the stored text of a document, or with `--json` its structure."""
    with reading(arguments, language) as project:
        one = queries.find_document(project, arguments.document)
        text = queries.text_of(project, one.id)
        people = {who.id: who.name for who in queries.respondents(project)}
        asked = _questions(project, one.id)
    structure = text.structure
    found = {
        "name": one.name,
        "text": text.text,
        "kind": one.kind.value,
        "paragraphs": [{"start": span.start, "end": span.end} for span in structure.paragraphs],
        "pages": [{"label": page.label, "start": page.start, "end": page.end} for page in structure.pages],
        "lines": list(structure.line_starts),
        "turns": list(_turns(text, people)),
        "headings": [{"start": each.start, "end": each.end, "level": each.level} for each in structure.headings],
        "tables": _tables(structure.cells),
        "items": [{"start": each.start, "end": each.end, "level": each.level} for each in structure.items],
        "times": [{"position": each.position, "milliseconds": each.milliseconds} for each in structure.times],
        "questions": asked,
    }
    return CommandResult(found, "\n".join(_numbered_lines(text)) if arguments.lines else text.text)


def _questions(project: OpenProject, document_id: int) -> list[dict[str, object]]:
    """Return the guide questions that are proposed or confirmed in a document, by place."""
    questions = guide_queries.questions_by_id(project)
    titles = {guide.id: guide_queries.title_of(guide) for guide in guide_queries.guides(project)}
    return [
        {
            "question": questions[place.question_id].text,
            "number": questions[place.question_id].number,
            "guide": titles[questions[place.question_id].guide_id],
            "start": place.start,
            "end": place.end,
            "score": None if place.is_by_hand else place.score,
            "confirmed": place.status is PlaceStatus.CONFIRMED,
        }
        for place in guide_queries.shown_places(project, document_id)
    ]


def _turns(text: DocumentText, people: dict[int, str]) -> Iterator[dict[str, object]]:
    for turn in text.structure.turns:
        who = text.speakers_by_id[turn.speaker_id]
        yield {
            "speaker": who.label,
            "role": who.role.value,
            "respondent": None if who.respondent_id is None else people[who.respondent_id],
            "start": turn.start,
            "body_start": turn.body_start,
            "end": turn.end,
            "number": turn.number,
        }


def _tables(cells: tuple[TableCell, ...]) -> list[dict[str, object]]:
    numbers = sorted({cell.table for cell in cells})
    return [
        {
            "cells": [
                {"row": cell.row, "column": cell.column, "start": cell.start, "end": cell.end}
                for cell in cells
                if cell.table == number
            ]
        }
        for number in numbers
    ]


def _numbered_lines(text: DocumentText) -> Iterator[str]:
    """Yield every numbered line with page label and number in front, as citations count them."""
    starts = text.structure.line_starts
    places = [text.place_of(start, start + 1) for start in starts]
    page_width = max((len(place.page or "") for place in places), default=0)
    for number, (start, end, place) in enumerate(
        zip(starts, (*starts[1:], len(text.text)), places, strict=True), start=1
    ):
        words = text.text[start:end].strip("\n").replace("\n", " ")
        page = f"{place.page or '':>{page_width}}  " if page_width else ""
        yield f"{page}{number:>{len(str(len(starts)))}}  {words}".rstrip()


def show_speakers(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Show who speaks in a document, after settling it where `--set` says so."""
    if arguments.choices:
        with changing(arguments, language) as project:
            document_id = queries.find_document(project, arguments.document).id
            set_speakers(project, document_id, dict(arguments.choices))
            found = _speakers(project, queries.text_of(project, document_id))
    else:
        with reading(arguments, language) as project:
            document_id = queries.find_document(project, arguments.document).id
            found = _speakers(project, queries.text_of(project, document_id))
    rows = [(who.label, ROLES[who.role].say(language), who.respondent, who.turns, who.characters) for who in found]
    columns = ("speakers", "role", "respondent", "turns", "characters")
    shown = table(columns, rows, language) if rows else message("empty", language)
    return CommandResult({"speakers": [asdict(who) for who in found]}, shown)


def _speakers(project: OpenProject, text: DocumentText) -> list[_SpeakerRow]:
    people = queries.respondents_by_id(project)
    turns: Counter[int] = Counter()
    characters: Counter[int] = Counter()
    for turn in text.structure.turns:
        turns[turn.speaker_id] += 1
        characters[turn.speaker_id] += turn.end - turn.body_start
    return [
        _SpeakerRow(
            label=who.label,
            role=who.role.value,
            respondent=None if who.respondent_id is None else people[who.respondent_id].name,
            turns=turns[who.id],
            characters=characters[who.id],
            aliases=who.aliases,
            left_at=who.left_at,
            candidates=_candidates(project, who),
        )
        for who in text.speakers
    ]


def _candidates(project: OpenProject, speaker: Speaker) -> list[str]:
    """Return the names of respondents whom an unresolved speaker may be, the likeliest first."""
    if speaker.role is not SpeakerRole.UNRESOLVED:
        return []
    return [one.name for one in candidates_for(speaker.label, queries.respondents(project))]
