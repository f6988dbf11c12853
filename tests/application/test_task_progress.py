"""How far somebody has come with what they are to code."""

import pytest

from application.coded_project import add_codes, add_interview, code
from kodebenk.application import coding_actions, coding_tasks, queries, turn_samples
from kodebenk.application.task_progress import task_progress
from kodebenk.application.turn_samples import SampleWish

ALPHA, GAMMA = "Alfa er det første jeg tenker på.", "Gamma var det ingen som så."


@pytest.fixture
def sampled(project, tmp_path):
    """An interview with four turns of a respondent, all drawn, that Ane and Bo are to code blind."""
    document_id = add_interview(project, tmp_path)
    goal = add_codes(project, "Styring/Mål")["Mål"]
    sample_id = turn_samples.draw_sample(project, "Prøve", SampleWish(share=1), 7)
    for name in ("Ane", "Bo"):
        coding_tasks.assign(project, [document_id], name, sample_id=sample_id)
    return project, document_id, goal


def test_that_somebody_without_a_task_has_no_progress(project, tmp_path):
    assert task_progress(project, add_interview(project, tmp_path)) is None


def test_that_turns_count_as_coded_that_the_coder_has_coded_and_nobody_else(sampled):
    project, document_id, goal = sampled
    code(project, document_id, "Ane", goal, ALPHA)
    code(project, document_id, "Bo", goal, GAMMA)
    project.work_as("Ane")

    found = task_progress(project, document_id)

    words = queries.text_of(project, document_id).text
    first = found.turns[0]
    assert words[first.start : first.end] == ALPHA
    assert found.turn_coded == (True, False, False, False)
    assert found.places == found.turns


def test_that_codings_of_an_earlier_round_do_not_count(sampled):
    project, document_id, goal = sampled
    project.work_as("Ane")
    code(project, document_id, "Ane", goal, ALPHA)
    coding_tasks.finish(project, [coding_tasks.task_of(project, document_id).id])
    coding_tasks.start_round(project)
    coding_tasks.assign(project, [document_id], "Ane", sample_id=turn_samples.samples(project)[0].id)
    assert not any(task_progress(project, document_id).turn_coded)

    code(project, document_id, "Ane", goal, GAMMA)

    assert task_progress(project, document_id).turn_coded == (False, False, True, False)


def test_that_a_turn_is_open_again_when_its_coding_is_gone(sampled):
    project, document_id, goal = sampled
    project.work_as("Ane")
    code(project, document_id, "Ane", goal, ALPHA)
    (coding,) = queries.codings(project)
    coding_actions.remove_coding(project, coding.id)

    assert not any(task_progress(project, document_id).turn_coded)
