"""Tasks, samples, comparisons and decisions of two copies that are merged."""

import shutil
from dataclasses import replace

import pytest

from application.test_merging import change_there, merge
from conftest import make_small_project, passage_of
from kodebenk.analysis.agreement.coders_setup import AgreementSetup, Rater
from kodebenk.analysis.agreement.unit_grid import UnitKind
from kodebenk.application import codebook_actions, correction_preview, queries, text_correction
from kodebenk.application.merge_plan import ConflictKind, FinishedTask
from kodebenk.application.open_project import OpenProject
from kodebenk.application.packaging import package_for_coder
from kodebenk.domain.coder import CoderKind
from kodebenk.domain.consensus import DecidedPlace, DecisionChoice
from kodebenk.domain.project_change import ChangeName
from kodebenk.storage import coder_store, coding_store, comparison_store, task_store
from kodebenk.storage.integrity import data_of

FIRST, SECOND = "Det begynte med et budsjett som sprakk.", "De ble hørt, men de fikk ikke velge."
DAY = "2026-02-03T10:00:00Z"


@pytest.fixture
def ours(tmp_path):
    with make_small_project(tmp_path) as project:
        yield project


@pytest.fixture
def copied(ours, tmp_path):
    """Where a copy of the project lies; made when it is asked for."""

    def copy():
        (tmp_path / "there").mkdir()
        ours.save_copy(tmp_path / "there" / "lillevik.kodebenk")
        return tmp_path / "there" / "lillevik.kodebenk"

    return copy


def coder_id(project, name):
    return queries.find_coder(project, name).id


def give_task(project, name, document_id=1, *, sample_id=None, units=()):
    with project.change(ChangeName.ASSIGN_CODING) as write:
        known = queries.find_coder(project, name)
        return task_store.add_task(
            write,
            document_id=document_id,
            coder_id=known.id if known else coder_store.add(write, name),
            round_number=1,
            blind=True,
            sample_id=sample_id,
            assigned_at=DAY,
            units=units,
        )


def draw(project, name, *quotes):
    with project.change(ChangeName.DRAW_SAMPLE) as write:
        turns = [(passage_of(project, 1, one), one) for one in quotes]
        return task_store.add_sample(
            write, name=name, share=0.5, stratum="", seed=4, drawn_at=DAY, drawn_from=4, turns=turns
        )


def finish(project, task_id, **values):
    with project.change(ChangeName.FINISH_TASK) as write:
        task_store.update_task(write, task_id, **(values or {"finished_at": DAY}))


def tasks(project):
    return task_store.list_tasks(project.connection)


def samples(project):
    return task_store.list_samples(project.connection)


def decide(project, quote, code_ids, reason="Vi ble enige.", *, with_coding=False):
    passage = passage_of(project, 1, quote)
    with project.change(ChangeName.DECIDE) as write:
        made = []
        if with_coding:
            layer = coder_store.add(write, "Konsensus", CoderKind.CONSENSUS)
            model = queries.codings(project)[0]
            made = [
                coding_store.add(
                    write,
                    passage=passage,
                    anchor=replace(model.anchor, quote=quote),
                    code_id=code_ids[0],
                    coder_id=layer,
                    created_at=DAY,
                )
            ]
        return comparison_store.add_decision(
            write,
            DecidedPlace(1, passage.start, passage.end, tuple(code_ids)),
            kind="missing",
            quote=quote,
            choice=DecisionChoice.UNION,
            coder_id=None,
            decided_at=DAY,
            decided_by=1,
            coding_ids=made,
            reason=reason,
        )


def decisions(project):
    return comparison_store.list_decisions(project.connection)


def test_that_a_task_finished_in_a_package_is_finished_after_the_merge(ours, tmp_path):
    sample_id = draw(ours, "Ti prosent", FIRST)
    passage = passage_of(ours, 1, FIRST)
    give_task(ours, "Jonas B.", sample_id=sample_id, units=[(passage, FIRST)])
    give_task(ours, "Kari L.")
    package_for_coder(ours, tmp_path / "jonas.kodebenk", "Jonas B.", [1])

    def work(theirs):
        (task,) = tasks(theirs)
        assert (task.blind, task.units) == (True, (passage,))
        assert [one.turns for one in samples(theirs)] == [(passage,)]
        finish(theirs, task.id)

    change_there(tmp_path / "jonas.kodebenk", work)
    before = data_of(ours.connection)
    report = merge(ours, tmp_path / "jonas.kodebenk")
    assert report.finished == (FinishedTask("Jonas B.", queries.documents(ours)[0].name),)
    assert [(one.finished_at, one.units) for one in tasks(ours)] == [(DAY, (passage,)), ("", ())]
    assert len(samples(ours)) == 1
    ours.undo()
    assert data_of(ours.connection) == before
    ours.redo()
    assert merge(ours, tmp_path / "jonas.kodebenk").finished == ()


def test_that_a_task_that_was_unblinded_there_is_so_here_and_is_never_blind_again(ours, copied):
    give_task(ours, "Jonas B.")
    path = copied()
    told = {"unblinded_at": DAY, "unblinded_because": "Vi snakket sammen."}
    change_there(path, lambda theirs: finish(theirs, 1, **told))
    merge(ours, path)
    (task,) = tasks(ours)
    assert (task.unblinded_at, task.unblinded_because, task.hides) == (DAY, "Vi snakket sammen.", False)
    finish(ours, 1, finished_at=DAY)
    with OpenProject.open(path) as theirs:
        assert not tasks(theirs)[0].is_finished
    merge(ours, path)
    assert tasks(ours)[0].finished_at == DAY


