import pytest

from conftest import passage_of
from kodebenk.application import (
    answer_coding,
    coding_actions,
    coding_files,
    coding_import,
    coding_tasks,
    correction_preview,
    document_actions,
    new_code_actions,
    queries,
    text_correction,
    turn_samples,
)
from kodebenk.application.turn_samples import SampleWish
from kodebenk.domain.coder import CoderKind
from kodebenk.domain.passage import Passage
from kodebenk.domain.project_change import ChangeName
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage import coder_store
from kodebenk.storage.integrity import data_of

BO = "Bo B."


def bo_of(project):
    return queries.find_coder(project, BO).id


def test_that_a_task_is_assigned_to_a_coder_who_is_added_when_new(small_project):
    ids = coding_tasks.assign(small_project, [2, 1], "  Bo   B. ")

    first, second = coding_tasks.tasks(small_project)
    assert ids == [first.id, second.id]
    assert [one.document_id for one in (first, second)] == [2, 1]
    assert {(one.coder_id, one.round, one.blind, one.sample_id, one.units) for one in (first, second)} == {
        (bo_of(small_project), 1, True, None, ())
    }
    assert first.assigned_at
    assert first.hides
    assert not first.is_finished
    recorded = queries.history(small_project)[-1]
    assert (recorded.name, recorded.details["coder"], recorded.details["count"]) == (
        ChangeName.ASSIGN_CODING,
        BO,
        "2",
    )


def test_that_a_task_that_is_there_stays_as_it_is(small_project):
    (first,) = coding_tasks.assign(small_project, [1], BO, blind=False)
    both = coding_tasks.assign(small_project, [1, 2], "BO B.")

    assert both[0] == first
    assert [one.blind for one in coding_tasks.tasks(small_project)] == [False, True]


def test_that_the_newest_task_of_several_rounds_is_found(small_project):
    coding_tasks.assign(small_project, [1], BO)
    assert coding_tasks.start_round(small_project) == 2
    (second,) = coding_tasks.assign(small_project, [1], BO)
    (earlier,) = coding_tasks.assign(small_project, [2], BO, round_number=1)

    assert coding_tasks.task_of(small_project, 1, bo_of(small_project)).id == second
    assert coding_tasks.task(small_project, earlier).round == 1
    assert coding_tasks.task_of(small_project, 1) is None
    small_project.work_as(BO)
    assert coding_tasks.task_of(small_project, 1).id == second


@pytest.mark.parametrize(
    ("document_ids", "coder", "values", "rule"),
    [
        ([99], BO, {}, Rule.NOT_FOUND),
        ([1], "  ", {}, Rule.NAME_EMPTY),
        ([1], "enighet", {}, Rule.NAME_TAKEN),
        ([1], BO, {"sample_id": 99}, Rule.NOT_FOUND),
        ([1], BO, {"round_number": 2}, Rule.VALUE_NOT_ALLOWED),
        ([1], BO, {"round_number": 0}, Rule.VALUE_NOT_ALLOWED),
    ],
)
def test_that_a_task_that_cannot_be_is_refused(small_project, document_ids, coder, values, rule):
    with small_project.change(ChangeName.ADD_CODER) as write:
        coder_store.add(write, "Enighet", CoderKind.CONSENSUS)
    before = data_of(small_project.connection)

    with pytest.raises(RuleBroken) as told:
        coding_tasks.assign(small_project, document_ids, coder, **values)

    assert told.value.rule is rule
    assert data_of(small_project.connection) == before


def test_that_units_are_anothers_passages_each_once_without_their_codes(small_project):
    twice = passage_of(small_project, 1, "De målene lever ennå.")
    coding_actions.apply_code(small_project, twice, 3)
    expected = sorted({one.passage for one in queries.codings(small_project, document_id=1)})

    (task_id,) = coding_tasks.assign(small_project, [1], BO, units_of=1)

    units = coding_tasks.task(small_project, task_id).units
    assert list(units) == expected
    assert units.count(twice) == 1


def test_that_units_that_are_hidden_from_the_one_who_works_are_not_handed_on(small_project):
    coding_tasks.assign(small_project, [1], BO)
    small_project.work_as(BO)

    with pytest.raises(RuleBroken) as told:
        coding_tasks.assign(small_project, [1], "Cato D.", units_of=1)
    assert told.value.rule is Rule.STILL_BLIND
    coding_tasks.assign(small_project, [2], "Cato D.", units_of=1)


def test_that_units_beside_the_sample_are_left_out(small_project):
    sample_id = turn_samples.draw_sample(small_project, "En", SampleWish(count=2), 7)
    (task_id,) = coding_tasks.assign(small_project, [1], BO, units_of=1, sample_id=sample_id)

    task = coding_tasks.task(small_project, task_id)
    (sample,) = turn_samples.samples(small_project)
    everything = {one.passage for one in queries.codings(small_project, document_id=1)}
    assert task.sample_id == sample_id
    assert task.units
    assert set(task.units) == {one for one in everything if any(one.overlaps(turn) for turn in sample.turns)}
    assert set(task.units) < everything


