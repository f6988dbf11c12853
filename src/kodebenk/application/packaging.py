"""Packing a project for another coder: chosen sources and the codebook, without anybody's codings."""

from __future__ import annotations

import os
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kodebenk import __version__
from kodebenk.application import queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.seen_cells import people_in
from kodebenk.domain.document import Document
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import ProjectFileError, ProjectFileProblem, Rule, RuleBroken
from kodebenk.storage import (
    history_store,
    property_store,
    respondent_store,
)
from kodebenk.storage.foreign_project import COPIED_TABLES, RowCopy, read_rows
from kodebenk.storage.project_file import ProjectFile
from kodebenk.storage.project_lock import ProjectLock
from kodebenk.storage.writer import Writer

_OF_DOCUMENTS = ("document_text", "source_file", "document_respondent", "speaker", "turn", "voice", "question_place")

_OF_TEAMS = ("turn_sample", "sampled_turn", "coding_task", "task_unit")

_LEFT_BEHIND = ("coding", "coding_respondent", "text_version", "comparison", "decision", "decision_coding")

_BLANK: Mapping[str, Mapping[str, Any]] = {
    "document": {"progress": 0.0},
    "respondent": {"memo": ""},
    "code": {"memo": ""},
}
"""What does not go along: how far somebody is, and what was noted."""


@dataclass(frozen=True, slots=True)
class PackageReport:
    """What was packed; `is_known_coder` tells that the coder is one of the project already."""

    path: Path
    documents: tuple[str, ...]
    coder: str
    is_known_coder: bool


