import pytest

from kodebenk.analysis.reanchoring import Fate, Reason
from kodebenk.application import queries, respondent_actions, unplaced_actions
from kodebenk.application.correction_choices import preview_again, set_aside
from kodebenk.application.correction_preview import preview_correction
from kodebenk.application.text_correction import apply_correction
from kodebenk.errors import Rule, RuleBroken

INTERVIEW = 1


def corrected(project):
    text = queries.text_of(project, INTERVIEW).text
    return preview_correction(project, INTERVIEW, text.replace("som sprakk", "som ikke holdt"))


def test_that_a_coding_set_aside_is_unplaced_whatever_place_was_found(small_project):
    preview = corrected(small_project)
    altered = preview.altered[0]
    chosen = set_aside(preview, [altered.coding_id])
    assert [(one.coding_id, one.reason) for one in chosen.unplaced] == [(altered.coding_id, Reason.SET_ASIDE)]
    report = apply_correction(small_project, chosen)
    assert [one.coding_id for one in report.unplaced] == [altered.coding_id]
    waiting = unplaced_actions.list_unplaced(small_project)
    assert [(one.coding.id, one.reason) for one in waiting] == [(altered.coding_id, "set_aside")]
    small_project.undo()
    assert unplaced_actions.list_unplaced(small_project) == []


def test_that_a_preview_made_again_knows_what_changed_meanwhile(small_project):
    preview = corrected(small_project)
    from kodebenk.application import coding_actions

    coding_actions.remove_coding(small_project, preview.altered[0].coding_id)
    again = preview_again(small_project.path, preview)
    assert again.text == preview.text
    assert all(one.fate is not Fate.ALTERED for one in again.codings)


def test_that_a_speaker_leaves_within_the_text_and_can_be_taken_back(small_project):
    speaker = queries.text_of(small_project, INTERVIEW).speakers[0]
    respondent_actions.set_left_at(small_project, speaker.id, 40)
    assert queries.text_of(small_project, INTERVIEW).speakers[0].left_at == 40
    small_project.undo()
    assert queries.text_of(small_project, INTERVIEW).speakers[0].left_at is None
    with pytest.raises(RuleBroken) as raised:
        respondent_actions.set_left_at(small_project, speaker.id, 10**6)
    assert raised.value.rule is Rule.PASSAGE_OUTSIDE_TEXT
    with pytest.raises(RuleBroken) as raised:
        respondent_actions.set_left_at(small_project, 999, 0)
    assert raised.value.rule is Rule.NOT_FOUND
