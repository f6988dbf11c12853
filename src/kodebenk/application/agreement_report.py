"""Compares coders, and writes what came of it to files: the same object for screen, Word and command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kodebenk.analysis.agreement.negotiated_agreement import tell_discussion
from kodebenk.analysis.attribution import Source
from kodebenk.domain.coding import Coding
from kodebenk.errors import Cancelled
from kodebenk.storage import (
    codebook_store,
    coding_store,
    document_store,
    guide_store,
    property_store,
    respondent_store,
    task_store,
)
from kodebenk.storage.reader import ReadConnection

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.coders_material import AgreementMaterial
    from kodebenk.analysis.agreement.coders_report import AgreementFigures, AgreementReport
    from kodebenk.analysis.agreement.coders_setup import AgreementSetup
    from kodebenk.domain.consensus import Decision
    from kodebenk.exporting.agreement_words import AgreementWords

TOUCHING = (
    "code",
    "coder",
    "coding",
    "coding_task",
    "document",
    "document_respondent",
    "document_text",
    "guide",
    "question_place",
    "respondent",
    "sampled_turn",
    "speaker",
    "task_unit",
    "turn",
)
"""Tables whose changes alter a comparison."""


def read_agreement_material(
    connection: ReadConnection, is_cancelled: Callable[[], bool] = lambda: False
) -> AgreementMaterial:
    """Return everything that coders are compared on, as of one moment. Raises Cancelled: the user stopped."""
    from kodebenk.analysis.agreement.coders_material import AgreementMaterial

    sources: dict[int, Source] = {}
    for one in document_store.list_documents(connection):
        if is_cancelled():
            raise Cancelled
        sources[one.id] = Source(one, document_store.read_text(connection, one.id))
    codings: list[Coding] = []
    for document_id in sorted(sources):  # one by one: all of a large project take too long to be stopped
        if is_cancelled():
            raise Cancelled
        codings += coding_store.list_codings(connection, document_id=document_id, with_unplaced=True)
    return AgreementMaterial(
        title=property_store.get_value(connection, "title"),
        codebook=codebook_store.read_codebook(connection),
        sources=sources,
        codings=[one for one in codings if not one.unplaced],
        unplaced=[one for one in codings if one.unplaced],
        places=guide_store.list_places(connection),
        respondents={one.id: one for one in respondent_store.list_respondents(connection)},
        tasks=task_store.list_tasks(connection),
        samples={one.id: one for one in task_store.list_samples(connection)},
    )


def compare_coders(
    material: AgreementMaterial,
    setup: AgreementSetup,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> AgreementReport:
    """Return how the raters of a setup agree; what the setup leaves open is told in the report's.

    Args:
        material: of the project.
        setup: who is compared on what.
        is_cancelled: asked now and then.
        progress: gets the steps done and all.

    Raises:
        RuleBroken: TOO_FEW_CODERS, NO_SHARED_SOURCE, COMPARED_TEXT_CHANGED, NOT_FOUND.
        Cancelled: the user stopped.
    """
    from kodebenk.analysis.agreement.coders_comparison import compare_material

    return compare_material(material, setup, is_cancelled, progress)


def export_agreement(
    report: AgreementReport,
    path: Path,
    *,
    language: str,
    overwrite: bool = False,
    after: AgreementFigures | None = None,
    decisions: Iterable[Decision] = (),
) -> tuple[Path, ...]:
    """Write a report to .docx, .csv or .json and return the files; .csv has a second one with the ratings.

    Args:
        report: how the coders agree.
        path: the target.
        language: of the words, `nb` or `en`.
        overwrite: existing files may be replaced.
        after: the figures after discussion (`consensus_report.compare_after`), for a column of their own.
        decisions: of the project; how many of the differences were settled is told by them.

    Raises:
        ExportFailed: see `write_safely`; UNKNOWN_FORMAT.
    """
    from kodebenk.exporting.agreement_export import export_agreement_report
    from kodebenk.exporting.agreement_tables import ratings_path

    discussion = tell_discussion(report, decisions, after)
    export_agreement_report(report, path, language, discussion=discussion, overwrite=overwrite)
    return (path, ratings_path(path)) if path.suffix.lower() == ".csv" else (path,)


def report_as_json(
    report: AgreementReport,
    language: str,
    *,
    after: AgreementFigures | None = None,
    decisions: Iterable[Decision] = (),
) -> dict[str, Any]:
    """Return the document for other programs; remarks are in `nb` or `en`. See `export_agreement`."""
    from kodebenk.exporting.agreement_json import agreement_json
    from kodebenk.exporting.agreement_words import agreement_words

    return agreement_json(report, agreement_words(language), tell_discussion(report, decisions, after))


def method_paragraph(
    report: AgreementReport,
    language: str,
    *,
    after: AgreementFigures | None = None,
    decisions: Iterable[Decision] = (),
) -> str:
    """Return the paragraph for a method chapter in `nb`, `nn` or `en`. See `export_agreement`."""
    from kodebenk.exporting.agreement_method import method_paragraph

    return method_paragraph(report, language, tell_discussion(report, decisions, after))


def method_languages() -> dict[str, str]:
    """Return the languages of that paragraph, each with its own name."""
    from kodebenk.exporting.agreement_method import METHOD_LANGUAGES

    return {language: name for language, (name, _) in METHOD_LANGUAGES.items()}


def wording(language: str) -> AgreementWords:
    """Return what measures, classes and remarks are called in `nb` or `en`."""
    from kodebenk.exporting.agreement_words import agreement_words

    return agreement_words(language)


def setup_sentences(
    report: AgreementReport,
    language: str,
    *,
    after: AgreementFigures | None = None,
    decisions: Iterable[Decision] = (),
) -> list[str]:
    """Return what must stand beside the figures: unit, rule, scope, sources, intervals, and what was left out.

    What was settled is told too, see `export_agreement`.
    """
    from kodebenk.exporting.agreement_notes import discussion_notes, overlap_notes, result_notes, setup_notes

    words = wording(language)
    discussion = discussion_notes(tell_discussion(report, decisions, after), words)
    return [*setup_notes(report, words), *result_notes(report, words), *discussion, *overlap_notes(report, words)]
