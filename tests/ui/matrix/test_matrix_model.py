from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from kodebenk.application import matrix_actions, matrix_report, queries
from kodebenk.domain.matrix import CellState, ColumnKind, MatrixSpec, RowKind, SynthesisKind
from kodebenk.ui.matrix.matrix_model import BandLine, CellLine, MatrixModel
from kodebenk.ui.matrix.synthesis_model import SynthesisModel

SPEC = MatrixSpec(band="group")


def _spoken(model, row, column):
    return model.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.fixture
def model(small_project, qapp):
    made = MatrixModel()
    made.show_matrix(matrix_report.build(small_project, SPEC))
    return made


def _column(model, name):
    return next(number for number in range(1, model.columnCount()) if model.column(number).name == name)


def test_that_the_model_keeps_the_rules_of_qt(small_project, qtmodeltester):
    model = MatrixModel()
    qtmodeltester.check(model)
    model.show_matrix(matrix_report.build(small_project, SPEC))
    qtmodeltester.check(model)
    model.toggle_band(0)
    model.toggle_band(0)
    model.show_only("not_coded")
    model.show_matrix(matrix_report.build(small_project, replace(SPEC, rows=RowKind.BOTH)))
    qtmodeltester.check(model)


def test_that_the_synthesis_model_keeps_the_rules_of_qt(small_project, qtmodeltester):
    model = SynthesisModel()
    qtmodeltester.check(model)
    model.show_matrix(matrix_report.build(small_project, SPEC))
    qtmodeltester.check(model)


def test_that_bands_are_lines_above_their_rows(model):
    assert [type(line) for line in model.lines] == [BandLine, CellLine, CellLine, BandLine, CellLine]
    assert model.index(0, 0).data() == "Ledelse"
    assert model.index(0, _column(model, "Medvirkning")).data() == "2 of 2"


def test_that_closing_a_band_takes_its_rows_away_and_opening_brings_them_back(model):
    model.toggle_band(0)
    assert [type(line) for line in model.lines] == [BandLine, BandLine, CellLine]
    assert "closed" in _spoken(model, 0, 0)
    model.toggle_band(0)
    assert len(model.lines) == 5


def test_that_screen_readers_hear_content_then_state(model):
    column = _column(model, "Medvirkning")
    assert _spoken(model, 1, column) == "R1, Medvirkning, answered, mixed, 1 quote"
    assert _spoken(model, 4, _column(model, "Resultatenhet")) == "R3, Resultatenhet, not coded yet"
    assert _spoken(model, 1, 0) == "R1, Kommunedirektør, Lillevik"
    assert _spoken(model, 0, column) == "Ledelse, Medvirkning, 2 of 2, 1 for, 1 mixed"


def test_that_screen_readers_hear_who_was_asked_over_a_column(small_project, model):
    matrix = model.matrix
    key = model.column(_column(model, "Forankring")).key
    matrix_actions.set_cell_state(small_project, matrix.rows[2], key, CellState.NOT_ASKED)
    model.show_matrix(matrix_report.build(small_project, SPEC))
    header = model.headerData(
        _column(model, "Forankring"), Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    )
    assert header == "Forankring, 2 of 2 asked have answered, 1 not asked"


def test_that_new_codings_are_heard_after_the_quotes(small_project, model):
    from conftest import passage_of
    from kodebenk.application import coding_actions

    column = _column(model, "Medvirkning")
    place = model.place(model.index(1, column))
    matrix_actions.write_summary(small_project, place.row, place.column.key, place.cell, "Hørt. [R1:4]")
    for words in ("budsjett som sprakk", "Ring meg om noe er uklart"):
        coding_actions.apply_code(small_project, passage_of(small_project, 1, words), place.column.key.code_id)
    model.show_matrix(matrix_report.build(small_project, SPEC))
    assert _spoken(model, 1, column) == "R1, Medvirkning, answered, mixed, 3 quotes, 2 new codings"


def test_that_the_same_rows_and_columns_keep_indexes_valid(small_project, model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_matrix(matrix_report.build(small_project, SPEC))
    with qtbot.waitSignal(model.modelReset):
        model.show_matrix(matrix_report.build(small_project, replace(SPEC, columns=ColumnKind.THEMES)))


def test_that_a_cell_is_found_by_its_key(model):
    index = model.index(2, 1)
    assert model.index_of(model.place(index).key) == index
    assert model.place(model.index(0, 1)) is None


def test_that_only_rows_with_something_to_do_can_be_shown(model):
    model.show_only("not_coded")
    shown = [model.matrix.rows[line.row].label for line in model.lines if isinstance(line, CellLine)]
    assert shown == ["R1", "R2", "R3"]
    model.show_only("stale")
    assert model.rowCount() == 0


def test_that_written_synthesis_is_shown_and_asked_to_be_stored(small_project, qapp, qtbot):
    model = SynthesisModel()
    model.show_matrix(matrix_report.build(small_project, SPEC))
    index = model.index(0, 1)
    assert index.data(Qt.ItemDataRole.EditRole) == ""
    with qtbot.waitSignal(model.text_written) as asked:
        model.setData(index, "Alle er enige.")
    key, kind, text = asked.args
    assert (kind, text) == (SynthesisKind.SIMILARITIES, "Alle er enige.")
    matrix_actions.write_synthesis(small_project, key, kind, text)
    model.show_matrix(matrix_report.build(small_project, SPEC))
    assert index.data(Qt.ItemDataRole.EditRole) == "Alle er enige."
    assert queries.codebook(small_project).by_id[key.code_id].name in index.data(Qt.ItemDataRole.AccessibleTextRole)


def test_that_unchanged_synthesis_is_not_stored_again(small_project, qapp, qtbot):
    model = SynthesisModel()
    model.show_matrix(matrix_report.build(small_project, SPEC))
    with qtbot.assertNotEmitted(model.text_written):
        model.setData(model.index(1, 1), "  ")
