import pytest

from conftest import passage_of
from counted_reads import counted_reads
from kodebenk.application import coding_actions, matrix_actions, matrix_report, queries, respondent_actions
from kodebenk.domain.coding import Stance
from kodebenk.domain.matrix import CellState, ColumnKey, ColumnKind, MatrixSpec, RowKind, SynthesisKind
from kodebenk.domain.respondent import LabelPolicy
from kodebenk.errors import Rule, RuleBroken


def build(project, **values):
    return matrix_report.build(project, MatrixSpec(**values))


def counts(matrix):
    return {
        (row.label, column.name): cell.codings
        for row, line in zip(matrix.rows, matrix.cells, strict=True)
        for column, cell in zip(matrix.columns, line, strict=True)
    }


def place(matrix, label, name):
    row = next(index for index, row in enumerate(matrix.rows) if row.label == label)
    column = next(index for index, column in enumerate(matrix.columns) if column.name == name)
    return matrix.rows[row], matrix.columns[column].key, matrix.cell(row, column)


def test_that_each_cell_holds_the_codings_of_its_respondent_and_code(small_project):
    found = counts(build(small_project))
    assert {key: count for key, count in found.items() if count} == {
        ("R1", "Resultatenhet"): 2,
        ("R1", "Medvirkning"): 1,
        ("R1", "Forankring"): 1,
        ("R2", "Resultatenhet"): 1,
        ("R2", "Medvirkning"): 1,
        ("R2", "Forankring"): 1,
        ("R3", "Medvirkning"): 1,
        ("R3", "Tillit"): 2,
    }


def test_that_themes_hold_all_that_lies_below_them_once(small_project):
    matrix = build(small_project, columns=ColumnKind.THEMES)
    assert [column.path for column in matrix.columns] == ["Styring", "Deltakelse"]
    assert counts(matrix)["R1", "Deltakelse"] == 2
    assert counts(matrix)["R3", "Styring"] == 2


def test_that_counts_in_headers_are_of_respondents(small_project):
    matrix = build(small_project)
    resultatenhet = next(column for column in matrix.columns if column.name == "Resultatenhet")
    assert (resultatenhet.answered, resultatenhet.asked, resultatenhet.not_coded) == (2, 3, 1)


def test_that_not_asked_and_not_applicable_leave_the_denominator(small_project):
    row, key, _ = place(build(small_project), "R3", "Resultatenhet")
    matrix_actions.set_cell_state(small_project, row, key, CellState.NOT_ASKED)
    column = next(one for one in build(small_project).columns if one.key == key)
    assert (column.answered, column.asked, column.not_asked) == (2, 2, 1)
    matrix_actions.set_cell_state(small_project, row, key, None)
    column = next(one for one in build(small_project).columns if one.key == key)
    assert (column.asked, column.not_asked) == (3, 0)


def test_that_interviewer_words_belong_to_nobody_and_are_reported_as_unattributed(small_project):
    passage = passage_of(small_project, 1, "Ble de ansatte spurt?")
    code = queries.codebook(small_project).find("Medvirkning").id
    before = counts(build(small_project))
    coding_actions.apply_code(small_project, passage, code)
    matrix = build(small_project)
    assert counts(matrix) == before
    assert matrix.unattributed == 1


def test_that_a_coding_over_two_turns_stands_in_both_rows_with_its_own_citation(small_project):
    text = queries.text_of(small_project, 1).text
    start, end = text.index("Jeg kaller det"), text.index("De målene lever")
    code = queries.codebook(small_project).find("Tillit").id
    coding_actions.apply_code(small_project, passage_of(small_project, 1, text[start:end]), code)
    matrix = build(small_project)
    assert place(matrix, "R1", "Tillit")[2].quotes[0].citation == "R1:5"
    assert place(matrix, "R2", "Tillit")[2].quotes[0].citation == "R2:6"


