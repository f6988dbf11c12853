"""`replace-text`."""

from __future__ import annotations

import argparse

from kodebenk.analysis.reanchoring import Fate, Reason
from kodebenk.application import queries
from kodebenk.application.correction_preview import preview_correction, read_corrected_file
from kodebenk.application.followed_marks import FollowedCoding
from kodebenk.application.open_project import OpenProject
from kodebenk.application.text_correction import CorrectionReport, apply_correction
from kodebenk.cli.output import CommandResult, cut, join_blocks, table
from kodebenk.cli.progress import Progress
from kodebenk.cli.project_access import changing, reading
from kodebenk.cli.words import Language, Text

_REASONS = {
    Reason.NOT_FOUND: Text("ordene finnes ikke i den nye teksten", "its words are not in the new text"),
    Reason.AMBIGUOUS: Text("ordene finnes flere steder i den nye teksten", "its words stand in several places"),
}
_DONE = Text(
    "Byttet teksten i «{document}»: {kept} kodinger står der de sto, {moved} fulgte med, {unplaced} har ingen plass.",
    "Replaced the text of “{document}”: {kept} codings stand where they stood, {moved} followed, {unplaced} have no "
    "place.",
)
_ALTERED = Text(
    "Ordene i disse er rettet eller funnet et annet sted (kontroller dem):",
    "The words of these were corrected, or found elsewhere (look at them):",
)
_UNPLACED = Text("Disse har ingen plass og må avklares én for én:", "These have no place; settle them one by one:")
_NEW_SPEAKERS = Text("Nye talere: {labels}", "New speakers: {labels}")
_VOICES = Text(
    "{count} merkede stemmer har ingen plass.",
    "{count} marked voices have no place.",
    "1 merket stemme har ingen plass.",
    "1 marked voice has no place.",
)
_QUESTIONS = Text(
    "{count} bekreftede steder for spørsmål gikk tapt; finn spørsmålene på nytt.",
    "{count} confirmed places of questions were lost; find the questions again.",
    "1 bekreftet sted for et spørsmål gikk tapt; finn spørsmålene på nytt.",
    "1 confirmed place of a question was lost; find the questions again.",
)


def replace_text(arguments: argparse.Namespace, language: Language) -> CommandResult:
    """Give a document the text of a corrected file, in one change; codings follow."""
    with reading(arguments, language, tells=False) as project:
        document = queries.find_document(project, arguments.document)
    progress = Progress(1)
    try:
        progress.start(arguments.file)
        read = read_corrected_file(arguments.file, document.kind, as_is=arguments.as_is, progress=progress.part)
    finally:
        progress.finish()
    with changing(arguments, language) as project:
        report = apply_correction(project, preview_correction(project, document.id, read))
        codes = _codes_of(project, report)
    return CommandResult(_as_json(report, codes, language), _as_text(report, codes, document.name, language))


def _codes_of(project: OpenProject, report: CorrectionReport) -> dict[int, str]:
    book = queries.codebook(project)
    return {one.coding_id: book.path_of(one.code_id) for one in report.codings}


def _as_json(report: CorrectionReport, codes: dict[int, str], language: Language) -> dict[str, object]:
    return {
        "kept": report.kept,
        "moved": report.moved,
        "altered": [
            {
                "coding": one.coding_id,
                "code": codes[one.coding_id],
                "quote": one.old_words,
                "text": one.new_words,
                "start": one.start,
                "end": one.end,
                "score": one.score,
                "searched": one.fate is Fate.FOUND,
            }
            for one in report.altered
        ],
        "unplaced": [
            {
                "coding": one.coding_id,
                "quote": one.old_words,
                "reason": _reason(one).value,
                "message": _REASONS[_reason(one)].say(language),
                "code": codes[one.coding_id],
            }
            for one in report.unplaced
        ],
        "speakers": list(report.new_speakers),
        "voices": report.voices,
        "questions": report.questions,
    }


def _reason(one: FollowedCoding) -> Reason:
    assert one.reason is not None
    return one.reason


def _as_text(report: CorrectionReport, codes: dict[int, str], document: str, language: Language) -> str:
    counts = {"kept": report.kept, "moved": report.moved, "unplaced": len(report.unplaced)}
    altered = [(one.coding_id, codes[one.coding_id], cut(one.old_words), cut(one.new_words)) for one in report.altered]
    unplaced = [
        (one.coding_id, codes[one.coding_id], cut(one.old_words), _REASONS[_reason(one)].say(language))
        for one in report.unplaced
    ]
    labels = ", ".join(report.new_speakers)
    return join_blocks(
        _DONE.say(language, document=document, **counts),
        _ALTERED.say(language) if altered else "",
        table(("id", "code", "quote", "corrected"), altered, language) if altered else "",
        _UNPLACED.say(language) if unplaced else "",
        table(("id", "code", "quote", "reason"), unplaced, language) if unplaced else "",
        _NEW_SPEAKERS.say(language, labels=labels) if labels else "",
        _VOICES.say(language, count=report.voices) if report.voices else "",
        _QUESTIONS.say(language, count=report.questions) if report.questions else "",
    )
