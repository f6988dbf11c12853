"""Compares coders, and writes what came of it to files: the same object for screen, Word and command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kodebenk.analysis.attribution import Source
from kodebenk.storage import (
    codebook_store,
    coding_store,
    document_store,
    guide_store,
    property_store,
    respondent_store,
)
from kodebenk.storage.reader import ReadConnection, open_reader

if TYPE_CHECKING:
    from kodebenk.analysis.agreement.coders_material import AgreementMaterial
    from kodebenk.analysis.agreement.coders_report import AgreementReport
    from kodebenk.analysis.agreement.coders_setup import AgreementSetup
    from kodebenk.exporting.agreement_words import AgreementWords

TOUCHING = (
    "code",
    "coder",
    "coding",
    "document",
    "document_respondent",
    "document_text",
    "guide",
    "question_place",
    "respondent",
    "speaker",
    "turn",
)
"""Tables whose changes alter a comparison."""


def read_agreement_material(connection: ReadConnection) -> AgreementMaterial:
    """Return everything that coders are compared on, as of one moment."""
    from kodebenk.analysis.agreement.coders_material import AgreementMaterial

    documents = document_store.list_documents(connection)
    codings = coding_store.list_codings(connection, with_unplaced=True)
    return AgreementMaterial(
        title=property_store.get_value(connection, "title"),
        codebook=codebook_store.read_codebook(connection),
        sources={one.id: Source(one, document_store.read_text(connection, one.id)) for one in documents},
        codings=[one for one in codings if not one.unplaced],
        unplaced=[one for one in codings if one.unplaced],
        places=guide_store.list_places(connection),
        respondents={one.id: one for one in respondent_store.list_respondents(connection)},
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


def compare_in_worker(
    path: Path,
    setup: AgreementSetup,
    is_cancelled: Callable[[], bool] = lambda: False,
    progress: Callable[[int, int], None] = lambda _done, _of: None,
) -> AgreementReport:
    """Return the same, read on a connection of its own; for worker threads."""
    with open_reader(path) as connection:
        material = read_agreement_material(connection)
    return compare_coders(material, setup, is_cancelled, progress)


def export_agreement(
    report: AgreementReport, path: Path, *, language: str, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write a report to .docx, .csv or .json and return the files; .csv has a second one with the ratings.

    Raises:
        ExportFailed: see `write_safely`; UNKNOWN_FORMAT.
    """
    from kodebenk.exporting.agreement_export import export_agreement_report
    from kodebenk.exporting.agreement_tables import ratings_path

    export_agreement_report(report, path, language, overwrite=overwrite)
    return (path, ratings_path(path)) if path.suffix.lower() == ".csv" else (path,)


def report_as_json(report: AgreementReport, language: str) -> dict[str, Any]:
    """Return the document for other programs; remarks are in `nb` or `en`."""
    from kodebenk.exporting.agreement_json import agreement_json
    from kodebenk.exporting.agreement_words import agreement_words

    return agreement_json(report, agreement_words(language))


def wording(language: str) -> AgreementWords:
    """Return what measures, classes and remarks are called in `nb` or `en`."""
    from kodebenk.exporting.agreement_words import agreement_words

    return agreement_words(language)


def setup_sentences(report: AgreementReport, language: str) -> list[str]:
    """Return what must stand beside the figures: unit, rule, scope, sources, intervals, and what was left out."""
    from kodebenk.exporting.agreement_notes import overlap_notes, result_notes, setup_notes

    words = wording(language)
    return [*setup_notes(report, words), *result_notes(report, words), *overlap_notes(report, words)]
