"""A comparison of coders to files, the format chosen by the ending of the name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from kodebenk.analysis.agreement.coders_report import AgreementReport
from kodebenk.analysis.agreement.negotiated_agreement import Discussion
from kodebenk.errors import ExportFailed, ExportProblem
from kodebenk.exporting.agreement_json import agreement_json
from kodebenk.exporting.agreement_tables import write_agreement_tables
from kodebenk.exporting.agreement_words import AgreementWords, agreement_words
from kodebenk.exporting.safe_file import write_safely
from kodebenk.exporting.word_agreement import write_word_agreement


def export_agreement_report(
    report: AgreementReport,
    path: Path,
    language: str,
    *,
    discussion: Discussion | None = None,
    overwrite: bool = False,
) -> None:
    """Write the report to `.docx`, `.csv` (two files) or `.json`, with words in `nb` or `en`.

    Agreement after discussion stands in a column of its own.

    Raises:
        ExportFailed: UNKNOWN_FORMAT, with the endings that are possible, and see `write_safely`.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise ExportFailed(ExportProblem.UNKNOWN_FORMAT, path, detail=", ".join(_WRITERS))
    write(report, path, agreement_words(language), discussion=discussion, overwrite=overwrite)


def _write_json(
    report: AgreementReport,
    path: Path,
    words: AgreementWords,
    *,
    discussion: Discussion | None = None,
    overwrite: bool = False,
) -> None:
    shown = json.dumps(agreement_json(report, words, discussion), ensure_ascii=False, indent=2)
    write_safely(path, lambda file: file.write(f"{shown}\n".encode()), overwrite=overwrite)


_WRITERS: dict[str, Callable[..., None]] = {
    ".docx": write_word_agreement,
    ".csv": write_agreement_tables,
    ".json": _write_json,
}
