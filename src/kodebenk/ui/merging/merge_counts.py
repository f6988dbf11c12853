"""What a merge does, or did, in numbers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from PySide6.QtCore import QCoreApplication

from kodebenk.application.merge_plan import ConflictKind, MergeReport
from kodebenk.ui.marked_text import QT_TRANSLATE_NOOP
from kodebenk.ui.number_words import counted

_MOST_PARTS = 3
_TEXTS = {
    "codings": (QT_TRANSLATE_NOOP("MergeCounts", "1 coding"), QT_TRANSLATE_NOOP("MergeCounts", "{count} codings")),
    "sources": (QT_TRANSLATE_NOOP("MergeCounts", "1 source"), QT_TRANSLATE_NOOP("MergeCounts", "{count} sources")),
    "codes": (QT_TRANSLATE_NOOP("MergeCounts", "1 code"), QT_TRANSLATE_NOOP("MergeCounts", "{count} codes")),
    "respondents": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 respondent"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} respondents"),
    ),
    "cells": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 cell of the matrix"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} cells of the matrix"),
    ),
    "synthesis": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 synthesis text"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} synthesis texts"),
    ),
    "matrices": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 saved matrix"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} saved matrices"),
    ),
    "guides": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 interview guide"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} interview guides"),
    ),
    "questions": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 question"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} questions"),
    ),
    "places": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 place of a question"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} places of questions"),
    ),
    "tasks": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 coding task"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} coding tasks"),
    ),
    "comparisons": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 saved comparison"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} saved comparisons"),
    ),
    "decisions": (
        QT_TRANSLATE_NOOP("MergeCounts", "1 decision"),
        QT_TRANSLATE_NOOP("MergeCounts", "{count} decisions"),
    ),
    "voices": (QT_TRANSLATE_NOOP("MergeCounts", "1 voice"), QT_TRANSLATE_NOOP("MergeCounts", "{count} voices")),
}


def coming_codings(report: MergeReport) -> int:
    """Return how many codings come along: in their place, in another one, or without one."""
    return report.added + report.moved + len(report.unplaced)


def things_taken(report: MergeReport) -> int:
    """Return in how many things theirs is taken; what comes back counts among what is added."""
    conflicts = sum(one.is_taken and one.kind is not ConflictKind.REMOVED for one in report.conflicts)
    return conflicts + sum(one.takes_text for one in report.documents)


def describe_deeds(report: MergeReport) -> str:
    """Return what a merge does, such as "Add 42 codings, 1 source"; empty where nothing is seen to change."""
    translate = QCoreApplication.translate
    parts = ", ".join(words for _, words in islice(list_added(report), _MOST_PARTS))
    taken = things_taken(report)
    one, many = translate("MergeCounts", "1 thing"), translate("MergeCounts", "{count} things")
    things = counted(taken, one, many)
    if parts and taken:
        both = translate("MergeCounts", "Add {what}, take over {things}")
        return both.format(what=parts, things=things)
    if parts:
        return translate("MergeCounts", "Add {what}").format(what=parts)
    if taken:
        return translate("MergeCounts", "Take over {things}").format(things=things)
    if report.completed:
        one = translate("MergeCounts", "Fill 1 empty field")
        return counted(report.completed, one, translate("MergeCounts", "Fill {count} empty fields"))
    return ""


def list_added(report: MergeReport) -> Iterator[tuple[str, str]]:
    """Yield what comes along: its name and its number in words, what weighs most first."""
    counts = {
        "codings": coming_codings(report),
        "sources": sum(one.is_added for one in report.documents),
        "codes": len(report.codes_added),
        "respondents": len(report.respondents),
        "cells": report.cells,
        "synthesis": report.synthesis,
        "matrices": len(report.matrices),
        "guides": len(report.guides),
        "questions": report.questions,
        "places": report.places,
        "voices": report.voices,
        "tasks": report.tasks,
        "comparisons": report.comparisons,
        "decisions": report.decisions,
    }
    for name, count in counts.items():
        if count:
            one, many = (QCoreApplication.translate("MergeCounts", text) for text in _TEXTS[name])
            yield name, counted(count, one, many)
