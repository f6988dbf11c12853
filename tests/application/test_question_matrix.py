"""What interview guides do to matrices: columns that are questions, and what was asked of whom."""

import pytest

from conftest import passage_of
from kodebenk.application import coding_actions, document_actions, matrix_actions, matrix_report, queries
from kodebenk.domain.document import SourceKind
from kodebenk.domain.guide import PlaceStatus
from kodebenk.domain.matrix import CellState, ColumnKind, MatrixSpec, RowKind, SynthesisKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.storage import document_store, guide_store
from kodebenk.storage.integrity import data_of

QUESTIONS = (
    ("Bakgrunn", "Hvordan kom arbeidet med mål i gang?", "Hvordan begynte arbeidet med målene?"),
    ("Deltakelse", "Ble ansatte spurt til råds?", "Ble de ansatte spurt?"),
    ("Styring", "Hva har målene å si for tilliten?", ""),
)


@pytest.fixture
def asked_project(small_project):
    """The guide's first two questions were put in the interview (document 1) and confirmed; the third nowhere."""
    project = small_project
    book = queries.codebook(project)
    with project.change(ChangeName.IMPORT_GUIDE, guide="Ledere") as write:
        guide_id = guide_store.add_guide(write, name="Ledere", target_group="Ledelse", version="1")
        for position, (theme, question, words) in enumerate(QUESTIONS):
            known = [one.id for one in book.themes if one.name == theme]
            theme_id = guide_store.add_theme(
                write, guide_id, name=theme, position=position, code_id=known[0] if known else None
            )
            question_id = guide_store.add_question(
                write, guide_id, theme_id=theme_id, position=position, number=str(position + 1), text=question
            )
            if words:
                passage = passage_of(project, 1, words)
                guide_store.add_place(
                    write,
                    question_id=question_id,
                    document_id=1,
                    start=passage.start,
                    end=passage.end,
                    score=80.0,
                    status=PlaceStatus.CONFIRMED,
                    quote=words,
                )
    return project


def build(project, **values):
    return matrix_report.build(project, MatrixSpec(**values))


def cell(matrix, label, name):
    row = next(index for index, one in enumerate(matrix.rows) if one.label == label)
    column = next(index for index, one in enumerate(matrix.columns) if one.name == name)
    return matrix.cell(row, column)


def test_that_questions_that_were_put_are_columns_under_their_themes(asked_project):
    matrix = build(asked_project, columns=ColumnKind.QUESTIONS)
    assert [(one.group_name, one.name) for one in matrix.columns] == [
        ("Bakgrunn", QUESTIONS[0][1]),
        ("Deltakelse", QUESTIONS[1][1]),
    ]


def test_that_a_coding_stands_under_the_question_that_it_answers(asked_project):
    matrix = build(asked_project, columns=ColumnKind.QUESTIONS)
    first, second = (one.name for one in matrix.columns)
    assert [quote.text for quote in cell(matrix, "R2", second).quotes] == [
        "Hos oss skrev vi målene sammen med lærerne.",
        "De målene lever ennå.",
    ]
    assert cell(matrix, "R1", first).codings == 2
    assert cell(matrix, "R3", first).codings == 0


def test_that_a_theme_nobody_asked_about_is_not_asked_and_leaves_the_denominator(asked_project):
    matrix = build(asked_project, columns=ColumnKind.THEMES)
    styring = next(one for one in matrix.columns if one.name == "Styring")
    # R1 and R2 have codings under Styring though no guide question led to them; R3 was not in the interview.
    assert cell(matrix, "R1", "Styring").state is CellState.ANSWERED
    assert (styring.asked, styring.not_asked) == (3, 0)
    for one in queries.codings(asked_project, document_id=1):
        if queries.codebook(asked_project).path_of(one.code_id).startswith("Styring"):
            coding_actions.remove_coding(asked_project, one.id)
    matrix = build(asked_project, columns=ColumnKind.THEMES)
    styring = next(one for one in matrix.columns if one.name == "Styring")
    assert [cell(matrix, label, "Styring").state for label in ("R1", "R2")] == [CellState.NOT_ASKED] * 2
    assert (styring.asked, styring.not_asked, styring.answered) == (1, 2, 1)


def test_that_who_was_asked_and_is_not_coded_is_said_to_be_asked(asked_project):
    for one in queries.codings(asked_project, document_id=1):
        coding_actions.remove_coding(asked_project, one.id)
    matrix = build(asked_project, columns=ColumnKind.THEMES, code_ids=tuple(queries.codebook(asked_project).by_id))
    deltakelse = next(one for one in matrix.columns if one.name == "Deltakelse")
    assert cell(matrix, "R1", "Deltakelse").state is CellState.ASKED
    assert cell(matrix, "R1", "Medvirkning").state is CellState.ASKED
    assert cell(matrix, "R3", "Styring").state is CellState.ANSWERED
    assert (deltakelse.asked, deltakelse.not_coded) == (3, 2)


def test_that_nothing_is_known_of_those_whose_texts_hold_no_questions(asked_project):
    matrix = build(asked_project, columns=ColumnKind.QUESTIONS)
    assert {cell(matrix, "R3", one.name).state for one in matrix.columns} == {CellState.NOT_CODED}


