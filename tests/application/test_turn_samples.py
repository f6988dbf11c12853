import pytest

from conftest import passage_of
from kodebenk.application import (
    coding_tasks,
    comparison_actions,
    correction_preview,
    document_actions,
    queries,
    respondent_actions,
    text_correction,
    turn_samples,
)
from kodebenk.application.turn_samples import BY_DOCUMENT, SampleWish
from kodebenk.domain.document import SourceKind
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken

TURNS = 5
"""Of respondents in the interview; the notes have none, and the interviewer has three."""


_TALK = """Intervjuer: Hvordan fikk dere vite det?

Tove: Vi fikk det på e-post en fredag.

Intervjuer: Ja vel?

Tove: Med svarfrist på mandag.
"""


def texts_of(project, sample):
    return [queries.text_of(project, one.document_id).text[one.start : one.end] for one in sample.turns]


def only(project):
    (sample,) = turn_samples.samples(project)
    return sample


def test_that_a_sample_is_kept_with_all_that_it_takes_to_draw_it_again(small_project):
    sample_id = turn_samples.draw_sample(small_project, "  Utvalg  en ", SampleWish(share=0.4), 7)

    sample = only(small_project)
    assert (sample.id, sample.name, sample.share, sample.stratum, sample.seed) == (sample_id, "Utvalg en", 0.4, "", 7)
    assert sample.drawn_from == TURNS
    assert len(sample.turns) == 2
    again = turn_samples.draw_sample(small_project, "To", SampleWish(share=0.4), 7)
    assert next(one for one in turn_samples.samples(small_project) if one.id == again).turns == sample.turns


def test_that_turns_are_words_of_respondents_without_label_and_blanks(small_project):
    turn_samples.draw_sample(small_project, "Alle", SampleWish(share=1.0), 7)

    drawn = texts_of(small_project, only(small_project))
    assert len(drawn) == TURNS
    assert drawn[0].startswith("Det begynte med et budsjett")
    assert not any("Intervjuer:" in one or one != one.strip() for one in drawn)


def test_that_interviewers_are_drawn_when_they_are_wanted(small_project):
    turn_samples.draw_sample(small_project, "Alle", SampleWish(share=1.0, respondents_only=False), 7)

    assert only(small_project).drawn_from == TURNS + 3


def test_that_a_number_of_turns_can_be_wanted(small_project):
    turn_samples.draw_sample(small_project, "Tre", SampleWish(count=3), 7)

    assert len(only(small_project).turns) == 3
    assert only(small_project).share == pytest.approx(3 / TURNS)


def test_that_a_draw_within_documents_or_groups_takes_from_each(small_project, tmp_path):
    (tmp_path / "to.txt").write_text(_TALK, "utf-8")
    wish = document_actions.ImportWish(kind=SourceKind.TRANSCRIPT)
    (document_id,) = document_actions.import_files(small_project, [tmp_path / "to.txt"], wish).document_ids
    respondent_actions.set_speakers(small_project, document_id, {"Tove": "Tove Strand", "Intervjuer": "interviewer"})

    by_document = turn_samples.preview(small_project, SampleWish(share=0.2, stratum=BY_DOCUMENT))
    by_group = turn_samples.preview(small_project, SampleWish(share=0.2, stratum="GROUP"))
    turn_samples.draw_sample(small_project, "G", SampleWish(share=0.2, stratum="GROUP"), 7)

    assert [(one.stratum, one.turns, one.drawn) for one in by_document] == [("intervju.txt", 5, 1), ("to.txt", 2, 1)]
    assert [(one.stratum, one.turns, one.drawn) for one in by_group] == [("Ledelse", 5, 1), ("Ansatte", 2, 1)]
    assert only(small_project).stratum == "group"
    assert {one.document_id for one in only(small_project).turns} == {1, document_id}


