"""Collective, nested and second-hand speech: whose words a coding holds then."""

import pytest

from conftest import passage_of
from kodebenk.analysis.attribution import second_hand_in
from kodebenk.application import coding_actions, matrix_report, queries, respondent_actions, voice_actions
from kodebenk.domain.matrix import MatrixSpec
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.domain.voice import VoiceKind
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage.integrity import data_of

TURN = "De ble hørt, men de fikk ikke velge. Jeg kaller det medvirkning likevel."
INSIDE = "de fikk ikke velge"


def speakers_of(project, words):
    passage = passage_of(project, 1, words)
    code_id = queries.codebook(project).find("Tillit").id
    known = queries.codings(project, passage=passage, code_ids=[code_id])
    coding_id = known[0].id if known else coding_actions.apply_code(project, passage, code_id)
    return queries.respondents_of_coding(project, queries.coding(project, coding_id))


def mark(project, words, kind, **who):
    return voice_actions.mark_voice(project, passage_of(project, 1, words), kind, **who)


def test_that_a_collective_statement_belongs_to_each_who_makes_it(small_project):
    mark(small_project, TURN, VoiceKind.COLLECTIVE, respondent_ids=[1, 2])
    assert speakers_of(small_project, "Jeg kaller det medvirkning") == (1, 2)


def test_that_nested_words_belong_to_whom_they_come_from(small_project):
    mark(small_project, INSIDE, VoiceKind.NESTED, respondent_ids=[3])
    assert speakers_of(small_project, INSIDE) == (3,)
    assert speakers_of(small_project, "Jeg kaller det medvirkning") == (1,)
    assert speakers_of(small_project, TURN) == (1, 3)


def test_that_nested_words_of_somebody_outside_belong_to_no_respondent(small_project):
    mark(small_project, INSIDE, VoiceKind.NESTED, speaker="en lærer")
    assert speakers_of(small_project, INSIDE) == ()


def test_that_second_hand_speech_stays_with_the_one_who_tells_it_and_says_so(small_project):
    mark(small_project, INSIDE, VoiceKind.SECOND_HAND, speaker="et barn")
    assert speakers_of(small_project, INSIDE) == (1,)
    passage = passage_of(small_project, 1, INSIDE)
    source = queries.source_of(small_project, 1)
    assert second_hand_in(source, passage.start, passage.end) == "et barn"
    assert second_hand_in(source, 0, 10) == ""


