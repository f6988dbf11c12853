"""The project on the desk: who works on it, and what is remembered of it."""

import pytest

from conftest import make_small_project
from kodebenk.application import coding_tasks, queries
from kodebenk.ui.settings import Settings
from kodebenk.ui.shell.project_desk import ProjectDesk, describe


@pytest.fixture
def path(tmp_path):
    """A project in which Bo codes the interview blind."""
    with make_small_project(tmp_path) as project:
        coding_tasks.assign(project, [1], "Bo B.")
        return project.path


@pytest.fixture
def desk(qapp, tmp_path):
    made = ProjectDesk(Settings(tmp_path / "settings.ini"))
    yield made
    made.close()


def test_that_without_a_name_in_the_settings_the_first_coder_works_and_sees(desk, path):
    desk.open(path)

    assert (desk.project.coder_name, desk.project.reader_name) == ("Ane K.", "Ane K.")
    assert queries.codings_by_document(desk.project) == {1: 7, 2: 3}


def test_that_another_coder_sees_what_they_may_see_and_every_view_is_told(desk, path, qtbot):
    desk.open(path)

    with qtbot.waitSignal(desk.signals.changed) as told:
        desk.use_coder("bo b.")

    (change,) = told.args
    assert change.touches("coding")
    assert desk.project.coder_name == "Bo B."
    assert queries.codings_by_document(desk.project) == {2: 3}


def test_that_a_new_coder_is_added_and_is_not_blind(desk, path):
    desk.open(path)
    desk.use_coder("Cato D.")

    assert [one.name for one in queries.people(desk.project)] == ["Ane K.", "Bo B.", "Cato D."]
    assert queries.codings_by_document(desk.project) == {1: 7, 2: 3}


def test_that_the_list_of_recent_projects_tells_nothing_of_what_is_coded_blind(desk, path):
    desk.open(path)

    assert sum(queries.coding_counts(desk.project).values()) == 10
    assert describe(desk.project).codings == 3
    coding_tasks.finish(desk.project, [one.id for one in coding_tasks.tasks(desk.project)])
    assert describe(desk.project).codings == 10
