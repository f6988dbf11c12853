import pytest

from kodebenk.application import (
    codebook_actions,
    coding_actions,
    coding_files,
    correction_preview,
    document_actions,
    project_check,
    queries,
    respondent_actions,
    text_correction,
    unplaced_actions,
    voice_actions,
)
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.voice import VoiceKind
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coding_store, position_store
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
    best = unplaced_actions.candidates_in_worker(small_project.path, listed)[0]
    unplaced_actions.place_coding(small_project, one.id, best.start, best.end)
    assert unplaced_actions.list_unplaced(small_project) == []
    assert queries.coding(small_project, one.id).passage == one.passage


def test_that_candidates_are_the_likeliest_places(corrected):
    listed = unplaced_actions.list_unplaced(corrected)[0]
    found = unplaced_actions.candidates_in_worker(corrected.path, listed)
    assert 1 <= len(found) <= 3
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    text = queries.text_of(corrected, 1).text
    assert all(text[one.start : one.end] == one.words for one in found)
    document_actions.delete_document(corrected, 1)
    assert unplaced_actions.candidates_in_worker(corrected.path, listed) == ()


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
    assert [one.coding.id for one in unplaced_actions.place_certain(small_project)] == [first.id, second.id]
    for one in (first, second):
        placed = queries.coding(small_project, one.id)
        assert (placed.passage, placed.anchor) == (one.passage, one.anchor)
    small_project.undo()
    assert len(unplaced_actions.list_unplaced(small_project)) == 2


def test_that_nothing_is_placed_where_nothing_is_certain(corrected):
    count = len(queries.history(corrected))
    assert unplaced_actions.place_certain(corrected) == []
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


# Voices


def mark(project, words, kind=VoiceKind.SECOND_HAND, document_id=1, **who):
    start = queries.text_of(project, document_id).text.index(words)
    passage = Passage(document_id, start, start + len(words))
    return voice_actions.mark_voice(project, passage, kind, **(who or {"speaker": "et barn"}))


HEARD = "Hos oss skrev vi målene sammen med lærerne."
HEARD_NOW = "Hos oss, ja, der skrev vi alle målene i lag med lærerne våre, må jeg si."


def correct(project, text):
    return text_correction.apply_correction(project, correction_preview.preview_correction(project, 1, text))


@pytest.fixture
def lost_voice(small_project):
    """The id of a voice whose words a correction took out, together with those of a coding."""
    voice_id = mark(small_project, HEARD, VoiceKind.COLLECTIVE, respondent_ids=(1, 2))
    text = queries.text_of(small_project, 1).text.replace(HEARD, "")
    assert correct(small_project, f"{text}\n\nHalvor: {HEARD_NOW}").voices == 1
    return voice_id


def test_that_a_voice_that_lost_its_place_is_listed_with_the_codings(small_project, lost_voice):
    (listed,) = unplaced_actions.list_unplaced_voices(small_project)
    assert (listed.voice.id, listed.document, listed.quote) == (lost_voice, "intervju.txt", HEARD)
    assert (listed.voice.respondent_ids, listed.reason) == ((1, 2), "not_found")
    waiting = unplaced_actions.list_waiting(small_project)
    assert [one.key for one in waiting if one.passage == listed.passage][-1] == ("voice", lost_voice)
    assert len(waiting) == 1 + len(unplaced_actions.list_unplaced(small_project))
    report = project_check.check_project(small_project)
    assert (report.ok, report.unplaced_voices, report.unplaced) == (True, 1, len(waiting) - 1)
    assert project_check.count_misplaced_voices(small_project) == 1


def test_that_a_voice_whose_words_are_not_in_its_place_is_in_the_same_list(small_project):
    voice_id = mark(small_project, "de fikk ikke velge")
    place = voice_actions.voice(small_project, voice_id)
    with small_project.change(ChangeName.REPAIR) as write:
        moved = {voice_id: (place.start + 3, place.end + 3, place.quote)}
        position_store.move_voices(write, moved, {})
    (listed,) = unplaced_actions.list_unplaced_voices(small_project)
    assert (listed.key, listed.reason) == (("voice", voice_id), "misplaced")
    assert project_check.count_misplaced_voices(small_project) == 1
    best = unplaced_actions.candidates_in_worker(small_project.path, listed)[0]
    assert best.score == 100
    unplaced_actions.place(small_project, listed, best.start, best.end)
    assert voice_actions.voice(small_project, voice_id) == place
    assert unplaced_actions.list_waiting(small_project) == []


def test_that_a_voice_is_placed_with_the_words_there_and_undo_takes_them(small_project, lost_voice):
    (listed,) = unplaced_actions.list_unplaced_voices(small_project)
    candidates = unplaced_actions.candidates_in_worker(small_project.path, listed)
    assert "lærerne" in candidates[0].words
    before = data_of(small_project.connection)
    start = queries.text_of(small_project, 1).text.index(HEARD_NOW)
    unplaced_actions.place(small_project, listed, start - 1, start + len(HEARD_NOW))
    placed = voice_actions.voice(small_project, lost_voice)
    assert (placed.start, placed.quote, placed.unplaced) == (start, HEARD_NOW, "")
    assert placed in queries.text_of(small_project, 1).voices_in(start, start + 5)
    after = data_of(small_project.connection)
    assert small_project.undo().name is ChangeName.PLACE_VOICE
    assert data_of(small_project.connection) == before
    small_project.redo()
    assert data_of(small_project.connection) == after


def test_that_a_voice_is_not_placed_outside_the_text_or_without_words(small_project, lost_voice):
    length = len(queries.text_of(small_project, 1).text)
    for start, end, rule in ((5, 5, Rule.EMPTY_PASSAGE), (5, length + 1, Rule.PASSAGE_OUTSIDE_TEXT)):
        with pytest.raises(RuleBroken) as caught:
            voice_actions.place_voice(small_project, lost_voice, start, end)
        assert caught.value.rule is rule


def test_that_a_voice_without_a_place_is_removed_in_one_step(small_project, lost_voice):
    before = data_of(small_project.connection)
    (listed,) = unplaced_actions.list_unplaced_voices(small_project)
    unplaced_actions.remove(small_project, listed)
    assert unplaced_actions.list_unplaced_voices(small_project) == []
    assert small_project.undo().details["place"] == "intervju.txt"
    assert data_of(small_project.connection) == before


def test_that_codings_and_voices_that_are_certain_are_placed_in_one_step(small_project):
    coding = unplace(small_project, SAID)
    voice_id = mark(small_project, SAID)
    with small_project.change(ChangeName.EDIT_TEXT, document="intervju.txt") as write:
        position_store.move_voices(write, {}, {voice_id: "not_found"})
    before = data_of(small_project.connection)
    placed = unplaced_actions.place_certain(small_project)
    assert [one.key for one in placed] == [("coding", coding.id), ("voice", voice_id)]
    assert unplaced_actions.list_waiting(small_project) == []
    after = data_of(small_project.connection)
    assert small_project.undo().name is ChangeName.PLACE_CERTAIN
    assert data_of(small_project.connection) == before
    small_project.redo()
    assert data_of(small_project.connection) == after


def test_that_a_voice_finds_its_place_when_its_words_come_back(small_project, lost_voice):
    correct(small_project, queries.text_of(small_project, 1).text + f"\n\nHalvor: {HEARD}")
    assert unplaced_actions.list_unplaced_voices(small_project) == []
    assert voice_actions.voice(small_project, lost_voice).quote == HEARD