def test_that_a_quote_in_the_appendix_says_whom_it_retells(small_project, tmp_path):
    from docx import Document

    mark(small_project, INSIDE, VoiceKind.SECOND_HAND, speaker="et barn")
    path = tmp_path / "matrise.docx"
    matrix_report.export(matrix_report.build(small_project, MatrixSpec()), path, language="nb")
    document = Document(str(path))
    texts = [one.text for one in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert any("(gjengir et barn)" in text for text in texts)


def test_that_the_innermost_voice_decides(small_project):
    mark(small_project, TURN, VoiceKind.COLLECTIVE, respondent_ids=[1, 2])
    mark(small_project, INSIDE, VoiceKind.NESTED, respondent_ids=[3])
    assert speakers_of(small_project, INSIDE) == (3,)


def test_that_a_voice_needs_somebody(small_project):
    for kind, who in ((VoiceKind.NESTED, []), (VoiceKind.COLLECTIVE, [1])):
        with pytest.raises(RuleBroken) as caught:
            mark(small_project, INSIDE, kind, respondent_ids=who)
        assert caught.value.rule is Rule.VOICE_OF_NOBODY


def test_that_a_voice_must_hold_words(small_project):
    with pytest.raises(RuleBroken) as caught:
        voice_actions.mark_voice(small_project, Passage(1, 5, 5), VoiceKind.NESTED, speaker="en")
    assert caught.value.rule is Rule.EMPTY_PASSAGE


def test_that_marking_and_removing_are_undone(small_project):
    before = data_of(small_project.connection)
    voice_id = mark(small_project, INSIDE, VoiceKind.NESTED, respondent_ids=[2, 3])
    voice_actions.remove_voice(small_project, voice_id)
    assert queries.text_of(small_project, 1).voices == ()
    small_project.undo()
    assert queries.text_of(small_project, 1).voices[0].respondent_ids == (2, 3)
    small_project.undo()
    assert data_of(small_project.connection) == before


def test_that_voices_follow_a_respondent_who_is_merged_into_another(small_project):
    mark(small_project, INSIDE, VoiceKind.NESTED, respondent_ids=[2, 3])
    respondent_actions.merge_respondents(small_project, 3, 2)
    assert queries.text_of(small_project, 1).voices[0].respondent_ids == (2,)


def test_that_a_respondent_who_is_heard_is_not_deleted(small_project):
    respondent_id = respondent_actions.add_respondent(small_project, "Ny Person")
    mark(small_project, INSIDE, VoiceKind.NESTED, respondent_ids=[respondent_id])
    with pytest.raises(RuleBroken) as caught:
        respondent_actions.delete_respondent(small_project, respondent_id)
    assert caught.value.rule is Rule.RESPONDENT_IN_USE


# Changing a mark


def test_that_kind_people_and_words_of_a_voice_are_changed_in_one_step(small_project):
    voice_id = mark(small_project, INSIDE, VoiceKind.SECOND_HAND, speaker="et barn")
    before = data_of(small_project.connection)
    where = passage_of(small_project, 1, TURN)
    assert voice_actions.edit_voice(
        small_project, voice_id, where.start - 1, where.end, VoiceKind.COLLECTIVE, respondent_ids=[2, 1]
    )
    one = voice_actions.voice(small_project, voice_id)
    assert (one.kind, one.speaker, set(one.respondent_ids)) == (VoiceKind.COLLECTIVE, "", {1, 2})
    assert (one.start, one.end, one.quote) == (where.start, where.end, TURN)
    assert set(speakers_of(small_project, "Jeg kaller det medvirkning")) == {1, 2}
    small_project.undo()  # the coding that asked
    small_project.undo()
    assert data_of(small_project.connection) == before


def test_that_changing_a_voice_is_undone_and_redone_row_by_row(small_project):
    voice_id = mark(small_project, INSIDE, VoiceKind.NESTED, respondent_ids=[2, 3])
    before = data_of(small_project.connection)
    one = voice_actions.voice(small_project, voice_id)
    voice_actions.edit_voice(
        small_project, voice_id, one.start, one.end, VoiceKind.NESTED, speaker=" en  lærer ", respondent_ids=[3]
    )
    changed = voice_actions.voice(small_project, voice_id)
    assert (changed.speaker, changed.respondent_ids, changed.guid) == ("en lærer", (3,), one.guid)
    after = data_of(small_project.connection)
    assert small_project.undo().name is ChangeName.EDIT_VOICE
    assert data_of(small_project.connection) == before
    small_project.redo()
    assert data_of(small_project.connection) == after


def test_that_a_voice_that_is_saved_as_it_was_leaves_no_trace(small_project):
    voice_id = mark(small_project, INSIDE, VoiceKind.SECOND_HAND, speaker="et barn")
    count = len(queries.history(small_project))
    one = voice_actions.voice(small_project, voice_id)
    assert not voice_actions.edit_voice(small_project, voice_id, one.start, one.end, one.kind, speaker=one.speaker)
    assert len(queries.history(small_project)) == count


def test_that_a_voice_is_not_changed_to_one_of_nobody_or_without_words(small_project):
    voice_id = mark(small_project, INSIDE, VoiceKind.SECOND_HAND, speaker="et barn")
    one = voice_actions.voice(small_project, voice_id)
    before = data_of(small_project.connection)
    length = len(queries.text_of(small_project, 1).text)
    for start, end, kind, speaker, rule in (
        (one.start, one.end, VoiceKind.SECOND_HAND, " ", Rule.VOICE_OF_NOBODY),
        (one.start, one.end, VoiceKind.COLLECTIVE, "to barn", Rule.VOICE_OF_NOBODY),
        (one.start, one.start, VoiceKind.NESTED, "en", Rule.EMPTY_PASSAGE),
        (one.start, length + 1, VoiceKind.NESTED, "en", Rule.PASSAGE_OUTSIDE_TEXT),
    ):
        with pytest.raises(RuleBroken) as caught:
            voice_actions.edit_voice(small_project, voice_id, start, end, kind, speaker=speaker)
        assert caught.value.rule is rule
    with pytest.raises(RuleBroken) as caught:
        voice_actions.edit_voice(small_project, 99, one.start, one.end, one.kind, speaker="en")
    assert caught.value.rule is Rule.NOT_FOUND
    assert data_of(small_project.connection) == before
