"""The files that documents were made from: what is known of them, and how to get them back."""

from __future__ import annotations

from pathlib import Path

from kodebenk.application.open_project import OpenProject
from kodebenk.storage import document_store


def encoding_of(project: OpenProject, document_id: int) -> str:
    """Return the encoding in which a text file was read; empty for formats that have none."""
    return project.kept(
        ("encoding", document_id),
        {"source_file"},
        lambda: document_store.read_encoding(project.connection, document_id),
    )


def write_original(target: Path, content: bytes) -> None:
    """Write the content of an original file, byte for byte; safe in a worker. An existing file is replaced.

    Raises:
        ExportFailed: the file could not be written; whatever stood there is untouched.
    """
    from kodebenk.exporting.safe_file import write_safely

    write_safely(target, lambda file: file.write(content), overwrite=True)