def test_that_a_coding_attributed_by_hand_counts_for_those_named_and_nobody_else(small_project):
    coding = next(one for one in queries.codings(small_project) if "staben" in one.anchor.quote)
    coding_actions.attribute_coding(small_project, coding.id, [1, 2])
    found = counts(build(small_project))
    assert (found["R1", "Medvirkning"], found["R2", "Medvirkning"], found["R3", "Medvirkning"]) == (2, 2, 0)
    small_project.undo()
    assert counts(build(small_project))["R3", "Medvirkning"] == 1


def test_that_a_summary_becomes_stale_when_codings_come_and_go_and_fresh_when_confirmed(small_project):
    row, key, cell = place(build(small_project), "R1", "Medvirkning")
    matrix_actions.write_summary(small_project, row, key, cell, "Ble hørt. [R1:5] Uten belegg.")
    _, _, cell = place(build(small_project), "R1", "Medvirkning")
    assert not cell.stale
    assert [(one.text, one.citations) for one in cell.sentences] == [("Ble hørt.", ("R1:5",)), ("Uten belegg.", ())]
    assert not cell.has_evidence_everywhere
    new = coding_actions.apply_code(small_project, passage_of(small_project, 1, "Bare hyggelig."), key.code_id)
    row, _, cell = place(build(small_project), "R1", "Medvirkning")
    assert (cell.stale, cell.new_codings, cell.gone_codings) == (True, 1, 0)
    assert [quote.is_new for quote in cell.quotes] == [False, True]
    matrix_actions.confirm_cell(small_project, row, key, cell)
    assert not place(build(small_project), "R1", "Medvirkning")[2].stale
    coding_actions.remove_coding(small_project, new)
    _, _, cell = place(build(small_project), "R1", "Medvirkning")
    assert (cell.stale, cell.new_codings, cell.gone_codings) == (True, 0, 1)


def test_that_a_shown_summary_is_stored_unchanged(small_project):
    row, key, cell = place(build(small_project), "R2", "Forankring")
    matrix_actions.write_summary(small_project, row, key, cell, "Målene lever. [R2:6] [R9:1]")
    row, _, cell = place(build(small_project), "R2", "Forankring")
    shown = matrix_actions.shown_summary(cell)
    assert shown == "Målene lever. [R2:6] [R9:1]"
    count = len(queries.history(small_project))
    matrix_actions.write_summary(small_project, row, key, cell, shown)
    assert len(queries.history(small_project)) == count


def test_that_bands_follow_an_attribute_and_count_their_own_rows(small_project):
    matrix = matrix_report.build(small_project, matrix_report.make_spec(small_project, by="Gruppe"))
    assert [(band.name, len(band.row_indexes)) for band in matrix.bands] == [("Ledelse", 2), ("Ansatte", 1)]
    medvirkning = next(index for index, column in enumerate(matrix.columns) if column.name == "Medvirkning")
    ledelse = matrix.bands[0].counts[medvirkning]
    assert (ledelse.answered, ledelse.asked, ledelse.stances) == (2, 2, (Stance.FOR, Stance.MIXED))
    assert matrix.small_groups == (("Ansatte", 1),)


def test_that_groups_as_rows_count_respondents(small_project):
    matrix = matrix_report.build(small_project, matrix_report.make_spec(small_project, rows="groups:group"))
    _, _, cell = place(matrix, "Ledelse", "Resultatenhet")
    assert (cell.codings, cell.respondents) == (3, 2)
    assert cell.stances == {Stance.FOR: 1, Stance.AGAINST: 1}


def test_that_documents_as_rows_hold_every_coding_in_them(small_project):
    matrix = build(small_project, rows=RowKind.DOCUMENTS)
    assert [row.name for row in matrix.rows] == ["intervju.txt", "notater.txt"]
    assert sum(cell.codings for cell in matrix.cells[0]) == 7
    assert all(row.label and row.label != row.title for row in matrix.rows)


def test_that_the_same_words_coded_by_two_coders_are_quoted_once(small_project):
    one = next(one for one in queries.codings(small_project) if "lever" in one.anchor.quote)
    coding_actions.apply_code(small_project, one.passage, one.code_id, coder_name="Jonas B.")
    _, _, cell = place(build(small_project), "R2", "Forankring")
    assert (cell.codings, len(cell.quotes), cell.stances) == (2, 1, {Stance.FOR: 1})
    jonas = queries.find_coder(small_project, "Jonas B.").id
    _, _, cell = place(build(small_project, coder_ids=(jonas,)), "R2", "Forankring")
    assert cell.codings == 1


