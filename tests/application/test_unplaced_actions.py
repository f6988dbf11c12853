import pytest

from kodebenk.application import (
    codebook_actions,
    coding_actions,
    coding_files,
    correction_preview,
    project_check,
    queries,
    respondent_actions,
    text_correction,
    unplaced_actions,
)
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store
from kodebenk.storage.integrity import data_of

SAID = "De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning likevel."
SAID_NOW = "De fikk si sin mening, men ikke velge. Jeg vil likevel kalle det medvirkning."


@pytest.fixture
def corrected(small_project):
    """A project in which two codings of Berit's words lost their place."""
    text = queries.text_of(small_project, 1).text.replace(SAID, SAID_NOW)
    text_correction.apply_correction(small_project, correction_preview.preview_correction(small_project, 1, text))
    for one in unplaced_actions.list_unplaced(small_project):
        assert one.document == "intervju.txt"
    return small_project


def unplace(project, quote, reason="not_found"):
    one = next(one for one in queries.codings(project) if one.anchor.quote == quote)
    with project.change(ChangeName.EDIT_TEXT, document="intervju.txt") as write:
        coding_store.unplace(write, {one.id: reason})
    return one


def test_that_unplaced_codings_are_listed_with_names_quote_and_reason(small_project):
    one = unplace(small_project, SAID)
    (listed,) = unplaced_actions.list_unplaced(small_project)
    assert (listed.coding.id, listed.document, listed.code) == (one.id, "intervju.txt", "Deltakelse/Medvirkning")
    assert (listed.coder, listed.quote, listed.reason) == ("Ane K.", SAID, "not_found")
    assert unplaced_actions.list_unplaced(small_project, 2) == []


def test_that_a_coding_whose_quote_is_not_in_its_place_is_in_the_same_list(small_project):
    one = next(one for one in queries.codings(small_project) if one.anchor.quote == SAID)
    with small_project.change(ChangeName.REPAIR) as write:
        coding_store.update(write, one.id, start=one.passage.start + 3, end=one.passage.end + 3)
    (listed,) = unplaced_actions.list_unplaced(small_project)
    assert (listed.coding.id, listed.reason) == (one.id, "misplaced")
    assert len(project_check.misplaced_codings(small_project)) == 1
    best = unplaced_actions.candidates(small_project, one.id)[0]
    unplaced_actions.place_coding(small_project, one.id, best.start, best.end)
    assert unplaced_actions.list_unplaced(small_project) == []
    assert queries.coding(small_project, one.id).passage == one.passage


def test_that_candidates_are_the_likeliest_places_also_in_a_worker(corrected):
    coding = next(one.coding for one in unplaced_actions.list_unplaced(corrected))
    found = unplaced_actions.candidates(corrected, coding.id)
    assert 1 <= len(found) <= 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    text = queries.text_of(corrected, 1).text
    assert all(text[one.start : one.end] == one.words for one in found)
    assert unplaced_actions.candidates_in_worker(corrected.path, coding.id) == found
    assert unplaced_actions.candidates_in_worker(corrected.path, 9999) == ()


def test_that_placing_a_coding_gives_it_words_and_context_and_undo_takes_them(small_project):
    one = unplace(small_project, SAID)
    before = data_of(small_project.connection)
    text = queries.text_of(small_project, 1).text
    start = text.index("Jeg kaller det")
    unplaced_actions.place_coding(small_project, one.id, start - 1, start + 14)
    placed = queries.coding(small_project, one.id)
    assert (placed.anchor.quote, placed.unplaced) == ("Jeg kaller det", "")
    assert placed.id in {other.id for other in queries.codings(small_project)}
    assert small_project.undo().name is ChangeName.PLACE_CODING
    assert data_of(small_project.connection) == before


def test_that_a_coding_is_not_placed_where_the_same_stands_already_or_outside_the_text(small_project):
    one = unplace(small_project, SAID)
    other = next(each for each in queries.codings(small_project) if each.code_id == one.code_id)
    length = len(queries.text_of(small_project, one.passage.document_id).text)
    for start, end, rule in (
        (other.passage.start, other.passage.end, Rule.SAME_CODING_TWICE),
        (5, 5, Rule.EMPTY_PASSAGE),
        (5, length + 1, Rule.PASSAGE_OUTSIDE_TEXT),
    ):
        with pytest.raises(RuleBroken) as caught:
            unplaced_actions.place_coding(small_project, one.id, start, end)
        assert caught.value.rule is rule


def test_that_codings_whose_words_stand_once_are_placed_together(small_project):
    first = unplace(small_project, SAID)
    second = unplace(small_project, "Hun mener tilliten ble svakere.")
    assert unplaced_actions.place_certain(small_project) == 2
    for one in (first, second):
        placed = queries.coding(small_project, one.id)
        assert (placed.passage, placed.anchor) == (one.passage, one.anchor)
    small_project.undo()
    assert len(unplaced_actions.list_unplaced(small_project)) == 2


def test_that_nothing_is_placed_where_nothing_is_certain(corrected):
    count = len(queries.history(corrected))
    assert unplaced_actions.place_certain(corrected) == 0
    assert len(queries.history(corrected)) == count


def test_that_an_unplaced_coding_can_be_removed_recoded_and_resized(small_project):
    one = unplace(small_project, SAID)
    tillit = queries.codebook(small_project).find("Tillit").id
    coding_actions.recode(small_project, one.id, tillit)
    assert coding_files.list_coding(small_project, one.id).code == "Styring/Tillit"
    with pytest.raises(RuleBroken):
        coding_actions.split_coding(small_project, one.id, one.passage.start + 5)
    coding_actions.remove_coding(small_project, one.id)
    assert unplaced_actions.list_unplaced(small_project) == []
    small_project.undo()
    coding_actions.resize_coding(small_project, one.id, one.passage.start, one.passage.end)
    assert queries.coding(small_project, one.id).unplaced == ""


def test_that_deleting_and_merging_codes_and_respondents_minds_unplaced_codings(small_project):
    one = unplace(small_project, SAID)
    coding_actions.attribute_coding(small_project, one.id, [3])
    with pytest.raises(RuleBroken) as caught:
        respondent_actions.delete_respondent(small_project, 3)
    assert caught.value.rule is Rule.RESPONDENT_IN_USE
    respondent_actions.merge_respondents(small_project, 3, 1)
    assert queries.coding(small_project, one.id).respondent_ids == (1,)
    book = queries.codebook(small_project)
    codebook_actions.merge_codes(small_project, book.find("Medvirkning").id, book.find("Tillit").id)
    assert queries.coding(small_project, one.id).code_id == book.find("Tillit").id
    codebook_actions.delete_code(small_project, book.find("Tillit").id)
    assert unplaced_actions.list_unplaced(small_project) == []
    assert project_check.check_project(small_project).ok