def package_for_coder(
    project: OpenProject,
    target: Path,
    coder_name: str,
    document_ids: Iterable[int] | None = None,
    *,
    overwrite: bool = False,
) -> PackageReport:
    """Write a project of its own for another coder, which can be merged back.

    It holds the chosen documents (None: all) with their original files, speakers, voices and places of questions, the
    respondents who are in them, the codebook, the interview guides, that one coder and their tasks there. It holds no
    codings, cells, synthesis, matrices, comparisons, decisions, memos, former texts or history. Everything keeps its
    identity. A coder whom this project does not know gets the same identity in every package of that name.

    Args:
        project: what is packed; it is not changed, and may be open for reading only.
        target: the file to be made.
        coder_name: who shall code.
        document_ids: which documents.
        overwrite: replace a file that is there.

    Raises:
        RuleBroken: NAME_EMPTY for the coder, NAME_TAKEN for the consensus; FILE_EXISTS; NOT_FOUND for a document.
        ProjectFileError: FOLDER_MISSING, DISK_FULL, CANNOT_WRITE; LOCKED where the file to be replaced is open.
    """
    name = " ".join(coder_name.split())
    if not name:
        raise RuleBroken(Rule.NAME_EMPTY, kind="coder")
    target = target.absolute()
    if target.exists() and (not overwrite or target.samefile(project.path)):
        raise RuleBroken(Rule.FILE_EXISTS, path=str(target))
    documents = _chosen(project, document_ids)
    known = queries.find_coder(project, name)
    if known is not None and not known.is_person:
        raise RuleBroken(Rule.NAME_TAKEN, kind="coder", name=name)
    partial = target.with_name(f"{target.name}.partial")
    partial.unlink(missing_ok=True)
    try:
        _write(project, partial, known.name if known else name, documents)
        _put_in_place(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    names = tuple(one.name for one in documents)
    return PackageReport(target, names, known.name if known else name, known is not None)


def _chosen(project: OpenProject, document_ids: Iterable[int] | None) -> Sequence[Document]:
    everything = queries.documents(project)
    if document_ids is None:
        return everything
    wanted = {queries.document(project, one).id for one in document_ids}
    return [one for one in everything if one.id in wanted]


def _write(project: OpenProject, path: Path, coder_name: str, documents: Sequence[Document]) -> None:
    file = ProjectFile.create(path, __version__)
    try:
        with file.transaction():
            write = Writer(file.connection)
            property_store.set_value(write, "title", project.title)
            _Packing(project, write, documents, coder_name).run()
            history_store.record(
                write.connection, ChangeName.CREATE_PROJECT, coder_name, {"title": project.title}, write.row_changes
            )
    finally:
        file.close()


class _Packing:
    def __init__(self, project: OpenProject, write: Writer, documents: Sequence[Document], coder_name: str) -> None:
        self._project = project
        self._write = write
        self._documents = {one.id for one in documents}
        self._coder_name = coder_name
        self._rows = dict(read_rows(project.connection, self._documents))
        self._people = people_in(project.connection, self._documents)
        self._coder_id = 0

    def run(self) -> None:
        self._coder_id = self._coder_row()
        copy = RowCopy(self._write, self._rows, {})
        chosen = {table.name: self._ids_of(table.name) for table in COPIED_TABLES} | {"coder": [self._coder_id]}
        for table in COPIED_TABLES:
            copy.add(table.name, {one: _BLANK.get(table.name, {}) for one in chosen[table.name]})
        self._copy_attributes(copy)

    def _coder_row(self) -> int:
        """Return the number of the coder's row, which is made up where the project does not know them."""
        known = queries.find_coder(self._project, self._coder_name)
        if known is not None:
            return known.id
        guid = coder_guid(self._project, self._coder_name)
        self._rows["coder"] = {0: {"id": 0, "guid": guid, "name": self._coder_name, "kind": "person"}}
        return 0

    def _ids_of(self, table: str) -> Collection[int]:
        """Return the rows of a table that are packed, parents before children."""
        if table in _LEFT_BEHIND:
            return ()
        if table == "code":
            return [code.id for code, _ in queries.codebook(self._project).in_order()]
        if table == "respondent":
            return [one for one in self._rows[table] if one in self._people]
        rows = self._rows[table].items()
        if table in _OF_TEAMS:
            return self._of_team(table)
        if table == "voice_respondent":
            voices = {one for one, row in self._rows["voice"].items() if row["document_id"] in self._documents}
            return [one for one, row in rows if row["voice_id"] in voices]
        return [one for one, row in rows if table not in _OF_DOCUMENTS or row["document_id"] in self._documents]

    def _of_team(self, table: str) -> Collection[int]:
        """Return the coder's own tasks in the chosen documents, with their units, and the samples they are about."""
        tasks = {
            one
            for one, row in self._rows["coding_task"].items()
            if row["coder_id"] == self._coder_id and row["document_id"] in self._documents
        }
        if table == "coding_task":
            return tasks
        if table == "task_unit":
            return [one for one, row in self._rows[table].items() if row["task_id"] in tasks]
        samples = {self._rows["coding_task"][one]["sample_id"] for one in tasks} - {None}
        if table == "turn_sample":
            return samples
        rows = self._rows[table].items()
        return [one for one, row in rows if row["sample_id"] in samples and row["document_id"] in self._documents]

    def _copy_attributes(self, copy: RowCopy) -> None:
        attributes = {one.name: one.id for one in respondent_store.list_attributes(self._project.connection)}
        for one in queries.respondents(self._project):
            for name, value in one.attributes.items() if one.id in self._people else ():
                here = copy.now("respondent", -one.id), copy.now("attribute", -attributes[name])
                respondent_store.set_value(self._write, *here, value)


def coder_guid(project: OpenProject, name: str) -> str:
    """Return the identity that packages of this project give a coder of a name.

    It follows from the project's first coder and the name (RFC 4122, version 5), so that two packages for the same
    coder are the work of one when they are merged back.
    """
    coders = queries.coders(project)
    if not coders:
        return str(uuid.uuid4())
    return str(uuid.uuid5(uuid.UUID(coders[0].guid), f"coder:{name.casefold()}"))


def _put_in_place(partial: Path, target: Path) -> None:
    """Rename the package. A project that is replaced must not be open, and leaves nothing of its own behind."""
    lock = ProjectLock(target)
    try:
        for extra in ("-wal", "-shm"):
            target.with_name(target.name + extra).unlink(missing_ok=True)
        os.replace(partial, target)
    except OSError as error:
        raise ProjectFileError(ProjectFileProblem.CANNOT_WRITE, target, detail=error.strerror or "") from error
    finally:
        lock.release()
