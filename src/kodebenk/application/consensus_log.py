"""The list of differences with what became of each, and the codebook to mend, to files."""

from __future__ import annotations

from pathlib import Path

from kodebenk.analysis.agreement.coders_material import AgreementMaterial
from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.decision_log import DecisionLog, make_decision_log
from kodebenk.storage import coder_store, comparison_store
from kodebenk.storage.reader import ReadConnection


def read_log(connection: ReadConnection, report: AgreementReport, material: AgreementMaterial) -> DecisionLog:
    """Return what became of the differences of a report, which was made from this material."""
    names = {one.id: one.name for one in coder_store.list_coders(connection)}
    decided = comparison_store.list_decisions(connection)
    return make_decision_log(report, material, decided, names)


def export_log(log: DecisionLog, path: Path, *, language: str, overwrite: bool = False) -> tuple[Path, ...]:
    """Write a log to .docx, .xlsx or .csv and return the files; .csv has a second one with the codebook to mend.

    Raises:
        ExportFailed: see `write_safely`; UNKNOWN_FORMAT.
    """
    from kodebenk.exporting.decision_log import export_decision_log

    return export_decision_log(log, path, language, overwrite=overwrite)
