"""The guide of the example project, and that it contradicts nothing in it."""

import pytest

from kodebenk.application import guide_queries, guide_tables, matrix_report, queries
from kodebenk.application.example_project import build_example
from kodebenk.application.guide_tables import AskedState, TableRows
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.matrix import CellState


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    project = build_example(tmp_path_factory.mktemp("example") / "eksempel.kodebenk")
    yield project
    project.close()


def cells(project, name):
    spec = next(one.spec for one in queries.saved_matrices(project) if one.spec.name == name)
    matrix = matrix_report.build(project, spec)
    return {
        (row.label, column.name): cell
        for row, line in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, line, strict=True)
    }


def test_that_the_guide_is_read_with_group_version_themes_and_questions(example):
    (guide,) = guide_queries.guides(example)
    assert (guide.target_group, guide.version) == ("ledere, stab og folkevalgte", "2")
    assert (len(guide.themes), len(guide.questions)) == (13, 21)
    assert sum(theme.code_id is not None for theme in guide.themes) == 10


def test_that_places_of_every_status_stand_where_their_words_are(example):
    found = guide_queries.places(example)
    assert {one.status for one in found} == set(PlaceStatus)
    for one in found:
        text = queries.text_of(example, one.document_id).text
        assert text[one.start : one.end] == one.quote


def test_that_places_by_hand_and_rejected_ones_are_as_told(example):
    by_quote = {one.quote: one for one in guide_queries.places(example)}
    by_hand = by_quote["Hvordan kom dere fram til at enhetene skulle stå til ansvar for egne resultater?"]
    assert by_hand.status is PlaceStatus.CONFIRMED
    assert by_quote["Har handlingsplanen for 2025 til 2028 endret noe?"].status is PlaceStatus.REJECTED


def test_that_no_cell_gets_another_state_from_the_guide(example):
    """A cell without text and codings says "not asked" only where somebody wrote so, and R7 is still to be coded."""
    found = cells(example, "Alle koder")
    assert {cell.state for (row, _), cell in found.items() if row == "R7"} == {CellState.NOT_CODED}
    assert CellState.ASKED not in {cell.state for cell in found.values()}
    assert sum(cell.state is CellState.NOT_ASKED for cell in found.values()) == 9
    assert sum(cell.state is CellState.NOT_CODED for cell in found.values()) == 15


def test_that_what_was_set_as_not_asked_by_hand_is_not_asked_by_the_guide(example):
    (guide,) = guide_queries.guides(example)
    table = guide_tables.asked_table(example, guide.id, TableRows.RESPONDENTS)
    themes = {theme.id: theme.name for theme in guide.themes}
    asked = {
        (row.label, themes[question.theme_id])
        for row in table.rows
        for question, cell in zip(guide.questions, row.cells, strict=True)
        if cell.state is AskedState.ASKED
    }
    by_hand = {place for place, cell in cells(example, "Alle koder").items() if cell.state is CellState.NOT_ASKED}
    assert asked & by_hand == set()
    assert ("R3", "Handlingsrom") in asked