def test_that_tasks_and_samples_made_there_come_along_with_their_coder_and_follow_the_text(ours, copied):
    path = copied()

    def plan(theirs):
        sample_id = draw(theirs, "Utvalg", FIRST, SECOND)
        give_task(theirs, "Kari L.", sample_id=sample_id, units=[(passage_of(theirs, 1, SECOND), SECOND)])

    change_there(path, plan)
    text = queries.text_of(ours, 1).text
    corrected = text.replace("Intervju med to ledere", "Intervju med to erfarne ledere").replace(f" {FIRST}", "")
    text_correction.apply_correction(ours, correction_preview.preview_correction(ours, 1, corrected))
    report = merge(ours, path)
    there = passage_of(ours, 1, SECOND)
    assert report.tasks == 1
    (task,) = tasks(ours)
    assert (task.coder_id, task.units) == (coder_id(ours, "Kari L."), (there,))
    (sample,) = samples(ours)
    assert (task.sample_id, sample.turns) == (sample.id, (there,))
    assert merge(ours, path).tasks == 0


def test_that_a_comparison_saved_there_is_about_the_same_coders_documents_and_codes_here(ours, copied):
    codebook_actions.add_code(ours, "Bare her")
    path = copied()

    def save(theirs):
        new = codebook_actions.add_code(theirs, "Bare der")
        raters = (Rater("Ane K.", 1), Rater("Kari L.", 0))
        with theirs.change(ChangeName.SAVE_COMPARISON) as write:
            kari = coder_store.add(write, "Kari L.")
            setup = AgreementSetup(
                (raters[0], replace(raters[1], coder_id=kari)),
                documents=(1,),
                codes=(new,),
                unit=UnitKind.TURN,
                text_hashes={1: "a" * 64},
                turns_of=None,
            )
            comparison_store.add_comparison(write, name="Runde 1", setup=setup, position=0, made_at=DAY, made_by=kari)

    codebook_actions.add_code(ours, "Kom til etterpå")
    change_there(path, save)
    assert merge(ours, path).comparisons == 1
    (one,) = comparison_store.list_comparisons(ours.connection)
    codes = queries.codebook(ours)
    assert [codes.by_id[code].name for code in one.setup.codes] == ["Bare der"]
    assert [rater.coder_id for rater in one.setup.raters] == [1, coder_id(ours, "Kari L.")]
    assert (one.setup.documents, dict(one.setup.text_hashes)) == ((1,), {1: "a" * 64})
    assert merge(ours, path).comparisons == 0


def test_that_a_decision_comes_along_with_its_codings_and_codes(ours, copied):
    path = copied()

    def settle(theirs):
        new = codebook_actions.add_code(theirs, "Bare der")
        decide(theirs, FIRST, [new], with_coding=True)

    codebook_actions.add_code(ours, "Kom til etterpå")
    change_there(path, settle)
    report = merge(ours, path)
    assert (report.decisions, report.conflicts) == (1, ())
    (one,) = decisions(ours)
    assert [queries.codebook(ours).by_id[code].name for code in one.place.code_ids] == ["Bare der"]
    (made,) = coding_store.list_codings(ours.connection, coding_ids=one.coding_ids)
    layer = next(coder for coder in coder_store.list_coders(ours.connection) if coder.id == made.coder_id)
    assert (made.anchor.quote, layer.kind) == (FIRST, CoderKind.CONSENSUS)
    assert merge(ours, path).decisions == 0


def test_that_a_place_settled_in_both_keeps_both_decisions_and_is_told(ours, copied):
    path = copied()
    decide(ours, FIRST, [1], "Slik mener vi.")
    change_there(path, lambda theirs: decide(theirs, FIRST, [1], "Slik mener de."))
    report = merge(ours, path)
    assert [(one.kind, one.quote or one.name) for one in report.conflicts] == [(ConflictKind.DECISION, FIRST)]
    assert sorted(one.reason for one in decisions(ours)) == ["Slik mener de.", "Slik mener vi."]


def test_that_a_reason_that_is_another_in_both_stays_as_it_is_here_unless_theirs_is_chosen(ours, copied):
    decide(ours, FIRST, [1], "Først.")
    path = copied()

    def edit(project, reason):
        with project.change(ChangeName.DECIDE) as write:
            comparison_store.update_decision(write, 1, reason=reason)

    edit(ours, "Her.")
    change_there(path, lambda theirs: edit(theirs, "Der."))
    (conflict,) = merge(ours, path).conflicts
    assert (conflict.field, conflict.ours, conflict.theirs) == ("reason", "Her.", "Der.")
    assert decisions(ours)[0].reason == "Her."
    merge(ours, path, theirs=[conflict.key])
    assert decisions(ours)[0].reason == "Der."


def test_that_work_in_a_document_that_was_deleted_here_stays_away(ours, copied, tmp_path):
    from kodebenk.application import document_actions

    path = copied()
    change_there(path, lambda theirs: (give_task(theirs, "Jonas B."), decide(theirs, FIRST, [1])))
    document_actions.delete_document(ours, 1)
    report = merge(ours, path)
    assert (report.tasks, report.decisions) == (0, 0)
    assert (tasks(ours), decisions(ours)) == ((), ())
    shutil.rmtree(tmp_path / "there")
