"""Projects made by every release are opened, compared, changed and undone by this one."""

import shutil
from pathlib import Path

import pytest

from kodebenk.application import coding_actions, matrix_report, queries
from kodebenk.application.open_project import OpenProject
from kodebenk.domain.matrix import CellState, MatrixSpec, SynthesisKind
from kodebenk.domain.passage import Passage
from kodebenk.storage import backups, migrations
from kodebenk.storage.integrity import data_of, find_problems

KEPT = sorted((Path(__file__).parents[1] / "projects").glob("*.kodebenk"))


@pytest.fixture(params=KEPT, ids=lambda path: path.stem)
def kept(request, tmp_path):
    """A copy of a kept project, opened, and so upgraded."""
    path = tmp_path / "gammelt.kodebenk"
    shutil.copy(request.param, path)
    project = OpenProject.open(path)
    yield project
    project.close()


def test_that_there_is_a_project_of_the_first_release():
    assert "0.1.0" in [path.stem for path in KEPT]


def test_that_a_kept_project_has_the_newest_schema_after_a_copy_was_made(kept):
    assert migrations.schema_of(kept.connection) == migrations.newest_schema()
    assert [one.reason.startswith("before upgrade") for one in backups.list_backups(kept.path)] == [True]


def test_that_nothing_of_a_kept_project_is_lost_or_wrong(kept):
    assert find_problems(kept.connection) == []
    assert [one.name for one in queries.documents(kept)] == ["intervju.txt", "notater.txt"]
    assert [one.label for one in queries.respondents(kept)] == ["R1", "R2", "R3"]
    assert len(queries.codings(kept)) == 10
    matrix = matrix_report.build(kept, MatrixSpec(band="group"))
    column = next(index for index, one in enumerate(matrix.columns) if one.name == "Medvirkning")
    assert matrix.cell(0, column).sentences[0].citations == ("R1:5",)
    assert matrix.cell(2, 0).state is CellState.NOT_ASKED
    assert matrix.synthesis[SynthesisKind.PATTERNS][column] == "Hørt uten valg."


def test_that_a_kept_project_can_be_changed_and_undone(kept):
    before = data_of(kept.connection)
    one = queries.codings(kept)[0]
    coding_actions.apply_code(kept, Passage(one.passage.document_id, 0, 8), one.code_id)
    coding_actions.remove_coding(kept, one.id)
    assert len(queries.codings(kept)) == 10
    kept.undo()
    kept.undo()
    assert data_of(kept.connection) == before


def test_that_what_was_done_in_an_older_program_is_undone_and_redone(kept):
    saved = len(queries.history(kept))
    assert kept.next_to_redo() is not None  # a saved matrix that was undone before the project was closed
    before = data_of(kept.connection)
    kept.redo()
    assert [one.spec.name for one in queries.saved_matrices(kept)] == ["Alle"]
    for _ in range(saved - 1):  # all but the making of the project
        kept.undo()
    assert queries.documents(kept) == ()
    for _ in range(saved - 2):
        kept.redo()
    assert data_of(kept.connection) == before
