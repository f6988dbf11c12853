"""Builds matrices and writes them to files: the same object for screen, Word and command line."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from kodebenk.analysis.attribution import Source
from kodebenk.analysis.matrix_building import MatrixMaterial, build_matrix
from kodebenk.analysis.theme_matrix import ThemeMatrix
from kodebenk.application import guide_queries, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.application.seen_cells import seen_cells, seen_synthesis
from kodebenk.application.sight import sight_in, sight_of
from kodebenk.domain.matrix import CellContent, ColumnKind, MatrixSpec, RowKind
from kodebenk.domain.respondent import GROUP, LabelPolicy
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import (
    codebook_store,
    coder_store,
    coding_store,
    document_store,
    guide_store,
    respondent_store,
)
from kodebenk.storage.reader import ReadConnection, open_reader

_Choice = TypeVar("_Choice", bound=StrEnum)

TOUCHING = (
    "coding",
    "coding_respondent",
    "respondent",
    "attribute",
    "attribute_value",
    "document",
    "document_respondent",
    "document_text",
    "speaker",
    "voice",
    "voice_respondent",
    "code",
    "coder",
    "coding_task",
    "matrix_cell",
    "synthesis",
    "guide",
    "guide_theme",
    "guide_question",
    "question_place",
)
"""Tables whose changes alter a matrix."""


def build(project: OpenProject, spec: MatrixSpec, *, policy: LabelPolicy = LabelPolicy.LABEL) -> ThemeMatrix:
    """Return the matrix as the project stands and the one who works may see it, on the owner's thread."""
    documents = queries.documents(project)
    sight = sight_of(project)
    material = MatrixMaterial(
        codebook=queries.codebook(project),
        respondents=queries.respondents(project),
        documents=documents,
        sources={one.id: queries.source_of(project, one.id) for one in documents},
        codings=coding_store.list_codings(project.connection, sight=sight.with_layers),
        coders=queries.coders(project),
        cells=seen_cells(project.connection, sight),
        synthesis=seen_synthesis(project.connection, sight),
        guides=guide_queries.guides(project),
        places=guide_queries.places(project),
    )
    return build_matrix(spec, material, policy=policy, title=project.title)


def build_in_worker(
    path: Path, spec: MatrixSpec, title: str, policy: LabelPolicy = LabelPolicy.LABEL, *, reader_name: str = ""
) -> ThemeMatrix:
    """Return the matrix as somebody may see it, read on a connection of its own; for worker threads.

    Without a name it shows what everybody may see.
    """
    with open_reader(path) as connection:
        return build_matrix(spec, read_material(connection, reader_name), policy=policy, title=title)


def read_material(connection: ReadConnection, reader_name: str) -> MatrixMaterial:
    """Return everything that a matrix for somebody is built from, as of one moment."""
    sight = sight_in(connection, reader_name)
    documents = document_store.list_documents(connection)
    sources = {one.id: Source(one, document_store.read_text(connection, one.id)) for one in documents}
    return MatrixMaterial(
        codebook=codebook_store.read_codebook(connection),
        respondents=respondent_store.list_respondents(connection),
        documents=documents,
        sources=sources,
        codings=coding_store.list_codings(connection, sight=sight.with_layers),
        coders=coder_store.list_coders(connection),
        cells=seen_cells(connection, sight),
        synthesis=seen_synthesis(connection, sight),
        guides=guide_store.list_guides(connection),
        places=guide_store.list_places(connection),
    )


def find_spec(project: OpenProject, name: str) -> MatrixSpec:
    """Return the specification of the saved matrix of that name, exactly or without regard to case.

    Raises:
        RuleBroken: NOT_FOUND with the names that exist.
    """
    saved = queries.saved_matrices(project)
    for fold in (str, str.casefold):
        for one in saved:
            if fold(one.spec.name) == fold(name.strip()):
                return one.spec
    raise RuleBroken(Rule.NOT_FOUND, kind="matrix", name=name, candidates=[one.spec.name for one in saved])


def make_spec(
    project: OpenProject,
    *,
    rows: str = "respondents",
    columns: str = "codes",
    content: str = "summary",
    by: str = "",
) -> MatrixSpec:
    """Return the specification that words of the command line mean.

    `groups:ATTR` makes groups the rows; `sections:2` the sections of documents, with headings down to level 2.

    Raises:
        RuleBroken: VALUE_NOT_ALLOWED, NOT_FOUND for an attribute that does not exist.
    """
    kind, _, attribute = rows.partition(":")
    row_kind = _choice(RowKind, "rows", kind)
    if row_kind is RowKind.GROUPS:
        by = attribute or by or GROUP
    level = int(attribute) if row_kind is RowKind.SECTIONS and attribute else 1
    return MatrixSpec(
        rows=row_kind,
        columns=_choice(ColumnKind, "columns", columns),
        content=_choice(CellContent, "cells", content),
        band=attribute_name(project, by) if by else "",
        section_level=level,
    )


def attribute_name(project: OpenProject, name: str) -> str:
    """Return an attribute's name as it is written in the project; "gruppe" also means "group".

    Raises:
        RuleBroken: NOT_FOUND with the attributes that exist.
    """
    wanted = name.strip().casefold()
    known = [one.name for one in queries.attributes(project)]
    for candidate in known:
        if candidate.casefold() == wanted or {candidate.casefold(), wanted} == {GROUP, "gruppe"}:
            return candidate
    raise RuleBroken(Rule.NOT_FOUND, kind="attribute", name=name, candidates=known)


def _choice(choices: type[_Choice], kind: str, word: str) -> _Choice:
    try:
        return choices(word)
    except ValueError:
        allowed = [one.value for one in choices]
        raise RuleBroken(Rule.VALUE_NOT_ALLOWED, kind=kind, value=word, allowed=allowed) from None


def export(matrix: ThemeMatrix, path: Path, *, language: str, overwrite: bool = False) -> None:
    """Write a matrix to .docx, .xlsx, .csv or .html; the file shows this very object. Raises ExportFailed."""
    from kodebenk.exporting.matrix_export import export_matrix

    export_matrix(matrix, path, language, overwrite=overwrite)
