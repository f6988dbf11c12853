"""Reads sources one after the other, so that somebody can be told how far it has come, and adds them in one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kodebenk.application.document_actions import ImportReport, ImportWish, add_documents, read_files
from kodebenk.application.import_choices import ReadingChoices
from kodebenk.application.open_project import OpenProject
from kodebenk.importing.imported_document import ReadOptions


def import_one_by_one(
    project: OpenProject,
    paths: Sequence[Path],
    wish: ImportWish,
    choices: ReadingChoices,
    *,
    on_file: Callable[[Path], None] = lambda _path: None,
    on_part: Callable[[int, int], None] = lambda _done, _of: None,
) -> ImportReport:
    """Add sources in one change; a file that cannot be read does not stop the others and leaves nothing behind.

    Args:
        project: the open project.
        paths: the files.
        wish: what the user says of them.
        choices: how they are read.
        on_file: told of every file before it is read.
        on_part: told (done, of) while a long file is read.
    """
    options = ReadOptions(
        repairs=choices.repairs,
        encoding=choices.encoding or None,
        columns=choices.column_uses,
        progress=on_part,
    )
    read, failed = [], []
    for path in paths:
        on_file(path)
        documents, errors = read_files([path], wish, options)
        read += documents
        failed += errors
    return add_documents(project, read, wish, failed, join_labels=choices.join_labels)
