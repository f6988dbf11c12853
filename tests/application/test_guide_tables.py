"""What windows show of a guide, a code for its theme, and reading away from the project."""

import pytest

from kodebenk.application import (
    document_actions,
    guide_actions,
    guide_codes,
    guide_files,
    guide_queries,
    guide_reading,
    guide_tables,
    queries,
)
from kodebenk.application.guide_tables import AskedState, TableRows
from kodebenk.domain.document import SourceKind
from kodebenk.domain.guide import PlaceStatus
from kodebenk.errors import Cancelled, RuleBroken

GUIDE = """Intervjuguide

Deltakelse

1. Ble de ansatte spurt?

Tillit/tall

2. Hva betyr det for tilliten?
"""


@pytest.fixture
def guide_file(tmp_path):
    path = tmp_path / "guide.txt"
    path.write_text(GUIDE, "utf-8")
    return path


@pytest.fixture
def guide(small_project, guide_file):
    guide_files.import_guide_file(small_project, guide_file)
    return guide_queries.guides(small_project)[0]


def interview(project):
    return next(one for one in queries.documents(project) if one.name == "intervju.txt")


def test_that_a_finding_counts_texts_and_places(small_project, guide):
    finding = guide_tables.finding_of(small_project, guide)
    assert (finding.texts, finding.of, finding.confirmed, finding.proposed) == (2, 2, 0, 2)
    by_question = guide_tables.finding_by_question(small_project, guide)
    assert [one.texts for one in by_question.values()] == [1, 1]


def test_that_a_rejected_place_makes_its_text_one_without_the_question(small_project, guide):
    asked = guide.questions[0]
    assert [one.name for one in guide_tables.missing_in(small_project, asked.id)] == ["notater.txt"]
    (place,) = guide_tables.places_of(small_project, asked.id)
    guide_actions.settle(small_project, {place.id: PlaceStatus.REJECTED})
    assert [one.name for one in guide_tables.missing_in(small_project, asked.id)] == ["intervju.txt", "notater.txt"]
    assert guide_tables.places_of(small_project, asked.id)[0].status is PlaceStatus.REJECTED


def test_that_plans_are_searched_only_where_a_question_is_placed(small_project, guide):
    document_actions.edit_document(small_project, interview(small_project).id, kind=SourceKind.PLAN)
    placed = guide_tables.places_of(small_project, guide.questions[0].id)
    assert len(placed) == 1
    assert len(guide_tables.searched_documents(small_project)) == 2
    guide_actions.remove_place(small_project, placed[0].id)
    assert [one.name for one in guide_tables.searched_documents(small_project)] == ["notater.txt"]


def test_that_candidates_are_what_interviewers_say_with_their_words(small_project):
    document_id = interview(small_project).id
    text = queries.text_of(small_project, document_id).text
    found = guide_tables.candidates_in(small_project, document_id)
    assert all(text[one.start : one.end] == one.words for one in found)
    words = [one.words for one in found]
    assert "Ble de ansatte spurt?" in words
    assert not any("budsjett som sprakk" in one for one in words)


def test_that_nothing_is_known_of_a_text_before_something_is_confirmed(small_project, guide):
    table = guide_tables.asked_table(small_project, guide.id, TableRows.DOCUMENTS)
    assert [[cell.state for cell in row.cells] for row in table.rows] == [
        [AskedState.PROPOSED, AskedState.UNKNOWN],
        [AskedState.UNKNOWN, AskedState.PROPOSED],
    ]


def test_that_what_was_asked_follows_the_respondents(small_project, guide):
    guide_actions.confirm_all(small_project)
    table = guide_tables.asked_table(small_project, guide.id, TableRows.RESPONDENTS)
    assert [(row.label, [cell.state for cell in row.cells]) for row in table.rows] == [
        ("R1", [AskedState.ASKED, AskedState.NOT_ASKED]),
        ("R2", [AskedState.ASKED, AskedState.NOT_ASKED]),
        ("R3", [AskedState.NOT_ASKED, AskedState.ASKED]),
    ]
    assert [place.quote for place in table.rows[0].cells[0].places] == ["Ble de ansatte spurt?"]


def test_that_a_theme_code_is_made_once_and_undone_as_one(small_project, guide):
    theme = guide.themes[1]
    assert theme.code_id is None
    code_id = guide_codes.make_theme_code(small_project, theme.id)
    assert queries.codebook(small_project).by_id[code_id].name == "Tillit∕tall"
    assert guide_codes.make_theme_code(small_project, theme.id) == code_id
    small_project.undo()
    assert code_id not in queries.codebook(small_project).by_id
    assert guide_queries.guides(small_project)[0].themes[1].code_id is None


def test_that_a_theme_of_no_guide_gets_no_code(small_project, guide):
    with pytest.raises(RuleBroken):
        guide_codes.make_theme_code(small_project, 999)


def test_that_a_guide_read_away_from_the_project_is_added_with_its_places(small_project, guide_file):
    seen = []
    read = guide_reading.read_and_find(
        small_project.path, guide_file, lambda: False, lambda done, of: seen.append((done, of))
    )
    assert guide_queries.guides(small_project) == ()
    report = guide_reading.add_guide_read(small_project, read)
    assert report.places == 2
    assert seen[-1] == (2, 2)
    small_project.undo()
    assert guide_queries.guides(small_project) == ()
    assert guide_queries.places(small_project) == ()


def test_that_a_text_that_went_meanwhile_gets_no_place(small_project, guide_file):
    read = guide_reading.read_and_find(small_project.path, guide_file, lambda: False, lambda _done, _of: None)
    document_actions.delete_document(small_project, interview(small_project).id)
    assert guide_reading.add_guide_read(small_project, read).places == 1


def test_that_stopping_reads_nothing(small_project, guide_file):
    with pytest.raises(Cancelled):
        guide_reading.read_and_find(small_project.path, guide_file, lambda: True, lambda _done, _of: None)


def test_that_a_search_of_all_guides_finds_what_the_import_found(small_project, guide):
    found = guide_reading.find_again(small_project.path, lambda: False, lambda _done, _of: None)
    known = {(one.question_id, one.document_id, one.start) for one in guide_queries.places(small_project)}
    assert {(one.question_id, one.document_id, one.start) for one in found.found} == known
