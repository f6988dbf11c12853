"""Sentences for rows that have no place, and for what the checks of a project find."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kodebenk.application.coding_import import UnplacedRow
from kodebenk.application.project_check import Problem
from kodebenk.errors import Rule, RuleBroken
from kodebenk.ui.error_messages import explain
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP

UNPLACED_TEXTS: dict[str, str] = {
    "quote_not_found": QT_TRANSLATE_NOOP("UnplacedRows", "The quote is not in the document."),
    Rule.NAME_EMPTY: QT_TRANSLATE_NOOP("UnplacedRows", "The row names no code."),
    Rule.VALUE_NOT_ALLOWED: QT_TRANSLATE_NOOP("UnplacedRows", "“{value}” is not possible. Possible: {allowed}."),
}

PROBLEM_TEXTS: dict[str, tuple[str, str]] = {
    "file_damaged": (
        QT_TRANSLATE_NOOP("Problems", "The file is damaged."),
        QT_TRANSLATE_NOOP("Problems", "Restore a backup. SQLite says: {detail}"),
    ),
    "reference_broken": (
        QT_TRANSLATE_NOOP("Problems", "Something refers to what is not there."),
        QT_TRANSLATE_NOOP("Problems", "Row {row} of {table} refers to {to}."),
    ),
    "text_missing": (
        QT_TRANSLATE_NOOP("Problems", "A document has lost its text."),
        QT_TRANSLATE_NOOP("Problems", "“{document}”"),
    ),
    "text_length": (
        QT_TRANSLATE_NOOP("Problems", "A count of characters is wrong."),
        QT_TRANSLATE_NOOP("Problems", "“{document}”"),
    ),
    "structure_outside_text": (
        QT_TRANSLATE_NOOP("Problems", "Paragraphs or turns lie outside their text."),
        QT_TRANSLATE_NOOP("Problems", "Document number {document}"),
    ),
    "original_changed": (
        QT_TRANSLATE_NOOP("Problems", "A kept original is not what was imported."),
        QT_TRANSLATE_NOOP("Problems", "“{file}”"),
    ),
    "quote_not_in_place": (
        QT_TRANSLATE_NOOP("Problems", "A coding is unplaced."),
        QT_TRANSLATE_NOOP("Problems", "Its words do not stand where it says. Choose it to look."),
    ),
    "voice_not_in_place": (
        QT_TRANSLATE_NOOP("Problems", "A marked voice does not stand at its words."),
        QT_TRANSLATE_NOOP("Problems", "Document number {document}"),
    ),
    "question_not_in_place": (
        QT_TRANSLATE_NOOP("Problems", "The place of a question does not stand at its words."),
        QT_TRANSLATE_NOOP("Problems", "Document number {document}"),
    ),
    "context_changed": (
        QT_TRANSLATE_NOOP("Problems", "The words around a coding are others than noted."),
        QT_TRANSLATE_NOOP("Problems", "Coding number {coding}"),
    ),
    "code_unreachable": (
        QT_TRANSLATE_NOOP("Problems", "A code lies below itself."),
        QT_TRANSLATE_NOOP("Problems", "“{code}”"),
    ),
}
_OTHER = (QT_TRANSLATE_NOOP("Problems", "Something is not as it should be."), "{kind}")


def unplaced_words(row: UnplacedRow) -> str:
    """Return why a row was not placed."""
    text = UNPLACED_TEXTS.get(row.reason)
    if text is None:
        return explain(RuleBroken(Rule(row.reason), **row.fields)).title
    return QCoreApplication.translate("UnplacedRows", text).format_map({"value": "", "allowed": "", **row.fields})


def problem_words(problem: Problem) -> tuple[str, str]:
    """Return what a check found, and where."""
    title, detail = (QCoreApplication.translate("Problems", text) for text in PROBLEM_TEXTS.get(problem.kind, _OTHER))
    return title, detail.format_map({"kind": problem.kind, **problem.fields})