def test_that_labels_follow_the_policy_and_names_appear_only_when_chosen(small_project):
    for policy, expected in (
        (LabelPolicy.LABEL, ["R1", "R2", "R3"]),
        (LabelPolicy.ROLE, ["Kommunedirektør", "Rektor", "Hovedtillitsvalgt"]),
        (LabelPolicy.NAME, ["Berit Lie", "Halvor Nes", "Tove Strand"]),
    ):
        matrix = matrix_report.build(small_project, MatrixSpec(), policy=policy)
        assert [row.label for row in matrix.rows] == expected


def test_that_the_worker_builds_the_same_matrix(small_project):
    spec = matrix_report.make_spec(small_project, by="group")
    assert matrix_report.build_in_worker(small_project.path, spec, small_project.title) == matrix_report.build(
        small_project, spec
    )


def test_that_cells_come_in_from_rows_and_a_wrong_state_changes_nothing(small_project):
    rows = [
        matrix_actions.CellRow("R1", "Medvirkning", "Ble hørt. [R1:5]"),
        matrix_actions.CellRow("Tove Strand", "Resultatenhet", "", "not_applicable", "Ikke leder"),
    ]
    assert matrix_actions.import_cells(small_project, rows) == 2
    matrix = build(small_project)
    assert place(matrix, "R1", "Medvirkning")[2].sentences[0].citations == ("R1:5",)
    assert place(matrix, "R3", "Resultatenhet")[2].state is CellState.NOT_APPLICABLE
    before = len(queries.history(small_project))
    with pytest.raises(RuleBroken) as caught:
        matrix_actions.import_cells(small_project, [*rows, matrix_actions.CellRow("R2", "Tillit", "", "kanskje")])
    assert caught.value.rule is Rule.VALUE_NOT_ALLOWED
    assert len(queries.history(small_project)) == before


def test_that_the_last_row_about_a_cell_is_the_one_that_stays(small_project):
    rows = [matrix_actions.CellRow("R1", "Medvirkning", words) for words in ("Ble hørt.", "Ble ikke hørt.")]
    assert matrix_actions.import_cells(small_project, rows) == 2
    assert place(build(small_project), "R1", "Medvirkning")[2].summary == "Ble ikke hørt."


def test_that_more_rows_with_cells_ask_one_thing_each_of_the_file(small_project):
    rows = [matrix_actions.CellRow(who, "Medvirkning", "Sagt.") for who in ("R1", "R2", "R3")]
    reads = []
    for count in (1, 1, 2, 3):  # the first time, the project reads what it keeps
        with counted_reads() as asked:
            matrix_actions.import_cells(small_project, rows[:count])
        reads.append(len(asked))
        small_project.undo()
    assert [reads[2] - reads[1], reads[3] - reads[2]] == [1, 1]  # whether the cell is there


def test_that_synthesis_stands_under_its_column(small_project):
    code = ColumnKey(queries.codebook(small_project).find("Tillit").id)
    matrix_actions.write_synthesis(small_project, code, SynthesisKind.PATTERNS, "Følger innsyn.")
    matrix = build(small_project)
    index = next(index for index, column in enumerate(matrix.columns) if column.key == code)
    assert matrix.synthesis[SynthesisKind.PATTERNS][index] == "Følger innsyn."


def test_that_a_respondent_without_codings_still_has_a_row(small_project):
    respondent_actions.add_respondent(small_project, "En Ny")
    assert [row.label for row in build(small_project).rows] == ["R1", "R2", "R3", "R4"]


def test_that_an_unknown_attribute_is_named_with_those_that_exist(small_project):
    with pytest.raises(RuleBroken) as caught:
        matrix_report.make_spec(small_project, by="parti")
    assert caught.value.fields["candidates"] == ["group", "Rolle", "Kommune"]