def test_that_units_follow_a_corrected_text(small_project):
    (task_id,) = coding_tasks.assign(small_project, [1], BO, units_of=1)
    before = coding_tasks.task(small_project, task_id).units
    text = queries.text_of(small_project, 1).text
    new = text.replace("Intervju med", "Et intervju med")
    text_correction.apply_correction(small_project, correction_preview.preview_correction(small_project, 1, new))

    after = coding_tasks.task(small_project, task_id).units
    assert after == tuple(Passage(1, one.start + 3, one.end + 3) for one in before)


def test_that_finished_sources_are_told_by_document_and_coder(small_project):
    first, second = coding_tasks.assign(small_project, [1, 2], BO)
    coding_tasks.finish(small_project, [first])

    finished = coding_tasks.finished(small_project)
    assert list(finished) == [(1, bo_of(small_project))]
    assert finished[1, bo_of(small_project)].id == first
    assert finished[1, bo_of(small_project)].finished_at
    assert coding_tasks.task(small_project, second).hides
    moment = finished[1, bo_of(small_project)].finished_at
    changes = len(queries.history(small_project))
    coding_tasks.finish(small_project, [first])
    assert coding_tasks.task(small_project, first).finished_at == moment
    assert len(queries.history(small_project)) == changes


def test_that_a_reopened_task_goes_on_with_open_eyes(small_project):
    (task_id,) = coding_tasks.assign(small_project, [1], BO)
    coding_tasks.reopen(small_project, task_id)
    assert coding_tasks.task(small_project, task_id).hides
    coding_tasks.finish(small_project, [task_id])
    coding_tasks.reopen(small_project, task_id)

    task = coding_tasks.task(small_project, task_id)
    assert not task.is_finished
    assert not task.hides
    assert task.unblinded_because == coding_tasks.REOPENED
    assert task.unblinded_at


def test_that_a_reopened_task_that_was_never_blind_is_as_before(small_project):
    (task_id,) = coding_tasks.assign(small_project, [1], BO, blind=False)
    before = coding_tasks.task(small_project, task_id)
    coding_tasks.finish(small_project, [task_id])
    coding_tasks.reopen(small_project, task_id)

    assert coding_tasks.task(small_project, task_id) == before


def test_that_unblinding_takes_a_reason_and_only_what_hides(small_project):
    first, second = coding_tasks.assign(small_project, [1, 2], BO)
    coding_tasks.finish(small_project, [second])
    with pytest.raises(RuleBroken) as told:
        coding_tasks.unblind(small_project, [first], "  ")
    assert told.value.rule is Rule.REASON_MISSING

    coding_tasks.unblind(small_project, [first, second], "Opplæring")

    assert coding_tasks.task(small_project, first).unblinded_because == "Opplæring"
    assert not coding_tasks.task(small_project, second).unblinded_at
    assert queries.history(small_project)[-1].details == {
        "coder": BO,
        "document": "intervju.txt",
        "reason": "Opplæring",
    }


def test_that_undo_passes_over_what_ended_blindness_and_takes_back_the_rest(small_project):
    (blind,) = coding_tasks.assign(small_project, [1], BO)
    (seeing,) = coding_tasks.assign(small_project, [2], BO, blind=False)
    coding_tasks.finish(small_project, [seeing])
    assert small_project.undo().name is ChangeName.FINISH_TASK
    assert not coding_tasks.task(small_project, seeing).is_finished

    small_project.undo()  # the second task
    small_project.work_as(BO)
    assert small_project.next_to_undo() is None
    small_project.work_as("Ane K.")
    assert small_project.next_to_undo().name is ChangeName.ASSIGN_CODING

    coding_tasks.finish(small_project, [blind])
    assert not small_project.undoes_last()
    assert small_project.next_to_undo().name is ChangeName.ASSIGN_CODING
    small_project.work_as(BO)
    assert small_project.next_to_undo() is None
    with pytest.raises(RuleBroken) as told:
        small_project.undo()
    assert told.value.rule is Rule.NOTHING_TO_UNDO


def test_that_what_was_done_before_somebody_finished_can_still_be_undone(small_project):
    (blind,) = coding_tasks.assign(small_project, [1], BO)
    coding_id = queries.codings(small_project)[0].id
    coding_actions.remove_coding(small_project, coding_id)
    coding_tasks.finish(small_project, [blind])
    coding_tasks.unblind(small_project, coding_tasks.assign(small_project, [2], BO), "Opplæring")
    assert small_project.undo().name is ChangeName.ASSIGN_CODING
    assert small_project.undo().name is ChangeName.REMOVE_CODING
    assert queries.coding(small_project, coding_id).id == coding_id
    assert coding_tasks.task(small_project, blind).is_finished


def test_that_the_coder_of_a_blind_task_cannot_withdraw_it_and_take_that_back(small_project):
    (blind,) = coding_tasks.assign(small_project, [1], BO)
    coding_tasks.withdraw(small_project, [blind])
    small_project.work_as(BO)
    assert small_project.next_to_undo() is None
    small_project.work_as("Ane K.")
    assert small_project.undo().name is ChangeName.WITHDRAW_TASK
    assert coding_tasks.task(small_project, blind).hides


