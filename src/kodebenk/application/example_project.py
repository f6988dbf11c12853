"""The example project: a fictional study, made from the texts in `resources/example/` by the program's own actions."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from kodebenk.analysis.agreement.coders_material import settle_setup
from kodebenk.application import coding_tasks, guide_actions, guide_queries, matrix_actions, queries
from kodebenk.application.agreement_report import read_agreement_material
from kodebenk.application.agreement_setup import make_setup
from kodebenk.application.codebook_actions import create_code
from kodebenk.application.coding_import import import_codings
from kodebenk.application.comparison_actions import save_comparison
from kodebenk.application.document_actions import ImportWish, add_document, read_files
from kodebenk.application.guide_files import import_guide_file
from kodebenk.application.matrix_actions import CellRow, import_cells
from kodebenk.application.open_project import OpenProject
from kodebenk.application.respondent_actions import create_respondent, set_attributes, set_speakers
from kodebenk.bundled_files import find_resource
from kodebenk.domain.document import DocumentDetails, SourceKind
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.matrix import ColumnKey, ColumnKind, MatrixSpec, SynthesisKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.respondent import GROUP
from kodebenk.importing.imported_document import ReadOptions
from kodebenk.storage import codebook_store, document_store, respondent_store

TITLE = "Målarbeid i tre kommuner"
_ATTRIBUTES = (("group", GROUP), ("role", "Rolle"), ("municipality", "Kommune"), ("years", "Ansiennitet"))
_CODE_FIELDS = ("slot", "key", "definition", "use_when", "use_not", "example", "synonyms", "origin")


def build_example(path: Path) -> OpenProject:
    """Make the example project at `path` and return it open.

    Raises:
        ProjectFileError: the file cannot be made.
    """
    folder = find_resource("example/study.toml").parent
    study = tomllib.loads((folder / "study.toml").read_text("utf-8"))
    first_coder = study["study"]["coders"][0]
    project = OpenProject.create(path, title=study["study"]["title"], coder_name=first_coder)
    try:
        _fill(project, folder, study)
    except BaseException:
        project.close()
        path.unlink(missing_ok=True)
        raise
    return project


def _fill(project: OpenProject, folder: Path, study: Mapping[str, Any]) -> None:
    with project.change(ChangeName.BUILD_EXAMPLE) as write:
        for one in study["respondents"]:
            respondent_id = create_respondent(write, one["name"], one["label"])
            set_attributes(write, respondent_id, {name: _shown(key, one[key]) for key, name in _ATTRIBUTES})
            respondent_store.update(write, respondent_id, aliases=tuple(one.get("aliases", ())))
    _add_codes(project, study["codes"])
    _add_documents(project, folder, study)
    _add_codings(project, folder, late=False)
    _add_cells(project, folder, stale=True)
    _add_codings(project, folder, late=True)
    _add_cells(project, folder, stale=False)
    _add_synthesis(project, study["synthesis"])
    _add_guide(project, folder, study["guide"])
    _add_comparison(project, study["comparison"])


def _shown(key: str, value: Any) -> str:
    return f"{value} år" if key == "years" else str(value)


def _add_codes(project: OpenProject, codes: Sequence[Mapping[str, Any]]) -> None:
    with project.change(ChangeName.IMPORT_CODES, count=str(len(codes))) as write:
        ids: dict[str, int] = {}
        for one in sorted(codes, key=lambda code: code["path"].count("/")):
            above, _, name = one["path"].rpartition("/")
            values = {field: one[field] for field in _CODE_FIELDS if one.get(field)}
            values["name_other"] = one.get("name_en", "")
            book = codebook_store.read_codebook(write.connection)
            ids[one["path"]] = create_code(write, book, name, ids.get(above), **values)


def _add_documents(project: OpenProject, folder: Path, study: Mapping[str, Any]) -> None:
    people = {one.label: one for one in queries.respondents(project)}
    paths = [folder / one["file"] for one in study["documents"]]
    read = []
    for path, one in zip(paths, study["documents"], strict=True):
        got, failed = read_files([path], ImportWish(kind=SourceKind(one["kind"])), ReadOptions())
        if failed:
            raise failed[0]
        read.extend(got)
    with project.change(ChangeName.IMPORT_DOCUMENTS, count=str(len(read))) as write:
        ids = []
        for text, one in zip(read, study["documents"], strict=True):
            wish = ImportWish(details=_details(one), name=one["name"])
            belongs = [people[label].id for label in one.get("respondents", ()) if not one.get("speakers")]
            ids.append(add_document(write, text, wish, belongs))
            document_store.update(write, ids[-1], progress=float(one.get("progress", 0)))
    for document_id, one in zip(ids, study["documents"], strict=True):
        if one.get("speakers"):
            set_speakers(project, document_id, one["speakers"])


def _details(one: Mapping[str, Any]) -> DocumentDetails:
    names = {field.name for field in fields(DocumentDetails)}
    known = {name: value for name, value in one.items() if name in names}
    return DocumentDetails(**{**known, "date": str(known.get("date", ""))})


def _add_codings(project: OpenProject, folder: Path, *, late: bool) -> None:
    for name in ("codings-a.csv", "codings-b.csv"):
        rows = [row for row in _read(folder / name) if bool(row.get("late")) is late]
        for row in rows:
            row["document"] = Path(row["document"]).name
        report = import_codings(project, rows)
        assert (report.unplaced, report.fuzzy) == ((), ()), report


def _add_cells(project: OpenProject, folder: Path, *, stale: bool) -> None:
    for name in ("cells-a.csv", "cells-b.csv"):
        rows = [row for row in _read(folder / name) if (row["after"] == "stale") is stale]
        import_cells(
            project,
            [CellRow(row["row"], row["column"], row["summary"], row["state"], row["reason"]) for row in rows],
        )


def _add_synthesis(project: OpenProject, synthesis: Sequence[Mapping[str, str]]) -> None:
    book = queries.codebook(project)
    for one in synthesis:
        for kind in SynthesisKind:
            if one.get(kind.value):
                matrix_actions.write_synthesis(project, ColumnKey(book.find(one["column"]).id), kind, one[kind.value])
    shown = ("Resultatenhet", "Medvirkning/Medvirkning", "Forankring", "Legitimitet/Legitimitet", "Tillit")
    five = tuple(book.find(name).id for name in shown)
    matrix_actions.save_matrix(
        project, MatrixSpec(name="Mål og medvirkning", columns=ColumnKind.CODES, band=GROUP, code_ids=five)
    )
    matrix_actions.save_matrix(project, MatrixSpec(name="Alle koder", columns=ColumnKind.CODES, band=GROUP))


def _add_guide(project: OpenProject, folder: Path, told: Mapping[str, Any]) -> None:
    guide = guide_queries.guide(project, import_guide_file(project, folder / told["file"]).guide_id)
    book = queries.codebook(project)
    for theme in guide.themes:
        if theme.name in told["themes"]:
            guide_actions.map_theme(project, theme.id, book.find(told["themes"][theme.name]).id)
    rejected = [one.id for one in guide_queries.places(project) if one.quote in told["rejected"]]
    guide_actions.settle(project, dict.fromkeys(rejected, PlaceStatus.REJECTED))
    documents = {one.name: one.id for one in queries.documents(project)}
    questions = {one.number: one.id for one in guide.questions}
    for one in told["placed"]:
        document_id = documents[one["document"]]
        start = queries.text_of(project, document_id).text.index(one["words"])
        end = start + len(one["words"])
        guide_actions.place_by_hand(project, questions[one["number"]], document_id, start, end)
    settled = [documents[name] for name in told["confirmed_in"]]
    guide_actions.confirm_all(project, guide.id, told["least_score"], document_ids=settled)


def _add_comparison(project: OpenProject, told: Mapping[str, Any]) -> None:
    """Say what the second coder has coded blind, and keep the comparison of it."""
    documents = {one.name: one.id for one in queries.documents(project)}
    given = [documents[name] for name in told["documents"]]
    coding_tasks.finish(project, coding_tasks.assign(project, given, told["coder"]))
    material = read_agreement_material(project.connection)
    setup = settle_setup(material, make_setup(project, [one.name for one in queries.people(project)]))
    save_comparison(project, told["name"], setup)


def _read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
