"""A project in which Bo codes the interview blind, and its twin, in which Ane never did anything there.

Whatever Bo or nobody in particular may read must be the same in both. Ane works last, so that ids are the same too.
"""

import re
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from conftest import make_small_project, passage_of
from kodebenk.application import (
    coding_actions,
    coding_tasks,
    document_actions,
    matrix_actions,
    matrix_report,
    queries,
)
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.coder import CoderKind
from kodebenk.domain.coding import Stance
from kodebenk.domain.matrix import CellState, ColumnKey, ColumnKind, MatrixSpec, RowKind, SynthesisKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.storage import coder_store, coding_store

INTERVIEW, NOTES = 1, 2
SECRET = "Hemmelig"
"""Stands in everything that Ane writes about the interview."""
_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d[:.-]?\d\d([:.-]?\d\d(\.\d+)?)?Z?")


@dataclass
class Twins:
    """Where the two projects lie."""

    coded: Path
    never: Path

    @contextmanager
    def open(self, name, *, read_only=True):
        with (
            OpenProject.open(self.coded, coder_name=name, read_only=read_only) as coded,
            OpenProject.open(self.never, coder_name=name, read_only=read_only) as never,
        ):
            yield coded, never


def make_twins(folder):
    """Make both, in folders whose names are of one length."""
    paths = []
    for name in ("kodet", "aldri"):
        (folder / name).mkdir(parents=True)
        with _begin(folder / name) as project:
            if name == "kodet":
                let_ane_work(project)
            paths.append(project.path)
    return Twins(*paths)


def _begin(folder):
    project = make_small_project(folder)
    for one in queries.codings(project, document_id=INTERVIEW):
        coding_actions.remove_coding(project, one.id)
    with project.change(ChangeName.BUILD_EXAMPLE) as write:  # the layer has its id in both
        coder_store.add(write, "Enighet", CoderKind.CONSENSUS)
    coding_tasks.assign(project, [INTERVIEW], "Bo B.")
    code(project, "Bo B.", "De ble hørt", "Medvirkning", comment="Bo skrev dette")
    code(project, "Bo B.", "Takk for praten.", "Tillit")
    return project


def code(project, coder, quote, name, **values):
    code_id = queries.codebook(project).find(name).id
    return coding_actions.apply_code(
        project, passage_of(project, INTERVIEW, quote), code_id, coder_name=coder, **values
    )


def let_ane_work(project):
    """Have Ane do to the interview whatever leaves a trace that somebody could read."""
    project.work_as("Ane K.")
    first = code(project, "Ane K.", "Det begynte med et budsjett som sprakk.", "Tillit", comment=f"{SECRET} merknad")
    second = code(project, "Ane K.", "De målene lever ennå.", "Forankring", stance=Stance.FOR)
    third = code(project, "Ane K.", "Hos oss skrev vi målene sammen", "Medvirkning", respondent_ids=[3])
    lost = code(project, "Ane K.", "Ring meg om noe er uklart.", "Resultatenhet", comment=f"{SECRET} uten plass")
    with project.change(ChangeName.RESIZE_CODING) as write:
        coding_store.unplace(write, {lost: "not_found"})
    coding_actions.edit_coding(project, second, condensation=f"{SECRET} kondensering")
    coding_actions.set_stance(project, first, Stance.AGAINST)
    coding_actions.attribute_coding(project, third, [2, 3])
    coding_actions.split_coding(project, third, passage_of(project, INTERVIEW, "målene sammen").start)
    document_actions.set_progress(project, INTERVIEW, 0.95)
    _agree(project)
    _write_cells(project)


def _agree(project):
    passage = passage_of(project, INTERVIEW, "De målene lever ennå.")
    (example,) = queries.codings(project, passage=passage)
    layer = next(one.id for one in queries.coders(project) if not one.is_person)
    with project.change(ChangeName.ACCEPT_AGREED, count="1") as write:
        coding_store.add(
            write,
            passage=passage,
            anchor=example.anchor,
            code_id=example.code_id,
            coder_id=layer,
            created_at=example.created_at,
            comment=f"{SECRET} enighet",
        )


def _write_cells(project):
    for rows, attribute in ((RowKind.RESPONDENTS, ""), (RowKind.DOCUMENTS, ""), (RowKind.GROUPS, "group")):
        spec = MatrixSpec(rows=rows, columns=ColumnKind.CODES, band=attribute, code_ids=(2, 3, 5, 6))
        matrix = matrix_report.build(project, spec)
        for index, row in enumerate(matrix.rows):
            cells = [(column.key, matrix.cell(index, at)) for at, column in enumerate(matrix.columns)]
            (key, cell), (other, _) = cells[0], cells[1]
            if row.document_id == NOTES:
                continue  # nothing of the interview is in that row
            matrix_actions.write_summary(project, row, key, cell, f"{SECRET} sammendrag")
            matrix_actions.set_cell_state(project, row, other, CellState.NOT_ASKED, f"{SECRET} grunn")
    matrix_actions.write_synthesis(project, ColumnKey(2), SynthesisKind.DIFFERENCES, f"{SECRET} om alle")


def plain(shown):
    """Return what is shown without identities and moments, which no two projects share."""
    return _MOMENT.sub("‹tid›", _GUID.sub("‹guid›", shown))


def content_of(path):
    """Return everything that stands in a file, unzipped, without the moments in it."""
    if not zipfile.is_zipfile(path):
        return {path.name: plain(path.read_text("utf-8-sig"))}
    with zipfile.ZipFile(path) as packed:
        return {name: plain(packed.read(name).decode("utf-8", "replace")) for name in packed.namelist()}