def test_that_a_withdrawn_task_goes_with_its_units_and_comes_back(small_project):
    (task_id,) = coding_tasks.assign(small_project, [1], BO, blind=False, units_of=1)
    there = data_of(small_project.connection)
    coding_tasks.withdraw(small_project, [task_id])

    assert coding_tasks.tasks(small_project) == ()
    with pytest.raises(RuleBroken) as told:
        coding_tasks.task(small_project, task_id)
    assert told.value.rule is Rule.NOT_FOUND
    small_project.undo()
    assert data_of(small_project.connection) == there


def test_that_tasks_and_samples_go_with_their_document(small_project):
    sample_id = turn_samples.draw_sample(small_project, "En", SampleWish(share=1.0), 7)
    coding_tasks.assign(small_project, [1], BO, units_of=1, sample_id=sample_id)
    there = data_of(small_project.connection)
    document_actions.delete_document(small_project, 1)

    assert coding_tasks.tasks(small_project) == ()
    assert turn_samples.samples(small_project)[0].turns == ()
    small_project.undo()
    assert data_of(small_project.connection) == there


# Rounds


def test_that_rounds_count_on_and_new_codings_belong_to_the_present_one(small_project):
    assert coding_tasks.current_round(small_project) == 1
    assert coding_tasks.start_round(small_project) == 2
    passage = passage_of(small_project, 1, "De målene lever ennå.")

    again = coding_actions.apply_code(small_project, passage, queries.codebook(small_project).find("Forankring").id)
    made = new_code_actions.code_with_new(small_project, passage, "Ny kode", None)
    hits = coding_actions.code_hits(small_project, [passage], 2)

    for coding_id in (again, made.coding_id, *hits):
        assert queries.coding(small_project, coding_id).round == 2
    with pytest.raises(RuleBroken) as told:
        coding_actions.apply_code(small_project, passage, 2)
    assert told.value.rule is Rule.SAME_CODING_TWICE
    assert coding_actions.code_hits(small_project, [passage], 2) == []
    small_project.undo()
    small_project.undo()
    small_project.undo()
    assert small_project.undo().name is ChangeName.START_ROUND
    assert coding_tasks.current_round(small_project) == 1


def test_that_a_coding_of_an_earlier_round_is_no_double_and_one_of_the_same_round_is(small_project):
    (one,) = queries.codings(small_project, passage=passage_of(small_project, 1, "De målene lever ennå."))
    coding_actions.apply_code(small_project, one.passage, 3)
    coding_tasks.start_round(small_project)

    with pytest.raises(RuleBroken) as told:
        coding_actions.recode(small_project, one.id, 3)
    assert told.value.rule is Rule.SAME_CODING_TWICE
    second = coding_actions.apply_code(small_project, one.passage, one.code_id)
    assert {each.round for each in queries.codings(small_project, passage=one.passage)} == {1, 2}
    coding_actions.recode(small_project, second, 2)


def test_that_rounds_go_out_and_come_back_with_files(small_project, tmp_path):
    coding_tasks.start_round(small_project)
    passage = passage_of(small_project, 1, "De målene lever ennå.")
    coding_actions.apply_code(small_project, passage, queries.codebook(small_project).find("Forankring").id)
    target = tmp_path / "kodinger.csv"
    listed = coding_files.list_codings(small_project)
    coding_files.export_codings(listed, target, title="", language="nb")

    known = coding_import.import_codings(small_project, coding_import.read_coding_rows(target))
    assert (known.placed, known.known) == (len(listed), len(listed))
    for one in listed:
        coding_actions.remove_coding(small_project, one.coding.id)
    coding_import.import_codings(small_project, coding_import.read_coding_rows(target))
    back = coding_files.list_codings(small_project)
    assert [(one.citation, one.code, one.coding.round) for one in back] == [
        (one.citation, one.code, one.coding.round) for one in listed
    ]


def test_that_rows_without_a_round_belong_to_the_present_one(small_project):
    coding_tasks.start_round(small_project)
    row = {"document": "intervju.txt", "quote": "De målene lever ennå.", "code": "Forankring", "round": ""}

    report = coding_import.import_codings(small_project, [row, row])

    assert (report.placed, report.known) == (2, 1)
    assert queries.codings(small_project)[-4:] != []
    assert [one.round for one in queries.codings(small_project, document_id=1) if one.anchor.quote == row["quote"]] == [
        1,
        2,
    ]


def test_that_persons_are_asked_to_code_and_layers_are_not(small_project):
    with small_project.change(ChangeName.ADD_CODER) as write:
        coder_store.add(write, "Enighet", CoderKind.CONSENSUS)

    assert [one.name for one in queries.people(small_project)] == ["Ane K."]
    assert [one.name for one in queries.coders(small_project)] == ["Ane K.", "Enighet"]
    assert answer_coding.preview_answers(small_project) == []