def test_that_a_place_that_nobody_confirmed_tells_nothing(asked_project):
    with asked_project.change(ChangeName.SETTLE_QUESTIONS, count="2") as write:
        for one in guide_store.list_places(write.connection):
            guide_store.update_place(write, one.id, status=PlaceStatus.PROPOSED)
    assert build(asked_project, columns=ColumnKind.QUESTIONS).columns == ()
    matrix = build(asked_project, columns=ColumnKind.THEMES)
    assert CellState.NOT_ASKED not in {one.state for line in matrix.cells for one in line}


def test_that_a_speaker_who_left_was_not_asked_what_came_after(asked_project):
    speaker = next(one for one in queries.text_of(asked_project, 1).speakers if one.label == "Halvor")
    for one in queries.codings(asked_project, document_id=1):
        coding_actions.remove_coding(asked_project, one.id)
    left_at = passage_of(asked_project, 1, "Ble de ansatte spurt?").start
    with asked_project.change(ChangeName.SET_SPEAKERS, document="intervju.txt") as write:
        document_store.set_left_at(write, speaker.id, left_at)
    matrix = build(asked_project, columns=ColumnKind.QUESTIONS)
    first, second = (one.name for one in matrix.columns)
    assert cell(matrix, "R2", first).state is CellState.ASKED
    assert cell(matrix, "R2", second).state is CellState.NOT_ASKED
    assert cell(matrix, "R1", second).state is CellState.ASKED


def test_that_cells_and_synthesis_of_questions_are_kept_and_undone(asked_project):
    before = data_of(asked_project.connection)
    matrix = build(asked_project, columns=ColumnKind.QUESTIONS)
    row, column = matrix.rows[0], matrix.columns[1]
    matrix_actions.write_summary(asked_project, row, column.key, matrix.cell(0, 1), "Ble hørt, valgte ikke.")
    matrix_actions.write_synthesis(asked_project, column.key, SynthesisKind.PATTERNS, "Hørt uten valg.")
    matrix = build(asked_project, columns=ColumnKind.QUESTIONS)
    assert matrix.cell(0, 1).summary == "Ble hørt, valgte ikke."
    assert matrix.synthesis[SynthesisKind.PATTERNS] == ("", "Hørt uten valg.")
    asked_project.undo()
    asked_project.undo()
    assert data_of(asked_project.connection) == before


def test_that_chosen_questions_are_columns_in_the_order_chosen_and_kept(asked_project):
    matrix = build(asked_project, columns=ColumnKind.QUESTIONS)
    keys = [one.key for one in reversed(matrix.columns)]
    spec = MatrixSpec(name="Spørsmål", columns=ColumnKind.QUESTIONS).with_columns(keys)
    matrix_actions.save_matrix(asked_project, spec)
    kept = matrix_report.find_spec(asked_project, "Spørsmål")
    assert list(kept.column_keys) == keys
    assert [one.key for one in matrix_report.build(asked_project, kept).columns] == keys


PLAN = """Handlingsplan for Lillevik

1 Status

Kommunen har gode tall, og barnehagene er fulle av glade barn og voksne som trives godt med arbeidet.

2 Mål

2.1 Skole

Alle elever skal lese før jul, og foreldrene skal være med på å skrive målene for hver enkelt skole.
"""


@pytest.fixture
def planned_project(small_project, tmp_path):
    (tmp_path / "plan.txt").write_text(PLAN, "utf-8")
    wish = document_actions.ImportWish(kind=SourceKind.PLAN)
    document_id = document_actions.import_files(small_project, [tmp_path / "plan.txt"], wish).document_ids[0]
    code_id = queries.codebook(small_project).find("Medvirkning").id
    for words in ("foreldrene skal være med", "gode tall"):
        coding_actions.apply_code(small_project, passage_of(small_project, document_id, words), code_id)
    return small_project


def test_that_sections_of_a_plan_can_be_rows(planned_project):
    matrix = build(planned_project, rows=RowKind.SECTIONS)
    found = {row.title: cell(matrix, row.label, "Medvirkning").codings for row in matrix.rows}
    assert found["1 Status"] == 1
    assert found["2 Mål"] == 1
    assert {row.band for row in matrix.rows} == {"plan.txt"}
    assert "D1:2" in [row.label for row in matrix.rows]


def test_that_deeper_sections_are_rows_when_asked_for(planned_project):
    matrix = build(planned_project, rows=RowKind.SECTIONS, section_level=2)
    found = {row.title: cell(matrix, row.label, "Medvirkning").codings for row in matrix.rows}
    assert (found["2 Mål"], found["2.1 Skole"]) == (0, 1)


def test_that_a_summary_of_a_section_stays_with_its_section(planned_project):
    matrix = build(planned_project, rows=RowKind.SECTIONS)
    index = next(index for index, row in enumerate(matrix.rows) if row.title == "2 Mål")
    column = matrix.columns[0]
    row = matrix.rows[index]
    matrix_actions.write_summary(planned_project, row, column.key, matrix.cell(index, 0), "Foreldre med.")
    matrix = build(planned_project, rows=RowKind.SECTIONS)
    assert [matrix.cell(r, 0).summary for r in range(len(matrix.rows))].count("Foreldre med.") == 1
    assert matrix.cell(index, 0).summary == "Foreldre med."
    whole = build(planned_project, rows=RowKind.DOCUMENTS)
    assert "Foreldre med." not in [one.summary for line in whole.cells for one in line]
