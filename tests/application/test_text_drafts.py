import pytest

from conftest import INTERVIEW, make_small_project
from kodebenk.application import correction_preview, queries, text_correction, text_drafts
from kodebenk.application.open_project import OpenProject
from kodebenk.errors import Rule, RuleBroken
from kodebenk.storage.integrity import data_of


def test_that_a_draft_is_neither_data_nor_history(small_project):
    before, history = data_of(small_project.connection), queries.history(small_project)
    seen = []
    small_project.subscribe(seen.append)
    text_drafts.save_draft(small_project, 1, "Halvferdig")
    assert (data_of(small_project.connection), queries.history(small_project), seen) == (before, history, [])
    draft = text_drafts.read_draft(small_project, 1)
    assert (draft.text, draft.is_current) == ("Halvferdig", True)


def test_that_a_draft_survives_closing_and_a_later_one_takes_its_place(tmp_path):
    with make_small_project(tmp_path) as project:
        text_drafts.save_draft(project, 1, "Første")
        text_drafts.save_draft(project, 1, "Andre")
        text_drafts.save_draft(project, 2, "Notat")
    with OpenProject.open(tmp_path / "lillevik.kodebenk") as project:
        assert [(one.document_id, one.text) for one in text_drafts.list_drafts(project)] == [(1, "Andre"), (2, "Notat")]


def test_that_a_draft_of_a_text_that_changed_says_so_also_when_it_is_saved_again(small_project):
    text_drafts.save_draft(small_project, 2, "Notat")
    words = queries.text_of(small_project, 2).text
    with small_project.aside() as connection:
        connection.exec_driver_sql("UPDATE text_draft SET base_sha256 = 'another'")
    assert not text_drafts.read_draft(small_project, 2).is_current
    text_drafts.save_draft(small_project, 2, words + "Mer.")
    assert not text_drafts.read_draft(small_project, 2).is_current


def test_that_applying_a_correction_ends_the_draft_and_undo_does_not_bring_it_back(small_project):
    text = INTERVIEW + "\nSlutt.\n"
    text_drafts.save_draft(small_project, 1, text)
    text_correction.apply_correction(small_project, correction_preview.preview_correction(small_project, 1, text))
    assert text_drafts.read_draft(small_project, 1) is None
    small_project.undo()
    assert text_drafts.read_draft(small_project, 1) is None


def test_that_dropping_a_draft_that_is_not_there_does_nothing(small_project):
    text_drafts.drop_draft(small_project, 1)
    text_drafts.save_draft(small_project, 1, "Halvferdig")
    text_drafts.drop_draft(small_project, 1)
    assert text_drafts.list_drafts(small_project) == ()


def test_that_no_draft_is_kept_of_a_project_open_for_reading_or_of_no_document(tmp_path):
    with make_small_project(tmp_path) as project, pytest.raises(RuleBroken) as caught:
        text_drafts.save_draft(project, 99, "Halvferdig")
    assert caught.value.rule is Rule.NOT_FOUND
    with (
        OpenProject.open(tmp_path / "lillevik.kodebenk", read_only=True) as project,
        pytest.raises(RuleBroken) as caught,
    ):
        text_drafts.save_draft(project, 1, "Halvferdig")
    assert caught.value.rule is Rule.READ_ONLY