def test_that_only_the_documents_named_are_drawn_from(small_project):
    assert turn_samples.preview(small_project, SampleWish(share=1.0, document_ids=[1]))[0].turns == TURNS
    with pytest.raises(RuleBroken) as told:
        turn_samples.preview(small_project, SampleWish(share=1.0, document_ids=[2]))
    assert told.value.rule is Rule.VALUE_NOT_ALLOWED
    with pytest.raises(RuleBroken) as told:
        turn_samples.preview(small_project, SampleWish(share=1.0, document_ids=[99]))
    assert told.value.rule is Rule.NOT_FOUND


@pytest.mark.parametrize(
    ("wish", "name", "rule"),
    [
        (SampleWish(share=0.5), " ", Rule.NAME_EMPTY),
        (SampleWish(share=0.5), "FØRSTE", Rule.NAME_TAKEN),
        (SampleWish(share=0.0), "x", Rule.VALUE_NOT_ALLOWED),
        (SampleWish(share=1.2), "x", Rule.VALUE_NOT_ALLOWED),
        (SampleWish(), "x", Rule.VALUE_NOT_ALLOWED),
        (SampleWish(count=0), "x", Rule.VALUE_NOT_ALLOWED),
        (SampleWish(count=TURNS + 1), "x", Rule.VALUE_NOT_ALLOWED),
        (SampleWish(share=0.5, stratum="Alder"), "x", Rule.NOT_FOUND),
    ],
)
def test_that_a_sample_that_cannot_be_is_refused(small_project, wish, name, rule):
    turn_samples.draw_sample(small_project, "Første", SampleWish(share=0.5), 7)

    with pytest.raises(RuleBroken) as told:
        turn_samples.draw_sample(small_project, name, wish, 7)

    assert told.value.rule is rule
    assert len(turn_samples.samples(small_project)) == 1


def test_that_a_sample_in_use_is_kept_and_another_forgotten(small_project):
    sample_id = turn_samples.draw_sample(small_project, "Første", SampleWish(share=0.5), 7)
    (task_id,) = coding_tasks.assign(small_project, [1], "Bo B.", sample_id=sample_id)

    with pytest.raises(RuleBroken) as told:
        turn_samples.delete_sample(small_project, sample_id)
    assert told.value.rule is Rule.SAMPLE_IN_USE
    assert told.value.fields == {"name": "Første", "tasks": 1, "comparisons": 0}

    coding_tasks.withdraw(small_project, [task_id])
    turn_samples.delete_sample(small_project, sample_id)
    assert turn_samples.samples(small_project) == ()
    small_project.undo()
    assert turn_samples.find_sample(small_project, "første").id == sample_id
    assert comparison_actions.saved_comparisons(small_project) == ()


def test_that_a_draw_is_one_step_of_undo(small_project):
    turn_samples.draw_sample(small_project, "Første", SampleWish(share=0.5), 7)

    assert queries.history(small_project)[-1].name is ChangeName.DRAW_SAMPLE
    small_project.undo()
    assert turn_samples.samples(small_project) == ()
    with pytest.raises(RuleBroken) as told:
        turn_samples.find_sample(small_project, "Første")
    assert told.value.rule is Rule.NOT_FOUND


def test_that_drawn_turns_follow_a_corrected_text(small_project):
    turn_samples.draw_sample(small_project, "Alle", SampleWish(share=1.0), 7)
    before = texts_of(small_project, only(small_project))
    text = queries.text_of(small_project, 1).text
    new = text.replace("Intervju med to ledere", "Et nokså langt intervju med to ledere")
    text_correction.apply_correction(small_project, correction_preview.preview_correction(small_project, 1, new))

    assert texts_of(small_project, only(small_project)) == before
    assert only(small_project).turns[0].start == passage_of(small_project, 1, "Det begynte med et budsjett").start


def test_that_suggested_seeds_are_short_numbers():
    assert all(1 <= turn_samples.suggest_seed() <= 9999 for _ in range(20))
