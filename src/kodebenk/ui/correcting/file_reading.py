"""Reads a corrected file and finds out what it does to a document; for worker threads."""

from __future__ import annotations

from pathlib import Path

from kodebenk.application.correction_preview import CorrectionPreview, preview_in_worker, read_corrected_file
from kodebenk.domain.document import SourceKind
from kodebenk.ui.background import CancelToken, Progress


def read_and_preview(
    project_path: Path,
    reader_name: str,
    document_id: int,
    kind: SourceKind,
    path: Path,
    token: CancelToken,
    progress: Progress,
) -> CorrectionPreview:
    """Return what the text of a file would do in the place of a document's text.

    Raises:
        SourceUnreadable, RuleBroken: as reading and comparing do.
        Cancelled: the user stopped.
    """
    read = read_corrected_file(path, kind, is_cancelled=token.is_cancelled, progress=progress)
    token.check()
    return preview_in_worker(project_path, document_id, read, reader_name)
